"""Which paragraphs of a text the attribution model reads together, and which alone.

A paragraph is read alone, so that what is found in it is the same wherever it stands. It is read
with the one before only if its own words show that it goes on from there: a quotation that runs
on, a speech after a colon, a line that was broken within a sentence.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np

from headwater.attribute.tagger_pieces import (
    BLANK_LINE,
    CONTINUED,
    PARAGRAPH_START,
    TEXT_START,
    Pieces,
)

ANNOUNCES: Final = ":"
ENDS: Final = frozenset('.!?…:;"”’)]»')  # a line that ends so is no half of a sentence


class Passage(NamedTuple):
    """Words from number `low` of a text on, as if nothing else stood there."""

    low: int
    pieces: Pieces


def cut_passages(text: str, pieces: Pieces) -> tuple[Passage, ...]:
    """Return the passages of a text in text order; together they hold every word once."""
    starts = [
        word for word in _paragraph_starts(pieces) if word == 0 or not _goes_on(text, pieces, word)
    ]
    edges = [*starts, len(pieces.starts)]
    return tuple(_passage(pieces, low, high) for low, high in pairwise(edges))


def _paragraph_starts(pieces: Pieces) -> Iterator[int]:
    """Yield the first word of every paragraph."""
    yield from np.flatnonzero(np.diff(pieces.paragraphs, prepend=-1)).tolist()


def _goes_on(text: str, pieces: Pieces, word: int) -> bool:
    """Tell whether the paragraph that begins at a word goes on from the one before it."""
    if pieces.features[pieces.first[word], CONTINUED] > 0:
        return True
    last = text[int(pieces.ends[word - 1]) - 1]
    return last == ANNOUNCES or last not in ENDS and text[int(pieces.starts[word])].islower()


def _passage(pieces: Pieces, low: int, high: int) -> Passage:
    """Return some words with the layout that every paragraph has: behind a blank line."""
    first, last = int(pieces.first[low]), int(pieces.first[high])
    features = pieces.features[first:last].copy()
    opening = slice(0, int(pieces.first[low + 1]) - first)
    features[opening, [PARAGRAPH_START, BLANK_LINE]] = 1.0
    features[opening, TEXT_START] = 0.0
    alone = Pieces(
        ids=pieces.ids[first:last],
        first=pieces.first[low : high + 1] - first,
        starts=pieces.starts[low:high],
        ends=pieces.ends[low:high],
        paragraphs=pieces.paragraphs[low:high] - pieces.paragraphs[low],
        features=features,
    )
    return Passage(low, alone)
