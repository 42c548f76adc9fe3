"""Denials of one party that answer the same accusation: one denial, however many outlets tell it.

"It has not sold the barges", "denied selling the barges" and "rejected the charge" are worded too
differently to be compared as they stand; what they answer tells that they are one.
"""

from collections.abc import Hashable, Iterable, Mapping
from itertools import combinations
from typing import Final

from headwater.link.alignment import Pair
from headwater.link.answers import Answer, read_answer
from headwater.link.cluster import Link
from headwater.link.compare import SAME
from headwater.link.counterpart import affirm, agreement
from headwater.link.denials import Found
from headwater.link.heads import MET, head_of
from headwater.link.parts import DETAILS
from headwater.link.pile import Pile
from headwater.link.prepare import Held
from headwater.link.turned import cue_negates

TELLING: Final = {"denial"}  # an answer that tells what is not so; "groundless" does not
OWN: Final = 2  # words of its own below which a denial cannot be laid beside another


def _is_one_side(one: Answer, two: Answer) -> bool:
    """Tell whether two answers are of one party: the same one, one of its voices, or one state."""
    if one.parties <= two.parties or two.parties <= one.parties:
        return bool(one.parties and two.parties)
    return any(party.startswith("=") for party in one.parties & two.parties)


def _denied_words(held: Held) -> str:
    """Return what a denial denies, as if it were stated."""
    return held.words if cue_negates(held.statement) else affirm(held.words)


def _deny_one_thing(pile: Pile, one: Held, two: Held) -> bool:
    """Tell whether what two denials deny would be the same claim if it were stated."""
    shares = agreement(pile, one, _denied_words(one), two, _denied_words(two))
    return shares.get("same", 0.0) >= SAME


def _may_be_one(pile: Pile, ends: Link) -> bool:
    """Tell whether nothing but the wording parts two statements: no detail, no person's word."""
    if ends in pile.sisters or ends in pile.apart or ends in pile.changed:
        return False
    return not any(gate.wall and gate.kind in DETAILS for gate in pile.verdict(*ends).gates)


def _names_the_act(pile: Pile, short: Held, own: tuple[int, ...], other: Held) -> bool:
    """Tell whether a denial has no words of its own, or one for the act that the other denies.

    "Denied the deliveries" is for "has not delivered any barges".
    """
    pair = Pair(short.statement, other.statement, pile.rarity)
    head = head_of(other.statement.meaning)
    return all(pair.best_left[number] >= MET and pair.partner[number] == head for number in own)


def _own_concepts(held: Held, answer: Answer) -> frozenset[str]:
    """Return what a denial denies in words of its own: "role in the raid" is "the raid"."""
    return frozenset(held.statement.meaning.terms[number].concept for number in answer.own)


def _is_one_denial(pile: Pile, ends: Link) -> bool:
    """Tell whether one party denies one thing by two statements, in words of its own or not."""
    one, two = (pile.held[pile.first[node]] for node in ends)
    left, right = read_answer(one), read_answer(two)
    if left is None or right is None or {left.kind, right.kind} != TELLING:
        return False
    if not _is_one_side(left, right):
        return False
    if _own_concepts(one, left) == _own_concepts(two, right):
        return True
    if min(len(left.own), len(right.own)) < OWN:
        first = len(left.own) <= len(right.own)
        short, other, own = (one, two, left.own) if first else (two, one, right.own)
        return _names_the_act(pile, short, own, other)
    return _deny_one_thing(pile, one, two)


def _bare_words(pile: Pile, node: int) -> Hashable:
    """Return the one word by which a denial names what it denies a part in; itself if it has more.

    "Any role in the raid" and "responsibility for the raid" may answer two accusations.
    """
    held = pile.held[pile.first[node]]
    answer = read_answer(held)
    own = _own_concepts(held, answer) if answer else frozenset()
    return own if len(own) == 1 else ("alone", node)


def find_one_denials(pile: Pile, found: Iterable[Found], claim: Mapping[int, int]) -> set[Link]:
    """Return the pairs of distinct statements by which one party denies one thing.

    Args:
        pile: The distinct statements and their comparisons.
        found: Which accusations the answers are about; only firm denials count.
        claim: Of each statement, the first of its claim.
    """
    denials: dict[Hashable, set[int]] = {}
    for item in found:
        if item.kind == "denies" and not item.weak:
            denials.setdefault(claim[item.two], set()).add(item.one)
            denials.setdefault(_bare_words(pile, item.one), set()).add(item.one)
    pairs = {pair for ends in denials.values() for pair in combinations(sorted(ends), 2)}
    may = {pair for pair in pairs if _may_be_one(pile, pair)}
    sets: list[set[int]] = []
    for pair in sorted(may):
        if _is_one_denial(pile, pair):
            met = [one for one in sets if not one.isdisjoint(pair)]
            sets = [one for one in sets if one not in met] + [set(pair).union(*met)]
    return {pair for one in sets for pair in combinations(sorted(one), 2) if pair in may}
