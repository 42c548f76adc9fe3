"""How surely two statements cannot both hold, as the reader sees them together."""

import math
from collections.abc import Iterable
from typing import Final

import numpy as np

from headwater.link.alignment import Pair, Rarity, Statement, share_of
from headwater.link.cluster import Link
from headwater.link.compare import read_pair
from headwater.link.pile import THOROUGH, Pile
from headwater.link.turned import opposite_rows
from headwater.link.words import sides

HIGHEST: Final = 30.0  # log-odds beyond which nothing changes
EVIDENCE: Final = frozenset({"#evidence", "#see", "#find", "#reveal"})
MIRROR: Final = 0.85  # cover of both sides from which they say one thing and its opposite
OWN_SHARE: Final = 0.65  # weight of the denial's own words against the accusation's
SMALLEST: Final = 1e-6
AGREE: Final = ("same", "entails_ab", "entails_ba")


def _is_turned_by_cue(statement: Statement) -> bool:
    """Tell whether a cue alone rejects what the words affirm ("denied selling it")."""
    meaning = statement.meaning
    return statement.negative and not any(meaning.negated) and not meaning.negative()


def chance_of(odds: float) -> float:
    """Return the probability of log-odds."""
    return 1.0 / (1.0 + math.exp(-max(-HIGHEST, min(HIGHEST, odds))))


def negated_share(
    positive: Statement, negative: Statement, rarity: Rarity, own: Iterable[int] | None = None
) -> float:
    """Return the share of what one statement says, names aside, that the other negates.

    Args:
        positive: What is said to be so.
        negative: What is said not to be so.
        rarity: How telling a term is in this pile.
        own: Positions of the terms of `positive` that count; None for all.
    """
    pair = Pair(positive, negative, rarity)
    flags = negative.meaning.negated
    denied = np.array(
        [
            best if partner >= 0 and flags[partner] else 0.0
            for best, partner in zip(pair.best_left, pair.partner, strict=True)
        ],
        dtype=np.float32,
    )
    terms = positive.meaning.terms
    places = set(range(len(terms)) if own is None else own)
    keep = np.array([not t.name and n in places for n, t in enumerate(terms)], dtype=bool)
    return share_of(denied[keep], pair.weight_left[keep]) if keep.any() else 0.0


def about_one(denial: Statement, accusation: Statement, rarity: Rarity) -> float:
    """Return how far the two are about one thing, parties and words of evidence aside, 0..1."""
    pair = Pair(denial, accusation, rarity)
    shares = []
    for terms, best, weight in (
        (denial.meaning.terms, pair.best_left, pair.weight_left),
        (accusation.meaning.terms, pair.best_right, pair.weight_right),
    ):
        keep = np.array([not t.name and t.sense not in EVIDENCE for t in terms], dtype=bool)
        shares.append(share_of(best[keep], weight[keep]) if keep.any() else 0.0)
    return OWN_SHARE * shares[0] + (1.0 - OWN_SHARE) * shares[1]


def mirrors(pair: Pair) -> bool:
    """Tell whether two statements say one thing and its opposite, names aside."""
    rows = set(opposite_rows(pair.left, pair.right))
    for side, best, weight in (
        (pair.left, pair.best_left, pair.weight_left),
        (pair.right, pair.best_right, pair.weight_right),
    ):
        terms = side.meaning.terms
        keep = np.array([not term.name for term in terms], dtype=bool)
        turned = np.array(
            [any(row in rows for row, _ in sides().get(term.concept, ())) for term in terms],
            dtype=np.float32,
        )
        if not keep.any() or share_of(np.maximum(best, turned)[keep], weight[keep]) < MIRROR:
            return False
    return True


def oppose(pile: Pile, one: int, two: int) -> float:
    """Return the probability that two distinct statements cannot both hold, 0..1.

    The comparison behind claims reads likely paraphrases only; here every pair is read. Where a
    cue alone rejects what one of them says, the two part if their words agree. Where words negate,
    the reader is too sure, and is held to the middle between itself and the measures. Without a
    reader, or in a large pile, the measures stand alone.
    """
    pair = (min(one, two), max(one, two))
    shares = pile.verdict(*pair).shares
    measured = shares["against"] / max(1.0 - shares["same"], SMALLEST)
    if pile.reader is None or len(pile.first) > THOROUGH:
        return measured
    left, right = (pile.held[pile.first[node]] for node in pair)
    texts = [side.words for side in (left, right)]
    odds = read_pair(pile.reader, *texts)
    if _is_turned_by_cue(left.statement) == _is_turned_by_cue(right.statement):
        return (chance_of(odds["read_against"]) + measured) / 2
    return min(1.0, sum(chance_of(odds[f"read_{label}"]) for label in AGREE))


def read_chance(pile: Pile, ends: Link, label: str) -> float:
    """Return how likely the reader holds two distinct statements to stand so, 0..1.

    0 without a reader, and in a pile too large to be read thoroughly.
    """
    if pile.reader is None or len(pile.first) > THOROUGH:
        return 0.0
    left, right = (pile.held[pile.first[node]].words for node in ends)
    return chance_of(read_pair(pile.reader, left, right)[f"read_{label}"])
