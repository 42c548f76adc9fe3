"""The reasons of an assessment, in reading order."""

from headwater.assess.facts import Facts
from headwater.model.assessment import Status
from headwater.model.reason import Reason
from headwater.model.span import Place


def explain(facts: Facts, status: Status) -> tuple[Reason, ...]:
    """Return why a claim has its status: count, merges and doubts, then who is against it."""
    reasons = [
        Reason(rule="assess.status.v1", text=f"{status}: {_count(facts)}", places=_places(facts))
    ]
    if facts.corroboration:
        reasons.extend(facts.corroboration.reasons)
    kinds = sorted({origin.evidence for origin, _ in facts.origins} - {"unknown"})
    if kinds:
        words = ", ".join(kind.replace("_", " ") for kind in kinds)
        reasons.append(Reason(rule="assess.evidence.v1", text=f"kinds of evidence: {words}"))
    for relation in facts.against:
        reasons.append(
            Reason(
                rule=f"assess.{relation.kind}.v1",
                text="another origin denies it" if relation.kind == "denies" else
                "another origin states what cannot hold with it",
                places=tuple(place for reason in relation.reasons for place in reason.places),
            )
        )  # fmt: skip
    for stance in facts.denials:
        places = tuple(place for reason in stance.reasons for place in reason.places)
        reasons.append(Reason(rule="assess.stance.v1", text="it is denied", places=places))
    return tuple(reasons)


def _count(facts: Facts) -> str:
    """Say how many documents and origins there are."""
    documents = len(facts.claim.documents)
    found = facts.corroboration
    if found is None or found.high == 0:
        return f"{_number(documents, 'document')}, no origin found"
    span = str(found.low) if found.low == found.high else f"{found.low} to {found.high}"
    word = "origin" if span == "1" else "origins"
    if not facts.sourced:
        return f"{_number(documents, 'document')}, and none says where it is from"
    return f"{_number(documents, 'document')}, {span} independent {word}"


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _places(facts: Facts) -> tuple[Place, ...]:
    """Return where the claim is made, one place for each origin."""
    first = {origin.mentions[0] for origin, _ in facts.origins}
    return tuple(
        sorted(Place(document=m.document, span=m.spans[0]) for m in facts.mentions if m.id in first)
    )
