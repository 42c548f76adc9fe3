"""Texts to attributions by rules alone, and the golden cases."""

import tomllib
from pathlib import Path
from typing import Any

from headwater.attribute import attribute
from headwater.model.attribution import Attribution
from headwater.model.document import Document, Stated
from headwater.parse import parse

FOLDER = Path(__file__).parent / "golden"


def read_cases() -> list[tuple[str, dict[str, Any]]]:
    return [
        (f"{path.stem}: {case['phenomenon']}", case)
        for path in sorted(FOLDER.glob("*.toml"))
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["cases"]
    ]


def make_document(text: str, outlet: str | None = None) -> Document:
    stated = Stated(value=outlet, given_by="test") if outlet else None
    return Document(id="d", name="d", digest="0" * 64, format="text", text=text, outlet=stated)


def find(text: str, outlet: str | None = None) -> tuple[Attribution, ...]:
    document = make_document(text, outlet)
    return attribute(document, parse(document))
