"""headwater show: a dossier in the terminal."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from headwater.cli.dossiers import read_dossier
from headwater.cli.options import json_option
from headwater.cli.speak import result, result_json
from headwater.cli.verb import Verb

if TYPE_CHECKING:
    from headwater.model.mention import Mention
    from headwater.report.lookup import Lookup

_CONFLICTS = 3  # lines of what is against a claim; the page has them all
_WIDEST = 78  # a claim's words are cut here; the page has them in full


@click.command(cls=Verb, examples=("headwater show dossier/", "headwater show dossier/ --number 5"))
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("-n", "--number", default=20, show_default=True, help="So many claims.")
@json_option
def show(folder: Path, number: int, *, as_json: bool) -> None:
    """Show a dossier's findings in the terminal.

    FOLDER is what `headwater run -o` wrote. Claims most worth a look come first, each with its
    documents, its independent origins (at least–at most) and who it comes from. "Uncertain who
    says it" marks attributions that are less than half probable.
    """
    from headwater.cli.summary import counts, failure_lines, headline
    from headwater.report.lookup import Lookup

    dossier = read_dossier(folder)
    if as_json:
        result_json(counts(dossier))
        return
    lines = [dossier.title, headline(dossier), ""]
    lookup = Lookup(dossier)
    for rank, key in enumerate(dossier.ranking[:number], 1):
        lines += [f"{rank:>3}. {line}" if at == 0 else f"     {line}"
                  for at, line in enumerate(claim_lines(lookup, key))]  # fmt: skip
    lines += ["", *failure_lines(dossier)] if dossier.failures else []
    result("\n".join(lines))


def claim_lines(lookup: "Lookup", key: str) -> list[str]:
    """Return a claim in a few lines: its words, its status, its origins, what is against it."""
    from headwater.cli.summary import interval, plural
    from headwater.report.alone import in_context
    from headwater.report.views.quotes import is_uncertain

    claim, found = lookup.claims[key], lookup.corroborations.get(key)
    facts = [plural(len(claim.documents), "document")]
    if found is not None:
        number = interval(found.low, found.high)
        facts.append(f"{number} independent origin{'' if number == '1' else 's'}")
    if key in lookup.folds:
        fold = lookup.folds[key]
        facts.append(
            f"{interval(fold.low, fold.high)} with what says it in more detail, in "
            f"{plural(len(fold.documents), 'document')}"
        )
    if key in lookup.assessments:
        facts.append(lookup.assessments[key].status)
    if all(is_uncertain(lookup, mention) for mention in lookup.mentions_of(claim)):
        facts.append("uncertain who says it")
    origins = sorted(
        f"{lookup.outlet_name(origin.own_voice)} itself"
        if origin.own_voice
        else lookup.sources[origin.source].name
        for origin in lookup.dossier.origins
        if origin.claim == key
    )
    best = lookup.mentions[claim.best]
    alone = best.reading or in_context(lookup, best)
    return [
        shortened(claim.text),
        *([f"that is: {shortened(alone)}"] if alone else []),
        " · ".join(facts),
        f"from {', '.join(dict.fromkeys(origins))}" if origins else "from nobody named",
        *conflict_lines(lookup, key),
    ]


def conflict_lines(lookup: "Lookup", key: str) -> list[str]:
    """Return a line for each claim that denies or contradicts this one, or that it does."""
    from headwater.report.alone import in_context

    lines = []
    for relation in sorted(lookup.relations.get(key, ()), key=lambda one: one.weak):
        if relation.kind not in {"denies", "contradicts"}:
            continue
        from_here = relation.from_claim == key
        other = lookup.claims[relation.to_claim if from_here else relation.from_claim]
        best = lookup.mentions[other.best]
        verb = {"denies": ("denies", "denied"), "contradicts": ("contradicted", "contradicted")}
        who = said_by(lookup, best) if not from_here or relation.kind == "contradicts" else ""
        words = shortened(in_context(lookup, best) or other.text)
        doubt = "perhaps " if relation.weak else ""
        lines.append(f"{doubt}{verb[relation.kind][not from_here]}{who} “{words}”")
    unique = list(dict.fromkeys(lines))
    more = [f"and {len(unique) - _CONFLICTS} more"] if len(unique) > _CONFLICTS else []
    return [*unique[:_CONFLICTS], *more]


def said_by(lookup: "Lookup", mention: "Mention") -> str:
    """Return ` by NAME:` for whom a mention cites, ` by the outlet itself:` for its own voice."""
    cited = lookup.attributions.get(mention.attribution or "")
    if cited is None or cited.kind == "unattributed":
        return f" by {lookup.outlet_name(mention.document)}:"
    source = lookup.source_of.get(cited.id)
    return f" by {source.name if source is not None else cited.name}:"


def shortened(text: str) -> str:
    """Return words on one line that a terminal can show."""
    words = " ".join(text.split())
    return words if len(words) <= _WIDEST else f"{words[: _WIDEST - 1]}…"
