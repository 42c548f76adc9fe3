"""From ties to bounds: merge what is surely one, colour what is surely different."""

from collections.abc import Sequence

from headwater.model.trace import Tie
from headwater.trace.colouring import count_colours, largest_clique_found

Groups = tuple[tuple[str, ...], ...]


def merge_same(nodes: Sequence[str], ties: Sequence[Tie]) -> Groups:
    """Return the nodes in groups of what is surely one, both sorted."""
    owner = {node: node for node in nodes}

    def root(node: str) -> str:
        while owner[node] != node:
            node = owner[node]
        return node

    for tie in ties:
        if tie.kind == "same":
            one, two = sorted((root(tie.left), root(tie.right)))
            owner[two] = one
    groups: dict[str, list[str]] = {}
    for node in sorted(nodes):
        groups.setdefault(root(node), []).append(node)
    return tuple(sorted(tuple(group) for group in groups.values()))


def difference_graph(groups: Groups, ties: Sequence[Tie]) -> dict[str, set[str]]:
    """Return, by the first node of each group, the groups that are surely another origin.

    Two nodes of one group are one, whatever else is said of them: "same" is the stronger word,
    since it rests on words that show a dependence.
    """
    head = {node: group[0] for group in groups for node in group}
    graph: dict[str, set[str]] = {group[0]: set() for group in groups}
    for tie in ties:
        one, two = head[tie.left], head[tie.right]
        if tie.kind == "different" and one != two:
            graph[one].add(two)
            graph[two].add(one)
    return graph


def count_bounds(groups: Groups, ties: Sequence[Tie], exact_nodes: int) -> tuple[int, int]:
    """Return the fewest and the most independent origins; a clique bounds from below if large."""
    graph = difference_graph(groups, ties)
    if len(graph) <= exact_nodes:
        return count_colours(graph), len(groups)
    return len(largest_clique_found(graph)), len(groups)
