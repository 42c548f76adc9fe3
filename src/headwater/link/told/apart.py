"""What parts two statements in what they tell of their parts, in whatever words and order."""

from functools import lru_cache
from typing import Final

from headwater.link.frame.side import Difference
from headwater.link.told import counted, parties, slots, speakers
from headwater.link.told.compared import find_compared
from headwater.link.told.order import find_order
from headwater.link.told.relation import Met, match, words_in
from headwater.link.told.scopes import hold_of_others
from headwater.link.told.stages import are_at_other_stages

NEAR: Final = 0.5  # share of the longer one's words that both have, from which they are compared


@lru_cache(maxsize=32768)
def are_near(left: str, right: str) -> bool:
    """Tell whether two texts share words enough for their parts to be set side by side."""
    one, two = words_in(left, 0, len(left)), words_in(right, 0, len(right))
    return len(one & two) >= NEAR * max(len(one), len(two), 1)


@lru_cache(maxsize=32768)
def _met(left: str, right: str) -> tuple[Met, ...]:
    if not are_near(left, right):
        return ()
    order = match(find_order(left), find_order(right))
    return order + match(find_compared(left), find_compared(right))


@lru_cache(maxsize=32768)
def find_exchanged(left: str, right: str) -> tuple[Difference, ...]:
    """Return what comes first, is more, acts or speaks in one text and not in the other."""
    if not are_near(left, right):
        return ()
    found = []
    for one, two in ((met.left, met.right) for met in _met(left, right) if met.turned):
        words = left[one.start : one.end], right[two.start : two.end]
        text = f"turned round: {words[0]}, {words[1]}"
        found.append(Difference("direction", text, (one.start, one.end), (two.start, two.end)))
    if pair := parties.find_reversed(left, right):
        a, b = pair
        text = f"who does it is whom it is done to ({left[a.start : a.end]})"
        found.append(Difference("direction", text, (a.start, a.end), (b.start, b.end)))
    if not found and slots.are_exchanged(left, right):
        found.append(
            Difference("direction", "two words stand each in the other's place", None, None)
        )
    if not found and speakers.are_exchanged(left, right):
        found.append(
            Difference("direction", "who says it and who it is said of are exchanged", None, None)
        )
    return tuple(found[:1])


@lru_cache(maxsize=32768)
def tells_round(left: str, right: str) -> bool:
    """Tell whether one text tells the other from its other end: "A before B", "B after A"."""
    met = _met(left, right)
    if not are_near(left, right):
        return False
    if any(one.turned for one in met):
        return False
    return any(one.across for one in met) or parties.tells_round(left, right)


@lru_cache(maxsize=32768)
def is_told_apart(left: str, right: str) -> bool:
    """Tell whether a figure counts another thing, another speaks, or it is so of others."""
    if not are_near(left, right):
        return False
    tests = (counted.is_moved, speakers.are_others, hold_of_others, are_at_other_stages)
    return any(test(left, right) for test in tests)
