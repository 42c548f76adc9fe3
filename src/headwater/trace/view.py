"""What the rules of ties look at, and how they speak."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from headwater.model.claim import Claim
from headwater.model.mention import Mention
from headwater.model.reason import Reason
from headwater.model.source import Source
from headwater.model.span import Place
from headwater.model.trace import TieKind
from headwater.trace.origins import End
from headwater.trace.pile import Pile
from headwater.trace.settings import TraceSettings


class Act(NamedTuple):
    """What a claim tells of: whose act, by ids of sources, and the words for it."""

    actors: frozenset[str]
    who: str
    words: str


Verdict = tuple[TieKind, Reason]
Pair = tuple[str, str]


@dataclass(frozen=True)
class Shared:
    """What is known across all claims.

    Attributes:
        judged: What people decided about two sources, by their ids in order.
        bases: Where a report or outlet is said to rest on material, by the ids of both.
        released: Mentions by which two sources gave one figure, by their ids in order.
    """

    pile: Pile
    settings: TraceSettings
    judged: dict[Pair, Verdict] = field(default_factory=dict)
    bases: dict[Pair, Place] = field(default_factory=dict)
    released: dict[Pair, list[tuple[Mention, Mention]]] = field(default_factory=dict)


@dataclass(frozen=True)
class View:
    """One claim, and what is known across all claims.

    Attributes:
        subjects: Ends of the claim whom it is about: what they say of themselves in public,
            others may have from them.
        act: The public act that the claim tells of, None if it tells of none.
    """

    claim: Claim
    shared: Shared
    subjects: tuple[End, ...] = ()
    act: Act | None = None


Rule = Callable[[End, End, View], Verdict | None]


def say(kind: TieKind, rule: str, text: str, left: End, right: End, weight: float = 1.0) -> Verdict:
    """Make a verdict that points at a mention of each end."""
    places = {
        Place(document=end.mentions[0].document, span=end.mentions[0].spans[0])
        for end in (left, right)
        if end.mentions
    }
    return kind, Reason(rule=rule, text=text, places=tuple(sorted(places)), weight=weight)


def wordings(source: Source, pile: Pile) -> list[str]:
    """Return the words by which texts cite a source, with its affiliations."""
    found = [source.name, *source.aliases]
    for key in source.attributions:
        attribution = pile.attributions[key]
        text = pile.documents[attribution.document].text
        found += [span.cut(text) for span in attribution.source]
        found += [attribution.affiliation] if attribution.affiliation else []
    return found
