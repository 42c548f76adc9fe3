"""Lists that tell what kind of name a run of capital words is."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from headwater.lexicon.load import load_rows, load_table
from headwater.lexicon.tables import load_countries
from headwater.model.base import Record

GazetteerKind = Literal["person", "body", "outlet", "place", "people"]
Key = tuple[str, ...]


class Known(Record, frozen=True, kw_only=True):
    """A name in the gazetteer.

    Attributes:
        kind: What it names.
        canonical: The state, for words that stand for one; the outlet's or body's usual name else.
        upper: True if it is a name only in capitals ("WHO").
    """

    kind: GazetteerKind
    canonical: str
    upper: bool = False


class NameLists(Record, frozen=True, kw_only=True):
    """All lists, in lower case; keys of the gazetteer are words without dots and apostrophes."""

    gazetteer: Mapping[Key, Known]
    longest: int
    given: frozenset[str]
    weak_given: frozenset[str]
    before: frozenset[str]
    phrases: frozenset[Key]
    roles: frozenset[str]
    modifiers: frozenset[str]
    body_heads: frozenset[str]
    outlet_heads: frozenset[str]
    place_heads: frozenset[str]
    place_starts: frozenset[str]
    particles: frozenset[str]
    common: frozenset[str]
    said: frozenset[str]
    ambiguous: frozenset[str]
    leaders: frozenset[str]


def name_key(words: Iterable[str]) -> Key:
    """Return words as a key: lower case, no dots, no apostrophes."""
    plain = (word.lower().replace(".", "").replace("’", "").replace("'", "") for word in words)
    return tuple(word for word in plain if word)


def _lower(table: str, key: str) -> frozenset[str]:
    return frozenset(word.lower() for word in load_table(table)[key])


def _put(found: dict[Key, Known], name: str, kind: GazetteerKind, canonical: str) -> None:
    """Enter a name, unless it is there; a leading article is left off."""
    words = name.split()
    if words and words[0].lower() == "the" and len(words) > 1:
        words = words[1:]
    key = name_key(words)
    plain = name.replace(".", "").replace("/", "")
    upper = len(words) == 1 and plain.isalpha() and plain.isupper()
    if key:
        found.setdefault(key, Known(kind=kind, canonical=canonical, upper=upper))


def _gazetteer() -> dict[Key, Known]:
    """Collect outlets, bodies, states, peoples, cities and regions, in this order of right."""
    found: dict[Key, Known] = {}
    for row in load_rows("outlets"):
        for name in (row["name"], *row["aliases"]):
            _put(found, name, "outlet", row["name"])
    countries = load_countries()
    for country in countries:
        for name in country.names():
            _put(found, name, "place", country.name)
    for row in load_rows("bodies"):
        for name in (row["name"], *row["aliases"]):
            _put(found, name, "body", row["name"])
    for country in countries:
        for name in (*country.adjectives, *country.people):
            _put(found, name, "people", country.name)
        for name in (country.capital, *country.metonyms):
            _put(found, name, "place", name)
    words = load_table("name_words")
    for name in (*words["cities"], *words["regions"]):
        _put(found, name, "place", name)
    for name in words["groups"]:
        _put(found, name, "body", name)
    for name in words["peoples"]:
        _put(found, name, "people", name)
    return found


_LEADER_LETTERS = 5  # Shorter family names ("Li", "May", "Bush") are too often something else.


def _leaders() -> frozenset[str]:
    """Return family names of heads of state and government that hardly mean anything else."""
    names = (part for row in load_rows("leaders") for part in row["name"].lower().split())
    given = _lower("given_names", "words") | _lower("given_names", "weak")
    return frozenset(name for name in names if len(name) >= _LEADER_LETTERS and name not in given)


@lru_cache(maxsize=1)
def load_names() -> NameLists:
    """Return the lists, built once."""
    gazetteer = _gazetteer()
    titles = load_table("titles")
    return NameLists(
        gazetteer=MappingProxyType(gazetteer),
        longest=max(len(key) for key in gazetteer),
        given=_lower("given_names", "words"),
        weak_given=_lower("given_names", "weak"),
        before=_lower("titles", "before"),
        phrases=frozenset(tuple(phrase.split()) for phrase in titles["phrases"]),
        roles=_lower("titles", "words"),
        modifiers=_lower("titles", "modifiers"),
        body_heads=_lower("name_words", "body_heads"),
        outlet_heads=_lower("name_words", "outlet_heads"),
        place_heads=_lower("name_words", "place_heads"),
        place_starts=_lower("name_words", "place_starts"),
        particles=_lower("name_words", "particles"),
        common=_lower("name_words", "common"),
        said=_lower("name_words", "said"),
        ambiguous=_lower("name_words", "ambiguous"),
        leaders=_leaders(),
    )
