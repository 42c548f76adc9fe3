"""Ten sequences of decisions by two people, with conflicts, applied again and again."""

import sqlite3
from pathlib import Path
from typing import Final

import pytest
from tests.judgements.desk import Said, decide, open_case, reading, take_back

from headwater.case import Case
from headwater.judgements.effects import conflicts
from headwater.model.judgement import Judgement
from headwater.verify import verify_dossier

SHIPPED: Final = "Ostrel shipped 40 harbour cranes to Vandar last year"
FORTY: Final = "Forty harbour cranes were shipped to Vandar by Ostrel last year"
HEADLINE: Final = "Forty cranes went to Vandar"
NEVER: Final = "We never sold a single crane to Vandar"
TWELVE: Final = "Vandar paid more than $12 million for them"
FIFTEEN: Final = "Vandar paid $15 million for cranes from Ostrel"
LEFT: Final = "44 cranes left the port of Lisk in 2023"
SILENT: Final = "Vandar did not respond to a request for comment"
RECORDS: Final = "customs records of the port of Lisk"

SEQUENCES: Final[dict[str, tuple[Said, ...]]] = {
    "one claim or two": (
        Said("ana", "same_claim", (TWELVE, FIFTEEN)),
        Said("ben", "different_claim", (SHIPPED, FORTY)),
        Said("ana", "different_claim", (TWELVE, FIFTEEN)),
        Said("ben", "same_claim", (TWELVE, FIFTEEN)),
        Said("ana", "note", (LEFT,), "which port?"),
    ),
    "through a third": (
        Said("ana", "same_claim", (TWELVE, LEFT)),
        Said("ben", "same_claim", (LEFT, FIFTEEN)),
        Said("ana", "contradicts", (TWELVE, FIFTEEN)),
        Said("ben", "reliability", ("@Customs records",), "B"),
        Said("ana", "not_a_claim", (SILENT,)),
        Said("ben", "not_a_claim", (HEADLINE,)),
    ),
    "who said so": (
        Said("ana", "source_is", (TWELVE,), "Ida Brenn"),
        Said("ben", "source_is", (TWELVE,), "Trade Ministry"),
        Said("ben", "source_is", (LEFT,), ""),
        Said("ana", "source_is", (SILENT,), "Vera Holt"),
        Said("ana", "reliability", ("@Vera Holt",), "C"),
    ),
    "through whom": (
        Said("ana", "chain_is", (FIFTEEN,), "Gazette > Two officials"),
        Said("ben", "chain_is", (SHIPPED,), ""),
        Said("ben", "chain_is", (FIFTEEN,), "Gazette > Ida Brenn"),
        Said("ana", "rests_on", ("@Two officials", "@Trade Ministry")),
    ),
    "cue and content": (
        Said("ana", "cue_is", (NEVER, "said. Vandar"), "denies"),
        Said("ben", "content_is", (LEFT, "44 cranes left the port of Lisk")),
        Said("ana", "cue_is", (TWELVE, "said that"), "alleges"),
        Said("ben", "cue_is", (TWELVE, "said that"), "says"),
    ),
    "how it is read": (
        Said("ana", "polarity", (NEVER,), "positive"),
        Said("ben", "polarity", (NEVER,), "negative"),
        Said("ana", "modality", (TWELVE,), "alleged"),
        Said("ben", "quantity", (TWELVE,), "> 12e6 USD"),
        Said("ana", "quantity", (LEFT,), "40"),
        Said("ben", "quantity", (LEFT,), "~ 44"),
    ),
    "own claims": (
        Said("ana", "own_claim", ("because the inquiry is secret",)),
        Said("ben", "own_claim", (RECORDS,), "Trade Ministry > Customs office"),
        Said("ana", "same_claim", ("because the inquiry is secret", SILENT)),
        Said("ben", "not_a_claim", ("because the inquiry is secret",)),
        Said("ana", "own_claim", ("because the inquiry is secret",)),
    ),
    "who is who": (
        Said("ana", "same_source", ("@Vandar", "@Trade Ministry")),
        Said("ben", "different_source", ("@Vandar", "@Trade Ministry")),
        Said("ben", "source_is", ("@Two officials",), "Two aides of the harbour master"),
        Said("ana", "source_is", ("@Customs records",), "Customs office"),
        Said("ana", "different_source", ("herald.txt|Brenn", "spokeswoman Ida Brenn")),
    ),
    "origins": (
        Said("ana", "same_origin", ("@Trade Ministry", "@Customs records")),
        Said("ben", "rests_on", ("@Trade Ministry", "@Customs records")),
        Said("ana", "rests_on", ("@Customs records", "@Trade Ministry")),
        Said("ben", "different_origin", ("@The Gazette", "@Trade Ministry")),
        Said("ben", "reliability", ("@Trade Ministry",), "B"),
        Said("ana", "reliability", ("@Trade Ministry",), "D"),
    ),
    "who published it": (
        Said("ana", "outlet_is", ("#herald.txt",), "The Lisk Herald"),
        Said("ben", "published_is", ("#herald.txt",), "2024-03-05"),
        Said("ben", "outlet_is", ("#herald.txt",), "The Vandar Herald"),
        Said("ana", "title_is", ("#gazette.txt",), "Cranes for Vandar"),
        Said("ana", "url_is", ("#gazette.txt",), "https://gazette.example/cranes"),
    ),
    "all at once": (
        Said("ana", "source_is", (TWELVE,), "Ida Brenn"),
        Said("ana", "same_claim", (TWELVE, FIFTEEN)),
        Said("ben", "quantity", (TWELVE,), "15e6 USD"),
        Said("ben", "same_source", ("@Ida Brenn", "@Two officials")),
        Said("ana", "not_a_claim", (NEVER,)),
        Said("ben", "same_claim", (NEVER, SILENT)),
        Said("ana", "modality", (LEFT,), "possible"),
        Said("ben", "note", (HEADLINE,), "the headline says less"),
        Said("ana", "chain_is", (HEADLINE,), "Trade Ministry"),
    ),
}
CONFLICTS: Final = {
    "one claim or two": 1, "through a third": 1, "who said so": 1, "through whom": 1,
    "cue and content": 1, "how it is read": 2, "own claims": 1, "who is who": 1, "origins": 2,
    "who published it": 1,    "all at once": 1,
}  # fmt: skip
# Ana's first decision there leaves nobody of that name.
LOST: Final = {
    "all at once": ["it could not be re-applied: no source is called Two officials"],
}


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """A case in which nobody has decided anything."""
    case = open_case(tmp_path_factory.mktemp("plain"))
    case.run(page=False)
    return case


