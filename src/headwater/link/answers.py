"""How a party answers what is said of it: it denies, calls its conduct proper, or evades."""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from headwater.lexicon.load import load_entries, load_table
from headwater.link.prepare import Held
from headwater.link.turns import is_question, negates_act
from headwater.link.words import stem_of, tokens_of
from headwater.weights.word_table import load_words

AnswerKind = Literal["denial", "defence", "dismissal", "refusal", "absence", "verdict"]

FIRST_PERSON: Final = frozenset({"we", "i", "our", "us", "my"})
OPENING: Final = 5  # words in which a speaker names itself
NAME_CAPS: Final = 0.9  # share of capitals from which a word is a name, not "ministry", "general"
UNSURE: Final = frozenset({"planned", "possible", "probable"})


class Answer(NamedTuple):
    """What a mention answers an accusation with.

    Attributes:
        own: Positions of the terms that tell what is answered; none for a blanket answer.
        parties: Concepts of who answers, without words like "ministry".
        cued: Whether the cue itself denies or rejects.
    """

    kind: AnswerKind
    own: tuple[int, ...]
    parties: frozenset[str]
    cued: bool = False


@lru_cache(maxsize=1)
def _empty() -> frozenset[str]:
    """Return stems that tell nothing of what is denied."""
    return frozenset(stem_of(word) for word in load_table("answers")["empty"])


@lru_cache(maxsize=1)
def _blame() -> frozenset[str]:
    """Return stems of what people are blamed for."""
    return frozenset(stem_of(word) for word in load_table("answers")["blame"])


@lru_cache(maxsize=1)
def _patterns() -> Mapping[str, tuple[re.Pattern[str], ...]]:
    """Return the patterns of each kind."""
    found: dict[str, list[re.Pattern[str]]] = {}
    for entry in load_entries("answers"):
        found.setdefault(entry.attributes["kind"], []).append(entry.compiled())
    return MappingProxyType({kind: tuple(patterns) for kind, patterns in found.items()})


def has_kind(text: str, kind: str) -> bool:
    """Tell whether a text holds words of a kind of the lexicon of answers."""
    return any(pattern.search(text) for pattern in _patterns()[kind])


@lru_cache(maxsize=8192)
def names_only(parties: frozenset[str]) -> frozenset[str]:
    """Return the parties that name somebody, without words that many names share."""
    table = load_words()
    return frozenset(
        party for party in parties if party.startswith("=") or table.capitals(party) >= NAME_CAPS
    )


def blames(text: str) -> bool:
    """Tell whether words put blame on somebody."""
    return has_kind(text, "charge") or any(stem_of(t.lower) in _blame() for t in tokens_of(text))


def _speaks_of_itself(held: Held, parties: frozenset[str]) -> bool:
    """Tell whether the speaker's side is what the statement begins with."""
    meaning = held.statement.meaning
    opening = tokens_of(meaning.text)[:OPENING]
    if parties & meaning.agents or any(token.lower in FIRST_PERSON for token in opening):
        return True
    last = opening[-1].end if opening else 0
    return any(term.concept in parties and term.start < last for term in meaning.terms)


def _is_cued(held: Held) -> bool:
    """Tell whether the cue itself denies or rejects ("denied that ...")."""
    return held.statement.denial and (held.mention.stance_cue or held.mention.modality != "denied")


def _negates_own_act(held: Held, parties: frozenset[str]) -> bool:
    """Tell whether a speaker says that its side does not or did not do something.

    What it will not do, cannot do, does not know or believe is another matter.
    """
    meaning = held.statement.meaning
    if not _speaks_of_itself(held, parties) or meaning.count("futures"):
        return False
    return negates_act(meaning.text, meaning.turns) and not has_kind(meaning.text, "ignorance")


def _own_kind(held: Held, parties: frozenset[str]) -> AnswerKind | None:
    """Return how a speaker answers for its own side without a denying cue, if it does."""
    text = held.statement.meaning.text
    for kind in ("dismissal", "refusal"):
        if has_kind(text, kind):
            return kind
    if has_kind(text, "excuse") and _speaks_of_itself(held, parties):
        return "defence"
    return "denial" if _negates_own_act(held, parties) else None


def _kind(held: Held, parties: frozenset[str]) -> AnswerKind | None:
    """Return what kind of answer a mention is, if any."""
    text = held.statement.meaning.text
    if is_question(text) or held.mention.kind == "meta":
        return None
    if parties and _is_cued(held):
        return "defence" if has_kind(text, "excuse") else "denial"
    for kind in ("verdict", "absence"):
        if has_kind(text, kind):
            return kind
    if not parties or held.statement.modality in UNSURE:
        return None
    return _own_kind(held, parties)


def read_answer(held: Held) -> Answer | None:
    """Return how a mention answers accusations, None if it answers none.

    An outlet's own "X has not done Y" is no answer by X: only words put into somebody's mouth are.
    """
    parties = names_only(held.parties)
    kind = _kind(held, parties)
    if kind is None:
        return None
    own = tuple(
        number
        for number, term in enumerate(held.statement.meaning.terms)
        if term.concept not in parties
        and (term.name or stem_of(term.word) not in _empty())
        and not (kind == "defence" and has_kind(term.word, "excuse"))
    )
    return Answer(kind, own, parties, cued=_is_cued(held))
