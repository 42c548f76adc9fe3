import csv
import io
import json
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from tests.cli.articles import ARTICLES, write_articles
from tests.cli.conftest import Said

import headwater
from headwater.cli.main import leave_quietly
from headwater.cli.speak import Exit


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("case")
    inbox = write_articles(base / "inbox")
    words = ["run", *map(str, inbox), "-o", str(base / "dossier"), "-q", "--title", "Cranes"]
    assert leave_quietly(words) == Exit.OK
    return base / "dossier"


def test_show_lists_ranked_claims_with_their_origins(folder: Path, say: Said) -> None:
    code, out, err = say("show", folder, "--number", "3")
    assert (code, err) == (Exit.OK, "")
    assert out.startswith("Cranes\n3 documents, ")
    assert "  3. " in out
    assert "  4. " not in out
    assert "independent origin" in out


def test_show_as_json_gives_the_counts(folder: Path, say: Said) -> None:
    _, out, _ = say("show", folder, "--json")
    facts = json.loads(out)
    assert facts["documents"] == 3
    assert sum(facts["statuses"].values()) == facts["claims"]


def test_explain_tells_what_was_found_at_a_place(folder: Path, say: Said) -> None:
    article = folder.parent / "inbox" / "courier.txt"
    offset = ARTICLES["courier.txt"].index("40 harbour")
    code, out, _ = say("explain", article, "--at", offset)
    assert code == Exit.OK
    assert "sentence " in out
    assert "amount (= 40 count" in out
    assert "because " in out
    code, _, err = say("explain", article, "--at", 10_000)
    assert code == Exit.USAGE
    assert "past it" in err


def test_compare_two_statements(say: Said) -> None:
    code, out, _ = say("compare", "--a", "Ostrel sold 40 cranes.", "--b", "Ostrel sold 44 cranes.")
    assert code == Exit.OK
    assert out.partition(":")[0] in {"contradicts", "updates", "related"}
    assert "because" in out
    assert say("compare", "--a", "Only one.")[0] == Exit.USAGE


def test_compare_is_a_filter_of_json_lines(say: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    pair = {"id": "p1", "a": "Ostrel sold 40 cranes.", "b": "Forty cranes were sold by Ostrel."}
    lines = "\n".join([json.dumps(pair), "", json.dumps(pair)])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
    code, out, _ = say("compare", "-")
    assert code == Exit.OK
    rows = [json.loads(line) for line in out.splitlines()]
    assert [row["id"] for row in rows] == ["p1", "p1"]
    assert set(rows[0]) == {"id", "label", "score", "reasons"}
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"a": "x"}')))
    code, _, err = say("compare")
    assert code == Exit.USAGE
    assert "line 1" in err


