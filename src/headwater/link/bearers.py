"""Whose deed it is: of a state, or of people and firms of it."""

from functools import lru_cache
from typing import Final

from headwater.lexicon.load import load_table
from headwater.link.meaning import Meaning
from headwater.link.turns import Term
from headwater.link.words import tokens_of

BEHIND: Final = 2  # words behind the name of a state that tell whose deed it is: "drone makers"


@lru_cache(maxsize=1)
def _bearers() -> frozenset[str]:
    """Return nouns for people and firms of a state who do not act for it."""
    return frozenset(load_table("bearers")["bearers"])


def is_of_bearer(meaning: Meaning, term: Term) -> bool:
    """Tell whether a name only says where somebody else is from: "Norwegian banks"."""
    behind = [token for token in tokens_of(meaning.text) if token.start >= term.end][:BEHIND]
    if not term.concept.startswith("=") or meaning.text[term.end :][:1] in {"'", "’"}:
        return False
    return any(token.lower in _bearers() for token in behind)
