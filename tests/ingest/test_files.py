"""What the user names, and what is opened."""

import io
import json
from pathlib import Path

import pytest
from tests.ingest.build import TEXT

from headwater.errors import InputError
from headwater.ingest import ingest
from headwater.ingest.files import collect
from headwater.ingest.settings import IngestSettings


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    files = {
        "a.txt": TEXT,
        "docs.json": json.dumps({"docs": [{"file": "docs/b.txt", "outlet": "The Quay Times"}]}),
        "docs/b.txt": TEXT + "b",
        "docs/page.html": "<html><body><p>The board met.</p></body></html>",
        "docs/page_files/ad.html": "<html>",
        "docs/logo.png": "x",
        "docs/.hidden.txt": "x",
        "other/b.txt": TEXT + "c",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return tmp_path


def names(*given: Path | str) -> list[str]:
    return [raw.name for raw in collect([str(name) for name in given])]


def test_folders_give_their_documents(pile: Path) -> None:
    assert names(pile) == ["a.txt", "docs/b.txt", "other/b.txt", "page.html"]


def test_a_file_named_twice_is_opened_once(pile: Path) -> None:
    assert names(pile / "a.txt", pile / "a.txt", pile / "*.txt") == ["a.txt"]


def test_patterns(pile: Path) -> None:
    assert names(pile / "**" / "b.txt") == ["docs/b.txt", "other/b.txt"]


def test_a_sidecar_one_folder_up_is_read(pile: Path) -> None:
    told = {raw.name: raw.sidecar for raw in collect([str(pile)])}
    assert told["docs/b.txt"] is not None
    assert told["docs/b.txt"].fields == {"outlet": "The Quay Times"}
    assert told["a.txt"] is None


def test_sidecar_fields_and_dates(tmp_path: Path) -> None:
    entry = {
        "file": "docs/1.txt",
        "original": "quay-1",
        "title": None,
        "byline": "",
        "prefix": ["media:quay", "media:ap"],
        "note": "By Reuters",
        "published": {"from": "2031-11-01", "to": "2031-11-09", "basis": "inferred"},
        "best_guess": {"from": "2031-11-04", "to": "2031-11-04"},
    }
    (tmp_path / "docs.json").write_text(json.dumps({"docs": [entry]}))
    (tmp_path / "quay-1.txt").write_text(TEXT)
    document = ingest(collect([str(tmp_path)])).documents[0]
    assert document.published is not None
    assert (document.published_first, document.published.value) == ("2031-11-01", "2031-11-09")
    assert document.agency is None
    assert "unknown day" in document.notes[0]


def test_a_broken_sidecar_is_listed_and_the_rest_goes_on(pile: Path) -> None:
    (pile / "docs.json").write_text("{")
    found = ingest(collect([str(pile / "a.txt")]))
    assert [d.name for d in found.documents] == ["a.txt"]
    assert [f.document for f in found.failures] == ["docs.json"]


def test_what_is_too_large_is_not_opened(pile: Path) -> None:
    found = ingest(collect([str(pile / "a.txt")], settings=IngestSettings(max_file_bytes=9)))
    assert not found.documents
    assert "more than 9" in found.failures[0].reason


def test_standard_input_is_read_as_json_lines() -> None:
    stdin = io.BytesIO(b'{"text": "The board met."}\n')
    found = ingest(collect(["-"], stdin))
    assert [d.name for d in found.documents] == ["stdin.jsonl:1"]


@pytest.mark.parametrize("name", ["nowhere.txt", "*.nothing", "-"])
def test_wrong_names_are_said(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError):
        collect([name if name == "-" else str(tmp_path / name)])


def test_a_case_inside_the_folder_is_no_input(pile: Path) -> None:
    before = collect([str(pile)])
    (pile / "out" / "snapshots").mkdir(parents=True)
    (pile / "out" / "case.sqlite").write_bytes(b"")
    (pile / "out" / "index.html").write_text("<p>A dossier</p>")
    (pile / "out" / "snapshots" / "0123").write_text("a text")
    assert collect([str(pile)]) == before


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no documents"):
        collect([str(tmp_path)])
