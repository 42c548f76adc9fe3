"""What words for times that are counted from another day mean; `date_patterns` finds them."""

import re
from datetime import date, timedelta
from typing import Final

from headwater.text.date_setting import (
    MONTHS,
    UNIT_PRECISION,
    WEEKDAYS,
    Basis,
    Precision,
    Result,
    Setting,
    count_of,
)
from headwater.text.days import SEASONS, around, month_end, part_of, season, season_near, shift
from headwater.text.numbers import parse_ordinal


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
    precision: Precision = "span" if match["part"] else UNIT_PRECISION.get(unit, "season")
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
    if unit in {"decade", "century"} and step:
        ends = sorted((moved, setting.published))
        return (ends[0], ends[1]), "span", "published"
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
    there = shift(setting.published, step * count_of(match["count"]), match["unit"].lower())
    if there is None:
        return None
    interval = (there, setting.published) if step < 0 else (setting.published, there)
    return interval, "span", "published"


def read_distance(match: re.Match[str], setting: Setting) -> Result | None:
    """Read "two weeks ago", "in three months' time", "a year earlier"."""
    unit, way = match["unit"].lower(), match["way"].lower().split()[0]
    precision = UNIT_PRECISION.get(unit, "day")
    sign = 1 if way in {"later", "from", "hence", "after"} else -1
    start: date | None = setting.published
    basis: Basis = "published"
    if way in {"earlier", "later", "before", "after", "previously"}:
        start, basis = setting.anchor[0] or setting.published, "text"
    if start is None:
        return (None, None), precision, "unknown"
    moved = shift(start, sign * count_of(match["count"]), unit)
    if moved is None:
        return None
    if basis == "text" and setting.anchor[0] is None:
        basis = "published"
    return around(moved, unit), precision, basis


def read_same(match: re.Match[str], setting: Setting) -> Result | None:
    """Read "the same day", "that year", "the previous month", "the following week"."""
    unit = match["unit"].lower()
    precision = UNIT_PRECISION.get(unit, "day")
    anchor = setting.anchor[0]
    if anchor is None:
        return (None, None), precision, "unknown"
    word = match["same"].lower().split()[-1]
    step = {"previous": -1, "preceding": -1, "following": 1, "next": 1}.get(word, 0)
    moved = shift(anchor, step, unit)
    return (around(moved, unit), precision, "text") if moved else None


def _part_number(word: str, kind: str | None) -> int | None:
    """Return which quarter or half it is; the last is the fourth or second."""
    if word.lower() in {"last", "final"}:
        return 2 if kind == "half" else 4
    return parse_ordinal(word)


def read_quarter(match: re.Match[str], setting: Setting) -> Result | None:
    """Read "the third quarter" and "the first half of 2023"."""
    year = _year_or_published(match["year"], setting)
    if year is None:
        return (None, None), "quarter", "unknown"
    number = _part_number(match["nth"], match["kind"]) if match["nth"] else int(match["q"])
    basis: Basis = "text" if match["year"] else "published"
    if not number or number > (2 if match["kind"] == "half" else 4):
        return None
    months = 6 if match["kind"] == "half" else 3
    first = date(year, months * (number - 1) + 1, 1)
    precision: Precision = "span" if match["kind"] == "half" else "quarter"
    return (first, month_end(year, months * number)), precision, basis


def read_share(match: re.Match[str], setting: Setting) -> Result | None:
    """Read "the first nine months of 2023" and "the last two weeks of May 2023"."""
    year = _year_or_published(match["year"], setting)
    if year is None:
        return (None, None), "span", "unknown"
    month = MONTHS[match["month"].lower().rstrip(".")] if match["month"] else None
    start, end = date(year, month or 1, 1), month_end(year, month or 12)
    first, last = start, end
    count, unit = count_of(match["count"]), match["unit"].lower()
    if match["side"].lower() in {"first", "opening"}:
        there = shift(start, count, unit)
        last = there - timedelta(days=1) if there else start
    else:
        there = shift(end + timedelta(days=1), -count, unit)
        first = there or end
    if there is None or first < start or last > end or last < first:
        return None
    return (first, last), "span", "text" if match["year"].isdigit() else "published"


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
