"""Sums with days: moving by units, the unit around a day, seasons, thirds of a stretch."""

import calendar
from datetime import date, timedelta
from typing import Final

Interval = tuple[date | None, date | None]

# First month of each season, northern meteorological; winter runs into the next year.
SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_DAYS: Final = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def months_on(day: date, months: int) -> date:
    """Move by months, staying inside the month.

    Raises:
        ValueError: If the calendar ends before.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1) + timedelta(
        days=min(day.day, calendar.monthrange(year, month + 1)[1]) - 1
    )


def shift(day: date, count: float, unit: str) -> date | None:
    """Move a day by a number of units; None where the calendar ends or the unit is unknown."""
    try:
        if unit in _DAYS:
            return day + timedelta(days=round(_DAYS[unit] * count))
        return months_on(day, round(_MONTHS[unit] * count)) if unit in _MONTHS else None
    except (OverflowError, ValueError):
        return None


def around(day: date, unit: str) -> Interval:
    """Return the whole unit in which the day lies; the day itself for other units."""
    match unit:
        case "week" | "fortnight":
            monday = day - timedelta(days=day.weekday())
            return monday, monday + timedelta(days=6)
        case "month":
            return day.replace(day=1), month_end(day.year, day.month)
        case "quarter":
            start = 3 * ((day.month - 1) // 3) + 1
            return date(day.year, start, 1), month_end(day.year, start + 2)
        case "year":
            return date(day.year, 1, 1), date(day.year, 12, 31)
        case "decade" | "century":
            length = 10 if unit == "decade" else 100
            start = max(day.year // length * length, 1)
            return date(start, 1, 1), date(min(start + length - 1, 9999), 12, 31)
        case _:
            return day, day


def make_day(year: int, month: int, day: int) -> date | None:
    """Return the day, or None if there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def part_of(interval: Interval, part: str | None) -> Interval:
    """Return the early, middle or late third of an interval, all of it for no part."""
    first, last = interval
    if not part or first is None or last is None:
        return interval
    third = timedelta(days=((last - first).days + 1) // 3)
    lowered = part.lower()
    if any(word in lowered for word in ("early", "start", "beginning")):
        return first, first + third
    if "mid" in lowered:
        return first + third, last - third
    return last - third, last


def season(year: int, name: str) -> Interval:
    """Return the three months of a season that begins in the year."""
    start = date(year, SEASONS[name], 1)
    after = months_on(start, 2)
    return start, month_end(after.year, after.month)


_MARCH: Final = 3


def season_near(published: date, name: str, step: int) -> Interval:
    """Return the season of this year (step 0), or the nearest before or after."""
    year = published.year - (1 if name == "winter" and published.month < _MARCH else 0)
    first, last = season(year, name)
    if step < 0 and last is not None and last >= published:
        return season(year - 1, name)
    if step > 0 and first is not None and first <= published:
        return season(year + 1, name)
    return first, last
