"""Find the words that may mark an attribution."""

from typing import Final, NamedTuple

from headwater.attribute.find.classes import (
    APOSTROPHES,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    MODALS,
    NEGATIONS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
)
from headwater.attribute.find.drafts import Found
from headwater.attribute.find.words import Words
from headwater.lexicon.cues import CueVerb, cue_verbs, hearsay
from headwater.lexicon.load import load_table
from headwater.model.attribution import CueKind

JOIN_REACH: Final = 4  # words back in which "and" makes a subject plural
PLURALS: Final = frozenset("people men women police critics democrats".split())
BE: Final = frozenset({"is", "are", "was", "were", "be", "been", "being", "got", "gets"})
RELAYS: Final = frozenset(load_table("cues")["relays"])
TELLING: Final = frozenset({"says", "told", "denies", "warns"})  # kinds, others may be deeds
AGENT_REACH: Final = 6  # words of who quotes in "was quoted by the Gazette as saying"
_SUFFIX_S: Final = "s"


class Cue(NamedTuple):
    """A verb group that may mark an attribution; word numbers.

    Attributes:
        first, head, last: The group `first..last` (excluded) and its main verb.
        readings: The lexicon's readings of the main verb.
        infinitive: True if "to" stands before the verb.
        passive: True for "was told".
        negated: True for "did not say".
        helped: True if an auxiliary stands before the verb.
        relayed: True for "was quoted as saying" and "is said to have told": somebody who is left
            out passes the words on.
    """

    first: int
    head: int
    last: int
    readings: tuple[CueVerb, ...]
    infinitive: bool
    passive: bool
    negated: bool
    helped: bool
    relayed: bool = False

    @property
    def kind(self) -> CueKind:
        """Return the kind of the first reading."""
        return self.readings[0].kind

    @property
    def frames(self) -> str:
        """Return all letters of all readings."""
        return "".join(reading.frames for reading in self.readings)

    def is_ing(self) -> bool:
        """Tell whether the verb is a bare participle ("saying")."""
        return self.readings[0].form == "ing" and not self.helped


def find_cues(words: Words, first: int, last: int, depth: int) -> tuple[Cue, ...]:
    """Return the verb groups of a stretch that may mark an attribution, in text order.

    Args:
        words: The document.
        first: First word of the stretch.
        last: Its end, excluded.
        depth: Words that lie deeper in quotations are left out.
    """
    found: list[Cue] = []
    verbs = cue_verbs()
    for head in range(first, last):
        readings = verbs.get(words.lower[head])
        if readings is None or words.depth[head] > depth or words.is_compound(head):
            continue
        if words.is_capital(head) and head > first and not words.is_titled(head):
            continue
        cue = _read_group(words, head, first, last, readings)
        if cue is not None and _is_verb(words, cue, first):
            found.append(cue)
    return tuple(found)


def _read_group(
    words: Words, head: int, first: int, last: int, readings: tuple[CueVerb, ...]
) -> Cue | None:
    """Extend a main verb to its group, or None if a needed particle is missing."""
    following = words.lower[head + 1] if head + 1 < last else ""
    phrasal = tuple(r for r in readings if r.particle and r.particle == following)
    readings = phrasal or tuple(r for r in readings if not r.particle)
    if not readings:
        return None
    start = _extend_left(words, head, first)
    relay = _relay_before(words, start, first, readings)
    direct = relay is None
    start = start if relay is None else relay
    before = words.lower[start:head]
    return Cue(
        first=start,
        head=head,
        last=head + 2 if phrasal else head + 1,
        readings=readings,
        infinitive=direct
        and ("to" in before or (start > first and words.lower[start - 1] == "to")),
        passive=direct and _is_passive(words, start, head, readings),
        negated=any(word in NEGATIONS for word in before),
        helped=any(word in AUXILIARIES for word in before),
        relayed=not direct,
    )


