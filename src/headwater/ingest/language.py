"""Whether a text is English: the one language that is read so far."""

import re
from typing import Final

from headwater.model.document import Stated

_WORD: Final = re.compile(r"[^\W\d_]+")
_FUNCTION_WORDS: Final = frozenset(
    "the of and to a in that is was for on with as by it at from be has had have not are his its "
    "this were who which said but an they their he she will would or after".split()
)
_SAMPLE: Final = 2000  # words; the share is stable from a few hundred on
_FEWEST: Final = 20  # words; below, a headline alone may have no function word


def guess_language(text: str, english_share: float) -> Stated | None:
    """Return English if enough words are English function words, None if it cannot be told."""
    words = [
        match.group().lower()
        for match, _ in zip(_WORD.finditer(text), range(_SAMPLE), strict=False)
    ]
    if len(words) < _FEWEST:
        return None
    share = sum(word in _FUNCTION_WORDS for word in words) / len(words)
    return Stated(value="en", given_by="text:function-words") if share >= english_share else None