def decisions(case: Case, name: str) -> list[Judgement]:
    """Return the decisions of a sequence, as made while looking at an untouched case."""
    return [decide(case.dossier(), said, n) for n, said in enumerate(SEQUENCES[name])]


def data(case: Case) -> bytes:
    return (case.folder / "dossier.json").read_bytes()


@pytest.mark.parametrize("name", SEQUENCES)
def test_a_sequence_gives_one_result_however_it_is_applied(
    plain: Case, tmp_path: Path, name: str
) -> None:
    made = decisions(plain, name)
    ana = open_case(tmp_path / "ana")
    for judgement in made:  # at the desk: one after the other, each with its effect at once
        if judgement.who == "ana":
            ana.judge(judgement)
            ana.run(page=False)
    ben = open_case(tmp_path / "ben")
    ben.judge(*(one for one in reversed(made) if one.who == "ben"))
    of_ana = ana.judgements()
    ana.merge(ben.folder)
    ben.judge(*of_ana)
    assert ana.judgements() == ben.judgements() == tuple(made)
    dossier = ana.run(page=False).dossier
    ben.run(page=False)
    assert data(ana) == data(ben)
    assert {one.judgement for one in dossier.effects} == {one.id for one in made}
    lost = [effect.text for effect in dossier.effects if effect.state == "lost"]
    assert lost == LOST.get(name, [])
    assert len(conflicts(dossier)) == CONFLICTS[name], [(e.state, e.text) for e in dossier.effects]
    assert verify_dossier(ana.folder) == ()

    with sqlite3.connect(ana.folder / "case.sqlite") as database:
        database.execute("DELETE FROM result")  # as after an upgrade: nothing is remembered
    before = data(ana)
    ana.run(page=False)
    assert data(ana) == before

    shifted = open_case(tmp_path / "shifted", before="\n\n\n")
    shifted.judge(*made)
    moved = shifted.run(page=False).dossier
    assert reading(moved) == reading(dossier)
    states = {"applied": "moved"}
    assert [e.state for e in moved.effects] == [
        states.get(e.state, e.state) if any(a.digest for a in one.about) else e.state
        for e, one in zip(dossier.effects, made, strict=True)
    ]


@pytest.mark.parametrize("name", ["who said so", "all at once"])
def test_undo_leads_back_and_redo_forth_again(plain: Case, tmp_path: Path, name: str) -> None:
    case = open_case(tmp_path)
    start = reading(case.run(page=False).dossier)
    case.judge(*decisions(plain, name))
    made = list(case.judgements())
    judged = reading(case.run(page=False).dossier)
    assert judged != start
    for turn in range(3):
        minute = 20 * (turn + 1)
        made = [take_back(one, minute + n) for n, one in enumerate(made)]
        case.judge(*made)
        found = case.run(page=False).dossier
        assert reading(found) == (judged if turn % 2 else start)
    undone = [effect for effect in found.effects if effect.state == "undone"]
    assert all(effect.by for effect in undone)


EDITS: Final = (
    ("The Gazette, May 4, 2024\n\n", "The Gazette, May 4, 2024\n\nThis text was corrected.\n\n"),
    ("$12 million", "$13 million"),
    ("Customs records show that 44 cranes left the port of Lisk in 2023. ", ""),
)


def test_in_changed_texts_what_can_be_found_is_obeyed_and_the_rest_is_told(
    plain: Case, tmp_path: Path
) -> None:
    said = (
        Said("ana", "modality", (SHIPPED,), "alleged"),
        Said("ana", "modality", (TWELVE,), "alleged"),
        Said("ana", "modality", (LEFT,), "alleged"),
        Said("ana", "same_claim", (FORTY, LEFT)),
        Said("ana", "chain_is", (FORTY,), "Customs office"),
        Said("ana", "note", (LEFT,), "which port?"),
        Said("ana", "source_is", (FIFTEEN,), "Ida Brenn"),
    )
    case = open_case(tmp_path, edits=EDITS)
    case.judge(*(decide(plain.dossier(), one, n) for n, one in enumerate(said)))
    dossier = case.run(page=False).dossier
    states = [effect.state for effect in dossier.effects]
    assert states == ["applied", "moved", "lost", "lost", "moved", "lost", "moved"]
    gone = dossier.effects[2].text
    assert "could not be re-applied: its words are no longer in herald.txt" in gone
    words = {m.text: m for m in dossier.mentions}
    assert words[TWELVE.replace("12", "13")].modality == "alleged"
    (key,) = words[FORTY].chain
    assert next(a.name for a in dossier.attributions if a.id == key) == "Customs office"
    assert len(dossier.judgements) == len(said)
