"""Stands in for the review of a case until it is there."""

from headwater.judgements.force import in_order
from headwater.judgements.make import make
from headwater.model.base import Record
from headwater.model.dossier import Dossier
from headwater.model.judgement import Anchor, Effect, Judgement, JudgementKind
from headwater.model.span import Place


class Entry(Record, frozen=True, kw_only=True):
    """A decision in the history."""

    judgement: Judgement
    effect: Effect | None
    text: str


def history(dossier: Dossier, item: str | None = None) -> tuple[Entry, ...]:
    """Return every decision, newest first."""
    if item is not None:
        return ()
    return tuple(
        Entry(judgement=j, effect=None, text=f"{j.who} decided {j.kind or 'undo'}: {j.why}")
        for j in reversed(in_order(dossier.judgements))
    )


class Answer(Record, frozen=True, kw_only=True):
    """An answer to a question."""

    key: str
    label: str
    kind: JudgementKind
    about: tuple[Anchor, ...]
    value: str | None = None

    def signed(self, *, who: str, made_at: str, why: str = "") -> Judgement:
        """Return the answer as a judgement."""
        return make(self.kind, self.about, who=who, made_at=made_at, value=self.value, why=why)


class Question(Record, frozen=True, kw_only=True):
    """A question."""

    id: str
    text: str
    why: str
    changes: int
    claims: tuple[str, ...]
    places: tuple[Place, ...]
    answers: tuple[Answer, ...]


def queue(dossier: Dossier, limit: int = 100) -> tuple[Question, ...]:
    """Return nothing."""
    _ = dossier, limit
    return ()


def changes(before: Dossier, after: Dossier) -> dict[str, list[dict[str, str]]]:
    """Return nothing."""
    _ = before, after
    return {"new": [], "gone": [], "changed": []}
