"""How many independent origins a claim has, at least and at most."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from typing import NamedTuple

from headwater.model.mention import Mention
from headwater.model.reason import Reason
from headwater.model.span import Place
from headwater.model.trace import Corroboration, Tie
from headwater.trace.acts import find_act, find_cited
from headwater.trace.bounds import Groups, count_bounds, difference_graph, merge_same
from headwater.trace.chains import Traced
from headwater.trace.colouring import colour_greedily, largest_clique_found
from headwater.trace.judged import judged_ties, respect
from headwater.trace.origins import End
from headwater.trace.pile import Pile
from headwater.trace.pivots import find_pivots
from headwater.trace.settings import TraceSettings
from headwater.trace.ties import decide
from headwater.trace.ties_maybe import find_subjects
from headwater.trace.view import Shared, View
from headwater.trace.voices import WORKS


class Tied(NamedTuple):
    """What is known across all claims, and the ties of each claim by its id."""

    shared: Shared
    ties: dict[str, tuple[Tie, ...]]


def tie_up(
    pile: Pile,
    traced: Sequence[Traced],
    ends: Mapping[str, Sequence[End]],
    settings: TraceSettings,
) -> Tied:
    """Return what is known of each two origins of each claim."""
    shared = Shared(pile, settings, judged_ties(pile), find_bases(pile, traced))
    first = _tie_claims(shared, ends)
    released = _released(first, ends)
    if released:
        shared = replace(shared, released=released)
        first = _tie_claims(shared, ends)
    return Tied(shared, first)


def corroborate(tied: Tied, ends: Mapping[str, Sequence[End]]) -> tuple[Corroboration, ...]:
    """Bound the number of independent origins of each claim, sorted by claim id.

    `high` counts the groups that are left after merging what is surely one. `low` is the chromatic
    number of the graph that joins groups that are surely different: the fewest origins if
    everything that may be one is one.

    Source:
        docs/decisions on independence.
    """
    return tuple(_bound(key, ends[key], tied.ties[key], tied.shared) for key in sorted(ends))


def find_bases(pile: Pile, traced: Iterable[Traced]) -> dict[tuple[str, str], Place]:
    """Return where a report or outlet is said to rest on material, by the ids of both."""
    found: dict[tuple[str, str], Place] = {}
    for one in sorted(traced, key=lambda t: t.chain.mention):
        hops = one.chain.hops[: one.chain.own_depth]
        for this, onward in pairwise(hops):
            kinds = pile.sources[this.source].kind, pile.sources[onward.source].kind
            cited = this.how == "said" and kinds[0] in {"report", "media_outlet"}
            if cited and kinds[1] in WORKS and onward.place:
                found.setdefault((this.source, onward.source), onward.place)
    return found


def _tie_claims(shared: Shared, ends: Mapping[str, Sequence[End]]) -> dict[str, tuple[Tie, ...]]:
    """Return the ties of each claim, sorted by claim id."""
    found, cited = {}, find_cited(shared.pile)
    for key in sorted(ends):
        members = shared.pile.by_claim.get(key, ())
        subjects = find_subjects(ends[key], members)
        own = any(end.own_voice for end in ends[key]) and len(ends[key]) > 1
        act = find_act(members, cited) if own else None
        view = View(shared.pile.claims[key], shared, subjects, act)
        found[key] = respect(_tie_all(view, ends[key]))
    return found


def _tie_all(view: View, ends: Sequence[End]) -> tuple[Tie, ...]:
    """Return one tie for each pair of ends, in the order of their ids."""
    ties = []
    for left, right in combinations(ends, 2):
        kind, reason = decide(left, right, view)
        ties.append(Tie(left=left.origin.id, right=right.origin.id, kind=kind, reasons=(reason,)))
    return tuple(ties)


def _released(
    ties: Mapping[str, Sequence[Tie]], ends: Mapping[str, Sequence[End]]
) -> dict[tuple[str, str], list[tuple[Mention, Mention]]]:
    """Return the pairs of sources that gave one figure, with the mentions that show it."""
    found: dict[tuple[str, str], list[tuple[Mention, Mention]]] = {}
    for key, listed in ties.items():
        by_id = {end.origin.id: end for end in ends[key]}
        for tie in listed:
            if tie.reasons[0].rule == "trace.tie.release.v1":
                left, right = by_id[tie.left], by_id[tie.right]
                one, two = sorted((left.source.id, right.source.id))
                pairs = [(a, b) for a in left.mentions for b in right.mentions]
                found.setdefault((one, two), []).extend(pairs)
    return found


def _bound(claim: str, ends: Sequence[End], ties: tuple[Tie, ...], shared: Shared) -> Corroboration:
    """Make the record of one claim."""
    nodes = tuple(end.origin.id for end in ends)
    groups = merge_same(nodes, ties)
    settings = shared.settings
    low, high = count_bounds(groups, ties, settings.exact_nodes)
    names = {end.origin.id: end.source.name for end in ends}
    return Corroboration(
        claim=claim, origins=nodes, ties=ties, groups=groups, low=low, high=high,
        reasons=explain(groups, ties, names, (low, high), settings),
        pivots=find_pivots(ends, groups, ties, shared.pile, settings),
    )  # fmt: skip


def explain(
    groups: Groups,
    ties: Sequence[Tie],
    names: Mapping[str, str],
    found: tuple[int, int],
    settings: TraceSettings,
) -> tuple[Reason, ...]:
    """Say where the two ends of the interval come from."""
    low, high = found
    reasons = [
        Reason(rule="trace.merged.v1", text=" = ".join(names[node] for node in group))
        for group in groups
        if len(group) > 1
    ]
    graph = difference_graph(groups, ties)
    clique = largest_clique_found(graph)
    if len(clique) > 1:
        text = "surely different: " + ", ".join(names[node] for node in clique)
        reasons.append(Reason(rule="trace.different.v1", text=text))
    if len(groups) > settings.exact_nodes:
        colours = len(set(colour_greedily(graph).values()))
        text = (
            f"{len(groups)} origins are too many for the exact bound: it lies between {low},"
            f" the size of a clique, and {colours}, the colours of a greedy colouring"
        )
        reasons.append(Reason(rule="trace.bound.v1", text=text))
    elif low < high:
        text = f"{high - low} of {high} may be one with others"
        reasons.append(Reason(rule="trace.maybe.v1", text=text))
    return tuple(reasons)
