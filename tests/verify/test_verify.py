"""The independent checker notices what does not hold."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from headwater.assess import assess
from headwater.evaluate.scribe import Article, Said, write
from headwater.evaluate.synthetic import make_truth
from headwater.model.claim import Relation
from headwater.model.dossier import Dossier, Manifest
from headwater.report import report
from headwater.report.data import to_json
from headwater.resolve import resolve
from headwater.trace import trace
from headwater.verify import SEAL, verify_data, verify_dossier

FLIPS = 300  # bench/flips.py does 10,000


def make_dossier() -> Dossier:
    """Return a dossier of an invented claim with several origins, and of one that entails it."""
    more = (Said(claim="more", words="the depot received pumps and hoses"),)
    pile = write((*make_truth(5).articles, Article(name="more", outlet="More", lines=more)))
    sources = resolve(pile.documents, pile.attributions)
    special, general = sorted((c for c in pile.claims), key=lambda c: len(c.mentions))
    relations = (Relation(kind="entails", from_claim=special.id, to_claim=general.id, score=0.9),)
    records = (pile.documents, pile.attributions, pile.mentions, sources, pile.claims)
    traced = trace(*records, relations)
    assessments = assess(
        pile.claims, pile.mentions, (), relations, traced.corroborations, traced.origins, sources
    )
    inputs = tuple(sorted(f"{d.name} {d.digest}" for d in pile.documents))
    return report(
        Dossier(
            title="test", documents=pile.documents, parses=(), attributions=pile.attributions,
            mentions=pile.mentions, sources=sources, claims=pile.claims, comparisons=(), stances=(),
            relations=relations, folds=traced.folds, copies=traced.copies, chains=traced.chains,
            origins=traced.origins,
            corroborations=traced.corroborations, assessments=assessments, ranking=(),
            manifest=Manifest(version="0", schema="0", parts=(), settings="", inputs=inputs),
        )
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    dossier = make_dossier()
    data = to_json(dossier)
    (tmp_path / "snapshots").mkdir()
    for document in dossier.documents:
        (tmp_path / "snapshots" / document.digest).write_bytes(document.text.encode())
    (tmp_path / "dossier.json").write_bytes(data)
    (tmp_path / SEAL).write_text(f"{hashlib.sha256(data).hexdigest()}  dossier.json\n")
    return tmp_path


def test_a_dossier_as_it_was_written_holds(folder: Path) -> None:
    assert verify_dossier(folder) == ()


def test_any_changed_bit_is_noticed(folder: Path) -> None:
    random = Random(7)
    files = sorted([folder / "dossier.json", *(folder / "snapshots").iterdir()])
    for _ in range(FLIPS):
        path = random.choice(files)
        raw = path.read_bytes()
        at = random.randrange(len(raw))
        path.write_bytes(raw[:at] + bytes([raw[at] ^ 1 << random.randrange(8)]) + raw[at + 1 :])
        assert verify_dossier(folder), (path.name, at)
        path.write_bytes(raw)


Json = dict[str, Any]


def shift_span(data: Json) -> None:
    data["mentions"][0]["spans"][0]["start"] += 1


def change_word(data: Json) -> None:
    data["mentions"][0]["text"] += "x"


def change_text(data: Json) -> None:
    data["documents"][0]["text"] = data["documents"][0]["text"].replace("depot", "Depot")


def leave_document(data: Json) -> None:
    data["attributions"][0]["source"][0]["end"] = 10**6


def raise_low(data: Json) -> None:
    data["corroborations"][0]["low"] = data["corroborations"][0]["high"] + 1


def raise_high(data: Json) -> None:
    data["corroborations"][0]["high"] += 1


def settle_tie(data: Json) -> None:
    for tie in data["corroborations"][0]["ties"]:
        tie["kind"] = "same"


def drop_tie(data: Json) -> None:
    data["corroborations"][0]["ties"].pop()


def change_status(data: Json) -> None:
    data["assessments"][0]["status"] = "disputed"


def change_end(data: Json) -> None:
    data["chains"][0]["hops"].pop()


def change_name(data: Json) -> None:
    data["chains"][0]["hops"][-1]["source"] = data["sources"][0]["id"]
    data["chains"][0]["hops"][-1]["attribution"] = "a-nothing"


def lose_claim(data: Json) -> None:
    data["ranking"] = []


def lose_source(data: Json) -> None:
    data["sources"].pop(0)


def change_digest(data: Json) -> None:
    data["documents"][0]["digest"] = "0" * 64


def count_fold_twice(data: Json) -> None:
    data["folds"][0]["high"] += 1


def unfold(data: Json) -> None:
    data["folds"] = []


def leave_out_of_fold(data: Json) -> None:
    data["folds"][0]["special"] = []


def fold_without_a_source(data: Json) -> None:
    data["folds"][0]["sources"].pop()


def fold_without_a_document(data: Json) -> None:
    data["folds"][0]["documents"].pop()


def loosen_relation(data: Json) -> None:
    data["relations"][0]["weak"] = True


CHANGES: list[Callable[[Json], None]] = [
    shift_span, change_word, change_text, leave_document, raise_low, raise_high, settle_tie,
    drop_tie, change_status, change_end, change_name, lose_claim, lose_source, change_digest,
    count_fold_twice, unfold, leave_out_of_fold, fold_without_a_source, fold_without_a_document,
    loosen_relation,
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_changes_are_noticed_without_the_seal(change: Callable[[Json], None], folder: Path) -> None:
    (folder / SEAL).unlink()
    data = json.loads((folder / "dossier.json").read_text())
    assert verify_data(data) == ()
    change(data)
    (folder / "dossier.json").write_text(json.dumps(data))
    assert verify_dossier(folder)


@pytest.mark.parametrize("raw", [b"", b"{}", b"[]", b"\xff", b'{"documents": 3}'])
def test_what_is_no_dossier_is_said_to_be_none(raw: bytes, tmp_path: Path) -> None:
    (tmp_path / "dossier.json").write_bytes(raw)
    assert verify_dossier(tmp_path)


def test_a_missing_dossier_is_a_finding(tmp_path: Path) -> None:
    assert "cannot be read" in verify_dossier(tmp_path)[0]
