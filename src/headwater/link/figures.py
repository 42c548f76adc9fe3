"""Figures inside a statement, and whether two of them can be one quantity."""

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from headwater.lexicon.tables import country_words
from headwater.lexicon.units import Unit, load_units
from headwater.link.days import find_dates
from headwater.text.numbers import FoundNumber, find_numbers, parse_ordinal

ANOTHER: Final = re.compile(r"\b(?:another|(?:a|an) (?:further|additional|extra)) $", re.I)
MORE: Final = re.compile(r" (?:more|further|additional)\b(?! than\b)", re.I)
ROUNDING: Final = 0.025  # relative; "$24m" for 23.8 and "nearly 600" for 596 are one figure
LOOSE_ROUNDING: Final = 0.10  # relative, where one side says "nearly", "about", "more than"
CLOSE_BOUND: Final = 0.01  # relative, between a bound and what it is the bound of
NAMED: Final = re.compile(r"[^\W\d_]-?$")  # before a number that is part of a name: "Covid-19"
CODE: Final = re.compile(r"[^\W\d_]+\d\w*")  # behind the first number of a code: "8K402"
NAME: Final = re.compile(r"\w\W{1,3}([A-Z][a-z]+)\s$")  # of which a number may be part: "Line 740"
COUNTED: Final = re.compile(
    r"\s+(?:people|men|women|children|dead|more|others?|of|[a-z]{2,}[^\Wsui]s)\b"
)  # behind a number that counts
SERIES: Final = re.compile(r"\d-$")  # before the second half of a name's number: "740-200"
AGED: Final = re.compile(r"(?:[A-Z][\w’'-]+(?:,\s|\s\()|\baged\s)$")  # "Anna Berg, 52, who"
OLD: Final = re.compile(r"[\s-]olds?\b")
MEANT: Final = re.compile(r"(?:\b(?:the|these|those|its|their|his|her|our|my)|\w['’]s)\s+$", re.I)
PIECE: Final = re.compile(r"\b(?:first|second|latter)\s+$", re.I)  # "the second half of May"
OLDEST: Final = 110  # years
FEW: Final = 12  # what "the two judges" counts at most: those whom the reader knows
BASES: Final = frozenset({"kg", "m", "m2", "l", "day"})  # units into which others are converted
LOOSE_TIMES: Final = frozenset("second millisecond month quarter year decade century".split())
SMALL: Final = 20  # counts below it are not rounded
ROUND: Final = 10  # a count that is no multiple of it is told to the last one
SHORT: Final = frozenset({"nearly", "almost", "close to"})  # of a value that is not reached
PERCENT: Final = 100.0
_COMPARE: Final = (
    (">=", ("at least", "no fewer than", "no less than")),
    ("<=", ("up to", "at most", "no more than", "as many as", "as much as")),
    ("<", ("less than", "fewer than", "just under", "under", "below")),
    (
        ">",
        (
            *("more than", "greater than", "higher than", "well over", "just over", "over"),
            *("above", "exceeded", "exceeds", "exceeding", "exceed"),
        ),
    ),
    ("~", ("nearly", "almost", "close to", "about", "around", "roughly", "approximately", "some")),
    ("~", ("an estimated",)),
)
_SIGNS: Final = {words: sign for sign, listed in _COMPARE for words in listed}
_BEFORE: Final = re.compile(
    rf"\b({'|'.join(sorted(_SIGNS, key=len, reverse=True))})\s+(?:a\s+|the\s+)?$", re.IGNORECASE
)
_CURRENCY: Final = re.compile(r"(?:US\$|[$€£¥])\s?$")
_SHORT: Final = re.compile(r"(bn|mn|tn|[kmb])\b", re.IGNORECASE)
_SHORT_SCALE: Final = {"k": 1e3, "m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12}
_MONEY: Final = frozenset("dollar euro pound yuan ruble rouble franc yen".split())
_AFTER: Final = re.compile(
    r"(?P<plus>\+|-plus\b)?[\s-]?(?P<unit>%|per\s?cent\b|percentage points?\b|dollars?\b|euros?\b|"
    r"pounds?\b|yuan\b|rou?bles?\b|francs?\b|yen\b|(?:metric\s)?tonn?e?s?\b|barrels?\b|"
    r"kilomet(?:er|re)s?\b|km\b|miles?\b|years?\b|decades?\b|centur(?:y|ies)\b|months?\b|weeks?\b|"
    r"days?\b|hours?\b|minutes?\b|(?:st|nd|rd|th)\b)?",
    re.IGNORECASE,
)
_ORDINAL: Final = re.compile(r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b")
NAMING: Final = re.compile(r"(?<=\w\s)[A-Z][a-z]+\s[A-Z]")  # "the Fourth Army": no rank
_LOOSE: Final = re.compile(r"\b(dozens|scores|hundreds|thousands|millions|billions)\b", re.I)
_LOOSE_VALUE: Final = {
    "dozens": 24.0, "scores": 40.0, "hundreds": 200.0, "thousands": 2e3, "millions": 2e6,
    "billions": 2e9,
}  # fmt: skip
_LONG_TIME: Final = {"decade": 10.0, "centur": 100.0}


class Figure(NamedTuple):
    """A number with unit and what it leaves open.

    Attributes:
        unit: `percent`, `money`, `rank`, a unit word, `count`, or `#` with the word whose number
            it is ("Line 740").
        comparator: One of `= ~ > >= < <=`.
        passing: True if it tells who or what is meant, not how much there is: a number in a name,
            an age, "the two judges".
        short: True if the value is not reached: "nearly 600".
        added: True if it comes on top of others: "three more", "another 30".
    """

    value: float
    unit: str
    comparator: str
    start: int
    end: int
    passing: bool = False
    short: bool = False
    added: bool = False

    def low(self) -> float:
        """Return the least value it allows."""
        if "<" in self.comparator:
            return float("-inf")
        return self.value * (1 - LOOSE_ROUNDING if self.comparator == "~" else 1)

    def high(self) -> float:
        """Return the greatest value it allows."""
        if ">" in self.comparator:
            return float("inf")
        return self.value * (1 + LOOSE_ROUNDING if self.comparator == "~" else 1)


def _unit(word: str) -> str:
    """Return the family of a unit word."""
    lower = re.sub(r"\s", "", word.lower()).removeprefix("metric").rstrip("s")
    if lower in _MONEY:
        return "money"
    if lower in {"%", "percent"} or lower.startswith("percentagepoint"):
        return "percent"
    if lower in {"th", "t", "nd", "rd"}:
        return "rank"
    return "year" if lower[:6] in _LONG_TIME else lower or "count"


def _measure(word: str) -> Unit | None:
    """Return the unit of a word if it converts into others: "48 hours" are "two days"."""
    unit = load_units().by_word.get(re.sub(r"[\s-]+", " ", word.lower()))
    return unit if unit and unit.base in BASES and unit.unit not in LOOSE_TIMES else None


def _figure(text: str, number: FoundNumber) -> Figure | None:
    """Return the figure of a number with the words around it; None for a bare "one"."""
    value, end = number.value, number.end
    before = text[: number.start]
    currency = _CURRENCY.search(before)
    if currency and not number.scaled and (short := _SHORT.match(text, end)):
        value *= _SHORT_SCALE[short[1].lower()]
        end = short.end()
    after = _AFTER.match(text, end)
    word = (after["unit"] or "") if after else ""
    plus = bool(after and after["plus"])
    compared = _BEFORE.search(before[: currency.start()] if currency else before)
    unit = "money" if currency else _unit(word)
    if number.kind == "fraction" and unit == "count":
        value, unit = value * PERCENT, "percent"
    if (value == 1 and unit == "count" and number.kind == "words") or _is_no_amount(text, number):
        return None
    if unit == "count" and (name := _name_around(text, number)):
        return Figure(value, f"#{name}", "=", number.start, end, passing=True)
    value *= _LONG_TIME.get(word.lower()[:6], 1.0)
    measured = None if currency or plus else load_units().words.match(text, end)
    if measured and (base := _measure(measured["word"])):
        value, unit = value * base.factor, base.base
    sign = ">" if plus else _SIGNS[compared[1].lower()] if compared else "="
    start = compared.start() if compared else currency.start() if currency else number.start
    last = after.end() if after and word else end
    last = measured.end() if measured and unit in BASES else last
    passing = _is_passing(text, number, unit, last)
    below = not plus and compared is not None and compared[1].lower() in SHORT
    added = ANOTHER.search(before) is not None or MORE.match(text, end) is not None
    return Figure(value, unit, sign, start, last, passing=passing, short=below, added=added)


def _is_no_amount(text: str, number: FoundNumber) -> bool:
    """Tell whether a number is the rest of a name, or part of that of a stretch of time."""
    before = text[: number.start]
    if NAMED.search(before) or SERIES.search(before):
        return True
    return number.kind == "fraction" and PIECE.search(before) is not None


def _name_around(text: str, number: FoundNumber) -> str | None:
    """Return the code or word of whose name a number is part ("Line 740"), None if it counts."""
    if code := CODE.match(text, number.end):
        return code[0].lower()
    name = NAME.search(text[: number.start])
    if not number.plain or name is None or COUNTED.match(text, number.end):
        return None
    word = name[1].lower()
    return None if word in country_words() or find_dates(word) else word


def _is_passing(text: str, number: FoundNumber, unit: str, end: int) -> bool:
    """Tell whether a number is an age, or counts those whom the reader knows ("the two judges")."""
    before = text[: number.start]
    if unit == "count" and number.kind == "words":
        return number.value <= FEW and MEANT.search(before) is not None
    if unit == "year" and OLD.match(text, end):
        return True
    follows = text[end : end + 1] in {",", ")", ""}
    aged = number.plain and unit == "count" and number.value <= OLDEST
    return aged and follows and AGED.search(before) is not None


def find_figures(text: str, taken: Iterable[tuple[int, int]] = ()) -> tuple[Figure, ...]:
    """Return the figures of a text in order, outside the stretches already taken by dates."""
    blocked = list(taken)

    def free(start: int, end: int) -> bool:
        return not any(start < last and first < end for first, last in blocked)

    found = []
    for number in find_numbers(text):
        figure = _figure(text, number) if number.kind != "vague" else None
        if figure is not None and free(number.start, number.end):
            found.append(figure)
            blocked.append((figure.start, figure.end))
    for match in _LOOSE.finditer(text):
        if free(*match.span()):
            value = _LOOSE_VALUE[match.group().lower()]
            found.append(Figure(value, "count", ">=", *match.span()))
    for match in _ORDINAL.finditer(text.lower()):
        if free(*match.span()):
            named = NAMING.match(text, match.start()) is not None
            value = float(parse_ordinal(match[0]) or 0)
            found.append(Figure(value, "rank", "=", *match.span(), passing=named))
    return tuple(sorted(found, key=lambda figure: figure.start))


def _to_the_last(figure: Figure) -> bool:
    """Tell whether a count is told to the last one: "1,178", not "1,180"."""
    return figure.unit == "count" and figure.value % ROUND != 0


def agree(left: Figure, right: Figure) -> bool:
    """Tell whether two figures may state one quantity, allowing for rounding.

    Two counts told to the last one must be equal; "nearly 600" is no more than 600, and "fewer
    than half" is not "more than half".
    """
    if left.unit != right.unit:
        return False
    alike = left.comparator == right.comparator != "~"  # "at least 312" is not "at least 321"
    if alike and _to_the_last(left) and _to_the_last(right):
        return left.value == right.value
    for one, two in ((left, right), (right, left)):
        if one.short and two.comparator == "=" and two.value > one.value:
            return False
        if one.comparator[0] == "<" and two.comparator[0] == ">" and one.high() <= two.low():
            return False
    greater = max(abs(left.value), abs(right.value), 1e-9)
    gap = abs(left.value - right.value) / greater
    loose = left.comparator != "=" or right.comparator != "="
    exact = left.unit[0] == "#" or (greater < SMALL and left.unit in {"count", "rank"})
    if exact and not loose:
        return gap == 0
    return gap <= (LOOSE_ROUNDING if loose else ROUNDING)


def is_one_value(left: Figure, right: Figure) -> bool:
    """Tell whether two figures are one quantity, rounded by two: "more than $915m", "$916m".

    A bound of the very value is none: "at least 12" leaves open what "12" says.
    """
    if not agree(left, right):
        return False
    if left.comparator == right.comparator or {left.comparator, right.comparator} <= {"=", "~"}:
        return True
    gap = abs(left.value - right.value) / max(abs(left.value), abs(right.value))
    bounds = ((left, right), (right, left))
    fits = all(a.comparator == "=" or a.low() <= b.value <= a.high() for a, b in bounds)
    return fits and 0 < gap <= CLOSE_BOUND


def implies(left: Figure, right: Figure) -> bool:
    """Tell whether whoever accepts the left figure must accept the right one."""
    same_unit = left.unit == right.unit
    return same_unit and right.low() <= left.low() and left.high() <= right.high()


def none_shared(left: Sequence[Figure], right: Sequence[Figure]) -> bool:
    """Tell whether one side alone has figures, or both have, and none of them agrees.

    What only tells who or what is meant is no figure of one side alone.
    """
    telling = any(not figure.passing for figure in (*left, *right))
    return telling and not any(agree(f, g) for f in left for g in right)


def unmatched(left: Sequence[Figure], right: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """Return pairs of figures of one unit that cannot be one quantity.

    "Three more" contradicts no "five": it comes on top of it.
    """
    free_left = [f for f in left if not any(agree(f, g) for g in right)]
    free_right = [g for g in right if not any(agree(f, g) for f in left)]
    return [
        (f, g) for f in free_left for g in free_right if f.unit == g.unit and f.added == g.added
    ]
