"""The parts of a clause that stand alone: items of lists, examples, additions, opposites.

Each part is a row of token indices: the words that all parts share, and its own.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from headwater.extract.list_checks import is_number
from headwater.extract.lists import find_series
from headwater.extract.rosters import named_parts
from headwater.extract.verb_phrases import is_gerund, is_verb_phrase
from headwater.extract.words import ADVERBS, DETERMINERS, PREPOSITIONS, PRONOUNS, Words

Part = tuple[int, ...]

ADDING: Final = (("as", "well", "as"), ("along", "with"), ("together", "with"))
EXAMPLES: Final = frozenset({"including", "namely"})
LISTING: Final = frozenset({"include", "includes", "included"})
COLONS: Final = frozenset({":", "—", "–"})
MODALS: Final = frozenset("will would can could shall should may might must".split())
MAX_EXAMPLE: Final = 9  # words of an example; longer ones were clauses
GOVERNED: Final = 2  # words from a verb to the preposition that goes with it
MIN_STEM: Final = 3  # words of what the examples belong to
MIN_ITEMS: Final = 3  # items behind a colon; two may be a turn of phrase


def find_parts(words: Words, body: Sequence[int], at_least: int) -> tuple[Part, ...]:
    """Return the parts of a clause in text order; only the clause itself if it has none.

    Args:
        words: Of the sentence.
        body: The clause's tokens.
        at_least: Fewest items of a list that the verb governs; see `lists`.
    """
    if any(
        words[body[n]] == "as"
        and _adds(words, body[n])
        and _is_unsure(words, body[: n - 1], body[n])
        for n in range(2, len(body))
        if words[body[n - 1]] == ","
    ):
        return (tuple(body),)
    named = named_parts(words, tuple(body))
    if named and all(_is_closed(words, part) for part in named):
        return named
    for find in (_added, _opposed, _exemplified, _named_first, _listed):
        found = tuple(find(words, tuple(body), at_least))
        if len(found) > 1 and all(is_sound(words, body, part) for part in found):
            return found
    return (tuple(body),)


def is_sound(words: Words, body: Sequence[int], part: Part) -> bool:
    """Tell whether a part can be read as a statement of its own, as its clause can.

    It has a verb if the clause has one, closes each quotation mark and bracket that it opens, stops
    at no word that asks for another, and leaves no relative clause without its verb.
    """
    verbs = [i for i in part if words.finite[i]]
    if not verbs and any(words.finite[i] for i in body):
        return False
    if not _is_closed(words, part) and _is_closed(words, body):
        return False
    if part[-1] != body[-1] and words[part[-1]] in PREPOSITIONS | DETERMINERS:
        return False
    if any(words[i] in MODALS and j > i + 1 and not _is_base(words, j) for i, j in pairwise(part)):
        return False  # "would [freeze its tests and] long-range missiles"
    opened = [n for n in part if words[n] in {"which", "who"} and n and words[n - 1] == ","]
    return not opened or any(verb > opened[-1] for verb in verbs)


def _is_base(words: Words, index: int) -> bool:
    form = words.verb(index)
    hyphened = index + 1 < len(words) and words[index + 1] == "-"
    other = words[index] in ADVERBS | PRONOUNS | {"be", "have", "not"}
    return other or (form is not None and form.form == "base" and not hyphened)


def _is_closed(words: Words, part: Sequence[int]) -> bool:
    """Tell whether the quotation marks and brackets of a stretch come in pairs."""
    marks = Counter(words.raw[i] for i in part)
    pairs = all(marks[left] == marks[right] for left, right in ("“”", "«»", "()", "[]"))
    return pairs and marks['"'] % 2 == 0


def _listed(words: Words, body: Part, at_least: int) -> Iterable[Part]:
    """Yield a part for each item of a list."""
    series = find_series(words, body, at_least)
    if series is None:
        return
    means = _by_means_of(words, series.head)
    if means:
        yield series.head[:means]
    for item in series.items:
        last = item == series.items[-1]
        shared = series.tail if last or not _is_own(words, series.tail) else ()
        yield tuple(sorted({*series.head, *item, *shared}))


def _by_means_of(words: Words, head: Part) -> int:
    """Return where "by" stands in "helped Oslo by selling A, B and C"; 0 if it does not."""
    for place in range(len(head) - 2, MIN_STEM - 1, -1):
        if words[head[place]] == "by" and is_gerund(words, head[place + 1]):
            return place if any(words.finite[i] for i in head[:place]) else 0
    return 0


def _is_own(words: Words, tail: Part) -> bool:
    """Tell whether what follows a list belongs to its last item alone ("ore that is sold")."""
    first = next((words[i] for i in tail if words[i] != ","), "")
    return first in {"that", "which", "who", "whose", "whom", "where"}


def _added(words: Words, body: Part, at_least: int) -> Iterable[Part]:
    """Yield the parts before and behind "as well as"."""
    for place, joint in enumerate(body[:-2]):
        size = _adds(words, joint)
        if not size or place == 0:
            continue
        stop = place - 1 if words[body[place - 1]] == "," else place
        after = place + size
        if stop < place and _is_unsure(words, body[:stop], joint):
            return
        start = _start_of_first(words, body, stop, after)
        if start is None or any(words.finite[i] for i in body[after:]):
            return
        yield body[:stop]
        yield from find_parts(words, (*body[:start], *body[after:]), at_least)
        return


def _is_unsure(words: Words, before: Sequence[int], joint: int) -> bool:
    """Tell whether an addition behind a comma may go with the subject, or with a noun far back.

    "All voted for it, along with six guests"; "a man who owns mills, as well as Ana Ruiz".
    """
    verb = max((i for i in before if words.finite[i]), default=0)
    relative = verb > 0 and words[verb - 1] in {"who", "which", "that"}
    return words[joint] in {"along", "together"} or relative


def _adds(words: Words, at: int) -> int:
    """Return how many words join an addition here; 0 if none does."""
    form = words.verb(at - 1) if at and words[at] == "along" else None
    if form is not None and form.lemma in {"go", "come", "get", "play", "run"}:
        return 0  # "went along with the plan"
    sizes = (len(p) for p in ADDING if tuple(words.lower[at : at + len(p)]) == p)
    return next(sizes, 0)


def _start_of_first(words: Words, body: Part, stop: int, after: int) -> int | None:
    """Return where the part before "as well as" begins; None if it cannot be told.

    It begins behind the verb, or behind the preposition that governs both; if the part behind
    opens with a preposition or an -ing form, where the last such word before stands.
    """
    if after >= len(body) or is_gerund(words, body[after]):
        return None
    opener = words[body[after]]
    if opener in PREPOSITIONS:
        same = (n for n in range(stop - 1, 0, -1) if words[body[n]] == opener)
        return next(same, None)
    verb = max((n for n in range(stop) if words.finite[body[n]]), default=-1)
    if verb < 0 or stop - verb > MAX_EXAMPLE + 2:
        return None
    at = verb + 1
    while at < stop and _is_verbal(words, body[at]):
        at += 1
    near = range(at, min(at + GOVERNED + 1, stop - 1))
    return next((n + 1 for n in near if words[body[n]] in {"with", "of", "to"}), at)


def _is_verbal(words: Words, index: int) -> bool:
    """Tell whether a token still belongs to the verb ("has also been", "sold")."""
    form = words.verb(index)
    shaped = form is not None and form.form in {"past", "participle", "ing"}
    shaped = shaped or (words[index - 1] == "to" and form is not None)
    return shaped or words[index] in ADVERBS | {"been", "be", "being", "to"} or words.finite[index]


def _opposed(words: Words, body: Part, _at_least: int) -> Iterable[Part]:
    """Yield the parts of "coal but not oil": what is affirmed, and what is negated."""
    for place in range(1, len(body) - 2):
        if words[body[place]] != "but" or words[body[place + 1]] != "not":
            continue
        stop = place - 1 if words[body[place - 1]] == "," else place
        rest = body[place + 2 :]
        verb = max((n for n in range(stop) if words.finite[body[n]]), default=-1)
        if verb < 0 or len(rest) > MAX_EXAMPLE or any(words.finite[i] for i in rest):
            return
        at = verb + 1
        while at < stop and _is_verbal(words, body[at]):
            at += 1
        if words[rest[0]] in PREPOSITIONS:
            same = (n for n in range(stop - 1, at - 1, -1) if words[body[n]] == words[rest[0]])
            at = next(same, stop)
        elif words[rest[0]] not in DETERMINERS and stop - at > len(rest) + 1:
            return
        if at < stop:
            yield body[:stop]
            yield (*body[:at], *body[place + 1 :])
        return


def _exemplified(words: Words, body: Part, _at_least: int) -> Iterable[Part]:
    """Yield the whole, and each thing that "including" or a colon tells of it."""
    for place in range(1, len(body) - 1):
        word, comma = words[body[place]], words[body[place - 1]] == ","
        if word in LISTING and words.finite[body[place]]:
            items = split_items(words, body[place + 1 :])
            yield from ((*body[: place + 1], *item) for item in items if len(items) >= MIN_ITEMS)
            return
        if not (word in EXAMPLES and comma) and word not in COLONS:
            continue
        stem = body[: place - 1] if comma else body[:place]
        rest, tail = _until_resumed(words, body[place + 1 :])
        items = split_items(words, rest)
        few = len(items) < MIN_ITEMS or is_number(words, body[place - 1])  # "cut to two: Ruiz, ..."
        if word in COLONS and (few or not _are_things(words, items)):
            return
        if len(items or (rest,)) == 1 and tail and words.finite[tail[0]]:
            return  # "firms, including those in Velia, were fined"
        yield (*stem, *tail)
        opener = body[len(stem) : place + 1] if word in EXAMPLES else ()
        yield from ((*stem, *opener, *item, *tail) for item in items or (rest,))
        return


def _until_resumed(words: Words, rest: Part) -> tuple[Part, Part]:
    """Return the examples, and what goes on behind them with the sentence: a verb, or "to"."""
    for place in range(1, len(rest) - 1):
        if words[rest[place]] != ",":
            continue
        following = rest[place + 1]
        if words[following] == "to" or is_verb_phrase(words, following):
            return rest[:place], rest[place + 1 :]
    return rest, ()


def split_items(words: Words, rest: Part) -> tuple[Part, ...]:
    """Return the items that stand in a row behind a word that opens a list; () if unsure.

    "A, B for ships and C": commas part the items, then the first "and" of the last stretch.
    """
    pieces: list[list[int]] = [[]]
    for index in rest:
        if words[index] == ",":
            pieces.append([])
        else:
            pieces[-1].append(index)
    last = pieces.pop()
    joint = next((n for n, i in enumerate(last) if words[i] in {"and", "or"}), -1)
    pieces += [last[:joint], last[joint + 1 :]] if joint >= 0 and (pieces or joint) else [last]
    items = [tuple(piece) for piece in pieces if piece]
    if not items or any(not _may_be_item(words, item) for item in items):
        return ()
    if len(items) == 1:
        return tuple(items)
    opened = any(words[item[0]] in ADVERBS | PREPOSITIONS | {"already"} for item in items)
    governed = any(words[i] in PREPOSITIONS - {"of"} for i in items[0])
    return () if joint < 0 or opened or governed else tuple(items)


def _are_things(words: Words, items: Sequence[Part]) -> bool:
    """Tell whether items are nouns, none of them a verb or with one ("to search, rescue")."""
    forms = [words.verb(item[0]) for item in items]
    verbs = any(f is not None and f.form in {"base", "ing"} and not f.noun_too for f in forms)
    return not verbs and not any(words[i] == "to" for item in items for i in item)


def _may_be_item(words: Words, item: Part) -> bool:
    """Tell whether a stretch can be one thing of a row."""
    free = next((n for n, i in enumerate(item) if words[i] in {"that", "who", "which"}), len(item))
    if free == 0 or len(item[:free]) > MAX_EXAMPLE:
        return False
    form = words.verb(item[0])
    shaped = form is not None and form.form == "past"  # "increased trade"
    return not any(words.finite[i] for i in item[shaped:free])


def _named_first(words: Words, body: Part, _at_least: int) -> Iterable[Part]:
    """Yield the whole, and each example, of "firms such as A and B sell tanks"."""
    verb = next((n for n, i in enumerate(body) if words.finite[i]), -1)
    opened = [
        n for n in range(1, verb - 2) if words[body[n]] == "such" and words[body[n + 1]] == "as"
    ]
    if not opened or any(words[body[n]] == "," for n in range(opened[0])):
        return
    stop = verb
    while stop > 0 and words[body[stop - 1]] in ADVERBS | {","}:
        stop -= 1
    items = split_items(words, body[opened[0] + 2 : stop])
    if not items or any(words[item[-1]] in PRONOUNS for item in items):
        return
    behind = tuple(i for i in body[stop:] if i >= body[verb] or words[i] != ",")
    yield (*body[: opened[0]], *behind)
    yield from ((*item, *behind) for item in items)
