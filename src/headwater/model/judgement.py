"""An analyst's decision."""

from typing import Literal

from headwater.model.base import Record
from headwater.model.span import Place, Span

JudgementKind = Literal[
    "same_claim", "different_claim", "contradicts", "not_a_claim", "own_claim",
    "same_source", "different_source", "source_is", "cue_is", "content_is", "chain_is",
    "polarity", "modality", "quantity",
    "same_origin", "different_origin", "rests_on", "reliability",
    "outlet_is", "published_is", "title_is", "url_is", "note",
]  # fmt: skip
EffectState = Literal["applied", "moved", "overruled", "lost", "undone", "noted"]


class Anchor(Record, frozen=True, kw_only=True):
    """What a judgement is about, in terms that survive re-analysis.

    Attributes:
        digest: SHA-256 of the document's bytes, for a place in a text.
        span: The place.
        quote: Its words, so that a changed text is noticed.
        name: A source's name, where no place is meant, or not only one.
        document: What people call the document; finds it again once its bytes have changed.
        before, after: The words around the place; they tell it from others with the same words.
        parts: What is meant inside the place, if it is not all of it: a statement in pieces.
    """

    digest: str | None = None
    span: Span | None = None
    quote: str | None = None
    name: str | None = None
    document: str | None = None
    before: str | None = None
    after: str | None = None
    parts: tuple[Span, ...] = ()


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


class Effect(Record, frozen=True, kw_only=True):
    """What became of a judgement in a run.

    Attributes:
        state: `applied`: the dossier obeys it; `moved`: it does, and its words were found again
            in a text that has changed; `overruled`: a later judgement says otherwise; `lost`: it
            could not be re-applied; `undone`: it was taken back; `noted`: it asks for nothing.
        text: The same in one readable clause, without a full stop.
        by: The judgement that overruled it or took it back.
        places: Where its words stand now.
        records: Ids of the mentions, attributions or sources that it is about now.
    """

    judgement: str
    state: EffectState
    text: str
    by: str | None = None
    places: tuple[Place, ...] = ()
    records: tuple[str, ...] = ()
