"""The chromatic number, against a plain second version."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.trace.colouring import colour_greedily, count_colours, largest_clique_found
from headwater.verify import fewest_groups

Graph = dict[str, set[str]]


# A busy machine is no failure, and a test is read more often than it is waited for.
QUICK = settings(deadline=None, max_examples=50)


def graph_of(size: int, edges: list[tuple[int, int]]) -> Graph:
    graph: Graph = {f"n{at}": set() for at in range(size)}
    for one, two in edges:
        if one != two and one < size and two < size:
            graph[f"n{one}"].add(f"n{two}")
            graph[f"n{two}"].add(f"n{one}")
    return graph


def plainly(graph: Graph) -> int:
    nodes = sorted(graph)
    for colours in range(len(nodes) + 1):
        for choice in product(range(colours), repeat=len(nodes)):
            given_to = dict(zip(nodes, choice, strict=True))
            if all(given_to[a] != given_to[b] for a in nodes for b in graph[a]):
                return colours
    return len(nodes)


GRAPHS = st.integers(0, 6).flatmap(
    lambda size: st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=15).map(
        lambda edges: graph_of(size, edges)
    )
)


@QUICK
@given(GRAPHS)
def test_fast_and_plain_counts_agree(graph: Graph) -> None:
    number = {node: at for at, node in enumerate(sorted(graph))}
    numbered = {number[node]: {number[n] for n in near} for node, near in graph.items()}
    assert count_colours(graph) == plainly(graph) == fewest_groups(numbered)


@QUICK
@given(GRAPHS)
def test_clique_and_greedy_colouring_bound_it(graph: Graph) -> None:
    colours = len(set(colour_greedily(graph).values()))
    assert len(largest_clique_found(graph)) <= count_colours(graph) <= colours


@pytest.mark.parametrize("size", [5, 7, 9])
def test_odd_cycles_need_three_colours_though_no_three_are_all_different(size: int) -> None:
    graph = graph_of(size, [(at, (at + 1) % size) for at in range(size)])
    assert count_colours(graph) == 3
    assert len(largest_clique_found(graph)) == 2


def test_sixty_nodes_are_quick() -> None:
    edges = [(a, b) for a in range(60) for b in range(a) if (a * b + a + b) % 3 == 0]
    graph = graph_of(60, edges)
    assert count_colours(graph) >= len(largest_clique_found(graph))
