"""Who does what to whom, and who gives to whom, in either voice and by either verb."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from headwater.lexicon.load import load_table
from headwater.lexicon.units import load_units
from headwater.lexicon.verbs import verb_forms
from headwater.link.days import find_dates
from headwater.link.frame.laid import Piece, pieces_of, telling
from headwater.link.frame.side import stems
from headwater.link.told.relation import Stretch, sense_of
from headwater.link.words import stem_of

BE: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|being|gets?|got|getting)\s+(?:(?:\w+ly|not|also|then|later|now|all|both)\s+)*$",
    re.IGNORECASE,
)
HELPING: Final = re.compile(
    r"(?:\b(?:has|have|had|will|would|may|might|could|can|shall|did|does|do|not|to|never|[a-z]+ly)\s+)+$",
    re.IGNORECASE,
)
START: Final = re.compile(
    r"[,;:.(]\s*|\s(?:and|but|or|that|who|which|whom|while|after|before|because|when|as|if)\s",
    re.IGNORECASE,
)
STOP: Final = re.compile(
    r"[,;:.()]|\s(?:in|on|at|for|over|after|before|with|without|despite|during|against|under|near|by"
    r"|because|while|when|as|if|who|which|that|and\s\w+ed|but|until|since|from|to|into|through|via)\b",
    re.IGNORECASE,
)
BY: Final = re.compile(r"\bby\s+", re.IGNORECASE)
TRANSFER: Final = "#transfer"
END: Final = re.compile(
    r"[,;:.()]|\s(?:who|which|that|after|before|because|while|when|despite|and\s\w+ed)\b",
    re.IGNORECASE,
)


class Deed(NamedTuple):
    """What one party does to another.

    Attributes:
        verb: Its stem; `#transfer` for what one party gives and the other gets.
        agent: Words for who does it, or gives.
        patient: Words for whom or what it is done to, or who gets.
        given: False if the verb tells of who gets.
    """

    verb: str
    agent: frozenset[str]
    patient: frozenset[str]
    start: int
    end: int
    given: bool = True


@lru_cache(maxsize=2)
def _verbs(kind: str) -> frozenset[str]:
    return frozenset(stem_of(word) for word in load_table("relations")["transfer"][kind])


@lru_cache(maxsize=32768)
def find_deeds(text: str) -> tuple[Deed, ...]:
    """Return who does what to whom in a text, as far as both are told."""
    return tuple(deed for deed in _read(text) if deed.agent and deed.patient)


def _read(text: str) -> Iterator[Deed]:
    for piece in pieces_of(text):
        passive = BE.search(text[: piece.start])
        if text[piece.start].isupper() or not _is_verb(piece, passive=passive is not None):
            continue
        begin = passive.start() if passive else _begin(text, piece.start)
        subject = _subject(text, begin)
        last = END.search(text, piece.end)
        end = last.start() if last else len(text)
        by = BY.search(text, piece.end, end) if passive else None
        doer = _noun(text, by.end(), end) if by else (end, end)
        agent, patient = (doer, subject) if passive else (subject, _noun(text, piece.end, end))
        yield _deed(text, piece.key, agent, patient, piece)
        if piece.key in _verbs("giving"):
            getter = _behind(text, "to", piece.end, end) or patient
            yield _deed(text, TRANSFER, agent, getter, piece)
        elif piece.key in _verbs("getting"):
            giver = _behind(text, "from", piece.end, end) or (end, end)
            yield _deed(text, TRANSFER, giver, agent, piece)._replace(given=False)


def _deed(text: str, verb: str, agent: Stretch, patient: Stretch, piece: Piece) -> Deed:
    one, two = _parties(text, agent), _parties(text, patient)
    return Deed(verb, one - two, two - one, piece.start, piece.end)


def _parties(text: str, stretch: Stretch) -> frozenset[str]:
    """Return the words that name a party: names alone where there are any, no figures."""
    pieces = [p for p in telling(pieces_of(text)) if stretch[0] <= p.start < stretch[1]]
    named = [p for p in pieces if p.key[0] == "=" or (p.start and text[p.start].isupper())]
    words = [p for p in named or pieces if not p.counts and p.word not in load_units().by_word]
    return frozenset(sense_of(p) for p in words if not find_dates(p.word.title()))


def _is_verb(piece: Piece, *, passive: bool) -> bool:
    form = verb_forms().get(piece.word)
    if piece.counts or piece.word[:1].isdigit():
        return False
    if passive:
        return piece.word.endswith("ed") or (
            form is not None and form.form in {"past", "participle"}
        )
    return piece.word.endswith("ed") if form is None else (not form.noun_too or form.form == "past")


def _begin(text: str, at: int) -> int:
    """Return where the words that help a verb begin."""
    helping = HELPING.search(text[:at])
    return helping.start() if helping else at


def _subject(text: str, end: int) -> Stretch:
    """Return the stretch before a verb in its clause."""
    starts = [found.end() for found in START.finditer(text, 0, end)]
    return (starts[-1] if starts else 0), end


def _noun(text: str, start: int, end: int) -> Stretch:
    """Return the stretch behind a place up to the next preposition."""
    found = STOP.search(text, start, end)
    return start, found.start() if found else end


def _behind(text: str, word: str, start: int, end: int) -> Stretch | None:
    """Return the noun behind a preposition, None if there is none."""
    for found in re.finditer(rf"\b{word}\s+(\w+)", text[:end]):
        if found.start() >= start and not _is_base(found[1]):
            return _noun(text, found.start(1), end)
    return None


def _is_base(word: str) -> bool:
    """Tell whether a word behind "to" is a verb."""
    form = verb_forms().get(word)
    return form is not None and form.form == "base" and not form.noun_too


def find_reversed(left: str, right: str) -> tuple[Deed, Deed] | None:
    """Return a deed that is done in one text by whom it is done to in the other.

    Not where the other tells that deed too: "A hit B, and B hit A".
    """
    pairs = [(a, b) for a in find_deeds(left) for b in find_deeds(right) if a.verb == b.verb]
    straight = {a.verb for a, b in pairs if a.agent & b.agent and a.patient & b.patient}
    return next((p for p in pairs if p[0].verb not in straight and _are_reversed(*p)), None)


def tells_round(left: str, right: str) -> bool:
    """Tell whether one text tells by who gives what the other tells by who gets it."""
    return any(
        a.agent & b.agent and a.patient & b.patient
        for a in find_deeds(left)
        for b in find_deeds(right)
        if a.verb == b.verb == TRANSFER and (a.given != b.given)
    )


def _are_reversed(left: Deed, right: Deed) -> bool:
    if left.verb in stems("mutual"):
        return False
    crossed = min(len(left.agent & right.patient), len(left.patient & right.agent))
    straight = len(left.agent & right.agent) + len(left.patient & right.patient)
    return crossed > 0 and not straight
