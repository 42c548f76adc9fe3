"""The bundled example: read as meant, annotated consistently, and good enough to show."""

import json
from pathlib import Path
from typing import Any

import pytest
from examples.harbour import annotate, make

from headwater.config import Settings
from headwater.evaluate.case_score import score
from headwater.evaluate.gold import load_case
from headwater.evaluate.pipeline import run_case
from headwater.ingest import ingest
from headwater.ingest.files import collect
from headwater.model.document import Document, Stated
from headwater.report.interchange import to_interchange

HARBOUR = Path(annotate.__file__).parent
ABOUT = {d["id"]: d for d in json.loads((HARBOUR / "gold/docs.json").read_text("utf-8"))["docs"]}

# Low on purpose: they catch a stage that broke, not a score that moved. Raise them freely.
FLOORS = {
    ("mentions", "mentions found", "f1"): 0.60,
    ("attribution", "mention found and chain right", "f1"): 0.40,
    ("claim clustering", "pairs across documents, all gold", "f1"): 0.30,
    ("claims", "independent origins, 2+ documents", "within 1"): 0.50,
    ("claims", "conflicts", "f1"): 0.15,
}


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    found = ingest(collect([str(HARBOUR / "inbox")]))
    assert not found.failures
    by_name = {document.name: document for document in found.documents}
    return {key: by_name[name] for key, name in annotate.FILES.items()}


@pytest.fixture(scope="module")
def scores() -> dict[str, Any]:
    dossier = run_case(HARBOUR / "gold", Settings(), sidecar=True)
    return score(load_case(HARBOUR / "gold"), to_interchange(dossier))


@pytest.mark.parametrize("key", sorted(annotate.FILES))
def test_the_gold_text_is_the_text_as_ingested(documents: dict[str, Document], key: str) -> None:
    kept = (HARBOUR / "gold/docs" / f"{key}.txt").read_bytes().decode()
    assert documents[key].text == kept


@pytest.mark.parametrize("key", sorted(annotate.FILES))
@pytest.mark.parametrize("field", ["title", "outlet", "byline", "dateline", "published"])
def test_mastheads_are_read(documents: dict[str, Document], key: str, field: str) -> None:
    about = ABOUT[key][field]
    expected = about["to"] if field == "published" else about
    stated: Stated | None = getattr(documents[key], field)
    assert (stated.value if stated else None) == expected


def test_the_copy_names_its_agency(documents: dict[str, Document]) -> None:
    agencies = {key: d.agency.value for key, d in documents.items() if d.agency}
    assert agencies == {"tribune": "Northwire"}


def test_the_gold_is_what_its_script_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(annotate, "GOLD", tmp_path)
    annotate.main()
    for name in ("gold.json", "docs.json"):
        assert (tmp_path / name).read_bytes() == (HARBOUR / "gold" / name).read_bytes()


def test_the_inbox_is_what_its_script_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(make, "INBOX", tmp_path)
    make.main()
    for path in sorted((HARBOUR / "inbox").iterdir()):
        if path.suffix != ".docx":  # a package holds the time at which it was made
            assert (tmp_path / path.name).read_bytes() == path.read_bytes()


@pytest.mark.parametrize(("figure", "floor"), FLOORS.items(), ids=lambda value: str(value))
def test_floors(scores: dict[str, Any], figure: tuple[str, str, str], floor: float) -> None:
    part, name, measure = figure
    assert scores[part][name][measure] >= floor
