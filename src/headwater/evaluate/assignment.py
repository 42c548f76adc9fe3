"""One-to-one assignment of greatest total weight."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from typing import Any, TypeVar

L = TypeVar("L", bound=Hashable)
R = TypeVar("R", bound=Hashable)
Node = tuple[int, Any]


def hungarian(cost: Sequence[Sequence[float]]) -> list[int]:
    """Return the column of each row at least total cost.

    Args:
        cost: A matrix with no more rows than columns.

    Source:
        The Hungarian method with potentials, cubic in the number of columns.
    """
    rows, columns = len(cost), len(cost[0])
    u, v, owner = [0.0] * (rows + 1), [0.0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        owner[0] = row
        column, way = _reach_free(cost, u, v, owner)
        while column:
            owner[column] = owner[way[column]]
            column = way[column]
    answer = [-1] * rows
    for column in range(1, columns + 1):
        if owner[column]:
            answer[owner[column] - 1] = column - 1
    return answer


def _reach_free(
    cost: Sequence[Sequence[float]], u: list[float], v: list[float], owner: list[int]
) -> tuple[int, list[int]]:
    """Grow the tree of tight edges until a free column is met; return it and the way back."""
    columns = len(v) - 1
    way, column = [0] * (columns + 1), 0
    least, used = [float("inf")] * (columns + 1), [False] * (columns + 1)
    while owner[column]:
        used[column] = True
        delta, following = float("inf"), 0
        for other in range(1, columns + 1):
            if used[other]:
                continue
            reduced = cost[owner[column] - 1][other - 1] - u[owner[column]] - v[other]
            if reduced < least[other]:
                least[other], way[other] = reduced, column
            if least[other] < delta:
                delta, following = least[other], other
        for other in range(columns + 1):
            if used[other]:
                u[owner[other]] += delta
                v[other] -= delta
            else:
                least[other] -= delta
        column = following
    return column, way


def assign(weights: Mapping[tuple[L, R], float]) -> dict[L, R]:
    """Return the one-to-one assignment of greatest total weight.

    Args:
        weights: Weight of each pair that can be made; pairs not listed cannot.
    """
    result: dict[L, R] = {}
    for part in _components(weights):
        lefts: list[Any] = [node for side, node in part if side == 0]
        rights: list[Any] = [node for side, node in part if side == 1]
        flip = len(lefts) > len(rights)
        rows, columns = (rights, lefts) if flip else (lefts, rights)
        cost = [[-weights.get((c, r) if flip else (r, c), 0.0) for c in columns] for r in rows]
        for row, column in enumerate(hungarian(cost)):
            pair = (columns[column], rows[row]) if flip else (rows[row], columns[column])
            if pair in weights:
                result[pair[0]] = pair[1]
    return result


def _components(weights: Mapping[tuple[L, R], float]) -> list[list[Node]]:
    """Return the connected parts of the graph of pairs that can be made."""
    near: dict[Node, list[Node]] = defaultdict(list)
    for left, right in weights:
        near[0, left].append((1, right))
        near[1, right].append((0, left))
    parts: list[list[Node]] = []
    seen: set[Node] = set()
    for start in list(near):
        if start in seen:
            continue
        part, todo = [], [start]
        seen.add(start)
        while todo:
            node = todo.pop()
            part.append(node)
            fresh = [other for other in near[node] if other not in seen]
            seen.update(fresh)
            todo.extend(dict.fromkeys(fresh))
        parts.append(part)
    return parts
