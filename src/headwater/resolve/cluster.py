"""Joins and judgements become groups of parties."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from headwater.model.judgement import Anchor, Judgement
from headwater.model.reason import Reason
from headwater.resolve.party import Party
from headwater.text.names import fold_name

Join = tuple[float, int, int, Reason]


def cluster(
    count: int, joins: Iterable[Join], cannot: Iterable[tuple[int, int]]
) -> tuple[tuple[tuple[int, ...], tuple[Reason, ...]], ...]:
    """Group items by their joins, surest first, never across a cannot-link.

    Args:
        count: Number of items, numbered from 0.
        joins: Weight, left, right, reason.
        cannot: Pairs that may not end in one group.

    Returns:
        Members and the reasons of the joins that were made, by first member.
    """
    group = {at: [at] for at in range(count)}
    owner = list(range(count))
    reasons: dict[int, list[Reason]] = {at: [] for at in range(count)}
    barred = {pair for left, right in cannot for pair in ((left, right), (right, left))}
    for _, left, right, reason in sorted(joins, key=lambda join: (-join[0], join[1:3])):
        one, two = sorted((owner[left], owner[right]))
        if one == two or any((a, b) in barred for a in group[one] for b in group[two]):
            continue
        for member in group[two]:
            owner[member] = one
        group[one] += group.pop(two)
        reasons[one] += [*reasons.pop(two), reason]
    return tuple((tuple(sorted(group[at])), tuple(reasons[at])) for at in sorted(group))


def judged_joins(
    parties: Sequence[Party], judgements: Iterable[Judgement], sources: "dict[str, Anchorable]"
) -> tuple[list[Join], list[tuple[int, int]]]:
    """Return must-links and cannot-links that people decided, in the order of their making."""
    joins: list[Join] = []
    cannot: list[tuple[int, int]] = []
    for judgement in judgements:
        sides = [find_anchored(anchor, parties, sources) for anchor in judgement.about]
        if judgement.kind == "source_is" and judgement.value:
            sides.append(find_anchored(Anchor(name=judgement.value), parties, sources))
        if judgement.kind in {"same_source", "source_is"}:
            members = sorted({at for side in sides for at in side})
            joins += [(2.0, a, b, _judged(judgement)) for a, b in pairwise(members)]
        elif judgement.kind == "different_source" and len(sides) > 1:
            cannot += [(a, b) for a in sides[0] for b in sides[1] if a != b]
    return joins, cannot


class Anchorable:
    """The digest of a document and the source spans of its attributions, by attribution id."""

    def __init__(self, digest: str, spans: "dict[str, tuple[tuple[int, int], ...]]") -> None:
        self.digest = digest
        self.spans = spans


def find_anchored(
    anchor: Anchor, parties: Sequence[Party], documents: "dict[str, Anchorable]"
) -> list[int]:
    """Return the places of the parties that an anchor means, in order."""
    found = []
    for at, party in enumerate(parties):
        document = documents[party.document]
        if anchor.digest and anchor.digest != document.digest:
            continue
        if anchor.name and fold_name(anchor.name) not in {
            fold_name(name) for name in (party.name, *party.wordings)
        }:
            continue
        if anchor.span and not any(
            start < anchor.span.end and anchor.span.start < end
            for key in party.attributions
            for start, end in document.spans.get(key, ())
        ):
            continue
        if anchor.name or anchor.span:
            found.append(at)
    return found


def _judged(judgement: Judgement) -> Reason:
    why = f": {judgement.why}" if judgement.why else ""
    return Reason(rule="judgement", text=f"{judgement.who} decided that these are one source{why}")
