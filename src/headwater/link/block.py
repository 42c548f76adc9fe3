"""Which pairs of statements are worth comparing."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from headwater.link.alignment import Floats, Statement, vectors_of
from headwater.link.settings import LinkSettings

SMALL: Final = 1200  # statements; up to it every shared word finds candidates
CONTEXT: Final = 0.3  # what a match with the words around a statement counts
DATED: Final = 0.7  # what a shared date counts; by judgement
SENSE: Final = 0.25  # what the nearness of the words' vectors counts; best of 0..0.5 on gold pairs
VISITS: Final = 2000  # others that one statement meets in a large pile, at most
KEYS: Final = 1000  # keys of one statement, at most; in a small pile all their lists are read
CROWDED: Final = 12  # candidates of one statement in a large pile, at most
LONGEST: Final = 800  # statements of one key that are met in a large pile, at most
ALIKE: Final = 0.2  # least that two share in a large pile; 1 pair in 50 that is close lies below

Ints = NDArray[np.int32]


def _keys(statement: Statement) -> dict[str, float]:
    """Return the keys of a statement with what they count."""
    meaning = statement.meaning
    found = {term.sense: 1.0 for term in meaning.terms}
    found |= {f"n:{figure.unit}:{figure.value:.4g}": 1.0 for figure in meaning.figures}
    found |= {f"d:{when.kind}:{when.value}": DATED for when in meaning.dates}
    for key in statement.context:
        if not key.startswith("#"):
            found.setdefault(key, CONTEXT)
    return found


class _Index:
    """Which statement holds which key, and how much of it that is."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        """Weigh the keys of all statements, each statement's keys together as one unit vector."""
        keys = [_keys(statement) for statement in statements]
        counts: dict[str, int] = defaultdict(int)
        for held in keys:
            for key in held:
                counts[key] += 1
        names = sorted(counts)
        number = {name: at for at, name in enumerate(names)}
        sizes = np.array([counts[name] for name in names], dtype=np.float64)
        rarity = np.log1p(len(keys) / sizes).astype(np.float32)
        self.held: list[Ints] = []
        self.share: list[Floats] = []
        posts: list[list[int]] = [[] for _ in names]
        weights: list[list[float]] = [[] for _ in names]
        for place, held in enumerate(keys):
            row = np.array([number[key] for key in sorted(held)], dtype=np.int32)
            worth = np.array([held[key] for key in sorted(held)], dtype=np.float32) * rarity[row]
            worth /= max(float(np.sqrt(worth @ worth)), 1e-6)
            order = np.lexsort((row, -rarity[row]))
            self.held.append(row[order])
            self.share.append(worth[order])
            for key, share in zip(row.tolist(), worth.tolist(), strict=True):
                posts[key].append(place)
                weights[key].append(share)
        self.posts = [np.array(post, dtype=np.int32) for post in posts]
        self.weights = [np.array(weight, dtype=np.float32) for weight in weights]
        self.vectors = _sense_of(statements, dict(zip(names, rarity.tolist(), strict=True)))

    def meet(self, place: int, visits: int, longest: int) -> tuple[Ints, Floats]:
        """Return which others share keys with a statement and how alike they are.

        Args:
            place: The statement.
            visits: How many entries of the keys' lists are read at most, rarest key first.
            longest: How many entries of one list are read at most.
        """
        met: list[Ints] = []
        scores: list[Floats] = []
        for key, share in zip(self.held[place].tolist(), self.share[place].tolist(), strict=True):
            post = self.posts[key]
            visits -= len(post)
            if visits < 0 and met:
                break
            met.append(post[:longest])
            scores.append(self.weights[key][:longest] * share)
        others, where = np.unique(np.concatenate(met), return_inverse=True)
        sums = np.bincount(where, weights=np.concatenate(scores)).astype(np.float32)
        sums += SENSE * (self.vectors[others] @ self.vectors[place])
        keep = others != place
        return others[keep], sums[keep]


def _sense_of(statements: Sequence[Statement], rarity: dict[str, float]) -> Floats:
    """Return the weighed sum of each statement's word vectors (statements, 64), unit length."""
    rows = []
    for statement in statements:
        terms = statement.meaning.terms
        weights = np.array([rarity[term.sense] for term in terms], dtype=np.float32)
        rows.append(weights @ vectors_of(statement.meaning.rows))
    found = np.array(rows, dtype=np.float32)
    lengths = np.sqrt((found * found).sum(axis=1, keepdims=True))
    return np.asarray(found / np.maximum(lengths, 1e-6), dtype=np.float32)


def find_candidates(
    statements: Sequence[Statement], settings: LinkSettings
) -> tuple[tuple[int, int], ...]:
    """Return pairs of positions `(i, j)`, `i < j`, that share rare words, names or figures.

    Each statement looks through the lists of its rarest keys until it has met so many others,
    and keeps its best `settings.candidates`; so the work grows with the number of statements.
    """
    total = len(statements)
    if not total:
        return ()
    index = _Index(statements)
    large = total > SMALL
    most = min(settings.candidates, CROWDED) if large else settings.candidates
    visits, longest = (VISITS, LONGEST) if large else (total * KEYS, total)
    found: set[tuple[int, int]] = set()
    for place in range(total):
        if not len(index.held[place]):
            continue
        others, scores = index.meet(place, visits, longest)
        best = np.lexsort((others, -scores))[:most]
        for other, score in zip(others[best].tolist(), scores[best].tolist(), strict=True):
            if not large or score >= ALIKE:
                found.add((min(place, other), max(place, other)))
    return tuple(sorted(found))
