"""Figures on one scale, each with the range that its words leave."""

import math
from collections.abc import Sequence
from typing import Final

from headwater.model.base import Record
from headwater.report.pictures.drawing import Drawing, Ink, clip, rule
from headwater.report.words import quantity

LEFT: Final = 150.0  # room for the figures
SCALE: Final = 430.0
RIGHT: Final = 340.0  # room for who says so
ROW: Final = 30.0
HEAD: Final = 26.0
PAD: Final = 26.0  # room at each end of the scale, where arrows run out
SIZE: Final = 13.0
TICKS: Final = 5
TINY: Final = 1e-12  # smaller figures are drawn as nought
FLAT: Final = 1e-9  # figures closer than this, relative to their size, are drawn as one
ROUGH: Final = 0.05  # "about" is drawn as five percent each way; the words set no bound


class Point(Record, frozen=True, kw_only=True):
    """A figure: its value and the bounds its words leave, None where they leave none.

    Attributes:
        shown, who: The figure as a reader writes it, and who gives it.
        rough: True for "about".
        open_up, open_down: True for "more than" and "less than".
        other: True if it belongs to a claim that this one conflicts with.
    """

    value: float
    low: float | None
    high: float | None
    shown: str
    who: str
    rough: bool
    open_up: bool
    open_down: bool
    other: bool
    link: str | None


def draw_ranges(points: Sequence[Point], unit: str) -> Drawing:
    """Return the figures on one scale, in the order given."""
    ticks = find_ticks(points)
    height = HEAD + ROW * len(points) + 6
    inks: list[Ink] = []
    for tick in ticks:
        x = place(tick, ticks)
        inks.append(rule(x, HEAD - 4, x, height - 4, "gridline"))
        words = quantity(tick, unit)
        inks.append(Ink(tag="text", css="small", x=x, y=14, text=words, anchor="middle"))
    for at, point in enumerate(points):
        inks += draw_point(point, HEAD + ROW * (at + 0.5), ticks)
    label = f"{len(points)} figures on one scale"
    return Drawing(width=LEFT + SCALE + RIGHT, height=height, label=label, inks=tuple(inks))


def find_ticks(points: Sequence[Point]) -> tuple[float, ...]:
    """Return round numbers that hold all values and bounds; at least two, rising."""
    values = [v for p in points for v in (p.value, p.low, p.high) if v is not None]
    finite = [value for value in values if math.isfinite(value)] or [0.0]
    low, high = min(finite), max(finite)
    size = max(abs(low), abs(high))
    spread = 1.0 if size < TINY else high - low if high - low > FLAT * size else size
    rough = spread / (TICKS - 1)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * part for part in (1, 2, 2.5, 5, 10) if power * part >= rough)
    start, end = math.floor(low / step), math.ceil(high / step)
    if low < 0 == start:  # the least of floats vanish in the division
        start = -1
    end = max(end, start + 1)
    return tuple(float(f"{step * number:.12g}") for number in range(start, end + 1))


def place(value: float, ticks: Sequence[float]) -> float:
    """Return where a value stands on the scale."""
    share = (value - ticks[0]) / (ticks[-1] - ticks[0])
    return round(LEFT + PAD + min(1.0, max(0.0, share)) * (SCALE - 2 * PAD), 1)


def draw_point(point: Point, y: float, ticks: Sequence[float]) -> list[Ink]:
    """Return one figure: its words, its range, its place, and who gives it."""
    css = " other" if point.other else ""
    x = place(point.value, ticks)
    title = f"{point.shown}: {point.who}"
    return [
        Ink(tag="text", css=f"figure{css}", x=0, y=y + 4.5, text=clip(point.shown, LEFT - 8, SIZE)),
        *draw_range(point, x, y, ticks),
        Ink(
            tag="circle", css=f"dot{' rough' if point.rough else ''}{css}", x=x, y=y, radius=5.5,
            title=title, link=point.link,
        ),
        Ink(
            tag="text", css=f"name{css}", x=LEFT + SCALE + 6, y=y + 4.5, title=title,
            text=clip(point.who, RIGHT - 10, SIZE), link=point.link,
        ),
    ]  # fmt: skip


def draw_range(point: Point, x: float, y: float, ticks: Sequence[float]) -> list[Ink]:
    """Return the bar between the bounds, or an arrow where the words leave one side open."""
    css = f"range{' other' if point.other else ''}"
    if point.open_up or point.open_down:
        end = LEFT + SCALE - 6 if point.open_up else LEFT + 6
        back = end - 7 if point.open_up else end + 7
        arrow = f"M{x:g} {y:g}H{end:g}M{back:g} {y - 4:g}L{end:g} {y:g}L{back:g} {y + 4:g}"
        return [Ink(tag="path", css=f"{css} open", path=arrow)]
    low, high = bounds_of(point)
    if low == high:
        return []
    start, end = place(low, ticks), place(high, ticks)
    return [Ink(tag="path", css=f"{css} rough" if point.rough else css,
                path=f"M{start:g} {y:g}H{end:g}")]  # fmt: skip


def bounds_of(point: Point) -> tuple[float, float]:
    """Return the least and the greatest value that the words allow."""
    if point.rough and point.low == point.high:
        return point.value * (1 - ROUGH), point.value * (1 + ROUGH)
    low = point.low if point.low is not None else point.value
    high = point.high if point.high is not None else point.value
    return min(low, point.value), max(high, point.value)
