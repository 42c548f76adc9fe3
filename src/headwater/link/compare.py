"""Two statements to a label, a probability and reasons."""

import math
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

import numpy as np

from headwater.link.alignment import Pair, Rarity, Statement
from headwater.link.features import measure
from headwater.link.figures import is_one_value, none_shared
from headwater.link.frame.another import is_reworded, names_another
from headwater.link.frame.laid import find_frame, puts_other
from headwater.link.gates import Gate, find_gates, two_times
from headwater.link.meaning import read_meaning
from headwater.link.parted import is_parted
from headwater.link.phrases import weigh_phrases
from headwater.link.turned import both_reject
from headwater.link.verbatim import EXACT, Repeat, find_repeat, is_swap
from headwater.model.claim import PairLabel
from headwater.weights.pair_model import load_pair_model

WALL_SAME: Final = 0.10  # most that P(same) may be past a wall
WALL_CLAIM: Final = 0.05  # most that P(one claim) may be past a wall; such pairs are not read
# Gates that make another claim though they are no wall: a figure that only bounds the other ("more
# than half", "90 %"), a rank ("the top supplier", "a supplier"); rule 9 of the gold cases.
OWN_CLAIM: Final = frozenset({"figure", "limit"})
GATE_FACTOR: Final = 0.6  # what is left of P(same) past a gate that is no wall
SOFT_KINDS: Final = frozenset(
    {"opposite", "direction", "negation", "step", "limit", "actor"}
)  # read from words, may err
SOFT_SAME: Final = 0.25  # most that P(same) may be past one of these, where all else is alike
# Share of words that the less covered side has in common, from which all else is alike, and the
# log-odds for such a gate where it is not: the words of two who tell a thing freely mislead more
# often. Best F1 on the strict pairs is 0.680 with them by cross-validation, 0.653 without; of 0.5
# to 0.8 and -0.3 to -1.2, 0.6 gives 0.684, but lets "never" pass in the contrast set.
ALIKE: Final = 0.5
SOFT_ODDS: Final = -1.2
# P(same) from which a negation or an opposite that the words show does not count: who reads both
# has weighed it. Of labelled pairs past it two in three are the same (recall of same .692 to .699
# at equal precision); in the contrast set one of 1,429 changed ones more is called same. It holds
# for one claim too: of such pairs in the gold cases and ten events, nine are one claim, none two.
SURE: Final = 0.7
SHARED_WORDS: Final = 6  # shared words that a reason shows at most

# Log-odds where one voice says both; from 1,582 labelled pairs, on which two different voices, or
# one against the outlet's own, tell nothing.
ONE_VOICE: Final = 0.6
SWAPPED: Final = -3.9  # log-odds for one frame; by the dev pairs and the contrast set
RENAMED: Final = -8.0  # the same where nothing else differs: seldom one and the same
FRAME: Final = 0.6  # share of terms that both have, from which the rest stands in one frame
SLOT: Final = 2  # most terms on either side that fill the open place of a frame
SAME: Final = 0.3  # P(same) from which a pair is called so; as `join`
NEGATING: Final = frozenset({"negation", "answer"})  # gates of what one side denies
# Gates that stand between equal words: what only the cue, the words around or the cut tell of a
# step, a limit or an item is then an error of reading.
STANDING: Final = {
    "words": NEGATING,
    "run": NEGATING | {"figure", "date", "year", "direction", "limit", "actor"},
}
REPEATED: Final = {"words": 0.95, "run": 0.6}  # least P(same) for a repeat without a gate
RELATED: Final = 0.25  # cover of the better covered side from which two statements share a matter


TURNED: Final = {"entails_ab": "entails_ba", "entails_ba": "entails_ab"}
SMALLEST: Final = 1e-4  # least probability that is left to what the reader rules out
LOWEST: Final = -9.0  # natural log; least log probability that counts

Read = Callable[[str, str], dict[str, float]]


class Measured(NamedTuple):
    """Two statements with their words matched, measured, and the gates between them."""

    pair: Pair
    measures: dict[str, float]
    gates: tuple[Gate, ...]
    repeat: Repeat | None = None


