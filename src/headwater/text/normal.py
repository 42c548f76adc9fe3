"""Names in a form that can be compared."""

import re
from functools import lru_cache
from typing import Final

from anyascii import anyascii

_POSSESSIVE: Final = re.compile(r"['’]s?$")
_ARTICLE: Final = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_DOTTED: Final = re.compile(r"(?<=\b\w)\.(?=\w\b|\s|$)")
_MARKS: Final = re.compile(r"[^\w\s]+")
_SPACES: Final = re.compile(r"\s+")


def squeeze(text: str) -> str:
    """Return the text with every run of white space as one space, none at the ends."""
    return " ".join(text.split())


def strip_possessive(name: str) -> str:
    """Return the name without a closing `'s` or `'`."""
    return _POSSESSIVE.sub("", name)


@lru_cache(maxsize=65536)
def normal_name(name: str) -> str:
    """Return a key under which spellings of one name meet.

    Case, accents, script, punctuation, a leading article and a closing possessive do not count:
    "The Élysée's" and "elysee" share a key. Unlike spellings of one sound ("Kiev", "Kyiv") do not.
    """
    plain = _ARTICLE.sub("", strip_possessive(squeeze(name)))
    plain = _DOTTED.sub("", anyascii(plain).casefold())
    return _SPACES.sub(" ", _MARKS.sub(" ", plain)).strip()
