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


def split(
    ctx: click.Context,  # noqa: ARG001
    param: click.Parameter,  # noqa: ARG001
    value: str | None,
) -> tuple[str, ...]:
    """Return what is named with commas."""
    return tuple(name.strip() for name in (value or "").split(",") if name.strip())


@click.command(
    cls=Verb,
    examples=(
        "headwater export dossier/ --format csv > claims.csv",
        "headwater export dossier/ --format interchange > prediction.json",
        "headwater export dossier/ --format html --only look,claims --claims c-0a,c-1b > part.html",
        "headwater export dossier/ --format pictures > pictures.zip",
    ),
)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "-f",
    "--format",
    "part",
    callback=pick,
    required=True,
    help="html, md, csv, tables (a ZIP), pictures (a ZIP of SVG), json, interchange, graphml, "
    "or a part of another package.",
)
@click.option(
    "--only",
    callback=split,
    help="Sections of the page (html), with commas: look, claims, others, sources, positions, "
    "timeline, documents, gaps, run.",
)
@click.option(
    "--claims",
    callback=split,
    help="Ids of claims, or their beginnings, with commas; the others are left out.",
)
def export(folder: Path, part: str, only: tuple[str, ...], claims: tuple[str, ...]) -> None:
    """Write a dossier in another format to stdout.

    FOLDER is what `headwater run -o` wrote, or its dossier.json. With --claims, documents that
    say nothing to the chosen claims are left out too.
    """
    result_bytes(make(folder, part, only, claims))


def make(folder: Path, part: str, only: tuple[str, ...], claims: tuple[str, ...]) -> bytes:
    """Return the dossier in a format.

    Raises:
        click.UsageError: If a section or a claim does not exist.
    """
    from headwater.errors import InputError
    from headwater.registry import load
    from headwater.report.select import keep_claims

    if only and not part.startswith("html."):
        raise click.UsageError("--only is for --format html; other formats have no sections")
    dossier = read_dossier(folder)
    try:
        dossier = keep_claims(dossier, claims) if claims else dossier
        data: bytes = load("export", part)(dossier, **({"only": only} if only else {}))
    except (InputError, ValueError) as error:
        raise click.UsageError(str(error)) from error
    return data
