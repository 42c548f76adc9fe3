"""Quoted stretches, in all styles, nested and over paragraphs."""

import re
from bisect import bisect_right
from typing import Final, Literal

from headwater.model.base import Record
from headwater.model.parse import Quote, Sentence
from headwater.model.span import Span

_MARK: Final = re.compile(r"``|''|[\"“”„‟«»‹›‘’‚‛'`]")
_DOUBLE: Final = frozenset({'"', "“", "”", "„", "‟", "«", "»", "``", "''"})
_ALWAYS_OPEN: Final = frozenset({"“", "„", "``"})
_ELISION: Final = re.compile(
    r"['’‘](?:em|til|tis|twas|cause|bout|round|n|s|re|ve|ll|d|m|t|\d0s|\d\d)\b", re.IGNORECASE
)
_INCHES: Final = re.compile(r"\d$")
_AHEAD: Final = 48  # Marks looked at behind one; keeps the cost linear on texts full of marks.
_RUN: Final = 8  # Paragraphs without a mark inside one quotation; longer speeches are set apart.
Side = Literal["open", "close", "either"]


class _Mark(Record, frozen=True, kw_only=True):
    """A quotation mark and which way it can look."""

    start: int
    end: int
    double: bool
    side: Side
    strict: bool


class _Open(Record, frozen=True, kw_only=True):
    """A quotation that waits for its end."""

    start: int
    inner: int
    double: bool
    continues: bool


def find_quotes(
    text: str, paragraphs: tuple[Span, ...], sentences: tuple[Sentence, ...]
) -> tuple[Quote, ...]:
    """Return the quoted stretches, sorted by start, the outer before the inner.

    A quotation that runs over paragraphs gives one `Quote` for each; all but the first `continue`.
    A closing mark without an opening one quotes from the start of its paragraph, or of its
    sentence if another quotation stands before it in the paragraph. Paragraphs without a mark
    between one that leaves a quotation open and one that only closes it are quoted too.

    Args:
        text: The document's text.
        paragraphs: Where a missing mark is made up for.
        sentences: Where a quotation without an opening mark may begin.
    """
    found: list[Quote] = []
    starts = [sentence.span.start for sentence in sentences]
    runs_on = False
    unmarked: list[Span] | None = None  # paragraphs without a mark behind an open quotation
    for paragraph in paragraphs:
        pairing = _Pairing(text, paragraph, starts, runs_on=runs_on, left_open=unmarked is not None)
        marks = _settle_singles(text, _marks(text, paragraph))
        for index, mark in enumerate(marks):
            pairing.take(mark, marks[index + 1 : index + _AHEAD])
        runs_on = pairing.close()
        found.extend(pairing.done)
        if unmarked is not None and not any(mark.double for mark in marks):
            unmarked = [*unmarked, paragraph] if len(unmarked) < _RUN else None
            continue
        if unmarked and any(_only_closes(quote, paragraph) for quote in pairing.done):
            found.extend(_whole(span) for span in unmarked)
        unmarked = [] if runs_on else None
    return tuple(sorted(found, key=lambda quote: (quote.span.start, -quote.span.end)))


def _only_closes(quote: Quote, paragraph: Span) -> bool:
    """Tell whether a quotation has an end mark and no mark at its paragraph's start."""
    return quote.closed and quote.span.start == quote.inner.start == paragraph.start


def _whole(paragraph: Span) -> Quote:
    """Return a paragraph without a mark that lies inside a quotation."""
    return Quote(span=paragraph, inner=paragraph, depth=0, continues=True, closed=False)


