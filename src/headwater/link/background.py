"""How alike a statement is to all of a pile: what stands out from that is the same.

A statement of few and common words is a little like everything. The local scaling of Conneau et
al. (Word translation without parallel data, 2018) takes from a pair's score what either side has
with its neighbours at large. The best neighbour in each document is left out of the neighbours, so
that a claim which every document repeats does not hide itself.
"""

import math
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Final

from headwater.link.cluster import Link

NEIGHBOURS: Final = 8  # flat from 5 to 15 on three gold cases
WEIGHT: Final = (
    0.6  # of the background that is taken away; 0.4 to 0.8 are alike on three gold cases
)
USUAL: Final = (
    -2.0
)  # log-odds at which nothing is changed; the middle statement of a case lies there
LEAST: Final = -3.5  # a small pile has few neighbours: they may not raise a pair by much
MOST: Final = -0.5  # nor may many likenesses sink one
EDGE: Final = 1e-3  # probabilities beyond this tell no more


def log_odds(chance: float) -> float:
    """Return the log-odds of a probability, cut off at its edges."""
    chance = min(max(chance, EDGE), 1 - EDGE)
    return math.log(chance / (1 - chance))


def find_background(
    scores: Mapping[Link, float], documents: Sequence[Set[str]]
) -> dict[int, float]:
    """Return the mean log-odds of each statement with its neighbours in other documents.

    Args:
        scores: Probability of being the same of each compared pair.
        documents: Those that hold each statement, by its number.
    """
    near: dict[int, dict[str, list[float]]] = {}
    for (a, b), score in scores.items():
        if documents[a] & documents[b]:
            continue
        for one, other in ((a, b), (b, a)):
            home = min(documents[other])  # once, however many copies of it there are
            near.setdefault(one, {}).setdefault(home, []).append(score)
    return {node: _mean(found.values()) for node, found in near.items()}


def _mean(found: Iterable[Sequence[float]]) -> float:
    rest = sorted((s for scores in found for s in sorted(scores, reverse=True)[1:]), reverse=True)
    listed = [*rest[:NEIGHBOURS], *[0.0] * (NEIGHBOURS - len(rest))]
    mean = math.fsum(log_odds(score) for score in listed) / NEIGHBOURS
    return min(max(mean, LEAST), MOST)


def stand_out(score: float, around: Iterable[float]) -> float:
    """Return a probability corrected for how alike both are to everything."""
    push = -WEIGHT * (math.fsum(around) / 2 - USUAL)
    odds = math.exp(log_odds(score) + push)
    return odds / (1 + odds)
