"""A decision that people should look at, with the answers that they can give."""

from typing import Final

from headwater.judgements.make import make
from headwater.model.base import Record
from headwater.model.judgement import Anchor, Judgement, JudgementKind
from headwater.model.span import Place
from headwater.report.words import shorten

WORDS: Final = 160  # characters of a statement in a question; its place has them all


class Answer(Record, frozen=True, kw_only=True):
    """One answer, ready to be signed.

    Attributes:
        key: The key that gives it.
        label: What it says.
    """

    key: str
    label: str
    kind: JudgementKind
    about: tuple[Anchor, ...]
    value: str | None = None

    def signed(self, *, who: str, made_at: str, why: str = "") -> Judgement:
        """Return the answer as a judgement of somebody at some time."""
        return make(self.kind, self.about, who=who, made_at=made_at, value=self.value, why=why)


class Question(Record, frozen=True, kw_only=True):
    """One uncertain decision.

    Attributes:
        id: The same for the same question in any dossier.
        topic: `origin`, `claim`, `attribution` or `source`.
        text: The question, to be understood alone.
        short: The same where its words are shown and marked beside it; empty if `text` is short.
        why: What made it uncertain.
        changes: How many claims change with the answer.
        claims: Their ids.
        uncertainty: 0..1; 1 if both answers are as likely.
        places: The words to look at.
        records: Ids of what it is about.
    """

    id: str
    topic: str
    text: str
    why: str
    changes: int
    claims: tuple[str, ...]
    uncertainty: float
    places: tuple[Place, ...]
    records: tuple[str, ...]
    answers: tuple[Answer, ...]
    short: str = ""

    @property
    def consequence(self) -> str:
        """Return how much depends on it, in words."""
        return f"settling this changes {self.changes} claim{'' if self.changes == 1 else 's'}"

    @property
    def worth(self) -> float:
        """Return the number of claims that can be expected to change."""
        return self.changes * self.uncertainty


def in_brief(words: str) -> str:
    """Return words as a question quotes them: in one line, without quotation marks around them."""
    return shorten(words, WORDS).strip("“”\"' ")
