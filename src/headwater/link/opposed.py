"""How surely two statements cannot both hold, as the reader sees them together."""

import math
from typing import Final

from headwater.link.alignment import Statement
from headwater.link.compare import read_pair
from headwater.link.pile import THOROUGH, Pile

HIGHEST: Final = 30.0  # log-odds beyond which nothing changes
SMALLEST: Final = 1e-6
AGREE: Final = ("same", "entails_ab", "entails_ba")


def _is_turned_by_cue(statement: Statement) -> bool:
    """Tell whether a cue alone rejects what the words affirm ("denied selling it")."""
    meaning = statement.meaning
    return statement.negative and not any(meaning.negated) and not meaning.negative()


def _chance(odds: float) -> float:
    """Return the probability of log-odds."""
    return 1.0 / (1.0 + math.exp(-max(-HIGHEST, min(HIGHEST, odds))))


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
    texts = [side.mention.reading or side.mention.text for side in (left, right)]
    odds = read_pair(pile.reader, *texts)
    if _is_turned_by_cue(left.statement) == _is_turned_by_cue(right.statement):
        return (_chance(odds["read_against"]) + measured) / 2
    return min(1.0, sum(_chance(odds[f"read_{label}"]) for label in AGREE))
