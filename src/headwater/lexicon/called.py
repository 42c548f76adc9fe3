"""Who or what "the senator", "the committee", "the company" is: the one that the text calls so."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from headwater.lexicon.load import load_table
from headwater.lexicon.tables import load_words
from headwater.model.parse import Name

SENTENCES: Final = 3  # back from a noun in which another thing may have been given its name
_SENTENCE_END: Final = re.compile(r"[.!?][\"”’']*\s")
_BODY_KINDS: Final = frozenset({"body", "outlet", "other", "work"})
_WITHIN: Final = r"(?:[\w’'-]+\s+){0,5}?"  # words between an article and its noun


@lru_cache(maxsize=1)
def _rows() -> dict[str, frozenset[str]]:
    """Return the short forms of titles and the nouns that stand for them."""
    rows: dict[str, str] = load_table("pronouns")["short"]
    return {short: frozenset(nouns.split()) for short, nouns in rows.items()}


def listed(key: str) -> frozenset[str]:
    """Return a list of the pronoun lexicon."""
    return load_words("pronouns", key)


def goes_by(title: str, noun: str) -> bool:
    """Tell whether a title's last word is a noun or its short form ("Sen." is a senator's)."""
    word = title.lower().rstrip(".")
    return word == noun or noun in _rows().get(word, frozenset())


def find_body(text: str, names: Sequence[Name], at: int, noun: str) -> Name | None:
    """Return the body, paper or law that "the committee" stands for; None if it is not sure.

    It is the last one before whose name has the noun or that the text says to be one ("Alvo, a
    mining company,"); else, for a company and the like, the only one of the last two sentences,
    if no other company was brought in without a name.

    Args:
        text: The document's.
        names: All names of the document, in text order.
        at: Where the words stand.
        noun: The noun, in lower case.
    """
    before = [n for n in names if n.kind in _BODY_KINDS and n.span.end <= at]
    called = [name for name in before if _has_noun(name, noun) or _is_one(text, name, noun)]
    if called:
        return _sole(called) or _sole(name for name in called if name.span.start >= _near(text, at))
    if noun not in listed("firms") or _brought_in(text, at, noun):
        return None
    near = [name for name in before if name.span.start >= _near(text, at)]
    return _sole(near) if all(name.kind != "work" for name in near) else None


def _sole(names: Iterable[Name]) -> Name | None:
    """Return the last of some names if they all name the same."""
    last = None
    for name in names:
        if last is not None and name.canonical != last.canonical:
            return None
        last = name
    return last


def _has_noun(name: Name, noun: str) -> bool:
    """Tell whether a noun is the head of a name, and more than the name itself."""
    words = name.canonical.lower().split()
    stop = next((n for n, word in enumerate(words) if word in {"of", "for", "on"}), len(words))
    same = {noun, *(short for short, nouns in _rows().items() if noun in nouns)}
    return len(words) > 1 and name.kind != "work" and words[stop - 1 : stop][0] in same


def _is_one(text: str, name: Name, noun: str) -> bool:
    """Tell whether the text says right behind a name that it is one ("Alvo, a mining company")."""
    behind = text[name.span.end : name.span.end + 80]
    return re.match(rf"’?'?s?,\s+(?:an?|the|its)\s+{_WITHIN}{noun}\b", behind) is not None


def _near(text: str, at: int) -> int:
    """Return where the sentence before the one of a place begins, roughly."""
    return _back(text, at, 2)


def _back(text: str, at: int, count: int) -> int:
    """Return where the stretch of so many sentences before a place begins."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, max(0, at - 1200), at)]
    return ends[-count] if len(ends) >= count else max(0, at - 1200)


def _brought_in(text: str, at: int, noun: str) -> bool:
    """Tell whether another one was brought in without a name ("a small company")."""
    start = _back(text, at, SENTENCES)
    return re.search(rf"\b(?:an?|another|one)\s+{_WITHIN}{noun}\b", text[start:at]) is not None
