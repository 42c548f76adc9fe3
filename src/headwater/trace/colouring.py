"""The chromatic number of a small graph, exactly."""

from collections.abc import Collection, Mapping

Graph = Mapping[str, Collection[str]]


def largest_clique_found(graph: Graph) -> tuple[str, ...]:
    """Return a clique, grown greedily from each node; its size bounds the colours from below."""
    best: tuple[str, ...] = ()
    for start in sorted(graph, key=lambda node: (-len(graph[node]), node)):
        clique = [start]
        for node in sorted(graph[start], key=lambda n: (-len(graph[n]), n)):
            if all(node in graph[member] for member in clique):
                clique.append(node)
        best = max(best, tuple(sorted(clique)), key=len)
    return best


def colour_greedily(graph: Graph) -> dict[str, int]:
    """Return a proper colouring by DSATUR; its number of colours bounds from above.

    Source:
        D. Brélaz, New methods to color the vertices of a graph, CACM 22 (1979).
    """
    colours: dict[str, int] = {}
    while len(colours) < len(graph):
        node = _next_node(graph, colours)
        used = {colours[other] for other in graph[node] if other in colours}
        colours[node] = next(colour for colour in range(len(graph)) if colour not in used)
    return colours


def count_colours(graph: Graph) -> int:
    """Return the chromatic number: the fewest colours so that no edge joins two of one colour.

    Branch and bound between a clique and a greedy colouring; meant for up to 60 nodes.
    """
    if not graph:
        return 0
    clique = largest_clique_found(graph)
    high = len(set(colour_greedily(graph).values()))
    while high > len(clique):
        start = {node: colour for colour, node in enumerate(clique)}
        if not _can_colour(graph, start, high - 1):
            break
        high -= 1
    return high


def _next_node(graph: Graph, colours: Mapping[str, int]) -> str:
    """Return the uncoloured node with the most colours beside it, then the most neighbours."""
    return min(
        (node for node in graph if node not in colours),
        key=lambda node: (
            -len({colours[other] for other in graph[node] if other in colours}),
            -len(graph[node]),
            node,
        ),
    )


def _can_colour(graph: Graph, colours: dict[str, int], limit: int) -> bool:
    """Tell whether a partial colouring can be finished with so many colours."""
    if len(colours) == len(graph):
        return True
    node = _next_node(graph, colours)
    beside = {colours[other] for other in graph[node] if other in colours}
    fresh = max(colours.values(), default=-1) + 1
    for colour in range(min(limit, fresh + 1)):
        if colour not in beside:
            colours[node] = colour
            if _can_colour(graph, colours, limit):
                return True
            del colours[node]
    return False
