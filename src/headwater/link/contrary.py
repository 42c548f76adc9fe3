"""Who negates, word for word or not, what another states: found by reading without the negation."""

import re
from collections.abc import Iterable
from typing import Final

import numpy as np

from headwater.link.alignment import Pair, share_of
from headwater.link.cluster import Link
from headwater.link.compare import read_pair
from headwater.link.counterpart import (
    OWN,
    affirm,
    agreement,
    is_worth_reading,
    meets_act,
    turn_back,
)
from headwater.link.denials import Found
from headwater.link.meaning import read_meaning
from headwater.link.opposed import chance_of
from headwater.link.pile import THOROUGH, Pile
from headwater.link.prepare import Held
from headwater.link.stated import can_meet, is_silent, is_supposed
from headwater.link.turned import cue_negates
from headwater.model.reason import Reason
from headwater.model.span import Place

# What a statement from which the denied follows counts against the denied itself; the reader calls
# that too often.
FOLLOWS: Final = 0.5
# Least probability that the other says what is denied, and least product of both readings. Read on
# ten events: of ten pairs so firm eight conflict, of twelve below most do not.
ALIKE: Final = 0.2
SURE: Final = 0.25
# The same for what is possible.
OPEN_ALIKE: Final = 0.1
OPEN: Final = 0.3
# What makes two statements as they stand so sure to be against each other that nothing else is
# asked: share of the denial's own words that the other has, and what the reader gives. Of six such
# pairs on 27 events and three cases four conflict when read, one possibly.
# At 0.4 what lacks the denied thing passed ("sent no arms", "sent lathes"): of seven four wrong.
OWN_WORDS: Final = 0.6
AGAINST: Final = 0.5
# What is rejected is the pronoun, and what follows is what it is called: "dismissed it as a stunt".
CALLED: Final = re.compile(r"^\W*(?:it|this|that|them|these|those)\b(?: [\w-]+){0,4}? as\b")
TEXT: Final = "without its negation the one would say what the other says, or less"
READ_TEXT: Final = "the one negates an act that the other tells of the same party"


def _is_against(pile: Pile, one: Held, two: Held) -> float:
    """Return how likely the reader holds two statements to be against each other, 0..1."""
    if pile.reader is None:
        return 0.0
    return chance_of(read_pair(pile.reader, one.words, two.words)["read_against"])


def _negates(pile: Pile, denial: Held, words: str, other: Held) -> tuple[float, bool]:
    """Return how surely a statement negates another, 0..1, and whether that is firm.

    Args:
        pile: The distinct statements.
        denial: The statement with a negation.
        words: What it says without.
        other: What it may negate.
    """
    shares = agreement(pile, denial, words, other, other.words)
    alike = shares.get("same", 0.0)
    if alike < OPEN_ALIKE:
        return 0.0, False
    against = 1.0 if cue_negates(denial.statement) else _is_against(pile, denial, other)
    score = (alike + FOLLOWS * shares["entails_ba"]) * against
    firm = alike >= ALIKE and score >= SURE
    return (score, firm) if firm or score >= OPEN else (0.0, False)


def _refutes(pile: Pile, denial: Held, other: Held) -> float:
    """Return how surely a statement is against another that has its act and its parties, 0..1.

    Both must name a party, the same one, or neither any.
    """
    one, two = (read_meaning(side.words).names() for side in (denial, other))
    if not one & two and (one or two):
        return 0.0
    pair = Pair(denial.statement, other.statement, pile.rarity)
    keep = np.array([not term.name for term in pair.left.meaning.terms], dtype=bool)
    if not keep.any() or not meets_act(pair):
        return 0.0
    if share_of(pair.best_left[keep], pair.weight_left[keep]) < OWN_WORDS:
        return 0.0
    read = _is_against(pile, denial, other)
    return read if read >= AGAINST else 0.0


def _relation(pile: Pile, ends: Link, score: float, *, firm: bool, text: str = TEXT) -> Found:
    """Return the relation of a statement to the one that it negates."""
    denial, other = (pile.held[pile.first[node]] for node in ends)
    places = tuple(
        Place(document=one.mention.document, span=one.mention.spans[-1]) for one in (denial, other)
    )
    named = denial.parties & other.statement.meaning.names() - other.parties
    reason = Reason(rule="negates", text=text, places=places, weight=round(score, 6))
    return Found(
        "denies" if named else "contradicts", *ends, round(score, 6),
        weak=not firm, reasons=(reason,),
    )  # fmt: skip


def _may_negate(pile: Pile, denial: Held, other: Held) -> bool:
    """Tell whether two statements are of a kind to conflict, and share enough to be read."""
    if is_silent(denial, other) or not can_meet(denial, other):
        return False
    if other.statement.negative or other.statement.denial:
        return False
    if is_supposed(other.statement) or is_supposed(denial.statement):
        return False
    return is_worth_reading(pile, denial, other)


def _denied_by(held: Held) -> str | None:
    """Return what a statement denies by its words or, if they affirm it, by its cue; else None."""
    if not cue_negates(held.statement):
        return turn_back(held)
    if CALLED.search(held.mention.text):
        return None
    own = sum(not term.name for term in held.statement.meaning.terms)
    return affirm(held.words) if held.statement.denial and own >= OWN else None


def find_contrary(pile: Pile, pairs: Iterable[Link]) -> list[Found]:
    """Return which statements negate what others state.

    Args:
        pile: The distinct statements and their comparisons; nothing is found without a reader.
        pairs: Positions of distinct statements that were found to share words.
    """
    if pile.reader is None or len(pile.first) > THOROUGH:
        return []
    turned = ((node, _denied_by(pile.held[number])) for node, number in enumerate(pile.first))
    back = {node: words for node, words in turned if words is not None}
    found = []
    for pair in pairs:
        if (pair[0] in back) == (pair[1] in back) or pair in pile.sisters:
            continue
        ends = pair if pair[0] in back else pair[::-1]
        denial, other = (pile.held[pile.first[node]] for node in ends)
        if not _may_negate(pile, denial, other):
            continue
        score, firm = _negates(pile, denial, back[ends[0]], other)
        if score and firm:
            found.append(_relation(pile, ends, score, firm=True))
            continue
        read = 0.0 if cue_negates(denial.statement) else _refutes(pile, denial, other)
        if read:
            found.append(_relation(pile, ends, read, firm=True, text=READ_TEXT))
        elif score:
            found.append(_relation(pile, ends, score, firm=False))
    return found
