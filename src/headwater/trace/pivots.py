"""What would change the interval: the facts that an analyst should look for next."""

from collections.abc import Mapping, Sequence
from typing import Final

from headwater.model.reason import Reason
from headwater.model.trace import Tie
from headwater.trace.bounds import Groups, count_bounds, difference_graph, merge_same
from headwater.trace.settings import TraceSettings

# Beyond so many groups one tie seldom moves the bounds, and each try costs a colouring.
MAX_GROUPS: Final = 14


def find_pivots(
    groups: Groups, ties: Sequence[Tie], names: Mapping[str, str], settings: TraceSettings
) -> tuple[Reason, ...]:
    """Return the open ties that would move the bounds, then the sources that carry them.

    Args:
        groups: Origins merged because they are surely one.
        ties: Of all pairs of origins.
        names: Of the origins' sources.
        settings: How many to list, and up to which size bounds are exact.

    Returns:
        The most telling first: those whose answer leaves the narrowest interval.
    """
    if not 1 < len(groups) <= MAX_GROUPS:
        return ()
    listed = _open_ties(groups, ties, names, settings) + _removals(groups, ties, names, settings)
    ordered = sorted(listed, key=lambda item: (-item[0], item[1].text))
    return tuple(reason for _, reason in ordered[: settings.pivots])


def _open_ties(
    groups: Groups, ties: Sequence[Tie], names: Mapping[str, str], settings: TraceSettings
) -> list[tuple[float, Reason]]:
    """Try each pair of groups that may be one, both ways."""
    now = count_bounds(groups, ties, settings.exact_nodes)
    head = {node: group[0] for group in groups for node in group}
    apart = difference_graph(groups, ties)
    found: dict[tuple[str, str], tuple[float, Reason]] = {}
    for at, tie in enumerate(ties):
        one, two = sorted((head[tie.left], head[tie.right]))
        if tie.kind != "maybe" or one == two or two in apart[one] or (one, two) in found:
            continue
        if_one = _with(groups, ties, at, "same", settings)
        if_two = _with(groups, ties, at, "different", settings)
        gain = (now[1] - now[0]) * 2 - (if_one[1] - if_one[0]) - (if_two[1] - if_two[0])
        text = (
            f"if {names[tie.left]} and {names[tie.right]} are one: {_interval(if_one)};"
            f" if not: {_interval(if_two)}"
        )
        reason = Reason(rule="trace.pivot.tie.v1", text=text, places=tie.reasons[0].places)
        found[one, two] = (float(gain), reason)
    return [item for item in found.values() if item[0] > 0]


def _with(
    groups: Groups, ties: Sequence[Tie], at: int, kind: str, settings: TraceSettings
) -> tuple[int, int]:
    """Return the bounds if one tie were settled so."""
    tie = ties[at]
    settled = Tie(left=tie.left, right=tie.right, kind=kind, reasons=tie.reasons)  # type: ignore[arg-type]
    changed = [*ties[:at], settled, *ties[at + 1 :]]
    nodes = [node for group in groups for node in group]
    return count_bounds(merge_same(nodes, changed), changed, settings.exact_nodes)


def _removals(
    groups: Groups, ties: Sequence[Tie], names: Mapping[str, str], settings: TraceSettings
) -> list[tuple[float, Reason]]:
    """Leave out each group: which sources carry the lower bound."""
    now = count_bounds(groups, ties, settings.exact_nodes)
    found = []
    for at, group in enumerate(groups):
        rest = groups[:at] + groups[at + 1 :]
        kept = [t for t in ties if t.left not in group and t.right not in group]
        left = count_bounds(rest, kept, settings.exact_nodes)
        if left[0] < now[0]:
            text = f"without {' = '.join(names[node] for node in group)}: {_interval(left)}"
            found.append((0.5, Reason(rule="trace.pivot.without.v1", text=text)))
    return found


def _interval(pair: tuple[int, int]) -> str:
    return str(pair[0]) if pair[0] == pair[1] else f"{pair[0]}–{pair[1]}"
