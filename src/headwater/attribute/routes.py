"""Find the outlet that a source spoke to, and groups that were met through an outlet."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from headwater.attribute.drafts import Draft, Found
from headwater.attribute.nouns import nouns_for
from headwater.attribute.words import Words
from headwater.lexicon.load import compile_phrases
from headwater.lexicon.parties import find_outlet, outlets_short_for
from headwater.model.parse import Name

import re

OUTLET_AHEAD: Final = 60  # characters from "in an interview with" to the outlet's name


@lru_cache(maxsize=1)
def _spoke() -> re.Pattern[str]:
    """Return the pattern of "in an interview with" and its like."""
    return compile_phrases(nouns_for("routes", "spoke"))


def is_outlet(name: Name) -> bool:
    """Tell whether a name is a news outlet's."""
    return name.kind == "outlet" or find_outlet(name.text) is not None or bool(outlets_short_for(name.text))


def outlet_spoken_to(words: Words, draft: Draft) -> Name | None:
    """Return the outlet that a draft's source spoke to, None if the text names none."""
    if draft.addressee is not None:
        start, end = words.starts[draft.addressee.first], words.ends[draft.addressee.last - 1]
        return _first_outlet(words, start, end)
    if draft.cue is None:
        return None
    last = words.sentence_end(draft.cue.first)
    start, end = words.starts[draft.cue.first], words.ends[last - 1]
    for found in _spoke().finditer(words.text, start, end):
        if any(part.first < words_at(words, found.end()) <= part.last for part in draft.contents):
            continue
        outlet = _first_outlet(words, found.end(), min(end, found.end() + OUTLET_AHEAD))
        if outlet is not None:
            return outlet
    return None


def words_at(words: Words, offset: int) -> int:
    """Return the number of the first word that ends behind an offset."""
    from bisect import bisect_right

    return bisect_right(words.ends, offset)


def _first_outlet(words: Words, start: int, end: int) -> Name | None:
    """Return the first outlet named in a stretch of characters."""
    for name in words.names_from(start):
        if name.span.start >= end:
            return None
        if is_outlet(name):
            return name
    return None


def own_outlet(document_outlet: str | None, name: str) -> bool:
    """Tell whether a name is that of the document's own outlet."""
    if document_outlet is None:
        return False
    mine, other = find_outlet(document_outlet), find_outlet(name)
    if mine is not None and other is not None:
        return mine.name == other.name
    return document_outlet.lower().removeprefix("the ") == name.lower().removeprefix("the ")


def found_of(words: Words, name: Name) -> Found:
    """Return a name's place in words."""
    return Found(*words.within(name.span))


def unused(drafts: Sequence[Draft]) -> int:
    """Return how many drafts there are."""
    return len(drafts)
