"""Date words inside a statement."""

import re
from typing import Final, NamedTuple

_NAMES: Final = (
    "january jan", "february feb", "march", "april apr", "may", "june jun", "july jul",
    "august aug", "september sept sep", "october oct", "november nov", "december dec",
)  # fmt: skip
_MONTHS: Final = {name: n for n, names in enumerate(_NAMES, 1) for name in names.split()}
_WEEKDAYS: Final = "monday tuesday wednesday thursday friday saturday sunday".split()
_ANY_MONTH: Final = "|".join(_MONTHS)
_YEAR: Final = re.compile(
    r"(?<![\d,.$€£])(?:19|20)\d\d(?!,?\d|\.\d|%|\s(?:million|billion|percent))(s)?\b"
)
_DAY: Final = re.compile(
    rf"\b({_ANY_MONTH})\b\.?(?:\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?!,\d))?", re.I
)
_DAY_FIRST: Final = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({_ANY_MONTH})\b", re.IGNORECASE
)
_WEEKDAY: Final = re.compile(rf"\b({'|'.join(_WEEKDAYS)})s?\b", re.IGNORECASE)
_VERBS_TOO: Final = frozenset({"march", "may"})


class When(NamedTuple):
    """A date word: kind `year`, `decade`, `month`, `day` or `weekday`, and its value."""

    kind: str
    value: tuple[int, ...]
    start: int
    end: int


def _find_days(text: str) -> list[When]:
    """Return days and months, a day as month and day."""
    found = [
        When("day", (_MONTHS[match[2].lower()], int(match[1])), *match.span())
        for match in _DAY_FIRST.finditer(text)
    ]
    for match in _DAY.finditer(text):
        word = match[1].lower()
        inside = any(match.start() < when.end and when.start < match.end() for when in found)
        if inside or (word in _VERBS_TOO and not match[1][0].isupper()):
            continue
        value = (_MONTHS[word], int(match[2])) if match[2] else (_MONTHS[word],)
        found.append(When("day" if match[2] else "month", value, *match.span()))
    return found


def find_dates(text: str) -> tuple[When, ...]:
    """Return the date words of a text in order."""
    found = _find_days(text)
    for match in _YEAR.finditer(text):
        found.append(When("decade" if match[1] else "year", (int(match[0][:4]),), *match.span()))
    for match in _WEEKDAY.finditer(text):
        found.append(When("weekday", (_WEEKDAYS.index(match[1].lower()),), *match.span()))
    return tuple(sorted(found, key=lambda when: when.start))
