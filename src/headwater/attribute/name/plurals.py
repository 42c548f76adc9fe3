"""Whom "they" stands for."""

from collections.abc import Sequence
from typing import Final

from headwater.attribute.find.drafts import Found
from headwater.attribute.find.nouns import names_in, names_people, read_phrase
from headwater.attribute.find.sources import main_subject
from headwater.attribute.find.words import Words
from headwater.attribute.name.pronouns import PERSON_REACH, Known

MANY: Final = frozenset({"people", "men", "women", "many", "some", "others", "police"})


def plural_subject(words: Words, at: int, memory: Sequence[Known]) -> Found | None:
    """Return the people who are the subject before "they", in its sentence or the one before.

    In "Post lawyers read the letters. They found a flaw" these are the lawyers, not the group that
    spoke last; but a group that already speaks in the same sentence goes before.
    """
    first = words.sentence_start(at)
    if words.depth[at] or any(known.plural and first <= known.at < at for known in memory):
        return None
    here = main_subject(words, first, at)
    if here is not None:
        return here if _are_people(words, here) else None
    if words.sentence[at] == 0:
        return None
    low, high = words.bounds[words.sentence[at] - 1]
    before = main_subject(words, low, high)
    return before if before is not None and _are_people(words, before) else None


def _are_people(words: Words, found: Found) -> bool:
    """Tell whether a noun phrase is a plural noun for people, or several names."""
    phrase = read_phrase(words, found)
    if phrase.head in MANY:
        return True
    if "and" in words.lower[found.first : phrase.head_end]:
        return len([name for name in names_in(words, found) if name.kind == "person"]) > 1
    return phrase.head.endswith("s") and names_people(phrase.head)


def find_plural(words: Words, at: int, memory: Sequence[Known]) -> Known | None:
    """Return the group that "they" stands for: the last plural source, else the last body."""
    near = [
        k
        for k in memory
        if k.at < at
        and not words.depth[k.at]
        and words.sentence[at] - k.sentence <= PERSON_REACH * 2
    ]
    if words.depth[at]:  # whom a quotation calls "they" is seldom a source around it
        near = [k for k in near if k.plural and words.sentence[at] - k.sentence <= 1]
    for wanted in (lambda k: k.plural, lambda k: k.kind in ("organization", "government")):
        for known in reversed(near):
            if wanted(known):
                return known
    return None
