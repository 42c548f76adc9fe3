"""What a dossier says, in counts and a few lines."""

from collections import Counter
from typing import Any

from headwater.model.dossier import Dossier


def plural(number: int, word: str) -> str:
    """Return a number with its word."""
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"


def interval(low: int, high: int) -> str:
    """Return an interval as a reader writes it."""
    return str(low) if low == high else f"{low}–{high}"


def counts(dossier: Dossier) -> dict[str, Any]:
    """Return a dossier's counts as plain data."""
    folds = {fold.claim: fold for fold in dossier.folds}
    highest = {found.claim: found.high for found in dossier.corroborations}
    highest |= {fold.claim: fold.high for fold in dossier.folds}
    texts = {c.id: folds[c.id].documents if c.id in folds else c.documents for c in dossier.claims}
    shared = [claim for claim in dossier.claims if len(texts[claim.id]) > 1]
    conflicts = [r for r in dossier.relations if r.kind in {"contradicts", "denies"}]
    return {
        "title": dossier.title,
        "documents": len(dossier.documents),
        "attributions": len(dossier.attributions),
        "mentions": len(dossier.mentions),
        "sources": len(dossier.sources),
        "claims": len(dossier.claims),
        "claims_in_several_documents": len(shared),
        "of_these_surely_one_origin": sum(
            highest[claim.id] == 1 for claim in shared if claim.id in highest
        ),
        "statuses": dict(sorted(Counter(a.status for a in dossier.assessments).items())),
        "conflicts": len(conflicts),
        "conflicts_not_sure": sum(r.weak for r in conflicts),
        "copies": len(dossier.copies),
        "failures": [
            {"document": f.document, "stage": f.stage, "reason": f.reason, "where": f.where}
            for f in dossier.failures
        ],
    }


def headline(dossier: Dossier) -> str:
    """Return what a dossier says in two sentences of counts."""
    facts = counts(dossier)
    shared, single = facts["claims_in_several_documents"], facts["of_these_surely_one_origin"]
    open_ones = facts["conflicts_not_sure"]
    unsure = f", {open_ones} of them not sure" if open_ones else ""
    text = (
        f"{plural(facts['documents'], 'document')}, {plural(facts['mentions'], 'statement')}, "
        f"{plural(facts['claims'], 'claim')}. "
        f"{plural(shared, 'claim')} in several documents, {single} of them with one origin; "
        f"{plural(facts['conflicts'], 'conflict')}{unsure}."
    )
    unread = len(facts["failures"])
    return f"{text} {unread} could not be read." if unread else text


def failure_lines(dossier: Dossier) -> list[str]:
    """Return a line for each document that could not be used."""
    return [
        f"not read: {failure.document}: {failure.reason}"
        + (f" ({failure.where})" if failure.where else "")
        + (f". {failure.advice}" if failure.advice else "")
        for failure in dossier.failures
    ]


def decision_lines(dossier: Dossier) -> list[str]:
    """Return a line for each decision that does not hold, and why."""
    by_id = {judgement.id: judgement for judgement in dossier.judgements}
    return [
        f"decision {effect.judgement} of {by_id[effect.judgement].who}: {effect.text}"
        for effect in dossier.effects
        if effect.state in {"lost", "overruled"}
    ]
