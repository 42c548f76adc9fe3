"""Which statements say all that a more general one says, with a detail more."""

import re
from typing import Final

from headwater.link.alignment import Pair, share_of
from headwater.link.cluster import Link
from headwater.link.features import dates_of
from headwater.link.figures import implies, is_one_value
from headwater.link.heads import MET, head_of
from headwater.link.meaning import Meaning
from headwater.link.pile import Pile
from headwater.link.prepare import Held
from headwater.link.stated import is_silent
from headwater.link.words import tokens_of
from headwater.model.mention import Modality

# Probability of the entailment, and share of the general statement's words that the special one
# has, from which the one surely follows from the other. Of entailments from a probability of 0.6
# on a quarter is right; docs/decisions/0014 has the reading.
FOLLOWS: Final = 0.7
TOLD: Final = 0.75
WORDS: Final = 3  # terms below which a statement is too bare to be said by others
NAMED: Final = 0.99  # likeness from which a name is the same
APART: Final = frozenset(
    {"negation", "opposite", "direction", "actor", "figure", "date", "year", "answer"}
)  # gates beyond which nothing follows
WEAKER: Final = ("hedges", "plans", "futures", "considering", "parts")  # turns of what is no fact
STRICTER: Final = ("only", "all")  # turns that say more than a statement without them
SUPPOSING: Final = frozenset({"if", "unless", "whether"})
SURENESS: Final[tuple[Modality, ...]] = ("asserted", "probable", "possible")
POINTING: Final = re.compile(r"[\s\"“‘']*(?:it|they|he|she|this|these|that|those)\b", re.IGNORECASE)
HANGING: Final = re.compile(
    r"[\s\"“‘']*(?:because|while|although|though|if|as|of|to|for|with|and|but|or|which|who|whose|"
    r"may|might|can|could|will|would|should|must|has|have|had|is|are|was|were)\b",
    re.IGNORECASE,
)  # how words begin that hang on others, or have lost their subject


def follows(pile: Pile, special: int, general: int, share: float) -> bool:
    """Tell whether a statement surely follows from one that says it with a detail more.

    Args:
        pile: Where the two distinct statements stand.
        special: Position of the one with more detail.
        general: Position of the other.
        share: Probability that it follows, as the comparison gave it.
    """
    if share < FOLLOWS:
        return False
    one, two = (pile.held[pile.first[node]] for node in (special, general))
    ends: Link = (min(special, general), max(special, general))
    if is_silent(one, two) or "denied" in {one.mention.modality, two.mention.modality}:
        return False
    if not (_can_be_general(two) and _is_as_sure(one, two)):
        return False
    if any(gate.wall and gate.kind in APART for gate in pile.verdict(*ends).gates):
        return False
    return _tells_all(pile.matched(ends), swapped=general == ends[0])


def _can_be_general(held: Held) -> bool:
    """Tell whether a statement has a verb and words enough, and says of itself whom it is about."""
    meaning = held.statement.meaning
    if len(meaning.terms) < WORDS or head_of(meaning) is None:
        return False
    if HANGING.match(held.mention.text):
        return False
    return bool(held.mention.reading) or POINTING.match(held.mention.text) is None


def _is_as_sure(special: Held, general: Held) -> bool:
    """Tell whether one is put at least as surely as the other: "may have" shows no "has"."""
    one, two = special.mention.modality, general.mention.modality
    if one in SURENESS and two in SURENESS:
        sure = SURENESS.index(one) <= SURENESS.index(two)
    else:
        sure = one == two or (one == "asserted" and two == "planned")
    a, b = special.statement.meaning, general.statement.meaning
    weaker = any(a.count(kind) and not b.count(kind) for kind in WEAKER)
    stricter = any(b.count(kind) and not a.count(kind) for kind in STRICTER)
    return sure and not weaker and not stricter and _supposes(a) <= _supposes(b)


def _supposes(meaning: Meaning) -> bool:
    return any(token.lower in SUPPOSING for token in tokens_of(meaning.text))


def _tells_all(pair: Pair, *, swapped: bool) -> bool:
    """Tell whether one side has what the other says: its verb, names, figures, dates and words."""
    special, general = pair.left, pair.right
    best, weight = pair.best_right, pair.weight_right
    if swapped:
        special, general = general, special
        best, weight = pair.best_left, pair.weight_left
    one, two = special.meaning, general.meaning
    head = head_of(two)
    if head is None or best[head] < MET or share_of(best, weight) < TOLD:
        return False
    if special.negative != general.negative or _acts(one, two) or _acts(two, one):
        return False
    for term, met in zip(two.terms, best, strict=True):
        if met < (NAMED if term.name else MET if term.sense in general.own else 0.0):
            return False
    if dates_of(one, two)["date_right"]:
        return False
    return all(any(is_one_value(f, g) or implies(f, g) for f in one.figures) for g in two.figures)


def _acts(one: Meaning, two: Meaning) -> bool:
    """Tell whether somebody acts in one statement and is only acted upon in the other."""
    return bool(one.agents & two.patients) and not one.agents & two.agents
