"""Two statements with their words matched, and how telling each word is."""

import math
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from headwater.link.meaning import Meaning
from headwater.link.turns import Term
from headwater.link.words import stem_of
from headwater.weights.word_table import load_words

SENSE_MATCH: Final = 0.9  # what a shared sense counts against a shared stem; by judgement
NEAR_FLOOR: Final = 0.45  # cosine of word vectors at which nearness begins; random pairs lie below
NEAR_SCALE: Final = 1.6  # turns cosine above the floor into 0..0.88
NAME_WEIGHT: Final = 4.0  # natural log; a state's name is as telling as a word in 1 of 55 texts
MAX_WEIGHT: Final = 8.0  # caps the weight of words unknown to the table


PILE_FLOOR: Final = 0.25  # of the weight of a term that stands everywhere; of 0..1 on pairs/dev
SMALL_PILE: Final = 20  # statements below which counts tell nothing

Floats = NDArray[np.float32]
Rarity = Callable[[Term], float]


class Statement(NamedTuple):
    """A statement as it is compared.

    Attributes:
        meaning: What its words say.
        context: Concepts of the words around it and of who says it.
        day: ISO day on which it was said or published.
        negative: True if words or cue negate.
        denial: True if a party rejects something with it.
        modality: As in `Mention`.
        voices: Concepts of who says it and of whom that one speaks for; empty if unknown.
        own: Senses that set it apart from the statements that were split from one with it.
    """

    meaning: Meaning
    context: frozenset[str]
    day: str | None = None
    negative: bool = False
    denial: bool = False
    modality: str = "asserted"
    voices: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()


def general_rarity(term: Term) -> float:
    """Return how telling a term is in news at large."""
    if term.concept.startswith("="):
        return NAME_WEIGHT
    return max(0.5, min(MAX_WEIGHT, load_words().rarity(term.word)))


class PileRarity:
    """How telling a term is inside a pile of statements on one matter."""

    def __init__(self, held: Counter[str], total: int) -> None:
        """Keep how many of so many statements hold each sense."""
        self._held, self._top, self._total = held, math.log1p(total), total
        self._known: dict[tuple[str, str], float] = {}
        self._weighed: dict[int, tuple[tuple[Term, ...], Floats]] = {}

    def __call__(self, term: Term) -> float:
        """Return how telling a term is."""
        key = (term.word, term.sense)
        found = self._known.get(key)
        if found is None:
            share = math.log1p(self._total / (self._held[term.sense] + 1)) / self._top
            found = general_rarity(term) * (PILE_FLOOR + (1.0 - PILE_FLOOR) * share)
            self._known[key] = found
        return found

    def weigh(self, terms: tuple[Term, ...]) -> Floats:
        """Return how telling each term of a statement is; each statement is weighed once."""
        found = self._weighed.get(id(terms))
        if found is None or found[0] is not terms:
            found = terms, np.array([self(term) for term in terms], dtype=np.float32)
            self._weighed[id(terms)] = found  # holds the terms too, so that the id stays theirs
        return found[1]


def pile_rarity(statements: Iterable[Statement]) -> Rarity:
    """Return how telling a term is inside a pile of statements on one matter.

    What every statement of the pile holds tells nothing of any; the general rarity is scaled
    down to a quarter for it. Small piles are left to the general rarity.
    """
    held = Counter[str]()
    total = 0
    for statement in statements:
        held.update({term.sense for term in statement.meaning.terms})
        total += 1
    return general_rarity if total < SMALL_PILE else PileRarity(held, total)


def _weigh(terms: tuple[Term, ...], rarity: Rarity) -> Floats:
    """Return how telling each term is."""
    if isinstance(rarity, PileRarity):
        return rarity.weigh(terms)
    return np.array([rarity(term) for term in terms], dtype=np.float32)


@lru_cache(maxsize=32768)
def vectors_of(rows: tuple[int, ...]) -> Floats:
    """Return the sense vectors of rows of the word table (rows, 64) float32."""
    return load_words().vectors[list(rows)]


def _nearness(left: Meaning, right: Meaning) -> Floats:
    """Return how near each left term is to each right one (left, right) float32, 0..1."""
    near = (vectors_of(left.rows) @ vectors_of(right.rows).T - NEAR_FLOOR) * NEAR_SCALE
    near = near.clip(0.0, 1.0)
    places: dict[str, list[int]] = {}
    for j, two in enumerate(right.terms):
        places.setdefault(two.sense, []).append(j)
    for i, one in enumerate(left.terms):
        for j in places.get(one.sense, ()):
            near[i, j] = 1.0 if one.concept == right.terms[j].concept else SENSE_MATCH
    _match_capitals(near, left, right)
    _match_capitals(near.T, right, left)
    return np.asarray(near, dtype=np.float32)


def _match_capitals(near: Floats, left: Meaning, right: Meaning) -> None:
    """Match names on the left that are common words on the right: "Government", "government"."""
    words = {stem_of(t.word): i for i, t in enumerate(left.terms) if t.name and t.word.islower()}
    if not words:
        return
    for j, two in enumerate(right.terms):
        i = words.get(two.concept)
        if i is not None and not two.name:
            near[i, j] = max(near[i, j], SENSE_MATCH)


class Pair:
    """Two statements whose words are matched as soon as somebody asks how; most are not asked.

    Attributes:
        best_left, best_right: For each term, how well the other side matches it, 0..1.
        weight_left, weight_right: How telling each term is.
        partner: For each left term, the position of its best match on the right, -1 for none.
        rarity: How telling a term is.
    """

    def __init__(self, left: Statement, right: Statement, rarity: Rarity = general_rarity) -> None:
        """Hold two statements, and how telling a term is: in a pile, or in news at large."""
        self.left, self.right, self.rarity = left, right, rarity

    @cached_property
    def weight_left(self) -> Floats:  # noqa: D102 - told above
        return _weigh(self.left.meaning.terms, self.rarity)

    @cached_property
    def weight_right(self) -> Floats:  # noqa: D102
        return _weigh(self.right.meaning.terms, self.rarity)

    @cached_property
    def _near(self) -> Floats:
        return _nearness(self.left.meaning, self.right.meaning)

    @cached_property
    def best_left(self) -> Floats:  # noqa: D102
        return np.asarray(self._near.max(axis=1, initial=0.0), np.float32)

    @cached_property
    def best_right(self) -> Floats:  # noqa: D102
        return np.asarray(self._near.max(axis=0, initial=0.0), np.float32)

    @cached_property
    def partner(self) -> tuple[int, ...]:  # noqa: D102
        near = self._near
        if not near.size:
            return (-1,) * len(near)
        return tuple(int(j) if near[i, j] > 0 else -1 for i, j in enumerate(near.argmax(axis=1)))


def share_of(best: Floats, weight: Floats) -> float:
    """Return the weighted share of matched words."""
    total = float(weight.sum())
    return float(best @ weight) / total if total else 0.0
