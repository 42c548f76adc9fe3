"""What several mentions say alike, and how claims bear on each other."""

from typing import Literal

from headwater.model.base import Record
from headwater.model.reason import Reason

PairLabel = Literal[
    "same", "entails_ab", "entails_ba", "contradicts", "denies", "updates", "related", "unrelated"
]
RelationKind = Literal["contradicts", "denies", "entails", "updates", "supports"]
StanceKind = Literal["asserts", "reports", "hedges", "doubts", "denies", "updates"]


class Comparison(Record, frozen=True, kw_only=True):
    """Two mentions held against each other.

    Attributes:
        left, right: Mention ids, `left < right`.
        label: The decision; `ab` is left to right.
        score: Probability that both state the same proposition, 0..1.
        reasons: The words, figures and names that decided.
    """

    left: str
    right: str
    label: PairLabel
    score: float
    reasons: tuple[Reason, ...] = ()


class Claim(Record, frozen=True, kw_only=True):
    """All mentions, across documents, that state the same proposition.

    Attributes:
        mentions: Ids, sorted by document order then place.
        best: The mention that words it best.
        text: That mention's words.
        documents: Ids of the documents it stands in, sorted.
        reasons: Why the mentions were joined, one or more for each join.
    """

    id: str
    mentions: tuple[str, ...]
    best: str
    text: str
    documents: tuple[str, ...]
    reasons: tuple[Reason, ...] = ()


class Stance(Record, frozen=True, kw_only=True):
    """A mention's position on its claim."""

    mention: str
    claim: str
    stance: StanceKind
    reasons: tuple[Reason, ...] = ()


class Relation(Record, frozen=True, kw_only=True):
    """How one claim bears on another.

    Attributes:
        kind: `denies` runs from the denial to the accusation, `entails` from the special to the
            general, `updates` from the newer to the older, `supports` from evidence to conclusion.
        weak: True if both hold on some reading that is not forced; for `entails`, if it is likely
            but not sure enough to count the one as support of the other.
    """

    kind: RelationKind
    from_claim: str
    to_claim: str
    score: float
    weak: bool = False
    reasons: tuple[Reason, ...] = ()
