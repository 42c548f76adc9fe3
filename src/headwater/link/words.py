"""Words of a statement brought to a form in which they can be compared."""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from headwater.lexicon.load import load_rows, load_table
from headwater.lexicon.verbs import verb_forms

TOKEN: Final = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)?")
MIN_STEM: Final = 4  # letters that a suffix must leave; shorter stems run together
_SUFFIXES: Final = ("ization", "isation", "ation", "ition", "ement", "ment", "ness", "ance", "ence")
_LIGHT: Final = ("ion", "ity", "ly")
STOP: Final = frozenset(
    "a an the of in on at to for from by with as and or but if that which who whom whose this "
    "these those it its he him his she her hers they them their we us our ours you your i me my "
    "be am is are was were been being do does did doing have has had having will would "
    "shall should can could may might must there here than then so such also just very too "
    "about into over under after before between through during against within without up down "
    "out off again once because while where when what how why all any both each few more most "
    "other some only own same s t re ve ll d m not no nor one two said says say according told "
    "itself himself herself themselves ourselves what's that's it's he's she's i'm we're "
    "they're ".split()
)


PARTICLES: Final = frozenset({"up", "down"})
# Stems of verbs behind which neither tells a direction ("closed up the mill", "gave up the bid").
ROUNDED: Final = frozenset(
    "clos shut burn slow lock wind break tear cal giv mak set pick tak com show end wrap sign"
    " follow hold turn speak look lin stand sit writ back wak cover".split()
)


class Token(NamedTuple):
    """A word with its place in the statement."""

    text: str
    lower: str
    start: int
    end: int


@lru_cache(maxsize=32768)
def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the words of a text in order; hyphens part words, a possessive `s` is dropped."""
    found = []
    for match in TOKEN.finditer(text):
        word = match.group().replace("’", "'")
        if word.lower().endswith("'s"):
            word = word[:-2]
        found.append(Token(word, word.lower(), match.start(), match.start() + len(word)))
    return tuple(found)


@lru_cache(maxsize=1)
def _forms() -> Mapping[str, str]:
    """Return base forms of irregular words."""
    return MappingProxyType(dict(load_table("wordforms")["forms"]))


def _strip_regular(word: str) -> str:
    """Return the base of a regular plural, past or -ing form."""
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= MIN_STEM - 1:
            rest = word[: -len(ending)]
            return rest[:-1] if rest[-1] == rest[-2] and rest[-1] not in "lsz" else rest
    if word.endswith("ies") and len(word) > MIN_STEM:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > MIN_STEM - 1:
        return word[:-1]
    return word


@lru_cache(maxsize=65536)
def stem_of(word: str) -> str:
    """Return the stem of a lower-case word: base form, then one suffix off."""
    base = _forms().get(word)
    if base is None:
        form = verb_forms().get(word)
        base = form.lemma if form else _strip_regular(word)
        base = _forms().get(base, base)
    for suffix in (*_SUFFIXES, *_LIGHT):
        if base.endswith(suffix) and len(base) - len(suffix) >= MIN_STEM:
            base = base[: -len(suffix)]
            break
    if base.endswith("e") and len(base) > MIN_STEM - 1:
        base = base[:-1]
    if base.endswith("y") and len(base) > MIN_STEM - 1:
        base = base[:-1] + "i"
    return base


@lru_cache(maxsize=1)
def senses() -> Mapping[str, str]:
    """Map stems to the sense they share with others, as `#sense`."""
    found: dict[str, str] = {}
    for sense, words in load_table("synonyms")["groups"].items():
        for word in words:
            if " " not in word:
                found.setdefault(stem_of(word.lower()), f"#{sense}")
    return MappingProxyType(found)


@lru_cache(maxsize=1)
def sides() -> Mapping[str, tuple[tuple[int, int], ...]]:
    """Map stems to the rows of the opposites they stand in, with +1 for left and -1 for right."""
    found: dict[str, set[tuple[int, int]]] = {}
    for number, row in enumerate(load_rows("opposites")):
        for side, sign in (("left", 1), ("right", -1)):
            for word in row[side]:
                found.setdefault(stem_of(word.lower()), set()).add((number, sign))
    return MappingProxyType({stem: tuple(sorted(rows)) for stem, rows in found.items()})


@lru_cache(maxsize=1)
def converse_rows() -> frozenset[int]:
    """Return the rows of the opposites that are one deed, told of either party to it."""
    rows = enumerate(load_rows("opposites"))
    return frozenset(number for number, row in rows if row.get("converse"))


def sides_of(tokens: tuple[Token, ...]) -> tuple[tuple[Token, int, int], ...]:
    """Return the words that stand in the opposites, each with a row and the side it is on.

    "Up" and "down" behind a verb that they only round off are none ("close up", "shut down").
    """
    table, found = sides(), []
    for before, token in zip((None, *tokens), tokens, strict=False):
        if before and token.lower in PARTICLES and stem_of(before.lower) in ROUNDED:
            continue
        found += [(token, row, sign) for row, sign in table.get(stem_of(token.lower), ())]
    return tuple(found)
