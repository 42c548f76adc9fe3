"""What each figure of a statement counts or measures."""

import re
from functools import lru_cache
from itertools import combinations, pairwise
from typing import Final, NamedTuple

from headwater.lexicon.verbs import verb_forms
from headwater.link.figures import Figure
from headwater.link.frame.laid import pieces_of, telling
from headwater.link.meaning import read_meaning
from headwater.link.told.relation import sense_of, words_in

# Where the words that belong to a figure end.
BEHIND: Final = re.compile(
    r"[,;:.()]\s|\s(?:and|or|but|in|on|at|to|from|with|for|by|as|than|who|which|that|while|after|before"
    r"|since|over|under|during|against|into|through|near|is|are|was|were|has|have|had|will|would)\s",
    re.IGNORECASE,
)
BEFORE: Final = re.compile(
    r"[,;:.()]\s|\s(?:and|or|but|while|who|which|that|of which)\s", re.IGNORECASE
)
OF: Final = re.compile(r"\s*of\s+", re.IGNORECASE)
VERB: Final = re.compile(r"\s(?=(?P<verb>[a-z]+)\s)")
# How far a thing has changed, not how much of it there is.
CHANGE_OF: Final = re.compile(
    r"(?:(?:^|[,(]\s*|\b(?:is|was|are|were|stood|be)\s)(?:up|down)|\b(?:rise|increase|fall|drop|decline|growth|reduction|jump)s?\sof)"
    r"\s(?:about\s|some\s|nearly\s|almost\s|around\s|over\s|more\sthan\s|an?\s)*[$€£¥]?$",
    re.IGNORECASE,
)
CHANGE_BEHIND: Final = re.compile(r"\s*(?:more|fewer|less|higher|lower|larger|smaller)\b", re.I)
CHANGES: Final = frozenset(
    {"#increase", "#decrease", "#lose", "rais", "lower", "trim", "sink", "gain"}
)
LEAST: Final = 2
LARGE: Final = 1000  # figures from which two that are equal are seldom so by chance
OF_THESE: Final = re.compile(
    r"\s*of\s+(?:the|its|their|his|her|these|those|some)?\s*", re.IGNORECASE
)
ROLE: Final = re.compile(r"\b(by|to|from)\s[$€£¥]?$")


class Counted(NamedTuple):
    """A figure and what it counts.

    Attributes:
        heads: Senses of the words behind it, or behind its "of", up to the next small word.
        around: Senses of the words of its clause, up to the figures beside it, and of its heads.
        changes: True if it tells how far something changed, False if how much of it there is, None
            if that is open.
    """

    figure: Figure
    heads: frozenset[str]
    around: frozenset[str]
    changes: bool | None


@lru_cache(maxsize=32768)
def find_counted(text: str) -> tuple[Counted, ...]:
    """Return the figures of a text with what they count."""
    figures = [
        f for f in read_meaning(text).figures if f.unit != "rank" and not f.unit.startswith("#")
    ]
    found = []
    for at, figure in enumerate(figures):
        last = figures[at + 1].start if at + 1 < len(figures) else len(text)
        of = OF.match(text, figure.end)
        begin = of.end() if of else figure.end
        end = _end(text, begin, last)
        heads = words_in(text, begin, end)
        first = figures[at - 1].end if at else 0
        starts = [b.end() for b in BEFORE.finditer(text, first, figure.start)]
        stop = BEFORE.search(text, figure.end, last)
        behind = words_in(text, figure.end, stop.start() if stop else last)
        around = words_in(text, starts[-1] if starts else first, figure.start) | heads | behind
        found.append(Counted(figure, heads, around, _changes(text, figure, around)))
    return tuple(found)


def _end(text: str, start: int, last: int) -> int:
    """Return where the words that a figure counts end: at a small word, or before a verb."""
    stop = BEHIND.search(text, start, last)
    end = stop.start() if stop else last
    for found in VERB.finditer(text, start + 1, end):
        form = verb_forms().get(found["verb"])
        if form and form.form in {"past", "third"} and not form.noun_too:
            return found.start()
    return end