def _relay_before(
    words: Words, start: int, first: int, readings: tuple[CueVerb, ...]
) -> int | None:
    """Return the first word of "was quoted as [saying]", "is said to [have told]"; None for others.

    Args:
        words: The document.
        start: First word of the group of the verb of saying.
        first: First word of the stretch.
        readings: The lexicon's readings of the verb.
    """
    head, relays = start - 1, RELAYS
    if readings[0].form != "ing":
        told = words.lower[head] == "to" and words.lower[start] == "have"
        if not told or readings[0].kind not in TELLING:
            return None
        head, relays = head - 1, hearsay("rumours")
    elif words.lower[head] == "as":
        head -= 1
        agent = next((i for i in range(head, head - AGENT_REACH, -1) if words.lower[i] == "by"), 0)
        head = agent - 1 if agent > first else head
    if head <= first or words.lower[head] not in relays:
        return None
    relay = _extend_left(words, head, first)
    return relay if BE & set(words.lower[relay:head]) else None


def is_relay(words: Words, cue: Found) -> bool:
    """Tell whether a cue says that somebody's words are passed on: "was quoted by X as saying"."""
    return not RELAYS.isdisjoint(words.lower[cue.first : cue.last])


def _is_passive(words: Words, start: int, head: int, readings: tuple[CueVerb, ...]) -> bool:
    """Tell whether a form of "to be" governs a participle."""
    participle = any(reading.form in ("past", "participle") for reading in readings)
    return participle and any(word in BE for word in words.lower[start:head])


def _extend_left(words: Words, head: int, first: int) -> int:
    """Return the first word of auxiliaries, negations and adverbs before a verb."""
    start = index = head
    while index > first:
        index -= 1
        word = words.lower[index]
        if word in APOSTROPHES or word in {"t", "s", "d", "ll", "ve", "re"}:
            continue
        if word in AUXILIARIES or word in NEGATIONS or words.is_adverb(index):
            start = index
            continue
        break
    return _without_possessive(words, start, head)


def _without_possessive(words: Words, start: int, head: int) -> int:
    """Drop a leading "'s" whose apostrophe belongs to the word before the group."""
    while start < head and words.raw[start] in APOSTROPHES:
        start += 1
    return start


def _is_verb(words: Words, cue: Cue, first: int) -> bool:
    """Tell whether the group is a verb rather than a noun or an adjective."""
    if cue.helped or cue.infinitive:
        return True
    forms = {reading.form for reading in cue.readings}
    form = "past" if "past" in forms else cue.readings[0].form
    if form == "past" and cue.last < len(words) and words.lower[cue.last] == "by":
        return False
    if cue.first == first:
        return form in ("ing", "past", "participle") or cue.readings[0].lemma in {"say", "think"}
    before = words.lower[cue.first - 1]
    if form in ("base", "third"):
        return _may_be_subject(words, cue.first - 1, form)
    if form == "ing":
        owned = before == "s" and words.raw[cue.first - 2] in APOSTROPHES
        return (
            not owned
            and before not in DETERMINERS
            and before
            not in PREPOSITIONS
            - {
                "by",
                "as",
                "in",
                "after",
                "before",
            }
        )
    return (
        before not in DETERMINERS
        and before not in POSSESSIVES
        or before in PRONOUNS | {"that", "both", "all", "one", "some", "many", "few", "most"}
    )


def _may_be_subject(words: Words, index: int, form: str) -> bool:
    """Tell whether a present form of a verb may follow this word."""
    before = words.lower[index]
    if before in PRONOUNS or before in {
        "that",
        "which",
        "who",
        "some",
        "many",
        "others",
        "both",
        "all",
        "most",
        "few",
    }:
        return before not in {"his", "her", "their"}
    if before in DETERMINERS or before in PREPOSITIONS or before in MODALS:
        return before in MODALS
    if before in CONJUNCTIONS or not words.is_word(index):
        return words.raw[index] in {",", "”", '"', ")"} or before in CONJUNCTIONS
    plural = before.endswith(_SUFFIX_S) and not before.endswith("ss")
    if words.raw[index - 1] in APOSTROPHES and before == "s":
        return False
    joined = bool({"and", "both"} & set(words.lower[max(0, index - JOIN_REACH) : index]))
    if form == "base":
        return plural or joined or before in PLURALS
    return words.is_capital(index) or not plural
