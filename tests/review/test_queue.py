"""The queue asks what is uncertain and matters, and does not ask again."""

from pathlib import Path

import pytest
from tests.judgements.desk import Said, decide, open_case

from headwater.case import Case
from headwater.model.dossier import Dossier
from headwater.review.changes import changes
from headwater.review.queue import queue

WHEN = "2024-06-01T14:00:00.000+00:00"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    made = open_case(tmp_path_factory.mktemp("queue"))
    made.run(page=False)
    return made


@pytest.fixture
def dossier(case: Case) -> Dossier:
    return case.dossier()


def test_most_consequential_first(dossier: Dossier) -> None:
    asked = queue(dossier)
    assert asked
    assert [one.worth for one in asked] == sorted((one.worth for one in asked), reverse=True)
    assert len({one.id for one in asked}) == len(asked)
    assert queue(dossier, 2) == asked[:2]
    for one in asked:
        assert one.changes == len(one.claims)
        assert one.consequence.startswith(f"settling this changes {one.changes} claim")
        assert 0 < one.uncertainty <= 1
        assert one.places
        assert len({answer.key for answer in one.answers}) == len(one.answers) > 1


def test_every_answer_can_be_given_and_is_not_asked_again(tmp_path: Path, dossier: Dossier) -> None:
    for number, question in enumerate(queue(dossier)[:4]):
        for answer in question.answers:
            fresh = open_case(tmp_path / f"{number}{answer.key}")
            signed = answer.signed(who="ana", made_at=WHEN, why="seen")
            fresh.judge(signed)
            after = fresh.run(page=False).dossier
            assert [effect.state for effect in after.effects] == ["applied"], question.text
            assert question.id not in {one.id for one in queue(after)}


def test_changes_name_the_decision_behind_them(tmp_path: Path, dossier: Dossier) -> None:
    fresh = open_case(tmp_path)
    words = "Vandar paid more than $12 million for them"
    one = decide(dossier, Said("ana", "modality", (words,), "alleged"), 0)
    two = decide(dossier, Said("ana", "note", (words,), "see the ledger"), 1)
    fresh.judge(one, two)
    found = changes(dossier, fresh.run(page=False).dossier)
    (changed,) = (c for c in found["changed"] if c["text"] == words)
    assert changed["because"] == [one.id]
    before, after = changed["changes"]["reading"]
    assert (before.split(";")[0], after.split(";")[0]) == ("asserted", "alleged")
    states = [(j["id"], j["state"]) for j in found["judgements"]]
    assert states == [(one.id, "applied"), (two.id, "noted")]
    assert changes(dossier, dossier) == {"new": [], "gone": [], "changed": [], "judgements": []}
