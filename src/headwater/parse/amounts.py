"""Quantities with units, comparators and bounds."""

import re
from bisect import bisect_left
from typing import Final

import msgspec

from headwater.lexicon.units import Unit, load_units, match_sign, match_unit
from headwater.model.base import Record
from headwater.model.parse import Amount, Comparator, Measure, Sentence, Time
from headwater.model.span import Span
from headwater.parse.amount_words import (
    find_direction,
    find_multiples,
    find_ranks,
    find_what,
    is_reference,
    read_left_comparator,
    read_right_comparator,
)
from headwater.text.numbers import FoundNumber, find_numbers

_STRETCH: Final = re.compile(r"(?i)(?:the\s+)?(?:past|last|previous|next|coming)\s+\S")


class Draft(Record, frozen=True, kw_only=True):
    """A number with what stands around it, before bounds are set.

    Attributes:
        number: The number itself.
        start, end: The number with sign, unit and comparator words.
        value: In the unit.
        unit: None for a bare number.
        signed: True if a currency sign stood before it.
        comparator: As worded; None if there is no such word.
    """

    number: FoundNumber
    start: int
    end: int
    value: float
    unit: Unit | None
    signed: bool = False
    comparator: Comparator | None = None


def find_amounts(
    text: str, sentences: tuple[Sentence, ...], times: tuple[Time, ...]
) -> tuple[Amount, ...]:
    """Return the amounts of all sentences in text order.

    Years, dates, clock times, ordinals, scores, and numbers in names are no amounts.
    A range gives two amounts, its ends, each with both bounds.

    Args:
        text: The document's text.
        sentences: Amounts do not reach over sentences.
        times: Numbers inside them are no amounts, unless they are a length ("the past two years").
    """
    taken = [t.span for t in times if not _STRETCH.match(t.span.cut(text))]
    found: list[Amount] = []
    for sentence in sentences:
        span = sentence.span
        drafts = _drafts(text, span, taken)
        amounts = _with_ranges(text, span, drafts)
        amounts.extend(find_multiples(text, span))
        amounts.extend(find_ranks(text, span))
        found.extend(_disjoint(amounts))
    return tuple(found)


def _disjoint(amounts: list[Amount]) -> list[Amount]:
    """Sort by place and drop what overlaps an earlier one."""
    kept: list[Amount] = []
    for amount in sorted(amounts, key=lambda a: (a.span.start, -a.span.end)):
        if not kept or kept[-1].span.end <= amount.span.start:
            kept.append(amount)
    return kept


def _overlaps(spans: list[Span], start: int, end: int) -> bool:
    """Tell whether one of the sorted, disjoint spans shares a character with the stretch."""
    index = bisect_left(spans, start, key=lambda span: span.end)
    while index < len(spans) and spans[index].start < end:
        if spans[index].end > start:
            return True
        index += 1
    return False


def _drafts(text: str, span: Span, taken: list[Span]) -> list[Draft]:
    """Return the numbers of a sentence that are quantities, with their units."""
    found: list[Draft] = []
    floor = span.start
    previous: Draft | None = None
    for number in find_numbers(text, span.start, span.end):
        if _overlaps(taken, number.start, number.end):
            floor = number.end
            continue
        draft = _draft(text, number, floor, span)
        if draft is not None:
            found.append(_inherit(text, previous, draft))
            floor, previous = draft.end, found[-1]
    return found


def _inherit(text: str, left: Draft | None, right: Draft) -> Draft:
    """Give a conversion in brackets the comparator of its original: "over 100 km (62 miles)"."""
    if left is None or left.comparator is None or right.comparator is not None:
        return right
    if text[left.end : right.start] not in {" (", "("} or left.unit is None or right.unit is None:
        return right
    return msgspec.structs.replace(right, comparator=left.comparator)


