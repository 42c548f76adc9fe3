"""Tables of the lexicon as records: states, titles, units, first names."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from headwater.lexicon.load import load_rows, load_table
from headwater.model.base import Record


class Country(Record, frozen=True, kw_only=True):
    """A state or territory and the words that stand for it.

    Attributes:
        name: Usual short English name.
        iso: ISO 3166-1 alpha-2 code.
        adjectives: "French", "U.S."; the first is the usual one.
        people: Plural nouns for its people.
        capital: Its capital, empty if it is the state itself.
        aliases: Other names of the state.
        metonyms: What else stands for its government ("Kremlin", "Downing Street").
    """

    name: str
    iso: str
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capital: str = ""
    aliases: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()

    def names(self) -> tuple[str, ...]:
        """Return the names of the state itself, the usual one first."""
        return (self.name, *self.aliases)

    def voices(self) -> tuple[str, ...]:
        """Return every word that may stand for its government: names, capital, metonyms."""
        capital = (self.capital,) if self.capital else ()
        return (*self.names(), *capital, *self.metonyms)


@lru_cache(maxsize=1)
def load_countries() -> tuple[Country, ...]:
    """Return all states and territories, in the order of their names."""
    return tuple(
        Country(
            name=row["name"],
            iso=row["iso"],
            adjectives=tuple(row["adjectives"]),
            people=tuple(row["people"]),
            capital=row["capital"],
            aliases=tuple(row["aliases"]),
            metonyms=tuple(row["metonyms"]),
        )
        for row in load_rows("countries")
    )


@lru_cache(maxsize=1)
def country_words() -> Mapping[str, Country]:
    """Map every word for a state, its people or its government, in lower case, to the state.

    Where two states share a word ("Congolese", "Dominican", "Brussels"), the first in the table
    has it.
    """
    found: dict[str, Country] = {}
    for country in load_countries():
        for word in (*country.voices(), *country.adjectives, *country.people):
            found.setdefault(word.lower(), country)
    return MappingProxyType(found)


@lru_cache(maxsize=64)
def load_words(name: str, key: str = "words") -> frozenset[str]:
    """Return a list of plain words of a lexicon file, in lower case."""
    return frozenset(word.lower() for word in load_table(name)[key])


@lru_cache(maxsize=1)
def pointing_words() -> frozenset[str]:
    """Return the pronouns, which stand for something said before."""
    table = load_table("function_words")
    return frozenset(f"{table['pronouns']} {table['possessives']}".split())
