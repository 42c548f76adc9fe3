"""Days as mastheads write them, to ISO 8601 days."""

import re
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Final

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH: Final = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY: Final = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_YEAR}-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)",
        rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b",
        rf"\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b",
        rf"\b{_YEAR}/(?P<month>[01]?\d)/(?P<day>[0-3]?\d)\b",
        rf"\b(?P<day>[0-3]?\d)\.\s?(?P<month>[01]?\d)\.\s?{_YEAR}\b",
    )
)
_SLASHED: Final = re.compile(rf"\b(?P<a>[0-3]?\d)/(?P<b>[0-3]?\d)/{_YEAR}\b")
_LAST_MONTH: Final = 12

DATE_WORDS: Final = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+|(?:mon|tue|wed|thu|fri|sat|sun)\.?,?\s+)?"
    r"(?:\d{4}-\d\d-\d\d|[a-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}"
    r"|\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9}\.?,?\s+\d{4}|\d{1,2}[./]\d{1,2}[./]\d{4}"
    r"|\d{4}/\d{1,2}/\d{1,2})"
)


def find_day(words: str) -> str | None:
    """Return the first whole day that is written in the words, ISO 8601, or None.

    A date such as 03/04/2024 is given up: two readings are possible.
    """
    for form in _FORMS:
        match = form.search(words)
        if match:
            month = match["month"].lower()
            return _iso(match["year"], str(_MONTHS.get(month, month)), match["day"])
    match = _SLASHED.search(words)
    if match:
        return _slashed(match)
    return None


def find_mail_day(words: str) -> str | None:
    """Return the day of an RFC 5322 date, in the zone of its writer, or None."""
    try:
        return parsedate_to_datetime(words).date().isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return find_day(words)


def _slashed(match: re.Match[str]) -> str | None:
    """Return the day of a date with slashes if only one reading is possible."""
    first, second = int(match["a"]), int(match["b"])
    if first > _LAST_MONTH or first == second:
        return _iso(match["year"], str(second), str(first))
    if second > _LAST_MONTH:
        return _iso(match["year"], str(first), str(second))
    return None


def _iso(year: str, month: str, day: str) -> str | None:
    """Return the day if there is such a day."""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
