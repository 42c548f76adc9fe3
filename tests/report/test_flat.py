"""Tests of the flat tables."""

import csv
import io
import zipfile

import msgspec
import pytest
from tests.report.sample import make_dossier

from headwater.model.dossier import Dossier
from headwater.report import report
from headwater.report.flat import to_tables, to_tables_zip


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return report(make_dossier())


def rows(dossier: Dossier, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(to_tables(dossier)[name].decode())))


def test_ids_join(dossier: Dossier) -> None:
    ids = {name: {row["id"] for row in rows(dossier, f"{name}.csv")} for name in (
        "documents", "claims", "sources", "mentions", "attributions", "origins",
    )}  # fmt: skip
    assert {row["claim"] for row in rows(dossier, "mentions.csv")} == ids["claims"]
    assert {row["document"] for row in rows(dossier, "mentions.csv")} <= ids["documents"]
    assert {row["source"] for row in rows(dossier, "origins.csv")} <= ids["sources"]
    assert {row["from"] for row in rows(dossier, "relations.csv")} <= ids["claims"]
    assert len(ids["attributions"]) == len(dossier.attributions)


def test_spans_cut_their_words(dossier: Dossier) -> None:
    texts = {document.id: document.text for document in dossier.documents}
    for row in rows(dossier, "mentions.csv"):
        pairs = [pair.split("-") for pair in row["spans"].split()]
        assert " ".join(texts[row["document"]][int(a) : int(b)] for a, b in pairs) == row["text"]


@pytest.mark.parametrize("words", ["=1+1", "+cmd", "-2", "@sum", "\t=1", '"; DROP', "a\nb\x00"])
def test_no_cell_acts(dossier: Dossier, words: str) -> None:
    claims = tuple(msgspec.structs.replace(claim, text=words) for claim in dossier.claims)
    changed = msgspec.structs.replace(dossier, claims=claims)
    for row in rows(changed, "claims.csv"):
        assert not row["text"].startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_the_archive_is_the_same_each_time(dossier: Dossier) -> None:
    first = to_tables_zip(dossier)
    assert first == to_tables_zip(dossier)
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert archive.namelist() == sorted(to_tables(dossier))
