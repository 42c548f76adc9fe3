"""Which documents tell of one matter, and which statements say by themselves what they are about.

"This is not true" is one claim in two reports on one trial, and two claims in reports on two.
"""

import math
from collections import Counter
from collections.abc import Iterable
from typing import Final, NamedTuple

from headwater.link.alignment import Statement, general_rarity
from headwater.link.prepare import Held

ONE_MATTER: Final = 0.18  # cosine of two documents from which they may tell of one matter
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

    def part(self, documents: Iterable[str]) -> dict[str, str]:
        """Return for each of some documents the first that leads to it, each near the next."""
        found: dict[str, str] = {}
        for document in sorted(documents):
            met = {first for other, first in found.items() if self.is_one(other, document)}
            found[document] = min(met, default=document)
            found |= {other: found[document] for other, first in found.items() if first in met}
        return found


def _weigh(words: dict[str, float]) -> _Weighed:
    return _Weighed(words, math.sqrt(math.fsum(weight * weight for weight in words.values())))


def names_matter(left: Statement, right: Statement) -> bool:
    """Tell whether what two statements share says what they are about, whoever prints them.

    The words of one name ("Ada Lund") are one thing.
    """
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
    return bool(names or same) and len(names) + same + words >= NAMING
