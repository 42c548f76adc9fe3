"""Number words and figures to values."""

import re
from collections.abc import Iterator
from typing import Final, Literal

from headwater.model.base import Record
from headwater.text.number_words import (
    FRACTIONS,
    SCALES,
    SHORT_SCALES,
    TENS,
    UNITS,
    VULGAR,
    WORD_SCALES,
    NumberSum,
)
from headwater.text.number_words import parse_ordinal as parse_ordinal

Kind = Literal["figure", "words", "fraction", "vague"]

# At most 18 digits: longer runs are codes, and a double holds no more.
_DIGITS: Final = (
    r"\d{1,3}(?:[,\u00a0\u202f’]\d{2,3}){1,6}(?!\d)(?:\.\d{1,18}(?!\d))?|"
    r"\d{1,18}\.\d{1,18}(?!\d)|\d{1,18}(?!\d)|\.\d{1,18}(?!\d)"
)
_LONG: Final = "|".join(sorted(WORD_SCALES, key=lambda word: (-len(word), word)))
_BRIEF: Final = "|".join(sorted(SHORT_SCALES, key=lambda word: (-len(word), word)))
_SMALL: Final = "|".join(sorted((*UNITS, *TENS), key=lambda word: (-len(word), word)))
_PARTS: Final = "|".join(sorted(FRACTIONS, key=lambda word: (-len(word), word)))

# A figure may follow a currency code without a space ("EUR50m", "RM120,000"); who calls checks it.
_FIGURE: Final = (
    r"(?:(?<![\w.,])|(?<=\b[A-Z]{3})|(?<=\b[A-Z][A-Za-z]))"
    rf"(?P<figure>(?:{_DIGITS})(?:[ \u00a0]?\d/\d(?!\d))?[½¼¾⅓⅔⅛⅕]?|[½¼¾⅓⅔⅛⅕])"
    rf"(?P<scale>(?:[\s\u00a0-]?(?:{_LONG})(?:\s(?:{_LONG}))?(?!\w)|[\s\u00a0]?(?:{_BRIEF})\b))?"
)
_RATIO: Final = (
    rf"(?P<ratio>\b(?:(?:a|an|one|two|three|four|five|six|seven|eight|nine)[\s-]+(?:{_PARTS}))\b)"
)
_WORDS: Final = (
    rf"(?P<words>\b(?:(?:(?:an?\s+|a\s+couple\s+)?(?:{_LONG})|(?:{_SMALL}))"
    rf"(?:(?:[\s-]+|\s+and\s+)(?:{_SMALL}|{_LONG})){{0,14}})\b)"
)
_PART_OF_SCALE: Final = (
    rf"(?P<part>\b(?:(?P<top>an?|one|two|three)[\s-]+)?(?P<piece>half|quarters?)"
    rf"(?:\s+(?:of\s+)?an?)?[\s-]+(?P<of>{_LONG})\b)"
)
_VAGUE: Final = (
    r"(?P<vague>\b(?:(?:tens|hundreds|thousands)\s+of\s+)?(?:hundreds|thousands|millions|billions|"
    r"trillions|dozens|scores|tens)\b(?=\s+of\b|\s+more\b))"
)
_HALF: Final = r"(?P<half>\bhalf\b(?![-\s](?:year|time|brother|sister|dozen|century)))"
_SLASHED: Final = (
    r"(?P<slashed>(?<![\w.,/⁄])(?:\d{1,2}[\s\u00a0])?[1-9]\d?[/⁄](?:[2-9]|1[0-9]\d?|32|64)\b"
    r"(?![/⁄\d])(?=\s+of\b|[\s-]+(?:inch|mile|cup)))"
)
_NUMBER: Final = re.compile(
    rf"{_SLASHED}|{_FIGURE}|{_VAGUE}|{_PART_OF_SCALE}|{_RATIO}|{_WORDS}|{_HALF}", re.IGNORECASE
)
_IN: Final = re.compile(
    rf"[\s]+(?:in|out\s+of|of\s+every)\s+(?:every\s+)?(?P<of>{_SMALL}|\d[\d,]*)\b"
    r"(?!\s+(?:days?|weeks?|months?|years?|hours?|minutes?|seconds?|decades?|quarters?))",
    re.IGNORECASE,
)
_PIECE: Final = re.compile(r"[A-Za-z]+")


