"""Numbers with sign, scale, unit and comparator put to them."""

import re
from typing import Final

import msgspec

from headwater.lexicon.units import Unit, load_units, match_sign, match_unit
from headwater.model.base import Record
from headwater.model.parse import Comparator
from headwater.model.span import Span
from headwater.parse.amounts.comparators import read_left_comparator, read_right_comparator
from headwater.parse.amounts.references import is_reference
from headwater.text.number_words import UNITS
from headwater.text.numbers import FoundNumber


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


def read_draft(text: str, number: FoundNumber, floor: int, span: Span) -> Draft | None:
    """Put sign, short scale, unit and comparator to a number; None if it is no quantity."""
    if (longer := _one_and_more(text, number, floor)) is not None:
        return _compare(text, longer, floor, span)
    sign = match_sign(text, number.start, floor)
    start = sign[1] if sign else number.start
    value, end = _short_scale(text, number, sign is not None, span.end)
    unit, unit_end = _unit(text, number, end, span.end)
    if sign is not None:
        unit = sign[0]
        unit_end = _skip_money_word(text, end, span.end)
    if unit is None and sign is None:
        unit = load_units().by_code["year"] if _is_age(text, number, floor) else None
        unit = unit or _unit_of_all(text, number, end, span.end)
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
    return _compare(text, _owed(text, draft, span.end), floor, span)


_ONE_AND: Final = re.compile(
    r"\b(?:an?|(?:the\s+)?(?:last|past|next|first))(?P<unit>\s+[a-z]+)\s+and\s+$", re.IGNORECASE
)


def _one_and_more(text: str, number: FoundNumber, floor: int) -> Draft | None:
    """Read "a year and a half", where the unit stands before the fraction; None elsewhere."""
    found = _ONE_AND.search(text, floor, number.start) if number.kind == "fraction" else None
    unit = match_unit(text, found.start("unit"), found.end("unit")) if found else None
    if found is None or unit is None:
        return None
    value = (1 + number.value) * unit[0].scale
    return Draft(number=number, start=found.start(), end=number.end, value=value, unit=unit[0])


_OF_ALL: Final = re.compile(
    r"\s+of\s+(?:(?:the|his|her|its|their)\s+)?(?:(?:past|last|previous|prior|next|first)\s+)?"
    r"(?P<all>\d+|[a-z]+)(?=\s)"
)


def _unit_of_all(text: str, number: FoundNumber, end: int, stop: int) -> Unit | None:
    """Return the unit of "10" in "10 of the past 15 years"; None where no time follows."""
    found = _OF_ALL.match(text, end, stop) if number.plain else None
    if found is None:
        return None
    word = found["all"]
    whole = int(word) if word.isdigit() else UNITS.get(word, 0)
    unit = match_unit(text, found.end(), stop) if number.value < whole else None
    return unit[0] if unit is not None and unit[0].dimension == "duration" else None


_AGE_BEFORE: Final = re.compile(r"(?:[A-Z][\w’'-]+,|\b(?:aged?|age\s+of|turned|turning))\s+$")
_OLDEST: Final = 115  # Years.


def _is_age(text: str, number: FoundNumber, floor: int) -> bool:
    """Tell the age in "Ada Pym, 45, said" and "aged 45" from other bare figures."""
    before = _AGE_BEFORE.search(text[max(floor, number.start - 24) : number.start])
    if before is None or not (number.plain and 0 < number.value <= _OLDEST):
        return False
    return not before.group().rstrip().endswith(",") or text[number.end : number.end + 1] == ","


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


_IN_DEBT: Final = re.compile(r"\s+in\s+the\s+red\b", re.IGNORECASE)


def _owed(text: str, draft: Draft, stop: int) -> Draft:
    """Read an amount that is below nothing ("$3 million in the red")."""
    found = _IN_DEBT.match(text, draft.end, stop)
    if found is None or draft.value <= 0:
        return draft
    return msgspec.structs.replace(draft, value=-draft.value, end=found.end())


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
