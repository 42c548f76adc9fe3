"""headwater diff: what a second dossier says otherwise."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from headwater.cli.dossiers import read_dossier
from headwater.cli.options import json_option
from headwater.cli.speak import result, result_json
from headwater.cli.verb import Verb

if TYPE_CHECKING:
    from headwater.model.claim import Claim
    from headwater.model.dossier import Dossier


@click.command(
    cls=Verb,
    examples=(
        "headwater diff monday/ tuesday/",
        "headwater diff monday/dossier.json tuesday/dossier.json --json",
    ),
)
@click.argument("before", type=click.Path(path_type=Path))
@click.argument("after", type=click.Path(path_type=Path))
@json_option
def diff(before: Path, after: Path, *, as_json: bool) -> None:
    """Say which claims are new, gone or changed between two dossiers.

    BEFORE and AFTER are folders that `headwater run` wrote, or their dossier.json. Two claims are
    the same if they share statements at the same places of the same texts.
    """
    found = differences(read_dossier(before), read_dossier(after))
    if as_json:
        result_json(found)
        return
    lines = [f"{len(found[kind])} {kind}" for kind in ("new", "gone", "changed")]
    body = [f"+ {claim['text']}" for claim in found["new"]]
    body += [f"- {claim['text']}" for claim in found["gone"]]
    for claim in found["changed"]:
        body.append(f"~ {claim['text']}")
        body += [f"    {what}: {old} → {new}" for what, (old, new) in claim["changes"].items()]
    result("\n".join([", ".join(lines), *body]))


def differences(before: "Dossier", after: "Dossier") -> dict[str, list[dict[str, Any]]]:
    """Return the claims that are new, gone and changed, in the order of their dossier."""
    old_facts, new_facts = facts_by_claim(before), facts_by_claim(after)
    answers = answering(before, after)
    answered = set(answers.values())
    changed = []
    for new_id, old_id in answers.items():
        new, old = new_facts[new_id], old_facts[old_id]
        changes = {what: (old[what], new[what]) for what in new if old[what] != new[what]}
        if changes:
            changed.append({"id": new_id, "text": text_of(after, new_id), "changes": changes})
    return {
        "new": [{"id": c.id, "text": c.text} for c in after.claims if c.id not in answers],
        "gone": [{"id": c.id, "text": c.text} for c in before.claims if c.id not in answered],
        "changed": changed,
    }


def answering(before: "Dossier", after: "Dossier") -> dict[str, str]:
    """Return the earlier claim that each later one continues: most shared statements win."""
    owner = {key: claim for claim in before.claims for key in places(before, claim)}
    answers: dict[str, str] = {}
    taken: set[str] = set()
    pairs = []
    for claim in after.claims:
        shared: dict[str, int] = {}
        for key in places(after, claim):
            if key in owner:
                shared[owner[key].id] = shared.get(owner[key].id, 0) + 1
        pairs += [(-number, claim.id, old) for old, number in shared.items()]
    for _, new, old in sorted(pairs):
        if new not in answers and old not in taken:
            answers[new] = old
            taken.add(old)
    return {claim.id: answers[claim.id] for claim in after.claims if claim.id in answers}


def places(dossier: "Dossier", claim: "Claim") -> tuple[str, ...]:
    """Return where a claim is stated: document and span of each mention."""
    mentions = set(claim.mentions)
    return tuple(
        f"{mention.document}:{mention.spans}"
        for mention in dossier.mentions
        if mention.id in mentions
    )


def facts_by_claim(dossier: "Dossier") -> dict[str, dict[str, str]]:
    """Return what can change about each claim."""
    from headwater.cli.summary import interval

    origins = {c.claim: interval(c.low, c.high) for c in dossier.corroborations}
    statuses = {a.claim: a.status for a in dossier.assessments}
    conflicts: dict[str, int] = {}
    for relation in dossier.relations:
        if relation.kind in {"contradicts", "denies"}:
            for end in (relation.from_claim, relation.to_claim):
                conflicts[end] = conflicts.get(end, 0) + 1
    return {
        claim.id: {
            "documents": str(len(claim.documents)),
            "statements": str(len(claim.mentions)),
            "independent origins": origins.get(claim.id, "unknown"),
            "status": statuses.get(claim.id, "unknown"),
            "conflicts": str(conflicts.get(claim.id, 0)),
        }
        for claim in dossier.claims
    }


def text_of(dossier: "Dossier", key: str) -> str:
    """Return the words of a claim."""
    return next(claim.text for claim in dossier.claims if claim.id == key)
