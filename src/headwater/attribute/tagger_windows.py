"""Which words of a passage the attribution model reads together."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from headwater.attribute.tagger_pieces import Pieces
from headwater.weights.load import CLS_ID, SEP_ID, AttributionWeights, Surroundings

WINDOW_PIECES: Final = 382  # of one pass besides the two special ones, as in training
OVERLAP_WORDS: Final = 96  # wanted between neighbouring windows; 95 % of contents end this near
OVERLAP_LEAST: Final = 64
OVERLAP_MOST: Final = 144  # the next window may start this early to start with a paragraph
ORIGIN: Final = 64  # number that the weights give to the place of a cue's first word
LEFT: Final = 48  # words read before a cue, at most ORIGIN; 98.5 % of the roles start as near
RIGHT: Final = 80  # words after its first one, at most 96; 99 % of the roles end as near. Both cost
# no F1 on PolNeAR dev against 64 and 96, and save 13 % of the time (2026-11-21).
PARAGRAPH_REACH: Final = 3  # paragraphs further away look the same


class Window(NamedTuple):
    """Words `low` to `high` are read in one pass; `own_low` to `own_high` of it are taken."""

    low: int
    high: int
    own_low: int
    own_high: int


def plan_windows(pieces: Pieces) -> tuple[Window, ...]:
    """Cover a passage with overlapping windows.

    Returns:
        Windows in text order; every word is owned by exactly one, the one where it stands
        furthest from an edge.
    """
    count = len(pieces.starts)
    breaks = np.flatnonzero(np.diff(pieces.paragraphs, prepend=-1))
    lows, highs, low = [], [], 0
    while low < count:
        fit = np.searchsorted(pieces.first, pieces.first[low] + WINDOW_PIECES, side="right")
        high = min(max(int(fit) - 1, low + 1), count)
        lows.append(low)
        highs.append(high)
        if high == count:
            break
        low = max(_next_low(breaks, high), low + 1)
    owned = [(following + high) // 2 for following, high in zip(lows[1:], highs, strict=False)]
    edges = [0, *owned, count]
    return tuple(map(Window, lows, highs, edges, edges[1:]))


def _next_low(breaks: NDArray[np.int64], high: int) -> int:
    near = breaks[(breaks >= high - OVERLAP_MOST) & (breaks <= high - OVERLAP_LEAST)]
    return int(near[-1]) if len(near) else high - OVERLAP_WORDS


def encode_words(
    pieces: Pieces, weights: AttributionWeights
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Read a passage once.

    Every window is run alone, so that a passage's result never depends on another one.

    Returns:
        States (W, S) and tag logits (W, 9) of every word, taken at its first piece.
    """
    states, tags = [], []
    for window in plan_windows(pieces):
        first, last = int(pieces.first[window.low]), int(pieces.first[window.high])
        ids = np.array([CLS_ID, *pieces.ids[first:last].tolist(), SEP_ID], dtype=np.int64)
        features = np.zeros((len(ids), pieces.features.shape[1]), dtype=np.float32)
        features[1:-1] = pieces.features[first:last]
        found, tagged = weights.encode(ids, features)
        rows = pieces.first[window.own_low : window.own_high] - first + 1
        states.append(found[rows])
        tags.append(tagged[rows])
    return np.concatenate(states), np.concatenate(tags)


def surroundings_of(pieces: Pieces, cues: list[tuple[int, int]]) -> Surroundings:
    """Lay out the words around cues for the cue reader.

    Args:
        pieces: The passage.
        cues: Half-open word ranges.

    Returns:
        One row a cue; columns that no cue uses are left out.
    """
    offsets = np.arange(-LEFT, RIGHT + 1)
    starts = np.array([start for start, _ in cues], dtype=np.int64)[:, None]
    ends = np.array([end for _, end in cues], dtype=np.int64)[:, None]
    words = starts + offsets
    inside = (words >= 0) & (words < len(pieces.starts))
    rows = np.where(inside, words, 0)
    distance = pieces.paragraphs[rows] - pieces.paragraphs[starts]
    reached = np.clip(distance, -PARAGRAPH_REACH, PARAGRAPH_REACH) + PARAGRAPH_REACH
    kind = np.where((words >= starts) & (words < ends), 1.0, 0.0)
    place = np.broadcast_to(offsets + ORIGIN, words.shape)
    used = np.flatnonzero(inside.any(axis=0))
    columns = slice(int(used[0]), int(used[-1]) + 1)
    return Surroundings(
        np.ascontiguousarray(rows[:, columns]),
        np.ascontiguousarray(place[:, columns]),
        np.ascontiguousarray(np.where(inside, reached, 0)[:, columns]),
        np.where(inside, kind, -1.0)[:, columns].astype(np.float32),
    )
