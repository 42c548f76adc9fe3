"""Splits a clause with a list in it into one statement for each item."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from headwater.extract.words import ADVERBS, AUXILIARIES, DETERMINERS, PREPOSITIONS, Words

MIN_PAIR: Final = 2
TURNING: Final = frozenset("not no never neither without both between either from".split())
MAX_ITEM: Final = 9  # words of an item; longer ones are clauses of their own
MAX_FROM_VERB: Final = 4  # words between the verb and its list; farther lists modify something else
BE: Final = frozenset("is are was were be been being become becomes became remain remains".split())
OPENERS: Final = frozenset({"including", "include", "includes", "as", "like", "both"})


class Series(NamedTuple):
    """A list inside a clause: token indices before it, of each item, and after it."""

    head: tuple[int, ...]
    items: tuple[tuple[int, ...], ...]
    tail: tuple[int, ...]


def find_series(words: Words, body: Sequence[int], at_least: int) -> Series | None:
    """Return the first list of at least so many items, or None.

    A list is `A, B and C` (with or without a comma before `and`) without a finite verb inside.
    The first item begins after the last verb, preposition or opener before it.
    """
    for position, index in enumerate(body):
        if words[index] in {"and", "or"} and position:
            series = _read_series(words, body, position)
            if series is not None and _is_long_enough(words, series, index, at_least):
                return series
    return None


def _is_long_enough(words: Words, series: Series, conjunction: int, at_least: int) -> bool:
    """Tell whether a list has items enough, or is a pair of things that were surely both meant.

    Of "coal and oil" each is said; of "a normal and fair trade", "neither coal nor oil" it is not.
    """
    if "not" in words.lower[series.items[0][0] : series.items[0][-1]]:
        return False  # "does not sell ships, ..." has its verb in what looks like an item
    if len(series.items) >= at_least:
        return True
    if words[conjunction] != "and" or len(series.items) < MIN_PAIR:
        return False
    before = (*series.head, *series.items[0])
    turned = any(words[i] in TURNING or words[i].endswith("n't") for i in before)
    lone = all(len(item) == 1 for item in series.items)
    return not turned and (lone or all(_is_thing(words, item) for item in series.items))


def _is_thing(words: Words, item: tuple[int, ...]) -> bool:
    """Tell whether an item surely ends in a noun: a plural or a name."""
    last = words.raw[item[-1]]
    return last[0].isupper() or (last.endswith("s") and not last.endswith(("ss", "us", "ous")))


def _read_series(words: Words, body: Sequence[int], conjunction: int) -> Series | None:
    """Read the list that closes with the item after the conjunction."""
    end = _end_of_item(words, body, conjunction + 1)
    if end <= conjunction + 1:
        return None
    items = [tuple(body[conjunction + 1 : end])]
    stop = conjunction - 1 if words[body[conjunction - 1]] == "," else conjunction
    while True:
        start = _start_of_item(words, body, stop)
        if not 0 < stop - start <= MAX_ITEM:
            return None
        items.insert(0, tuple(body[start:stop]))
        if start == 0 or words[body[start - 1]] != ",":
            break
        stop = start - 1
    series = Series(tuple(body[:start]), tuple(items), tuple(body[end:]))
    return series if _is_worth_splitting(words, series) else None


def _is_worth_splitting(words: Words, series: Series) -> bool:
    """Tell whether each item makes a statement of its own.

    The list must be what the clause's verb governs (or follow "including", "such as"), must not be
    a subject, and must not be a row of verbs.
    """
    if not series.head or any(words.finite[i] for item in series.items for i in item):
        return False
    if any(words.finite[i] for i in series.tail):
        return False
    if len(series.items[0]) > 2 * max(len(item) for item in series.items[1:]) + 1:
        return False  # the list hangs on a phrase inside what looks like its first item
    firsts = [words.verb(item[0]) for item in series.items]
    if any(form is not None and form.form == "base" and not form.noun_too for form in firsts):
        return False
    last = series.head[-1]
    if words[last] in {"on", "in", "at"}:
        return False  # a place, with something said of it behind the comma
    form = words.verb(last)
    before = words[last - 1] if last else ""
    if words[last] in OPENERS or (form is not None and form.form == "ing" and _governs(before)):
        return True
    if words[last] in BE:
        return False  # "just and objective": adjectives, not things
    verbs = [position for position, i in enumerate(series.head) if words.finite[i]]
    return bool(verbs) and len(series.head) - 1 - verbs[-1] <= MAX_FROM_VERB


def _start_of_item(words: Words, body: Sequence[int], stop: int) -> int:
    """Return where the item that ends before `stop` begins."""
    at = stop
    while at > 0 and not _opens(words, body[at - 1], of_too=at == stop):
        at -= 1
    return at


def _opens(words: Words, index: int, *, of_too: bool) -> bool:
    """Tell whether an item can begin right after this token."""
    word = words[index]
    if word in {",", ":", ";"} or word in OPENERS | BE or words.finite[index]:
        return True
    form = words.verb(index)
    before = words[index - 1] if index else ""
    if form is not None and form.form == "ing":
        return _governs(before)
    if form is not None and form.form in {"past", "participle"}:
        return before in AUXILIARIES | ADVERBS
    return word in PREPOSITIONS - {"of", "for"} or (word == "of" and of_too)


def _governs(before: str) -> bool:
    """Tell whether an -ing form after this word is a verb: not in "the making", not in an item."""
    return before not in DETERMINERS | {",", "and", "or"}


def _end_of_item(words: Words, body: Sequence[int], start: int) -> int:
    """Return where the last item ends: before a preposition, a verb or a mark."""
    at = start
    while at < len(body):
        word = words[body[at]]
        stops = word in PREPOSITIONS or words.finite[body[at]] or word in {",", ";", "."}
        if stops and (word != "of" or at == start):
            break
        at += 1
    return at
