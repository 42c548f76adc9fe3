"""Tests of what the page shows, before it is a page."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import msgspec
import pytest
from lxml import html
from tests.report.sample import make_dossier

from headwater.model.claim import Claim, Relation
from headwater.model.dossier import Dossier
from headwater.report import report
from headwater.report.lookup import Lookup
from headwater.report.page import render_page
from headwater.report.places import Places
from headwater.report.ranking import find_kinds
from headwater.report.views import counts
from headwater.report.views.cards import CardMaker
from headwater.report.views.counts import lay_tiles
from headwater.report.views.figures import compare_figures
from headwater.report.views.gaps import find_gaps
from headwater.report.views.positions import find_positions
from headwater.report.views.sources import list_sources
from headwater.report.views.timeline import make_timeline
from headwater.report.words import series

GOLDEN = Path(__file__).parent / "golden"
replace = msgspec.structs.replace


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return report(make_dossier())


@pytest.fixture(scope="module")
def lookup(dossier: Dossier) -> Lookup:
    return Lookup(dossier)


@pytest.fixture(scope="module")
def places(lookup: Lookup) -> Places:
    return Places(lookup)


def claim(lookup: Lookup, words: str) -> Claim:
    return next(found for found in lookup.dossier.claims if words in found.text)


def lines(node: html.HtmlElement) -> str:
    """The text of a node, a line for each block."""
    for picture in node.xpath(".//figure/*[local-name()='svg']"):
        picture.getparent().remove(picture)
    for cell in node.iter("td", "th"):
        cell.tail = " " + (cell.tail or "")
    for block in node.iter("p", "li", "h3", "h4", "blockquote", "tr", "summary", "caption"):
        block.tail = "\n" + (block.tail or "")
    text = (" ".join(line.split()) for line in node.text_content().split("\n"))
    return "\n".join(line for line in text if line) + "\n"


def test_a_card_reads_as_before(dossier: Dossier, lookup: Lookup) -> None:
    """The words of one card; a missing file is written, and fails until somebody has read it."""
    tree = html.document_fromstring(render_page(dossier))
    found = lines(tree.get_element_by_id(claim(lookup, "14 tonnes").id))
    path = GOLDEN / "card.txt"
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")
        pytest.fail(f"{path} was missing and is written: read it")
    assert found == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("14 tonnes", ("possible echo", "disputed", "figures differ")),
        ("None of our outlets", ("echo", "disputed")),
        ("Shellfish beds", ("echo",)),
        ("did not release", ()),
        ("nearly 20 tonnes", ("disputed", "figures differ")),
        ("on orders", ("veiled", "unsourced")),
        ("northern outlet", ("veiled",)),
        ("will publish", ()),
    ],
)
def test_why_a_claim_is_worth_a_look(lookup: Lookup, words: str, kinds: tuple[str, ...]) -> None:
    found = find_kinds(lookup, claim(lookup, words))
    weak = "nearly 20" in words  # its conflict is a weak one
    assert found == (tuple(k for k in kinds if k != "disputed") if weak else kinds)


def test_figures_stand_side_by_side(lookup: Lookup, places: Places) -> None:
    (table,) = compare_figures(lookup, places, claim(lookup, "14 tonnes"))
    assert not table.agree
    assert (table.low, table.high) == ("14 t", "20 t")
    assert [row.shown for row in table.rows] == [
        "14 t",
        "14 t",
        "about 14 t",
        "14 t",
        "14 t",
        "about 20 t",
    ]
    assert [row.other for row in table.rows] == [False] * 5 + [True]
    assert table.drawing is not None
    dots = [ink.x for ink in table.drawing.inks if ink.tag == "circle"]
    assert dots[0] == dots[1] < dots[-1]


def test_positions_by_actor_in_time(lookup: Lookup, places: Places) -> None:
    (actor,) = find_positions(lookup, places)
    assert actor.name == "Tomas Reyl"
    assert [(row.date, row.verb) for row in actor.positions] == [
        ("6 Apr 2031", "denies"), ("6 Apr 2031", "declines"),
    ]  # fmt: skip


def test_timeline_runs_forward_and_says_nothing_twice(lookup: Lookup, places: Places) -> None:
    days = make_timeline(lookup, places)
    assert [day.iso for day in days] == sorted(day.iso for day in days)
    entries = [(d.iso, e.track, e.who, e.text) for d in days for e in d.entries]
    assert len(entries) == len(set(entries))
    assert sum(track == "published" for _, track, _, _ in entries) == 6


def test_sources_say_what_rests_on_them(lookup: Lookup, places: Places) -> None:
    found = {line.name: line for line in list_sources(lookup, places)}
    northline = found["Northline"]
    assert (northline.claims, [said.through for said in northline.statements]) == (1, [True])
    assert found["two harbour officials"].veil == "harbour authority, spoke to Northline"
    assert "Harbour Courier" not in found


def test_gaps_name_what_is_missing(lookup: Lookup, places: Places) -> None:
    gaps = find_gaps(lookup, places)
    assert [line.what for line in gaps.failures] == ["scan.pdf"]
    assert [line.why for line in gaps.nameless] == ["Lagoon Watch does not say who said it"]
    assert gaps.mastheads == ()


def test_copies_fold_under_what_they_reprint(lookup: Lookup, places: Places) -> None:
    card = CardMaker(lookup, places).card(claim(lookup, "Shellfish"))
    assert [(q.outlet, [c.outlet for c in q.copies]) for q in card.quotes] == [
        ("Northline", ["Harbour Courier"])
    ]
    assert card.quotes[0].copies[0].differs is False


def test_conflicts_beyond_the_first_take_a_line(dossier: Dossier) -> None:
    target = claim(Lookup(dossier), "14 tonnes")
    more = tuple(
        Relation(kind="denies", from_claim=other.id, to_claim=target.id, score=0.5)
        for other in dossier.claims
        if other.id != target.id
    )
    lookup = Lookup(replace(dossier, relations=more))
    card = CardMaker(lookup, Places(lookup)).card(target)
    assert len(card.answers) + len(card.further) == len(more)
    assert {a.key for a in card.answers}.isdisjoint(b.key for b in card.further)
    assert "and others." in card.gist


@pytest.mark.parametrize(
    ("names", "said"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (list("ABCD"), "A, B, C and others")],
)
def test_series(names: list[str], said: str) -> None:
    assert series(names, 3) == said


def test_the_page_does_not_depend_on_hashing() -> None:
    code = (
        "import hashlib;from tests.report.sample import make_dossier;"
        "from headwater.report import report;from headwater.report.page import render_page;"
        "print(hashlib.sha256(render_page(report(make_dossier())).encode()).hexdigest())"
    )
    root = Path(__file__).parents[2]
    found = {
        subprocess.run(
            [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{root / 'src'}:{root}"},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(found) == 1


def test_marks_of_a_large_pile_keep_the_shares(
    lookup: Lookup, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = lay_tiles(lookup, places)
    kinds = Counter(tile.kind for tile in whole.tiles)
    assert whole.left_out == 0
    assert len(kinds) > 1
    monkeypatch.setattr(counts, "TILES", 1)
    part = lay_tiles(lookup, places)
    assert Counter(tile.kind for tile in part.tiles).keys() == kinds.keys()
    assert part.left_out == len(whole.tiles) - len(part.tiles) > 0
    assert set(part.tiles) <= set(whole.tiles)
