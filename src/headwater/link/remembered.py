"""The comparisons of the last pile: a correction seldom changes the statements themselves.

Comparing is a function of the statements, of the documents that they stand in, of the settings and
of the reader alone, so that what was found for them before is what would be found again; this only
ever saves time.
"""

from collections.abc import Hashable
from typing import Final, NamedTuple

from headwater.link.cluster import Link
from headwater.link.compare import Verdict

MOST: Final = 20_000  # statements of a pile that is remembered; about 200 MB of comparisons


class Remembered(NamedTuple):
    """What was found of a pile.

    Attributes:
        verdicts: Of the candidates.
        was_read: Candidates that were read too.
        later: Of pairs that met only afterwards, with whether the reader was asked; grows.
    """

    verdicts: dict[Link, Verdict]
    was_read: frozenset[Link]
    later: dict[tuple[Link, bool], Verdict]


_LAST: dict[Hashable, Remembered] = {}


def recall(key: Hashable) -> Remembered | None:
    """Return what was found of the last pile, if it was this one."""
    return _LAST.get(key)


def remember(key: Hashable, found: Remembered, statements: int) -> None:
    """Keep what was found of a pile in place of the one before."""
    _LAST.clear()
    if statements <= MOST:
        _LAST[key] = found
