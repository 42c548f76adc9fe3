"""The same quoted words in two texts: one utterance, whether or not both say whose it is."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import LCSseq

from headwater.model.mention import Mention

# Words in quotation marks in both texts that make one utterance. Four are a phrase that a second
# speaker would seldom hit upon for the same claim; slogans are as long, so two who are named and
# differ need six.
PHRASE: Final = 4
SENTENCE: Final = 6
# Words in quotation marks in one text that the other has without marks: as long as a passage
# that is taken for shared text at all.
UNMARKED: Final = 8
# Share of the shorter quotation that must be shared; the rest is what editors change.
WHOLE: Final = 0.8

# A pair of marks, also over several lines; a paragraph that opens with one; one that only closes.
_QUOTED = re.compile(
    r"“[^“”]{1,2000}”|“[^“”\n]{1,2000}|„[^“”]{1,2000}[“”]|«[^«»]{1,2000}»"
    r"|(?<![^\s(\[—–-])\"(?=\S)(?:[^\"]{1,2000}(?<=\S)\"(?!\w)|[^\"\n]{1,2000})"
    r"|^[^“”\"«»„\n]{1,2000}[,.!?…](?:”|»|\"(?!\S))",
    re.MULTILINE,
)
_WORD = re.compile(r"[^\W_]+(?:['’*][^\W_]+)*")


def is_one_utterance(one: Mention, two: Mention, texts: tuple[str, str], least: int) -> bool:
    """Tell whether two mentions quote the same words.

    Args:
        one: In the first text.
        two: In the second text.
        texts: Of their documents.
        least: Words in a row that must be shared.
    """
    left, right = quoted_words(one, texts[0]), quoted_words(two, texts[1])
    if longest_run(left, right) < least:
        return False
    return common_words(left, right) >= WHOLE * min(len(left), len(right))


def repeats(one: Mention, two: Mention, texts: tuple[str, str]) -> bool:
    """Tell whether a mention has the words that another one quotes, in marks or without."""
    if is_one_utterance(one, two, texts, PHRASE):
        return True
    plain = [word for word, _ in _words(one, texts[0])]
    return longest_run(plain, quoted_words(two, texts[1])) >= UNMARKED


def quoted_words(mention: Mention, text: str) -> list[str]:
    """Return the words of a mention that stand in quotation marks."""
    regions = _regions(text)
    return [
        word for word, at in _words(mention, text)
        if any(start <= at < end for start, end in regions)
    ]  # fmt: skip


def longest_run(left: Sequence[str], right: Sequence[str]) -> int:
    """Return how many words two rows have in common without a gap."""
    return SequenceMatcher(None, left, right, autojunk=False).find_longest_match().size


def common_words(left: Sequence[str], right: Sequence[str]) -> int:
    """Return how many words two rows have in common, in the same order."""
    return LCSseq.similarity(left, right)


def _words(mention: Mention, text: str) -> Iterator[tuple[str, int]]:
    for span in mention.spans:
        for match in _WORD.finditer(text, span.start, span.end):
            yield re.sub(r"['’]", "", match.group()).casefold(), match.start()


@lru_cache(maxsize=512)
def _regions(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _QUOTED.finditer(text))
