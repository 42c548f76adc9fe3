"""Find what papers and films charge somebody with: "an ad hitting Roe for C"."""

from typing import Final

from headwater.attribute.find.contents import end_of_content
from headwater.attribute.find.drafts import FAIR, Draft, Found
from headwater.attribute.find.noun_phrases import noun_phrase_after, noun_phrase_before
from headwater.attribute.find.nouns import PAPERS, kind_of_noun, nouns_for
from headwater.attribute.find.words import Words
from headwater.lexicon.load import load_table

CHARGE: Final = frozenset({"for", "of", "over", "as"})
TARGET_REACH: Final = 10  # words of whoever is charged
RULE: Final = "spots.v1"


def find_spots(words: Words, first: int, last: int, depth: int) -> tuple[Draft, ...]:
    """Return the charges that a paper or a film makes right behind its noun, in text order.

    Args:
        words: The document.
        first: First word of the sentence.
        last: Its end, excluded.
        depth: Quotation depth of the stretch; deeper words are read only as contents.
    """
    found: list[Draft] = []
    for index in range(first + 1, last - 2):
        if words.lower[index] not in _CHARGING or words.depth[index] > depth:
            continue
        source = _paper_before(words, index, first)
        if source is None or not _is_charge(words, index, last):
            continue
        end = end_of_content(words, index + 1, last, depth)
        cue = Found(index, index + 1)
        found.append(Draft(source, cue, (Found(index + 1, end),), "alleges", RULE, FAIR))
    return tuple(found)


def _paper_before(words: Words, index: int, first: int) -> Found | None:
    """Return the noun phrase of a paper or a film that ends right before a verb."""
    noun = words.lower[index - 1]
    listed = kind_of_noun(noun) in PAPERS or noun in nouns_for("things", "spots")
    if not listed or words.is_capital(index - 1):
        return None
    return noun_phrase_before(words, index, first)


def _is_charge(words: Words, index: int, last: int) -> bool:
    """Tell whether somebody and what he is charged with follow a verb."""
    target = noun_phrase_after(words, index + 1, last)
    if target is None:
        return False
    reach = min(last, index + 1 + TARGET_REACH)
    return any(words.lower[i] in CHARGE for i in range(index + 2, reach))


_CHARGING: Final = frozenset(load_table("cues")["charging"])
