"""Whose feeling or verdict a statement tells, and on what: another's is another statement."""

import re
from functools import lru_cache
from typing import Final

from headwater.lexicon.load import compile_phrases, load_table
from headwater.link.alignment import Pair, share_of
from headwater.link.heads import MET, head_of
from headwater.link.prepare import Held

# How a statement opens that tells of its speaker: "we thank", "his deep sympathy", "expressed".
# A cut-off subject is the speaker too.
SPEAKER: Final = re.compile(
    r"[\s\"“‘'.…]*(?:I|we|my|our|his|her|its|their|express(?:ed|es)?|extend(?:ed|s)?"
    r"|offer(?:ed|s)?|sent|sends|voiced?|conveyed)\b",
    re.IGNORECASE,
)
MATTER: Final = 0.35  # share of what a verdict is on that the other has at least; as in `inner`


@lru_cache(maxsize=1)
def _felt() -> re.Pattern[str]:
    return compile_phrases(load_table("verdicts")["felt"])


@lru_cache(maxsize=1)
def _verdicts() -> frozenset[str]:
    return frozenset(load_table("verdicts")["verdicts"])


def feel_for_themselves(left: Held, right: Held) -> bool:
    """Tell whether two voices each tell what the speaker feels: sympathy, thanks, regret."""
    if not (left.parties and right.parties) or left.parties & right.parties:
        return False
    texts = [side.statement.meaning.text for side in (left, right)]
    return all(SPEAKER.match(text) and _felt().search(text) for text in texts)


def judge_otherwise(pair: Pair) -> bool:
    """Tell whether two statements each tell a verdict, and share neither what it is on.

    "Condemned the raid" and "condemned the tax" share the verb alone.
    """
    sides = (
        (pair.left.meaning, pair.best_left, pair.weight_left),
        (pair.right.meaning, pair.best_right, pair.weight_right),
    )
    shares = []
    for meaning, best, weight in sides:
        head = head_of(meaning)
        if head is None or meaning.terms[head].word not in _verdicts() or best[head] < MET:
            return False
        behind = [
            n
            for n in range(head + 1, len(meaning.terms))
            if not meaning.terms[n].word.endswith("ly")
        ]
        if not behind:
            return False
        shares.append(share_of(best[behind], weight[behind]))
    return max(shares) < MATTER
