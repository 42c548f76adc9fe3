"""The table of statuses, in order, each with its condition."""

from collections.abc import Callable
from typing import Final

from headwater.assess.facts import Facts
from headwater.model.assessment import Status

Condition = Callable[[Facts], bool]


def is_disputed(facts: Facts) -> bool:
    """Asserted and denied by different origins."""
    return bool(facts.against or facts.denials)


def is_corroborated(facts: Facts) -> bool:
    """At least two origins are surely different."""
    found = facts.corroboration
    return found is not None and found.low > 1 and facts.sourced


def is_possibly_single(facts: Facts) -> bool:
    """Several origins that may be one."""
    found = facts.corroboration
    return found is not None and found.low <= 1 < found.high and facts.sourced


def is_single(facts: Facts) -> bool:
    """One origin that a text cites."""
    found = facts.corroboration
    return found is not None and found.high == 1 and facts.sourced


def is_unsourced(_facts: Facts) -> bool:
    """No text cites anybody for it."""
    return True


# The two statuses by records come first once a check stage gives them.
RULES: Final[tuple[tuple[Status, Condition], ...]] = (
    ("disputed", is_disputed),
    ("corroborated", is_corroborated),
    ("possibly single origin", is_possibly_single),
    ("single origin", is_single),
    ("unsourced", is_unsourced),
)


def find_status(facts: Facts) -> Status:
    """Return the first status whose condition holds; never "true" or "false"."""
    return next(status for status, holds in RULES if holds(facts))
