"""Tests of the interchange format."""

import json

import pytest
from msgspec.structs import replace
from tests.report.sample import make_dossier

from headwater.evaluate.scribe import Article, Cited, Said, write
from headwater.model.attribution import SourceKind
from headwater.model.dossier import Dossier
from headwater.model.trace import Hop
from headwater.report import report
from headwater.report.interchange import text_name, to_interchange
from headwater.report.lookup import Lookup


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return report(make_dossier())


def test_chains_hold_what_the_document_itself_says(dossier: Dossier) -> None:
    rows = to_interchange(dossier)["mentions"]
    said = {(row["doc"], row["text"][:20]): row["chain"] for row in rows}
    wire = ["@outlet", "Northline", "two harbour officials"]
    assert said["courier", "The Veldt Works rele"] == wire
    assert said["lagoonwatch.html", "the works dumped fou"] == ["@outlet", "The Quay"]
    assert said["quay", "The Veldt Works let "] == ["@outlet", "Northline", "harbour officials"]
    assert said["northline", "Shellfish beds north"] == ["@outlet"]


def test_origins_have_one_name_for_each_group(dossier: Dossier) -> None:
    claims = {row["text"][:20]: row for row in to_interchange(dossier)["claims"]}
    spill = claims["The Veldt Works rele"]
    assert spill["independent_origins"] == {"lower": 1, "upper": 2}
    assert len(spill["origins"]) == 2
    assert "harbour master's logs" in spill["origins"]
    assert claims["We will publish our "]["origins"] == ["@outlet:statement"]


def test_quantities_are_plain_numbers(dossier: Dossier) -> None:
    rows = to_interchange(dossier)["mentions"]
    found = [row["quantities"] for row in rows if row["doc"] == "quay" and row["quantities"]]
    assert {"value": 5000000, "unit": "CRW", "comparator": "="} in found[-1]
    assert '"value": 14,' in json.dumps(found)


def test_every_record_is_there_and_spans_cut_their_words(dossier: Dossier) -> None:
    out = to_interchange(dossier)
    texts = {document.name.removesuffix(".txt"): document.text for document in dossier.documents}
    assert len(out["mentions"]) == len(dossier.mentions)
    assert {row["claim"] for row in out["mentions"]} == {row["id"] for row in out["claims"]}
    for row in out["mentions"]:
        assert " ".join(texts[row["doc"]][a:b] for a, b in row["spans"]) == row["text"]
    kinds = {row["type"] for row in out["relations"]}
    assert kinds == {"denies", "contradicts", "updates", "supports"}


@pytest.mark.parametrize(
    ("name", "words", "kind", "expected"),
    [
        ("Ines Okafor", "Mr. Okafor", "person", "Mr. Okafor"),
        ("Ines Okafor", "Okafor", "person", "Okafor"),
        ("Ines Okafor", "she", "person", "Ines Okafor"),
        ("Ines Okafor", "Okafor, the harbour master,", "person", "Ines Okafor"),
        ("experts", "many experts", "anonymous", "many experts"),
        ("audit office report", "the report", "report", "audit office report"),
    ],
)
def test_chains_name_people_and_crowds_as_the_text_does(
    dossier: Dossier, name: str, words: str, kind: SourceKind, expected: str
) -> None:
    said = Said(claim="c", words="rain fell", chain=(Cited(name=words, kind=kind),))
    pile = write((Article(name="a", lines=(said,)),))
    (cited,) = (replace(attribution, name=name) for attribution in pile.attributions)
    made = replace(dossier, documents=pile.documents, attributions=(cited,))
    hop = Hop(source="s", attribution=cited.id, how="said")
    assert text_name(Lookup(made), hop) == expected
