"""The queue of uncertain decisions, the history, another person's log, two runs side by side."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.desk.desks import ask, read, run_example, settle

from headwater.case import Case


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return run_example(tmp_path_factory.mktemp("example"))


@pytest.fixture
def shelf(example: Path, tmp_path: Path) -> Iterator[Path]:
    shutil.copytree(example, tmp_path / "harbour")
    yield tmp_path


def page(visitor: TestClient, address: str = "/queue") -> str:
    answer = visitor.get(f"/case/harbour{address}")
    assert answer.status_code == 200, answer.text[:1000]
    return str(answer.text)


def question_of(shown: str) -> str:
    found = re.search(r'name="question" value="([^"]+)"', shown)
    assert found is not None
    return found[1]


def test_answers_wait_until_they_are_applied_all_at_once(shelf: Path) -> None:
    visitor, folder = ask(shelf), shelf / "harbour"
    asked = []
    for _ in range(5):
        shown = page(visitor)
        asked.append(question_of(shown))
        answers = re.findall(r'name="answer" value="(\w)"', shown)
        key = "n" if "n" in answers else answers[0]
        answer = visitor.post(
            "/case/harbour/queue",
            data={"question": asked[-1], "answer": key, "then": "/case/harbour/queue"},
        )
        assert answer.status_code == 200
        assert "not yet in the dossier" in answer.text
    assert len(set(asked)) == 5
    assert read(folder).judgements == ()
    assert len(Case.open(folder).judgements()) == 5
    assert question_of(page(ask(shelf))) not in asked  # nor does the desk ask when begun again
    visitor.post("/case/harbour/apply")
    settle(visitor)
    assert len(read(folder).judgements) == 5
    assert question_of(page(visitor)) not in asked


def test_an_answer_taken_back_is_asked_again(shelf: Path) -> None:
    visitor = ask(shelf)
    first = question_of(page(visitor))
    data = {"question": first, "answer": "y", "then": "/case/harbour/queue"}
    shown = visitor.post("/case/harbour/queue", data=data).text
    assert question_of(shown) != first
    undo = re.search(r'name="judgement" value="(j-\w+)"', shown)
    assert undo is not None
    data = {"judgement": undo[1], "then": "/case/harbour/queue"}
    assert question_of(visitor.post("/case/harbour/undo", data=data).text) == first


def test_a_question_can_be_left_for_later(shelf: Path) -> None:
    visitor = ask(shelf)
    first = question_of(page(visitor))
    second = question_of(page(visitor, f"/queue?skip={first}"))
    assert first != second
    assert question_of(page(visitor)) == first


@pytest.mark.parametrize("data", [{"question": "q-none", "answer": "y"}, {"answer": "y"}, {}])
def test_an_answer_to_nothing_is_refused(shelf: Path, data: dict[str, str]) -> None:
    assert ask(shelf).post("/case/harbour/queue", data=data).status_code == 400


def test_two_peoples_decisions_come_together(shelf: Path, tmp_path: Path) -> None:
    visitor, folder = ask(shelf), shelf / "harbour"
    visitor.post("/case/harbour/sign", data={"who": "Ben Ode", "then": "/case/harbour/history"})
    key = read(folder).ranking[0]
    note = {"kind": "note", "about": f"claim:{key}", "value": "call the port"}
    visitor.post("/case/harbour/judge", data=note)
    settle(visitor)
    log = visitor.get("/case/harbour/export/decisions").content
    assert json.loads(log)["who"] == "Ben Ode"
    other = tmp_path / "other"
    shutil.copytree(folder, other / "harbour", ignore=lambda *_: {"decisions.jsonl"})
    theirs = ask(other)
    for added in ("1", "0"):
        told = theirs.post("/case/harbour/merge", files={"log": ("decisions.jsonl", log)})
        assert f"{added} decisions added" in told.text
        settle(theirs)
    assert "call the port" in page(theirs, "/history")
    bad = theirs.post("/case/harbour/merge", files={"log": ("x", b"not json\n")})
    assert bad.status_code == 400


def test_two_runs_are_compared(shelf: Path) -> None:
    visitor, folder = ask(shelf), shelf / "harbour"
    assert "there is something to compare" in page(visitor, "/compare")
    visitor.post("/case/harbour/run")
    settle(visitor)
    first, second = read(folder).ranking[:2]
    visitor.post(
        "/case/harbour/judge",
        data={"kind": "same_claim", "about": [f"claim:{first}", f"claim:{second}"]},
    )
    settle(visitor)
    shown = page(visitor, "/compare")
    assert "run 1" in shown
    assert "because of" in shown
    assert "0 new, 0 gone, 0 changed" in page(visitor, "/compare?before=2&after=2")


def test_two_days_of_a_case_side_by_side(shelf: Path) -> None:
    visitor, folder = ask(shelf), shelf / "harbour"
    assert 'name="from"' in page(visitor, "/compare")
    days = {"from": "2031-03-15", "to": "2031-03-12"}
    visitor.post("/case/harbour/compare", data=days)
    settle(visitor)
    shown = page(visitor, "/compare?from=2031-03-12&to=2031-03-15")
    assert re.search(r"[1-9]\d* new, 0 gone", shown), shown[:2000]
    early, late = (Case.open(folder).as_of(days[name]) for name in ("to", "from"))
    assert {d.published.value for d in early.documents if d.published} == {
        "2031-03-11", "2031-03-12",
    }  # fmt: skip
    assert len(early.documents) < len(late.documents) < len(read(folder).documents)
    assert "has not been worked out" in page(visitor, "/compare?from=2031-03-12&to=2031-03-16")
    assert visitor.post("/case/harbour/compare", data={"from": "spring"}).status_code == 400
    visitor.post("/case/harbour/apply")
    settle(visitor)
    assert len(list((folder / "runs").glob("until-*"))) == 2
