"""Names made comparable: scripts, case, articles, possessives, dots and titles taken off."""

import re
from functools import lru_cache

from anyascii import anyascii

_ARTICLES = frozenset({"the", "a", "an"})
_POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?=\s|$)")
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}")
_WORD = re.compile(r"[a-z0-9]+")


@lru_cache(maxsize=65536)
def fold_name(name: str) -> tuple[str, ...]:
    """Return the words of a name in plain lower-case Latin letters.

    "Süddeutsche Zeitung's" gives `("suddeutsche", "zeitung")`, "the U.S. Treasury" gives
    `("us", "treasury")`. Articles at the front are left out, unless nothing else is there.
    """
    plain = _POSSESSIVE.sub("", name)
    plain = _DOTTED.sub(lambda found: found.group().replace(".", ""), plain)
    words = _WORD.findall(anyascii(plain).lower().replace("'", ""))
    while len(words) > 1 and words[0] in _ARTICLES:
        words.pop(0)
    return tuple(words)


def initials(words: tuple[str, ...]) -> str:
    """Return the acronym of a name's words, small words left out: "odni" for the long form."""
    small = {"of", "the", "for", "and", "in", "on", "de", "la", "du", "der", "des"}
    return "".join(word[0] for word in words if word not in small)
