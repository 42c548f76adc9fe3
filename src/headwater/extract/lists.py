"""Splits a clause with a list in it into one statement for each item."""

from collections.abc import Sequence
from typing import Final

from headwater.extract.list_checks import (
    Series,
    adds_deed,
    adds_state,
    adds_verb,
    holds_clause,
    is_aside,
    is_counted,
    shares_noun,
    shares_of,
)
from headwater.extract.list_words import adjective_words, collective_verbs, dealings, joint_deeds
from headwater.extract.words import ADVERBS, AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS, Words

MIN_PAIR: Final = 2
TURNING: Final = frozenset("not no never neither without both between either from".split())
OWNERS: Final = frozenset({"his", "her", "their", "its"})
LOOSE: Final = frozenset("away so however then too instead either first later".split())
MAX_ITEM: Final = 9  # words of an item; longer ones are clauses of their own
MAX_FROM_VERB: Final = 4  # words between the verb and its list; farther lists modify something else
BE: Final = frozenset("is are was were be been being become becomes became remain remains".split())
RELATIVES: Final = frozenset({"that", "which", "who", "whose"})
OPENERS: Final = frozenset({"including", "include", "includes", "as", "like", "both"})


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
    if _are_bound(words, series):
        return False
    if len(series.items) >= at_least:
        return True
    if words[conjunction] != "and" or len(series.items) < MIN_PAIR:
        return False
    before = (*series.head, *series.items[0])
    turned = any(words[i] in TURNING or words[i].endswith("n't") for i in before)
    lone = all(len(item) == 1 for item in series.items)
    things = all(is_thing(words, item) for item in series.items)
    return not turned and (lone or things or _is_stuff(words, *series.items[:MIN_PAIR]))


def _are_bound(words: Words, series: Series) -> bool:
    """Tell whether items tell something only together ("mothers and fathers, sons and girls")."""
    first, *others = series.items
    if any(words[item[0]] in OWNERS for item in others):
        return True  # "Borg's son and her husband"
    if any(words[item[0]] in TURNING | LOOSE for item in series.items):
        return True  # "no factual or legal reason", "married couples, and not the others"
    if words[first[0]] in PRONOUNS - DETERMINERS:
        return True  # "called it cruel, unjust and costly"
    if series.head and words[series.head[-1]] in {"between", "among"}:
        return True
    rest = [words[i] for i in series.tail]
    again = rest[:1] == [","] and "and" in rest and not any(words.finite[i] for i in series.tail)
    return again or any(words[i] in {"and", "or"} for item in series.items for i in item)


def is_thing(words: Words, item: Sequence[int]) -> bool:
    """Tell whether an item surely ends in a noun: a plural or a name."""
    last = words.raw[item[-1]]
    return last[0].isupper() or (last.endswith("s") and not last.endswith(("ss", "us", "ous")))


def _is_stuff(words: Words, first: Sequence[int], second: Sequence[int]) -> bool:
    """Tell whether two items are goods that share an adjective ("Russian oil and gas").

    Of "Russian oil and gas firms" and of "normal and fair trade" only the second item has a noun.
    """
    if len(first) < MIN_PAIR or len(second) > 1 or words[first[0]] in DETERMINERS:
        return False
    adjectives, endings = adjective_words()
    plain = [words[i] for item in (first, second) for i in item[-1:]]
    return not any(word in adjectives or word.endswith(endings) for word in plain)


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
    series = _behind_of(words, Series(tuple(body[:start]), tuple(items), tuple(body[end:])))
    return series if _is_worth_splitting(words, series) else None


def _behind_of(words: Words, series: Series) -> Series:
    """Return a list with its first item begun behind "of", if all items depend on that.

    So it is in "the supplier of steel, glass and oil" and "purchases of steel and oil", but not in
    "a group of banks, a trust and a shop".
    """
    first, *others = series.items
    for at in range(len(first) - 2, 0, -1):
        if words[first[at]] == "of" and words[first[at - 1]] in dealings():
            return Series((*series.head, *first[: at + 1]), (first[at + 1 :], *others), series.tail)
    return series