class FoundNumber(Record, frozen=True, kw_only=True):
    """A number in a text.

    Attributes:
        start, end: Where it stands, scale words included.
        value: Its value; a fraction is below 1.
        kind: Figures, words, a fraction ("two-thirds", "one in five"), or only an order of
            magnitude ("hundreds of", with the least value that it allows).
        scale: What its scale words ("million") multiply to, 1 without them.
        plain: True for a run of digits alone, as years and house numbers are written.
    """

    start: int
    end: int
    value: float
    kind: Kind
    scale: float = 1.0
    plain: bool = False

    @property
    def scaled(self) -> bool:
        """Tell whether a scale word is part of it."""
        return self.scale != 1.0


def find_numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[FoundNumber]:
    """Yield the numbers of a stretch in text order; they do not overlap.

    Args:
        text: The whole text; positions count in it.
        start: Where the stretch begins.
        end: Where it ends; the end of the text by default.
    """
    stop = len(text) if end is None else end
    position = start
    while match := _NUMBER.search(text, position, stop):
        found = _read(text, match, stop)
        position = match.end()
        if found is not None:
            position = found.end
            yield found


def parse_number(text: str) -> float | None:
    """Return the value of a text that is one number and nothing else, else None."""
    stripped = text.strip()
    for found in find_numbers(stripped):
        return found.value if (found.start, found.end) == (0, len(stripped)) else None
    return None


def _read(text: str, match: re.Match[str], stop: int) -> FoundNumber | None:
    """Turn a match of the number pattern into a number, None if it is none after all."""
    match match.lastgroup:
        case "figure" | "scale":
            return _with_share(text, _read_figure(match), stop)
        case "slashed":
            return _read_slashed(match)
        case "part":
            return _read_part(match)
        case "vague":
            return _read_vague(match)
        case "ratio":
            return _read_ratio(match)
        case "half":
            return FoundNumber(start=match.start(), end=match.end(), value=0.5, kind="fraction")
        case _:
            return _with_share(text, _read_words(match), stop)


def _read_slashed(match: re.Match[str]) -> FoundNumber:
    """Read "3/4" and "1 1/2"."""
    *whole, part = match.group().replace("\u00a0", " ").rsplit(" ", 1)
    top, bottom = re.split("[/⁄]", part)
    value = int(top) / int(bottom) + (float(whole[0]) if whole else 0.0)
    return FoundNumber(start=match.start(), end=match.end(), value=value, kind="fraction")


def _read_part(match: re.Match[str]) -> FoundNumber:
    """Read "half a million" and "three quarters of a billion"."""
    top = UNITS.get((match["top"] or "").lower(), 1)
    scale = SCALES[match["of"].lower()]
    value = scale * top / FRACTIONS[match["piece"].lower()]
    return FoundNumber(start=match.start(), end=match.end(), value=value, kind="words", scale=scale)


def _read_vague(match: re.Match[str]) -> FoundNumber:
    """Read "tens of thousands" as the least that it allows."""
    value = 1.0
    for word in _PIECE.findall(match.group().lower()):
        value *= _VAGUE_VALUES.get(word, 1.0)
    return FoundNumber(start=match.start(), end=match.end(), value=value, kind="vague")


_VAGUE_VALUES: Final = {
    "tens": 10.0, "dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "thousands": 1e3,
    "millions": 1e6, "billions": 1e9, "trillions": 1e12,
}  # fmt: skip


def _read_figure(match: re.Match[str]) -> FoundNumber:
    """Read digits, a fraction behind them, and scale words."""
    figure = match["figure"]
    value = 0.0
    digits = re.match(r"[\d,.\u00a0\u202f’]+", figure)
    rest = figure[digits.end() :] if digits else figure
    simple = re.fullmatch(r"\s*(\d)/(\d)", rest)
    if digits:
        value = float(re.sub(r"[,\u00a0\u202f’]", "", digits.group()))
    if simple and simple[2] != "0":
        value += int(simple[1]) / int(simple[2])
    value += sum(VULGAR.get(mark, 0.0) for mark in rest)
    scale = 1.0
    for word in _PIECE.findall((match["scale"] or "").lower()):
        scale *= SCALES[word]
    return FoundNumber(
        start=match.start("figure"),
        end=match.end(),
        value=_tidy(value * scale),
        kind="figure",
        scale=scale,
        plain=figure.isdigit() and scale == 1.0,
    )


