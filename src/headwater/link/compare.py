"""Two statements to a label, a probability and reasons."""

from typing import Final, NamedTuple

from headwater.link.alignment import Pair, Rarity, Statement, align, general_rarity
from headwater.link.features import measure
from headwater.link.gates import Gate, find_gates
from headwater.model.claim import PairLabel
from headwater.weights.pair_model import load_pair_model

WALL_SAME: Final = 0.10  # most that P(same) may be past a wall
GATE_FACTOR: Final = 0.6  # what is left of P(same) past a gate that is no wall
SOFT_KINDS: Final = frozenset(
    {"opposite", "direction", "negation", "step", "limit", "actor"}
)  # read from words, may err
SOFT_SAME: Final = 0.25  # most that P(same) may be past one of these
SHARED_WORDS: Final = 6  # shared words that a reason shows at most

RELATED: Final = 0.25  # cover of the better covered side from which two statements share a matter


class Verdict(NamedTuple):
    """What a comparison found.

    Attributes:
        score: Probability that both state the same proposition, 0..1.
        shares: Probability after the gates of `same`, `entails_ab`, `entails_ba`, `against`,
            `updates` and `other`.
        matched: Words of the left and of the right statement that match, as places.
    """

    label: PairLabel
    score: float
    shares: dict[str, float]
    gates: tuple[Gate, ...]
    matched: tuple[tuple[int, int, int, int], ...]

    @property
    def wall(self) -> bool:
        """Tell whether no chain of similar statements may join the two."""
        return any(gate.wall for gate in self.gates)


def _limit_same(shares: dict[str, float], gates: tuple[Gate, ...]) -> dict[str, float]:
    """Take from `same` what the gates forbid, and share it out over the others."""
    same = shares["same"]
    allowed = same
    for gate in gates:
        if gate.wall:
            allowed = min(allowed, SOFT_SAME if gate.kind in SOFT_KINDS else WALL_SAME)
        else:
            allowed *= GATE_FACTOR
    rest = 1.0 - same
    grow = (1.0 - allowed) / rest if rest > 0 else 1.0
    return {label: allowed if label == "same" else share * grow for label, share in shares.items()}


def _name_label(shares: dict[str, float], pair: Pair, measured: dict[str, float]) -> PairLabel:
    """Return the label of the likeliest share."""
    best = max(sorted(shares), key=lambda name: shares[name])
    match best:
        case "same" | "entails_ab" | "entails_ba" | "updates":
            return best
        case "against":
            return "denies" if pair.left.denial != pair.right.denial else "contradicts"
        case _:
            return "related" if measured["cover_high"] >= RELATED else "unrelated"


def _matched(pair: Pair) -> tuple[tuple[int, int, int, int], ...]:
    """Return the most telling words that both have, as places on either side."""
    found = []
    for one, best, weight in zip(
        pair.left.meaning.terms, pair.best_left, pair.weight_left, strict=True
    ):
        two = next((t for t in pair.right.meaning.terms if t.sense == one.sense), None)
        if two is not None:
            found.append((-float(best * weight), one.start, one.end, two.start, two.end))
    return tuple((a, b, c, d) for _, a, b, c, d in sorted(found)[:SHARED_WORDS])


def compare(left: Statement, right: Statement, rarity: Rarity = general_rarity) -> Verdict:
    """Return label, probability of being the same, and what decided.

    Args:
        left: One statement.
        right: The other.
        rarity: How telling a term is, in the pile at hand or in news at large.
    """
    pair = align(left, right, rarity)
    measured = measure(pair)
    gates = find_gates(pair, measured)
    shares = _limit_same(load_pair_model().probabilities(measured), gates)
    return Verdict(
        _name_label(shares, pair, measured), shares["same"], shares, gates, _matched(pair)
    )