def _is_worth_splitting(words: Words, series: Series) -> bool:
    """Tell whether each item makes a statement of its own.

    The list must be what the clause's verb governs (or follow "including", "such as"), must not be
    a subject, and must not be a row of verbs.
    """
    if any(words.finite[i] or words.is_dash(i) for item in series.items for i in item):
        return False
    if not series.head:
        return _is_said_of_each(words, series)
    if any(words.finite[i] for i in series.tail) and words[series.tail[0]] not in RELATIVES:
        return False
    if len(series.items[0]) > 2 * max(len(item) for item in series.items[1:]) + 1:
        return False  # the list hangs on a phrase inside what looks like its first item
    one = (
        _is_row_of_adjectives,
        _hangs_on_of,
        is_aside,
        adds_deed,
        adds_state,
        adds_verb,
        shares_of,
        holds_clause,
    )
    if is_counted(words, series) or any(holds(words, series) for holds in one):
        return False
    if shares_noun(words, series) or _is_row_of_verbs(words, series):
        return False
    return _is_governed(words, series.head)


def _is_row_of_verbs(words: Words, series: Series) -> bool:
    """Tell whether the items are verbs, or one is a deed.

    So in "to move on and look for work", "saw him beating a man, pushing a woman and shouting".
    """
    firsts = [words.verb(item[0]) for item in series.items]
    plain = words[series.head[-1]] == "to"
    if any(f is not None and f.form == "base" and (plain or not f.noun_too) for f in firsts):
        return True
    return any(_is_deed(words, item) for item in series.items[1:])


def _is_row_of_adjectives(words: Words, series: Series) -> bool:
    """Tell whether only the last item has the noun ("quick, smart and honest stewardship")."""
    adjectives, endings = adjective_words()
    *others, last = series.items
    return len(last) > 1 and all(
        len(item) == 1 and (words[item[0]] in adjectives or words[item[0]].endswith(endings))
        for item in others
    )


def _hangs_on_of(words: Words, series: Series) -> bool:
    """Tell whether a list may belong to an "of" inside what looks like its first item.

    In "took advantage of the grief and fear" the second item is no object of the verb.
    """
    first, *others = series.items
    if not any(words[index] == "of" for index in first[1:]):
        return False
    alike = len(others) > 1 and all(any(words[i] == "of" for i in item) for item in others)
    return not alike and not all(words[item[0]] in DETERMINERS for item in others)


def _is_deed(words: Words, item: Sequence[int]) -> bool:
    """Tell whether an item is an -ing form with an object, not a thing."""
    form = words.verb(item[0])
    if form is None or form.form != "ing" or len(item) < MIN_PAIR:
        return False
    return words[item[1]] in DETERMINERS | PREPOSITIONS | PRONOUNS  # not "jamming equipment"


def _is_governed(words: Words, head: Sequence[int]) -> bool:
    """Tell whether the words before a list end in what governs it: a verb, "such as"."""
    last = head[-1]
    before = words[last - 1] if last else ""
    if words[last] in {"on", "in", "at"} | BE or (words[last] == "as" and before != "such"):
        return False  # a place, "just and objective", "cruel, unjust and costly": no things
    form = words.verb(last)
    if form is not None and form.lemma in joint_deeds():
        return False  # "sued Borg, Lund and Alvo": one suit
    if words[last] in OPENERS or (form is not None and form.form == "ing" and _governs(before)):
        return True
    verbs = [position for position, i in enumerate(head) if words.finite[i]]
    return bool(verbs) and len(head) - 1 - verbs[-1] <= MAX_FROM_VERB


def _is_said_of_each(words: Words, series: Series) -> bool:
    """Tell whether a list is a subject, and its verb says something of each item.

    Of "Oslo, Lima and Velia met" none of the three met alone.
    """
    if len(series.items) <= MIN_PAIR or not series.tail:
        return False
    if not all(is_thing(words, item) for item in series.items):
        return False
    return says_of_each(words, series.tail)


def says_of_each(words: Words, tail: Sequence[int]) -> bool:
    """Tell whether a verb phrase says something of each member of its subject."""
    verbal: list[int] = []
    for index in tail[:MAX_FROM_VERB]:
        form = words.verb(index)
        shaped = form is not None and form.form in {"past", "participle", "ing"}
        if words.finite[index] or (verbal and shaped):
            verbal.append(index)
        elif words[index] not in ADVERBS | {"been", "not", "all"}:
            break
    if not verbal or tail[0] not in verbal and words[tail[0]] not in ADVERBS | {"all"}:
        return False
    last = words.verb(verbal[-1])
    lemma = last.lemma if last is not None else "be"
    return lemma not in collective_verbs() and words[verbal[-1]] not in AUXILIARIES


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
    if words.is_hyphened(index):
        return False  # "son-in-law"
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
        stops = word in PREPOSITIONS | RELATIVES | {",", ";", "."} or words.finite[body[at]]
        if stops and (word != "of" or at == start) and not words.is_hyphened(body[at]):
            break
        at += 1
    return at
