"""Find "the faults he listed are ...", where what is listed follows a form of "to be"."""

from typing import Final

from headwater.attribute.find.classes import (
    APOSTROPHES,
    DETERMINERS,
    QUOTE_MARKS,
    RELATIVES,
    SUBJECTS,
)
from headwater.attribute.find.contents import end_of_content
from headwater.attribute.find.drafts import FAIR, Draft, Found
from headwater.attribute.find.noun_phrases import noun_phrase_after
from headwater.attribute.find.words import Words
from headwater.lexicon.cues import cue_verbs
from headwater.lexicon.load import load_table

LINKS: Final = frozenset({"is", "are", "was", "were", "include", "includes", "included"})
LEADING: Final = frozenset({"among", "and", "but", "of"})
RULE: Final = "listed.v1"


def find_listed(words: Words, first: int, last: int, depth: int) -> tuple[Draft, ...]:
    """Return the attributions of "the N that S gave is C" and "the N given by S is C".

    Args:
        words: The document.
        first: First word of the sentence.
        last: Its end, excluded.
        depth: Quotation depth of the stretch; deeper words are read only as contents.
    """
    found: list[Draft] = []
    for index in range(first + 2, last - 2):
        if words.depth[index] > depth or words.lower[index] not in _NAMING:
            continue
        draft = _by_agent(words, index, last, depth) or _relative(
            words, (first, index, last), depth
        )
        if draft is not None:
            found.append(draft)
    return tuple(found)


def _relative(words: Words, place: tuple[int, int, int], depth: int) -> Draft | None:
    """Return the attribution of "the N that S gave is C"."""
    first, verb, last = place
    if words.lower[verb + 1] not in LINKS:
        return None
    source = _subject(words, verb, first)
    if source is None or not _follows_noun(words, source.first, first):
        return None
    return _draft(words, source, Found(verb, verb + 1), verb + 2, (last, depth))


def _subject(words: Words, verb: int, first: int) -> Found | None:
    """Return the subject of a relative clause that ends at a verb."""
    if words.lower[verb - 1] in SUBJECTS:
        return Found(verb - 1, verb)
    for index in range(verb - 1, first, -1):
        if words.lower[index] in RELATIVES:
            return Found(index + 1, verb) if index + 1 < verb else None
        if words.lower[index] in DETERMINERS or _opens_name(words, index):
            return Found(index, verb)
        if not (words.is_word(index) or words.is_inner_mark(index)):
            return None
    return None


def _opens_name(words: Words, index: int) -> bool:
    """Tell whether a name begins at a word."""
    return words.is_capital(index) and not words.is_capital(index - 1)


def _follows_noun(words: Words, index: int, first: int) -> bool:
    """Tell whether all from the start of the sentence to a word is one definite noun phrase."""
    end = index - (words.lower[index - 1] in RELATIVES)
    start = first + (words.lower[first] in LEADING)
    if end - start < 2 or words.lower[start] not in DETERMINERS:  # noqa: PLR2004 - "the faults"
        return False
    inside = range(start + 1, end)
    return not any(words.is_finite_verb(i) or not _may_stand(words, i) for i in inside)


def _may_stand(words: Words, index: int) -> bool:
    """Tell whether a word or mark may stand in a noun phrase."""
    quoted = words.raw[index] in QUOTE_MARKS | APOSTROPHES
    return words.is_word(index) or words.is_inner_mark(index) or quoted


def _by_agent(words: Words, verb: int, last: int, depth: int) -> Draft | None:
    """Return the attribution of "the N given by S is C"."""
    if words.lower[verb + 1] != "by":
        return None
    source = noun_phrase_after(words, verb + 2, last)
    if source is None or source.last >= last - 1 or words.lower[source.last] not in LINKS:
        return None
    return _draft(words, source, Found(verb, verb + 2), source.last + 1, (last, depth))


def _draft(
    words: Words, source: Found, cue: Found, start: int, bounds: tuple[int, int]
) -> Draft | None:
    """Return the attribution of what follows the form of "to be"."""
    last, depth = bounds
    if start >= last or words.lower[start] in {"not", "by"}:
        return None
    end = end_of_content(words, start, last, depth)
    return Draft(source, cue, (Found(start, end),), "says", RULE, FAIR) if end > start else None


def _forms() -> frozenset[str]:
    """Return the past forms of the verbs of naming."""
    lemmas = load_table("cues")["naming"]
    plain = {lemma + ("d" if lemma.endswith("e") else "ed") for lemma in lemmas}
    listed = {form for form, reads in cue_verbs().items() if reads[0].lemma in lemmas}
    return frozenset(plain | listed | set(load_table("cues")["named"]))


_NAMING: Final = frozenset(_forms())
