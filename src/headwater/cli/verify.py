"""headwater verify: a dossier held against its own snapshots and rules."""

from pathlib import Path

import click

from headwater.cli.options import json_option
from headwater.cli.speak import Exit, end, result, result_json, say
from headwater.cli.verb import Verb


def holding_a_dossier(ctx: click.Context, param: click.Parameter, folder: Path) -> Path:
    """Return the folder.

    Raises:
        click.BadParameter: If there is nothing to check in it.
    """
    if not (folder / "dossier.json").is_file():
        raise click.BadParameter(f"{folder} holds no dossier.json", ctx, param)
    return folder


@click.command(cls=Verb, examples=("headwater verify dossier/",))
@click.argument(
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    callback=holding_a_dossier,
)
@json_option
def verify(folder: Path, *, as_json: bool) -> None:
    """Check a dossier against its own snapshots.

    Recomputes from FOLDER/dossier.json and FOLDER/snapshots alone: hashes hold, spans cut out the
    quoted words, bounds follow from the recorded ties, statuses follow from the rules. Leaves with
    exit code 4 if anything does not hold.
    """
    from headwater.verify import verify_dossier

    findings = verify_dossier(folder)
    if as_json:
        result_json({"holds": not findings, "findings": findings})
    else:
        result("\n".join(findings) if findings else "all holds")
    if findings:
        say(f"does not hold: {len(findings)}")
        end(Exit.UNVERIFIED)
