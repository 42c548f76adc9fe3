"""Stages are run again only if their input changed, and the result is the same."""

from pathlib import Path

import pytest
from tests.judgements.desk import Said, decide, open_case

from headwater.case import Case
from headwater.engine.progress import Silent
from headwater.model.judgement import JudgementKind

SHIPPED = "Ostrel shipped 40 harbour cranes to Vandar last year"
TWELVE = "Vandar paid more than $12 million for them"
OFFICIALS = "@Two officials"


class Listening(Silent):
    """Notes which stages are run."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def begin(self, stage: str, total: int) -> None:
        """Note a stage."""
        if total == 1:
            self.heard.append(stage)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    made = open_case(tmp_path_factory.mktemp("again"))
    made.run()
    return made


@pytest.mark.parametrize(
    ("kind", "about", "value", "stages"),
    [
        ("note", (SHIPPED,), "look", ["report"]),
        ("reliability", (OFFICIALS,), "B", ["resolve", "assess", "report"]),
        ("same_origin", (OFFICIALS, "@Ida Brenn"), None, ["trace", "report"]),
        ("modality", (TWELVE,), "alleged", ["link", "trace", "assess", "report"]),
        ("same_claim", (SHIPPED, TWELVE), None, ["link", "trace", "assess", "report"]),
        (
            "source_is", (TWELVE,), "Ida Brenn",
            ["resolve", "link", "trace", "assess", "report"],
        ),
    ],
)  # fmt: skip
def test_a_judgement_costs_only_the_stages_that_it_reaches(
    case: Case, kind: JudgementKind, about: tuple[str, ...], value: str | None, stages: list[str]
) -> None:
    minute = len(case.judgements())
    case.judge(decide(case.dossier(), Said("ana", kind, about, value), minute))
    listening = Listening()
    case.run(listening, page=False)
    assert listening.heard == stages
    quiet = Listening()
    case.run(quiet, page=False)
    assert quiet.heard == ["report"]


def test_a_dossier_that_was_changed_by_hand_is_not_believed(case: Case) -> None:
    data = case.folder / "dossier.json"
    true = data.read_bytes()
    data.write_bytes(true.replace(b'"asserted"', b'"possible"'))
    listening = Listening()
    case.run(listening)
    assert "link" in listening.heard
    assert data.read_bytes() == true


def test_the_page_is_made_up_for(case: Case) -> None:
    page: Path = case.folder / "index.html"
    case.run()
    expected = page.read_bytes()
    page.unlink()
    case.run(page=False)
    assert not page.exists()
    case.render()
    assert page.read_bytes() == expected
