"""What sort of figure an amount is, and the bounds it leaves."""

import re
from typing import Final

from headwater.lexicon.units import Unit
from headwater.model.parse import Amount, Comparator, Measure
from headwater.model.span import Span
from headwater.parse.amounts.directions import find_direction
from headwater.parse.amounts.drafts import Draft
from headwater.parse.amounts.what import find_subject, find_what


def find_measure(text: str, span: Span, draft: Draft, unit: Unit | None) -> tuple[str, Measure]:
    """Return the unit's name and what sort of figure it is."""
    if unit is None:
        return "count", "count"
    direction, changed = find_direction(text, draft.start, draft.end, span)
    if unit.dimension == "ratio":
        if re.match(
            r"\s+(?:as|more|higher|larger|greater|bigger|the|that|its|faster|less)\b",
            text[draft.end : span.end][:12],
        ):
            return "times", "ratio"
        return "count", "count"
    if changed and direction:
        return unit.unit, "change"
    if unit.dimension == "share":
        is_share = draft.number.kind == "fraction" or re.match(
            r"\s+of\b", text[draft.end : span.end][:5]
        )
        return unit.unit, "share" if is_share else "level"
    if unit.dimension == "duration":
        return unit.unit, "duration"
    return unit.unit, _record(text, draft, span)


def _record(text: str, draft: Draft, span: Span) -> Measure:
    """Tell a record figure from any other level."""
    before = text[max(span.start, draft.start - 24) : draft.start]
    return "record" if re.search(r"\brecord(?:[\s-]\w+)?\s+$", before) else "level"


def build_amount(text: str, span: Span, draft: Draft) -> Amount | None:
    """Build the amount of one draft."""
    unit, measure = find_measure(text, span, draft, draft.unit)
    what = find_what(text, draft.end, span.end, unit)
    if not _counts(text, draft, what):
        return None
    if what is None and draft.unit is not None and unit != "count":
        what = find_subject(text, draft.start, span.start)
    comparator = draft.comparator or "="
    low, high = _bounds(draft.value, comparator)
    direction = (
        find_direction(text, draft.start, draft.end, span)[0] if measure == "change" else None
    )
    return Amount(
        span=Span(start=draft.start, end=draft.end),
        value=draft.value,
        low=low,
        high=high,
        unit=unit,
        comparator=comparator,
        measure=measure,
        direction=direction,
        what=what,
    )


_WEAK: Final = frozenset({"one", "zero"})


def _counts(text: str, draft: Draft, what: Span | None) -> bool:
    """Tell whether a bare number counts something: "one" and "zero" seldom do."""
    if draft.unit is not None or draft.number.kind != "words":
        return True
    word = text[draft.number.start : draft.number.end].lower()
    if word in _WEAK:
        alone = (
            re.search(r"\b(?:just|only|single)\s+$", text[max(0, draft.start - 8) : draft.start])
            is not None
        )
        bounded = draft.comparator is not None and draft.comparator != "~"
        return (alone or bounded) and what is not None
    return True


_APPROXIMATE: Final = (
    0.1  # Share that "about" leaves on both sides; newsroom rounding is rarely coarser.
)


def _bounds(value: float, comparator: Comparator) -> tuple[float | None, float | None]:
    """Return the bounds that a comparator leaves."""
    match comparator:
        case "=":
            return value, value
        case "~":
            slack = abs(value) * _APPROXIMATE
            return value - slack, value + slack
        case ">" | ">=":
            return value, None
        case _:
            return None, value