def _marks(text: str, paragraph: Span) -> list[_Mark]:
    """Return the marks of a paragraph that are quotation marks, not apostrophes or inches."""
    found: list[_Mark] = []
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        mark = match.group()
        before = text[match.start() - 1] if match.start() > paragraph.start else " "
        after = text[match.end()] if match.end() < paragraph.end else " "
        double = mark in _DOUBLE
        if not double and _is_apostrophe(text, match, before, after):
            continue
        side = _side(mark, before, after)
        found.append(
            _Mark(
                start=match.start(),
                end=match.end(),
                double=double,
                side=side,
                strict=mark not in "\"'",
            )
        )
    return _drop_measures(text, found)


def _is_apostrophe(text: str, match: re.Match[str], before: str, after: str) -> bool:
    """Tell an apostrophe from a single quotation mark."""
    if before.isalnum() and after.isalnum():
        return True
    if match.group() in "‹›":
        return False
    return bool(not before.isalnum() and _ELISION.match(text, match.start()))


def _side(mark: str, before: str, after: str) -> Side:
    """Tell which way a mark looks, from its shape and its neighbours."""
    opens = (before.isspace() or before in "=([{—–-/:\"'“‘„«‹") and not after.isspace()
    closes = not before.isspace() and (not after.isalnum())
    if mark in _ALWAYS_OPEN or mark in "‘‚‛‹":
        return "open" if not (closes and not opens and mark in "“‘") else "either"
    if mark in {"”", "’", "''", "›"}:
        return "either" if opens and not closes else "close"
    if opens and closes:
        return "either"
    if opens:
        return "open"
    return "close" if closes else "either"


def _drop_measures(text: str, marks: list[_Mark]) -> list[_Mark]:
    """Leave out inches, feet, minutes and seconds: a mark behind a digit that closes nothing."""
    kept: list[_Mark] = []
    waiting = {True: 0, False: 0}
    for mark in marks:
        if mark.side == "open":
            waiting[mark.double] += 1
        elif (
            not mark.strict
            and text[mark.start - 1 : mark.start].isdigit()
            and not waiting[mark.double]
        ):
            continue
        else:
            waiting[mark.double] = max(0, waiting[mark.double] - 1)
        kept.append(mark)
    return kept


