"""Deciding in the terminal: every kind, history, queue, merging, effects at once."""

import json
from pathlib import Path

import click
import pytest
from tests.cli.conftest import Said
from tests.judgements.desk import open_case

import headwater
from headwater.cli import queue as queue_verb
from headwater.cli.speak import Exit

WORDS = "Vandar paid $15 million for cranes from Ostrel"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    case = open_case(tmp_path)
    case.run()
    return case.folder


def place(folder: Path, words: str) -> str:
    for document in headwater.open(folder).dossier().documents:
        if words in document.text:
            start = document.text.index(words)
            return f"{document.name}:{start}-{start + len(words)}"
    raise AssertionError(words)


def test_a_correction_with_its_effect_at_once_and_its_history(folder: Path, say: Said) -> None:
    at = place(folder, WORDS)
    words = ["judge", folder, "source_is", "--at", at, "--value", "Ida Brenn", "--who", "ana"]
    code, key, err = say(*words, "--why", "by phone", "--apply")
    key = key.strip()
    assert code == Exit.OK
    assert f"[{key}]" in err
    assert "from: The Gazette → Ida Brenn" in err
    _, out, _ = say("judge", folder, "--history")
    assert out.startswith(f"{key}  ana, ")
    assert "who says this: Ida Brenn (by phone)" in out
    assert "applied: it is said by Ida Brenn" in out
    code, undo, _ = say("judge", folder, "--undo", key, "--who", "ben", "--apply")
    assert code == Exit.OK
    _, out, _ = say("judge", folder, "--history", "--json")
    entries = json.loads(out)
    assert [entry["judgement"]["id"] for entry in entries] == [undo.strip(), key]
    assert entries[1]["effect"]["state"] == "undone"
    document = next(d for d in headwater.open(folder).dossier().documents if WORDS in d.text)
    _, out, _ = say("judge", folder, "--history", "--item", document.id)
    assert key in out


def test_the_run_tells_what_could_not_be_applied(folder: Path, say: Said) -> None:
    say("judge", folder, "reliability", "--name", "Nobody at all", "--value", "B")
    code, _, err = say("run", "-o", folder, "-q")
    assert code == Exit.GAPS
    assert "could not be re-applied: no source is called Nobody at all" in err
    assert "no source is called Nobody at all" in (folder / "index.html").read_text("utf-8")


def test_another_log_is_merged_and_conflicts_are_told(
    folder: Path, say: Said, tmp_path: Path
) -> None:
    other = open_case(tmp_path / "other")
    other.run(page=False)
    at = place(folder, WORDS)
    for where, value, who in ((other.folder, "possible", "ben"), (folder, "planned", "ana")):
        say("judge", where, "modality", "--at", at, "--value", value, "--who", who)
    code, out, _ = say("judge", folder, "--merge", other.folder)
    assert (code, out) == (Exit.OK, "1 new\n")
    _, out, _ = say("judge", folder, "--merge", other.folder / "decisions.jsonl")
    assert out == "0 new\n"
    code, _, err = say("run", "-o", folder, "-q")
    assert code == Exit.OK
    assert "a later decision of ana says otherwise" in err
    assert "how firmly it is stated: possible" in (folder / "index.html").read_text("utf-8")


def test_the_queue_is_listed_and_worked_through(
    folder: Path, say: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, out, _ = say("judge", folder, "queue", "--number", "2")
    assert "settling this changes" in out
    assert out.splitlines()[2].startswith("2. ")
    _, out, _ = say("judge", folder, "queue", "--json")
    assert set(json.loads(out)[0]["answers"]) >= {"y", "n"}
    pressed = iter("?ysq")
    monkeypatch.setattr(click, "getchar", lambda: next(pressed))
    monkeypatch.setattr(queue_verb, "at_terminal", lambda: True)
    code, out, err = say("judge", folder, "queue", "--who", "ana")
    assert code == Exit.OK
    (decided,) = headwater.open(folder).judgements()
    assert out.split() == [decided.id]
    assert "[s] skip" in err
