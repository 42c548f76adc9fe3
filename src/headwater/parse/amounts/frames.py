"""When a figure holds, and what it is held against."""

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from headwater.model.parse import Amount, Time
from headwater.model.span import Span, touching
from headwater.parse.amounts.what import find_noun_phrase

_FAR: Final = 90  # Characters between a figure and its time or base; clauses are seldom longer.
_NEXT: Final = 3  # Figures behind one among which its base may be.
# Where another statement begins: a time or a base behind it belongs to that one.
_CLAUSE: Final = re.compile(
    r"[;:—–“”\"()]|,\s+(?:and|but|while|which|who|as|with|compared|versus|whereas|according)\b|"
    r"\b(?:while|whereas|because|although|though|which|who|that|when|after|before|but|said|says|"
    r"told|reported|announced|according)\b",
    re.IGNORECASE,
)
_AND: Final = re.compile(r"(?:,|\band\b|\bor\b)\s", re.IGNORECASE)
_WAY: Final = re.compile(r",?\s*(?:up|down|more|less|fewer|higher|lower)?\s*$", re.IGNORECASE)
_LINK: Final = re.compile(
    r"(?P<any>\b(?:compared\s+(?:with|to)|in\s+comparison\s+(?:with|to)|versus|vs\.|relative\s+to|"
    r"against|than|as(?=\s+(?:in|a\s+year|the\s+(?:same|previous|year)))|as\s+many\s+as|as\s+much\s+as)\s+)|"
    r"(?P<time>\b(?:from|over|on|since)\s+)",
    re.IGNORECASE,
)
_SINCE: Final = re.compile(
    r"(?:(?:the|a|an|one)\s+)?(?:(?:same|previous|prior|preceding|last)\s+)?"
    r"(?:(?:day|week|month|quarter|year|season|decade|period|time)(?!\w))"
    r"(?:\s+(?:earlier|ago|before|prior))?",
    re.IGNORECASE,
)
_BY_YEAR: Final = re.compile(
    r"[\s,]+(?P<base>(?:year|month|quarter|week)[\s-](?:on|over)[\s-](?:year|month|quarter|week))(?!\w)",
    re.IGNORECASE,
)
_MOVED: Final = re.compile(
    r"\b(?:r[io]se[sn]?|rising|f[ae]ll(?:en|s|ing)?|increas\w+|decreas\w+|gr[eo]w(?:n|s|ing|th)?|"
    r"climb\w*|jump\w*|drop\w*|declin\w+|up|down|higher|lower|rais\w+|reduc\w+|cut|surg\w+|"
    r"soar\w*|slid\w*|slip\w*|doubl\w+|tripl\w+|halv\w+|gain\w*|loss|drop)\b",
    re.IGNORECASE,
)
_HELD: Final = re.compile(
    r"\b(?:in|during|for|of|by|until|through|throughout|as of|since)\s+$", re.I
)
_EARLIER: Final = re.compile(
    r"\b(?:from|than|compared\s+(?:with|to)|versus|over|on)\s+(?:in\s+)?$", re.I
)
_LONG: Final = frozenset({"month", "season", "quarter", "year", "years", "span"})


def frame_amounts(
    text: str, span: Span, amounts: Sequence[Amount], times: Sequence[Time]
) -> list[Amount]:
    """Return the amounts of a sentence with the time and the base that their clause gives them.

    Args:
        text: The document's text.
        span: The sentence.
        amounts: Those of the sentence, in text order.
        times: Those of the sentence, in text order.
    """
    framed: list[Amount] = []
    for at, amount in enumerate(amounts):
        around = Span(start=max(0, amount.span.start - _FAR), end=amount.span.end + _FAR)
        near = touching(times, (around,))
        base = _find_base(text, span, amount, [*amounts[at + 1 : at + 1 + _NEXT], *near])
        free = [t for t in near if not t.span.overlaps(amount.span)]
        if base is not None:
            free = [t for t in free if not t.span.overlaps(base)]
        previous = framed[-1] if framed else None
        timeless = amount.measure == "duration"
        period = None if timeless else _find_period(text, amount, free, previous)
        framed.append(msgspec.structs.replace(amount, period=period, base=base))
    return framed


