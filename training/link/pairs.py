"""Read labelled pairs, in both orders, as statements."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from headwater.link.compare_pairs import statement_of
from headwater.link.alignment import Statement

SWAPPED: Final = {"entails_ab": "entails_ba", "entails_ba": "entails_ab"}


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a JSON lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def both_orders(row: dict[str, Any]) -> Iterator[tuple[Statement, Statement, str]]:
    """Yield the pair as it stands and turned round, with its label."""
    a = statement_of(row["a"], sentence=row.get("sentence_a"), day=row.get("date_a"))
    b = statement_of(row["b"], sentence=row.get("sentence_b"), day=row.get("date_b"))
    yield a, b, row["label"]
    yield b, a, SWAPPED.get(row["label"], row["label"])
