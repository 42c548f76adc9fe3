"""Figures and dates inside a statement."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

_ONES: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12,
}  # fmt: skip
_SCALES: Final = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9,
    "bn": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12, "dozen": 12.0,
}  # fmt: skip
_VAGUE: Final = {"dozens": 24.0, "scores": 40.0, "hundreds": 200.0, "thousands": 2e3, "millions": 2e6, "billions": 2e9}
_FRACTIONS: Final = {
    "half": 50.0, "third": 100 / 3, "quarter": 25.0, "two-thirds": 200 / 3, "two thirds": 200 / 3,
    "three-quarters": 75.0, "three quarters": 75.0, "three-fourths": 75.0,
}  # fmt: skip
_ORDINALS: Final = {
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march", "april apr", "may", "june jun", "july jul",
         "august aug", "september sept sep", "october oct", "november nov", "december dec"), 1,
    )
    for name in names.split()
}  # fmt: skip
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WORD: Final = "|".join(sorted(_ONES, key=len, reverse=True))
_COMPARE: Final = (
    r"(?P<cmp>more than|greater than|higher than|over|above|exceed(?:s|ed|ing)?|at least|no fewer than|no less than|"
    r"up to|at most|no more than|as many as|as much as|less than|fewer than|under|below|nearly|almost|close to|about|"
    r"around|roughly|approximately|an estimated|some|just over|just under|well over)\s+(?:a\s+|the\s+)?"
)
NUMBER: Final = re.compile(
    rf"(?:\b{_COMPARE})?(?P<cur>US\$|\$|€|£|¥)?\s?"
    rf"(?P<num>\d[\d,]*(?:\.\d+)?|\b(?:{_WORD})(?:[-\s](?:{_WORD}))?\b(?=[\s-]))"
    r"(?P<plus>\+)?(?:[\s-]?(?P<scale>hundred|thousand|million|billion|trillion|dozen|bn|mn|tn|[kmb](?![\w]))\b)*"
    r"(?:[\s-]?(?P<unit>%|per\s?cent\b|percentage points?\b|dollars?\b|euros?\b|pounds?\b|yuan\b|rubles?\b|roubles?\b|"
    r"tons?\b|tonnes?\b|metric tons?\b|barrels?\b|kilomet(?:er|re)s?\b|km\b|miles?\b|years?\b|decades?\b|centur(?:y|ies)\b|months?\b|weeks?\b|days?\b|hours?\b|"
    r"minutes?\b|th\b|st\b|nd\b|rd\b))?",
    re.IGNORECASE,
)
_PART: Final = re.compile(
    rf"(?:\b{_COMPARE})?\b(?P<part>two[- ]thirds|three[- ](?:quarters|fourths)|half|(?:a|one)[- ](?:third|quarter))\b", re.I
)
_LOOSE: Final = re.compile(r"\b(dozens|scores|hundreds|thousands|millions|billions)\b", re.I)
_RANK: Final = re.compile(rf"\b({'|'.join(_ORDINALS)})\b", re.I)
_YEAR: Final = re.compile(r"(?<![\d,.$€£])(?:19|20)\d\d(?!,?\d|\.\d|%|\s(?:million|billion|percent))s?\b")
_DAY: Final = re.compile(
    rf"\b({'|'.join(m for m in _MONTHS if m != 'may')}|May)\.?(?:\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?!,\d))?", re.I
)
_DAY_FIRST: Final = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({'|'.join(_MONTHS)})\b", re.I)
_WEEKDAY: Final = re.compile(rf"\b({'|'.join(_WEEKDAYS)})s?\b", re.I)
ROUNDING: Final = 0.025  # relative; "$24m" for 23.8 and "nearly 600" for 596 are one figure
LOOSE_ROUNDING: Final = 0.10  # relative, where one side says "nearly", "about", "more than"


class Figure(NamedTuple):
    """A number with unit and what it leaves open.

    Attributes:
        unit: `percent`, `money`, `rank`, a unit word, or `count`.
        comparator: One of `= ~ > >= < <=`.
    """

    value: float
    unit: str
    comparator: str
    start: int
    end: int

    def low(self) -> float:
        """Return the least value it allows."""
        return self.value if self.comparator in {"=", ">", ">="} else -1e30 if "<" in self.comparator else self.value * 0.9

    def high(self) -> float:
        """Return the greatest value it allows."""
        return self.value if self.comparator in {"=", "<", "<="} else 1e30 if ">" in self.comparator else self.value * 1.1


class When(NamedTuple):
    """A date word: kind `year`, `month`, `day` or `weekday`, and its value."""

    kind: str
    value: tuple[int, ...]
    start: int
    end: int


def _comparator(words: str | None) -> str:
    """Return the sign of comparing words."""
    if not words:
        return "="
    lower = words.lower()
    if lower in {"at least", "no fewer than", "no less than"}:
        return ">="
    if lower in {"up to", "at most", "no more than", "as many as", "as much as"}:
        return "<="
    if lower in {"less than", "fewer than", "under", "below", "just under"}:
        return "<"
    if lower.startswith(("more", "greater", "higher", "over", "above", "exceed", "just over", "well")):
        return ">"
    return "~"


def _unit(currency: str | None, unit: str | None) -> str:
    """Return the family of a unit."""
    lower = (unit or "").lower().replace(" ", "")
    if currency or lower.rstrip("s") in {"dollar", "euro", "pound", "yuan", "ruble", "rouble"}:
        return "money"
    if lower in {"%", "percent"} or lower.startswith("percentagepoint"):
        return "percent"
    if lower in {"th", "st", "nd", "rd"}:
        return "rank"
    if lower.rstrip("s") in {"ton", "tonne", "metricton"}:
        return "ton"
    if lower.startswith(("decade", "centur")):
        return "year"
    return lower.rstrip("s") or "count"


def _value(words: str) -> float | None:
    """Return the value of digits or number words."""
    plain = words.replace(",", "")
    try:
        return float(plain)
    except ValueError:
        parts = [_ONES.get(part) for part in re.split(r"[-\s]+", plain.lower())]
        known = [part for part in parts if part is not None]
        return float(sum(known)) if known else None


def _overlaps(start: int, end: int, taken: Iterable[tuple[int, int]]) -> bool:
    return any(start < last and first < end for first, last in taken)


def find_figures(text: str, taken: Iterable[tuple[int, int]] = ()) -> tuple[Figure, ...]:
    """Return the figures of a text in order, outside the stretches already taken by dates."""
    blocked = list(taken)
    found: list[Figure] = []
    for match in _PART.finditer(text):
        part = re.sub(r"^(?:a|one)[- ]", "", match["part"].lower())
        found.append(Figure(_FRACTIONS[part.replace("fourths", "quarters")], "percent", _comparator(match["cmp"]), *match.span()))
    blocked += [(f.start, f.end) for f in found]
    for match in NUMBER.finditer(text):
        value = _value(match["num"])
        start = match.start("cmp") if match["cmp"] else match.start("num")
        if value is None or _overlaps(match.start("num"), match.end("num"), blocked):
            continue
        if match["num"].lower() == "one" and not match["scale"] and not match["unit"]:
            continue
        for scale in re.findall(r"hundred|thousand|million|billion|trillion|dozen|bn|mn|tn|[kmb]\b", text[match.end("num") : match.end()].lower()):
            value *= _SCALES[scale]
        unit = (match["unit"] or "").lower()
        value *= 10.0 if unit.startswith("decade") else 100.0 if unit.startswith("centur") else 1.0
        comparator = ">" if match["plus"] else _comparator(match["cmp"])
        found.append(Figure(value, _unit(match["cur"], match["unit"]), comparator, start, match.end()))
        blocked.append((start, match.end()))
    for match in _LOOSE.finditer(text):
        if not _overlaps(*match.span(), blocked):
            found.append(Figure(_VAGUE[match.group().lower()], "count", ">=", *match.span()))
    for match in _RANK.finditer(text):
        if not _overlaps(*match.span(), blocked):
            found.append(Figure(float(_ORDINALS[match.group().lower()]), "rank", "=", *match.span()))
    return tuple(sorted(found, key=lambda figure: figure.start))


def find_dates(text: str) -> tuple[When, ...]:
    """Return the date words of a text in order."""
    found: list[When] = []
    for match in _YEAR.finditer(text):
        kind = "decade" if match.group().endswith("s") else "year"
        found.append(When(kind, (int(match.group()[:4]),), *match.span()))
    for match in _DAY_FIRST.finditer(text):
        found.append(When("day", (_MONTHS[match[2].lower()], int(match[1])), *match.span()))
    for match in _DAY.finditer(text):
        if match[1] == "may" or _overlaps(*match.span(), [(w.start, w.end) for w in found]):
            continue
        if match[1].lower() in {"march", "may"} and not match[1][0].isupper():
            continue
        month = _MONTHS[match[1].lower()]
        value = (month, int(match[2])) if match[2] else (month,)
        found.append(When("day" if match[2] else "month", value, *match.span()))
    for match in _WEEKDAY.finditer(text):
        found.append(When("weekday", (_WEEKDAYS.index(match[1].lower()),), *match.span()))
    return tuple(sorted(found, key=lambda when: when.start))


def agree(left: Figure, right: Figure) -> bool:
    """Tell whether two figures may state one quantity, allowing for rounding."""
    if left.unit != right.unit:
        return False
    greater = max(abs(left.value), abs(right.value), 1e-9)
    gap = abs(left.value - right.value) / greater
    loose = left.comparator != "=" or right.comparator != "="
    small = greater < 20 and left.unit in {"count", "rank"} and not loose  # noqa: PLR2004
    return gap == 0 if small else gap <= (LOOSE_ROUNDING if loose else ROUNDING)


def implies(left: Figure, right: Figure) -> bool:
    """Tell whether whoever accepts the left figure must accept the right one."""
    return left.unit == right.unit and right.low() <= left.low() and left.high() <= right.high()
