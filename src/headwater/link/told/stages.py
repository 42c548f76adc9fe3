"""At what stage a deed stands: proposed, agreed, begun, tried, done or undone."""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from headwater.lexicon.load import load_table
from headwater.link.frame.another import alike_rows
from headwater.link.frame.laid import Piece, pieces_of, telling
from headwater.link.frame.steps import TO, WILL, is_done
from headwater.link.told.relation import sense_of
from headwater.link.words import stem_of

MIGHT: Final = re.compile(
    r"\b(?:might|possibly|perhaps|maybe|conceivably|(?:may|could)(?: \w+ly)? have (?:\w+ly )?\w+)\b"
)
DOUBT: Final = re.compile(  # "may", not "May"
    r"\b(?:may|might|could|can|possib\w+|potential\w*|perhaps|maybe|likely|unlikely|probabl\w+"
    r"|suspect\w*|belie[fv]\w*|think\w*|thought|alleg\w+|appear\w*|seem\w*|suggest\w*|fear\w*"
    r"|risk\w*|chances?|danger\w*|threat\w*|doubt\w*|unclear|[Ii]f)\b"
)
REACH: Final = 2  # words behind a stage among which the deed is named
EARLY: Final = frozenset({"proposed", "agreed", "begun", "tried"})


@lru_cache(maxsize=1)
def _light() -> frozenset[str]:
    return frozenset(stem_of(word) for word in load_table("relations")["light"]["verbs"])


@lru_cache(maxsize=1)
def _stages() -> Mapping[str, frozenset[str]]:
    """Map stems to the stages that they tell of."""
    found: dict[str, set[str]] = {}
    for stage, words in load_table("relations")["stages"].items():
        for word in words:
            for form in (word, f"{word}ed", f"{word}{word[-1]}ed"):
                found.setdefault(stem_of(form), set()).add(stage)
    return MappingProxyType({stem: frozenset(stages) for stem, stages in found.items()})


def are_at_other_stages(left: str, right: str) -> bool:
    """Tell whether each text has a word for a stage, and neither one for that of the other."""
    if _is_possible(left, right) or _is_possible(right, left):
        return True
    one, two = telling(pieces_of(left)), telling(pieces_of(right))
    own, other = _own(one, two), _own(two, one)
    for p in own:
        for q in other:
            here, there = _stages().get(p.key, frozenset()), _stages().get(q.key, frozenset())
            if (
                here
                and there
                and not here & there
                and not _is_told(here, two)
                and not _is_told(there, one)
            ):
                return True
    return _leads_up(left, own, right) or _leads_up(right, other, left)


def _is_possible(text: str, other: str) -> bool:
    """Tell whether a text tells of what might be, and the other has no word of doubt at all."""
    return MIGHT.search(text) is not None and DOUBT.search(other) is None


def _leads_up(text: str, own: list[Piece], other: str) -> bool:
    """Tell whether a text has a stage before the name of a deed that the other tells as done.

    "Threatened to close the pit", "began the closure" are no "closed the pit".
    """
    pieces = telling(pieces_of(text))
    done = {
        sense_of(q)
        for q in telling(pieces_of(other))
        if is_done(other, q) and not WILL.search(other[: q.start])
    }
    for p in own:
        if not _stages().get(p.key, frozenset()) & EARLY:
            continue
        behind = [q for q in pieces if q.start > p.end][:REACH]
        deeds = [q for q in behind if sense_of(q) in done and not is_done(text, q)]
        # "Granted approval", "ordered a freeze" only word the deed.
        if any(p.key not in _light() or TO.search(text[: q.start]) for q in deeds):
            return True
    return False


def _is_told(stages: frozenset[str], pieces: list[Piece]) -> bool:
    return any(stages & _stages().get(piece.key, frozenset()) for piece in pieces)


def _own(pieces: list[Piece], others: list[Piece]) -> list[Piece]:
    """Return the words that the other text has in no form, and no word that may stand for them."""
    keys = {p.key for p in others} | {sense_of(p) for p in others}
    return [
        p
        for p in pieces
        if p.key not in keys
        and sense_of(p) not in keys
        and not _rows(p.key) & {r for q in others for r in _rows(q.key)}
    ]


@lru_cache(maxsize=8192)
def _rows(key: str) -> frozenset[int]:
    """Return the rows of words that may stand for one another in which a word stands."""
    return frozenset(n for n, row in enumerate(alike_rows()) if key in row)
