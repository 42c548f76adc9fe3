"""Which of the things found in a text a person meant by pointing at a place."""

from collections.abc import Sequence
from typing import NamedTuple

from headwater.model.attribution import Attribution
from headwater.model.judgement import Anchor
from headwater.model.span import Span

Key = str | int


class Found(NamedTuple):
    """Something that was found in a text.

    Attributes:
        key: What it is called, such as its number or id.
        spans: Where it stands.
        text: Its words as shown to the person; empty if it is not shown.
        depth: How deeply it is nested; of equals the deepest is meant.
    """

    key: Key
    spans: Sequence[Span]
    text: str = ""
    depth: int = 0


def meant(anchor: Anchor, found: Sequence[Found]) -> tuple[Key, ...]:
    """Return the keys of what an anchor means: those of the same words, else of the best overlap.

    The overlap is what both share less what a thing has beyond the place, so that a place inside a
    long statement means the shortest one around it.
    """
    places = anchor.parts or ((anchor.span,) if anchor.span else ())
    inside = [one for one in found if any(s.overlaps(p) for s in one.spans for p in places)]
    exact = [one.key for one in inside if anchor.quote and one.text == anchor.quote]
    if exact:
        return tuple(exact)
    ranked = [(_shared(one.spans, places), one.depth) for one in inside]
    best = max(ranked, default=None)
    return tuple(one.key for one, rank in zip(inside, ranked, strict=True) if rank == best)


def _shared(spans: Sequence[Span], places: Sequence[Span]) -> int:
    """Return how many characters are in both, less those that lie outside the places."""
    inside = sum(max(0, min(s.end, p.end) - max(s.start, p.start)) for s in spans for p in places)
    return 2 * inside - sum(s.end - s.start for s in spans)


def things_of(attributions: Sequence[Attribution]) -> list[Found]:
    """Return what anchors may point at: each attribution as a whole, and each part of it."""
    by_id = {one.id: one for one in attributions}
    found = []
    for one in attributions:
        depth, inside = 0, one.inside
        while inside in by_id and depth < len(by_id):
            depth, inside = depth + 1, by_id[inside].inside
        for spans in (parts_of(one), one.cue, one.source, one.content):
            if spans:
                found.append(Found(key=one.id, spans=spans, depth=depth))
    return found


def parts_of(attribution: Attribution) -> tuple[Span, ...]:
    """Return all words of an attribution, in text order."""
    return tuple(sorted({*attribution.source, *attribution.cue, *attribution.content}))
