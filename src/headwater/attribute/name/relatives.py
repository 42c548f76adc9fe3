"""What "who", "which" and "that" stand for: the noun phrase before them."""

from typing import Final

from headwater.attribute.find.classes import DASHES, PREPOSITIONS
from headwater.attribute.find.drafts import Found
from headwater.attribute.find.noun_phrases import ARTICLES, noun_phrase_before
from headwater.attribute.find.nouns import is_paper, names_in, names_people, read_phrase
from headwater.attribute.find.words import Words
from headwater.lexicon.cues import kinds_of_verb

MADE_REACH: Final = 7  # words of "released by the agency on Monday" behind a paper


def relative_antecedent(words: Words, source: Found) -> Found | None:
    """Return the noun phrase before "who", "which" or "that"."""
    index = source.first
    first = words.sentence_start(index)
    if index > first and words.raw[index - 1] == ",":
        index -= 1
    index = _before_dashes(words, first, index)
    before = _made_paper(words, first, index)
    if before is None and index > first:
        before = noun_phrase_before(words, index, first)
    if before is None:
        before = _behind_preposition(words, first, index)
    if before is not None and words.lower[before.first : before.first + 2] == ["according", "to"]:
        before = Found(before.first + 2, before.last)
    if before is not None and words.lower[source.first] == "who":
        return _named_apposition(words, before) or before
    if before is None or words.lower[source.first] != "which" or is_paper(words, before):
        return before
    return _name_before(words, index) or before


def _before_dashes(words: Words, first: int, index: int) -> int:
    """Return where an aside between dashes begins that ends here ("guests — men — who")."""
    if index <= first or words.raw[index - 1] not in DASHES:
        return index
    opening = (i for i in range(index - 2, first, -1) if words.raw[i] in DASHES)
    return next(opening, index - 1)


def _made_paper(words: Words, first: int, end: int) -> Found | None:
    """Return the paper of "a survey issued last year that", told when or where it came out."""
    for at in range(end - 2, max(first, end - MADE_REACH), -1):
        if not words.is_word(at):
            return None
        if "published" in kinds_of_verb(words.lower[at]):
            articles = (n for n in range(at - 2, first - 1, -1) if words.lower[n] in ARTICLES)
            before = noun_phrase_before(words, at, next(articles, first))
            return before if before is not None and is_paper(words, before) else None
    return None


def _behind_preposition(words: Words, first: int, end: int) -> Found | None:
    """Return the capitalised words between the last preposition and a relative word."""
    at = end
    while at > first and words.lower[at - 1] not in PREPOSITIONS:
        at -= 1
    named = first < at < end and words.is_capital(at) and all(map(words.is_word, range(at, end)))
    return Found(at, end) if named else None


def _named_apposition(words: Words, before: Found) -> Found | None:
    """Return the person that a noun phrase describes ("Lee Roe, a friend who ...")."""
    if words.lower[before.first] not in {"a", "an", "the"} or words.raw[before.first - 1] != ",":
        return None
    for name in words.names_from(words.starts[words.sentence_start(before.first)]):
        first, last = words.within(name.full)
        if last == before.first - 1 and name.kind == "person":
            return Found(first, last)
    return None


def _name_before(words: Words, index: int) -> Found | None:
    """Return the body or outlet whose name ends right before ", which"."""
    first = words.sentence_start(index)
    for name in words.names_from(words.starts[first]):
        place = Found(*words.within(name.span))
        if place.last == index and name.kind in {"body", "outlet"}:
            return place
    return None


def nearest_person(words: Words, found: Found) -> Found:
    """Return the part of a noun phrase that "who" follows: people, not the thing they belong to."""
    for first in range(found.last - 1, found.first, -1):
        if words.lower[first] in PREPOSITIONS and first + 1 < found.last:
            inner = Found(first + 1, found.last)
            person = any(name.kind in {"person", "people"} for name in names_in(words, inner))
            head = read_phrase(words, inner).head
            own = read_phrase(words, Found(found.first, first)).head
            thing = not names_people(own) and not words.is_capital(first - 1)
            return inner if person or (names_people(head) and thing) else found
    return found
