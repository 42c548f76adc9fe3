"""An analyst's decision."""

from typing import Literal

from headwater.model.base import Record
from headwater.model.span import Span

JudgementKind = Literal[
    "same_claim", "different_claim", "contradicts", "not_a_claim", "same_source",
    "different_source",
    "same_origin", "different_origin", "rests_on", "source_is", "reliability", "note",
]  # fmt: skip


class Anchor(Record, frozen=True, kw_only=True):
    """What a judgement is about, in terms that survive re-analysis.

    Attributes:
        digest: SHA-256 of the document's bytes, for a place in a text.
        span: The place.
        quote: Its words, so that a changed text is noticed.
        name: A source's name, where no place is meant.
    """

    digest: str | None = None
    span: Span | None = None
    quote: str | None = None
    name: str | None = None


class Judgement(Record, frozen=True, kw_only=True):
    """Who decided what about which things, when and why; append-only.

    Attributes:
        made_at: ISO 8601 date and time with zone, as the person's machine gave it.
        undoes: Id of the judgement that this one takes back.
    """

    id: str
    who: str
    made_at: str
    kind: JudgementKind | None = None
    about: tuple[Anchor, ...] = ()
    value: str | None = None
    why: str = ""
    undoes: str | None = None
