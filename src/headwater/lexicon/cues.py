"""The cue lexicon: which words mark an attribution, of what kind, and what may follow them."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from headwater.lexicon.load import load_table
from headwater.lexicon.verbs import Form
from headwater.model.attribution import CueKind

_SIBILANT: Final = re.compile(r"(?:s|x|z|ch|sh|o)$")
_CONSONANT_Y: Final = re.compile(r"[^aeiou]y$")
_DOUBLING: Final = re.compile(r"[^aeiou][aeiou][bdgklmnprt]$")


class CueVerb(NamedTuple):
    """One reading of a verb form.

    Attributes:
        particle: The second word of a phrasal verb ("out" of "point out"), or empty.
        frames: Letters that tell what may follow; see cues.toml.
        deed: True for what is more often done than said ("support").
        of_papers: True for what only papers and data can say ("the study put the toll at").
    """

    lemma: str
    particle: str
    form: Form
    kind: CueKind
    frames: str
    prepositions: frozenset[str]
    deed: bool = False
    of_papers: bool = False


class CueNoun(NamedTuple):
    """One noun that may carry a content ("claim")."""

    lemma: str
    kind: CueKind


def _pasts(base: str, irregular: Mapping[str, Any]) -> tuple[tuple[str, Form], ...]:
    """Return past and participle forms; a regular past stands for both."""
    if base in irregular:
        past, participle = irregular[base]
        return ((past, "past"), (participle, "participle"))
    if base.endswith("e"):
        return ((base + "d", "past"),)
    if _CONSONANT_Y.search(base):
        return ((base[:-1] + "ied", "past"),)
    doubled: tuple[tuple[str, Form], ...] = (
        ((base + base[-1] + "ed", "past"),) if _DOUBLING.search(base) else ()
    )
    return ((base + "ed", "past"), *doubled)


def _inflect(base: str, irregular: Mapping[str, Any]) -> Iterator[tuple[str, Form]]:
    """Give every form of a verb; doubled and plain consonants both."""
    yield base, "base"
    if _CONSONANT_Y.search(base):
        yield base[:-1] + "ies", "third"
    else:
        yield base + ("es" if _SIBILANT.search(base) else "s"), "third"
    yield from _pasts(base, irregular)
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        yield base[:-1] + "ing", "ing"
        return
    yield base + "ing", "ing"
    if _DOUBLING.search(base):
        yield base + base[-1] + "ing", "ing"


@lru_cache(maxsize=1)
def cue_verbs() -> Mapping[str, tuple[CueVerb, ...]]:
    """Map each verb form, lower case, to its readings in file order."""
    table = load_table("cues")
    found: dict[str, list[CueVerb]] = {}
    for row in table["verbs"]:
        reads = CueVerb(
            lemma="",
            particle="",
            form="base",
            kind=row["kind"],
            frames=row["frames"],
            prepositions=frozenset(row.get("prepositions", ())),
            deed=row.get("deed", False),
            of_papers=row.get("of_papers", False),
        )
        for entry in row["words"]:
            base, _, particle = entry.partition(" ")
            for spelled, form in _inflect(base, table["irregular"]):
                reading = reads._replace(lemma=base, particle=particle, form=form)
                found.setdefault(spelled, []).append(reading)
    return MappingProxyType({spelled: tuple(readings) for spelled, readings in found.items()})


def kinds_of_verb(word: str) -> frozenset[CueKind]:
    """Return the kinds that a verb form, lower case, may be a cue of; none if it is no cue."""
    return frozenset(reading.kind for reading in cue_verbs().get(word, ()))


@lru_cache(maxsize=1)
def cue_nouns() -> Mapping[str, CueNoun]:
    """Map each noun, lower case, singular and plural, to its kind."""
    rows = load_table("cues")["nouns"]
    return MappingProxyType(
        {word: CueNoun(word, row["kind"]) for row in rows for word in row["words"]}
    )


@lru_cache(maxsize=1)
def owned_nouns() -> Mapping[str, CueNoun]:
    """Map each noun that carries a content only behind its owner ("his story that") to its kind."""
    rows = load_table("cues")["owned"]
    return MappingProxyType(
        {word: CueNoun(word, row["kind"]) for row in rows for word in row["words"]}
    )


@lru_cache(maxsize=1)
def cue_adjectives() -> Mapping[str, CueNoun]:
    """Map each adjective that tells what somebody thinks ("worried") to its kind."""
    rows = load_table("cues")["adjectives"]
    return MappingProxyType(
        {word: CueNoun(word, row["kind"]) for row in rows for word in row["words"]}
    )


@lru_cache(maxsize=1)
def according_phrases() -> tuple[tuple[str, ...], ...]:
    """Return the phrases that name a source after them, as words, longest first."""
    rows = load_table("cues")["phrases"]
    listed = {tuple(phrase.split()) for row in rows for phrase in row["words"]}
    return tuple(sorted(listed, key=lambda words: (-len(words), words)))


@lru_cache(maxsize=2)
def hearsay(key: str) -> frozenset[str]:
    """Return the `adverbs` or `participles` that hide who says so."""
    return frozenset(word for row in load_table("cues")["hearsay"] for word in row[key])
