"""Reads the lexicons, checks them, and compiles once.

A lexicon is a TOML file beside this module. Two shapes are known:

* entries, `[[entries]]`: each has a `pattern` (regular expression) or a `phrase` (plain words), a
  `meaning`, `examples` and `not_examples`; every other key is kept in `attributes`. A test runs
  each of them on both lists.
* tables, `[[rows]]`: plain records, such as countries or titles.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from headwater.errors import ContractError
from headwater.model.base import Record

_OWN_KEYS = frozenset(
    {"pattern", "phrase", "meaning", "examples", "not_examples", "source", "case"}
)


class Entry(Record, frozen=True, kw_only=True):
    """One word or pattern of a lexicon.

    Attributes:
        pattern: Regular expression source; a plain phrase comes here escaped and word-bounded.
        phrase: The plain phrase, if the entry was written as one.
        meaning: What a match means, in words for people.
        attributes: Every other key of the entry, as read.
        examples: Texts in which the pattern must be found.
        not_examples: Texts in which it must not be found.
        source: Where the entry was learned from; the file's own source by default.
        case: True if upper and lower case differ.
    """

    pattern: str
    phrase: str | None = None
    meaning: str
    attributes: Mapping[str, Any] = {}
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()
    source: str = ""
    case: bool = False

    def compiled(self) -> re.Pattern[str]:
        """Return the compiled pattern; compiled once per source and case."""
        return compile_pattern(self.pattern, case=self.case)


@lru_cache(maxsize=4096)
def compile_pattern(pattern: str, *, case: bool = False) -> re.Pattern[str]:
    """Return the compiled regular expression, blind to case unless `case` is set.

    Raises:
        ContractError: If the pattern does not compile.
    """
    try:
        return re.compile(pattern, 0 if case else re.IGNORECASE)
    except re.error as error:
        raise ContractError(f"lexicon pattern {pattern!r} does not compile: {error}") from error


def phrase_source(phrase: str) -> str:
    """Return a regular expression for a plain phrase: spaces stretch, apostrophes vary."""
    words = (re.escape(word).replace("'", "['’]") for word in phrase.split())
    return r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)"


def compile_phrases(phrases: Iterable[str], *, case: bool = False) -> re.Pattern[str]:
    """Return one regular expression that finds any of the plain phrases, longest first.

    Args:
        phrases: Plain words; an empty collection gives a pattern that finds nothing.
        case: True if upper and lower case differ.
    """
    listed = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    if not listed:
        return re.compile(r"(?!)")
    words = "|".join(
        r"\s+".join(re.escape(word).replace("'", "['’]") for word in phrase.split())
        for phrase in listed
    )
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", 0 if case else re.IGNORECASE)


def list_lexicons() -> tuple[str, ...]:
    """Return the names of all lexicon files, without `.toml`, sorted."""
    folder = files("headwater.lexicon")
    return tuple(sorted(item.name[:-5] for item in folder.iterdir() if item.name.endswith(".toml")))


@lru_cache(maxsize=64)
def load_table(name: str) -> Mapping[str, Any]:
    """Return a lexicon file as read; do not change it.

    Args:
        name: File name without `.toml`.

    Raises:
        ContractError: If there is no such file or it is not TOML.
    """
    path = files("headwater.lexicon") / f"{name}.toml"
    try:
        return MappingProxyType(tomllib.loads(path.read_text(encoding="utf-8")))
    except (FileNotFoundError, tomllib.TOMLDecodeError) as error:
        raise ContractError(f"lexicon {name!r} cannot be read: {error}") from error


@lru_cache(maxsize=64)
def load_entries(name: str) -> tuple[Entry, ...]:
    """Return the entries of a lexicon in file order.

    Args:
        name: File name without `.toml`.

    Raises:
        ContractError: If the file is missing, or an entry lacks a pattern or a meaning.
    """
    table = load_table(name)
    source = str(table.get("source", ""))
    return tuple(_read_entry(name, row, source) for row in table.get("entries", ()))


def load_rows(name: str) -> tuple[Mapping[str, Any], ...]:
    """Return the rows of a table lexicon in file order."""
    return tuple(load_table(name).get("rows", ()))


def _read_entry(name: str, row: Mapping[str, Any], source: str) -> Entry:
    """Build an entry from its TOML table.

    Raises:
        ContractError: If it lacks a pattern or a meaning.
    """
    phrase = row.get("phrase")
    pattern = row.get("pattern") or (phrase_source(phrase) if phrase else None)
    if not pattern or not row.get("meaning"):
        raise ContractError(f"lexicon {name!r}: an entry needs a pattern and a meaning: {row}")
    return Entry(
        pattern=pattern,
        phrase=phrase,
        meaning=row["meaning"],
        attributes={key: value for key, value in row.items() if key not in _OWN_KEYS},
        examples=tuple(row.get("examples", ())),
        not_examples=tuple(row.get("not_examples", ())),
        source=row.get("source", source),
        case=row.get("case", False),
    )
