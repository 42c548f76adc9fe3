"""Claims with those that say them with more detail, and the origins of all of them."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Final

from headwater.model.claim import Claim, Relation
from headwater.model.trace import Fold, Origin, Tie, TieKind
from headwater.trace.bounds import count_bounds, merge_same
from headwater.trace.independence import Tied, explain
from headwater.trace.judged import respect
from headwater.trace.origins import End, supporting
from headwater.trace.pile import Pile
from headwater.trace.ties import decide
from headwater.trace.ties_maybe import find_subjects
from headwater.trace.view import View

Pair = tuple[str, str]
FIRMEST: Final[tuple[TieKind, ...]] = ("same", "different", "maybe")  # what a claim's tie hands on


def fold_up(
    tied: Tied, ends: Mapping[str, Sequence[End]], relations: Iterable[Relation]
) -> tuple[Fold, ...]:
    """Return the fold of each claim that others firmly entail, sorted by claim id.

    Only what entails the claim itself is folded, not what entails that in turn: each step is
    likely, a row of them is less so. What denies the claim in other words is no support.

    Args:
        tied: The ties of the origins of each claim.
        ends: The ends of the chains of each claim.
        relations: Between the claims.

    Source:
        docs/decisions on folds.
    """
    pile = tied.shared.pile
    below: dict[str, set[str]] = {}
    for relation in relations:
        source, target = relation.from_claim, relation.to_claim
        if relation.kind == "entails" and not relation.weak and _agree(pile, source, target):
            below.setdefault(target, set()).add(source)
    return tuple(_fold(key, tuple(sorted(below[key])), ends, tied) for key in sorted(below))


def _agree(pile: Pile, source: str, target: str) -> bool:
    """Tell whether two claims are both worded as so, or both as not so."""
    best = [pile.mentions[pile.claims[key].best].polarity for key in (source, target)]
    return source != target and best[0] == best[1]


def _fold(
    claim: str, special: tuple[str, ...], ends: Mapping[str, Sequence[End]], tied: Tied
) -> Fold:
    """Return a claim with those that entail it, and the interval over all their origins."""
    pile, settings = tied.shared.pile, tied.shared.settings
    members = [pile.claims[key] for key in (claim, *special)]
    joined = _join(claim, [end for one in members for end in ends[one.id]])
    ties = respect(_tie(members, joined, ends, tied))
    nodes = tuple(end.source.id for end in joined)
    groups = merge_same(nodes, ties)
    low, high = count_bounds(groups, ties, settings.exact_nodes)
    names = {end.source.id: end.source.name for end in joined}
    return Fold(
        claim=claim, special=special,
        documents=tuple(sorted({key for one in members for key in one.documents})),
        sources=nodes, ties=ties, groups=groups, low=low, high=high,
        reasons=explain(groups, ties, names, (low, high), settings),
    )  # fmt: skip


def _join(claim: str, ends: Iterable[End]) -> tuple[End, ...]:
    """Return the ends of several claims as those of one, a source each, sorted by its id."""
    by_source: dict[str, list[End]] = {}
    for end in ends:
        by_source.setdefault(end.source.id, []).append(end)
    return tuple(_one_end(claim, key, by_source[key]) for key in sorted(by_source))


def _one_end(claim: str, source: str, ends: Sequence[End]) -> End:
    """Return the ends at one source as one."""
    mentions = {mention.id: mention for end in ends for mention in end.mentions}
    voices = [end.origin.own_voice for end in ends]
    origin = Origin(
        id=source,
        claim=claim,
        source=source,
        own_voice=None if None in voices else min(filter(None, voices)),
        mentions=tuple(sorted(mentions)),
    )
    listed = tuple(mentions[key] for key in sorted(mentions))
    return End(origin, ends[0].source, listed, tuple(sorted({p for e in ends for p in e.paths})))


def _tie(
    members: Sequence[Claim], joined: Sequence[End], ends: Mapping[str, Sequence[End]], tied: Tied
) -> tuple[Tie, ...]:
    """Return one tie for each two sources: as their claims have it, else by the rules."""
    known: dict[Pair, list[Tie]] = {}
    for one in members:
        home = {end.origin.id: end.source.id for end in ends[one.id]}
        for tie in tied.ties[one.id]:
            first, second = sorted((home[tie.left], home[tie.right]))
            known.setdefault((first, second), []).append(tie)
    pile = tied.shared.pile
    said = [mention for one in members for mention in supporting(one, pile)]
    view = View(members[0], tied.shared, find_subjects(joined, said))
    ties = []
    for left, right in combinations(joined, 2):
        pair = (left.source.id, right.source.id)
        if pair in known:
            firm = min(known[pair], key=lambda tie: FIRMEST.index(tie.kind))
            kind, reasons = firm.kind, firm.reasons
        else:
            kind, why = decide(left, right, view)
            reasons = (why,)
        ties.append(Tie(left=pair[0], right=pair[1], kind=kind, reasons=reasons))
    return tuple(ties)
