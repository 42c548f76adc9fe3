"""Words for numbers: their values, how they add up, ordinals."""

import re
from typing import Final

UNITS: Final = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
TENS: Final = {
    word: 10 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
SCALES: Final = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "quadrillion": 1e15, "dozen": 12.0, "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7,
    "mn": 1e6, "mln": 1e6, "mio": 1e6, "mil": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12,
    "milliard": 1e9,
}  # fmt: skip
SHORT_SCALES: Final = frozenset({"mn", "mln", "mio", "mil", "bn", "bln", "tn", "trn"})
WORD_SCALES: Final = frozenset(SCALES) - SHORT_SCALES
FRACTIONS: Final = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4,
    "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7,
    "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10,
    "hundredth": 100, "hundredths": 100, "thousandth": 1000, "thousandths": 1000,
}  # fmt: skip
ORDINALS: Final = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
        "twentieth".split(),
        start=1,
    )
}
VULGAR: Final = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125, "⅕": 0.2}

_HUNDRED: Final = 100


class NumberSum:
    """Number words added up from left to right, as far as they make one number."""

    def __init__(self) -> None:
        self._total = 0.0
        self._current = 0.0
        self._smallest = float("inf")
        self.scale = 1.0

    @property
    def value(self) -> float:
        """Return what was added up."""
        return self._total + self._current

    def add(self, word: str) -> bool:
        """Add a word; False if it does not belong to the number."""
        if word == "hundred":
            return self._add_hundred()
        if word in SCALES:
            return self._add_scale(SCALES[word])
        if not _fits(word, self._current):
            return False
        self._current += UNITS.get(word, TENS.get(word, 0))
        return True

    def _add_hundred(self) -> bool:
        if self._current >= _HUNDRED:
            return False
        self._current = (self._current or 1.0) * _HUNDRED
        self.scale *= _HUNDRED
        return True

    def _add_scale(self, size: float) -> bool:
        if size >= self._smallest:
            return False
        self._total += (self._current or (0.0 if self._total else 1.0)) * size
        self._current, self._smallest = 0.0, size
        self.scale *= size
        return True


def _fits(word: str, current: float) -> bool:
    """Tell whether a small number word may follow what was read so far in this thousand."""
    if word in TENS:
        return current % 100 == 0
    if UNITS[word] >= 10 or UNITS[word] == 0:  # noqa: PLR2004 - teens follow hundreds only
        return current % 100 == 0 and (UNITS[word] > 0 or current == 0)
    return current % 10 == 0 and current % 100 != 10  # noqa: PLR2004


def parse_ordinal(word: str) -> int | None:
    """Return 2 for "second" and 21 for "21st" or "twenty-first", None for other words."""
    lowered = word.lower()
    if match := re.fullmatch(r"(\d+)(?:st|nd|rd|th)", lowered):
        return int(match[1])
    if lowered in ORDINALS:
        return ORDINALS[lowered]
    tens, _, rest = lowered.replace(" ", "-").partition("-")
    if tens in TENS and ORDINALS.get(rest, 10) < 10:  # noqa: PLR2004 - only units follow tens
        return TENS[tens] + ORDINALS[rest]
    return None
