"""The dossiers of a case's earlier runs, kept so that two can be compared."""

import gzip
import hashlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from headwater.case import DATA
from headwater.errors import InputError
from headwater.model.base import Record
from headwater.model.dossier import Dossier
from headwater.report.data import from_json, to_json
from headwater.report.words import day
from headwater.report.write import write_files

FOLDER: Final = "runs"
KEPT: Final = 20  # earlier runs; the oldest goes when one more comes


class Kept(Record, frozen=True, kw_only=True):
    """An earlier run.

    Attributes:
        number: In the order of runs, from 1.
        digest: The first twelve digits of its dossier's SHA-256.
        when: Day and time at which it was kept, in UTC.
    """

    number: int
    digest: str
    path: str
    when: str


def list_runs(case: Path) -> tuple[Kept, ...]:
    """Return the kept runs of a case, oldest first."""
    found = []
    for path in (case / FOLDER).glob("*.json.gz"):
        number, _, digest = path.name.removesuffix(".json.gz").partition("-")
        if number.isdigit() and digest:
            found.append(
                Kept(number=int(number), digest=digest, path=str(path), when=when_of(path))
            )
    return tuple(sorted(found, key=lambda kept: kept.number))


def when_of(path: Path) -> str:
    """Return when a file was written, as a reader writes it."""
    written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return f"{day(written.date().isoformat())}, {written:%H:%M} UTC"


def keep_run(case: Path) -> None:
    """Keep the dossier of the last run, if it says something else than the one kept before."""
    data = (case / DATA).read_bytes()
    digest = hashlib.sha256(data).hexdigest()[:12]
    known = list_runs(case)
    if known and known[-1].digest == digest:
        return
    number = known[-1].number + 1 if known else 1
    packed = gzip.compress(data, compresslevel=5, mtime=0)
    write_files(case, {f"{FOLDER}/{number:04d}-{digest}.json.gz": packed})
    for old in list_runs(case)[:-KEPT]:
        Path(old.path).unlink(missing_ok=True)


def path_of_day(case: Path, day: str) -> Path:
    """Return where the case as it stood on a day is kept, once it is worked out."""
    now = hashlib.sha256((case / DATA).read_bytes()).hexdigest()[:12]
    return case / FOLDER / f"until-{day}-{now}.json.gz"


def keep_day(case: Path, day: str, dossier: Dossier) -> None:
    """Keep the case as it stood on a day; those of earlier runs go."""
    path = path_of_day(case, day)
    mark = path.name.removeprefix(f"until-{day}")
    for old in (case / FOLDER).glob("until-*.json.gz"):
        if not old.name.endswith(mark):
            old.unlink(missing_ok=True)
    packed = gzip.compress(to_json(dossier), compresslevel=5, mtime=0)
    write_files(case, {f"{FOLDER}/{path.name}": packed})


def read_day(case: Path, day: str) -> Dossier | None:
    """Return the case as it stood on a day, None if that was not worked out yet.

    Raises:
        InputError: If it cannot be read.
    """
    path = path_of_day(case, day)
    if not path.is_file():
        return None
    try:
        return from_json(gzip.decompress(path.read_bytes()))
    except (OSError, EOFError) as error:
        raise InputError(f"the case of {day} cannot be read: {error}") from error


def read_run(kept: Kept) -> Dossier:
    """Return the dossier of an earlier run.

    Raises:
        InputError: If it cannot be read.
    """
    try:
        return from_json(gzip.decompress(Path(kept.path).read_bytes()))
    except (OSError, EOFError) as error:
        raise InputError(f"the earlier run {kept.number} cannot be read: {error}") from error
