import io
import json
import random
import socket
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.cli.articles import ARTICLES, write_articles

from headwater.case import Case
from headwater.cli.main import leave_quietly
from headwater.cli.speak import Exit
from headwater.config import read_settings
from headwater.store.store import Store

RESULTS = ("index.html", "dossier.json")


@pytest.fixture
def inbox(tmp_path: Path) -> list[Path]:
    return write_articles(tmp_path / "inbox")


def results(folder: Path) -> list[bytes]:
    return [(folder / name).read_bytes() for name in RESULTS]


def run(*words: str | Path) -> int:
    return leave_quietly(["run", *map(str, words)])


def feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_makes_a_case_that_can_be_handed_over(
    inbox: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "dossier"
    assert run(*inbox, "-o", out, "--title", "Cranes") == Exit.OK
    said = capsys.readouterr()
    assert said.out.startswith("3 documents, ")
    assert said.out.rstrip().endswith(str(out / "index.html"))
    assert "reading 3/3" in said.err
    assert {path.name for path in out.iterdir()} == {
        "case.toml", "case.sqlite", "snapshots", "index.html", "dossier.json",
        "dossier.json.sha256",
    }  # fmt: skip
    assert len(list((out / "snapshots").iterdir())) == 3
    dossier = Case.open(out).dossier()
    assert dossier.title == "Cranes"
    assert read_settings(dossier.manifest.settings) == Case.open(out).settings
    assert str(tmp_path) not in "".join(data.decode() for data in results(out))


def test_twenty_shuffled_orders_give_the_same_bytes(inbox: list[Path], tmp_path: Path) -> None:
    expected = None
    chance = random.Random(7)
    for turn in range(20):
        chance.shuffle(inbox)
        out = tmp_path / f"out{turn}"
        assert run(*inbox, "-o", out, "-q") == Exit.OK
        found = results(out)
        expected = expected or found
        assert found == expected


@pytest.mark.parametrize("seed", ["1", "2", "3"])
def test_another_process_with_another_hash_seed_gives_the_same_bytes(
    inbox: list[Path], tmp_path: Path, seed: str
) -> None:
    run(*inbox, "-o", tmp_path / "here", "-q")
    command = [sys.executable, "-m", "headwater", "run", *inbox[::-1], "-o", tmp_path / "there"]
    root = Path(__file__).resolve().parents[2] / "src"
    subprocess.run(
        list(map(str, command)),
        env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
        check=True,
        capture_output=True,
    )
    assert results(tmp_path / "there") == results(tmp_path / "here")


def test_needs_no_network(
    inbox: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(*inbox, "-o", tmp_path / "open", "-q")

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    assert run(*inbox, "-o", tmp_path / "shut", "-q") == Exit.OK
    assert results(tmp_path / "shut") == results(tmp_path / "open")


def test_what_cannot_be_read_is_listed_and_the_rest_goes_on(
    inbox: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "inbox" / "broken.pdf").write_bytes(b"%PDF-1.7\ncut short")
    (tmp_path / "inbox" / "empty.txt").write_bytes(b"")
    assert run(tmp_path / "inbox", "-o", tmp_path / "out", "--json") == Exit.GAPS
    said = capsys.readouterr()
    facts = json.loads(said.out)
    assert facts["documents"] == 3
    assert {failure["document"] for failure in facts["failures"]} == {"broken.pdf", "empty.txt"}
    assert "not read: broken.pdf" in said.err


def test_a_second_run_reads_only_what_is_new(
    inbox: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def stage_runs(*words: str | Path) -> int:
        assert run(*words, "-o", tmp_path / "out", "--json", "-q") == Exit.OK
        return int(json.loads(capsys.readouterr().out)["stage_runs"])

    per_document = 4  # ingest, parse, attribute, extract
    assert stage_runs(*inbox[:2]) == 2 * per_document
    assert stage_runs(*inbox[:2]) == 0
    assert stage_runs(inbox[2]) == per_document
    assert stage_runs() == 0
    assert stage_runs("--only-lexicon") == 3 * (per_document - 2)
    run(*inbox, "-o", tmp_path / "fresh", "-q", "--only-lexicon")
    assert results(tmp_path / "out") == results(tmp_path / "fresh")


def test_changed_text_of_one_name_is_a_new_version(inbox: list[Path], tmp_path: Path) -> None:
    run(*inbox, "-o", tmp_path / "out", "-q")
    text = ARTICLES["courier.txt"].replace("40 harbour", "41 harbour")
    inbox[0].write_text(text, encoding="utf-8")
    run(inbox[0], "-o", tmp_path / "out", "-q")
    documents = Case.open(tmp_path / "out").dossier().documents
    assert len(documents) == 4
    assert sum(document.version_of is not None for document in documents) == 1


def test_a_file_that_was_mended_is_no_failure_any_more(inbox: list[Path], tmp_path: Path) -> None:
    (tmp_path / "late.txt").write_bytes(b"")
    assert run(*inbox, tmp_path / "late.txt", "-o", tmp_path / "out", "-q") == Exit.GAPS
    (tmp_path / "late.txt").write_text("Ostrel denied it, the Gazette said.", encoding="utf-8")
    assert run(tmp_path / "late.txt", "-o", tmp_path / "out", "-q") == Exit.OK
    assert not Case.open(tmp_path / "out").dossier().failures


def test_replace_forgets_what_was_there(inbox: list[Path], tmp_path: Path) -> None:
    run(*inbox, "-o", tmp_path / "out", "-q")
    run(*inbox[:2], "-o", tmp_path / "out", "-q", "--replace")
    run(*inbox[:2], "-o", tmp_path / "fresh", "-q")
    assert results(tmp_path / "out") == results(tmp_path / "fresh")
    assert run("-o", tmp_path / "out", "--replace") == Exit.USAGE


def test_json_lines_come_in_on_stdin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [
        json.dumps({"id": name, "text": text, "outlet": name.partition(".")[0].title()})
        for name, text in ARTICLES.items()
    ]
    feed(monkeypatch, "\n".join([*lines, "no json"]).encode())
    assert run("-", "-o", tmp_path / "out", "-q") == Exit.GAPS
    dossier = Case.open(tmp_path / "out").dossier()
    assert len(dossier.documents) == 3
    assert len(dossier.failures) == 1


def test_archives_folders_and_patterns_are_opened(inbox: list[Path], tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "pile.zip", "w") as archive:
        archive.write(inbox[0], "courier.txt")
    assert run(tmp_path / "pile.zip", tmp_path / "inbox" / "[gh]*.txt", "-o", tmp_path / "out") == 0
    assert len(Case.open(tmp_path / "out").dossier().documents) == 3


def test_an_explicit_sidecar_names_the_outlets(inbox: list[Path], tmp_path: Path) -> None:
    away = tmp_path / "facts.json"
    (tmp_path / "inbox" / "docs.json").rename(away)
    run(*inbox, "-o", tmp_path / "out", "-q", "--sidecar", away)
    outlets = {d.outlet.value for d in Case.open(tmp_path / "out").dossier().documents if d.outlet}
    assert outlets == {"The Courier", "The Gazette", "The Herald"}


@pytest.mark.parametrize(
    ("words", "code", "hint"),
    [
        ([], Exit.USAGE, "name the documents"),
        (["missing.txt"], Exit.USAGE, "missing.txt"),
        (["--part", "parse=magic.v1", "courier.txt"], Exit.USAGE, "rules.v1"),
        (["--part", "magic", "courier.txt"], Exit.USAGE, "KIND=NAME"),
        (["--nonsense"], Exit.USAGE, "nonsense"),
        (["courier.txt", "--settings", "docs.json"], Exit.ERROR, "not valid TOML"),
    ],
)
def test_wrong_use_is_said_in_words(
    inbox: list[Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    code: Exit,
    hint: str,
) -> None:
    monkeypatch.chdir(tmp_path / "inbox")
    assert run(*words, "-o", tmp_path / "out") == code
    said = capsys.readouterr()
    assert hint in said.err
    assert "Traceback" not in said.err
    assert said.out == ""
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_no_case_is_left_alone(
    inbox: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*inbox, "-o", tmp_path / "inbox") == Exit.ERROR
    assert "holds no case" in capsys.readouterr().err


def test_a_pile_without_a_readable_document_still_gives_a_dossier(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert run(tmp_path / "empty.txt", "-o", tmp_path / "out", "-q") == Exit.GAPS
    dossier = Case.open(tmp_path / "out").dossier()
    assert not dossier.documents
    assert len(dossier.failures) == 1


def test_a_store_in_use_is_said_in_words(
    inbox: list[Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def busy(*_: object) -> None:
        raise sqlite3.OperationalError("database is locked")

    monkeypatch.setattr(Store, "put_given", busy)
    assert run(*inbox, "-o", tmp_path / "out") == Exit.ERROR
    assert "another run" in capsys.readouterr().err


def test_settings_with_an_unknown_key_are_refused(
    inbox: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(*inbox, "-o", tmp_path / "out", "-q")
    with (tmp_path / "out" / "case.toml").open("a") as settings:
        settings.write("\n[mystery]\nx = 1\n")
    assert run("-o", tmp_path / "out") == Exit.ERROR
    assert "unknown key `mystery`" in capsys.readouterr().err