def _draft(text: str, number: FoundNumber, floor: int, span: Span) -> Draft | None:
    """Put sign, short scale, unit and comparator to a number; None if it is no quantity."""
    sign = match_sign(text, number.start, floor)
    start = sign[1] if sign else number.start
    value, end = _short_scale(text, number, sign is not None, span.end)
    unit, unit_end = _unit(text, number, end, span.end)
    if sign is not None:
        unit = sign[0]
        unit_end = _skip_money_word(text, end, span.end)
    if unit is None and end == number.end and is_reference(text, number, floor, span):
        return None
    if number.kind == "fraction" and unit is None:
        if re.match(r"\s+an?\s|-[a-z]", text[end : end + 4]):
            return None
        unit, value = load_units().by_code["percent"], value * 100
    end = max(end, unit_end)
    start, value = _minus(text, start, value, floor)
    draft = Draft(
        number=number,
        start=start,
        end=end,
        value=value * (unit.scale if unit and sign is None else 1.0),
        unit=unit,
        signed=sign is not None,
    )
    return _compare(text, draft, floor, span)


_SHORT: Final = re.compile(r"[\s\u00a0]?(?P<letter>[kKmMbBtT])(?![\w²³/]|-\w)")
_SPACED: Final = re.compile(r" (?P<letter>[MB])(?= [a-z])")
_SHORT_VALUES: Final = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}
_LENGTH_AFTER: Final = re.compile(
    r"\s+(?:high|long|deep|wide|tall|above|below|away|from|sprint|race|dash)\b"
)


def _short_scale(text: str, number: FoundNumber, signed: bool, stop: int) -> tuple[float, int]:  # noqa: FBT001
    """Read "m" for million and the like, where it is no metre."""
    match = _SHORT.match(text, number.end, stop) or _SPACED.match(text, number.end, stop)
    if match is None or number.kind != "figure" or number.scaled:
        return number.value, number.end
    letter, glued = match["letter"], match.end() == number.end + 1
    is_scale = glued or letter in "MB" if signed else letter in "MB" or (glued and letter in "kKbB")
    if not signed and glued and letter == "m":
        is_scale = not _LENGTH_AFTER.match(text, match.end()) and number.value >= 1
        is_scale = (
            is_scale and re.match(r"\s+[a-z]", text[match.end() : match.end() + 3]) is not None
        )
    if not is_scale:
        return number.value, number.end
    return round(number.value * _SHORT_VALUES[letter.lower()], 6), match.end()


_POUNDS: Final = re.compile(r"[\s-]*pounds?(?!\w)", re.IGNORECASE)
_MONEY_WORD: Final = re.compile(r"\s+(?:US|U\.S\.|USD|dollars|euros|pounds)(?!\w)")
_PLUS: Final = re.compile(r"(?:\+|-plus|-odd)(?=[\s-])")
_OF: Final = re.compile(r"\s+of\s+")
_OF_A_UNIT: Final = re.compile(r"\s+(?:of\s+)?an?(?=\s+\w)")
_LARGE: Final = 50  # "won" and other words that are also verbs are money only behind such figures.


def _unit(text: str, number: FoundNumber, end: int, stop: int) -> tuple[Unit | None, int]:
    """Return the unit behind a number and where its words end."""
    if number.kind == "vague" and (link := _OF.match(text, end, stop)):
        return match_unit(text, link.end() - 1, stop) or (None, end)
    if number.kind == "fraction":
        link = _OF_A_UNIT.match(text, end, stop)
        found = match_unit(text, link.end(), stop) if link else None
        found = found or (match_unit(text, end, stop) if text[end : end + 1] == "-" else None)
        return found or (None, end)
    if pounds := _POUNDS.match(text, end, stop):
        code = "GBP" if number.scaled or end > number.end else "lb"
        return load_units().by_code[code], pounds.end()
    glued = _PLUS.match(text, end, stop)
    found = match_unit(text, glued.end() if glued else end, stop)
    if found is None:
        return None, end
    if found[0].unit in {"KRW", "VND", "ZAR"} and number.value < _LARGE:
        return None, end
    return found


def _skip_money_word(text: str, end: int, stop: int) -> int:
    """Return the end of a word that repeats the sign ("$76 US")."""
    match = _MONEY_WORD.match(text, end, stop)
    return match.end() if match else end


