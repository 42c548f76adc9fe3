"""Two parts of a statement and how the one stands to the other, whatever the order of words."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from headwater.link.frame.laid import Piece, pieces_of, telling
from headwater.link.words import senses

BREAK: Final = re.compile(r"[;:!?]\s|\.\s(?=[A-Z])|\s[-–—]\s")
COMMA: Final = re.compile(r",(?!\d)")
MET: Final = 0.5  # share of the shorter part's words from which two parts are about one thing

Stretch = tuple[int, int]


class Relation(NamedTuple):
    """Two parts of a statement.

    Attributes:
        inner: Words of the part that is told of the other (the clause behind "after", "than")
            which that other part has not.
        outer: Words of the other part which the inner one has not.
        sign: 1 if the inner part is the earlier or the lesser one, -1 if the outer one is, 0 if
            neither.
        start, end: Where the words stand that set the two in relation.
    """

    inner: frozenset[str]
    outer: frozenset[str]
    sign: int
    start: int
    end: int


def sense_of(piece: Piece) -> str:
    """Return what a word shares with others that say the same."""
    return senses().get(piece.key, piece.key)


@lru_cache(maxsize=32768)
def words_in(text: str, start: int, end: int) -> frozenset[str]:
    """Return the senses of the telling words between two places."""
    return frozenset(sense_of(p) for p in telling(pieces_of(text)) if start <= p.start < end)


def sentence_around(text: str, start: int, end: int) -> Stretch:
    """Return where the sentence or half-sentence around a place begins and ends."""
    breaks = list(BREAK.finditer(text))
    first = max((b.end() for b in breaks if b.end() <= start), default=0)
    return first, min((b.start() for b in breaks if b.start() >= end), default=len(text))


def clause_end(text: str, start: int, last: int) -> int:
    """Return where the clause that begins at a place ends: at a comma, or at the given end."""
    comma = COMMA.search(text, start, last)
    return comma.start() if comma else last


def relate(text: str, hinge: Stretch, inner: Stretch, around: Stretch, sign: int) -> Relation:
    """Return the relation of an inner stretch to what else stands in the stretch around it."""
    held = words_in(text, *inner)
    first, last = min(hinge[0], inner[0]), max(hinge[1], inner[1])
    rest = words_in(text, around[0], first) | words_in(text, last, around[1])
    return Relation(held - rest, rest - held, sign, *hinge)


def _evidence(left: Relation, right: Relation) -> tuple[int, bool] | None:
    """Return how many words show that two relations are of the same parts, and if crosswise."""
    straight = len(left.inner & right.inner)
    crossed = min(len(left.inner & right.outer), len(right.inner & left.outer))
    shorter = min(len(left.inner), len(right.inner))
    if crossed > straight:
        return crossed, True
    return (straight, False) if straight > crossed and straight >= MET * shorter else None


def _is_turned(left: Relation, right: Relation, *, across: bool) -> bool:
    if not left.sign or not right.sign:
        return left.sign != right.sign
    return (left.sign == right.sign) is across


class Met(NamedTuple):
    """Two relations of the same parts.

    Attributes:
        across: True if what is the inner part of one is the outer part of the other.
        turned: True if they say the reverse.
    """

    left: Relation
    right: Relation
    across: bool
    turned: bool


def match(left: Iterable[Relation], right: Iterable[Relation]) -> tuple[Met, ...]:
    """Return the relations of two texts that are of the same parts, each with its best match."""
    told = tuple(right)
    found = []
    for one in left:
        for two in told:
            if evidence := _evidence(one, two):
                across = evidence[1]
                turned = _is_turned(one, two, across=across)
                found.append((evidence[0], not turned, Met(one, two, across, turned)))
    kept: list[Met] = []
    for *_, met in sorted(found, key=lambda one: one[:2], reverse=True):
        if not any(met.left is other.left or met.right is other.right for other in kept):
            kept.append(met)
    return tuple(kept)
