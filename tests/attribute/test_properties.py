"""Laws of the stage: spans, links, independence from other texts, determinism, robustness."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.attribute.build import find, read_cases

from headwater.model.attribution import Attribution
from headwater.model.span import hull

SENTENCES = sorted({case["text"] for _, case in read_cases()})
SIGNED = "— Ana Ruiz (@anaruiz) May 4, 2031\n"
PIECES = st.sampled_from(
    [*SENTENCES, "“", '"', "said", "according to", ",", ".", "\n", "—", "U.S.", SIGNED]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=6).map(" ".join)


def key(found: Attribution, shift: int = 0) -> tuple[object, ...]:
    spans = (*found.source, *found.cue, *found.content)
    places = tuple((span.start - shift, span.end - shift) for span in spans)
    return (places, found.name, found.kind, found.cue_kind, found.style)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_spans_lie_inside_the_text_and_links_lead_somewhere(text: str) -> None:
    found = find(text)
    ids = {one.id for one in found}
    assert len(ids) == len(found)
    for one in found:
        assert one.content
        assert 0 <= hull((*one.source, *one.cue, *one.content)).end <= len(text)
        assert list(one.content) == sorted(one.content)
        assert one.inside is None or one.inside in ids
        assert one.inside != one.id
        assert 0 <= one.probability <= 1
        assert one.reasons
        assert one.name


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_chains_end(text: str) -> None:
    found = {one.id: one for one in find(text)}
    for one in found.values():
        seen = set()
        at: Attribution | None = one
        while at is not None:
            assert at.id not in seen
            seen.add(at.id)
            at = found[at.inside] if at.inside else None


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_result(text: str) -> None:
    assert find(text) == find(text)


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from([text for text in SENTENCES if text[0] != "—"]),  # it signs what stands before
    st.sampled_from(["The tide was low.", "Snow fell in the hills."]),
)
def test_a_plain_paragraph_before_changes_nothing(text: str, before: str) -> None:
    shift = len(before) + 2
    moved = sorted(map(str, (key(one, shift) for one in find(f"{before}\n\n{text}"))))
    assert moved == sorted(map(str, (key(one) for one in find(text))))


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(SENTENCES))
def test_curly_and_straight_marks_give_the_same(text: str) -> None:
    assert [straighten(str(key(one))) for one in find(straighten(text))] == [
        straighten(str(key(one))) for one in find(text)
    ]


def straighten(text: str) -> str:
    return text.replace("“", '"').replace("”", '"')  # names keep the marks of the text


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(SENTENCES))
def test_no_break_spaces_give_the_same_places(text: str) -> None:
    bound = text.replace(" ", "\u00a0")
    assert [key(one)[0] for one in find(bound)] == [key(one)[0] for one in find(text)]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_survived(text: str) -> None:
    assert isinstance(find(text or " "), tuple)
