"""Words that say how a number bounds what is meant."""

import re
from functools import lru_cache
from typing import Final, cast

from headwater.lexicon.load import load_entries
from headwater.model.parse import Comparator

_LEFT_WIDTH: Final = 44  # Characters: the longest comparator with the small words behind it.
_RIGHT_WIDTH: Final = 20
_BETWEEN: Final = (
    r"(?P<gap>\s*(?:(?:an?|the|its|their|his|her|record|additional|another|extra|whopping|staggering|"
    r"just|only|total\s+of|combined|even|approximately)\s+)*)$"
)


@lru_cache(maxsize=1)
def _left() -> tuple[re.Pattern[str], tuple[Comparator, ...]]:
    """Compile all comparators that stand before a number into one pattern."""
    entries = [e for e in load_entries("comparators") if e.attributes["side"] == "left"]
    parts = [f"(?P<c{i}>{e.pattern.replace('$', '')})" for i, e in enumerate(entries)]
    pattern = re.compile("(?:" + "|".join(parts) + ")" + _BETWEEN, re.IGNORECASE)
    return pattern, tuple(cast("Comparator", e.attributes["comparator"]) for e in entries)


@lru_cache(maxsize=1)
def _right() -> tuple[tuple[re.Pattern[str], Comparator], ...]:
    entries = [e for e in load_entries("comparators") if e.attributes["side"] != "left"]
    return tuple((e.compiled(), cast("Comparator", e.attributes["comparator"])) for e in entries)


_SOFTENER: Final = re.compile(
    r"(?:^|(?<=\s))(?:just|well|a\s+little|slightly|far|much|significantly|considerably|even)\s+$",
    re.IGNORECASE,
)


# "climbed back up to 5%" names where it came to, no bound.
_MOVING_TO: Final = re.compile(
    r"\b(?:back|inch\w*|climb\w*|r[io]se\w*|rising|went|goes|going|mov\w+|tick\w*|creep\w*|crept|bringing|brings|brought|build\w*|"
    r"drove|push\w*|add\w*)\s+(?:\w+\s+)?up\s+to$",
    re.IGNORECASE,
)


def read_left_comparator(text: str, start: int, floor: int) -> tuple[Comparator, int] | None:
    """Return the comparator that stands before a number, and where its words begin."""
    low = max(floor, start - _LEFT_WIDTH)
    window = text[low:start]
    pattern, comparators = _left()
    match = pattern.search(window)
    if match is None:
        return None
    if _MOVING_TO.search(window[: match.end()].rstrip()):
        return None
    index = next(i for i in range(len(comparators)) if match[f"c{i}"] is not None)
    begin = match.start() + len(match.group()) - len(match.group().lstrip())
    softener = _SOFTENER.search(window[:begin])
    return comparators[index], low + (softener.start() if softener else begin)


def read_right_comparator(text: str, end: int, stop: int) -> tuple[Comparator, int] | None:
    """Return the comparator that stands behind a number, and where its words end."""
    window = text[end : min(stop, end + _RIGHT_WIDTH)]
    if not window or window[0] not in " +-i\u00a0\n":
        return None
    for pattern, comparator in _right():
        match = pattern.match(window)
        if match:
            return comparator, end + match.end()
    return None
