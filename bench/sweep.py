"""Tries values of one setting on the gold cases.

    python bench/sweep.py link.join 0.25 0.3 0.35

Prints, for each case and value, the figures that the setting moves: links across documents over
all gold mentions, independent origins, conflicts, and chains.
"""

import os
import sys
from pathlib import Path

import msgspec

from headwater.config import Settings
from headwater.engine.local import Input, analyse
from headwater.evaluate.case_score import score
from headwater.evaluate.gold import load_case
from headwater.evaluate.matching import restrict
from headwater.evaluate.pipeline import read_documents
from headwater.report.interchange import to_interchange

ROOT = Path(__file__).resolve().parent.parent
CORPORA = Path(os.environ.get("HEADWATER_CORPORA", ROOT.parent / "shared")) / "cases"
CASES = (ROOT / "examples" / "harbour" / "gold", CORPORA / "seeds", CORPORA / "trump_taxes")
FIGURES = (
    ("links", "claim clustering", "pairs across documents, all gold", "f1"),
    ("origins exact", "claims", "independent origins, 2+ documents", "acc"),
    ("within 1", "claims", "independent origins, 2+ documents", "within 1"),
    ("conflicts", "claims", "conflicts", "f1"),
    ("chains", "attribution", "mention found and chain right", "f1"),
)


class Memory:
    """Keeps the results of the per-document stages between values."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, str, str], bytes] = {}

    def get_result(self, document: str, stage: str, key: str) -> bytes | None:
        """Return what was kept."""
        return self._rows.get((document, stage, key))

    def put_result(self, document: str, stage: str, key: str, records: bytes) -> None:
        """Keep records."""
        self._rows[document, stage, key] = records


def with_value(path: str, value: str) -> Settings:
    """Return the default settings with one changed."""
    section, name = path.split(".")
    own = getattr(Settings(), section)
    changed = msgspec.convert({name: value}, type(own), strict=False)
    return msgspec.structs.replace(Settings(), **{section: changed})


def main() -> None:
    """Try each value on each case that is here."""
    path, values = sys.argv[1], sys.argv[2:]
    for folder in (case for case in CASES if case.is_dir()):
        case, memory = load_case(folder), Memory()
        documents = read_documents(folder, Settings(), sidecar=True)
        name = folder.parent.name if folder.name == "gold" else folder.name
        for value in values:
            dossier = analyse(Input(documents=documents), with_value(path, value), cache=memory)
            scores = score(case, restrict(case, to_interchange(dossier))[0])
            cells = [f"{label} {scores[a][b][c] or 0:.3f}" for label, a, b, c in FIGURES]
            print(f"{name:12} {path} {value:6} {'  '.join(cells)}", flush=True)


if __name__ == "__main__":
    main()
