"""headwater export: a dossier in another format, on stdout."""

from pathlib import Path

import click

from headwater.cli.speak import result_bytes


def formats() -> tuple[str, ...]:
    """Return the formats that a dossier can be written in."""
    from headwater.registry import names

    return tuple(name.rpartition(".v")[0] for name in names("export"))


class Format(click.ParamType):
    """The name of an export format; the registry knows which there are."""

    name = "format"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Return the registry's name of a format, the newest version if none is named."""
        from headwater.registry import names

        known = names("export")
        found = [name for name in known if value in (name, name.rpartition(".v")[0])]
        if not found:
            self.fail(f"{value!r} is none of {', '.join(formats())}", param, ctx)
        return found[-1]


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "-f",
    "--format",
    "part",
    type=Format(),
    required=True,
    help="interchange, json, csv, md or graphml; a part of another package by its name.",
)
def export(folder: Path, part: str) -> None:
    """Write a dossier in another format to stdout.

    FOLDER is what `headwater run -o` wrote, or its dossier.json.

    \b
    Example:
      headwater export dossier/ --format csv > claims.csv
      headwater export dossier/ --format interchange > prediction.json
    """
    from headwater.cli.diff import read_dossier
    from headwater.registry import load

    data: bytes = load("export", part)(read_dossier(folder))
    result_bytes(data)
