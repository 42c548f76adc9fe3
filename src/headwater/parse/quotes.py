"""Quoted stretches, in all styles, nested and over paragraphs."""

import re
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
    A closing mark without an opening one quotes from the start of its paragraph (of its sentence,
    if another quotation stands before it in the paragraph).

    Args:
        text: The document's text.
        paragraphs: Where a missing mark is made up for.
        sentences: Where a quotation without an opening mark may begin.
    """
    found: list[Quote] = []
    running: bool | None = None
    for paragraph in paragraphs:
        marks = _marks(text, paragraph)
        quotes, running = _pair(text, paragraph, marks, running, sentences)
        found.extend(quotes)
    return tuple(sorted(found, key=lambda quote: (quote.span.start, -quote.span.end)))


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


def _pair(
    text: str,
    paragraph: Span,
    marks: list[_Mark],
    running: bool | None,
    sentences: tuple[Sentence, ...],
) -> tuple[list[Quote], bool | None]:
    """Pair the marks of a paragraph.

    Returns:
        The quotations, and whether a double (True) or single (False) one is still open at the end.
    """
    stack: list[_Open] = []
    done: list[Quote] = []
    marks = _settle_singles(text, marks)
    for index, mark in enumerate(marks):
        is_first = mark.start == paragraph.start
        if _opens(mark, stack, marks[index + 1 :]):
            if (
                stack
                and stack[-1].double == mark.double
                and not _has_spare_close(mark, stack, marks[index + 1 :])
            ):
                _close_unfinished(text, stack, done, mark.start)
            continues = is_first and running == mark.double and running is not None
            stack.append(
                _Open(start=mark.start, inner=mark.end, double=mark.double, continues=continues)
            )
        elif any(waiting.double == mark.double for waiting in stack):
            while stack[-1].double != mark.double:
                stack.pop()
            _finish(done, stack, mark.start, mark.end)
        elif mark.double:
            start = _missing_start(paragraph, done, sentences, mark, running)
            done.append(_quote(start, start, mark, continues=running is True))
    still = stack[0].double if stack and stack[0].double else None
    while stack:
        waiting = stack.pop()
        if waiting.double and paragraph.end > waiting.inner:
            done.append(_unclosed(waiting, len(stack), paragraph.end))
    return done, still


def _opens(mark: _Mark, stack: list[_Open], _later: list[_Mark]) -> bool:
    """Decide for a mark that may look both ways: it closes what is open, else it opens."""
    if mark.side != "either":
        return mark.side == "open"
    return not any(waiting.double == mark.double for waiting in stack)


def _has_spare_close(mark: _Mark, stack: list[_Open], later: list[_Mark]) -> bool:
    """Tell whether a second opening mark is nested: enough closing marks come for both."""
    needed = 1 + sum(1 for waiting in stack if waiting.double == mark.double)
    level = 0
    for other in later:
        if other.double != mark.double:
            continue
        level += 1 if other.side == "open" else -1
        if -level >= needed:
            return True
    return False


def _close_unfinished(text: str, stack: list[_Open], done: list[Quote], end: int) -> None:
    """Close a quotation whose end mark is missing before the next one opens."""
    waiting = stack.pop()
    words = text[waiting.inner : end].rstrip()
    cut = max(words.rfind(". "), words.rfind(".\u00a0"))
    stop = waiting.inner + (cut + 1 if cut > 0 else len(words))
    if stop > waiting.inner:
        done.append(_unclosed(waiting, len(stack), stop))


def _unclosed(waiting: _Open, depth: int, end: int) -> Quote:
    return Quote(
        span=Span(start=waiting.start, end=end),
        inner=Span(start=waiting.inner, end=end),
        depth=depth,
        continues=waiting.continues,
        closed=False,
    )


def _finish(done: list[Quote], stack: list[_Open], inner_end: int, end: int) -> None:
    """Close the quotation on top; an empty one is no quotation."""
    waiting = stack.pop()
    if inner_end <= waiting.inner:
        return
    done.append(
        Quote(
            span=Span(start=waiting.start, end=end),
            inner=Span(start=waiting.inner, end=inner_end),
            depth=len(stack),
            continues=waiting.continues,
        )
    )


def _quote(start: int, inner: int, mark: _Mark, *, continues: bool) -> Quote:
    return Quote(
        span=Span(start=start, end=mark.end),
        inner=Span(start=inner, end=max(mark.start, inner + 1)),
        continues=continues,
    )


def _missing_start(
    paragraph: Span,
    done: list[Quote],
    sentences: tuple[Sentence, ...],
    mark: _Mark,
    running: bool | None,
) -> int:
    """Return where a quotation without an opening mark begins."""
    floor = max((quote.span.end for quote in done if quote.span.end <= mark.start), default=None)
    if floor is None or running is True:
        return paragraph.start if floor is None else min(floor, mark.start)
    start = paragraph.start
    for sentence in sentences:
        if sentence.span.start <= mark.start and sentence.span.start >= floor:
            start = sentence.span.start
        if sentence.span.start > mark.start:
            break
    return max(start, floor) if start >= floor else min(floor, mark.start)


def _settle_singles(text: str, marks: list[_Mark]) -> list[_Mark]:
    """Leave out single marks that pair with nothing, and closing ones that are plural possessives."""
    kept: list[_Mark] = []
    waiting = False
    for index, mark in enumerate(marks):
        if mark.double:
            kept.append(mark)
            continue
        later = [other for other in marks[index + 1 :] if not other.double]
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
