"""The queue: the least certain decisions, most consequential first."""

from headwater.judgements.kinds import KINDS
from headwater.model.dossier import Dossier
from headwater.review.ask_claims import ask_claims
from headwater.review.ask_marks import ask_attributions, ask_sources
from headwater.review.ask_origins import ask_origins
from headwater.review.question import Question

# Topics of judgements that settle a question of a topic.
SETTLING = {
    "origin": {"origin", "rests_on"},
    "claim": {"claim", "is"},
    "attribution": {"source_is", "chain_is"},
    "source": {"source"},
}


def queue(dossier: Dossier, limit: int = 100) -> tuple[Question, ...]:
    """Return the questions that are worth most: uncertain, and many claims hang on them.

    What people have decided is not asked again.

    Args:
        dossier: Of a case.
        limit: How many to return at most.
    """
    asked = (
        *ask_origins(dossier, limit), *ask_claims(dossier), *ask_attributions(dossier),
        *ask_sources(dossier),
    )  # fmt: skip
    settled = _settled(dossier)
    left = [one for one in asked if one.changes and not _is_settled(one, settled)]
    return tuple(sorted(left, key=lambda one: (-one.worth, -one.uncertainty, one.id))[:limit])


def _settled(dossier: Dossier) -> list[tuple[str, set[str]]]:
    """Return the topics and records of the decisions in force."""
    kinds = {one.id: one.kind for one in dossier.judgements}
    return [
        (KINDS[kind].topic, set(effect.records))
        for effect in dossier.effects
        if effect.state in {"applied", "moved", "overruled"}
        and (kind := kinds.get(effect.judgement)) is not None
    ]


def _is_settled(question: Question, settled: list[tuple[str, set[str]]]) -> bool:
    """Tell whether a decision is about all that a question is about."""
    topics = SETTLING[question.topic]
    return any(topic in topics and set(question.records) <= about for topic, about in settled)
