"""Find the words for the source of a cue."""

from typing import Final

from headwater.attribute.find.classes import (
    APOSTROPHES,
    AUXILIARIES,
    BREAKS,
    CONJUNCTIONS,
    DASHES,
    DAYS,
    DETERMINERS,
    PREPOSITIONS,
    QUOTE_MARKS,
    RELATIVES,
    SUBJECTS,
)
from headwater.attribute.find.cues import Cue
from headwater.attribute.find.drafts import Found
from headwater.attribute.find.words import Words
from headwater.lexicon.cues import cue_nouns, cue_verbs
from headwater.lexicon.verbs import verb_forms

MAX_SOURCE: Final = 40  # words; longer noun phrases are clauses that were misread
PEOPLE: Final = frozenset(
    """officials authorities people sources experts analysts critics aides diplomats lawmakers
    others""".split()
)
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
    return noun_phrase_before(words, end, first)


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
    if index <= first or not words.is_word(index - 1):
        return (
            _before_aside(words, index, first)
            if index > first and words.raw[index - 1] == ","
            else None
        )
    return noun_phrase_before(words, index, first)


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
    opening = end - 2
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
        if further is None:
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


def noun_phrase_before(words: Words, end: int, first: int) -> Found | None:
    """Return the noun phrase that ends before word `end`, as far left as it surely goes."""
    start = end
    while start > first and end - start < MAX_SOURCE:
        index = start - 1
        if _stops(words, index, start, end):
            break
        start = index
        if (
            words.lower[index] in SUBJECTS
            and not words.is_capital(index)
            or words.lower[index] in SUBJECTS
        ):
            break
    start = _trim_left(words, start, end)
    return Found(start, end) if start < end else None


def _stops(words: Words, index: int, start: int, end: int) -> bool:
    """Tell whether a noun phrase cannot go on left over this word."""
    word, raw = words.lower[index], words.raw[index]
    if not words.is_word(index):
        return not words.is_inner_mark(index) and not _is_list_comma(words, index, end)
    if word in BREAKS or word in {"that", "which"}:
        return True
    if word in RELATIVES:
        return start < end
    if word in CONJUNCTIONS:
        return not _joins_nouns(words, index, end)
    if word in AUXILIARIES and raw not in {"May", "Will", "US"} and len(word) > 1 and word != "re":
        return True
    if word.endswith("ing") and words.raw[index - 1] == "," and not words.is_capital(index):
        return True
    return words.is_finite_verb(index) or _is_cue_verb(words, index)


def _is_cue_verb(words: Words, index: int) -> bool:
    """Tell whether the word is a past form in the cue lexicon."""
    if words.lower[index + 1 : index + 2] == ["by"]:
        return False
    readings = cue_verbs().get(words.lower[index], ())
    if readings and readings[0].form == "third" and words.lower[index] not in cue_nouns():
        form = verb_forms().get(words.lower[index])
        return not (form is not None and form.noun_too) and not words.is_capital(index)
    return bool(readings) and readings[0].form == "past" and not words.is_capital(index)


def _joins_nouns(words: Words, index: int, end: int) -> bool:
    """Tell whether "and" joins two names or two nouns rather than two clauses."""
    if words.lower[index] not in {"and", "or"} or index + 1 >= end:
        return False
    left, right = index - 1, index + 1
    if left < 0 or not words.is_word(left):
        return False
    if words.is_capital(left) and words.is_capital(right):
        return True
    if words.lower[right] in PEOPLE and words.lower[left] not in PEOPLE:
        return False
    return (
        words.lower[right] not in DETERMINERS | SUBJECTS
        and not words.is_capital(right)
        and not words.is_finite_verb(left)
        and words.lower[left] not in AUXILIARIES
    )


def _is_list_comma(words: Words, index: int, end: int) -> bool:
    """Tell whether a comma stands in a list of names ("A, B and C") or before "Jr."."""
    if words.raw[index] != "," or index + 1 >= end or index == 0:
        return False
    if words.lower[index + 1] in {"jr", "sr", "d", "r"}:
        return True
    tail = words.lower[index + 1 : min(end, index + 8)]
    return words.is_capital(index + 1) and words.is_capital(index - 1) and ("and" in tail)


def _trim_left(words: Words, start: int, end: int) -> int:
    """Drop adverbs, times and leading prepositional phrases from the left of a noun phrase."""
    moved = True
    while moved and start < end:
        moved = False
        word = words.lower[start]
        if (
            (
                word in CONJUNCTIONS
                or word in APOSTROPHES
                or words.is_adverb(start)
                or not words.is_word(start)
            )
            or word in DAYS
            and start + 1 < end
            and words.is_capital(start)
        ):
            start, moved = start + 1, True
        elif (
            word in PREPOSITIONS
            or word in {"last", "this"}
            and start + 1 < end
            and words.lower[start + 1] in DAYS
        ):
            start, moved = _after_preposition(words, start, end), True
    return start


def _after_preposition(words: Words, start: int, end: int) -> int:
    """Return where a leading prepositional phrase ends: behind its time words or noun phrase."""
    index = start + 1
    while index < end and (
        words.lower[index] in DETERMINERS
        and index == start + 1
        or words.lower[index] in DAYS
        or words.lower[index] in {"last", "early", "late", "next", "past"}
        or words.raw[index].isdigit()
    ):
        index += 1
    if index > start + 1 and words.lower[index - 1] in DAYS or words.raw[index - 1].isdigit():
        return index
    for later in range(index, end):
        starts_name = words.is_capital(later) and not words.is_capital(later - 1)
        if (
            later > index
            and (starts_name or words.lower[later] in DETERMINERS | SUBJECTS)
            and words.lower[later - 1] not in PREPOSITIONS
        ):
            return later
    return end


def noun_phrase_after(words: Words, first: int, last: int) -> Found | None:
    """Return the noun phrase that begins at a word, its prepositional phrases included."""
    index = first
    while index < last:
        word, raw = words.lower[index], words.raw[index]
        if not words.is_word(index) and not words.is_inner_mark(index):
            if raw == "," and _goes_on(words, index, last):
                index += 1
                continue
            if raw not in QUOTE_MARKS or index == first:
                break
        if index > first and (
            word in BREAKS
            or (word in AUXILIARIES and len(word) > 1 and word not in {"may", "will"})
        ):
            break
        if index > first + 1 and word in DAYS and words.is_capital(index):
            break
        index += 1
    end = index
    while end > first and not words.is_word(end - 1) and words.raw[end - 1] not in QUOTE_MARKS:
        end -= 1
    return Found(first, end) if end > first else None


def _goes_on(words: Words, index: int, last: int) -> bool:
    """Tell whether a noun phrase goes on behind a comma: "a clerk at", "Jr."."""
    following = words.lower[index + 1 : index + 4]
    if not following:
        return False
    if following[0] in {"jr", "sr"}:
        return True
    return following[0] in {"a", "an", "who", "whose", "former"} and index + 2 < last
