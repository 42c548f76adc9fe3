"""An analyst's decisions about which mentions state one claim."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from headwater.link.prepare import Held
from headwater.model.document import Document
from headwater.model.judgement import Anchor, Judgement


class Judged(NamedTuple):
    """Pairs of positions that a person joined, parted or set against each other, with the id."""

    same: dict[tuple[int, int], str]
    apart: dict[tuple[int, int], str]
    against: dict[tuple[int, int], str]
    dropped: dict[int, str]


def _positions(anchor: Anchor, held: Sequence[Held], digests: dict[str, str]) -> tuple[int, ...]:
    """Return the mentions that an anchor means: those of the same words if there are any."""
    inside = [
        number for number, one in enumerate(held)
        if anchor.span is not None and digests.get(one.mention.document) == anchor.digest
        and any(span.overlaps(anchor.span) for span in one.mention.spans)
    ]  # fmt: skip
    exact = [n for n in inside if anchor.quote and held[n].mention.text == anchor.quote]
    if exact:
        return tuple(exact)
    best = max((_shared(held[n], anchor) for n in inside), default=0)
    return tuple(n for n in inside if _shared(held[n], anchor) == best)


def _shared(held: Held, anchor: Anchor) -> int:
    """Return how many characters a mention shares with an anchor, less what it has beyond it."""
    if anchor.span is None:
        return 0
    inside = sum(
        max(0, min(s.end, anchor.span.end) - max(s.start, anchor.span.start))
        for s in held.mention.spans
    )
    return 2 * inside - sum(s.end - s.start for s in held.mention.spans)


def read_judgements(
    judgements: Iterable[Judgement], held: Sequence[Held], documents: Iterable[Document]
) -> Judged:
    """Return what the judgements in force say of these mentions; the latest wins."""
    listed = sorted(judgements, key=lambda one: (one.made_at, one.id))
    undone = {one.undoes for one in listed if one.undoes}
    digests = {document.id: document.digest for document in documents}
    found = Judged({}, {}, {}, {})
    tables = {
        "same_claim": found.same,
        "different_claim": found.apart,
        "contradicts": found.against,
    }
    for one in listed:
        if one.id in undone or one.kind is None:
            continue
        places = [_positions(anchor, held, digests) for anchor in one.about]
        if one.kind == "not_a_claim":
            found.dropped.update({n: one.id for place in places for n in place})
        elif one.kind in tables and len(places) > 1:
            for pair in _across(places):
                for table in tables.values():
                    table.pop(pair, None)
                tables[one.kind][pair] = one.id
    found.apart.update(found.against)
    return found


def _across(places: Sequence[tuple[int, ...]]) -> Iterable[tuple[int, int]]:
    """Return the pairs of the first place with each further one."""
    others = [number for place in places[1:] for number in place]
    return [(min(a, b), max(a, b)) for a in places[0] for b in others if a != b]