def test_export_in_every_format(folder: Path, say: Said) -> None:
    dossier = headwater.open(folder).dossier()
    _, out, _ = say("export", folder, "--format", "json")
    assert out.encode() == (folder / "dossier.json").read_bytes()
    _, out, _ = say("export", folder, "--format", "interchange")
    prediction = json.loads(out)
    assert len(prediction["mentions"]) == len(dossier.mentions)
    assert {row["doc"] for row in prediction["mentions"]} == {"courier", "gazette", "herald"}
    _, out, _ = say("export", folder / "dossier.json", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert len(rows) == len(dossier.mentions)
    for row in rows:
        text = next(d.text for d in dossier.documents if d.name == row["document"])
        first = row["words"].split(" … ")[0].split()[0]
        assert text[int(row["start"]) :].startswith(first.lstrip("'"))
    _, out, _ = say("export", folder, "-f", "md")
    assert out.startswith("# Cranes\n")
    marks = {word.partition("]")[0] for word in out.split("[^")[1:]}
    assert all(f"\n[^{mark}]: " in out for mark in marks)
    _, out, _ = say("export", folder, "-f", "graphml")
    graph = ET.fromstring(out)
    space = "{http://graphml.graphdrawing.org/xmlns}"
    nodes = {node.get("id") for node in graph.iter(f"{space}node")}
    edges = [(edge.get("source"), edge.get("target")) for edge in graph.iter(f"{space}edge")]
    assert edges
    assert all(start in nodes and end in nodes for start, end in edges)


def test_judge_appends_undoes_and_is_obeyed(folder: Path, say: Said, tmp_path: Path) -> None:
    out = tmp_path / "case"
    say("run", folder.parent / "inbox", "-o", out, "-q")
    before = headwater.open(out).dossier()
    claim = next(c for c in before.claims if len(c.documents) > 1)
    places = [
        f"{d.name}:{m.spans[0].start}-{m.spans[-1].end}"
        for m in before.mentions
        for d in before.documents
        if m.id in claim.mentions and m.document == d.id
    ]
    words = ["judge", out, "different_claim", "--at", places[0], "--at", places[-1], "--who", "ana"]
    code, key, _ = say(*words, "--why", "other ships")
    assert code == Exit.OK
    say("run", "-o", out, "-q")
    after = headwater.open(out).dossier()
    assert [j.why for j in after.judgements] == ["other ships"]
    assert not any(set(claim.mentions) <= set(c.mentions) for c in after.claims)
    code, _, _ = say("judge", out, "--undo", key.strip(), "--who", "ben")
    assert code == Exit.OK
    say("run", "-o", out, "-q")
    again = headwater.open(out).dossier()
    assert [c.id for c in again.claims] == [c.id for c in before.claims]
    assert len(again.judgements) == 2
    log = tmp_path / "copy.jsonl"
    log.write_bytes((out / "decisions.jsonl").read_bytes())
    say("run", "-o", out, "-q", "--judgements", log)
    assert len(headwater.open(out).judgements()) == 2


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ([], "say what is decided"),
        (["same_claim", "--at", "courier.txt"], "DOCUMENT:START-END"),
        (["same_claim", "--at", "nowhere.txt:1-2"], "courier.txt"),
        (["same_claim", "--at", "courier.txt:5-99999"], "characters"),
        (["--undo", "j-000000000000"], "no judgement"),
        (["perhaps"], "perhaps"),
    ],
)
def test_judge_refuses_what_it_cannot_anchor(
    folder: Path, say: Said, words: list[str], hint: str
) -> None:
    code, out, err = say("judge", folder, *words)
    assert (code, out) == (Exit.USAGE, "")
    assert hint in err
    assert not (folder / "decisions.jsonl").exists()


def test_diff_says_what_is_new_gone_and_changed(folder: Path, say: Said, tmp_path: Path) -> None:
    inbox = folder.parent / "inbox"
    say("run", inbox / "courier.txt", inbox / "gazette.txt", "-o", tmp_path / "before", "-q")
    code, out, _ = say("diff", tmp_path / "before", folder, "--json")
    assert code == Exit.OK
    found = json.loads(out)
    assert found["new"]
    assert all("documents" in c["changes"] or c["changes"] for c in found["changed"])
    _, out, _ = say("diff", folder, folder / "dossier.json")
    assert out == "0 new, 0 gone, 0 changed\n"
    assert say("diff", folder, tmp_path / "nowhere")[0] == Exit.USAGE


def test_verify_holds_and_notices_a_change(folder: Path, say: Said, tmp_path: Path) -> None:
    out = tmp_path / "case"
    say("run", folder.parent / "inbox", "-o", out, "-q")
    assert say("verify", out)[0] == Exit.OK
    data = (out / "dossier.json").read_text(encoding="utf-8")
    (out / "dossier.json").write_text(data.replace('"low":1', '"low":0', 1), encoding="utf-8")
    assert say("verify", out)[0] == Exit.UNVERIFIED


def test_doctor_finds_everything(say: Said) -> None:
    code, out, _ = say("doctor")
    assert code == Exit.OK
    assert "everything is there" in out
    _, out, _ = say("doctor", "--json")
    found = json.loads(out)
    assert found["problems"] == []
    assert found["parts"]["attribute"]["model.v1"]


@pytest.mark.parametrize("verb", [["show"], ["diff", "."], ["verify"]])
def test_a_folder_without_a_case_is_said_in_words(
    say: Said, tmp_path: Path, verb: list[str]
) -> None:
    code, out, err = say(*verb, tmp_path)
    assert code in {Exit.ERROR, Exit.USAGE}
    assert out == ""
    assert "Traceback" not in err
