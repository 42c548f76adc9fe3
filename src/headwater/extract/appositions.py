"""What a name is said to be: "Ana Borg, now the mayor of Lima, sold the mill"."""

from typing import Final

from headwater.extract.core import RELATIVES
from headwater.extract.noun_phrases import is_several, phrase_before
from headwater.extract.words import DETERMINERS, Words

ARTICLES: Final = frozenset("a an another one".split())
OPENERS: Final = ARTICLES | frozenset("the now then formerly his her its their".split())
CARRYING: Final = frozenset("in at from of for near on to with".split())
STEPS: Final = frozenset(
    "move step sign shift decision change development blow victory setback departure".split()
)  # nouns for what the whole sentence tells
LEAST: Final = 3  # words of what a name is said to be
MOST: Final = 20  # words up to its comma
STEP_REACH: Final = 4  # words from "a" to such a noun ("a rare and risky move")


def about_name(words: Words, comma: int) -> tuple[int, ...]:
    """Return the name that what stands behind a comma tells of; () if no name is there."""
    if comma < 1 or not words.raw[comma - 1][:1].isupper():
        return ()
    found = phrase_before(words, comma)
    said = [words[i] for i in found]
    named = all(words.raw[i][0].isupper() or words[i] in DETERMINERS for i in found)
    if not found or "of" in said or (is_several(words, found) and not named):
        return ()
    far = found[0] and words[found[0] - 1] in CARRYING
    return () if far or words.raw[comma - 1].isupper() and len(found) == 1 else found


def opens_apposition(words: Words, at: int) -> bool:
    """Tell whether "a miller", "now the mayor", "Lima's mayor" begins here."""
    if at + LEAST > len(words):
        return False
    if words[at] in OPENERS:
        return True
    owner = words[at].endswith(("'s", "s'"))
    return words.raw[at][0].isupper() and (owner or words[at + 1] in {"'s", "'"})


def apposition_end(words: Words, comma: int) -> int:
    """Return the comma that closes what a name is said to be, before its verb; 0 if none does."""
    if not opens_apposition(words, comma + 1):
        return 0
    for close in range(comma + 1 + LEAST, min(comma + MOST, len(words) - 1)):
        if words[close] == ",":
            return close
        if _tells(words, close) or words.is_dash(close) or words[close] in {";", ":"}:
            return 0
    return 0


def ends_with_apposition(words: Words, at: int) -> bool:
    """Tell whether the rest of a sentence only says what its last name is ("Alvo, a port")."""
    rest = range(at, len(words))
    if words[at] not in ARTICLES or "," in words.lower[at:] or len(rest) < LEAST:
        return False
    return not any(_tells(words, i) for i in rest) and not _in_list(words, at - 1)


def names_step(words: Words, at: int) -> bool:
    """Tell whether "a move that ..." begins here, and sums up what stands before."""
    near = words.lower[at + 1 : at + 1 + STEP_REACH]
    return words[at] in ARTICLES and not STEPS.isdisjoint(near)


def _tells(words: Words, index: int) -> bool:
    """Tell whether a finite verb stands here that is no participle and opens no relative clause."""
    if not words.finite[index]:
        return False
    behind = words.lower[index + 1 : index + 2]
    return behind != ("by",) and words[index - 1] not in RELATIVES


def _in_list(words: Words, comma: int) -> bool:
    """Tell whether a comma may stand in a row ("Borg, Roe, a dog")."""
    verb = max((i for i in range(comma) if words.finite[i]), default=0)
    return "," in words.lower[verb:comma]


def find_copula(words: Words) -> int:
    """Return the comma that reads as "is" in "Ana Borg, the mayor of Lima"; 0 if none does."""
    comma = next((i for i in range(len(words)) if words[i] == ","), 0)
    if not comma or any(_tells(words, i) for i in range(len(words))):
        return 0
    told = opens_apposition(words, comma + 1) and "," not in words.lower[comma + 1 :]
    return comma if told and about_name(words, comma) else 0