def _tidy(value: float) -> float:
    """Take off the dust of binary fractions: 107.02 million is 107020000."""
    rounded = round(value)
    return float(rounded) if abs(value - rounded) < 1e-6 * max(1.0, abs(value)) * 1e-3 else value


def _read_ratio(match: re.Match[str]) -> FoundNumber | None:
    """Read "two-thirds" or "a quarter"."""
    top, part = _PIECE.findall(match.group().lower())
    count = UNITS.get(top, 1)
    singular = not part.endswith("s")
    follows = match.string[match.end() : match.end() + 24]
    ordinal = part not in {"half", "quarter"} and singular and _NOUN_FOLLOWS.match(follows)
    if singular != (count == 1) and part != "half":
        return _only_count(match, count)
    if ordinal or (part == "half" and re.match(r"[\s-]+(?:hour|dozen|year|century)", follows)):
        return None
    value = count / FRACTIONS[part]
    return FoundNumber(start=match.start(), end=match.end(), value=value, kind="fraction")


def _only_count(match: re.Match[str], count: int) -> FoundNumber | None:
    """Give the number alone where the part does not fit: "two third parties"."""
    word = _PIECE.match(match.group())
    if word is None or word.group().lower() in {"a", "an"}:
        return None
    start = match.start()
    return FoundNumber(start=start, end=start + word.end(), value=float(count), kind="words")


# "a third of", "a third more", "by a third." are fractions; "a third term" is an ordinal.
_NOUN_FOLLOWS: Final = re.compile(
    r"[\s-]+(?!(?:of|more|less|fewer|higher|lower|larger|smaller|as|in|to|by|from|since|and|or|were|was|are|"
    r"is|had|have|has|on|at|for|said|say|came|come|went|go|did|do|this|the|last|over|between)\b)[a-z]",
)


_FILLERS: Final = frozenset({"a", "an", "and", "couple"})


def _read_words(match: re.Match[str]) -> FoundNumber | None:
    """Read as many of the number words as make one number."""
    words = list(_PIECE.finditer(match.group()))
    factor = 2.0 if any(w.group().lower() == "couple" for w in words[:2]) else 1.0
    added, end = NumberSum(), match.start()
    for piece in words:
        word = piece.group().lower()
        if word in _FILLERS:
            continue
        if not added.add(word):
            break
        end = match.start() + piece.end()
    if end == match.start():
        return None
    value = added.value * factor
    return FoundNumber(start=match.start(), end=end, value=value, kind="words", scale=added.scale)


# "one in 2020" is no share: only round wholes are named that way.
_WHOLES: Final = frozenset(
    {2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 50, 100, 1000, 10000, 100000}
)


_AND_A_HALF: Final = re.compile(
    rf"\s+and\s+an?\s+(?P<part>half|quarter|third)(?:\s+(?P<scale>{_LONG}))?\b(?!-)", re.IGNORECASE
)


def _with_share(text: str, found: FoundNumber | None, stop: int) -> FoundNumber | None:
    """Read on through "in five" or "out of ten" if that makes a share, or "and a half"."""
    if found is None or found.scaled or found.value % 1:
        return found
    if more := _AND_A_HALF.match(text, found.end, stop):
        scale = SCALES[more["scale"].lower()] if more["scale"] else 1.0
        value = (found.value + 1 / FRACTIONS[more["part"].lower()]) * scale
        return FoundNumber(
            start=found.start, end=more.end(), value=value, kind="words", scale=scale
        )
    match = _IN.match(text, found.end, stop)
    if match is None:
        return found
    word = match["of"].lower().replace(",", "")
    whole = UNITS.get(word, TENS.get(word)) or (int(word) if word.isdigit() else 0)
    if whole not in _WHOLES or not 0 < found.value < whole:
        return found
    value = found.value / whole
    return FoundNumber(start=found.start, end=match.end(), value=value, kind="fraction")
