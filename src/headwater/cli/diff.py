"""headwater diff: what a second dossier says otherwise."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from headwater.cli.dossiers import read_dossier
from headwater.cli.options import json_option
from headwater.cli.speak import result, result_json
from headwater.cli.verb import Verb

if TYPE_CHECKING:
    from headwater.model.dossier import Dossier


@click.command(
    cls=Verb,
    examples=(
        "headwater diff monday/ tuesday/",
        "headwater diff monday/dossier.json tuesday/dossier.json --json",
        "headwater diff harbour@2031-03-12 harbour@2031-03-20",
    ),
)
@click.argument("before", type=click.Path(path_type=Path))
@click.argument("after", type=click.Path(path_type=Path))
@json_option
def diff(before: Path, after: Path, *, as_json: bool) -> None:
    """Say which claims are new, gone or changed between two dossiers.

    BEFORE and AFTER are folders that `headwater run` wrote, or their dossier.json; FOLDER@DAY is
    the case as it stood on a day, of what was published until then. Two claims are the same if
    they share statements at the same places of the same texts. Decisions that are new in AFTER, or
    of which something else became, follow, and the claims that they touch name them.
    """
    from headwater.review.changes import changes

    found = changes(read_state(before), read_state(after))
    if as_json:
        result_json(found)
    else:
        result("\n".join(lines_of(found)))


def read_state(path: Path) -> "Dossier":
    """Return a dossier, or that of a case on a day if the path ends so.

    Raises:
        click.BadParameter: If there is none.
    """
    folder, at, day = str(path).rpartition("@")
    if not at or path.exists() or not Path(folder).is_dir():
        return read_dossier(path)
    from headwater.case import Case
    from headwater.errors import InputError

    try:
        return Case.open(folder).as_of(day)
    except InputError as error:
        raise click.BadParameter(str(error)) from error


def lines_of(found: dict[str, list[dict[str, Any]]]) -> list[str]:
    """Return what changed as lines: claims, then what became of fresh decisions."""
    lines = [", ".join(f"{len(found[kind])} {kind}" for kind in ("new", "gone", "changed"))]
    lines += [f"+ {claim['text']}{because(claim)}" for claim in found["new"]]
    lines += [f"- {claim['text']}" for claim in found["gone"]]
    for claim in found["changed"]:
        lines.append(f"~ {claim['text']}{because(claim)}")
        lines += [f"    {what}: {old} → {new}" for what, (old, new) in claim["changes"].items()]
    for one in found["judgements"]:
        lines.append(f"! {one['who']}, {one['kind']} ({one['id']}): {one['state']}: {one['text']}")
    return lines


def because(claim: dict[str, Any]) -> str:
    """Return the decisions behind a changed claim, in brackets."""
    return f" [{', '.join(claim['because'])}]" if claim["because"] else ""
