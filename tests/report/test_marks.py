"""Tests of text cut into marked pieces."""

from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.model.span import Span
from headwater.report.views.marks import LETTER, Mark, cut_pieces

TEXT = "The works said the outlet had been shut since spring, two officials told us."
SPANS = st.tuples(st.integers(0, 70), st.integers(1, 6)).map(
    lambda pair: Span(start=pair[0], end=min(pair[0] + pair[1], len(TEXT)))
)
MARKS = st.builds(
    Mark,
    span=SPANS,
    kind=st.sampled_from(sorted(LETTER)),
    link=st.sampled_from([None, "#one", "#two"]),
)


@settings(max_examples=100, deadline=None)
@given(st.lists(MARKS, max_size=8), SPANS, st.lists(st.integers(0, 80), max_size=5))
def test_pieces_join_to_the_window_and_carry_every_mark(
    marks: list[Mark], window: Span, anchors: list[int]
) -> None:
    named = [(at, f"a{at}") for at in anchors]
    pieces = cut_pieces(TEXT, window, marks, named)
    assert "".join(piece.text for piece in pieces) == window.cut(TEXT)
    at = window.start
    for piece in pieces:
        over = {LETTER[m.kind] for m in marks if m.span.start <= at < m.span.end}
        assert set(piece.classes.split()) == over
        assert set(piece.anchors) == {name for place, name in named if place == at}
        at += len(piece.text)
    found = {name for piece in pieces for name in piece.anchors}
    assert found == {name for place, name in named if window.start <= place < window.end}


def test_the_shortest_linked_mark_wins() -> None:
    marks = [
        Mark(span=Span(start=0, end=40), kind="content", link="#whole"),
        Mark(span=Span(start=4, end=9), kind="content", link="#part"),
        Mark(span=Span(start=4, end=6), kind="cue"),
    ]
    pieces = cut_pieces(TEXT, Span(start=0, end=20), marks)
    assert [(p.text, p.link) for p in pieces][:3] == [
        ("The ", "#whole"), ("wo", "#part"), ("rks", "#part"),
    ]  # fmt: skip
