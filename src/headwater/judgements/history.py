"""What was decided about one thing, and what became of it."""

from collections.abc import Iterable, Mapping

from headwater.judgements.find import Settled, settle_anchors
from headwater.judgements.force import in_order
from headwater.judgements.holding import Look
from headwater.judgements.kinds import KINDS
from headwater.model.base import Record
from headwater.model.dossier import Dossier
from headwater.model.judgement import Effect, Judgement


class Entry(Record, frozen=True, kw_only=True):
    """One line of a history.

    Attributes:
        effect: What became of it in the dossier; None if it came after the last run.
        text: Who decided what, when and why.
    """

    judgement: Judgement
    effect: Effect | None
    text: str


def history(dossier: Dossier, item: str | None = None) -> tuple[Entry, ...]:
    """Return what was decided about something, newest first, taken-back decisions included.

    Args:
        dossier: With all judgements of the log.
        item: Id of a statement, claim, attribution, source or document; None for everything.
    """
    listed = in_order(dossier.judgements)
    by_id = {one.id: one for one in listed}
    effects = {effect.judgement: effect for effect in dossier.effects}
    if item is not None:
        about = _records(dossier, listed)
        wanted = _parts(dossier, item)
        listed = tuple(one for one in listed if wanted & about.get(_root(one, by_id), set()))
    return tuple(
        Entry(judgement=one, effect=effects.get(one.id), text=say(one, by_id))
        for one in reversed(listed)
    )


def _root(judgement: Judgement, by_id: Mapping[str, Judgement]) -> str:
    """Return the decision that a judgement is, or takes back in the end."""
    seen: set[str] = set()
    while judgement.undoes in by_id and judgement.id not in seen:
        seen.add(judgement.id)
        judgement = by_id[judgement.undoes or ""]
    return judgement.id


def _records(dossier: Dossier, listed: Iterable[Judgement]) -> dict[str, set[str]]:
    """Return what each decision is about: records, and documents."""
    look = Look(dossier)
    deciding = [one for one in listed if one.kind is not None]
    settled: Settled = settle_anchors(deciding, dossier.documents)
    homes = {document.digest: document.id for document in dossier.documents}
    return {
        one.id: {*look.about(one), *(homes[a.digest] for a in one.about if a.digest in homes)}
        for one in settled.judgements
    }


def _parts(dossier: Dossier, item: str) -> set[str]:
    """Return a thing and what a decision about it may name instead."""
    members = (claim.mentions for claim in dossier.claims if claim.id == item)
    return {item, *(key for mentions in members for key in mentions)}


def say(judgement: Judgement, by_id: Mapping[str, Judgement]) -> str:
    """Return who decided what, when and why."""
    when = judgement.made_at[:16].replace("T", " ")
    if judgement.kind is None:
        target = by_id.get(judgement.undoes or "")
        kind = target.kind if target is not None else None
        what = f"takes back: {KINDS[kind].words}" if kind else "takes back what was taken back"
    else:
        what = KINDS[judgement.kind].words
        what += f": {judgement.value}" if judgement.value else ""
    why = f" ({judgement.why})" if judgement.why else ""
    return f"{judgement.who}, {when}: {what}{why}"
