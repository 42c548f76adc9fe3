"""Sources that look like names by a capital letter or an article alone, and name nobody."""

import re
from typing import Final

from headwater.attribute.find.nouns import Phrase, names_in, names_people
from headwater.attribute.name.speaker import NAMELESS, Context, Speaker, clean_name
from headwater.lexicon.tables import country_words

# Words that count people and name none.
_CROWDS: Final = frozenset(
    "most some many several few each both others people all none everyone somebody someone anybody "
    "anyone nobody".split()
)
_DAYS: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june "
    "july august september october november december today yesterday tomorrow".split()
)
_SIDES: Final = frozenset({"north", "south"})  # "the West" is no state


def of_stray(context: Context, phrase: Phrase) -> Speaker | None:
    """Return who a bare word stands for that no list knows as a name, None for other phrases."""
    words = context.words
    text = clean_name(words.words(*phrase.whole))
    low = text.lower()
    if " " in text:
        return None
    if low in _CROWDS or _opens_sentence(context, phrase, low):
        return Speaker(text, "anonymous", plural=True, head=low, why=NAMELESS)
    if low in _DAYS:
        return Speaker("unattributed", "unattributed", why="a day is nobody's name")
    state = _side_of(low, words.text) if low in _SIDES and phrase.definite else None
    if state:
        return Speaker(state, "government", state, why=f"a state that the text calls the {text}")
    return None


def _opens_sentence(context: Context, phrase: Phrase, low: str) -> bool:
    """Tell whether a word for people has its capital from standing first ("Protesters said")."""
    words, at = context.words, phrase.core.first
    first = words.sentence_start(at) == at and low.endswith("s")
    return first and names_people(low.removesuffix("s")) and not names_in(words, phrase.core)


def _side_of(side: str, text: str) -> str | None:
    """Return the only state that a text names with this side: "North Korea" for "the North"."""
    found = {
        country.name
        for word, country in country_words().items()
        if word.lower().startswith(f"{side} ")
        and re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)
    }
    return found.pop() if len(found) == 1 else None
