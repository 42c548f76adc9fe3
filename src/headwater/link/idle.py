"""Words that could turn a statement and do not, by the words around them."""

import re
from functools import lru_cache
from typing import Final

from headwater.lexicon.load import load_table
from headwater.link.words import Token

# A thing that is false negates nothing ("filing false records"), unless it says what is not so.
ATTRIBUTE: Final = re.compile(
    r"\s(?!(?:that|and|or|but|by|in|on|as|to|about|allegations?|accusations?|rumou?rs?)\b)"
    r"[a-z]\w+\b(?! that\b)"
)
OWNED: Final = re.compile(
    r"(?:['’]s|\b(?:his|her|its|their|our|your|my|the|many|of|on|such|these|those|service|track"
    r"|lifelong|criminal|voting|public))\s+$",
    re.IGNORECASE,
)  # "his lies" and "her record" are things too
LEADING: Final = re.compile(
    r"(?:['’]s|\b(?:an?|the|any|no|his|her|its|their|our|my|your|this|that|these|those|some|own"
    r"|game|action|tax|\w+al|\w+ous|\w+ent))\s+$",
    re.IGNORECASE,
)  # what stands before a noun: "the plan", "its tax plan"
# By their first letters: words that turn nothing where this follows them.
FOLLOWED: Final = {
    # Behind "only" a number: the figure is small, nothing is left out.
    "only": re.compile(
        r"\s(?:an? (?:few|handful)|about|around|some|half|dozens?|[$€£]?\d|two|three|four|five"
        r"|six|seven|eight|nine|ten|eleven|twelve)\b"
    ),
    # "Considered the move a mistake" is what somebody thinks of it, no step towards it.
    "cons": re.compile(r"\s(?!\w+ing\b)[^,;:.]{2,60}? (?<!\b[a-z]{2}\s)(?:to be|as|[“\"‘']?an? )"),
    "dism": re.compile(r"[^,;:]{0,60}? as "),  # "dismissed it as a stunt" gives it a name
    "top": re.compile(
        r"\s(?:of\b|(?:[\w.’']+\s){0,3}(?:officials?|aides?|advis[eo]rs?|diplomats?|lawyers?"
        r"|lawmakers?|generals?|commanders?|executives?|leaders?|members?|figures?|democrats?"
        r"|republicans?|jobs?|posts?)\b)",
        re.IGNORECASE,
    ),  # "a top campaign official" is one of many
    "lead": re.compile(r"\s(?:by|to|up|the|an?|his|her|its|their|him|them)\b"),  # a verb
    "most": re.compile(r"\s(?:of|recently|likely|often|probably|part)\b"),
    "trie": re.compile(r"\s(?!to\b)"),  # "was tried as an adult"
    "aske": re.compile(r"\s(?:whether|if|about|how|why|what|who|when|where)\b"),
}


@lru_cache(maxsize=1)
def _attributes() -> frozenset[str]:
    return frozenset(load_table("turns")["attributes"])


@lru_cache(maxsize=1)
def _times() -> frozenset[str]:
    return frozenset(load_table("turns")["times"])


def is_idle(text: str, before: Token | None, token: Token) -> bool:
    """Tell whether a word does not turn the statement it stands in.

    Args:
        text: The statement.
        before: The word before it, None if it is the first.
        token: A word that may turn it: negate, plan, limit.
    """
    word, after = token.lower, text[token.end :]
    if word == "alone":
        return before is not None and (before.text.isdigit() or before.lower in _times())
    if word in _attributes():
        return ATTRIBUTE.match(after) is not None
    if word in {"lies", "lie", "record"}:
        return OWNED.search(text[: token.start]) is not None
    if word.startswith("plan"):
        return not after.startswith(" to ") and LEADING.search(text[: token.start]) is not None
    shape = FOLLOWED.get(word[:4])
    return token.text == "May" or (shape is not None and shape.match(after) is not None)
