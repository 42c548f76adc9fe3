"""The first page of the board, kept beside the case: it is there before the dossier is read."""

from pathlib import Path
from typing import Final

import msgspec

from headwater import __version__
from headwater.case import DATA, Case
from headwater.desk.cases.opened import Opened
from headwater.desk.cases.runs import FOLDER
from headwater.desk.views.board import PER_PAGE, Choices, Row
from headwater.desk.views.folded import fold_copies
from headwater.model.base import Record
from headwater.model.dossier import Dossier
from headwater.report.views.counts import say_counts
from headwater.report.write import write_files

NAME: Final = "front.json"
LARGE: Final = 5_000  # statements of a case that takes so long to open, 0.2 s, that one notices


class Front(Record, frozen=True, kw_only=True):
    """What the board shows at first.

    Attributes:
        stamp: Time and size of the dossier that it was made of, and the version that made it.
        known: Ids of the decisions that the dossier knows.
    """

    stamp: tuple[int, int, str]
    title: str
    lede: tuple[str, ...]
    rows: tuple[Row, ...]
    folds: dict[str, str]
    choices: Choices
    known: frozenset[str]


def stamp_of(case: Path) -> tuple[int, int, str]:
    """Return what tells the dossier of a case from an older one.

    Raises:
        OSError: If there is none.
    """
    found = (case / DATA).stat()
    return found.st_mtime_ns, found.st_size, __version__


def prepare(case: Case, dossier: Dossier) -> None:
    """Keep the first page of the board of a case that was just run, if it is a large one."""
    if len(dossier.mentions) >= LARGE:
        time, size, _ = stamp_of(case.folder)
        keep_front(Opened(case.folder.name, case, dossier), (time, size))


def keep_front(opened: Opened, stamp: tuple[int, int]) -> None:
    """Keep the first page of the board of a case that was just opened."""
    rows = opened.rows[:PER_PAGE]
    front = Front(
        stamp=(*stamp, __version__),
        title=opened.dossier.title,
        lede=say_counts(opened.counts),
        rows=rows,
        folds={row.id: fold_copies(opened.lookup, row.id) for row in rows},
        choices=opened.choices,
        known=frozenset(judgement.id for judgement in opened.dossier.judgements),
    )
    data = msgspec.json.encode(front, order="deterministic")
    write_files(opened.case.folder, {f"{FOLDER}/{NAME}": data})


def read_front(case: Path) -> Front | None:
    """Return the first page of the board, None if it was not kept or is of another dossier."""
    try:
        front = msgspec.json.decode((case / FOLDER / NAME).read_bytes(), type=Front)
        return front if front.stamp == stamp_of(case) else None
    except (OSError, msgspec.DecodeError):
        return None