class Verdict(NamedTuple):
    """What a comparison found.

    Attributes:
        score: Probability that both state the same proposition, 0..1.
        shares: Probability after the gates of `same`, `entails_ab`, `entails_ba`, `against`,
            `updates` and `other`.
        claim: Probability that both belong to one claim, 0..1: the same, or the same with a detail
            more that nobody would check by itself. 0 where either says nothing, or both have
            figures and none is shared.
    """

    label: PairLabel
    score: float
    shares: dict[str, float]
    gates: tuple[Gate, ...]
    claim: float

    @property
    def wall(self) -> bool:
        """Tell whether no chain of similar statements may join the two."""
        return not self.claim or any(gate.wall for gate in self.gates)


def _limit_same(
    shares: dict[str, float], gates: tuple[Gate, ...], *, alike: bool
) -> dict[str, float]:
    """Take from `same` what the gates forbid, and share it out over the others."""
    same = shares["same"]
    allowed = same
    for gate in gates:
        if gate.wall and gate.kind in SOFT_KINDS:
            allowed = min(allowed, SOFT_SAME) if alike else _push(allowed, SOFT_ODDS)
        elif gate.wall:
            allowed = min(allowed, WALL_SAME)
        else:
            allowed *= GATE_FACTOR
    return _give_same(shares, allowed)


def is_one_frame(pair: Pair) -> bool:
    """Tell whether two statements are equal but for a word or two that each has for itself.

    Equal words around it tell nothing of the place that differs: "detected lead in 19 wells" and
    "ruled out lead in 19 wells" share all else, word by word. Two who word it for themselves
    differ in more than one place.
    """
    for best in (pair.best_left, pair.best_right):
        alike = int((best >= EXACT).sum())
        if not 1 <= len(best) - alike <= SLOT or alike < FRAME * len(best):
            return False
    return is_swap(pair.left.meaning.text, pair.right.meaning.text)


def _hear(pair: Pair) -> tuple[float, float]:
    """Return log-odds for being the same and for one claim: who speaks, and what is equal.

    One voice tends to repeat itself. What is equal around the words that differ tells nothing of
    them; but in a pile two who tell all else in the same words often mean one thing by them.
    """
    push = ONE_VOICE if pair.left.voices & pair.right.voices else 0.0
    texts = pair.left.meaning.text, pair.right.meaning.text
    framed = push + SWAPPED if is_one_frame(pair) and not is_reworded(*texts) else push
    return (push + RENAMED if names_another(*texts) or is_parted(pair) else framed), framed


def claim_measures(found: Measured) -> dict[str, float]:
    """Return what tells one claim from two: all measures, and 1 for each gate between the two."""
    gates = (f"gate_{g.kind}_wall" if g.wall else f"gate_{g.kind}" for g in found.gates)
    return found.measures | dict.fromkeys(gates, 1.0)


def _weigh_claim(found: Measured, read: Mapping[str, float] | None, push: float) -> float:
    """Return how probably both belong to one claim; 0 if they cannot, gates aside."""
    left, right = found.pair.left.meaning, found.pair.right.meaning
    if not left.terms or not right.terms:
        return 0.0
    if none_shared(left.figures, right.figures):
        both = all(any(not f.passing for f in one.figures) for one in (left, right))
        return 0.0 if both else WALL_CLAIM
    chance = _push(load_pair_model().one_claim(claim_measures(found), read), push)
    if any(gate.kind in OWN_CLAIM or gate.wall for gate in found.gates):
        return min(chance, WALL_CLAIM)
    if found.repeat is not None and not found.gates:
        return max(chance, REPEATED[found.repeat])
    return chance


def _push(chance: float, odds: float) -> float:
    """Return a probability moved by log-odds."""
    chance = min(max(chance, SMALLEST), 1 - SMALLEST)
    moved = chance / (1 - chance) * math.exp(odds)
    return moved / (1 + moved)


def _give_same(shares: dict[str, float], chance: float) -> dict[str, float]:
    """Return the shares with another one for `same`, the others in proportion."""
    rest = 1.0 - shares["same"]
    grow = (1.0 - chance) / rest if rest > 0 else 1.0
    return {name: chance if name == "same" else share * grow for name, share in shares.items()}


