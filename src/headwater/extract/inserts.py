"""Clauses put into a sentence: "the mill, which paid no tax in 1999, was sold"."""

from typing import Final, NamedTuple

from headwater.extract.appositions import about_name, apposition_end
from headwater.extract.noun_phrases import is_about, phrase_before
from headwater.extract.verb_phrases import (
    COORDINATORS,
    SUBORDINATORS,
    is_finite_at,
    is_verb_phrase,
    skip_adverbs,
)
from headwater.extract.words import PREPOSITIONS, PRONOUNS, Words, titles

RELATIVE: Final = frozenset({"which", "who"})
OPENS: Final = COORDINATORS | SUBORDINATORS | {";", ":"}
OPENING: Final = frozenset("after when while although though since as once before".split())
CLOSING: Final = frozenset('”’»"')
SERVING: Final = frozenset("used needed required designed intended meant".split())
MARKS: Final = frozenset({",", "—", "–"})  # an insert opens and closes with the same mark
MIN_PARTICIPLE: Final = 4  # words; "founded in 1990" is a fact, "undaunted" is none
MAX_OWNED: Final = 7  # words from "whose" to the verb behind what is owned
MAX_INSERT: Final = 30  # words; what closes later was never the same insert


class Insert(NamedTuple):
    """An inserted clause: its comma or dash, its tokens, and the noun phrase that it is about.

    `stop` is the first token behind it that belongs to the sentence around it.
    """

    comma: int
    body: tuple[int, ...]
    about: tuple[int, ...]
    stop: int


def find_inserts(words: Words) -> tuple[Insert, ...]:
    """Return the inserted clauses of a sentence in order; none lies in another."""
    found: list[Insert] = []
    at = 1
    while at < len(words) - 2:
        insert = _insert_at(words, at) if words[at] in MARKS else None
        if insert is not None:
            found.append(insert)
            at = insert.stop
        else:
            at += 1
    return tuple(found)


def _insert_at(words: Words, comma: int) -> Insert | None:
    """Return the insert that a comma opens, if one does and it surely closes."""
    start = comma + 1
    named = _apposed_at(words, comma) if words[comma] == "," else None
    named = named or _served_at(words, comma)
    if named is not None:
        return named
    relative = opens_relative(words, start)
    if not relative and not is_participle(words, start):
        return None
    before_verb = _is_before_verb(words, comma)
    for close in range(start + 2, min(start + MAX_INSERT, len(words) - 1)):
        if words[close] != words[comma] or words.raw[close + 1] in CLOSING:
            continue  # 'Borg, who wrote "Tides," left'
        goes_on = before_verb and _resumes(words, close + 1)
        if not goes_on and not (relative and _is_in_list(words, comma, close)):
            continue
        body = tuple(range(start, close))
        about = phrase_before(words, comma)
        owned = words[start] == "whose"
        if relative and not owned and not is_about(words, about, skip_adverbs(words, start + 1)):
            about = ()
        if relative or (about and len(body) >= MIN_PARTICIPLE):
            return Insert(comma, body, about, close + 1)
        return None
    return None


def _apposed_at(words: Words, comma: int) -> Insert | None:
    """Return what a name is said to be before its verb ("Borg, the mayor of Lima, left")."""
    close = apposition_end(words, comma)
    about = about_name(words, comma) if close else ()
    if not about or not _is_before_verb(words, comma) or not _resumes(words, close + 1):
        return None
    return Insert(comma, tuple(range(comma + 1, close)), about, close + 1)


def _served_at(words: Words, comma: int) -> Insert | None:
    """Return what a noun serves for at the end of a sentence ("nets, used to catch eels.")."""
    start, stop = comma + 1, len(words)
    while stop > start and words.is_mark(stop - 1):
        stop -= 1
    about = phrase_before(words, comma)
    whole = not any(words.is_mark(at) and words.raw[at] != "-" for at in range(start, stop))
    if words[start] not in SERVING or not about or not whole or stop - start < MIN_PARTICIPLE:
        return None
    form = words.verb(start + 2) if words[start + 1] == "to" else None
    fits = words[start + 1] in {"for", "in", "as"} or (form is not None and form.form == "base")
    return Insert(comma, tuple(range(start, stop)), about, stop) if fits else None


def opens_relative(words: Words, start: int) -> bool:
    """Tell whether a clause with "who", "which" or "whose mill" and its verb begins here."""
    if words[start] != "whose":
        return words[start] in RELATIVE and is_finite_at(words, start + 1)
    for at in range(start + 2, min(start + MAX_OWNED, len(words))):
        if words.finite[at]:
            return True
        if words[at].rstrip(".") in titles() or words[at] in PRONOUNS:
            return False  # "whose vote he won", "whose vote Mr. Borg won"
        if words.is_mark(at) and words.raw[at] != "-":
            return False
    return False


def _resumes(words: Words, at: int) -> bool:
    """Tell whether the verb of the sentence around an insert comes here."""
    at = skip_adverbs(words, at)
    return at < len(words) and (words.finite[at] or is_verb_phrase(words, at))


def _is_before_verb(words: Words, comma: int) -> bool:
    """Tell whether a comma stands between a subject and its verb: no verb came before it."""
    for at in range(comma - 1, -1, -1):
        if words.finite[at] or (words[at] == "," and words[0] in OPENING):
            return not words.finite[at]
        if words[at] in OPENS:
            return True
    return True


def is_participle(words: Words, start: int) -> bool:
    """Tell whether "founded in 1990", "needed to build dams" begins here."""
    form = words.verb(start)
    if form is None or form.form not in {"past", "participle"} or start + 1 >= len(words):
        return False
    return words[start + 1] in PREPOSITIONS | {"to", "as"}


def _is_in_list(words: Words, comma: int, close: int) -> bool:
    """Tell whether items of a list stand before and behind an insert."""
    after = words[close + 1]
    listed = "," in words.lower[max(0, comma - 5) : comma]
    return listed and after in {"and", "or"} and not is_verb_phrase(words, close + 2)