def _minus(text: str, start: int, value: float, floor: int) -> tuple[int, float]:
    """Read a minus sign that stands alone before a figure, or the word."""
    before = text[max(floor, start - 7) : start]
    alone = start < 2 or text[start - 2] in " (\n\u00a0"  # noqa: PLR2004 - the mark and what is before
    if before[-1:] in {"-", "−", "–"} and alone:
        return start - 1, -value
    if before.lower().endswith("minus "):
        return start - 6, -value
    return start, value


def _compare(text: str, draft: Draft, floor: int, span: Span) -> Draft:
    """Add the comparator words before or behind."""
    glued = read_right_comparator(text, draft.number.end, span.end)
    if glued is not None and glued[1] <= draft.end:
        return msgspec.structs.replace(draft, comparator=glued[0])
    left = read_left_comparator(text, draft.start, max(floor, span.start))
    if left is not None and not (left[0] == ">" and _is_over_time(text, left[1], draft)):
        return msgspec.structs.replace(draft, comparator=left[0], start=left[1])
    right = read_right_comparator(text, draft.end, span.end)
    if right is not None:
        return msgspec.structs.replace(draft, comparator=right[0], end=right[1])
    if draft.number.kind == "vague":
        return msgspec.structs.replace(draft, comparator=">=")
    return draft


def _is_over_time(text: str, start: int, draft: Draft) -> bool:
    """Tell "over two years", which is a length, from "for over two years", which is more."""
    if draft.unit is None or draft.unit.dimension != "duration":
        return False
    if not text.startswith(("over", "Over"), start):
        return False
    return (
        re.search(
            r"\b(?:for|in|by|of|after|at|took|is|was|lasted)\s+(?:just\s+|well\s+)?$",
            text[max(0, start - 14) : start],
            re.IGNORECASE,
        )
        is None
    )


_RANGE: Final = re.compile(
    r"(?:\s?[-–—]\s?|\s+(?:to|and|or)\s+)(?:(?:about|around|nearly|as\s+much\s+as|up\s+to)\s+)?[$€£]?$"
)
_MOVED: Final = re.compile(
    r"\b(?:rose|rise[sn]?|rising|f[ae]ll(?:en|ing|s)?|increas\w+|decreas\w+|grow\w*|grew|drop\w*|declin\w+|climb\w*|"
    r"jump\w*|went|go(?:es|ing|ne)?|up|down|cut|rais\w+|lower\w*|reduc\w+|slow\w*|widen\w*|narrow\w*|shr\wnk\w*|"
    r"chang\w+|revis\w+|upgrad\w+|downgrad\w+|surg\w+|soar\w*|slid\w*|slip\w*|eas\w+|doubl\w+|tripl\w+)\b",
    re.IGNORECASE,
)


def _with_ranges(text: str, span: Span, drafts: list[Draft]) -> list[Amount]:
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
            amount = _amount(text, span, _lend_unit(text, left, right))
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
    if word.startswith("to") and re.search(r"\bfrom\s+$", before) and _MOVED.search(before):
        return None
    unit = right.unit or left.unit
    same = left.unit is None or (right.unit is not None and left.unit.unit == right.unit.unit)
    if not same and not (left.signed and right.unit is None):
        return None
    low, high = _shared_scale(left, right)
    if low >= high:
        return [] if word in {"-", "–", "—"} and unit is None else None
    return _ends(text, span, left, right, (low, high, unit))


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
    name, measure = _measure(text, span, right, unit)
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


def _measure(text: str, span: Span, draft: Draft, unit: Unit | None) -> tuple[str, Measure]:
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


def _amount(text: str, span: Span, draft: Draft) -> Amount | None:
    """Build the amount of one draft."""
    unit, measure = _measure(text, span, draft, draft.unit)
    what = find_what(text, draft.end, span.end, unit)
    if not _counts(text, draft, what):
        return None
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


_NEXT_BY: Final = 2  # "three or four" and "ten or twelve" are ranges; "10 or 50" is a choice.
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
