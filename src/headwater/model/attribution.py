"""Who is said to say what."""

from typing import Literal

from headwater.model.base import Record
from headwater.model.reason import Reason
from headwater.model.span import Span

SourceKind = Literal[
    "person", "organization", "government", "media_outlet", "report", "dataset", "leak", "visual",
    "anonymous", "unattributed",
]  # fmt: skip
Style = Literal["direct", "indirect", "mixed"]
CueKind = Literal[
    "says", "according", "cites", "denies", "rejects", "warns", "promises", "asks", "declines",
    "silent",
    "believes", "finds", "shows", "alleges", "rumoured", "obtained", "told", "published", "other",
]  # fmt: skip


class Veil(Record, frozen=True, kw_only=True):
    """What a text lets a reader know of a source whose name it hides.

    Attributes:
        role: "officials", "people familiar with the matter".
        number: 1 for "one official", 2 for "two officials", None if plural without a number.
        plural: True for "officials".
        body: The body, branch or country they are said to belong to, as in the text.
        medium: The outlet they spoke to, if another one than the document's.
        grounds: The verbatim reason for the anonymity, if one is stated.
    """

    role: str
    number: int | None = None
    plural: bool = False
    body: str | None = None
    medium: str | None = None
    grounds: Span | None = None


class Attribution(Record, frozen=True, kw_only=True):
    """Source, cue and content, as in the PARC3 and PolNeAR corpora; may lie inside another one.

    Attributes:
        source: The words for the source as they stand; empty if the text leaves it out.
        cue: The words that mark the attribution; empty where only format marks it.
        content: What is said; one or more spans in text order.
        inside: Id of the attribution whose source is said to have cited this one's source.
            The chain of a content is read from the outermost attribution inward.
        name: The source's fullest name in this document, pronouns and second names resolved;
            "unattributed" where the text hides that there is a source.
        kind: What sort of source.
        affiliation: The body or state the source belongs to or speaks for, if the text says so.
        antecedent: Where `name` was read, if not in `source` itself.
        veil: For anonymous sources, what is known.
        stated: The ISO day on which it was said, if the text tells.
        probability: 0..1, that source, cue and content are right.
        reasons: Which model or rule decided source, cue, content and link.
    """

    id: str
    document: str
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...]
    inside: str | None = None
    style: Style
    cue_kind: CueKind = "says"
    name: str
    kind: SourceKind
    affiliation: str | None = None
    antecedent: Span | None = None
    veil: Veil | None = None
    stated: str | None = None
    probability: float = 1.0
    reasons: tuple[Reason, ...] = ()
