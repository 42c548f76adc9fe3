"""headwater show: a dossier in the terminal."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from headwater.cli.options import json_option
from headwater.cli.speak import result, result_json
from headwater.cli.verb import Verb

if TYPE_CHECKING:
    from headwater.model.dossier import Dossier

_WIDEST = 78  # a claim's words are cut here; the page has them in full


@click.command(cls=Verb, examples=("headwater show dossier/", "headwater show dossier/ --number 5"))
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("-n", "--number", default=20, show_default=True, help="So many claims.")
@json_option
def show(folder: Path, number: int, *, as_json: bool) -> None:
    """Show a dossier's findings in the terminal.

    FOLDER is what `headwater run -o` wrote. Claims most worth a look come first, each with its
    documents, its independent origins (at least–at most) and who it comes from.
    """
    from headwater.case import Case
    from headwater.cli.summary import counts, failure_lines, headline

    dossier = Case.open(folder).dossier()
    if as_json:
        result_json(counts(dossier))
        return
    lines = [dossier.title, headline(dossier), ""]
    for rank, key in enumerate(dossier.ranking[:number], 1):
        lines += [f"{rank:>3}. {line}" if at == 0 else f"     {line}"
                  for at, line in enumerate(claim_lines(dossier, key))]  # fmt: skip
    lines += ["", *failure_lines(dossier)] if dossier.failures else []
    result("\n".join(lines))


def claim_lines(dossier: "Dossier", key: str) -> list[str]:
    """Return a claim in three lines: its words, its status, its origins."""
    from headwater.cli.summary import interval, plural

    claim = next(claim for claim in dossier.claims if claim.id == key)
    sources = {source.id: source.name for source in dossier.sources}
    names = {document.id: document.name for document in dossier.documents}
    words = " ".join(claim.text.split())
    lines = [words if len(words) <= _WIDEST else f"{words[: _WIDEST - 1]}…"]
    status = next((a.status for a in dossier.assessments if a.claim == key), None)
    found = next((c for c in dossier.corroborations if c.claim == key), None)
    facts = [plural(len(claim.documents), "document")]
    if found is not None:
        number = interval(found.low, found.high)
        facts.append(f"{number} independent origin{'' if number == '1' else 's'}")
    facts += [status] if status else []
    lines.append(" · ".join(facts))
    origins = sorted(
        {
            f"{names.get(o.own_voice, o.own_voice)} itself"
            if o.own_voice
            else sources.get(o.source, o.source)
            for o in dossier.origins
            if o.claim == key
        }
    )
    lines.append(f"from {', '.join(origins)}" if origins else "from nobody named")
    return lines
