"""Tell what kind of cue some words are."""

from collections.abc import Sequence
from typing import Final

from headwater.attribute.find.drafts import Found
from headwater.attribute.find.words import Words
from headwater.lexicon.cues import according_phrases, cue_adjectives, cue_nouns, cue_verbs, hearsay
from headwater.lexicon.load import load_table
from headwater.model.attribution import CueKind

TELLING: Final = frozenset(load_table("cues")["telling"])  # with "not": a silence
REFUSALS: Final = frozenset({"declined", "declines", "declining", "refused", "refuses", "refusing"})
BE: Final = frozenset({"is", "are", "was", "were", "be", "been"})
MARK_CUES: Final = frozenset({(":",), ("—",), ("-",), ("–",)})


def kind_of_cue(words: Words, cue: Found | None) -> CueKind:
    """Return the kind of a cue by the words that the lexicon knows."""
    if cue is None:
        return "says"
    text = tuple(words.lower[cue.first : cue.last])
    if any(text[: len(phrase)] == phrase for phrase in according_phrases()):
        return "according"
    if "nothing" in text or ("yet" in text and "to" in text):
        return "silent"
    return _kind_of_verb(text) or _kind_of_other(text)


def _kind_of_verb(text: tuple[str, ...]) -> CueKind | None:
    """Return the kind of the last verb; a noun with a light verb counts more ("voiced concern")."""
    verbs, nouns = cue_verbs(), cue_nouns()
    light = [word for word in text[1:] if word in nouns and word not in verbs]
    if light:
        return nouns[light[-1]].kind
    for word in reversed(text):
        if word in verbs and not verbs[word][0].of_papers:
            reading = verbs[word][0]
            if reading.kind in ("shows", "finds") and BE & set(text) and reading.form != "ing":
                return None
            if reading.kind == "promises" and REFUSALS & set(text):
                return "declines"
            return _silence(text, reading.lemma) or reading.kind
    return None


def _kind_of_other(text: tuple[str, ...]) -> CueKind:
    """Return the kind of a cue without a verb of the lexicon."""
    for word in reversed(text):
        if word in hearsay("adverbs") or word in hearsay("participles"):
            return "rumoured"
        for table in (cue_nouns(), cue_adjectives()):
            if word in table:
                return table[word].kind
    return "says" if text in MARK_CUES else "other"


def silence_of(text: Sequence[str]) -> CueKind | None:
    """Return `silent` or `declines` if a verb group says that somebody did not answer."""
    for word in reversed(text):
        if word in cue_verbs():
            return _silence(tuple(text), cue_verbs()[word][0].lemma)
    return None


def _silence(text: tuple[str, ...], lemma: str) -> CueKind | None:
    """Return `silent` or `declines` if a cue says that somebody did not answer."""
    if lemma in TELLING | {"decline"} and REFUSALS & set(text):
        return "declines"
    return "silent" if lemma in TELLING and {"not", "t", "never"} & set(text) else None
