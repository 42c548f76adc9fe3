"""Names made comparable: scripts, case, articles, possessives, dots and titles taken off."""

import re
from functools import lru_cache

from anyascii import anyascii

# What tells a son from his father of the same name.
GENERATIONS = frozenset("jr sr ii iii iv junior senior".split())
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


def last_word(name: str) -> str:
    """Return the last word of a folded name, such as the family name; "" if it has no words.

    "Jr." and the like are passed over.
    """
    words = fold_name(name)
    if len(words) > 1 and words[-1] in GENERATIONS:
        return words[-2]
    return words[-1] if words else ""


def named_part(name: str) -> str:
    """Return the part of a wording between commas that is a name.

    "Ines Okafor, an economist" and "a spokesperson at the embassy, Ines Okafor" both give the
    name; a wording without a name gives its first part.
    """
    parts = [part.strip() for part in name.split(",") if part.strip()] or [name]
    proper = [p for p in parts if " " in p and all(w[:1].isupper() for w in p.split())]
    return (proper or parts)[0]


def proper_part(name: str) -> str:
    """Return a name without the common words before it ("the newsletter Harbour Watch")."""
    words = name.split()
    at = next((at for at, word in enumerate(words) if word[:1].isupper() and word != "The"), 0)
    return " ".join(words[at:])


def is_role(name: str) -> bool:
    """Tell whether a wording names nobody: it ends in a lower-case word, or says "a son of".

    "al-Masri" is a name, though it begins in lower case.
    """
    head = name.partition(" -- ")[0].partition("—")[0].split()
    if len(head) < len(name.split()) and head and head[-1].islower():
        return True  # "a group of senators -- Ines Okafor, Hugo Lundgren and others"
    words = named_part(name).split() or [""]
    return words[-1].islower() or words[0].casefold() in {"a", "an", "his", "her", "their"}


def initials(words: tuple[str, ...]) -> str:
    """Return the acronym of a name's words, small words left out: "odni" for the long form."""
    small = {"of", "the", "for", "and", "in", "on", "de", "la", "du", "der", "des"}
    return "".join(word[0] for word in words if word not in small)
