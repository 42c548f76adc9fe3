"""What would change the interval: the facts that an analyst should look for next."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from headwater.model.reason import Reason
from headwater.model.trace import Tie, TieKind
from headwater.trace.bounds import Groups, count_bounds, difference_graph, merge_same
from headwater.trace.origins import End
from headwater.trace.pile import Pile
from headwater.trace.settings import TraceSettings
from headwater.trace.voices import WORKS, is_veiled

# Beyond so many groups one tie seldom moves the bounds, and each try costs a colouring.
MAX_GROUPS: Final = 14
Bounds = tuple[int, int]


def find_pivots(
    ends: Sequence[End], groups: Groups, ties: Sequence[Tie], pile: Pile, settings: TraceSettings
) -> tuple[Reason, ...]:
    """Return the open ties that would move the bounds, then the sources that carry the claim.

    Args:
        ends: The origins of one claim.
        groups: Of their ids, merged because they are surely one.
        ties: Of all pairs of origins.
        pile: For the names of sources.
        settings: How many to list, and up to which size bounds are exact.

    Returns:
        Each part with the most telling first.
    """
    if not 0 < len(groups) <= MAX_GROUPS:
        return ()
    facts = _open_ties(ends, groups, ties, pile, settings)
    return facts[: settings.pivots] + _removals(ends, groups, ties, pile, settings)


def _open_ties(
    ends: Sequence[End], groups: Groups, ties: Sequence[Tie], pile: Pile, settings: TraceSettings
) -> tuple[Reason, ...]:
    """Try each pair of groups that may be one, both ways."""
    now = count_bounds(groups, ties, settings.exact_nodes)
    head = {node: group[0] for group in groups for node in group}
    by_id = {end.origin.id: end for end in ends}
    apart = difference_graph(groups, ties)
    found: dict[tuple[str, str], tuple[int, Reason]] = {}
    for at, tie in enumerate(ties):
        one, two = sorted((head[tie.left], head[tie.right]))
        if tie.kind != "maybe" or one == two or two in apart[one] or (one, two) in found:
            continue
        answers = [_settled(groups, ties, at, kind, settings) for kind in ("same", "different")]
        gain = 2 * (now[1] - now[0]) - sum(high - low for low, high in answers)
        sides = by_id[tie.left], by_id[tie.right]
        text = (
            f"if {sides[0].source.name} and {sides[1].source.name} are one, this has"
            f" {_origins(answers[0])}; if not, {_origins(answers[1])}{_where_to_look(sides, pile)}"
        )
        reason = Reason(rule="trace.pivot.tie.v1", text=text, places=tie.reasons[0].places)
        found[one, two] = gain, reason
    listed = sorted(found.values(), key=lambda item: (-item[0], item[1].text))
    return tuple(reason for gain, reason in listed if gain > 0)


def _settled(
    groups: Groups, ties: Sequence[Tie], at: int, kind: TieKind, settings: TraceSettings
) -> Bounds:
    """Return the bounds if one tie were settled so."""
    tie = ties[at]
    changed = [
        *ties[:at],
        Tie(left=tie.left, right=tie.right, kind=kind, reasons=()),
        *ties[at + 1 :],
    ]
    nodes = [node for group in groups for node in group]
    return count_bounds(merge_same(nodes, changed), changed, settings.exact_nodes)


def _where_to_look(sides: tuple[End, End], pile: Pile) -> str:
    """Say what would tell: the story through which a hidden source is cited, or the paper."""
    for end in sides:
        if end.own_voice:
            return f"; where {end.source.name} has it from would tell"
        if is_veiled(end.source):
            outlet = _last_outlet(end, pile)
            if outlet:
                return f"; {outlet}, which cites {end.source.name}, could tell"
    for end in sides:
        if end.source.kind in WORKS:
            return f"; {end.source.name} itself would tell"
    return ""


def _last_outlet(end: End, pile: Pile) -> str | None:
    """Return the name of the outlet that cites an end at first hand."""
    outlets = [
        pile.sources[before].name
        for path in end.paths
        for before, after in pairwise(path)
        if after == end.source.id and pile.sources[before].kind == "media_outlet"
    ]
    return min(outlets) if outlets else None


def _removals(
    ends: Sequence[End], groups: Groups, ties: Sequence[Tie], pile: Pile, settings: TraceSettings
) -> tuple[Reason, ...]:
    """Leave out each source, wherever it stands in a chain: what is left of the interval."""
    now = count_bounds(groups, ties, settings.exact_nodes)
    found: list[tuple[Bounds, str]] = []
    for key in _carriers(ends):
        left = [end for end in ends if any(key not in path for path in end.paths)]
        nodes = sorted(end.origin.id for end in left)
        kept = [tie for tie in ties if tie.left in nodes and tie.right in nodes]
        bounds = count_bounds(merge_same(nodes, kept), kept, settings.exact_nodes)
        if bounds != now:
            name = pile.sources[key].name
            text = (
                f"without {name}, {_origins(bounds)} would be left"
                if left
                else f"everything rests on {name}; nothing is left without"
            )
            found.append((bounds, text))
    listed = sorted(set(found))[: settings.removals]
    return tuple(Reason(rule="trace.pivot.without.v1", text=text) for _, text in listed)


def _carriers(ends: Iterable[End]) -> list[str]:
    """Return the ids of the sources on the chains: all of them if several texts state the claim.

    A claim of one text falls with its text; only where its chain ends is worth saying.
    """
    listed = tuple(ends)
    documents = {mention.document for end in listed for mention in end.mentions}
    if len(documents) == 1:
        return sorted(end.source.id for end in listed)
    return sorted({key for end in listed for path in end.paths for key in path})


def _origins(bounds: Bounds) -> str:
    """Return an interval in words."""
    low, high = bounds
    if low == high:
        return f"{low} origin{'' if low == 1 else 's'}"
    return f"{low} to {high} origins"
