"""Read the most probable spans off the attribution model's scores."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

OUTSIDE: Final = 0
LABELS: Final = 5  # outside, begin and inside source, begin and inside content
FORBIDDEN: Final = -1e9
CUE_TAGS: Final = slice(3, 6)  # columns of the tag logits: outside, begin, inside a cue

# States of a path along the words: before the source is passed, in it, and after it, so that
# there is one source at most. PolNeAR never has a source in two pieces (6 of 19,834, train).
BEFORE, SOURCE_BEGIN, SOURCE_IN, EARLY_BEGIN, EARLY_IN, AFTER, LATE_BEGIN, LATE_IN = range(8)
STATE_LABELS: Final = np.array([0, 1, 2, 3, 4, 0, 3, 4])
FOLLOWERS: Final = {
    BEFORE: (BEFORE, SOURCE_BEGIN, EARLY_BEGIN),
    SOURCE_BEGIN: (SOURCE_IN, AFTER, LATE_BEGIN),
    SOURCE_IN: (SOURCE_IN, AFTER, LATE_BEGIN),
    EARLY_BEGIN: (EARLY_IN, BEFORE, SOURCE_BEGIN),
    EARLY_IN: (EARLY_IN, BEFORE, SOURCE_BEGIN),
    AFTER: (AFTER, LATE_BEGIN),
    LATE_BEGIN: (LATE_IN, AFTER),
    LATE_IN: (LATE_IN, AFTER),
}
STARTS: Final = (BEFORE, SOURCE_BEGIN, EARLY_BEGIN)


def log_softmax(logits: Floats) -> Floats:
    """Return log probabilities over the last axis."""
    shifted = logits - logits.max(axis=-1, keepdims=True)
    total = np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return np.asarray(shifted - total, dtype=np.float32)


def _transitions() -> NDArray[np.float64]:
    table = np.full((len(FOLLOWERS), len(FOLLOWERS)), FORBIDDEN)
    for state, followers in FOLLOWERS.items():
        table[state, list(followers)] = 0.0
    return table


TRANSITIONS: Final = _transitions()


def decode_labels(labels: Floats, kind: Floats) -> NDArray[np.int64]:
    """Find the best allowed labels of the words around cues.

    Args:
        labels: (K, N, LABELS) log probabilities.
        kind: (K, N); 0 where a word may have a role, else it is outside.

    Returns:
        (K, N) labels with one unbroken source at most.
    """
    scores = labels.astype(np.float64)
    fixed = kind != 0
    scores[fixed] = FORBIDDEN
    scores[fixed, OUTSIDE] = 0.0
    scores = scores[:, :, STATE_LABELS]
    count, length, states = scores.shape
    best = np.full((count, states), FORBIDDEN)
    best[:, STARTS] = scores[:, 0, STARTS]
    back = np.zeros((count, length, states), dtype=np.int64)
    for word in range(1, length):
        paths = best[:, :, None] + TRANSITIONS
        back[:, word] = paths.argmax(axis=1)
        best = paths.max(axis=1) + scores[:, word]
    path = np.zeros((count, length), dtype=np.int64)
    path[:, -1] = best.argmax(axis=1)
    rows = np.arange(count)
    for word in range(length - 1, 0, -1):
        path[:, word - 1] = back[rows, word, path[:, word]]
    return np.asarray(STATE_LABELS[path], dtype=np.int64)


def decode_cues(tags: Floats, lean: float) -> list[tuple[int, int]]:
    """Find cues among the words of a text.

    Args:
        tags: (W, 3) log probabilities of outside, begin and inside.
        lean: Taken off the outside score; more of it finds more cues.

    Returns:
        Half-open word ranges in text order.
    """
    best = np.argmax(tags - np.array([lean, 0.0, 0.0], dtype=np.float32), axis=-1)
    spans: list[tuple[int, int]] = []
    for word in np.flatnonzero(best).tolist():
        if best[word] == 2 and spans and spans[-1][1] == word:  # noqa: PLR2004 - inside
            spans[-1] = (spans[-1][0], word + 1)
        else:
            spans.append((word, word + 1))
    return spans


def runs_of(words: list[int]) -> list[tuple[int, int]]:
    """Join sorted word numbers to half-open ranges of neighbours."""
    runs: list[tuple[int, int]] = []
    for word in words:
        if runs and runs[-1][1] == word:
            runs[-1] = (runs[-1][0], word + 1)
        else:
            runs.append((word, word + 1))
    return runs
