"""Statements in the same words: one sentence or quotation, cut or spelt a little differently."""

import re
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final, Literal

from headwater.link.alignment import Pair

# Words that a paper puts in or leaves out of a quotation without changing what it says.
SLIGHT: Final = frozenset(
    "a an the that this it its is was are were be been has have had and but so also just".split()
)
WORD: Final = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*")
SIGN: Final = re.compile(r",|(?<!\d)\W|\W(?!\d)")
FEW: Final = 4  # weighty words that make a sentence told by one voice the same sentence
MANY: Final = 6  # that make it the same whoever is named as the speaker
RUN: Final = 8  # words in a row; quoted phrases of two separate remarks are shorter
COVER: Final = 0.7  # share of the longer statement that the row must be
EXACT: Final = 0.9  # a term matched so well has its like on the other side
SWAP: Final = 4  # most words that stand in one place on either side
LIKE: Final = 3  # terms that have their like, below which two are not laid side by side

Repeat = Literal["words", "run"]


@lru_cache(maxsize=32768)
def plain_words(text: str) -> tuple[str, ...]:
    """Return the words of a text without case, dots, apostrophes and hyphens; "2.4" is not "24"."""
    return tuple(SIGN.sub("", m[0]).casefold() for m in WORD.finditer(text))


@lru_cache(maxsize=32768)
def _weighty(text: str) -> tuple[str, ...]:
    return tuple(word for word in plain_words(text) if word not in SLIGHT)


def _long_run(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Tell whether one row of words is most of both; what is left holds no figure."""
    longer = max(len(left), len(right))
    if min(len(left), len(right)) < max(RUN, COVER * longer):
        return False
    found = SequenceMatcher(None, left, right, autojunk=False).find_longest_match()
    if found.size < max(RUN, COVER * longer):
        return False
    rest = [*left[: found.a], *left[found.a + found.size :]]
    rest += [*right[: found.b], *right[found.b + found.size :]]
    return not any(sign.isdigit() for word in rest for sign in word)


def find_repeat(pair: Pair) -> Repeat | None:
    """Return how two statements repeat each other, None if they do not.

    `words`: all weighty words are equal and in one order, however they are hyphenated. `run`: a
    long row of words is most of both.
    """
    if int((pair.best_left >= EXACT).sum()) < min(LIKE, len(pair.best_left)):
        return None
    texts = pair.left.meaning.text, pair.right.meaning.text
    left, right = (_weighty(text) for text in texts)
    heard = bool(pair.left.voices & pair.right.voices)
    if len(left) >= (FEW if heard else MANY) and "".join(left) == "".join(right):
        return "words"
    return "run" if _long_run(*(plain_words(text) for text in texts)) else None


def is_swap(left: str, right: str) -> bool:
    """Tell whether two texts are equal, word by word, but for a few words in one place."""
    one, two = _weighty(left), _weighty(right)
    edits = SequenceMatcher(None, one, two, autojunk=False).get_opcodes()
    apart = [edit for edit in edits if edit[0] != "equal"]
    if len(apart) != 1 or apart[0][0] != "replace":
        return False
    _, a, b, c, d = apart[0]
    return max(b - a, d - c) <= SWAP
