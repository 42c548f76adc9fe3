"""Words of blame and of answers to it, by the lexicon of answers."""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from headwater.lexicon.load import load_entries, load_table
from headwater.link.words import stem_of, tokens_of


@lru_cache(maxsize=1)
def empty_words() -> frozenset[str]:
    """Return stems that tell nothing of what is denied."""
    return frozenset(stem_of(word) for word in load_table("answers")["empty"])


@lru_cache(maxsize=1)
def _blame() -> frozenset[str]:
    """Return stems of what people are blamed for."""
    return frozenset(stem_of(word) for word in load_table("answers")["blame"])


@lru_cache(maxsize=1)
def _patterns() -> Mapping[str, tuple[re.Pattern[str], ...]]:
    """Return the patterns of each kind."""
    found: dict[str, list[re.Pattern[str]]] = {}
    for entry in load_entries("answers"):
        found.setdefault(entry.attributes["kind"], []).append(entry.compiled())
    return MappingProxyType({kind: tuple(patterns) for kind, patterns in found.items()})


@lru_cache(maxsize=32768)
def has_kind(text: str, kind: str) -> bool:
    """Tell whether a text holds words of a kind of the lexicon of answers."""
    return any(pattern.search(text) for pattern in _patterns()[kind])


def places_of(text: str, kind: str) -> tuple[tuple[int, int], ...]:
    """Return where words of a kind of the lexicon of answers stand in a text."""
    return tuple(m.span() for pattern in _patterns()[kind] for m in pattern.finditer(text))


def blames(text: str) -> bool:
    """Tell whether words put blame on somebody."""
    return has_kind(text, "charge") or any(stem_of(t.lower) in _blame() for t in tokens_of(text))
