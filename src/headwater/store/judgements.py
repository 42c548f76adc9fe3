"""The log of people's decisions: JSON lines, only ever appended to."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import msgspec

from headwater.errors import InputError
from headwater.model.judgement import Judgement

LOG: Final = "decisions.jsonl"
_NEWLINE: Final = b"\n"


def append(path: Path, judgements: Iterable[Judgement]) -> None:
    """Add judgements to a log and wait until the disk has them.

    A line that a killed write left unfinished is closed first, so that it spoils nothing.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [msgspec.json.encode(judgement) + _NEWLINE for judgement in judgements]
    with path.open("a+b") as log:
        if log.seek(0, os.SEEK_END):
            log.seek(-1, os.SEEK_END)
            if log.read(1) != _NEWLINE:
                lines.insert(0, _NEWLINE)
        log.write(b"".join(lines))
        log.flush()
        os.fsync(log.fileno())


def read(path: Path) -> tuple[Judgement, ...]:
    """Return a log's judgements, oldest first; none if there is no log.

    Lines that were cut short by a killed write are left out.

    Raises:
        InputError: If a whole line is not a judgement, with its number.
    """
    if not path.exists():
        return ()
    found: dict[str, Judgement] = {}
    for number, line in enumerate(path.read_bytes().split(_NEWLINE), 1):
        if not line.strip():
            continue
        try:
            judgement = msgspec.json.decode(line, type=Judgement)
        except msgspec.ValidationError as error:
            raise InputError(f"{path}, line {number}, is not a judgement: {error}") from error
        except msgspec.DecodeError:
            continue
        found.setdefault(judgement.id, judgement)
    return in_order(found.values())


def in_order(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return judgements oldest first, ties by id."""
    return tuple(sorted(judgements, key=lambda judgement: (judgement.made_at, judgement.id)))


def merge(*logs: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return all judgements of several people's logs, each once, oldest first."""
    found = {judgement.id: judgement for log in logs for judgement in log}
    return in_order(found.values())


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return those that decide something and were not taken back, oldest first.

    Taking back what took another back brings the first one into force again.
    """
    listed = in_order(judgements)
    undone: set[str] = set()
    for judgement in reversed(listed):
        if judgement.undoes is not None and judgement.id not in undone:
            undone.add(judgement.undoes)
    return tuple(j for j in listed if j.id not in undone and j.kind is not None)
