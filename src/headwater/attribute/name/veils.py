"""Read how a text hides a source."""

import re
from functools import lru_cache
from typing import Final

from headwater.attribute.find.drafts import Found
from headwater.attribute.find.nouns import Phrase, nouns_for
from headwater.attribute.find.words import Words
from headwater.lexicon.load import load_entries
from headwater.lexicon.parties import body_in, state_written
from headwater.model.attribution import Veil
from headwater.model.span import Span

NUMBERS: Final = {"one": 1, "a": 1, "an": 1, "another": 1, "two": 2, "three": 3, "four": 4}
SINGULARS: Final = {"people": "person", "persons": "person", "men": "man", "women": "woman"}


@lru_cache(maxsize=4)
def _patterns(role: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of the veil lexicon that play a role."""
    return tuple(e.compiled() for e in load_entries("veils") if e.attributes.get("role") == role)


def singular(head: str) -> str:
    """Return a noun without its plural ending."""
    if head in SINGULARS:
        return SINGULARS[head]
    if head.endswith("ies"):
        return head[:-3] + "y"
    return head[:-1] if head.endswith("s") and not head.endswith("ss") else head


def hides(words: Words, phrase: Phrase, source: Found) -> bool:
    """Tell whether a noun phrase speaks of people without naming them."""
    if phrase.head in nouns_for("people", "always"):
        return True
    if phrase.head not in nouns_for("people", "formula"):
        return False
    text = words.words(*source)
    qualified = any(
        p.search(text) for role in ("formula", "grounds", "mark") for p in _patterns(role)
    )
    return qualified or phrase.definite or bool(phrase.number) or phrase.head.endswith("s")


def find_grounds(words: Words, source: Found) -> Span | None:
    """Return the words of the source's sentence that give the condition of anonymity."""
    last = words.sentence_end(source.last - 1)
    start, end = words.starts[source.first], words.ends[last - 1]
    text = words.text[start:end]
    for pattern in _patterns("grounds"):
        found = pattern.search(text)
        if found is not None:
            stop = found.end()
            while stop > found.start() and text[stop - 1] in ", \n\u00a0":
                stop -= 1
            return Span(start=start + found.start(), end=start + stop)
    return None


def is_marked(words: Words, source: Found) -> bool:
    """Tell whether the source's own words say that it is not named or why it knows."""
    text = words.words(*source)
    return any(p.search(text) for role in ("formula", "grounds", "mark") for p in _patterns(role))


def read_veil(words: Words, phrase: Phrase, source: Found, medium: str | None = None) -> Veil:
    """Return what the text lets a reader know of a source that it does not name.

    Args:
        words: The document.
        phrase: The source's noun phrase taken apart.
        source: Its words.
        medium: The outlet that the source spoke to, if it is another one than the document's.
    """
    text = words.words(*phrase.core)
    plural = phrase.head.endswith("s") or phrase.head in {"people", "men", "women", "many", "some"}
    counted = phrase.number in {"one", "another"} or not plural
    return Veil(
        role=" ".join(text.split()),
        number=NUMBERS.get(phrase.number, 1 if counted else None),
        plural=plural,
        body=_body_words(words, phrase, text),
        medium=medium,
        grounds=find_grounds(words, source),
    )


def _body_words(words: Words, phrase: Phrase, text: str) -> str | None:
    """Return the words for the state or body that an unnamed source belongs to."""
    before_head = words.text[
        words.starts[phrase.core.first] : words.starts[phrase.head_end - 1]
    ].strip()
    if before_head and (state_written(before_head) or body_in(before_head)):
        named = [word for word in before_head.split() if word[0].isupper()]
        return " ".join(named) or None
    behind = re.search(
        r"\b(?:at|from|in|of|with)\s+(?:the\s+)?((?:[A-Z][\w’'.-]*\s*(?:of\s+(?:the\s+)?)?)+)", text
    )
    return behind[1].strip() if behind else None
