"""Where the noun phrase before a place begins, and whether it is one thing or several."""

import re
from collections.abc import Sequence
from typing import Final

from headwater.extract.list_words import body_heads
from headwater.extract.words import ADVERBS, AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS, Words

PARTIES: Final = frozenset({"D", "R", "I"})  # "D-Ohio" behind a name
NAMED: Final = 2  # words of a name
TITLED: Final = 3  # of one that no place has: "Gen. Ana Roe"
LONGEST: Final = 8  # words of a phrase that a clause behind it is led back to
SINGULAR: Final = frozenset("is was has does isn't wasn't hasn't doesn't".split())
PLURAL: Final = frozenset("are were have do aren't weren't haven't don't".split())
WHEN: Final = frozenset(
    "today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january"
    " february march april may june july august september october november december day days week"
    " weeks month months year years morning evening afternoon night time".split()
)
_ORDINAL: Final = re.compile(r"\d+(?:st|nd|rd|th)$")
WHOLE: Final = frozenset("mean come happen follow occur begin suggest imply".split())
UNITS: Final = frozenset("% percent hundred thousand million billion trillion dozen half".split())
_STOPS: Final = PREPOSITIONS - {"of"} | AUXILIARIES | PRONOUNS - DETERMINERS | frozenset(
    {"and", "or", "but", "nor", "that", "which", "who", "if", "as", "because", "while", "when",
     "than", "so", "including", "not", "where", "how", "why", "whether", "yet"}
)  # fmt: skip


def phrase_before(words: Words, stop: int) -> tuple[int, ...]:
    """Return the tokens of the noun phrase that ends before a token, or nothing if unsure."""
    at = stop
    while at > 0 and not _ends_before(words, at - 1, stop):
        at -= 1
        if words[at] in DETERMINERS and (at == 0 or words[at - 1] != "of"):
            break
    found = _without_figure(words, tuple(range(_start_of_body(words, at), stop)))
    while found and (words[found[0]] in ADVERBS | {"of"} or words.is_mark(found[0])):
        found = found[1:]
    if found and words.raw[found[0]] in PARTIES and words.lower[found[0] + 1 :][:1] == ("-",):
        before = phrase_before(words, found[0] - 1) if words[found[0] - 1] == "," else ()
        return (*before, found[0] - 1, *found) if before else ()
    named = [i for i in found if not words.is_mark(i) and words[i] not in DETERMINERS]
    if not named or len(found) > LONGEST or words[named[-1]] in WHEN:
        return ()
    return found


def _start_of_body(words: Words, at: int) -> int:
    """Return where a body's name begins that a phrase ends ("Committee on Ports")."""
    head = at - 2
    if head < 0 or words[at - 1] not in {"on", "for"} or words[head] not in body_heads():
        return at
    if not (words.raw[head][0].isupper() and words.raw[at][0].isupper()):
        return at
    while head > 0 and words.raw[head - 1][0].isupper():
        head -= 1
    return head - 1 if head > 0 and words[head - 1] in DETERMINERS else head


def _without_figure(words: Words, phrase: tuple[int, ...]) -> tuple[int, ...]:
    """Return a phrase without a figure at its head: its clause counts it, not the one behind it."""
    last = -1
    for place, index in enumerate(phrase):
        figure = any(c.isdigit() for c in words[index]) and not _ORDINAL.match(words[index])
        if words[index] in UNITS or figure:
            last = place
    return phrase[last + 1 :]


def _ends_before(words: Words, at: int, stop: int) -> bool:
    """Tell whether a token is no part of the phrase behind it."""
    word = words[at]
    hyphen = {words[at - 1] if at else "", words[at + 1]} & {"-"}  # "made-in-Lima goods"
    if not hyphen and (word in _STOPS or words.finite[at]):
        return True
    if words.is_mark(at):
        return words.raw[at] not in {"’", "'", "-", "%", "$", "&", "."}
    form = words.verb(at)
    if form is not None and form.form == "base" and _is_governed(words, at):
        return True  # "will greatly please [guests, who]"
    if form is None or at == stop - 1 or form.noun_too:
        return False
    if form.form == "ing" and words.raw[at + 1][0].isupper() and words.raw[at - 1].islower():
        return True  # "the guilds decrying [Borg]"
    governs = words[at + 1] in DETERMINERS
    if at and words[at - 1] in {"has", "have", "had"}:  # "has said [Borg, who]"
        governs = governs or words.raw[at + 1][0].isupper()
    return form.form in {"past", "participle", "ing"} and governs


def name_before(words: Words, stop: int) -> tuple[int, ...]:
    """Return the name of somebody that ends before a token ("aide to Gen. Ana L. Roe"), or ().

    Of two words behind a preposition it may be a place's.
    """
    at = stop
    while at > 0 and (words.raw[at - 1][0].isupper() or words.raw[at - 1] == "."):
        at -= 1
    least = TITLED if at and words[at - 1] in PREPOSITIONS else NAMED
    return tuple(range(at, stop)) if stop - at >= least else ()


def _is_governed(words: Words, at: int) -> bool:
    """Tell whether "to" or an auxiliary stands before a verb."""
    before = at - 1
    while before > 0 and (words[before] in ADVERBS or words[before].endswith("ly")):
        before -= 1
    return before >= 0 and words[before] in AUXILIARIES | {"to"}


def is_about(words: Words, phrase: Sequence[int], verb: int) -> bool:
    """Tell whether a phrase can be what "which" or "who" before a verb stands for.

    "Which means", "which came" and the like tell of the whole sentence.
    """
    form = words.verb(verb)
    if not phrase or (form is not None and form.lemma in WHOLE):
        return False
    if words[verb] not in SINGULAR | PLURAL:
        return True
    return is_several(words, phrase) == (words[verb] in PLURAL)


def is_several(words: Words, phrase: Sequence[int]) -> bool:
    """Tell whether a noun phrase is plural, from the last word before its first preposition."""
    stop = next((n for n, i in enumerate(phrase) if words[i] in PREPOSITIONS and n), len(phrase))
    last = words[phrase[stop - 1]]
    if last in {"people", "police", "women", "men", "children"}:
        return True
    return last.endswith("s") and not last.endswith(("ss", "us", "is", "'s", "news"))
