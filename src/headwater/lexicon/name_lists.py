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
    titles: frozenset[str]
    phrases: frozenset[Key]
    roles: frozenset[str]
    modifiers: frozenset[str]
    body_heads: frozenset[str]
    of_heads: frozenset[str]
    for_heads: frozenset[str]
    outlet_heads: frozenset[str]
    place_heads: frozenset[str]
    place_starts: frozenset[str]
    particles: frozenset[str]
    common: frozenset[str]
    said: frozenset[str]
    ambiguous: frozenset[str]
    leaders: frozenset[str]
    no_person: frozenset[str]


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
    """Collect all lists; where two share a name, the first has it."""
    found: dict[Key, Known] = {}
    countries = load_countries()
    words = load_table("name_words")
    _put_rows(found, "outlets", "outlet")
    for country in countries:
        _put_all(found, country.names(), "place", country.name)
    _put_rows(found, "bodies", "body")
    for country in countries:
        _put_all(found, (*country.adjectives, *country.people), "people", country.name)
        _put_all(found, (country.capital, *country.metonyms), "place")
    _put_all(found, (*words["cities"], *words["regions"]), "place")
    _put_all(found, words["groups"], "body")
    _put_all(found, words["peoples"], "people")
    return found


def _put_rows(found: dict[Key, Known], table: str, kind: GazetteerKind) -> None:
    """Enter the names and aliases of a table."""
    for row in load_rows(table):
        _put_all(found, (row["name"], *row["aliases"]), kind, row["name"])


def _put_all(
    found: dict[Key, Known], names: Iterable[str], kind: GazetteerKind, canonical: str | None = None
) -> None:
    """Enter several names for one thing, or each for itself."""
    for name in names:
        _put(found, name, kind, canonical or name)


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
    heads = _lower("name_words", "body_heads") | _lower("titles", "words")
    plurals = frozenset(f"{word}s" for word in heads)
    return NameLists(
        gazetteer=MappingProxyType(gazetteer),
        longest=max(len(key) for key in gazetteer),
        given=_lower("given_names", "words"),
        weak_given=_lower("given_names", "weak"),
        before=_lower("titles", "before"),
        titles=_lower("titles", "titles"),
        phrases=frozenset(tuple(phrase.split()) for phrase in titles["phrases"]),
        roles=_lower("titles", "words"),
        modifiers=_lower("titles", "modifiers"),
        body_heads=_lower("name_words", "body_heads"),
        of_heads=_lower("name_words", "of_heads"),
        for_heads=_lower("name_words", "for_heads"),
        outlet_heads=_lower("name_words", "outlet_heads"),
        place_heads=_lower("name_words", "place_heads"),
        place_starts=_lower("name_words", "place_starts"),
        particles=_lower("name_words", "particles"),
        common=_lower("name_words", "common"),
        said=_lower("name_words", "said"),
        ambiguous=_lower("name_words", "ambiguous"),
        leaders=_leaders(),
        no_person=heads | plurals | _lower("name_words", "common") | _lower("titles", "modifiers"),
    )
