"""The log of people's decisions: JSON lines, only ever appended to."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

import msgspec

from headwater.errors import InputError
from headwater.judgements.force import in_order
from headwater.model.base import Record
from headwater.model.judgement import Judgement

LOG: Final = "decisions.jsonl"
TORN: Final = "decisions.torn"  # what a killed write left unfinished, set aside
_NEWLINE: Final = b"\n"

try:
    import fcntl
except ImportError:  # Windows has no such locks; there one person works on one case
    fcntl = None  # type: ignore[assignment]


class Torn(Record, frozen=True, kw_only=True):
    """A line that is not whole: it was never acknowledged.

    Attributes:
        where: File and line.
        text: What there is of it.
    """

    where: str
    text: str


class Log(Record, frozen=True, kw_only=True):
    """What a log holds.

    Attributes:
        judgements: Oldest first, each once.
        torn: Lines that were cut short, in the log or set aside.
    """

    judgements: tuple[Judgement, ...] = ()
    torn: tuple[Torn, ...] = ()


def append(path: Path, judgements: Iterable[Judgement]) -> None:
    """Add judgements to a log and wait until the disk has them.

    Only one process writes at a time. A line that a killed write left unfinished is set aside
    first, so that it spoils nothing.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [msgspec.json.encode(judgement) + _NEWLINE for judgement in judgements]
    begun = path.exists()
    with path.open("a+b") as log, _locked(log):
        _mend(log, path)
        log.seek(0, os.SEEK_END)
        log.write(b"".join(lines))
        log.flush()
        os.fsync(log.fileno())
    if not begun:
        _sync_folder(path.parent)


@contextmanager
def _locked(log: BinaryIO, *, shared: bool = False) -> Iterator[None]:
    """Hold the lock of a log; the system gives it back if the process is killed."""
    if fcntl is None:
        yield
        return
    fcntl.flock(log.fileno(), fcntl.LOCK_SH if shared else fcntl.LOCK_EX)
    try:
        yield
    finally:
        fcntl.flock(log.fileno(), fcntl.LOCK_UN)


def _mend(log: BinaryIO, path: Path) -> None:
    """Close the last line of a log if it is whole, else set it aside."""
    log.seek(0)
    data = log.read()
    if not data or data.endswith(_NEWLINE):
        return
    start = data.rfind(_NEWLINE) + 1
    tail = data[start:]
    if _decode(tail) is not None:
        log.write(_NEWLINE)  # in append mode always at the end
        return
    with path.with_name(TORN).open("ab") as aside:
        aside.write(tail + _NEWLINE)
        aside.flush()
        os.fsync(aside.fileno())
    log.truncate(start)


def _sync_folder(folder: Path) -> None:
    """Wait until the disk knows that a new file is in a folder."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _decode(line: bytes) -> Judgement | None:
    """Return the judgement of a line, None if the line is not whole.

    Raises:
        InputError: If it is whole and holds something else.
    """
    try:
        return msgspec.json.decode(line, type=Judgement)
    except msgspec.ValidationError as error:
        raise InputError(f"is not a judgement: {error}") from error
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def read_log(path: Path) -> Log:
    """Return what a log holds; nothing if there is none.

    Raises:
        InputError: If a whole line is not a judgement, with its number.
    """
    if not path.exists():
        return Log()
    with path.open("rb") as log, _locked(log, shared=True):
        data = log.read()
    found: dict[str, Judgement] = {}
    torn = list(_set_aside(path))
    for number, line in enumerate(data.split(_NEWLINE), 1):
        if not line.strip():
            continue
        try:
            judgement = _decode(line)
        except InputError as error:
            raise InputError(f"{path}, line {number}, {error}") from error
        if judgement is None:
            torn.append(Torn(where=f"{path.name}, line {number}", text=_shown(line)))
        else:
            found.setdefault(judgement.id, judgement)
    return Log(judgements=in_order(found.values()), torn=tuple(torn))


def _set_aside(path: Path) -> Iterator[Torn]:
    """Yield what was set aside of a log."""
    aside = path.with_name(TORN)
    if path.name == LOG and aside.exists():
        for number, line in enumerate(aside.read_bytes().split(_NEWLINE), 1):
            if line.strip():
                yield Torn(where=f"{TORN}, line {number}", text=_shown(line))


def _shown(line: bytes) -> str:
    return line.decode("utf-8", "replace").strip()


def read(path: Path) -> tuple[Judgement, ...]:
    """Return a log's judgements, oldest first; lines that were cut short are left out.

    Raises:
        InputError: If a whole line is not a judgement.
    """
    return read_log(path).judgements
