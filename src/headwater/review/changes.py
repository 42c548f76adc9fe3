"""What a second dossier says otherwise, and which decisions are behind it."""

from typing import Any

from headwater.model.dossier import Dossier
from headwater.model.mention import Mention
from headwater.report.views.figures import SIGNS
from headwater.report.words import interval, quantity


def changes(before: Dossier, after: Dossier) -> dict[str, list[dict[str, Any]]]:
    """Return the claims that are new, gone and changed, in the order of their dossier.

    Two claims are the same if they share statements at the same places of the same texts.

    Returns:
        `new` and `gone` with `id` and `text`; `changed` also with `changes`, a pair of before and
        after for each fact, and `because`, the decisions behind it; `judgements` with the fresh
        decisions and what became of them.
    """
    old_facts, new_facts = facts_by_claim(before), facts_by_claim(after)
    answers = answering(before, after)
    answered = set(answers.values())
    about = fresh_records(before, after)
    texts = {claim.id: claim.text for claim in after.claims}
    changed: list[dict[str, Any]] = []
    for new_id, old_id in answers.items():
        new, old = new_facts[new_id], old_facts[old_id]
        found = {what: (old[what], new[what]) for what in new if old[what] != new[what]}
        if found:
            changed.append({"id": new_id, "text": texts[new_id], "changes": found})
    records = records_by_claim(after)
    fresh: list[dict[str, Any]] = [
        {"id": c.id, "text": c.text} for c in after.claims if c.id not in answers
    ]
    for one in (*fresh, *changed):
        mine = records[one["id"]]
        one["because"] = [key for key, touched in about.items() if touched & mine]
    return {
        "new": fresh,
        "gone": [{"id": c.id, "text": c.text} for c in before.claims if c.id not in answered],
        "changed": changed,
        "judgements": fresh_effects(before, after),
    }


def fresh_effects(before: Dossier, after: Dossier) -> list[dict[str, Any]]:
    """Return the decisions that are new, or of which something else became."""
    old = {effect.judgement: effect for effect in before.effects}
    by_id = {one.id: one for one in after.judgements}
    return [
        {
            "id": effect.judgement,
            "who": by_id[effect.judgement].who,
            "kind": by_id[effect.judgement].kind or "undo",
            "state": effect.state,
            "text": effect.text,
        }
        for effect in after.effects
        if effect.judgement not in old or old[effect.judgement].state != effect.state
    ]


def fresh_records(before: Dossier, after: Dossier) -> dict[str, set[str]]:
    """Return what the fresh decisions are about, by their ids; of undone ones what it was."""
    fresh = {one["id"] for one in fresh_effects(before, after)}
    found: dict[str, set[str]] = {}
    for dossier in (before, after):
        for effect in dossier.effects:
            if effect.judgement in fresh:
                found.setdefault(effect.judgement, set()).update(effect.records)
    return found


def records_by_claim(dossier: Dossier) -> dict[str, set[str]]:
    """Return the ids of all that bears on each claim: statements, attributions, sources."""
    mentions = {mention.id: mention for mention in dossier.mentions}
    found = {claim.id: set(claim.mentions) for claim in dossier.claims}
    for claim in dossier.claims:
        for key in claim.mentions:
            found[claim.id].update(mentions[key].chain)
    for origin in dossier.origins:
        found[origin.claim].add(origin.source)
    return found


def answering(before: Dossier, after: Dossier) -> dict[str, str]:
    """Return the earlier claim that each later one continues: most shared statements win."""
    old_places, new_places = places(before), places(after)
    owner = {old_places[key]: claim for claim in before.claims for key in claim.mentions}
    pairs = []
    for claim in after.claims:
        shared: dict[str, int] = {}
        for key in (new_places[key] for key in claim.mentions):
            if key in owner:
                shared[owner[key].id] = shared.get(owner[key].id, 0) + 1
        pairs += [(-number, claim.id, old) for old, number in shared.items()]
    answers: dict[str, str] = {}
    taken: set[str] = set()
    for _, new, old in sorted(pairs):
        if new not in answers and old not in taken:
            answers[new] = old
            taken.add(old)
    return {claim.id: answers[claim.id] for claim in after.claims if claim.id in answers}


def places(dossier: Dossier) -> dict[str, str]:
    """Return where each statement stands: document and spans, by its id."""
    return {mention.id: f"{mention.document}:{mention.spans}" for mention in dossier.mentions}


def facts_by_claim(dossier: Dossier) -> dict[str, dict[str, str]]:
    """Return what can change about each claim, in words."""
    origins = {c.claim: interval(c.low, c.high) for c in dossier.corroborations}
    assessed = {a.claim: a for a in dossier.assessments}
    mentions = {mention.id: mention for mention in dossier.mentions}
    names = {source.id: source.name for source in dossier.sources}
    ends: dict[str, set[str]] = {}
    for origin in dossier.origins:
        ends.setdefault(origin.claim, set()).add(names[origin.source])
    conflicts: dict[str, int] = {}
    for relation in dossier.relations:
        if relation.kind in {"contradicts", "denies"}:
            for end in (relation.from_claim, relation.to_claim):
                conflicts[end] = conflicts.get(end, 0) + 1
    found = {}
    for claim in dossier.claims:
        assessment = assessed.get(claim.id)
        found[claim.id] = {
            "documents": str(len(claim.documents)),
            "statements": str(len(claim.mentions)),
            "from": ", ".join(sorted(ends.get(claim.id, ()))) or "nobody",
            "independent origins": origins.get(claim.id, "unknown"),
            "status": assessment.status if assessment else "unknown",
            "reliability": assessment.reliability if assessment else "unknown",
            "credibility": str(assessment.credibility) if assessment else "unknown",
            "conflicts": str(conflicts.get(claim.id, 0)),
            "reading": reading_of([mentions[key] for key in claim.mentions]),
        }
    return found


def reading_of(mentions: list[Mention]) -> str:
    """Return how the statements of a claim are read: polarity, modality, figures."""
    found = {
        mention.modality + (", in the negative" if mention.polarity == "negative" else "")
        for mention in mentions
    }
    amounts = sorted({(a.value, a.comparator, a.unit) for m in mentions for a in m.amounts})
    figures = [SIGNS[comparator] + quantity(value, unit) for value, comparator, unit in amounts]
    return "; ".join((*sorted(found), *dict.fromkeys(figures)))
