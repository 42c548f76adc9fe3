"""What forbids to split a list: its items tell something only together, or share a noun."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from headwater.extract.list_words import is_adjective
from headwater.extract.verb_phrases import is_gerund
from headwater.extract.words import ADVERBS, AUXILIARIES, DETERMINERS, PREPOSITIONS, Words

NUMBERS: Final = frozenset(
    "two three four five six seven eight nine ten eleven twelve dozen dozens hundreds".split()
)
BELOW: Final = frozenset("if because unless while when although whether".split())


class Series(NamedTuple):
    """A list inside a clause: token indices before it, of each item, and after it."""

    head: tuple[int, ...]
    items: tuple[tuple[int, ...], ...]
    tail: tuple[int, ...]


def is_aside(words: Words, series: Series) -> bool:
    """Tell whether what looks like a list tells what its first item is ("Iran, a buyer of A").

    A name, and behind a comma things that an article opens.
    """
    first, *others = series.items
    named = len(others) > 1 and all(words.raw[i][0].isupper() for i in first)
    return named and words[others[0][0]] in {"a", "an", "the"}


def adds_deed(words: Words, series: Series) -> bool:
    """Tell whether behind a name comes what is done there ("saw Roe, the boss, leaving early")."""
    first, *others = series.items
    return words.raw[first[0]][0].isupper() and any(is_gerund(words, item[0]) for item in others)


def adds_state(words: Words, series: Series) -> bool:
    """Tell whether only the last item is a participle ("open to visitors and locked at night")."""
    first, last = series.items[0], series.items[-1]
    forms = words.verb(first[0]), words.verb(last[0])
    shaped = [form is not None and form.form in {"past", "participle"} for form in forms]
    return shaped == [False, True] and len(last) == 1 and not words.raw[last[0]][0].isupper()


def adds_verb(words: Words, series: Series) -> bool:
    """Tell whether the last item may be a verb with its object ("offers aid and raises wages")."""
    last = series.items[-1]
    form, opened = words.verb(last[0]), [words.verb(i) for i in series.head[-1:]]
    verb = form is not None and form.form == "third" and len(last) > 1
    alike = any(before is not None and before.form == "third" for before in opened)
    return verb and alike and words[last[1]] not in PREPOSITIONS


def shares_of(words: Words, series: Series) -> bool:
    """Tell whether deeds share an "of" ("the making, storage and sale of pumps")."""
    first, *_, last = series.items
    opened = words[first[0]] in {"the", "their", "its", "his", "her"}
    alone = all(words[item[0]] not in DETERMINERS for item in series.items[1:])
    return opened and alone and any(words[i] == "of" for i in last[1:])


def shares_noun(words: Words, series: Series) -> bool:
    """Tell whether two names go with one noun ("the Oslo and Lima mills")."""
    first, last = series.items[0], series.items[-1]
    named = words.raw[first[-1]][0].isupper()
    noun = len(last) > 1 and words.raw[last[0]][0].isupper() and words.raw[last[-1]].islower()
    return len(first) > 1 and named and noun


def is_counted(words: Words, series: Series) -> bool:
    """Tell whether one number counts all items ("30 divers and millers": not 30 millers)."""
    first, *others = series.items
    near = first[: 1 + (words[first[0]] in ADVERBS | DETERMINERS)]
    if not any(is_number(words, i) for i in near) or len(first) == len(near):
        return False
    counted = (is_number(words, i) for item in others for i in item[:2])
    return not any(counted) and not any(words[item[0]] in DETERMINERS for item in others)


def is_number(words: Words, index: int) -> bool:
    """Tell whether a token counts something."""
    year = len(words[index]) == len("2019") and words[index].startswith(("19", "20"))
    return words[index] in NUMBERS or (words[index][0].isdigit() and not year)


def holds_clause(words: Words, series: Series) -> bool:
    """Tell whether an item holds a clause below ("a new pact only if Lima"), or may hang on one."""
    below = any(words[i] in BELOW for item in series.items for i in item)
    return below or (bool(series.head) and _describes(words, series.head[-1]))


def _describes(words: Words, index: int) -> bool:
    """Tell whether an -ing form may go with the noun behind it ("a gas drilling firm")."""
    if not 0 < index < len(words) - 1 or not words[index].endswith("ing"):
        return False
    before, behind = words[index - 1], words.raw[index + 1]
    form = words.verb(index - 1)
    noun = before.isalpha() and words.raw[index - 1].islower() and not before.endswith("s")
    other = PREPOSITIONS | ADVERBS | AUXILIARIES | DETERMINERS | {"and", "or", "who", "to"}
    plain = noun and before not in other and (form is None or form.noun_too)
    return plain and not is_adjective(before) and behind.islower() and behind not in other


def ties_semicolons(words: Words, items: Sequence[Sequence[int]]) -> bool:
    """Tell whether semicolons part items: what stands behind the last goes with it alone."""
    return any(words[i] == ";" for i in range(items[0][0], items[-1][0]))
