"""Finds and opens files: the one module of ingest that does."""

import glob
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Final

from headwater.errors import DocumentError, InputError
from headwater.ingest.formats.kinds import IGNORED, JUDGEMENTS, SUFFIXES, suffix_of
from headwater.ingest.raw import RawFile, UnreadableError, failure_of
from headwater.ingest.settings import IngestSettings
from headwater.ingest.sidecar import SIDECAR, Entry, find_sidecar, read_sidecar

_STDIN: Final = "-"
_STDIN_NAME: Final = "stdin.jsonl"
_WILD: Final = frozenset("*?[")
_CASE_FILE: Final = "case.sqlite"  # a folder that holds it is a case: output, not input
_PAGE_FOLDER: Final = "_files"  # what browsers call the folder of a saved page's pictures


def collect(
    names: Sequence[str],
    stdin: BinaryIO | None = None,
    settings: IngestSettings = IngestSettings(),
) -> tuple[RawFile, ...]:
    """Open what the user named: files, folders, patterns, and `-` for JSON lines on stdin.

    Folders give the documents in them, at any depth, hidden files and page furniture left out.
    A `docs.json` beside a file or one folder up says more about it. What cannot be opened comes
    back with the reason in `refused`.

    Args:
        names: As given on the command line.
        stdin: Where `-` reads.
        settings: Limits.

    Returns:
        Files sorted by name; names that occur twice carry their folder.

    Raises:
        InputError: If a name matches nothing, or `-` is given without a stream.
    """
    paths: dict[Path, None] = {}
    raws: list[RawFile] = []
    for name in names:
        if name == _STDIN:
            raws.append(_read_stdin(stdin))
        else:
            paths.update(dict.fromkeys(_expand(name)))
    desk = _Desk(settings)
    labels = _labels(list(paths))
    raws.extend(desk.open(path, labels[path]) for path in paths)
    raws.extend(desk.refused)
    return tuple(sorted(raws, key=lambda raw: raw.name))


class _Desk:
    """Opens files, and reads each folder's sidecar once."""

    def __init__(self, settings: IngestSettings) -> None:
        self.refused: list[RawFile] = []
        self._settings = settings
        self._sidecars: dict[Path, tuple[Entry, ...]] = {}

    def open(self, path: Path, label: str) -> RawFile:
        """Return a file with what its sidecar says."""
        try:
            data = self._read(path, label)
        except DocumentError as error:
            return RawFile(name=label, refused=failure_of(error))
        for folder in (path.parent, path.parent.parent):
            sidecar = find_sidecar(path.relative_to(folder).as_posix(), self._entries(folder))
            if sidecar is not None:
                return RawFile(name=label, data=data, sidecar=sidecar)
        return RawFile(name=label, data=data)

    def _read(self, path: Path, label: str) -> bytes:
        """Return the bytes of a file.

        Raises:
            UnreadableError: If it is no ordinary file, is too large, or cannot be opened.
        """
        limit = self._settings.max_file_bytes
        try:
            if not path.is_file():
                raise UnreadableError(label, "this is no ordinary file", "Name a file or a folder.")
            size = path.stat().st_size
            if size > limit:
                reason = f"the file has {size:,} bytes, more than {limit:,}"
                advice = "Split it, or raise `max_file_bytes` in case.toml."
                raise UnreadableError(label, reason, advice)
            return path.read_bytes()
        except OSError as error:
            reason = f"the file cannot be opened: {error.strerror or error}"
            raise UnreadableError(label, reason, "Check its permissions.") from error

    def _entries(self, folder: Path) -> tuple[Entry, ...]:
        """Return the sidecar of a folder, empty if there is none or it is broken."""
        if folder not in self._sidecars:
            self._sidecars[folder] = ()
            path = folder / SIDECAR
            if path.is_file():
                try:
                    self._sidecars[folder] = read_sidecar(SIDECAR, self._read(path, SIDECAR))
                except DocumentError as error:
                    self.refused.append(RawFile(name=SIDECAR, refused=failure_of(error)))
        return self._sidecars[folder]


def _read_stdin(stdin: BinaryIO | None) -> RawFile:
    """Return what comes in on stdin.

    Raises:
        InputError: If nothing is connected.
    """
    if stdin is None:
        raise InputError("`-` reads JSON lines from standard input, but nothing is connected")
    return RawFile(name=_STDIN_NAME, data=stdin.read())


def _expand(name: str) -> list[Path]:
    """Return the absolute paths of the files that a name stands for, sorted.

    Raises:
        InputError: If it stands for none.
    """
    path = Path(name).expanduser()
    if path.is_dir():
        found = sorted(_walk(path))
        if not found:
            raise InputError(
                f"the folder {name} holds no documents ({', '.join(sorted(SUFFIXES))})"
            )
        return found
    if path.exists():
        return [path.absolute()]
    if not _WILD & set(name):
        raise InputError(f"there is no file or folder {name}")
    matches = [Path(m) for m in sorted(glob.glob(str(path), recursive=True))]  # noqa: PTH207 - absolute
    if not matches:
        raise InputError(f"no file matches {name}")
    folders = [sorted(_walk(match)) for match in matches if match.is_dir()]
    files = [m.absolute() for m in matches if not m.is_dir() and m.name != SIDECAR]
    return [*files, *(path for folder in folders for path in folder)]


def _walk(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder that may be documents; a case's own files are none."""
    cases = {path.parent for path in folder.rglob(_CASE_FILE)}
    for path in folder.rglob("*"):
        if not cases.isdisjoint(path.parents):
            continue
        parts = path.relative_to(folder).parts
        hidden = any(part.startswith((".", "__MACOSX", "~$")) for part in parts)
        furniture = any(part.endswith(_PAGE_FOLDER) for part in parts[:-1])
        if hidden or furniture or not path.is_file():
            continue
        if path.name == JUDGEMENTS or suffix_of(path.name) not in IGNORED:
            yield path.absolute()


def _labels(paths: Sequence[Path]) -> dict[Path, str]:
    """Return the name of each file; where two share one, with as many folders as part them."""
    labels = {path: path.name for path in paths}
    depth = 1
    while True:
        counts = Counter(labels.values())
        twice = [path for path, label in labels.items() if counts[label] > 1]
        deeper = [path for path in twice if len(path.parts) > depth + 1]
        if not deeper:
            return labels
        depth += 1
        for path in deeper:
            labels[path] = "/".join(path.parts[-depth:])
