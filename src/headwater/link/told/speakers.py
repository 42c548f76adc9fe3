"""On whose word a statement stands, by its own words."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from headwater.lexicon.cues import cue_verbs
from headwater.link.told.relation import COMMA, clause_end, words_in

SIDE: Final = re.compile(r"[^;:.]+(?:\.(?=\d|\w)[^;:.]*)*")
TOLD: Final = 9  # words that who speaks is named with at most
THAT: Final = re.compile(r"(?:\S+\s){0,3}that\s", re.IGNORECASE)
SAYING: Final = frozenset({"said", "says", "told", "tells"})
ABOUT: Final = re.compile(r"(?:of|about)\s", re.IGNORECASE)
PLACE: Final = re.compile(
    r"\s*(?:in|on|at|by|for|from|of|to|with|without|over|under|after|before|since)\s", re.I
)
ASIDE: Final = re.compile(r",\s\w+ing\b.*$", re.DOTALL)  # ", contradicting the mayor"
OBJECT: Final = re.compile(r"(?:that|the|an?|its|his|her|their)\s", re.IGNORECASE)
KNOWING: Final = frozenset({"know", "see", "hear", "learn", "understand", "email", "text", "post"})
BLAMING: Final = frozenset({"accused", "accuses", "alleged", "alleges"})
LEAST: Final = 2  # letters of initials
PHRASE: Final = re.compile(
    r"\b(?:according to|in the words of|as (?:stated|reported|claimed|told) by)\s+", re.I
)
WORD: Final = re.compile(r"[A-Za-z’'-]+")
PASSIVE: Final = re.compile(r"\b(?:is|are|was|were|be|been|being)\s(?:\w+ly\s)?$", re.IGNORECASE)
BY: Final = re.compile(r"\sby\s([^,;:]{1,60}?)\sthat\b", re.IGNORECASE)
CLAUSE: Final = re.compile(
    r"\s(?:who|which|that|when|while|because|after|before|if|as|than)\s", re.I
)


class Voice(NamedTuple):
    """Who says it.

    Attributes:
        words: Senses of the words by which the speaker is named.
        name: The speaker as written.
        content: Senses of what is said.
    """

    words: frozenset[str]
    name: str
    content: frozenset[str]


@lru_cache(maxsize=32768)
def find_voices(text: str) -> tuple[Voice, ...]:
    """Return who a text says that it has it from, as far as they are named."""
    found = []
    for side in SIDE.finditer(text):
        place = _speaker(text, side.start(), side.end())
        if place is None:
            continue
        words = words_in(text, *place)
        rest = words_in(text, side.start(), place[0]) | words_in(text, place[1], side.end())
        if words:
            found.append(Voice(words, text[slice(*place)].strip(" ,"), rest - words))
    return tuple(found)


def _speaker(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where a half-sentence names its speaker."""
    phrase = PHRASE.search(text, start, end)
    if phrase:
        return phrase.end(), clause_end(text, phrase.end(), end)
    for word in WORD.finditer(text, start, end):
        if not _reports(word[0]):
            continue
        commas = [comma.end() for comma in COMMA.finditer(text, start, word.start())]
        first = commas[-1] if commas else start
        named = text[first : word.start()]
        behind = text[word.end() : end].lstrip()
        if PASSIVE.search(named):
            if by := BY.match(text, word.end(), end):
                return by.span(1)
            continue
        size = len(named.split())
        if not 0 < size <= TOLD or CLAUSE.search(f" {named} ") or PLACE.match(named):
            continue
        if _closes(behind) if commas else _opens(word[0].lower(), behind):
            return first, word.start()
    return None


@lru_cache(maxsize=8192)
def _reports(word: str) -> bool:
    """Tell whether a word is a finite verb of saying, finding or showing."""
    return (
        word in BLAMING
        or word.islower()
        and any(
            "T" in verb.frames
            and verb.lemma not in KNOWING
            and not verb.particle
            and verb.form in {"past", "third", "base"}
            for verb in cue_verbs().get(word, ())
        )
    )


def _closes(behind: str) -> bool:
    """Tell whether what stands behind a verb leaves it the end of its sentence."""
    if behind.startswith(",") or ABOUT.match(behind):
        return True
    end = ASIDE.sub("", behind)
    return "," not in end and len(end.split()) <= TOLD and not OBJECT.match(behind)


def _opens(verb: str, behind: str) -> bool:
    """Tell whether a clause stands behind a verb that begins a statement."""
    return verb in SAYING | BLAMING or THAT.match(behind) is not None


def are_others(left: str, right: str) -> bool:
    """Tell whether two texts stand on the word of others; False where one may be both."""
    one, two = find_voices(left), find_voices(right)
    if not one or len(one) != len(two):
        return False
    own = [v for v in one if not any(_may_be_one(v, w) for w in two)]
    other = [w for w in two if not any(_may_be_one(v, w) for v in one)]
    return bool(own) and bool(other)


def _may_be_one(left: Voice, right: Voice) -> bool:
    """Tell whether two names may be of one speaker: a shared word, initials, a name for a post."""
    shared = left.words & right.words
    if any(word[0] != "=" for word in shared) or not _telling(left) or not _telling(right):
        return True
    return any(_is_short(a.name, b.name) for a, b in ((left, right), (right, left))) or (
        _is_named(left.name) != _is_named(right.name)
    )


def _telling(voice: Voice) -> bool:
    """Tell whether more than a state names a speaker."""
    return any(word[0] != "=" for word in voice.words)


def _is_short(short: str, long: str) -> bool:
    letters = "".join(word[0] for word in re.findall(r"[A-Z]\w*", long))
    acronyms = re.findall(r"\b[A-Z][A-Z.]+\b", short)
    return any(a.replace(".", "") in letters for a in acronyms if len(a) >= LEAST)


def _is_named(name: str) -> bool:
    """Tell whether a speaker is named by a name alone."""
    words = [w for w in WORD.findall(name) if w.lower() not in {"the", "of", "and", "a", "an"}]
    return all(word[0].isupper() for word in words)


def are_exchanged(left: str, right: str) -> bool:
    """Tell whether who speaks in one text is spoken of in the other, and the other way round."""
    return any(
        v.words & w.content and w.words & v.content and not v.words & w.words
        for v in find_voices(left)
        for w in find_voices(right)
    )
