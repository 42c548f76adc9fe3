"""What each kind of date words means; `date_patterns` finds the words."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, Literal

from headwater.model.base import Record
from headwater.text.days import (
    SEASONS,
    Interval,
    around,
    make_day,
    month_end,
    part_of,
    season,
    season_near,
    shift,
)
from headwater.text.numbers import parse_number, parse_ordinal

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
LAST_YEAR: Final = 2199


class Setting(Record, frozen=True, kw_only=True):
    """What a rule may look at beside its own words.

    Attributes:
        published: The publication date, if known.
        anchor: The last time named before, for "the same day" and "a year earlier".
        ahead: True if the clause speaks of the future.
    """

    published: date | None
    anchor: Interval
    ahead: bool


Result = tuple[Interval, Precision, Basis]
Rule = Callable[[re.Match[str], Setting], Result | None]


_UNIT_PRECISION: Final[dict[str, Precision]] = {
    "day": "day", "night": "day", "week": "week", "weekend": "span", "fortnight": "span",
    "month": "month", "quarter": "quarter", "year": "year", "decade": "years", "century": "years",
}  # fmt: skip

_APPROX: Final = {"few": 3.0, "several": 3.0, "couple": 2.0, "dozen": 12.0, "a": 1.0, "an": 1.0}


def _count(words: str | None) -> float:
    """Return the value of a small number, "a few" taken as three."""
    lowered = (words or "one").lower()
    for word in reversed(lowered.split()):
        if word in _APPROX:
            return _APPROX[word]
        value = parse_number(word)
        if value is not None:
            return value
    return 1.0


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
    interval = (date(start, 1, 1), date(start + (99 if start % 100 == 0 else 9), 12, 31))
    return part_of(interval, match["part"]), "years", "text"


def read_weekday(match: re.Match[str], setting: Setting) -> Result | None:
    """Read "Friday", "last Friday" and "next Monday"."""
    if setting.published is None:
        return (None, None), "day", "unknown"
    wanted = WEEKDAYS[match["weekday"].lower().rstrip(".")]
    published = setting.published
    back = (published.weekday() - wanted) % 7
    which = (match["which"] or "").lower()
    day = published - timedelta(days=back)
    if which in {"next", "coming"} or (setting.ahead and which != "last" and back):
        day = published + timedelta(days=(wanted - published.weekday() - 1) % 7 + 1)
    elif which == "this" and setting.ahead:
        day = published + timedelta(days=(wanted - published.weekday()) % 7)
    elif which == "last" and back == 0:
        day = published - timedelta(days=7)
    return (day, day), "day", "published"


_NAMED_DAYS: Final = {
    "today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1, "overnight": 0, "this morning": 0,
    "this afternoon": 0, "this evening": 0, "last night": -1,
}  # fmt: skip


def read_named_day(match: re.Match[str], setting: Setting) -> Result | None:
    """Read "yesterday", "today" and "overnight"."""
    if setting.published is None:
        return (None, None), "day", "unknown"
    words = " ".join(match["named"].lower().split())
    day = setting.published + timedelta(days=_NAMED_DAYS[words])
    return (day, day), "day", "published"


_STEP: Final = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
}


def read_relative_unit(match: re.Match[str], setting: Setting) -> Result | None:
    """Read "last year", "this week" and "next summer"."""
    unit = match["unit"].lower()
    precision: Precision = "span" if match["part"] else _UNIT_PRECISION.get(unit, "season")
    if setting.published is None:
        return (None, None), precision, "unknown"
    step = _STEP[match["step"].lower()]
    if unit in SEASONS:
        return (season_near(setting.published, unit, step), precision, "published")
    if unit == "weekend":
        saturday = setting.published + timedelta(days=5 - setting.published.weekday() + 7 * step)
        return (saturday, saturday + timedelta(days=1)), "span", "published"
    moved = shift(setting.published, step, unit)
    if moved is None:
        return None
    return part_of(around(moved, unit), match["part"]), precision, "published"


def read_season(match: re.Match[str], _setting: Setting) -> Result | None:
    """Read "the summer of 2021"."""
    return (
        part_of(season(int(match["year"]), match["season"].lower()), match["part"]),
        "season",
        "text",
    )


def read_stretch(match: re.Match[str], setting: Setting) -> Result | None:
    """Read "the past two years" and "the next six months"."""
    if setting.published is None:
        return (None, None), "span", "unknown"
    step = _STEP.get(match["side"].lower(), -1)
    there = shift(setting.published, step * _count(match["count"]), match["unit"].lower())
    if there is None:
        return None
    interval = (there, setting.published) if step < 0 else (setting.published, there)
    return interval, "span", "published"


def read_distance(match: re.Match[str], setting: Setting) -> Result | None:
    """Read "two weeks ago", "in three months' time", "a year earlier"."""
    unit, way = match["unit"].lower(), match["way"].lower().split()[0]
    precision = _UNIT_PRECISION.get(unit, "day")
    sign = 1 if way in {"later", "from", "hence", "after"} else -1
    start: date | None = setting.published
    basis: Basis = "published"
    if way in {"earlier", "later", "before", "after", "previously"}:
        start, basis = setting.anchor[0] or setting.published, "text"
    if start is None:
        return (None, None), precision, "unknown"
    moved = shift(start, sign * _count(match["count"]), unit)
    if moved is None:
        return None
    if basis == "text" and setting.anchor[0] is None:
        basis = "published"
    return around(moved, unit), precision, basis


def read_same(match: re.Match[str], setting: Setting) -> Result | None:
    """Read "the same day", "that year", "the previous month", "the following week"."""
    unit = match["unit"].lower()
    precision = _UNIT_PRECISION.get(unit, "day")
    anchor = setting.anchor[0]
    if anchor is None:
        return (None, None), precision, "unknown"
    word = match["same"].lower().split()[-1]
    step = {"previous": -1, "preceding": -1, "following": 1, "next": 1}.get(word, 0)
    moved = shift(anchor, step, unit)
    return (around(moved, unit), precision, "text") if moved else None


def read_quarter(match: re.Match[str], setting: Setting) -> Result | None:
    """Read "the third quarter" and "the first half of 2023"."""
    year = _year_or_published(match["year"], setting)
    if year is None:
        return (None, None), "quarter", "unknown"
    number = parse_ordinal(match["nth"]) if match["nth"] else int(match["q"])
    basis: Basis = "text" if match["year"] else "published"
    if not number or number > (2 if match["kind"] == "half" else 4):
        return None
    months = 6 if match["kind"] == "half" else 3
    first = date(year, months * (number - 1) + 1, 1)
    precision: Precision = "span" if match["kind"] == "half" else "quarter"
    return (first, month_end(year, months * number)), precision, basis


def _year_or_published(text: str | None, setting: Setting) -> int | None:
    if text and text.isdigit():
        return int(text)
    if setting.published is None:
        return None
    return setting.published.year + (-1 if text and "last" in text.lower() else 0)


def read_edge(match: re.Match[str], setting: Setting) -> Result | None:
    """Read "the end of the month", "earlier this year", "later this week", "so far this year"."""
    unit = match["unit"].lower()
    if setting.published is None:
        return (None, None), "span", "unknown"
    first, last = around(setting.published, unit)
    edge = match["edge"].lower()
    if "later" in edge:
        return (setting.published, last), "span", "published"
    if "earlier" in edge or "so far" in edge:
        return (first, setting.published), "span", "published"
    third = part_of((first, last), edge)
    return third, "span", "published"
