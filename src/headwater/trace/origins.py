"""Where the chains of a claim end."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from headwater.model.base import content_id
from headwater.model.claim import Claim
from headwater.model.mention import Mention
from headwater.model.source import Source
from headwater.model.trace import Origin
from headwater.trace.chains import Traced
from headwater.trace.evidence import find_evidence
from headwater.trace.pile import Pile


@dataclass(frozen=True)
class End:
    """An origin with what is needed to hold it against others.

    Attributes:
        paths: The source ids of each chain that ends here, from the publisher inward.
    """

    origin: Origin
    source: Source
    mentions: tuple[Mention, ...]
    paths: tuple[tuple[str, ...], ...]

    @property
    def own_voice(self) -> bool:
        """True if an outlet says it without a source."""
        return self.origin.own_voice is not None


def find_ends(pile: Pile, traced: Iterable[Traced]) -> dict[str, tuple[End, ...]]:
    """Return the ends of the chains of each claim, sorted by origin id.

    Mentions that deny what the claim's best wording asserts are no support, so they are left out.
    """
    by_mention = {one.chain.mention: one for one in traced}
    return {key: _claim_ends(claim, pile, by_mention) for key, claim in pile.claims.items()}


def supporting(claim: Claim, pile: Pile) -> list[Mention]:
    """Return the mentions that state the claim as its best wording does, sorted by id."""
    members = pile.by_claim.get(claim.id, [])
    best = pile.mentions.get(claim.best)
    return [m for m in members if best is None or m.polarity == best.polarity]


def _claim_ends(claim: Claim, pile: Pile, traced: dict[str, Traced]) -> tuple[End, ...]:
    """Group the mentions of a claim by where their chains end."""
    ends: dict[str, list[tuple[Mention, Traced]]] = defaultdict(list)
    for mention in supporting(claim, pile):
        one = traced.get(mention.id)
        if one and one.chain.hops:
            ends[one.chain.hops[-1].source].append((mention, one))
    return tuple(
        sorted((_end(claim, pile.sources[key], group, pile) for key, group in ends.items()),
               key=lambda end: end.origin.id)
    )  # fmt: skip


def _end(claim: Claim, source: Source, group: list[tuple[Mention, Traced]], pile: Pile) -> End:
    """Make one origin of the chains that end at one source."""
    paths = sorted({tuple(hop.source for hop in one.chain.hops) for _, one in group})
    voices = sorted({one.own_voice for _, one in group if one.own_voice})
    silent = source.kind == "media_outlet" and all(one.own_voice for _, one in group)
    own_voice = voices[0] if voices and silent else None  # a ministry's own paper is its word
    longest = max(paths, key=lambda path: (len(path), path))
    origin = Origin(
        id=content_id("o", claim.id, source.id),
        claim=claim.id,
        source=source.id,
        own_voice=own_voice,
        mentions=tuple(sorted(mention.id for mention, _ in group)),
        evidence="unknown" if own_voice else find_evidence([pile.sources[key] for key in longest]),
    )
    return End(origin, source, tuple(mention for mention, _ in group), tuple(paths))
