"""What a stage's result depends on beside its input: the code, the words, the weights."""

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from headwater.model.base import Record
from headwater.version import __version__

_SUFFIXES: Final = (".py", ".toml", ".json")


@cache
def of_code() -> str:
    """Return a digest of the package's code, lexicon and model cards.

    A newer version, or a changed line, gives another digest; so no stale result is ever taken.
    Weights are named in their cards by digest and are not read here.
    """
    digest = hashlib.sha256(__version__.encode())
    for path, entry in sorted(_walk(files("headwater"), "")):
        digest.update(path.encode())
        digest.update(hashlib.sha256(entry.read_bytes()).digest())
    return digest.hexdigest()


def _walk(folder: Traversable, prefix: str) -> list[tuple[str, Traversable]]:
    """Return the files below a folder that decide what the stages give."""
    found: list[tuple[str, Traversable]] = []
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name not in _EDGES:
            found += _walk(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(_SUFFIXES):
            found.append((prefix + entry.name, entry))
    return found


_EDGES: Final = frozenset({"__pycache__", "cli", "engine", "evaluate", "report", "store"})


def of_step(before: str, part: str, settings: Record | tuple[Record, ...]) -> str:
    """Return the key of a step: everything before it, the part in use and its settings."""
    digest = hashlib.sha256()
    for piece in (before, part, repr(settings)):
        digest.update(f"{len(piece)}:{piece}".encode())
    return digest.hexdigest()
