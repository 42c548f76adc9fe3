"""Short phrases that two statements share and one quotes: "keeps us rich"."""

import re
from functools import lru_cache
from typing import Final

PHRASED: Final = 1.0  # log-odds for a phrase that both quote; by judgement
# Log-odds of one claim for each word of a phrase that one quotes and both have; in the cases and
# ten events nearly all such pairs tell of one thing, often with a detail more. Of two words, only
# if both quote them ("black boxes"); of five at most.
QUOTED: Final = 0.5
RARE: Final = 3
LONGEST: Final = 5
PHRASE: Final = re.compile(
    r"(?:[“\"]|'')([^\W\d_]\w*(?:['’-]\w+)*(?:[\s-]\w+(?:['’-]\w+)*){1,5})[,.]?(?:[”\"]|''|$)"
)


@lru_cache(maxsize=32768)
def _fold(text: str) -> str:
    """Return the words of a text, without marks, case and hyphens, a space on either side."""
    words = re.sub(r"[^\w\s]|_", " ", text).casefold().split()
    return f" {' '.join(words)} "


@lru_cache(maxsize=32768)
def find_phrases(text: str) -> frozenset[str]:
    """Return the short phrases in quotation marks, folded; a name in marks is none."""
    return frozenset(
        _fold(match[1])
        for match in PHRASE.finditer(text)
        if not all(word[0].isupper() for word in match[1].split())
    )


def weigh_phrases(left: str, right: str) -> tuple[float, float]:
    """Return log-odds of `same` and of one claim for a phrase that one of two texts quotes."""
    one, two = find_phrases(left), find_phrases(right)
    lengths = [
        len(phrase.split())
        for phrase in one | two
        if phrase in _fold(left) and phrase in _fold(right)
    ]
    both = PHRASED * bool(one & two)
    longest = min(max(lengths, default=0), LONGEST)
    return both, max(both, QUOTED * longest * (longest >= RARE))
