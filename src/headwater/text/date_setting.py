"""What the rules of date words share."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final, Literal

from headwater.model.base import Record
from headwater.text.days import Interval
from headwater.text.numbers import parse_number

Precision = Literal["day", "week", "month", "season", "quarter", "year", "years", "span"]
Basis = Literal["text", "published", "unknown"]

MONTHS: Final = {
    name: index
    for index, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS: Final = {
    name: index
    for index, names in enumerate(
        ("monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri",
         "saturday sat", "sunday sun")
    )
    for name in names.split()
}  # fmt: skip


class Setting(Record, frozen=True, kw_only=True):
    """What a rule may look at beside its own words.

    Attributes:
        published: The publication date, if known.
        anchor: The last time named before, for "the same day" and "a year earlier".
        ahead: True if the clause speaks of the future.
        day_first: Which order "3/4/2023" has, None if unknown.
    """

    published: date | None
    anchor: Interval
    ahead: bool
    day_first: bool | None = None


Result = tuple[Interval, Precision, Basis]
Rule = Callable[[re.Match[str], Setting], Result | None]


UNIT_PRECISION: Final[dict[str, Precision]] = {
    "day": "day", "night": "day", "week": "week", "weekend": "span", "fortnight": "span",
    "month": "month", "quarter": "quarter", "year": "year", "decade": "years", "century": "years",
}  # fmt: skip

_APPROX: Final = {"few": 3.0, "several": 3.0, "couple": 2.0, "dozen": 12.0, "a": 1.0, "an": 1.0}


def count_of(words: str | None) -> float:
    """Return the value of a small number, "a few" taken as three."""
    lowered = (words or "one").lower()
    for word in reversed(lowered.split()):
        if word in _APPROX:
            return _APPROX[word]
        value = parse_number(word)
        if value is not None:
            return value
    return 1.0
