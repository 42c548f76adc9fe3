"""Desks for tests: cases made by hand or run from the bundled example, and whoever asks them."""

import re
import time
from pathlib import Path

import msgspec
from starlette.testclient import TestClient
from tests.report.sample import make_dossier

from headwater.case import DATA, PAGE, Case
from headwater.config import LEXICON_PARTS, Parts, Settings
from headwater.desk.app import make_app
from headwater.desk.cases.shelf import Shelf
from headwater.desk.guard import GuardSettings
from headwater.ingest.files import collect
from headwater.model.dossier import Dossier
from headwater.report import report
from headwater.report.data import from_json, to_json
from headwater.report.page import render_page
from headwater.report.write import write_files

INBOX = Path(__file__).resolve().parents[2] / "examples" / "harbour" / "inbox"
LARGE = 100_000  # characters; drawing the page of a larger case is not what is tested here
HOME = "http://127.0.0.1:8765"
QUICK = Settings(title="The gyroscopes", parts=Parts(**LEXICON_PARTS))


def put(folder: Path, name: str, dossier: Dossier) -> Path:
    """Put a case into a folder whose last run gave this dossier."""
    case = Case.create(folder / name, QUICK)
    small = sum(len(document.text) for document in dossier.documents) < LARGE
    page = render_page(dossier).encode("utf-8", "replace") if small else b"<!doctype html>"
    write_files(case.folder, {DATA: to_json(dossier), PAGE: page})
    return case.folder


def sample() -> Dossier:
    return report(make_dossier())


def ask(folder: Path, token: str | None = None) -> TestClient:
    """Return a visitor of the desk that serves a folder."""
    app = make_app(Shelf(folder), "ana", GuardSettings(token=token))
    headers = {"origin": HOME, "sec-fetch-site": "same-origin"}
    return TestClient(app, base_url=HOME, headers=headers)


def run_example(folder: Path) -> Path:
    """Run the bundled example, quickly, as the case `harbour` of a folder."""
    case = Case.create(folder / "harbour", QUICK)
    case.add(collect([str(INBOX)]))
    case.run()
    return case.folder


def settle(visitor: TestClient, name: str = "harbour") -> None:
    """Wait until a case is not being run."""
    shelf = visitor.app.state.desk.shelf  # type: ignore[attr-defined]
    assert shelf.jobs.wait(name, 120)
    now = shelf.jobs.progress(name)
    assert now is None or not now.error, now.error
    time.sleep(0)


def read(folder: Path) -> Dossier:
    return from_json((folder / DATA).read_bytes())


def links(page: str, pattern: str) -> list[str]:
    """Return what an address on a page matches, in order, each once."""
    return list(dict.fromkeys(re.findall(pattern, page)))


def with_text(dossier: Dossier, words: str) -> Dossier:
    """Return a dossier in which everything that people wrote says something else."""
    documents = tuple(
        msgspec.structs.replace(document, name=f"{words}{number}.txt")
        for number, document in enumerate(dossier.documents)
    )
    claims = tuple(msgspec.structs.replace(claim, text=words) for claim in dossier.claims)
    sources = tuple(msgspec.structs.replace(source, name=words) for source in dossier.sources)
    return msgspec.structs.replace(
        dossier, title=words, documents=documents, claims=claims, sources=sources
    )
