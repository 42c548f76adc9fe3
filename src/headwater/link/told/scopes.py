"""Of how many, of whom alone and how far two statements hold."""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from headwater.lexicon.load import compile_phrases, load_table
from headwater.link.figures import Figure, agree
from headwater.link.frame.laid import find_frame
from headwater.link.meaning import read_meaning
from headwater.text.numbers import find_numbers

# Classes of which one on each side alone parts two statements.
AGAINST: Final = (
    frozenset({"all", "most", "some"}),
    frozenset({"both", "neither", "contrast"}),
    frozenset({"either", "jointly"}),
    frozenset({"singly", "jointly"}),
    frozenset({"except", "with"}),
    frozenset({"only", "with"}),
)
# Classes that part two statements where only one has a word of them.
ALONE: Final = frozenset({"except", "open"})
CONTRAST: Final = re.compile(
    r",\s(?:(?:but|and|though|although|if) )?not\s(?:(?:by|to|in|on|for|from|the|an?)\s|[A-Z])"
    r"|\b(?:rather than|instead of)\b"
)
# Who neither confirms nor denies a thing leaves it open.
OPEN: Final = re.compile(
    r"\b(?:neither|nor|not|declin\w+|refus\w+)\b[^,;.]{0,20}\bconfirm\w*,?\sn?or\s(?:an?\s)?"
    r"(?:den[iy]|rejec)\w*",
    re.IGNORECASE,
)
BUT: Final = re.compile(
    r"\b(?i:all|every|each|any|anyone|everyone|nobody|no one)\b[^,;.]{0,40}"
    r"\bbut (?:the|one of|that|those|for|[A-Z])"
)
PART: Final = re.compile(
    r"\s+of\s+(?:it\b|them\b|(?:the|its|their|his|her|these|those)\s+(?:[a-z]+\s+)?)", re.I
)
RANKED: Final = re.compile(
    r"\b(?:(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|next|joint|one of the"
    r"|among the)[-\s])?"
    r"((?:most|least)\s\w+|best|worst|[a-z]{2,}est)\b",
    re.IGNORECASE,
)
NO_RANK: Final = frozenset(
    "interest request protest test west guest harvest contest forest arrest invest suggest honest"
    " nest rest quest chest modest latest".split()
)
EXACT: Final = re.compile(r"\b(?:exactly|precisely)\s$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _classes() -> Mapping[str, re.Pattern[str]]:
    table = load_table("relations")["quantifiers"]
    return MappingProxyType(
        {name: compile_phrases(words) for name, words in table.items()}
        | {"contrast": CONTRAST, "open": OPEN}
    )


@lru_cache(maxsize=32768)
def _held(text: str) -> frozenset[str]:
    """Return the classes of words for how many that a text has."""
    held = {name for name, words in _classes().items() if words.search(text)}
    if "most" in held and not _classes()["some"].search(_classes()["most"].sub("", text)):
        held.discard("some")  # "the greater part of"
    return frozenset(held | {"except"} if BUT.search(text) else held)


def hold_of_others(left: str, right: str) -> bool:
    """Tell whether two texts say it of all and of some, of both and of neither, and the like."""
    one, two = _held(left), _held(right)
    for row in AGAINST:
        if (one & row) - two and (two & row) - one:
            return True
    if (one ^ two) & ALONE:
        return True
    return _are_bounds(left, right) or _is_part(left, right) or _are_ranks(left, right)


def _are_ranks(left: str, right: str) -> bool:
    """Tell whether one is the second lowest and the other the lowest."""
    one, two = (
        {
            m[2].lower(): (m[1] or "").lower()
            for m in RANKED.finditer(text)
            if m[2].lower() not in NO_RANK
        }
        for text in (left, right)
    )
    return any(word in two and bool(two[word]) != bool(rank) for word, rank in one.items())


def _are_bounds(left: str, right: str) -> bool:
    """Tell whether one figure is the least on the one side, and the most or exact on the other."""
    for f in read_meaning(left).figures:
        for g in read_meaning(right).figures:
            if f.value != g.value or f.unit != g.unit or f.unit == "rank":
                continue
            one, two = _bound(left, f), _bound(right, g)
            if one != two and ((one and two) or _is_all(left, right)):
                return True
    return False


def _is_all(left: str, right: str) -> bool:
    """Tell whether nothing else parts two texts of one frame."""
    frame = find_frame(left, right)
    return frame is not None and len(frame.edits) == 1 and not frame.edits[0].replaces()


def _bound(text: str, figure: Figure) -> str:
    if figure.comparator[0] in "<>":
        return figure.comparator[0]
    return "=" if EXACT.search(text[: figure.start]) else ""


def _is_part(left: str, right: str) -> bool:
    """Tell whether one side alone is about some of those whom both count: "five of its eight"."""
    for one, two in ((left, right), (right, left)):
        there = read_meaning(two).figures
        for figure in read_meaning(one).figures:
            found = PART.match(one, figure.end)
            if not found or any(agree(figure, other) for other in there):
                continue
            # The number of the whole, right behind "of its".
            whole = [n.value for n in find_numbers(one, found.end()) if n.start == found.end()]
            if any(other.value in whole for other in there) or "all" in _held(two) - _held(one):
                return True
    return False
