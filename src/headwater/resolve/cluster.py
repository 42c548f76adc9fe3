"""Joins become groups of parties."""

from collections.abc import Iterable

from headwater.model.reason import Reason

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
