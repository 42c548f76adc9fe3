"""Scored pairs and judgements to groups of statements that say the same."""

import heapq
from collections.abc import Callable, Iterable, Set
from typing import NamedTuple

Link = tuple[int, int]


class Scored(NamedTuple):
    """How alike two statements are, as clusters are weighed.

    Attributes:
        score: Probability of being the same.
        wall: Whether the two must stay apart.
        sure: Whether they are called the same; two groups are joined only by such a pair.
    """

    score: float
    wall: bool
    sure: bool = True


class _Item(NamedTuple):
    """A merge that may be made, as long as both groups are of these sizes."""

    cost: float
    left: int
    right: int
    size_left: int
    size_right: int


class _Groups:
    """Groups under merging; the order of what is put in never matters."""

    def __init__(self, total: int, score: Callable[[int, int], Scored], join: float) -> None:
        self.members: dict[int, tuple[int, ...]] = {number: (number,) for number in range(total)}
        self.near: dict[int, set[int]] = {number: set() for number in range(total)}
        self.score, self.join = score, join

    def mean(self, left: int, right: int) -> float | None:
        """Return the mean score between two groups.

        None if a wall stands between them, or if no pair is called the same.
        """
        total, count, sure = 0.0, 0, False
        for one in self.members[left]:
            for two in self.members[right]:
                scored = self.score(min(one, two), max(one, two))
                if scored.wall:
                    return None
                total += scored.score
                count += 1
                sure = sure or scored.sure
        return total / count if sure else None

    def is_current(self, item: _Item) -> bool:
        """Tell whether neither group has changed since the merge was weighed."""
        sizes = (len(self.members.get(n, ())) for n in (item.left, item.right))
        return tuple(sizes) == (item.size_left, item.size_right)

    def merge(self, left: int, right: int) -> int:
        """Join two groups; the group of the lower number remains."""
        keep, drop = min(left, right), max(left, right)
        self.members[keep] = tuple(sorted(self.members[keep] + self.members.pop(drop)))
        for other in self.near.pop(drop):
            if other != keep:
                self.near[other].discard(drop)
                self.near[other].add(keep)
                self.near[keep].add(other)
        self.near[keep].discard(drop)
        self.near[keep].discard(keep)
        return keep


def join_groups(
    total: int,
    score: Callable[[int, int], Scored],
    candidates: Iterable[Link],
    join: float,
    *,
    must: Iterable[Link] = (),
    apart: Set[Link] = frozenset(),
) -> tuple[tuple[int, ...], ...]:
    """Return groups of statements by average linkage with walls.

    Args:
        total: How many statements there are; they are numbered from 0 in a fixed order.
        score: Score of any pair `(i, j)`, `i < j`; asked only for pairs that meet in a merge.
        candidates: Pairs that may begin a group.
        join: Least mean score at which groups are joined.
        must: Pairs that a person has joined; they are joined first, gates or not.
        apart: Pairs that a person has parted; what `must` would join against them stays apart.

    Returns:
        All groups, single ones too, each sorted, in order of their first member.
    """
    groups = _Groups(total, score, join)
    home = {number: number for number in range(total)}
    for left, right in sorted(must):
        a, b = home[left], home[right]
        if a != b and not _parted(groups.members[a], groups.members[b], apart):
            keep = groups.merge(a, b)
            home.update(dict.fromkeys(groups.members[keep], keep))
    heap: list[_Item] = []
    for left, right in sorted({(home[a], home[b]) for a, b in candidates if home[a] != home[b]}):
        groups.near[left].add(right)
        groups.near[right].add(left)
        _push(heap, groups, min(left, right), max(left, right))
    while heap:
        item = heapq.heappop(heap)
        if groups.is_current(item):
            keep = groups.merge(item.left, item.right)
            for other in sorted(groups.near[keep]):
                _push(heap, groups, min(keep, other), max(keep, other))
    return tuple(sorted(groups.members.values()))


def _parted(left: Iterable[int], right: Iterable[int], apart: Set[Link]) -> bool:
    """Tell whether a person has parted two groups."""
    listed = tuple(right)
    return any((min(a, b), max(a, b)) in apart for a in left for b in listed)


def _push(heap: list[_Item], groups: _Groups, left: int, right: int) -> None:
    """Put a merge on the heap if it is allowed."""
    mean = groups.mean(left, right)
    if mean is not None and mean >= groups.join:
        sizes = len(groups.members[left]), len(groups.members[right])
        heapq.heappush(heap, _Item(-round(mean, 9), left, right, *sizes))
