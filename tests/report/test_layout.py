"""Tests of the layered layout."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.report.pictures.layout import Box, Item, Placed, place_items


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[Item], list[tuple[str, str]]]:
    """Graphs without circles: edges run from a lower to a higher number."""
    size = draw(st.integers(1, 24))
    items = [
        Item(
            key=f"n{at}",
            height=draw(st.floats(20, 90).map(lambda h: round(h, 1))),
            first=draw(st.booleans()),
            cluster=draw(st.sampled_from([None, None, "one", "two"])),
        )
        for at in range(size)
    ]
    pairs = list(combinations(range(size), 2))
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=40)) if pairs else []
    return items, [(f"n{a}", f"n{b}") for a, b in chosen]


def apart(left: Box, right: Box) -> bool:
    return (
        left.x + left.width <= right.x
        or right.x + right.width <= left.x
        or left.y + left.height <= right.y + 0.2
        or right.y + right.height <= left.y + 0.2
    )


@settings(max_examples=80, deadline=None)
@given(graphs())
def test_boxes_never_overlap_and_edges_run_to_the_right(
    graph: tuple[list[Item], list[tuple[str, str]]],
) -> None:
    items, edges = graph
    items = [Item(key=i.key, height=i.height, cluster=i.cluster) for i in items]
    placed = place_items(items, edges)
    assert [box.key for box in placed.boxes] == [item.key for item in items]
    assert all(apart(a, b) for a, b in combinations(placed.boxes, 2))
    at = {box.key: box for box in placed.boxes}
    for up, down in edges:
        assert at[up].x + at[up].width < at[down].x
    inside(placed)


def inside(placed: Placed) -> None:
    for box in placed.boxes:
        assert 0 <= box.x <= placed.width - box.width
        assert -0.2 <= box.y <= placed.height - box.height + 0.2


@settings(max_examples=40, deadline=None)
@given(graphs())
def test_items_that_want_the_first_column_get_it(
    graph: tuple[list[Item], list[tuple[str, str]]],
) -> None:
    items, edges = graph
    starts = {up for up, _ in edges} - {down for _, down in edges}
    items = [Item(key=i.key, height=i.height, first=i.key in starts) for i in items]
    placed = place_items(items, edges)
    left = min(box.x for box in placed.boxes)
    assert all(box.x == left for box in placed.boxes if box.key in starts)
    assert all(apart(a, b) for a, b in combinations(placed.boxes, 2))


@settings(max_examples=40, deadline=None)
@given(graphs())
def test_clusters_stay_together_in_their_column(
    graph: tuple[list[Item], list[tuple[str, str]]],
) -> None:
    items, edges = graph
    placed = place_items(items, edges)
    cluster = {item.key: item.cluster for item in items}
    columns: dict[float, list[Box]] = {}
    for box in placed.boxes:
        columns.setdefault(box.x, []).append(box)
    for boxes in columns.values():
        order = [cluster[box.key] for box in sorted(boxes, key=lambda b: b.y)]
        for name in ("one", "two"):
            places = [at for at, found in enumerate(order) if found == name]
            assert not places or places == list(range(places[0], places[-1] + 1))


def test_a_line_that_skips_a_column_keeps_clear_of_its_boxes() -> None:
    items = [Item(key=key, height=50) for key in "abc"]
    placed = place_items(items, [("a", "b"), ("b", "c"), ("a", "c")])
    middle = next(box for box in placed.boxes if box.key == "b")
    long = next(line for line in placed.lines if (line.start, line.end) == ("a", "c"))
    for x, y in long.points:
        if middle.x <= x <= middle.x + middle.width:
            assert not middle.y <= y <= middle.y + middle.height


def test_two_parents_do_not_cross_their_lines() -> None:
    items = [Item(key=key, height=40) for key in ("p", "q", "x", "y")]
    placed = place_items(items, [("p", "y"), ("q", "x")])
    at = {box.key: box.y for box in placed.boxes}
    assert (at["p"] < at["q"]) == (at["y"] < at["x"])


def test_forty_leaves_fit_under_each_other() -> None:
    items = [Item(key="s", height=40), *(Item(key=f"d{n}", height=40) for n in range(40))]
    placed = place_items(items, [("s", f"d{n}") for n in range(40)])
    source = placed.boxes[0]
    assert source.middle == pytest.approx(placed.height / 2, abs=1)


def test_nothing_to_place_is_an_empty_picture() -> None:
    placed = place_items([], [])
    assert (placed.boxes, placed.lines) == ((), ())
