"""Which of several decisions about what is one and what is not can hold together."""

from collections.abc import Hashable, Iterable
from typing import NamedTuple


class Demand(NamedTuple):
    """What one judgement asks of two things.

    Attributes:
        made: When and by which judgement; the order in which later wins.
        same: True if the two are to be one, False if they are to stay apart.
    """

    made: tuple[str, str]
    same: bool
    left: Hashable
    right: Hashable


def settle(demands: Iterable[Demand]) -> tuple[Demand, ...]:
    """Return the demands that hold, oldest first: the later one wins.

    Demands are taken from the latest to the earliest, and one that cannot hold together with
    those taken is left out: "a and b are one" against a later "a and c are one, b and c are not".
    """
    groups = _Groups()
    latest_first = sorted(demands, key=lambda one: one.made, reverse=True)
    return tuple(reversed([demand for demand in latest_first if groups.take(demand)]))


class _Groups:
    """Groups of things that are one, and which of them must stay apart."""

    def __init__(self) -> None:
        self._root: dict[Hashable, Hashable] = {}
        self._apart: dict[Hashable, set[Hashable]] = {}

    def _find(self, item: Hashable) -> Hashable:
        while self._root.setdefault(item, item) != item:
            item = self._root[item]
        return item

    def take(self, demand: Demand) -> bool:
        """Do what a demand asks, if it can hold together with those taken before; tell whether."""
        left, right = self._find(demand.left), self._find(demand.right)
        if demand.same:
            return left == right or self._join(left, right)
        if left == right:
            return False
        self._apart.setdefault(left, set()).add(right)
        self._apart.setdefault(right, set()).add(left)
        return True

    def _join(self, left: Hashable, right: Hashable) -> bool:
        """Make two groups one, unless they must stay apart; tell whether."""
        if right in self._apart.get(left, ()):
            return False
        self._root[right] = left
        beside = self._apart.pop(right, set())
        self._apart.setdefault(left, set()).update(beside)
        for other in beside:
            self._apart[other] = (self._apart[other] - {right}) | {left}
        return True
