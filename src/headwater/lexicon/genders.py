"""Tell from titles and given names whether "he" or "she" may stand for a person."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from headwater.lexicon.load import load_table
from headwater.model.parse import Name

TITLE_REACH: Final = 14  # characters before a name in which "Mr." stands


@lru_cache(maxsize=4)
def _listed(key: str) -> frozenset[str]:
    """Return a list of the gender lexicon, in lower case."""
    words = load_table("genders")[key]
    return frozenset(words.split() if isinstance(words, str) else words)


def read_genders(text: str, names: Iterable[Name]) -> dict[str, str]:
    """Return "m" or "f" by canonical name for the persons whose titles or given names tell it.

    A title counts more than a given name.

    Args:
        text: The document's text.
        names: All of its names.
    """
    persons = tuple(name for name in names if name.kind == "person")
    found: dict[str, str] = {}
    for name in persons:
        before = text[max(0, name.span.start - TITLE_REACH) : name.span.start]
        parts = re.findall(r"\w+", f"{name.role or ''} {before}".lower())
        title = _by_list(parts[-3:], "male_titles", "female_titles")
        if title is not None:
            found[name.canonical] = title
    for name in persons:
        if name.canonical not in found and " " in name.canonical:
            given = name.canonical.lower().split()[0]
            # "Jean" alone is a woman, "Jean-Yves" is none
            gender = _by_list(re.findall(r"\w+", given)[-1:], "male", "female")
            if gender is not None:
                found[name.canonical] = gender
    return found


def gender_of(given: str) -> str | None:
    """Return "m" or "f" if a given name tells, None if it does not."""
    return _by_list([given.lower()], "male", "female")


def gender_of_title(before: str) -> str | None:
    """Return "m" or "f" if the words right before a name end in a title that tells ("Mrs. ")."""
    return _by_list(re.findall(r"\w+", before.lower())[-1:], "male_titles", "female_titles")


def _by_list(parts: list[str], male: str, female: str) -> str | None:
    """Return "m" or "f" for the last word that one list has, None if none has."""
    for part in reversed(parts):
        if part in _listed(male):
            return "m"
        if part in _listed(female):
            return "f"
    return None