def _find_period(
    text: str, amount: Amount, times: Sequence[Time], previous: Amount | None
) -> Time | None:
    """Return the time of the figure's clause: the next behind it, else the last before it.

    A time behind an earlier figure is that figure's own, if a comma parts the two.
    """
    fitting = [t for t in times if t.first or t.last]
    behind = next((t for t in fitting if t.span.start >= amount.span.end), None)
    if behind and _is_near(text, amount.span.end, behind.span.start) and _dates(text, behind):
        return behind
    for time in reversed([t for t in fitting if t.span.end <= amount.span.start]):
        gap = text[time.span.end : amount.span.start]
        if not _is_near(text, time.span.end, amount.span.start):
            return None
        if _dates(text, time):
            if previous is None or previous.period != time or time.span < previous.span:
                return time
            return None if "," in gap else time
    return None


def _is_near(text: str, start: int, end: int) -> bool:
    """Tell whether no other clause and no other list item begins in a gap."""
    gap = text[start:end]
    return len(gap) <= _FAR and _CLAUSE.search(gap) is None


def _dates(text: str, time: Time) -> bool:
    """Tell a time that dates a figure from the earlier one it is compared with, and from days.

    A bare day mostly dates what somebody said; a day with a word of time before it may date more.
    """
    before = text[max(0, time.span.start - 20) : time.span.start]
    if _EARLIER.search(before):
        return False
    return time.precision in _LONG or _HELD.search(before) is not None


def _find_base(
    text: str, span: Span, amount: Amount, marks: Sequence[Amount | Time]
) -> Span | None:
    """Return what a figure is held against, None if the clause does not tell."""
    if amount.measure == "share":
        return amount.what
    if amount.measure in {"duration", "rank"}:
        return None
    by_year = _BY_YEAR.match(text, amount.span.end, span.end)
    if by_year is not None:
        return Span(start=by_year.start("base"), end=by_year.end("base"))
    stop = min(span.end, amount.span.end + _FAR)
    for link in _LINK.finditer(text, amount.span.end, stop):
        gap = text[amount.span.end : link.start()]
        if _breaks(gap, amount, marks, link.start()):
            return None
        found = _read_base(text, span, amount, link, marks)
        if found is not None:
            return found
    return None


def _breaks(gap: str, amount: Amount, marks: Sequence[Amount | Time], at: int) -> bool:
    """Tell whether another figure or another clause stands between a figure and a link."""
    between = any(isinstance(m, Amount) and amount.span.end <= m.span.start < at for m in marks)
    return between or _CLAUSE.search(gap) is not None or _AND.search(_WAY.sub("", gap)) is not None


def _read_base(
    text: str, span: Span, amount: Amount, link: re.Match[str], marks: Sequence[Amount | Time]
) -> Span | None:
    """Return the words behind a link if they can be a base."""
    at = link.end()
    if link["time"] and not _is_change(text, span, amount, link):
        return None
    marked = _marked(text, at, marks)
    if marked is not None:
        return marked
    since = _SINCE.match(text, at, span.end)
    if since is not None:
        return _stretch(text, Span(start=at, end=since.end()), marks)
    return find_noun_phrase(text, at, span.end) if link["any"] else None


def _is_change(text: str, span: Span, amount: Amount, link: re.Match[str]) -> bool:
    """Tell whether "from" or "over" leads from the start of a change."""
    if amount.measure in {"change", "ratio"}:
        return True
    if not link.group().lower().startswith("from"):
        return False
    before = text[max(span.start, amount.span.start - 48) : amount.span.start]
    return _MOVED.search(before + text[amount.span.end : link.start()]) is not None


def _marked(text: str, at: int, marks: Sequence[Amount | Time]) -> Span | None:
    """Return the figure or time that begins at a place or behind "in" or "the"."""
    for mark in marks:
        gap = text[at : mark.span.start] if mark.span.start >= at else None
        if gap is not None and re.fullmatch(r"(?:in|during|the|its|a)?\s*", gap):
            return _stretch(text, mark.span, marks)
    return None


def _stretch(text: str, found: Span, marks: Sequence[Amount | Time]) -> Span:
    """Return a base with the time behind it ("from 40 tonnes in 2030")."""
    for mark in marks:
        if isinstance(mark, Time) and mark.span.start >= found.end:
            gap = text[found.end : mark.span.start]
            if re.fullmatch(r"\s+(?:(?:in|of|during)\s+(?:the\s+)?)?", gap):
                return Span(start=found.start, end=mark.span.end)
    return found
