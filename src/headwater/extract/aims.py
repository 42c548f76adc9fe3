"""Aims, means and blame: words that tie a detail to a subject or an object of its sentence."""

from itertools import pairwise
from typing import Final

from headwater.extract.bare import listed
from headwater.extract.clauses import Clause
from headwater.extract.noun_phrases import WHEN, phrase_before
from headwater.extract.parts import MODALS
from headwater.extract.verb_phrases import SUBORDINATORS, is_gerund, is_infinitive
from headwater.extract.words import ADVERBS, AUXILIARIES, PREPOSITIONS, PRONOUNS, Words

AIMS: Final = tuple(
    tuple(phrase.split())
    for phrase in ("in order to", "so as to", "in an effort to", "in a bid to", "in an attempt to")
)
TAILS: Final = AIMS + tuple(
    tuple(phrase.split())
    for phrase in (
        "in the hope of", "in hopes of", "in preparation for",
        "in what appears to be", "in what appeared to be", "in what seems to be",
    )
)  # fmt: skip
PUNISHING: Final = frozenset(
    "sue sanction fine arrest charge jail punish fire blame list indict convict sentence ban"
    " blacklist suspend expel target prosecute investigate reward award apologize imprison".split()
)
GOING: Final = frozenset("travel go fly visit come return arrive head".split())
MEETINGS: Final = frozenset("meeting talks session hearing summit conference vote".split())
TRIPS: Final = frozenset({"trip", "trips", "journey", "flight", "tour"})
BE: Final = frozenset("is are was were be been am".split())
HANGING: Final = frozenset({"by", "in", "so"})  # open means and aims: "in order to"
DUTIES: Final = frozenset({"should", "must", "need", "ought"})
UNREAL: Final = frozenset({("could", "have"), ("would", "have")})
DENIED: Final = frozenset("not never neither no nothing cannot nobody none".split())
URGING: Final = frozenset("urge ask tell want advise encourage beg call expect".split())
LEAST: Final = 3  # words from "to" on that tell an aim
BLAME: Final = 5  # words and marks of what one is blamed for, or has come for; less goes with it


def find_aim(words: Words, at: int) -> tuple[int, str]:
    """Return where the words end that tie a detail to its subject, and what they read as.

    "Borg in an effort to sell it" reads "Borg seeking to sell it", "Borg for selling it" "Borg
    selling it"; (0, "") if nothing is to be read otherwise.
    """
    tail = next((p for p in (*AIMS, ("to",)) if words.lower[at : at + len(p)] == p), ())
    if tail and not any(words.finite[:at]):
        return at + len(tail), "seeking to"
    tied = words[at] in {"for", "by"} and at + 1 < len(words) and is_gerund(words, at + 1)
    return (at + 1, "") if at and tied else (0, "")


def blamed_at(words: Words) -> int:
    """Return where "for" stands in "the guilds for leaking ore"; 0 if a verb comes before it."""
    tied = (i for i in range(1, len(words) - 1) if words[i] == "for" and is_gerund(words, i + 1))
    at = 0 if any(words.finite) or words[0] in PREPOSITIONS else next(tied, 0)
    forms = (words.verb(i) for i in range(at) if words.raw[i].islower())
    done = any(form is not None and not form.noun_too for form in forms)
    return 0 if done or "to" in words.lower[:at] or words.raw[0].isupper() else at


def is_trip(words: Words, index: int) -> bool:
    """Tell whether "to meet with Borg" tells what somebody has travelled for."""
    if not is_infinitive(words, index) or len(words) - index <= LEAST:
        return False
    last = max((i for i in range(index - 1) if words.finite[i]), default=0)
    forms = (words.verb(i) for i in range(last, index - 1))  # not "Roe came as Borg asked Lima to"
    going = any(f is not None and f.lemma in GOING for f in forms)
    if not MEETINGS.isdisjoint(words.lower[:index]):
        return False  # "after a meeting on Monday to discuss the toll": that is its aim
    ends = words.raw[index - 1][0].isupper() or words[index - 1] in WHEN | {"weekend"}
    return ends and (going or not TRIPS.isdisjoint(words.lower[:index]))


def acts_itself(words: Words, index: int) -> bool:
    """Tell whether a means belongs to a subject: "the idea of saving by selling it had failed"."""
    for at in range(index + 2, len(words)):
        if words[at] in SUBORDINATORS | PRONOUNS or words.is_mark(at):
            return False
        if words.finite[at] and words[at] in AUXILIARIES:
            return True
    return False


def is_not_done(words: Words, index: int) -> bool:
    """Tell whether what an aim or a means here goes with is only possible, denied or asked for.

    "He need not lose his land in order to please them", "could have saved it by selling": whose
    deed that is, or whether it is one, such words do not say.
    """
    verb = next((i for i in range(index) if words.finite[i]), index)
    row = words.lower[verb:index]
    bound = any(word in DUTIES | DENIED or word.endswith("n't") for word in row)
    bound = bound or any(pair in UNREAL for pair in pairwise(row))
    forms = [words.verb(i) for i in range(verb, index)]
    asked = any(form is not None and form.lemma in URGING for form in forms)
    return bound or (asked and "to" in row)


def is_to_come(words: Words, index: int) -> bool:
    """Tell whether a clause of time only tells on what a thing waits ("will go once it rains")."""
    return words[index] == "once" and not MODALS.isdisjoint(words.lower[:index])


def is_blamed(words: Words, index: int) -> bool:
    """Tell whether somebody is blamed, fined or thanked here, at length, for what follows."""
    forms = (words.verb(i) for i in range(index))
    judged = any(f is not None and f.lemma in listed("judging") | PUNISHING for f in forms)
    return judged and len(words) - index > BLAME


def find_blamed(words: Words, index: int) -> tuple[int, ...]:
    """Return whom a clause blames or thanks: the object before "for"; () for its subject.

    "Oslo fined Borg for leaving": Borg; "Borg was fined for leaving": the subject.
    """
    verb = max((i for i in range(index) if words.finite[i]), default=index)
    at = verb + 1
    while at < index and (words[at] in ADVERBS | {"been", "being"} or words[at].endswith("ly")):
        at += 1
    form = words.verb(at) if at < index and words[verb] in AUXILIARIES else None
    if form is not None and form.form in {"past", "participle"} and words[verb] in BE:
        return ()
    row = range(at + (form is not None and form.form != "base"), index)
    if PREPOSITIONS - {"of"} & set(words.lower[row.start : index]):
        return phrase_before(words, index)
    return tuple(row)


def deed_under(words: Words, clause: Clause) -> Words | None:
    """Return the words of what is done "by ...", "in order to ..." or ", ...ing".

    None where that is a clause of its own, what somebody is blamed for, or a result of what is
    wished: "he wants to ban rafts, raising fears" tells of fears that are there.
    """
    body, subject = clause
    between = range(subject[-1] + 1, body[0]) if subject and body else range(0)
    if not between:
        return None
    result = is_gerund(words, body[0]) and not MODALS.isdisjoint(words[i] for i in between)
    return words.pick((*subject, *between)) if result or words[body[0]] in HANGING else None
