"""Find the words for the source of a cue."""

from typing import Final

from headwater.attribute.find.classes import (
    APOSTROPHES,
    AUXILIARIES,
    CONJUNCTIONS,
    DASHES,
    PREPOSITIONS,
    QUOTE_MARKS,
)
from headwater.attribute.find.cues import Cue
from headwater.attribute.find.drafts import Found
from headwater.attribute.find.noun_phrases import MAX_SOURCE, noun_phrase_before
from headwater.attribute.find.words import Words

RELATIVE_REACH: Final = 20  # words of a relative clause without commas
CLIPPED: Final = frozenset({"s", "d", "ll", "ve", "re", "m", "t"})  # what contractions leave
_HARD: Final = frozenset(";:()[]") | DASHES | QUOTE_MARKS


def find_subject(words: Words, cue: Cue, first: int) -> Found | None:
    """Return the noun phrase before a verb group, appositions included; None if there is none.

    Args:
        words: The document.
        cue: The verb group.
        first: The first word of the stretch to look in.
    """
    end = cue.first
    if cue.infinitive and end > first and words.lower[end - 1] == "to":
        return None
    if end > first and words.raw[end - 1] in APOSTROPHES and words.lower[end] in CLIPPED:
        end -= 1  # "I’m saying"
    if end <= first:
        return None
    before = words.raw[end - 1]
    if before == ",":
        return _before_aside(words, end, first)
    described = _before_relative(words, end, first)
    if described is not None:
        return described
    if (
        words.lower[end - 1] in {"that", "which", "who"}
        and end - 2 >= first
        and words.is_word(end - 2) | (words.raw[end - 2] == ",")
    ):
        return Found(end - 1, end)
    if before in _HARD or words.lower[end - 1] in CONJUNCTIONS | PREPOSITIONS:
        return None
    found = noun_phrase_before(words, end, first)
    return None if found is None or _is_cited(words, found, first) else found


def _is_cited(words: Words, found: Found, first: int) -> bool:
    """Tell whether "according to" stands before a noun phrase, which then is no subject."""
    return words.lower[max(first, found.first - 2) : found.first] == ["according", "to"]


def _before_relative(words: Words, end: int, first: int) -> Found | None:
    """Return the noun phrase whose relative clause ends before a verb ("an aide who left")."""
    for index in range(end - 2, max(first, end - RELATIVE_REACH), -1):
        if not words.is_word(index) and not words.is_inner_mark(index):
            return None
        if words.lower[index] == "who":
            verbs = any(
                words.is_finite_verb(i) or words.lower[i] in AUXILIARIES - CLIPPED
                for i in range(index + 1, end)
            )
            core = noun_phrase_before(words, index, first) if verbs else None
            return Found(core.first, end) if core is not None else None
    return None


def find_subject_at(words: Words, index: int, first: int) -> Found | None:
    """Return the noun phrase before a verb that stands at a word."""
    while index > first and (words.is_adverb(index - 1) or words.lower[index - 1] in AUXILIARIES):
        index -= 1
    if index in words.quote_from:
        return _before_title(words, index, first)
    if index <= first or not words.is_word(index - 1):
        return (
            _before_aside(words, index, first)
            if index > first and words.raw[index - 1] == ","
            else None
        )
    return noun_phrase_before(words, index, first)


def _before_title(words: Words, end: int, first: int) -> Found | None:
    """Return the noun phrase of "the spot, titled “Thunder,” features" before a verb."""
    opening = words.quote_from[end] - 1
    while opening > first and words.is_word(opening):
        opening -= 1
    core = noun_phrase_before(words, opening, first) if words.raw[opening] == "," else None
    return Found(core.first, end) if core is not None else None


def main_subject(words: Words, first: int, last: int) -> Found | None:
    """Return the noun phrase before the first finite verb of a stretch."""
    for index in range(first + 1, last):
        word = words.lower[index]
        if words.depth[index]:
            continue
        if (word in AUXILIARIES and len(word) > 1) or words.is_finite_verb(index):
            end = index
            while end > first and words.is_adverb(end - 1):
                end -= 1
            found = (
                noun_phrase_before(words, end, first)
                if end > first and words.is_word(end - 1)
                else None
            )
            if found is not None:
                return found
    return None


def _before_aside(words: Words, end: int, first: int) -> Found | None:
    """Return the noun phrase whose apposition or relative clause ends at the comma before `end`."""
    titled = words.quote_from.get(end - 1)  # "the report, “Low Water”, counts"
    opening = end - 2 if titled is None else titled - 1
    while (
        opening > first
        and words.raw[opening] not in {",", ";"}
        and words.raw[opening] not in QUOTE_MARKS
    ):
        opening -= 1
    if opening <= first or words.raw[opening] != ",":
        return None
    core = noun_phrase_before(words, opening, first)
    if core is None:
        return None
    while _is_listed(words, core, opening, first):
        further = noun_phrase_before(words, core.first - 1, first)
        if further is None or _is_cited(words, further, first):
            break
        core = Found(further.first, core.last)
    return Found(core.first, end)


def _is_listed(words: Words, core: Found, opening: int, first: int) -> bool:
    """Tell whether an apposition belongs to an earlier name ("Lee Roe, 54, a clerk, said")."""
    return (
        core.first - 1 > first
        and words.raw[core.first - 1] == ","
        and not words.is_capital(core.first)
        and opening - core.first < MAX_SOURCE
    )
