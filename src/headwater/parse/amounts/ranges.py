"""Two numbers that make a range, and scores that make none."""

import re
from typing import Final

import msgspec

from headwater.lexicon.units import Unit
from headwater.model.parse import Amount
from headwater.model.span import Span
from headwater.parse.amounts.directions import find_direction
from headwater.parse.amounts.drafts import Draft
from headwater.parse.amounts.measures import build_amount, find_measure
from headwater.parse.amounts.what import find_what

_RANGE: Final = re.compile(
    r"(?:\s?[-–—]\s?|\s+(?:to|and|or)\s+)(?:(?:about|around|nearly|as\s+much\s+as|up\s+to)\s+)?[$€£]?$"
)
_MOVED: Final = re.compile(
    r"\b(?:rose|rise[sn]?|rising|f[ae]ll(?:en|ing|s)?|increas\w+|decreas\w+|grow\w*|grew|drop\w*|declin\w+|climb\w*|"
    r"jump\w*|went|go(?:es|ing|ne)?|up|down|cut|rais\w+|lower\w*|reduc\w+|slow\w*|widen\w*|narrow\w*|shr\wnk\w*|"
    r"chang\w+|revis\w+|upgrad\w+|downgrad\w+|surg\w+|soar\w*|slid\w*|slip\w*|eas\w+|doubl\w+|tripl\w+)\b",
    re.IGNORECASE,
)


SMALL: Final = 100  # two figures below it, one less than `NEAR` times the other, are a range
NEAR: Final = 3
_CHANGED: Final = re.compile(
    rf"{_MOVED.pattern}|\b(?:is|are|was|were|closed|ended)\s+$", re.IGNORECASE
)


def join_ranges(text: str, span: Span, drafts: list[Draft]) -> list[Amount]:
    """Turn drafts into amounts; two that make a range share unit and bounds."""
    found: list[Amount] = []
    index = 0
    while index < len(drafts):
        left = drafts[index]
        right = drafts[index + 1] if index + 1 < len(drafts) else None
        pair = _range(text, span, left, right) if right is not None else None
        if pair is not None:
            found.extend(pair)
            index += 2
        else:
            amount = build_amount(text, span, _lend_unit(text, left, right))
            found.extend([amount] if amount else [])
            index += 1
    return found


def _lend_unit(text: str, left: Draft, right: Draft | None) -> Draft:
    """Give the first figure of "from 5 to 10 percent" the unit and scale of the second."""
    if right is None or left.unit is not None or right.unit is None:
        return left
    gap = text[left.end : right.start] if right.start > left.end else ""
    if gap.strip() != "to" or not text[
        max(0, left.start - 6) : left.start
    ].rstrip().lower().endswith("from"):
        return left
    low, _ = _shared_scale(left, right)
    return msgspec.structs.replace(left, unit=right.unit, value=low)


def _range(text: str, span: Span, left: Draft, right: Draft) -> list[Amount] | None:
    """Return the two ends of a range, an empty list for a score, None if it is neither."""
    gap = (
        text[left.end : right.start]
        if right.start > left.end
        else text[left.end : right.number.start]
    )
    if len(gap) > 24 or not _RANGE.fullmatch(gap):  # noqa: PLR2004 - longer than any link
        return None
    before = text[max(span.start, left.start - 30) : left.start].lower()
    word = gap.strip().lower()
    if word.startswith("and") and not re.search(r"\bbetween\s+(?:an?\s+|about\s+)?$", before):
        return None
    if word.startswith("or") and right.value - left.value > _NEXT_BY:
        return None
    if word.startswith("to") and _MOVED.search(before) and _is_moved(left, right, before):
        return None
    unit = right.unit or left.unit
    same = left.unit is None or (right.unit is not None and left.unit.unit == right.unit.unit)
    if not same and not (left.signed and right.unit is None):
        return None
    low, high = _shared_scale(left, right)
    if low >= high:
        return [] if word in {"-", "–", "—"} and unit is None else None
    return _ends(text, span, left, right, (low, high, unit))


def _is_moved(left: Draft, right: Draft, before: str) -> bool:
    """Tell whether two figures are where a thing was, or how far it went, and where it is now.

    So in "fell from 9 to 5" and "fell by 400 to 5,000"; in "fell by 4 to 5 percent" the first
    figure takes its unit from the second, and in "by 4 to 5 places" both are small: how far.
    """
    if re.search(r"\bfrom\s+$", before):
        return True
    alike = (left.unit is None) == (right.unit is None)
    alike = alike and left.number.scaled == right.number.scaled
    alike = alike and not (right.value < SMALL and right.value < NEAR * left.value)
    how_far = re.search(r"\b(?:by|up|down)\s+$", before)
    return alike and how_far is not None and _CHANGED.search(before[: how_far.start()]) is not None


def _shared_scale(left: Draft, right: Draft) -> tuple[float, float]:
    """Return both values; the first takes the scale of the second ("1 to 2 million")."""
    low, high = left.value, right.value
    scale = right.value / right.number.value * right.number.scale if right.number.value else 1.0
    bare = left.value == left.number.value and not left.number.scaled
    if bare and scale > 1 and low <= high / scale:
        return low * scale, high
    return low, high


def _ends(
    text: str, span: Span, left: Draft, right: Draft, bounds: tuple[float, float, Unit | None]
) -> list[Amount]:
    """Build the two amounts of a range."""
    low, high, unit = bounds
    name, measure = find_measure(text, span, right, unit)
    what = find_what(text, right.end, span.end, unit.unit if unit else "count")
    ends = ((left, low, ">="), (right, high, "<="))
    return [
        Amount(
            span=Span(start=draft.start, end=draft.end),
            value=value,
            low=low,
            high=high,
            unit=name,
            comparator=comparator,  # type: ignore[arg-type]
            measure=measure,
            direction=find_direction(text, left.start, right.end, span)[0]
            if measure == "change"
            else None,
            what=what,
        )
        for draft, value, comparator in ends
    ]


_NEXT_BY: Final = 2  # "three or four" and "ten or twelve" are ranges; "10 or 50" is a choice.
