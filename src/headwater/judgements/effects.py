"""Whether a dossier does what people decided: one effect for each judgement of the log."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from headwater.judgements.find import Settled, places_of
from headwater.judgements.force import in_order, undoers
from headwater.judgements.holding import Holding, Look
from headwater.judgements.kinds import KINDS, fault_of
from headwater.judgements.moment import moment
from headwater.model.dossier import Dossier
from headwater.model.judgement import Effect, Judgement


class Conflict(NamedTuple):
    """Two judgements that cannot both hold; the later one does."""

    loser: Judgement
    winner: Judgement
    text: str


def find_effects(dossier: Dossier, settled: Settled) -> tuple[Effect, ...]:
    """Return what became of each judgement of a dossier, in the order of its log.

    It is read from the finished dossier, not from the stages: a judgement counts as applied only
    if what it asks for can be seen in the records.

    Args:
        dossier: Of the same run, with all judgements of the log.
        settled: The judgements in force, as the stages were given them.
    """
    listed = in_order(dossier.judgements)
    undone = undoers(listed)
    by_id = {one.id: one for one in listed}
    now = {one.id: one for one in settled.judgements}
    look = Look(dossier)
    held = {key: look.hold(one) for key, one in now.items() if key not in settled.lost}
    found = []
    for one in listed:
        if one.id in undone:
            found.append(_undone(one, by_id[undone[one.id]]))
        elif one.kind is None:
            found.append(_undoing(one, by_id))
        elif one.id in settled.lost:
            found.append(_lost(one, settled.lost[one.id]))
        elif one.id not in now:
            found.append(_lost(one, fault_of(one) or "it decides nothing"))
        else:
            found.append(_effect(now[one.id], held, now.values(), settled, dossier))
    return tuple(found)


def _effect(
    one: Judgement,
    held: dict[str, Holding],
    others: Iterable[Judgement],
    settled: Settled,
    dossier: Dossier,
) -> Effect:
    """Return what became of a judgement whose words were found."""
    mine = held[one.id]
    places = places_of(one, dossier.documents)
    effect = Effect(
        judgement=one.id, state="applied", text=mine.text, places=places, records=mine.records
    )
    if one.kind == "note":
        return _replace(effect, "noted", one.value or one.why or "a note")
    if mine.holds:
        if one.id in settled.moved:
            text = f"{mine.text}; its words were found again in a text that has changed"
            return _replace(effect, "moved", text)
        return effect
    winner = _winner(one, held, others)
    if winner is not None:
        who = "a later decision" if winner.who == one.who else f"a later decision of {winner.who}"
        why = f"{who} of {winner.made_at[:10]} says otherwise ({winner.id})"
        if winner.who != one.who:
            why = f"{who} says otherwise, on {winner.made_at[:10]} ({winner.id})"
        return Effect(
            judgement=one.id, state="overruled", text=why, by=winner.id, places=places,
            records=mine.records,
        )  # fmt: skip
    return _lost(one, mine.text, effect)


def _replace(effect: Effect, state: str, text: str) -> Effect:
    return Effect(
        judgement=effect.judgement, state=state, text=text, places=effect.places,  # type: ignore[arg-type]
        records=effect.records,
    )  # fmt: skip


def _winner(
    one: Judgement, held: dict[str, Holding], others: Iterable[Judgement]
) -> Judgement | None:
    """Return the latest judgement of the same topic, about the same things, that holds instead."""
    topic = KINDS[one.kind].topic if one.kind else ""
    mine = set(held[one.id].records)
    later = [
        other for other in others
        if moment(other) > moment(one)
        and other.kind is not None
        and (KINDS[other.kind].topic == topic or {one.kind, other.kind} in CROSSING)
        and other.id in held and held[other.id].holds and mine & set(held[other.id].records)
    ]  # fmt: skip
    return max(later, key=moment, default=None)


# Kinds of different topics that can speak against each other all the same.
CROSSING = (
    {"not_a_claim", "same_claim"}, {"not_a_claim", "different_claim"},
    {"not_a_claim", "contradicts"}, {"source_is", "chain_is"}, {"content_is", "source_is"},
    {"source_is", "same_source"}, {"source_is", "different_source"},
    {"same_origin", "rests_on"}, {"different_origin", "rests_on"},
    {"different_origin", "same_source"}, {"own_claim", "not_a_claim"},
)  # fmt: skip


def _lost(one: Judgement, why: str, effect: Effect | None = None) -> Effect:
    return Effect(
        judgement=one.id, state="lost", text=f"it could not be re-applied: {why}",
        places=effect.places if effect else (), records=effect.records if effect else (),
    )  # fmt: skip


def _undone(one: Judgement, by: Judgement) -> Effect:
    why = f": {by.why}" if by.why else ""
    return Effect(
        judgement=one.id, state="undone", text=f"{by.who} took it back on {by.made_at[:10]}{why}",
        by=by.id,
    )  # fmt: skip


def _undoing(one: Judgement, by_id: dict[str, Judgement]) -> Effect:
    target = by_id.get(one.undoes or "")
    if target is None:
        return _lost(one, f"the log has no {one.undoes} to take back")
    what = f"“{KINDS[target.kind].words}”" if target.kind else "a taking back"
    return Effect(judgement=one.id, state="applied", text=f"it takes back {what} of {target.who}")


def conflicts(dossier: Dossier) -> tuple[Conflict, ...]:
    """Return the pairs of decisions that cannot both hold, in the order of the log."""
    by_id = {one.id: one for one in dossier.judgements}
    return tuple(
        Conflict(by_id[effect.judgement], by_id[effect.by], effect.text)
        for effect in dossier.effects
        if effect.state == "overruled" and effect.by in by_id
    )


def lost(dossier: Dossier) -> Sequence[tuple[Judgement, Effect]]:
    """Return the judgements that could not be re-applied, with why."""
    by_id = {one.id: one for one in dossier.judgements}
    return [(by_id[e.judgement], e) for e in dossier.effects if e.state == "lost"]
