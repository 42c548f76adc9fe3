"""Who denies, contradicts or updates what, from raw text, on small invented piles."""

import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from headwater.config import Settings
from headwater.engine.local import Input, analyse
from headwater.model.base import content_id
from headwater.model.document import Document, Stated
from headwater.model.dossier import Dossier

PILES = tomllib.loads((Path(__file__).parent / "answers.toml").read_text("utf-8"))["piles"]
FIRM = {"denies", "contradicts"}
PRECISION = 0.9  # of firm denials and contradictions; below it a reader stops trusting them
RECALL = 0.75


class Said(NamedTuple):
    """A relation with all the words of both claims."""

    kind: str
    one: str
    two: str


def read_pile(texts: list[str]) -> Dossier:
    """The dossier of texts that came out a day apart."""
    documents = tuple(
        Document(
            id=content_id("d", text),
            name=f"{number}.txt",
            digest=content_id("x", text),
            format="text",
            text=text,
            published=Stated(value=f"2023-05-{10 + number}", given_by="test"),
        )
        for number, text in enumerate(texts)
    )
    return analyse(Input(documents=documents), Settings())


def relations_of(dossier: Dossier) -> list[Said]:
    """The firm relations of a dossier."""
    words = {mention.id: mention.text for mention in dossier.mentions}
    claims = {c.id: " / ".join(words[m] for m in c.mentions) for c in dossier.claims}
    return [
        Said(found.kind, claims[found.from_claim], claims[found.to_claim])
        for found in dossier.relations
        if not found.weak
    ]


def is_meant(said: Said, wanted: list[str]) -> bool:
    """Does a relation set the wanted words against each other? Updates have a direction."""
    _, one, two = wanted
    turned = said.kind in FIRM and two in said.one and one in said.two
    return (one in said.one and two in said.two) or turned


@pytest.fixture(scope="module")
def results() -> list[tuple[dict[str, Any], list[Said]]]:
    return [(pile, relations_of(read_pile(pile["texts"]))) for pile in PILES]


def test_what_is_said_to_conflict_does(results: list[tuple[dict[str, Any], list[Said]]]) -> None:
    firm = [(pile, said) for pile, found in results for said in found if said.kind in FIRM]
    wrong = [
        (pile["matter"], said)
        for pile, said in firm
        if not any(is_meant(said, wanted) for wanted in pile["expected"])
    ]
    assert len(wrong) <= (1 - PRECISION) * len(firm), wrong


def test_most_conflicts_are_found(results: list[tuple[dict[str, Any], list[Said]]]) -> None:
    missed = [
        (pile["matter"], wanted)
        for pile, found in results
        for wanted in pile["expected"]
        if not any(is_meant(said, wanted) for said in found)
    ]
    total = sum(len(pile["expected"]) for pile in PILES)
    assert len(missed) <= (1 - RECALL) * total, missed


def test_the_piles_are_many_and_of_many_matters() -> None:
    assert len(PILES) >= 40
    assert len({pile["matter"].split(":")[0] for pile in PILES}) >= 20
