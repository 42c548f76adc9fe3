"""Splits rows of people and bodies that are named one by one, each with what is told of it.

"The suit names the board's chairman, Ana Roe, his deputy Lee Borg and Alvo" names three: a noun for
what somebody is goes with the name behind the comma, and a noun behind a name goes with that.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from headwater.extract.list_checks import ties_semicolons
from headwater.extract.list_words import naming_verbs, single_verbs
from headwater.extract.noun_phrases import PLURAL, SINGULAR, WHEN, is_several
from headwater.extract.roster_rows import GROUPING, MIN_ROW, RELATIVES, Part, is_name, read_row
from headwater.extract.words import ADVERBS, AUXILIARIES, DETERMINERS, Words

BE: Final = frozenset({"is", "are", "was", "were"})
OPENERS: Final = frozenset({"also", "among", "those", "others", "other", "people"})
ALL: Final = frozenset({"all", "both", "each"})
MAX_INTRO: Final = 30  # words from "names several people" to "including"
NEAR: Final = 4  # words from "named as defendants" to its "were", from "have" to "both"


class Row(NamedTuple):
    """A row of names with the words before it, those for all of them, and those behind it."""

    stem: Part
    intro: Part
    items: tuple[Part, ...]
    tail: Part


def named_parts(words: Words, body: Part) -> tuple[Part, ...]:
    """Return a part for each one whom a verb of naming names, and for what they are together."""
    found = _find_row(words, body)
    if found is None:
        return ()
    stem = _told(words, found.stem)
    *others, last = found.items
    shared = () if ties_semicolons(words, found.items) else found.tail
    parts = (*((*stem, *item, *shared) for item in others), (*stem, *last, *found.tail))
    return ((*found.stem, *found.intro), *parts) if found.intro else parts


def _find_row(words: Words, body: Part) -> Row | None:
    """Return the first row of names behind a verb that names."""
    for place in range(len(body) - MIN_ROW):
        if not _names(words, body, place):
            continue
        start = place + 1
        while start < len(body) - 1 and words[body[start]] in ADVERBS:
            start += 1
        intro, row = _introduced(words, body[start:])
        items, tail = read_row(words, row)
        if len(items) >= MIN_ROW and _are_named(words, items):
            return Row(body[: place + 1], intro, items, tail)
    return None


def _told(words: Words, stem: Part) -> Part:
    """Return the words before a row, without the "that" of "a list that includes"."""
    relative = len(stem) > MIN_ROW and words[stem[-2]] in {"that", "which"}
    alone = relative and not any(_may_govern(words, i) for i in stem[:-2])
    return (*stem[:-2], stem[-1]) if alone else stem


def _may_govern(words: Words, index: int) -> bool:
    """Tell whether a token may be the verb of the sentence around a row."""
    form = words.verb(index)
    shaped = form is not None and form.form in {"past", "third"} and not form.noun_too
    return words.finite[index] or shaped or _is_naming(words, index, {"third"})


def _are_named(words: Words, items: Sequence[Part]) -> bool:
    """Tell whether a row is one of names: both of two, at least one of more."""
    named = [is_name(words, item[-1]) for item in items]
    return all(named) if len(items) == MIN_ROW else any(named)


def _names(words: Words, body: Part, place: int) -> bool:
    """Tell whether a row of names may follow a token: "names", "naming", "named were"."""
    index = body[place]
    if words[index] in BE:
        opening = [i for i in body[:place] if words[i] not in OPENERS]
        return 0 < len(opening) <= NEAR and _is_naming(words, opening[0], {"participle", "past"})
    before = words[index - 1] if index else ""
    below = before in RELATIVES and any(words.finite[i] for i in body[: max(0, place - 1)])
    if words[index] in GROUPING or below:
        return False
    if before in DETERMINERS - RELATIVES | BE | {"of"} and not words[index].endswith("ing"):
        return False
    told = words.finite[index] or words[index] == "include"
    return _is_naming(words, index, {"third", "past", "base"} if told else {"third", "ing"})


def _is_naming(words: Words, index: int, forms: set[str]) -> bool:
    """Tell whether a token is a form of a verb that names, lists or charges people."""
    form = words.verb(index)
    return form is not None and form.lemma in naming_verbs() and form.form in forms


def _introduced(words: Words, rest: Part) -> tuple[Part, Part]:
    """Return the words for a whole row ("three people who lied") and the row; no words if none."""
    for place, index in enumerate(rest[:MAX_INTRO]):
        colon = words[index] == ":"
        if not colon and words[index] not in GROUPING:
            continue
        stop = place - 1 if place and words[rest[place - 1]] == "," else place
        intro = rest[:stop]
        told = next((n for n, i in enumerate(intro) if words[i] in RELATIVES), len(intro))
        plural = bool(intro[:told]) and is_several(words, intro[:told])
        if any(words[i] == ";" for i in intro):
            break
        alone = not any(words[i] == "," for i in intro[:told])
        return (intro, rest[place + 1 :]) if plural and alone else ((), ())
    return (), rest


def sharers(words: Words, subject: Sequence[int], body: Sequence[int]) -> tuple[Part, ...]:
    """Return each of those of whom a clause is said one by one, with the clause; none if it is not.

    "Borg and Roe have both been charged", "Borg, the mayor, and Roe pleaded guilty"; and "who have
    all been fined" behind a row of names.
    """
    body = tuple(body)
    if words[body[0]] in {"who", "which"}:
        return _tell_of_row(words, body)
    whole = (*subject, *body)
    verb = next((n for n, i in enumerate(whole) if words.finite[i]), 0)
    if not verb or words[whole[verb]] in SINGULAR or not _is_said_singly(words, whole[verb:]):
        return ()
    opening = _opening_time(words, whole[:verb])
    row = whole[len(opening) : verb]
    while row and words[row[-1]] in ADVERBS | ALL | {","}:
        row = row[:-1]
    items, tail = read_row(words, row)
    if tail or len(items) < MIN_ROW:
        return ()
    return tuple((*opening, *item, *whole[verb:]) for item in items)


def _opening_time(words: Words, row: Part) -> Part:
    """Return the words before a row that only tell when ("last week, Borg and Roe")."""
    comma = next((n for n, i in enumerate(row) if words[i] == ","), 0)
    timed = comma and words[row[comma - 1]] in WHEN and words.raw[row[comma - 1]].islower()
    return row[: comma + 1] if timed else ()


def _tell_of_row(words: Words, body: Part) -> tuple[Part, ...]:
    """Return each of the row before "who have all", with that clause."""
    comma = body[0] - 1
    if comma < 1 or words[comma] != "," or words[body[1]] not in PLURAL:
        return ()
    if not any(words[i] in ALL for i in body[1:NEAR]):
        return ()
    for start in range(comma - 1, -1, -1):
        if words.finite[start] or _is_naming(words, start, {"ing"}) or start == 0:
            first = start + (start > 0 or words.finite[start])
            items, tail = read_row(words, tuple(range(first, comma)))
            return () if tail else tuple((*item, comma, *body) for item in items)
    return ()


def _is_said_singly(words: Words, clause: Sequence[int]) -> bool:
    """Tell whether a verb is said of each of its subjects: with "both", or one like "plead"."""
    if clause[0] and words[clause[0] - 1] in ALL:
        return True
    for index in clause[: NEAR + 1]:
        if words[index] in ALL:
            return True
        form = words.verb(index)
        if form is not None and form.lemma in single_verbs():
            return form.form != "third"
        if words[index] not in AUXILIARIES | ADVERBS | {"been", "not", "being"} and not (
            words[index].endswith("ly")
        ):
            return False
    return False


def told_before(words: Words, body: Part) -> tuple[Part, ...]:
    """Return what is told of each before a colon and a row: "three people who lied: Roe and Borg".

    The item stands before the clause, as who it tells of.
    """
    found = _find_row(words, body)
    intro = found.intro if found is not None else ()
    told = next((n for n, i in enumerate(intro) if words[i] == "who"), len(intro))
    if found is None or told + 1 >= len(intro) or not words.finite[intro[told + 1]]:
        return ()
    if words[intro[-1] + 1] != ":":
        return ()
    return tuple((*item, *intro[told:]) for item in found.items)
