"""Find where noun phrases begin and end, by closed classes of words."""

from typing import Final

from headwater.attribute.find.classes import (
    APOSTROPHES,
    AUXILIARIES,
    BREAKS,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    QUOTE_MARKS,
    RELATIVES,
    SUBJECTS,
)
from headwater.attribute.find.drafts import Found
from headwater.attribute.find.states import states_go_on
from headwater.attribute.find.words import Words
from headwater.lexicon.cues import cue_nouns, cue_verbs
from headwater.lexicon.verbs import verb_forms

MAX_SOURCE: Final = 40  # words; longer noun phrases are clauses that were misread


PEOPLE: Final = frozenset(
    """officials authorities people sources experts analysts critics aides diplomats lawmakers
    others""".split()
)


ARTICLES: Final = POSSESSIVES | {"a", "an", "the", "this", "these", "those"}


def noun_phrase_before(words: Words, end: int, first: int) -> Found | None:
    """Return the noun phrase that ends before word `end`, as far left as it surely goes."""
    start = end
    while start > first and end - start < MAX_SOURCE:
        index = start - 1
        if _stops(words, index, start, end):
            break
        start = index
        if words.lower[index] in SUBJECTS or _opens_phrase(words, index, first):
            break
    start = _trim_left(words, start, end)
    return Found(start, end) if start < end else None


def _opens_phrase(words: Words, index: int, first: int) -> bool:
    """Tell whether an article or possessive begins the noun phrase for good."""
    if words.lower[index] not in ARTICLES or index <= first:
        return False
    before = words.lower[index - 1]
    return words.is_word(index - 1) and before not in PREPOSITIONS | CONJUNCTIONS | DETERMINERS


def _stops(words: Words, index: int, start: int, end: int) -> bool:
    """Tell whether a noun phrase cannot go on left over this word."""
    word, raw = words.lower[index], words.raw[index]
    if not words.is_word(index):
        return not words.is_inner_mark(index) and not _is_list_comma(words, index, end)
    if word in BREAKS or word in {"that", "which", "according"}:
        return True
    if word in RELATIVES:
        return start < end
    if word in CONJUNCTIONS:
        return not _joins_nouns(words, index, end)
    if word in AUXILIARIES and raw not in {"May", "Will", "US"} and len(word) > 1 and word != "re":
        return True
    if word.endswith("ing") and words.raw[index - 1] == "," and not words.is_capital(index):
        return True
    return words.is_finite_verb(index) or _is_cue_verb(words, index) or _is_done(words, index)


def _is_done(words: Words, index: int) -> bool:
    """Tell whether a word is the participle of "has angered many clerks who"."""
    form = verb_forms().get(words.lower[index])
    before = words.lower[index - 1] if index else ""
    shaped = words.lower[index].endswith("ed") if form is None else form.form == "past"
    return shaped and before in {"has", "have", "had"}


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
    if words.lower[index + 1] in {"jr", "sr", "d", "r"} or states_go_on(words, index, end):
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
