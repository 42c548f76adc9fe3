"""Tests of the chain graph and its picture."""

from collections.abc import Iterable

import msgspec
import pytest
from tests.report.sample import make_dossier

from headwater.model.claim import Claim
from headwater.model.document import Document, Stated
from headwater.model.dossier import Dossier
from headwater.model.mention import Mention
from headwater.model.source import Source
from headwater.model.span import Place, Span
from headwater.model.trace import Chain, Copy, Corroboration, Hop, Origin, Passage, Tie
from headwater.report import report
from headwater.report.lookup import Lookup
from headwater.report.pictures.graph import MOST, ChainGraph, build_graph
from headwater.report.pictures.labels import wrap
from headwater.report.pictures.picture import Branch, Picture, draw_chains
from headwater.report.places import Places

WORDS = "The mill burned."
SPAN = Span(start=0, end=len(WORDS))


def case(chains: dict[str, list[str]], copies: Iterable[tuple[str, str]] = ()) -> Dossier:
    """A claim told by documents `d...`, each with its chain of names; `name?` is inferred."""
    names = dict.fromkeys(n.rstrip("?") for chain in chains.values() for n in chain)
    documents = tuple(
        Document(
            id=key, name=f"{key}.txt", digest="0", format="text", text=WORDS,
            outlet=Stated(value=f"Outlet {key}", given_by="x"),
        )
        for key in chains
    )  # fmt: skip
    sources = [
        Source(id=name, name=name, kind="person", documents=(name,) if name in chains else ())
        for name in names
    ]
    sources += [
        Source(id=f"outlet-{key}", name=f"Outlet {key}", kind="media_outlet", documents=(key,))
        for key in chains
        if key not in names
    ]
    mentions = tuple(
        Mention(
            id=f"m-{key}", document=key, spans=(SPAN,), statement=(SPAN,), text=WORDS, sentence=SPAN
        )
        for key in chains
    )
    ends = {
        key: (chain[-1].rstrip("?") if chain else f"outlet-{key}") for key, chain in chains.items()
    }
    origins = tuple(
        Origin(
            id=f"o-{end}", claim="c", source=end,
            own_voice=end[7:] if end.startswith("outlet-") else None,
            mentions=tuple(f"m-{key}" for key in chains if ends[key] == end),
        )
        for end in dict.fromkeys(ends.values())
    )  # fmt: skip
    claim = Claim(
        id="c", mentions=tuple(m.id for m in mentions), best=mentions[0].id, text=WORDS,
        documents=tuple(chains),
    )  # fmt: skip
    ids = tuple(o.id for o in origins)
    blank = make_dossier()
    empty = {n: () for n in blank.__struct_fields__ if isinstance(getattr(blank, n), tuple)}
    return msgspec.structs.replace(
        blank,
        **{
            **empty,
            "documents": documents,
            "sources": tuple(sources),
            "mentions": mentions,
            "claims": (claim,),
            "chains": tuple(chain_of(key, chain) for key, chain in chains.items()),
            "origins": origins,
            "corroborations": (
                Corroboration(
                    claim="c", origins=ids, groups=tuple((i,) for i in ids), low=1, high=len(ids)
                ),
            ),
            "copies": tuple(
                Copy(
                    left=a, right=b, kind="copy", passages=(Passage(left=SPAN, right=SPAN),),
                    left_share=1.0, right_share=1.0,
                )
                for a, b in copies
            ),
        },
    )  # fmt: skip


def chain_of(key: str, chain: list[str]) -> Chain:
    place = Place(document=key, span=SPAN)
    hops = [Hop(source=f"outlet-{key}", how="published")]
    for name in chain:
        how = "inferred" if name.endswith("?") else "said"
        hops.append(Hop(source=name.rstrip("?"), how=how, place=place))  # type: ignore[arg-type]
    return Chain(mention=f"m-{key}", hops=tuple(hops), own_depth=len(hops))


def graph_of(dossier: Dossier) -> ChainGraph:
    lookup = Lookup(report(dossier))
    return build_graph(lookup, lookup.dossier.claims[0])


def picture_of(dossier: Dossier) -> Picture:
    lookup = Lookup(report(dossier))
    return draw_chains(lookup, Places(lookup), lookup.dossier.claims[0])


def edges(graph: ChainGraph) -> set[tuple[str, str, str]]:
    return {(edge.up, edge.down, edge.kind) for edge in graph.edges}


@pytest.mark.parametrize(
    ("chains", "wanted"),
    [
        ({"d1": ["s"], "d2": ["s"]}, {("s", "d1", "said"), ("s", "d2", "said")}),
        ({"d1": ["r", "s?"]}, {("s", "r", "inferred"), ("r", "d1", "said")}),
        ({"d1": ["d2"], "d2": ["s"]}, {("d2", "d1", "said"), ("s", "d2", "said")}),
        ({"d1": []}, set()),
        ({"d1": ["r", "s?"], "d2": ["r", "s"]}, {
            ("s", "r", "said"), ("r", "d1", "said"), ("r", "d2", "said"),
        }),
    ],
)  # fmt: skip
def test_edges_run_from_source_to_who_relies_on_it(
    chains: dict[str, list[str]], wanted: set[tuple[str, str, str]]
) -> None:
    assert edges(graph_of(case(chains))) == wanted


