"""Shared text between documents."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from headwater.evaluate.scribe import Article, write
from headwater.model.document import Aside, Document
from headwater.model.span import Span
from headwater.model.trace import Copy
from headwater.trace.copies import find_copies, fingerprints, read_words, shared_runs
from headwater.trace.settings import TraceSettings

# A busy machine is no failure, and a test is read more often than it is waited for.
QUICK = settings(deadline=None, max_examples=50)
SETTINGS = TraceSettings()
STORY = (
    "The harbour board closed the northern quay on Monday after engineers found cracks in two of"
    " its oldest piers.",
    "Ferries to the islands will leave from the fish market until the end of the summer season,"
    " the board said.",
    "Repairs are expected to cost eleven million crowns and to take at least seven months.",
    "Owners of the cafes along the quay asked the town for help with their rents.",
)
OTHER = (
    "Snow fell on the upper valleys during the night and several mountain roads were impassable.",
    "A school bus slid into a ditch near the old mill, but nobody on board was hurt.",
    "Forecasters expect the cold to last through the weekend and into the following week.",
    "Farmers brought their sheep down from the high pastures earlier than in other years.",
)
MORE = (
    "The museum of glass will stay open late on Fridays from the first week of June onwards.",
    "Visitors can watch the blowers at the old furnace and try their hand at a small bowl.",
    "Tickets are sold at the gate, and children under twelve go in without paying anything.",
)
QUOTED = (
    "“We told them about those cracks four years ago and nobody wanted to listen to us,” he said."
)


def document(name: str, *lines: str, **fields: str) -> Document:
    return write([Article(name=name, lines=lines, **fields)]).documents[0]


def copy_of(left: Document, right: Document) -> Copy | None:
    found = find_copies((left, right), SETTINGS)
    return found[0] if found else None


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        (STORY, STORY, "copy"),
        (STORY, STORY[:2], "copy"),
        (STORY, (*STORY, *OTHER), "copy"),
        ((*STORY[:2], *OTHER[:3]), (*STORY[:2], *OTHER[3:], *MORE), "version"),
        ((STORY[0], *OTHER, *OTHER), (*STORY, *MORE, *MORE), "excerpt"),
        ((*STORY, QUOTED), (*OTHER, QUOTED), "shared_quotation"),
        (STORY, OTHER, None),
    ],
)
def test_kinds(left: tuple[str, ...], right: tuple[str, ...], kind: str | None) -> None:
    found = copy_of(document("a", *left), document("b", *right))
    assert (found and found.kind) == kind


def test_a_common_closing_line_of_one_outlet_is_boilerplate() -> None:
    closing = "Subscribe to our evening letter and read every story of the region before breakfast."
    pile = [
        document(name, *lines, *lines, *lines, closing, outlet="Gazette")
        for name, lines in (("a", STORY), ("b", OTHER))
    ]
    found = copy_of(*pile)
    assert found is not None
    assert found.kind == "boilerplate"


def test_passages_are_the_same_words_on_both_sides() -> None:
    left, right = document("a", *STORY), document("b", OTHER[0], *STORY[1:3])
    found = copy_of(left, right)
    assert found is not None
    for passage in found.passages:
        assert passage.left.cut(left.text) == passage.right.cut(right.text)
    assert 0 < found.right_share < 1


def test_asides_are_not_compared() -> None:
    text = document("a", *STORY)
    aside = Aside(span=Span(start=0, end=len(text.text)), kind="copyright")
    bare = Document(**{**{f: getattr(text, f) for f in text.__struct_fields__}, "asides": (aside,)})
    assert copy_of(bare, document("b", *STORY)) is None


@pytest.mark.parametrize(
    ("left", "right", "upstream"),
    [
        ({"published": "2021-03-01"}, {"published": "2021-03-02"}, "d-a"),
        ({"published": "2021-03-02"}, {"published": "2021-03-01"}, "d-b"),
        ({"published": "2021-03-02"}, {"published": "2021-03-02"}, None),
        ({"published": "2021-03-01"}, {}, None),
        (
            {"published": "2021-03-01", "agency": "AFP"},
            {"published": "2021-03-02", "outlet": "Agence France-Presse"},
            "d-b",
        ),
        (
            {"published": "2021-03-01", "agency": "AFP"},
            {"published": "2021-03-02", "agency": "AFP"},
            None,
        ),
    ],
)
def test_direction(left: dict[str, str], right: dict[str, str], upstream: str | None) -> None:
    found = copy_of(document("a", *STORY, **left), document("b", *STORY, **right))
    assert found is not None
    assert found.upstream == upstream


def test_a_later_version_is_known_by_its_document() -> None:
    first, second = document("a", *STORY), document("b", *STORY[:3])
    later = Document(
        **{**{f: getattr(second, f) for f in second.__struct_fields__}, "version_of": first.id}
    )
    found = copy_of(first, later)
    assert found is not None
    assert found.kind == "version"


def runs_of(left: list[str], right: list[str]) -> tuple[tuple[int, int, int], ...]:
    one = read_words(document("a", " ".join(left)), SETTINGS)
    two = read_words(document("b", " ".join(right)), SETTINGS)
    return shared_runs(one, two, SETTINGS)


WORDS = st.lists(st.sampled_from("abcdefgh"), max_size=40)


@QUICK
@given(WORDS, WORDS, st.lists(st.sampled_from("stuvwxyz"), min_size=8, max_size=20, unique=True))
def test_any_shared_run_that_is_long_enough_is_seen(
    before: list[str], after: list[str], shared: list[str]
) -> None:
    left, right = [*before, *shared], [*shared, *after]
    assert fingerprints(left, SETTINGS) & fingerprints(right, SETTINGS)
    runs = runs_of(left, right)
    assert any(length >= len(shared) for _, _, length in runs)


@QUICK
@given(WORDS, WORDS)
def test_runs_do_not_overlap_and_hold_the_same_words(left: list[str], right: list[str]) -> None:
    runs = runs_of(left, right)
    for at, other, length in runs:
        assert left[at : at + length] == right[other : other + length]
    for side in (0, 1):
        taken = [place for run in runs for place in range(run[side], run[side] + run[2])]
        assert len(taken) == len(set(taken))


def test_a_passage_stops_at_a_byline_that_only_one_side_has() -> None:
    left, right = document("a", *STORY), document("b", STORY[0], "By Jo Marlow", *STORY[1:])
    at = right.text.index("By Jo Marlow")
    aside = Aside(span=Span(start=at, end=at + len("By Jo Marlow")), kind="byline")
    copy = copy_of(left, replace(right, asides=(aside,)))
    assert copy is not None
    assert len(copy.passages) == 2
    for passage in copy.passages:
        assert passage.left.cut(left.text).split() == passage.right.cut(right.text).split()