class _Pairing:
    """The marks of one paragraph, paired from left to right.

    Attributes:
        done: Quotations that are complete.
    """

    def __init__(
        self, text: str, paragraph: Span, starts: list[int], *, runs_on: bool, left_open: bool
    ) -> None:
        self._text = text
        self._paragraph = paragraph
        self._sentence_starts = starts
        self._runs_on = runs_on
        self._left_open = left_open
        self._stack: list[_Open] = []
        self._floor = 0
        self.done: list[Quote] = []

    def take(self, mark: _Mark, later: list[_Mark]) -> None:
        """Open or close a quotation at the next mark; `later` are the marks behind it."""
        waiting = any(other.double == mark.double for other in self._stack)
        opens = mark.side == "open" or (mark.side == "either" and not waiting)
        if opens and (waiting or (self._left_open and not self.done)):
            opens = not self._looks_back(mark, later)
        if opens:
            self._open(mark, later)
        elif waiting:
            while self._stack[-1].double != mark.double:
                self._stack.pop()
            self._finish(mark)
        elif mark.double:
            self._without_opening(mark)

    def _looks_back(self, mark: _Mark, later: list[_Mark]) -> bool:
        """Tell whether a mark that opens by its shape stands where one has to close.

        Typesetting by rule turns a mark behind a space the wrong way: “It holds, “she said.
        """
        if self._text[mark.start : mark.end] != "“" or mark.start == self._paragraph.start:
            return False
        if not self._text[mark.end : self._paragraph.end].strip():
            return True
        following = next((other.side for other in later if other.double), "open")
        stop = self._text[mark.start - 2 : mark.start]
        return following == "open" and stop[:1] in {",", "!", "?"} and stop[1:].isspace()

    def close(self) -> bool:
        """End the paragraph; tell whether a quotation is still open and may run on."""
        runs_on = bool(self._stack) and self._stack[0].double
        while self._stack:
            waiting = self._stack.pop()
            if waiting.double and self._paragraph.end > waiting.inner:
                self._unclosed(waiting, self._paragraph.end)
        return runs_on

    def _open(self, mark: _Mark, later: list[_Mark]) -> None:
        """Put a quotation on the stack, ending an unfinished one of the same kind first."""
        same = bool(self._stack) and self._stack[-1].double == mark.double
        if same and not self._has_spare_close(mark, later):
            self._end_unfinished(mark.start)
        is_first = mark.start == self._paragraph.start
        continues = is_first and mark.double and self._runs_on
        self._stack.append(
            _Open(start=mark.start, inner=mark.end, double=mark.double, continues=continues)
        )

    def _has_spare_close(self, mark: _Mark, later: list[_Mark]) -> bool:
        """Tell whether a second opening mark is nested: enough closing marks come for both."""
        needed = 1 + sum(1 for waiting in self._stack if waiting.double == mark.double)
        level = 0
        for other in later:
            if other.double == mark.double:
                level += 1 if other.side == "open" else -1
                if -level >= needed:
                    return True
        return False

    def _end_unfinished(self, end: int) -> None:
        """End a quotation without an end mark at its last full stop before the next one opens."""
        waiting = self._stack.pop()
        words = self._text[waiting.inner : end].rstrip()
        cut = max(words.rfind(". "), words.rfind(".\u00a0"))
        stop = waiting.inner + (cut + 1 if cut > 0 else len(words))
        if stop > waiting.inner:
            self._unclosed(waiting, stop)

    def _unclosed(self, waiting: _Open, end: int) -> None:
        """Keep a quotation that has no end mark."""
        self._keep(waiting, end, end, closed=False)

    def _finish(self, mark: _Mark) -> None:
        """End the quotation on top; an empty one is no quotation."""
        waiting = self._stack.pop()
        if mark.start > waiting.inner:
            self._keep(waiting, mark.start, mark.end, closed=True)

    def _keep(self, waiting: _Open, inner_end: int, end: int, *, closed: bool) -> None:
        """Add a complete quotation."""
        self._floor = max(self._floor, end)
        self.done.append(
            Quote(
                span=Span(start=waiting.start, end=end),
                inner=Span(start=waiting.inner, end=inner_end),
                depth=len(self._stack),
                continues=waiting.continues,
                closed=closed,
            )
        )

    def _without_opening(self, mark: _Mark) -> None:
        """Make up for a missing opening mark, behind a quotation only with a new sentence."""
        start = self._paragraph.start
        floor = max(self._floor, start)
        if floor > start:
            at = bisect_right(self._sentence_starts, mark.start) - 1
            start = self._sentence_starts[at] if at >= 0 else floor
        if floor <= start < mark.start:
            continues = self._runs_on and start == self._paragraph.start
            waiting = _Open(start=start, inner=start, double=True, continues=continues)
            self._keep(waiting, mark.start, mark.end, closed=True)


def _settle_singles(text: str, marks: list[_Mark]) -> list[_Mark]:
    """Leave out single marks that pair with nothing, and plural possessives."""
    kept: list[_Mark] = []
    waiting = False
    for index, mark in enumerate(marks):
        if mark.double:
            kept.append(mark)
            continue
        later = [other for other in marks[index + 1 : index + _AHEAD] if not other.double]
        if mark.side == "open":
            waiting = any(other.side != "open" for other in later)
            if waiting:
                kept.append(mark)
        elif waiting and not _is_plural(text, mark, later):
            kept.append(mark)
            waiting = False
    return kept


def _is_plural(text: str, mark: _Mark, later: list[_Mark]) -> bool:
    """Tell a plural possessive inside a quotation: an s before, and a better end to come."""
    if text[mark.start - 1 : mark.start].lower() != "s" or text[mark.end : mark.end + 1] != " ":
        return False
    return any(other.side == "close" and text[other.start - 1] in ".,!?" for other in later[:3])
