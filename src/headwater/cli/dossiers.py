"""Reads a dossier for the verbs that only show it; loads no stage and no model."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from headwater.case import Case
    from headwater.model.dossier import Dossier


def read_dossier(path: Path) -> "Dossier":
    """Return the dossier of a case folder or of a file.

    Raises:
        click.BadParameter: If there is none.
    """
    from headwater.report.data import from_json

    file = path / "dossier.json" if path.is_dir() else path
    if not file.is_file():
        raise click.BadParameter(
            f"{path} is neither a folder that `headwater run` wrote nor a dossier.json"
        )
    return from_json(file.read_bytes())


def prepare_desk(case: "Case", dossier: "Dossier") -> None:
    """Let the desk show a case at once that was just run; what it needs is kept beside it."""
    from contextlib import suppress

    from headwater.desk.cases.front import prepare

    with suppress(OSError):  # the desk does without, a second later
        prepare(case, dossier)