def _changes(text: str, figure: Figure, around: frozenset[str]) -> bool | None:
    if CHANGE_OF.search(text[: figure.start]) or CHANGE_BEHIND.match(text, figure.end):
        return True
    before = text[: figure.start].rstrip(" $€£¥").lower()
    return None if around & CHANGES or before.endswith((" by", " to", " from")) else False


def is_moved(left: str, right: str) -> bool:
    """Tell whether a figure of one text counts something else in the other."""
    one, two = find_counted(left), find_counted(right)
    return (
        _are_parts(left, one, right, two)
        or _are_other_units(one, two)
        or _are_swapped(one, two)
        or _counts_other(one, two, left, right)
        or _counts_other(two, one, right, left)
    )


def _is_one(left: Counted, right: Counted) -> bool:
    return left.figure.value == right.figure.value and left.figure.unit == right.figure.unit


def _pairs(one: tuple[Counted, ...], two: tuple[Counted, ...]) -> list[tuple[Counted, Counted]]:
    """Return the figures that stand once in either text, with their like."""
    return [
        (a, b)
        for a in one
        for b in two
        if _is_one(a, b) and sum(_is_one(a, c) for c in one) == 1 == sum(_is_one(b, c) for c in two)
    ]


def _are_parts(left: str, one: tuple[Counted, ...], right: str, two: tuple[Counted, ...]) -> bool:
    """Tell whether "two of five" stands against "five of two"."""
    parts = (
        {
            (a.figure.value, b.figure.value)
            for a, b in pairwise(found)
            if OF_THESE.fullmatch(text[a.figure.end : b.figure.start])
        }
        for text, found in ((left, one), (right, two))
    )
    first, second = parts
    return any((b, a) in second for a, b in first if a != b)


def _are_other_units(one: tuple[Counted, ...], two: tuple[Counted, ...]) -> bool:
    """Tell whether a large figure counts people on the one side, and money on the other."""
    own = [a for a in one if a.heads and not any(_is_one(a, c) for c in two)]
    other = [b for b in two if b.heads and not any(_is_one(b, c) for c in one)]
    return any(
        a.figure.value == b.figure.value >= LARGE and "count" in {a.figure.unit, b.figure.unit}
        for a in own
        for b in other
    )


def _are_swapped(one: tuple[Counted, ...], two: tuple[Counted, ...]) -> bool:
    """Tell whether two figures stand each with the words of the other."""
    for (a, x), (b, y) in combinations(_pairs(one, two), LEAST):
        own = (a.around - b.around, b.around - a.around, x.around - y.around, y.around - x.around)
        straight = len(own[0] & own[2]) + len(own[1] & own[3])
        crossed = min(len(own[0] & own[3]), len(own[1] & own[2]))
        if crossed and not straight:
            return True
    return False


def _counts_other(
    one: tuple[Counted, ...], two: tuple[Counted, ...], left: str, right: str
) -> bool:
    """Tell whether what a figure counts in one text is counted otherwise in the other.

    "22 flats and a garage", "a flat and 22 garages"; "310 nests on 12 islands", "310 birds in 12
    nests".
    """
    here, there = (frozenset(map(sense_of, telling(pieces_of(text)))) for text in (left, right))
    for a, b in _pairs(one, two):
        roles = [ROLE.search(t[: c.figure.start]) for t, c in ((left, a), (right, b))]
        if all(roles) and roles[0][1] != roles[1][1] and a.around & CHANGES and b.around & CHANGES:  # type: ignore[index]
            return True
        if {a.changes, b.changes} == {True, False}:
            return True
        if a.heads and b.heads and not a.heads & b.heads and a.heads <= there and b.heads <= here:
            return True  # "84 guests on a boat", "guests on 84 boats"
        if (
            not a.heads
            or not b.heads
            or a.heads & b.heads
            or a.heads & b.around
            or b.heads & a.around
        ):
            continue
        lost = a.heads & there
        if lost and lost & frozenset(h for c in two if c is not b for h in c.heads):
            return True
        if lost and b.heads & here:
            return True
    return False
