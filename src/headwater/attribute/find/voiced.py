"""Find "raised concerns with X about ...": a verb, the noun it voices, and what it is about."""

from typing import Final

from headwater.attribute.find.contents import end_of_content
from headwater.attribute.find.drafts import LIKELY, Draft, Found
from headwater.attribute.find.sources import find_subject_at
from headwater.attribute.find.words import Words
from headwater.lexicon.cues import cue_nouns
from headwater.lexicon.load import load_table
from headwater.lexicon.verbs import verb_forms

NOUN_REACH: Final = 5  # words from the verb to its noun ("expressed deep and growing alarm")
ABOUT_REACH: Final = 16  # words from the noun to "about", over whom and when it was said
LEAST: Final = 2  # words of a content
ADJUNCTS: Final = frozenset({"with", "to", "in", "during", "on", "at"})


def find_voiced(words: Words, first: int, last: int, depth: int) -> tuple[Draft, ...]:
    """Return the attributions of voiced feelings in a sentence, in text order.

    Args:
        words: The document.
        first: First word of the sentence.
        last: Its end, excluded.
        depth: Quotation depth of the stretch; deeper words are read only as contents.
    """
    found = []
    for index in range(first, last):
        form = verb_forms().get(words.lower[index])
        if form is None or form.lemma not in _VOICING or words.depth[index] > depth:
            continue
        draft = _draft(words, index, Found(first, last), depth)
        if draft is not None:
            found.append(draft)
    return tuple(found)


def _draft(words: Words, verb: int, sentence: Found, depth: int) -> Draft | None:
    """Return the attribution of a verb that voices something."""
    noun = _noun(words, verb, sentence.last)
    start = _start(words, noun + 1, sentence.last) if noun else None
    source = find_subject_at(words, verb, sentence.first) if start else None
    if noun is None or start is None or source is None:
        return None
    end = end_of_content(words, start, sentence.last, depth)
    if end - start < LEAST:
        return None
    kind = cue_nouns()[words.lower[noun]].kind
    return Draft(source, Found(verb, noun + 1), (Found(start, end),), kind, "voiced.v1", LIKELY)


def _noun(words: Words, verb: int, last: int) -> int | None:
    """Return the noun that a verb voices."""
    for index in range(verb + 1, min(last, verb + 1 + NOUN_REACH)):
        if words.lower[index] in _VOICED:
            return index
        if not words.is_word(index) and not words.is_inner_mark(index):
            return None
    return None


def _start(words: Words, index: int, last: int) -> int | None:
    """Return where the content begins, behind "about" or at "that"."""
    if index >= last or words.lower[index] not in ADJUNCTS | _ABOUT:
        return None
    for at in range(index, min(last - 1, index + ABOUT_REACH)):
        word = words.lower[at]
        if word in _ABOUT:
            return at if word == "that" else at + 1
        if words.is_finite_verb(at) or not (words.is_word(at) or words.is_inner_mark(at)):
            return None
    return None


_VOICING: Final = frozenset(load_table("cues")["voicing"])
_VOICED: Final = frozenset(load_table("cues")["voiced"])
_ABOUT: Final = frozenset(load_table("cues")["voiced_about"])
