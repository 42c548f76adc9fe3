"""The clause of a statement in which a detail stands, and what two such clauses tell."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from headwater.link.alignment import Pair, Rarity, Statement, share_of
from headwater.link.compare import decide, measure_pair, read_pair
from headwater.link.figures import unmatched
from headwater.link.gates import Gate
from headwater.link.heads import head_of, heads_meet
from headwater.link.meaning import read_meaning
from headwater.link.pile import Pile
from headwater.link.turns import CLAUSE_END

BREAK: Final = re.compile(
    rf"{CLAUSE_END.pattern}|\s[—–-]\s|\s(?:after|before|following|when|since|as|amid|until)\s"
)  # where another clause or what it hangs on begins
COUNTED: Final = 0.6  # likeness from which two counts are of one thing; as for heads
LEAST: Final = 2  # terms of a clause below which it tells too little
SMALLEST: Final = 1e-6
DETAILS: Final = frozenset({"figure", "date", "year"})  # gates that a later state may explain
OPPOSED: Final = 0.5  # least probability of a conflict; read on seven piles, wrong ones lie below


def name_others(pair: Pair) -> bool:
    """Tell whether each of two statements names somebody whom the other does not."""
    one, two = pair.left.meaning.terms, pair.right.meaning.terms
    return all(
        any(t.name and t[:2] not in {other[:2] for other in there} for t in here)
        for here, there in ((one, two), (two, one))
    )


def is_one_measure(pair: Pair) -> bool:
    """Tell whether two statements name the same parties and differ in one figure at most."""
    figures = unmatched(pair.left.meaning.figures, pair.right.meaning.figures)
    return not name_others(pair) and len(figures) <= 1


def clause_at(text: str, place: tuple[int, int]) -> tuple[int, int]:
    """Return where the clause around a place begins and ends."""
    start, end = 0, len(text)
    for stop in BREAK.finditer(text):
        if stop.end() <= place[0]:
            start = stop.end()
        elif stop.start() >= place[1]:
            end = stop.start()
            break
    return start, end


def narrow(statement: Statement, place: tuple[int, int]) -> Statement:
    """Return a statement with only the clause around a place."""
    start, end = clause_at(statement.meaning.text, place)
    return statement._replace(meaning=read_meaning(statement.meaning.text[start:end]))


def main_clauses(pair: Pair, rarity: Rarity) -> Pair | None:
    """Return the clauses of both main verbs, matched; None if that leaves out nothing."""
    sides: list[Statement] = []
    for side in (pair.left, pair.right):
        head = head_of(side.meaning)
        if head is None:
            return None
        term = side.meaning.terms[head]
        sides.append(narrow(side, (term.start, term.end)))
    one, two = sides
    if (one.meaning, two.meaning) == (pair.left.meaning, pair.right.meaning):
        return None
    return Pair(one, two, rarity)


def _counts_alike(pair: Pair) -> bool:
    """Tell whether what stands behind the one figure of each clause is met by the other."""
    if any(len(side.meaning.figures) != 1 for side in (pair.left, pair.right)):
        return False
    for side, best in ((pair.left.meaning, pair.best_left), (pair.right.meaning, pair.best_right)):
        end = side.figures[0].end
        counted = next((n for n, term in enumerate(side.terms) if term.start >= end), None)
        if side.figures[0].unit == "count" and (counted is None or best[counted] < COUNTED):
            return False
    return True


def tell_differently(pile: Pile, pair: Pair, gates: Sequence[Gate]) -> float:
    """Return how far the clauses in which a figure or a date differs tell one thing, 0..1.

    What else either statement says does not count. Without a conflict between the clauses 0.

    Args:
        pile: Where the two stand.
        pair: Two statements with their words matched.
        gates: What parts them, with a detail among it.
    """
    gate = next(gate for gate in gates if gate.wall and gate.kind in DETAILS)
    if gate.left is None or gate.right is None:
        return 0.0
    one, two = narrow(pair.left, gate.left), narrow(pair.right, gate.right)
    if min(len(one.meaning.terms), len(two.meaning.terms)) < LEAST:
        return 0.0
    part = Pair(one, two, pile.rarity)
    if not is_one_measure(part):
        return 0.0
    alike = _counts_alike(part) if gate.kind == "figure" else heads_meet(part)
    if not alike or _against(pile, one, two) < OPPOSED:
        return 0.0
    return min(
        share_of(part.best_left, part.weight_left), share_of(part.best_right, part.weight_right)
    )


def opposition(shares: Mapping[str, float]) -> float:
    """Return the probability of two that are not the same that both cannot hold at one time."""
    return (shares["against"] + shares["updates"]) / max(1.0 - shares["same"], SMALLEST)


def _against(pile: Pile, one: Statement, two: Statement) -> float:
    """Return the probability that two clauses cannot both hold, or not at one time."""
    texts = (one.meaning.text, two.meaning.text)
    read = read_pair(pile.reader, *texts) if pile.reader else None
    return opposition(decide(measure_pair(one, two, pile.rarity), read).shares)
