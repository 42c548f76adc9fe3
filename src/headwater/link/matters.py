"""Which documents tell of one matter, and which statements say by themselves what they are about.

"This is not true" is one claim in two reports on one trial, and two claims in reports on two.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

from headwater.link.alignment import Statement, general_rarity
from headwater.link.prepare import Held

ONE_MATTER: Final = 0.18  # cosine of two documents from which they may tell of one matter
# Share of what a document has with its nearest (of half, if that is more) from which another is
# surely on its matter. Of 97 pairs of documents of ten events the farthest has 0.64.
CLOSE: Final = 0.6
NEAREST: Final = 0.5
RARE: Final = 64  # documents; more widely used words do not help to find the nearest document
LOOKED_AT: Final = 8  # documents with most rare words in common, of which the nearest is taken
COPY: Final = 0.85  # nearness of copies, which tell nothing of how near others are
SHORT: Final = 80  # different words below which a document is too short to tell
NAMING: Final = 3  # things that two statements share, a name or a figure among them, to tell of one


class _Weighed(NamedTuple):
    """The words of a document, and the length of their vector."""

    words: dict[str, float]
    length: float


class Matters:
    """Which documents tell of one matter, by the words of their statements.

    The cosine of the words' vectors, a word counting by how rare it is in news at large and by the
    logarithm of how often the document has it.
    """

    def __init__(self, held: Iterable[Held]) -> None:
        """Weigh the words of each document's statements."""
        counts: dict[str, Counter[str]] = {}
        rarity: dict[str, float] = {}
        for one in held:
            found = counts.setdefault(one.mention.document, Counter())
            for term in one.statement.meaning.terms:
                found[term.sense] += 1
                rarity.setdefault(term.sense, general_rarity(term))
        self._documents = {
            document: _weigh({s: (1.0 + math.log(n)) * rarity[s] for s, n in found.items()})
            for document, found in counts.items()
        }
        self._known: dict[tuple[str, str], float] = {}
        self._nearest: dict[str, float] = {}
        self._having: dict[str, list[str]] = {}
        for document in sorted(self._documents):
            if len(self._documents[document].words) >= SHORT:
                for word in self._documents[document].words:
                    self._having.setdefault(word, []).append(document)

    def nearness(self, one: str, two: str) -> float:
        """Return the cosine of two documents, 0..1; 1 for those that are too short to tell."""
        pair = (min(one, two), max(one, two))
        found = self._known.get(pair)
        if found is None:
            found = self._known[pair] = self._nearness(*pair)
        return found

    def _nearness(self, one: str, two: str) -> float:
        left, right = self._documents[one], self._documents[two]
        if one == two or min(len(left.words), len(right.words)) < SHORT:
            return 1.0
        few, many = sorted((left.words, right.words), key=len)
        shared = sum(weight * many[word] for word, weight in few.items() if word in many)
        return shared / (left.length * right.length)

    def is_one(self, one: str, two: str) -> bool:
        """Tell whether two documents may tell of one matter."""
        return self.nearness(one, two) >= ONE_MATTER

    def is_close(self, one: str, two: str) -> bool:
        """Tell whether two documents surely tell of one matter, by how near their nearest are."""
        near = self.nearness(one, two)
        if near < ONE_MATTER or near >= CLOSE * NEAREST:
            return near >= ONE_MATTER
        return near >= CLOSE * min(self._to_nearest(one), self._to_nearest(two))

    def _to_nearest(self, document: str) -> float:
        """Return how near the nearest document is that is no copy, as far as rare words tell."""
        found = self._nearest.get(document)
        if found is None:
            own = self._documents[document]
            shared: defaultdict[str, float] = defaultdict(float)
            for word in sorted(own.words):
                having = self._having[word]
                for other in having if len(having) <= RARE else ():
                    shared[other] += own.words[word] * self._documents[other].words[word]
            shared.pop(document, None)
            ranked = sorted(shared, key=lambda other: (-shared[other], other))[:LOOKED_AT]
            near = (self.nearness(document, other) for other in ranked)
            found = max((each for each in near if each < COPY), default=0.0)
            self._nearest[document] = found
        return found

    def part(self, documents: Iterable[str]) -> dict[str, str]:
        """Return for each of some documents the first that leads to it, each near the next."""
        found: dict[str, str] = {}
        for document in sorted(documents):
            met = {first for other, first in found.items() if self.is_close(other, document)}
            found[document] = min(met, default=document)
            found |= {other: found[document] for other, first in found.items() if first in met}
        return found


def _weigh(words: dict[str, float]) -> _Weighed:
    return _Weighed(words, math.sqrt(math.fsum(weight * weight for weight in words.values())))


Need = Literal["nothing", "one matter", "surely one"]


class Shared(NamedTuple):
    """What two statements share: names, each as one thing, other words, and figures."""

    names: int
    words: int
    figures: int


def shared_by(left: Statement, right: Statement) -> Shared:
    """Return what two statements share; the words of one name ("Ada Lund") are one thing."""
    there = {term.sense for term in right.meaning.terms}
    figures = {(f.unit, f.value) for f in right.meaning.figures}
    same = sum((f.unit, f.value) in figures for f in left.meaning.figures)
    words, names, run, end = 0, set[int](), 0, 0
    for term in left.meaning.terms:
        run += not term.name or term.start > end + 1
        end = term.end
        if term.sense in there and term.name:
            names.add(run)
        words += term.sense in there and not term.name
    return Shared(len(names), words, same)


def needed(left: Statement, right: Statement) -> Need:
    """Return what documents must have in common for two of their statements to meet.

    What the two share may say by itself what they are about, whoever prints them; a name with a
    word of what is told, a figure or several words do so where the documents may tell of one
    matter; bare names ("thanks Kim", "met Kim") and "this is not true" where they surely do.
    """
    shared = shared_by(left, right)
    things = shared.names + shared.figures + shared.words
    if (shared.names or shared.figures) and shared.words + shared.figures and things >= NAMING:
        return "nothing"
    tells = shared.figures or (shared.names and shared.words) or shared.words >= NAMING
    return "one matter" if tells else "surely one"
