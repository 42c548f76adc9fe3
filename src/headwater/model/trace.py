"""Copies, chains, origins, and how many of them are independent."""

from typing import Literal

from headwater.model.base import Record
from headwater.model.reason import Reason
from headwater.model.span import Place, Span

CopyKind = Literal["copy", "version", "excerpt", "shared_quotation", "boilerplate"]
EvidenceKind = Literal[
    "testimony", "official_statement", "document", "intelligence", "records", "visual",
    "own_observation",
    "statistics", "unknown",
]  # fmt: skip
TieKind = Literal["same", "maybe", "different"]


class Passage(Record, frozen=True, kw_only=True):
    """Words that stand in two documents."""

    left: Span
    right: Span


class Copy(Record, frozen=True, kw_only=True):
    """Text that two documents share.

    Attributes:
        left, right: Document ids, `left < right`.
        kind: How they are related.
        passages: The shared stretches, in left order.
        left_share, right_share: Share of each document's words in passages, 0..1.
        upstream: Id of the document (or source) that came first, None if unknown.
    """

    left: str
    right: str
    kind: CopyKind
    passages: tuple[Passage, ...]
    left_share: float
    right_share: float
    upstream: str | None = None
    reasons: tuple[Reason, ...] = ()


class Hop(Record, frozen=True, kw_only=True):
    """One step of a chain.

    Attributes:
        source: Source id of who is cited.
        attribution: The attribution it was read from; None for the publisher and for copies.
        how: `said` in the document itself; `inferred` from what another document says.
        place: The words that prove the step.
    """

    source: str
    attribution: str | None = None
    how: Literal["published", "said", "inferred", "copied"]
    place: Place | None = None
    reasons: tuple[Reason, ...] = ()


class Chain(Record, frozen=True, kw_only=True):
    """The way of one mention, from its publisher inward to where it ends.

    Attributes:
        hops: First the publisher, then the wire agency if the document is its copy, then whoever
            is cited, down to the last one named.
        own_depth: How many of the hops were said in the mention's own document.
        circular: True if a circle was cut; the last hop is then where it closed.
    """

    mention: str
    hops: tuple[Hop, ...]
    own_depth: int
    circular: bool = False
    reasons: tuple[Reason, ...] = ()


class Origin(Record, frozen=True, kw_only=True):
    """Where chains of a claim end.

    Attributes:
        id: Made of the claim and the source.
        source: Source id.
        own_voice: Id of the document if it is an outlet's own voice without a source.
        mentions: Ids of the mentions whose chains end here, sorted.
        evidence: What kind of evidence it is.
    """

    id: str
    claim: str
    source: str
    own_voice: str | None = None
    mentions: tuple[str, ...]
    evidence: EvidenceKind = "unknown"


class Tie(Record, frozen=True, kw_only=True):
    """What is known of two origins: surely one, maybe one, or surely different.

    `left` and `right` are origins of a claim, or sources of a fold.
    """

    left: str
    right: str
    kind: TieKind
    reasons: tuple[Reason, ...]


class Corroboration(Record, frozen=True, kw_only=True):
    """How many independent origins a claim has, at least and at most.

    Attributes:
        origins: Origin ids, sorted.
        ties: One for each pair of origins.
        groups: Origins merged because they are surely one.
        low, high: The interval; `high == len(groups)`.
        pivots: Facts that would change the interval, most telling first.

    Source:
        docs/decisions on independence; `low` is the chromatic number of the surely-different graph.
    """

    claim: str
    origins: tuple[str, ...]
    ties: tuple[Tie, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()
    low: int
    high: int
    reasons: tuple[Reason, ...] = ()
    pivots: tuple[Reason, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an interval that is upside down.

        Raises:
            ValueError: If it is upside down.
        """
        if not 0 <= self.low <= self.high:
            raise ValueError(f"corroboration needs 0 <= low <= high, not {self.low}..{self.high}")


class Fold(Record, frozen=True, kw_only=True):
    """A claim together with those that say it with more detail, and the origins of all of them.

    What the claims with more detail rest on supports the general one; never the other way.

    Attributes:
        claim: The general claim.
        special: Ids of the claims that firmly entail it, sorted.
        documents: Ids of the documents in which any of them stands, sorted.
        sources: Ids of the sources at which a chain of any of them ends, sorted.
        ties: One for each pair of sources.
        groups: Sources merged because they are surely one.
        low, high: Independent origins of all together, bounded as for one claim.
    """

    claim: str
    special: tuple[str, ...]
    documents: tuple[str, ...]
    sources: tuple[str, ...]
    ties: tuple[Tie, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()
    low: int
    high: int
    reasons: tuple[Reason, ...] = ()
