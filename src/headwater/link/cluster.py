"""Scored pairs and judgements to groups of statements that say the same."""

import heapq
from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple

Link = tuple[int, int]
SURE: Final = 1.0  # what a judgement counts


class Scored(NamedTuple):
    """Probability of being the same, and whether the two must stay apart."""

    score: float
    wall: bool


class _Groups:
    """Groups under merging; the order of what is put in never matters."""

    def __init__(self, total: int, score: Callable[[int, int], Scored], join: float) -> None:
        self.members: dict[int, tuple[int, ...]] = {number: (number,) for number in range(total)}
        self.near: dict[int, set[int]] = {number: set() for number in range(total)}
        self.score, self.join = score, join

    def mean(self, left: int, right: int) -> float | None:
        """Return the mean score between two groups, None if a wall stands between them."""
        total, count = 0.0, 0
        for one in self.members[left]:
            for two in self.members[right]:
                scored = self.score(min(one, two), max(one, two))
                if scored.wall:
                    return None
                total += scored.score
                count += 1
        return total / count

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
    total: int, score: Callable[[int, int], Scored], candidates: Iterable[Link],
    must: Iterable[Link], join: float,
) -> tuple[tuple[int, ...], ...]:  # fmt: skip
    """Return groups of statements by average linkage with walls.

    Args:
        total: How many statements there are; they are numbered from 0 in a fixed order.
        score: Score of any pair `(i, j)`, `i < j`; asked only for pairs that meet in a merge.
        candidates: Pairs that may begin a group.
        must: Pairs that a person has joined; they are joined first, walls or not.
        join: Least mean score at which groups are joined.

    Returns:
        All groups, single ones too, each sorted, in order of their first member.
    """
    groups = _Groups(total, score, join)
    home = {number: number for number in range(total)}
    for left, right in sorted(must):
        a, b = home[left], home[right]
        if a != b:
            keep = groups.merge(a, b)
            home.update({member: keep for member in groups.members[keep]})
    heap: list[tuple[float, int, int, int, int]] = []
    for left, right in sorted(candidates):
        a, b = home[left], home[right]
        if a != b:
            groups.near[a].add(b)
            groups.near[b].add(a)
    for left in sorted(groups.members):
        for right in sorted(groups.near[left]):
            if left < right:
                _push(heap, groups, left, right)
    while heap:
        _, left, right, size_left, size_right = heapq.heappop(heap)
        if len(groups.members.get(left, ())) != size_left or len(groups.members.get(right, ())) != size_right:
            continue
        keep = groups.merge(left, right)
        for other in sorted(groups.near[keep]):
            _push(heap, groups, min(keep, other), max(keep, other))
    return tuple(sorted(groups.members.values()))


def _push(heap: list[tuple[float, int, int, int, int]], groups: _Groups, left: int, right: int) -> None:
    """Put a merge on the heap if it is allowed."""
    mean = groups.mean(left, right)
    if mean is not None and mean >= groups.join:
        item = (-round(mean, 9), left, right, len(groups.members[left]), len(groups.members[right]))
        heapq.heappush(heap, item)


def scorer(known: Mapping[Link, Scored], ask: Callable[[int, int], Scored]) -> Callable[[int, int], Scored]:
    """Return a function that looks a pair up, or compares it once."""
    seen = dict(known)

    def score(left: int, right: int) -> Scored:
        found = seen.get((left, right))
        if found is None:
            found = seen[left, right] = ask(left, right)
        return found

    return score
