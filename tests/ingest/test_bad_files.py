"""Spoilt files cost nothing but themselves."""

import random
import time

import pytest
from tests.ingest.build import TEXT, make_good, make_odd, spoil

from headwater.ingest import ingest
from headwater.ingest.raw import Ingested, RawFile

FEWEST = 200
LONGEST_S = 60.0  # for all of them together, on a slow machine; 5 s on a quick one


def make_bad() -> dict[str, bytes]:
    chance = random.Random(20311104)
    bad = make_odd(chance)
    for name, data in make_good().items():
        bad.update(spoil(name, data, chance))
    return bad


BAD = make_bad()
FIRST = RawFile(name="0-first.txt", data=b"The first text stands before the bad ones.")
LAST = RawFile(name="z-last.txt", data=b"The last text stands behind the bad ones.")


@pytest.fixture(scope="module")
def ingested() -> Ingested:
    began = time.monotonic()
    files = (FIRST, *(RawFile(name=name, data=data) for name, data in BAD.items()), LAST)
    found = ingest(files)
    assert time.monotonic() - began < LONGEST_S
    return found


def test_there_are_enough_bad_files() -> None:
    assert len(BAD) >= FEWEST


def test_good_documents_survive(ingested: Ingested) -> None:
    names = {document.name for document in ingested.documents}
    assert {FIRST.name, LAST.name} <= names


def test_every_file_is_read_or_listed_with_a_reason(ingested: Ingested) -> None:
    told = {name.partition("!")[0] for d in ingested.documents for name in (d.name, *d.also)}
    told |= {name.rpartition(":")[0] for name in told}
    told |= {failure.document.partition("!")[0] for failure in ingested.failures}
    assert {name for name in BAD if name not in told} <= {"empty.zip"}
    assert all(failure.reason for failure in ingested.failures)


def test_places_of_what_was_read_lie_in_its_text(ingested: Ingested) -> None:
    for document in ingested.documents:
        assert document.text.strip()
        for aside in document.asides:
            assert aside.span.end <= len(document.text)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("empty.txt", "empty"),
        ("blank.txt", "empty"),
        ("nul.txt", "binary"),
        ("noise.txt", "binary"),
        ("picture.txt", "PNG"),
        ("program", "program"),
        ("marks.txt", "no words"),
        ("shift-jis.txt", "encoding"),
        ("old.doc", "old Word"),
        ("letter.rtf", "RTF"),
        ("sheet.xlsx", "spreadsheet"),
        ("bomb.zip", "bomb"),
        ("bomb.docx", "unpacks to"),
        ("nested.zip!in.zip!in.zip", "nested too deep"),
        ("locked.zip!a.txt", "encrypted"),
        ("locked.pdf", "encrypted"),
        ("blank.pdf", "no text"),
        ("noise.pdf", "damaged"),
        ("cut-0.5-good.docx", "damaged"),
        ("cut-0.2-good.pdf", "damaged"),
        ("not-a.docx", "damaged"),
        ("no-text.html", "no running text"),
        ("no-body.eml", "no text"),
        ("front-only.md", "no words"),
    ],
)
def test_the_reason_says_what_is_wrong(ingested: Ingested, name: str, words: str) -> None:
    reasons = [failure.reason for failure in ingested.failures if failure.document == name]
    assert reasons
    assert any(words in reason for reason in reasons), reasons


def test_broken_lines_are_numbered_and_the_others_go_on(ingested: Ingested) -> None:
    where = [f.where for f in ingested.failures if f.document == "lines.jsonl"]
    assert where == ["line 1", "line 2", "line 3", "line 4", "line 5", "line 7"]
    assert any(d.name == "lines.jsonl:6" for d in ingested.documents)


@pytest.mark.parametrize("name", ["utf16.txt", "utf16-bare.txt", "utf32.txt"])
def test_other_encodings_of_unicode_are_read(ingested: Ingested, name: str) -> None:
    texts = {n: d.text for d in ingested.documents for n in (d.name, *d.also)}
    assert texts[name] == TEXT


def test_a_guessed_encoding_is_said(ingested: Ingested) -> None:
    document = next(d for d in ingested.documents if d.name == "cp1252.txt")
    assert "“café”" in document.text
    assert "cp1252" in document.notes[0]
