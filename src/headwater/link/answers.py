"""How a party answers what is said of it: it denies, calls its conduct proper, or evades."""

import re
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from headwater.link.heads import head_of
from headwater.link.meaning import Meaning, read_meaning
from headwater.link.outside import asks, is_turned_outside
from headwater.link.prepare import Held
from headwater.link.turned import rejects
from headwater.link.turns import CLAUSE_END, negates_act
from headwater.link.wording import blames, empty_words, has_kind, places_of
from headwater.link.words import stem_of, tokens_of
from headwater.weights.word_table import load_words

AnswerKind = Literal[
    "denial", "affirmation", "defence", "dismissal", "refusal", "absence", "verdict"
]

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
        means: Of its own words, those that say with what: "has not supplied them with mortars".
    """

    kind: AnswerKind
    own: tuple[int, ...]
    parties: frozenset[str]
    cued: bool = False
    means: frozenset[int] = frozenset()


# "to" before a verb: what was asked for, feared or warned of.
PRO_FORMS: Final = frozenset("do does did done doing so happen happened".split())
WITH: Final = re.compile(r"\bwith ")
GROUP_END: Final = re.compile(
    rf" (?:of|to|for|in|on|at|by|from|since|during|throughout|as|when|and)\b|{CLAUSE_END.pattern}"
)
ASKED: Final = re.compile(
    r"\bto (?!the |an? |its |their |his |her |this |that |these |those |any |all |some )(?=[a-z])"
)


@lru_cache(maxsize=8192)
def names_only(parties: frozenset[str]) -> frozenset[str]:
    """Return the parties that name somebody, without words that many names share."""
    table = load_words()
    return frozenset(
        party for party in parties if party.startswith("=") or table.capitals(party) >= NAME_CAPS
    )


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
    by_words = held.mention.modality == "denied" and held.statement.meaning.negative()
    return held.statement.denial and (held.mention.stance_cue or not by_words)


def _negates_own_act(held: Held, parties: frozenset[str]) -> bool:
    """Tell whether a speaker says that its side does not or did not do something.

    What it will not do, cannot do, does not know or believe is another matter.
    """
    meaning = held.statement.meaning
    if not _speaks_of_itself(held, parties) or meaning.count("futures"):
        return False
    if is_turned_outside(held):
        return False
    return negates_act(meaning.text, meaning.turns) and not has_kind(meaning.text, "ignorance")


def _affirms(held: Held) -> bool:
    """Tell whether somebody says in the first person what he or she does ("I do pay rent")."""
    meaning, statement = held.statement.meaning, held.statement
    opening = tokens_of(meaning.text)[:OPENING]
    if statement.negative or meaning.count("futures", "plans"):
        return False
    return any(token.lower in FIRST_PERSON for token in opening)


def _own_kind(held: Held, parties: frozenset[str]) -> AnswerKind | None:
    """Return how a speaker answers for its own side without a denying cue, if it does."""
    text = held.statement.meaning.text
    for kind in ("dismissal", "refusal"):
        if has_kind(text, kind):
            return kind
    if has_kind(text, "aloof") and _speaks_of_itself(held, parties):
        return "denial"
    if has_kind(text, "excuse") and _speaks_of_itself(held, parties):
        return "defence"
    if _negates_own_act(held, parties):
        return "denial"
    return "affirmation" if _affirms(held) else None


def _kind(held: Held, parties: frozenset[str]) -> AnswerKind | None:
    """Return what kind of answer a mention is, if any."""
    text = held.statement.meaning.text
    if asks(held) or held.mention.kind == "meta":
        return None
    if parties and (_is_cued(held) or has_kind(text, "untrue")):
        return "defence" if has_kind(text, "excuse") and not blames(text) else "denial"
    for kind in ("verdict", "absence"):
        if has_kind(text, kind):
            return kind
    if not parties or held.statement.modality in UNSURE:
        return None
    return _own_kind(held, parties)


def read_answer(held: Held) -> Answer | None:
    """Return how a mention answers accusations, None if it answers none.

    An outlet's own "X has not done Y" is no answer by X: only words put into somebody's mouth are,
    and "X denied the charges".
    """
    parties = names_only(held.parties)
    told = not held.parties and has_kind(held.mention.text, "told")
    if told:
        parties = names_only(held.statement.meaning.agents)
    kind = "denial" if told and parties else _kind(held, parties)
    if kind is None:
        return None
    own = _own_words(held, parties, kind)
    said = _pleads(held) or any(has_kind(held.mention.text, one) for one in ("aloof", "untrue"))
    said = said or not own and rejects(held.statement)  # "the bank rejects this"
    cued = told or _is_cued(held) or (kind == "denial" and said)
    return Answer(kind, own, parties, cued=cued, means=_means_of(held.statement.meaning, own))


def _means_of(meaning: Meaning, own: tuple[int, ...]) -> frozenset[int]:
    """Return the terms that say with what somebody was helped or supplied.

    Whom is said before; "did not meet with reporters" and "any deal with the union" say with whom.
    """
    found = set()
    for match in WITH.finditer(meaning.text):
        stop = GROUP_END.search(meaning.text, match.end())
        last = stop.start() if stop else len(meaning.text)
        before = sum(term.start < match.start() for term in meaning.terms)
        group = [n for n in own if match.end() <= meaning.terms[n].start < last]
        named = any(meaning.terms[n].name for n in group)
        whom = before - 1 > (head_of(meaning) or 0)
        if whom and group and not named:
            found.add(group[-1])
    return frozenset(found)


def _pleads(held: Held) -> bool:
    """Tell whether a statement negates what people are blamed for ("I assaulted nobody")."""
    meaning = held.statement.meaning
    turned = zip(meaning.terms, meaning.negated, strict=True)
    return meaning.count("negators") > 0 and any(
        blames(term.word) for term, negated in turned if negated
    )


def _own_words(held: Held, parties: frozenset[str], kind: AnswerKind) -> tuple[int, ...]:
    """Return the positions of the terms that tell what is answered.

    Where it was said is no part of it, nor what follows on "reports that X are false".
    """
    text = held.statement.meaning.text
    settings = places_of(text, "setting")
    last = max((end for _, end in places_of(text, "untrue")), default=len(text))
    return tuple(
        number
        for number, term in enumerate(held.statement.meaning.terms)
        if term.concept not in parties
        and term.start < last
        and not any(first <= term.start < last for first, last in settings)
        and (term.name or stem_of(term.word) not in empty_words())
        and not (kind == "defence" and has_kind(term.word, "excuse"))
    )


def names_around(held: Held) -> frozenset[str]:
    """Return the names in a mention's sentence, without who speaks."""
    meaning = read_meaning(held.sentence or held.mention.text)
    return names_only(meaning.names()) - held.parties


def stand_in(held: Held, answer: Answer) -> tuple[Held, Answer]:
    """Return an absence in pro-forms ("no sign it has done so") with what its sentence speaks of.

    That is what stands before it, from the last infinitive on if there is one.
    """
    terms = held.statement.meaning.terms
    telling = (terms[n] for n in answer.own if not terms[n].name)
    if answer.kind != "absence" or any(term.word not in PRO_FORMS for term in telling):
        return held, answer
    before = held.sentence[: max(held.sentence.find(held.mention.text), 0)]
    asked = list(ASKED.finditer(before))
    words = before[asked[-1].end() :] if asked else before
    held = held._replace(statement=held.statement._replace(meaning=read_meaning(words)))
    return held, answer._replace(own=_own_words(held, answer.parties, "absence"))
