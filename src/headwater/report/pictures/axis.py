"""Days in columns: as fine as they fit, with a break where nothing happens for long."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, Literal

from headwater.model.base import Record
from headwater.report.words import MONTHS

Unit = Literal["day", "week", "month", "year", "decade"]
MOST: Final = 34  # columns; beyond it a label would have no room at 960 units
NARROWEST: Final = 22.0
WIDEST: Final = 64.0
LABEL_ROOM: Final = 46.0  # a label such as "14 Apr" at 11.5 units


class Slot(Record, frozen=True, kw_only=True):
    """A column.

    Attributes:
        key: First ISO day of the stretch of time.
        x: Middle.
        label, above: What stands under it, and the year or month where it changes; may be empty.
        broken: True if time was left out before it.
    """

    key: str
    x: float
    label: str
    above: str
    broken: bool


class Axis(Record, frozen=True, kw_only=True):
    """Columns of one unit of time from left to right."""

    unit: Unit
    step: float
    slots: tuple[Slot, ...]

    def find(self, iso: str) -> Slot | None:
        """Return the column of an ISO day; None if there is none."""
        key = start_of(iso, self.unit)
        return next((slot for slot in self.slots if slot.key == key), None)


def read_day(iso: str) -> date | None:
    """Return an ISO day, month or year as its first day; None if it is none of these."""
    parts = iso.split("-")
    if len(parts) > len("ymd") or not all(part.isdecimal() for part in parts):
        return None
    try:
        return date(int(parts[0]), *(int(p) for p in (*parts[1:], "1", "1")[:2]))
    except ValueError:
        return None


def start_of(iso: str, unit: Unit) -> str:
    """Return the first ISO day of the stretch that holds a day; empty if it is no day."""
    found = read_day(iso)
    if found is None:
        return ""
    match unit:
        case "day":
            first = found
        case "week":
            first = found - timedelta(days=min(found.weekday(), (found - date.min).days))
        case "month":
            first = found.replace(day=1)
        case "year":
            first = found.replace(month=1, day=1)
        case "decade":
            first = date(max(1, found.year - found.year % 10), 1, 1)
    return first.isoformat()


def next_after(key: str, unit: Unit) -> str:
    """Return the stretch after another."""
    days: dict[Unit, int] = {"day": 1, "week": 7, "month": 31, "year": 366, "decade": 3653}
    try:
        return start_of((date.fromisoformat(key) + timedelta(days=days[unit])).isoformat(), unit)
    except OverflowError:
        return ""


def make_axis(days: Iterable[str], left: float, width: float, most: int = MOST) -> Axis:
    """Return the finest columns that hold all days and fit the width.

    Args:
        days: ISO days in any order; what is no day is left out.
        left: Where the first column begins.
        width: Room for all of them.
        most: Most columns.

    Returns:
        Columns of days, weeks, months, years or decades; empty ones between only where all fit.
    """
    known = sorted({found.isoformat() for day in days if (found := read_day(day)) is not None})
    units: tuple[Unit, ...] = ("day", "week", "month", "year", "decade")
    for unit in units:
        keys = sorted({start_of(day, unit) for day in known})
        if len(keys) <= most:
            break
    keys = fill(keys[-most:], unit, most)
    step = max(NARROWEST, min(WIDEST, width / max(1, len(keys))))
    return Axis(unit=unit, step=step, slots=lay_slots(keys, unit, left, step))


def fill(keys: list[str], unit: Unit, most: int) -> list[str]:
    """Return the columns with the empty ones between them, if so many fit."""
    if not keys:
        return keys
    full = [keys[0]]
    while full[-1] != keys[-1] and len(full) <= most:
        full.append(next_after(full[-1], unit))
    return full if full[-1] == keys[-1] else keys


def lay_slots(keys: list[str], unit: Unit, left: float, step: float) -> tuple[Slot, ...]:
    """Return the columns with places and labels; labels keep clear of each other."""
    every = max(1, -int(-LABEL_ROOM // step))
    small, large = NAMES[unit]
    slots: list[Slot] = []
    shown = ""
    for at, key in enumerate(keys):
        labelled = at % every == 0
        above = large(date.fromisoformat(key)) if labelled else ""
        slots.append(
            Slot(
                key=key,
                x=round(left + (at + 0.5) * step, 1),
                label=small(date.fromisoformat(key)) if labelled else "",
                above=above if above != shown else "",
                broken=at > 0 and next_after(keys[at - 1], unit) != key,
            )
        )
        shown = above or shown
    return tuple(slots)


def _day_label(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


def _month_label(day: date) -> str:
    return MONTHS[day.month - 1]


def _year_label(day: date) -> str:
    return str(day.year)


def _decade_label(day: date) -> str:
    return f"{day.year - day.year % 10}s"


def _no_label(_: date) -> str:
    return ""


NAMES: Final[dict[Unit, tuple[Callable[[date], str], Callable[[date], str]]]] = {
    "day": (_day_label, _year_label),
    "week": (_day_label, _year_label),
    "month": (_month_label, _year_label),
    "year": (_year_label, _no_label),
    "decade": (_decade_label, _no_label),
}
UNIT_WORDS: Final[dict[Unit, str]] = {
    "day": "day", "week": "week (from Monday)", "month": "month", "year": "year",
    "decade": "decade",
}  # fmt: skip


def has_breaks(axis: Axis) -> bool:
    """Tell whether time is left out between two columns."""
    return any(right.broken for _, right in pairwise(axis.slots))