def test_a_circle_is_left_open() -> None:
    graph = graph_of(case({"d1": ["d2"], "d2": ["d1"]}))
    assert len(graph.edges) == 1
    assert picture_of(case({"d1": ["d2"], "d2": ["d1"]})).boxes


def test_copies_are_stacked_and_others_are_not() -> None:
    chains = {"d1": ["s"], "d2": ["s"], "d3": ["s"]}
    boxes = [node.members for node in graph_of(case(chains, [("d1", "d2")])).nodes]
    assert ("d1", "d2") in boxes
    assert ("d3",) in boxes


def test_forty_documents_can_be_read() -> None:
    chains = {f"d{n:02}": ["wire", "s"] for n in range(36)}
    chains |= {f"d{n}": ["d00", "wire?", "s?"] for n in range(36, 40)}
    picture = picture_of(case(chains))
    assert len(picture.boxes) <= 6
    assert picture.height < 700
    stacked = sum(box.stacked + 1 for box in picture.boxes if box.style == "document")
    assert stacked == 40


def test_own_voice_is_an_origin_where_it_stands() -> None:
    graph = graph_of(case({"d1": [], "d2": ["s"]}))
    by_key = {node.key: node for node in graph.nodes}
    assert by_key["d1"].origin
    assert by_key["s"].origin
    assert not by_key["d2"].origin


def test_the_picture_in_words_names_every_box() -> None:
    picture = picture_of(make_dossier())

    def names(branches: Iterable[Branch]) -> Iterable[str]:
        for branch in branches:
            yield from branch.name.split(" = ")
            yield from names(branch.below)

    assert {" ".join(box.lines) for box in picture.boxes} == set(names(picture.tree))
    assert picture.tree[0].name == "two harbour officials = harbour officials"


def test_surely_one_is_framed_and_doubt_is_dotted() -> None:
    picture = picture_of(make_dossier())
    assert len(picture.frames) == 1
    assert len(picture.arcs) == 1
    assert {way.kind for way in picture.ways} == {"said", "copied"}


def test_every_line_and_box_leads_to_words() -> None:
    picture = picture_of(make_dossier())
    assert all(way.link for way in picture.ways)
    assert all(box.link for box in picture.boxes)


def test_doubt_inside_a_group_is_not_drawn() -> None:
    dossier = case({"d1": ["a"], "d2": ["b"]})
    (found,) = dossier.corroborations
    tie = Tie(left="o-a", right="o-b", kind="maybe", reasons=())
    one = msgspec.structs.replace(found, ties=(tie,), groups=(("o-a", "o-b"),), high=1)
    two = msgspec.structs.replace(found, ties=(tie,))
    drawn = [
        len(picture_of(msgspec.structs.replace(dossier, corroborations=(c,))).arcs)
        for c in (one, two)
    ]
    assert drawn == [0, 1]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Reuters", 1),
        ("Office of the Director of Coastal Intelligence", 3),
        ("漢字" * 12, 3),
        ("x" * 400, 3),
        ("", 1),
    ],
)
def test_names_fit_their_box(name: str, lines: int) -> None:
    found = wrap(name)
    assert len(found) == lines
    assert all(len(line) <= 21 for line in found)


def test_hundreds_of_documents_are_cut_to_a_picture() -> None:
    chains = {f"d{n:04}": [f"source {n * 7 % 400}", f"end {n % 97}"] for n in range(400)}
    lookup = Lookup(report(case(chains)))
    graph = build_graph(lookup, lookup.dossier.claims[0])
    drawn = [node for node in graph.nodes if node.kind == "document"]
    assert len(drawn) == MOST
    assert sum(len(node.members) for node in drawn) + graph.left_out == len(chains)
    known = {node.key for node in graph.nodes}
    assert {key for edge in graph.edges for key in (edge.up, edge.down)} == known


def test_forty_documents_stay_readable() -> None:
    chains = {
        f"d{n:02}": [("Union", "Wire", "Desk")[n % 3], ("Mill Board", "A worker")[n % 2]]
        if n % 5
        else ["A worker"] * (n % 2)
        for n in range(40)
    }
    lookup = Lookup(report(case(chains)))
    picture = draw_chains(lookup, Places(lookup), lookup.dossier.claims[0])
    boxes = [drawn.box for drawn in picture.boxes]
    assert len(boxes) <= 40 / 2
    assert picture.width <= 1200
    for at, one in enumerate(boxes):
        for two in boxes[at + 1 :]:
            beside = one.x + one.width <= two.x or two.x + two.width <= one.x
            assert beside or one.y + one.height <= two.y or two.y + two.height <= one.y
