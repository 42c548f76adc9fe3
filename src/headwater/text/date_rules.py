"""What dates of the calendar mean; `date_patterns` finds the words."""

import re
from datetime import date, timedelta
from typing import Final

from headwater.text.date_setting import MONTHS, Basis, Precision, Result, Setting
from headwater.text.days import make_day, month_end, part_of

LAST_YEAR: Final = 2199
_THIS_AGE: Final = 2000  # "the 2000s" are ten years, "the 1900s" a hundred.


def _month_number(word: str) -> int:
    return MONTHS[word.lower().rstrip(".")]


def _day_number(word: str) -> int:
    return int(re.sub(r"\D", "", word))


def _nearest_year(setting: Setting, month: int, day: int | None) -> tuple[int, Basis] | None:
    """Choose the year of a date without one: the last such day, or the next if spoken of ahead."""
    if setting.published is None:
        return None
    published = setting.published
    this = make_day(published.year, month, day or 1) or date(published.year, month, 28)
    if setting.ahead:
        end = month_end(published.year, month) if day is None else this
        return published.year + (1 if end < published else 0), "published"
    # A date a few days ahead is a misprint of the time zone or a plan, hardly last year's.
    slack = timedelta(days=_AHEAD_DAYS)
    return published.year - (1 if this > published + slack else 0), "published"


_AHEAD_DAYS: Final = 31  # Announced dates lie up to a month ahead without a future verb.


# Rules, each with its pattern, tried at the same place in this order.


def read_full_date(match: re.Match[str], setting: Setting) -> Result | None:
    """Read "April 12", "12 April 2023" and "June 3-5"."""
    month, day = _month_number(match["month"]), _day_number(match["day"])
    if match["year"]:
        found = make_day(int(match["year"]), month, day)
        return ((found, found), "day", "text") if found else None
    if make_day(2024, month, day) is None:
        return None
    chosen = _nearest_year(setting, month, day)
    if chosen is None:
        return (None, None), "day", "unknown"
    found = make_day(chosen[0], month, day)
    last = match.groupdict().get("until")
    end = make_day(chosen[0], month, _day_number(last)) if last else found
    if found and end and end < found:
        end = found
    return (found, end), ("span" if last else "day"), chosen[1]


def read_slashed(match: re.Match[str], setting: Setting) -> Result | None:
    """Read "25/12/2023" and "12/25/2023"; where both orders fit, the setting decides."""
    year, one, two = int(match["year"]), int(match["one"]), int(match["two"])
    readings = {make_day(year, one, two), make_day(year, two, one)} - {None}
    if len(readings) > 1 and setting.day_first is not None:
        readings = {make_day(year, two, one) if setting.day_first else make_day(year, one, two)}
    if len(readings) == 1:
        day = readings.pop()
        return (day, day), "day", "text"
    return ((None, None), "day", "unknown") if readings else None


def read_iso(match: re.Match[str], _setting: Setting) -> Result | None:
    """Read "2023-04-12"."""
    found = make_day(int(match["iy"]), int(match["im"]), int(match["id"]))
    return ((found, found), "day", "text") if found else None


def read_month(match: re.Match[str], setting: Setting) -> Result | None:
    """Read "June 2023", "late May" and "last June"."""
    month = _month_number(match["month"])
    part = match["part"]
    precision: Precision = "span" if part else "month"
    if match["year"]:
        year, basis = int(match["year"]), "text"
    else:
        chosen = _relative_month(match["which"], month, setting)
        if chosen is None:
            return (None, None), precision, "unknown"
        year, basis = chosen, "published"
    whole = (date(year, month, 1), month_end(year, month))
    return part_of(whole, part), precision, "text" if basis == "text" else "published"


def _relative_month(which: str | None, month: int, setting: Setting) -> int | None:
    """Choose the year of a month, as "last June" or "next June" say."""
    chosen = _nearest_year(setting, month, None)
    if chosen is None or setting.published is None:
        return None
    published, lowered = setting.published, (which or "").lower()
    if lowered in {"last", "past"}:
        return published.year - (1 if month >= published.month else 0)
    if lowered in {"next", "coming"}:
        return published.year + (1 if month <= published.month else 0)
    return published.year if lowered == "this" else chosen[0]


def read_year(match: re.Match[str], _setting: Setting) -> Result | None:
    """Read "2023" and "late 2022"."""
    year = int(match["year"])
    interval = (date(year, 1, 1), date(year, 12, 31))
    precision: Precision = "span" if match["part"] else "year"
    return part_of(interval, match["part"]), precision, "text"


def read_years(match: re.Match[str], _setting: Setting) -> Result | None:
    """Read "2016-17"."""
    first = int(match["from"])
    text = match["to"]
    last = int(text) if len(text) == 4 else first - first % 10 ** len(text) + int(text)  # noqa: PLR2004
    if last < first or last > LAST_YEAR:
        return None
    return (date(first, 1, 1), date(last, 12, 31)), "years", "text"


def read_decade(match: re.Match[str], _setting: Setting) -> Result | None:
    """Read "the 1990s"."""
    start = int(match["decade"])
    interval = (
        date(start, 1, 1),
        date(start + (99 if start % 100 == 0 and start < _THIS_AGE else 9), 12, 31),
    )
    return part_of(interval, match["part"]), "years", "text"
