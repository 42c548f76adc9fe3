"""headwater export: a dossier in another format, on stdout."""

from pathlib import Path

import click

from headwater.cli.dossiers import read_dossier
from headwater.cli.speak import result_bytes
from headwater.cli.verb import Verb


def formats() -> tuple[str, ...]:
    """Return the formats that a dossier can be written in."""
    from headwater.registry import names

    return tuple(name.rpartition(".v")[0] for name in names("export"))


def pick(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """Return the registry's name of a format, the newest version if none is named.

    Raises:
        click.BadParameter: If there is no such format.
    """
    from headwater.registry import names

    found = [name for name in names("export") if value in (name, name.rpartition(".v")[0])]
    if not found:
        raise click.BadParameter(f"{value!r} is none of {', '.join(formats())}", ctx, param)
    return found[-1]


@click.command(
    cls=Verb,
    examples=(
        "headwater export dossier/ --format csv > claims.csv",
        "headwater export dossier/ --format interchange > prediction.json",
    ),
)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "-f",
    "--format",
    "part",
    callback=pick,
    required=True,
    help="interchange, json, csv, tables (a ZIP), md, graphml, or a part of another package.",
)
def export(folder: Path, part: str) -> None:
    """Write a dossier in another format to stdout.

    FOLDER is what `headwater run -o` wrote, or its dossier.json.
    """
    from headwater.registry import load

    data: bytes = load("export", part)(read_dossier(folder))
    result_bytes(data)
