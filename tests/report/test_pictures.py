"""Tests of the pictures made of plain marks: what they draw, and that nothing overlaps."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.report.sample import make_dossier

from headwater.report import report
from headwater.report.lookup import Lookup
from headwater.report.pictures.axis import MOST, has_breaks, make_axis, start_of
from headwater.report.pictures.coverage import Coverage, draw_coverage
from headwater.report.pictures.drawing import Drawing, clip, measure
from headwater.report.pictures.matrix import Cell, Header, draw_matrix
from headwater.report.pictures.ranges import Point, draw_ranges, find_ticks
from headwater.report.pictures.tracks import PILE, Moment, draw_tracks
from headwater.report.places import Places
from headwater.report.views.stands import lay_stands
from headwater.report.views.timeline import draw_timeline, make_timeline

DAYS = st.lists(st.dates(date(1600, 1, 1), date(2100, 1, 1)), min_size=1, max_size=60)


@pytest.fixture(scope="module")
def lookup() -> Lookup:
    return Lookup(report(make_dossier()))


def inside(drawing: Drawing) -> bool:
    """Whether every mark stands on the sheet."""
    return all(
        -1 <= i.x <= drawing.width and -1 <= i.y <= drawing.height for i in drawing.inks
    )  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(DAYS)
def test_every_day_has_its_column(days: list[date]) -> None:
    axis = make_axis([day.isoformat() for day in days], 100, 800)
    assert 0 < len(axis.slots) <= MOST
    assert all(right.x - left.x >= axis.step - 0.2 for left, right in pairwise(axis.slots))
    for day in days:
        slot = axis.find(day.isoformat())
        assert slot is None or slot.key == start_of(day.isoformat(), axis.unit)
        assert slot is not None or len({start_of(d.isoformat(), "decade") for d in days}) > MOST


@pytest.mark.parametrize(
    ("days", "unit", "columns", "broken"),
    [
        (["2031-04-02", "2031-04-05"], "day", 4, False),
        (["2031-04-02", "2033-04-05"], "day", 2, True),
        ([f"2031-{month:02}-{day:02}" for month in (3, 4) for day in range(1, 29)],
         "week", 10, False),
        (["2031", "2031-05", "nonsense", "2031-13-01"], "day", 2, True),
        ([f"{year}-01-01" for year in range(1900, 2000)], "decade", 10, False),
    ],
)  # fmt: skip
def test_units_of_time(days: list[str], unit: str, columns: int, *, broken: bool) -> None:
    axis = make_axis(days, 0, 900)
    assert (axis.unit, len(axis.slots), has_breaks(axis)) == (unit, columns, broken)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80), st.integers(20, 300))
def test_clipped_text_fits(text: str, room: int) -> None:
    cut = clip(text, room, 13)
    assert measure(cut, 13) <= room or cut == "…"


def test_outlets_by_day(lookup: Lookup) -> None:
    found = draw_coverage(lookup, Places(lookup))
    assert isinstance(found, Coverage)
    assert inside(found.drawing)
    assert sum(row.documents for row in found.rows) == len(lookup.dossier.documents)
    marks = [ink for ink in found.drawing.inks if ink.tag == "circle"]
    assert [ink.link for ink in marks if ink.link] == [ink.link for ink in marks]
    reprints = [ink.title for ink in marks if "hollow" in ink.css]
    assert len(reprints) == sum(row.reprints for row in found.rows)
    assert all(title.endswith("reprint") for title in reprints)


def test_timeline_has_a_mark_for_each_line(lookup: Lookup) -> None:
    days = make_timeline(lookup, Places(lookup))
    found = draw_timeline(days, Places(lookup))
    assert found is not None
    marks = [ink for ink in found.drawing.inks if ink.tag == "circle"]
    assert len(marks) == sum(len(day.entries) for day in days)
    assert {ink.link for ink in marks} == {f"#day-{day.iso}" for day in days}
    assert inside(found.drawing)


def test_a_tall_pile_is_counted() -> None:
    many = [Moment(iso="2031-04-02", track="said", words="x", link=None)] * (PILE + 5)
    found = draw_tracks(many)
    assert found is not None
    assert sum(ink.tag == "circle" for ink in found.drawing.inks) == PILE
    assert "+5" in [ink.text for ink in found.drawing.inks]


def test_marks_of_a_pile_do_not_overlap() -> None:
    found = draw_tracks([Moment(iso="2031", track="event", words="x", link=None)] * 6)
    assert found is not None
    tops = sorted(ink.y for ink in found.drawing.inks if ink.tag == "circle")
    assert all(low - high >= 2 * 4.5 for high, low in pairwise(tops))


def test_who_takes_which_stand(lookup: Lookup) -> None:
    found = lay_stands(lookup, Places(lookup))
    assert found is not None
    stands = {(row.who, row.stand) for row in found.rows}
    assert ("Tomas Reyl", "denies") in stands
    assert any(stand == "asserts" for _, stand in stands)
    assert inside(found.drawing)


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 14), st.integers(1, 9), st.data())
def test_marks_of_the_matrix_keep_apart(rows: int, columns: int, data: st.DataObject) -> None:
    cells = [
        Cell(row=row, column=column, stand=data.draw(st.sampled_from(["asserts", "denies"])),
             words="x", link=None)
        for row in range(rows)
        for column in range(columns)
        for _ in range(data.draw(st.integers(0, 4)))
    ]  # fmt: skip
    names = [Header(text=f"actor {n}", link=None) for n in range(columns)]
    drawing = draw_matrix([Header(text="a claim", link=None)] * rows, names, cells)
    discs = sorted((i.y, i.x) for i in drawing.inks if i.tag == "circle")
    assert len(discs) == len(set(discs))
    for (y, x), (other_y, other_x) in pairwise(discs):
        assert y != other_y or other_x - x >= 14
    assert inside(drawing)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(-1e15, 1e15, allow_nan=False), min_size=1, max_size=12))
@example([5.0, -5e-324])
@example([-1e-05])
@example([10684427392960.0, 11374223495040.0])
@example([-11374223495040.0, -10684427392960.0])
def test_the_scale_holds_every_figure(values: list[float]) -> None:
    points = [
        Point(value=v, low=None, high=None, shown=f"{v:g}", who="x", rough=False, open_up=False,
              open_down=False, other=False, link=None)
        for v in values
    ]  # fmt: skip
    ticks = find_ticks(points)
    assert 2 <= len(ticks) <= 8
    assert ticks[0] <= min(values) and max(values) <= ticks[-1] + abs(ticks[-1]) * 1e-9 + 1e-300
    dots = [ink.x for ink in draw_ranges(points, "count").inks if ink.tag == "circle"]
    assert [x for _, x in sorted(zip(values, dots, strict=True))] == sorted(dots)


def test_an_open_figure_points_where_it_is_open() -> None:
    more = Point(value=5.0, low=5.0, high=None, shown="more than 5", who="A", rough=False,
                 open_up=True, open_down=False, other=False, link=None)  # fmt: skip
    less = Point(value=9.0, low=None, high=9.0, shown="less than 9", who="B", rough=False,
                 open_up=False, open_down=True, other=True, link=None)  # fmt: skip
    drawing = draw_ranges([more, less], "count")
    up, down = (ink.path for ink in drawing.inks if "open" in ink.css)
    ends = [float(path.split("H")[1].split("M")[0]) for path in (up, down)]
    starts = [float(path.split(" ")[0][1:]) for path in (up, down)]
    assert ends[0] > starts[0]
    assert ends[1] < starts[1]
