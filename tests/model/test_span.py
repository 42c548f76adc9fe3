import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.model.parse import Time
from headwater.model.span import Span, covers, hull, touching

edges = st.lists(st.integers(0, 60), min_size=2, max_size=16, unique=True).map(sorted)
stretches = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(
    lambda pair: Span(start=pair[0], end=pair[0] + pair[1])
)


def marks_between(places: list[int]) -> tuple[Time, ...]:
    """Marks in text order, none overlapping another."""
    return tuple(
        Time(span=Span(start=start, end=end), precision="day", basis="text")
        for start, end in zip(places[::2], places[1::2], strict=False)
    )


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 2)])
def test_a_span_is_a_stretch(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="a span needs"):
        Span(start=start, end=end)


def test_cuts_out_its_words() -> None:
    assert Span(start=4, end=9).cut("one, three words") == " thre"


@given(edges, st.lists(stretches, min_size=1, max_size=3))
def test_touching_is_what_a_look_at_every_mark_gives(places: list[int], spans: list[Span]) -> None:
    marks = marks_between(places)
    around = hull(spans)
    assert tuple(touching(marks, spans)) == tuple(m for m in marks if m.span.overlaps(around))


@given(st.lists(stretches, min_size=1, max_size=4))
def test_a_hull_covers_what_it_was_made_of(spans: list[Span]) -> None:
    assert covers([hull(spans)], spans)
    assert hull(spans).start == min(span.start for span in spans)