def _name_label(shares: dict[str, float], found: Measured) -> PairLabel:
    """Return the label of the likeliest share; never `same` past a wall."""
    bare = not found.pair.left.meaning.terms or not found.pair.right.meaning.terms
    walled = bare or any(gate.wall for gate in found.gates)
    if shares["same"] >= SAME and not walled:
        return "same"
    closed = {"same"} if walled else set()
    if any(gate.wall and gate.kind in NEGATING for gate in found.gates):
        # The reader sees words alone; what one side denies does not follow from the other.
        closed |= {"entails_ab", "entails_ba"} | ({"other", "updates"} if found.repeat else set())
    ranked = sorted(shares.keys() - closed, key=lambda name: (-shares[name], name))
    kinds = {gate.kind for gate in found.gates if gate.wall}
    agreeing = ranked[0] == "against" and (
        two_times(kinds) or both_reject(found.pair.left, found.pair.right)
    )
    best = ranked[min(int(agreeing), len(ranked) - 1)]  # the next one, if both may be so
    match best:
        case "same" | "entails_ab" | "entails_ba" | "updates":
            return best
        case "against":
            denials = {found.pair.left.denial, found.pair.right.denial}
            return "denies" if len(denials) > 1 else "contradicts"
        case _:
            return "related" if found.measures["cover_high"] >= RELATED else "unrelated"


def match_words(pair: Pair) -> tuple[tuple[int, int, int, int], ...]:
    """Return the most telling words that both have, as places on either side."""
    found = []
    for one, best, weight in zip(
        pair.left.meaning.terms, pair.best_left, pair.weight_left, strict=True
    ):
        two = next((t for t in pair.right.meaning.terms if t.sense == one.sense), None)
        if two is not None:
            found.append((-float(best * weight), one.start, one.end, two.start, two.end))
    return tuple((a, b, c, d) for _, a, b, c, d in sorted(found)[:SHARED_WORDS])


def measure_pair(left: Statement, right: Statement, rarity: Rarity) -> Measured:
    """Return what is measured of two statements, before anything reads them together."""
    pair = Pair(left, right, rarity)
    measured = measure(pair)
    repeat = find_repeat(pair)
    texts = left.meaning.text, right.meaning.text
    if repeat == "run" and (is_one_frame(pair) or puts_other(*texts) or is_parted(pair)):
        repeat = None
    gates = find_gates(pair, measured)
    if repeat is not None:
        gates = tuple(gate for gate in gates if gate.framed or gate.kind in STANDING[repeat])
    return Measured(pair, measured, gates, repeat)


def level_figures(left: str, right: str) -> str:
    """Return the right text with its figures worded as the equal ones of the left text."""
    for figure in reversed(read_meaning(right).figures):
        like = next((f for f in read_meaning(left).figures if is_one_value(f, figure)), None)
        if like is not None:
            words = left[like.start : like.end]
            right = right[: figure.start] + words + right[figure.end :]
    return right


def read_pair(read: Read, left: str, right: str) -> dict[str, float]:
    """Return the reader's log-odds of each label, the same for either order of the two.

    Figures are compared by their values, not by the reader: where two are equal up to rounding,
    it reads one wording of both. The words that come first in the alphabet are read first; labels
    are turned back if need be.
    """
    turned = left > right
    first, second = (right, left) if turned else (left, right)
    logits = read(first, level_figures(first, second))
    total = float(np.logaddexp.reduce(list(logits.values())))
    found = {}
    for label, logit in logits.items():
        share = min(float(np.exp(logit - total)), 1 - SMALLEST)
        name = TURNED.get(label, label) if turned else label
        found[f"read_{name}"] = max(logit - total, LOWEST) - float(np.log1p(-share))
    return found


def decide(found: Measured, read: Mapping[str, float] | None = None) -> Verdict:
    """Return label, probability of being the same, and what decided.

    Args:
        found: What was measured.
        read: What the reader says of the two, if it has read them.
    """
    model = load_pair_model()
    shares = (
        model.probabilities(found.measures)
        if read is None
        else model.with_reader(found.measures, read)
    )
    alike = found.measures["cover_low"] >= ALIKE
    alone, together = _hear(found.pair)
    same, one = weigh_phrases(found.pair.left.meaning.text, found.pair.right.meaning.text)
    shares = _give_same(shares, _push(shares["same"], alone + same))
    if read is not None and shares["same"] >= SURE:
        # Of two that are equal word by word around a negation the reader tells nothing.
        framed = find_frame(found.pair.left.meaning.text, found.pair.right.meaning.text)
        kept = (g for g in found.gates if not g.seen or (framed and g.kind != "step"))
        found = found._replace(gates=tuple(kept))
    claim = _weigh_claim(found, read, together + one)
    shares = _limit_same(shares, found.gates, alike=alike)
    if found.repeat is not None and not found.gates:
        shares = _give_same(shares, max(shares["same"], REPEATED[found.repeat]))
    label = _name_label(shares, found)
    return Verdict(label, shares["same"], shares, found.gates, claim)
