"""The model that reads two statements together."""

import hashlib
from collections.abc import Callable
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np

from headwater.text.wordpiece import make_splitter
from headwater.weights.load import CLS_ID, LINK, SEP_ID, open_session, read_files

GRAPH: Final = "reader.onnx"
PIECES: Final = 64  # of both statements, with three special ones; as in training
LABELS: Final = ("same", "entails_ab", "entails_ba", "against", "updates", "other")

Logits = dict[str, float]


class PairReader(NamedTuple):
    """Reads two statements; the result depends on nothing but their words and order.

    Attributes:
        key: Tells this model from any other.
        known: What it has read, by digest of both statements; only ever saves time.
    """

    read: Callable[[str, str], Logits]
    key: str
    known: dict[str, Logits]


def digest_of(left: str, right: str) -> str:
    """Return what two statements are remembered by."""
    return hashlib.sha256(f"{len(left)} {left} {right}".encode()).hexdigest()[:24]


def cut_to_fit(left: list[int], right: list[int]) -> tuple[list[int], list[int]]:
    """Return both sides so short that they fit; the longer one is cut first, from its end."""
    one, two = list(left), list(right)
    while len(one) + len(two) > PIECES - 3:
        (one if len(one) >= len(two) else two).pop()
    return one, two


@lru_cache(maxsize=1)
def load_reader() -> PairReader | None:
    """Return the shipped reader, None if the package was built without it."""
    _, files = read_files(LINK, GRAPH, "pieces.txt")
    if GRAPH not in files:
        return None
    listed = files["pieces.txt"].decode().split("\n")
    split = make_splitter({piece: number for number, piece in enumerate(listed)})
    data = files[GRAPH]
    session = open_session(data, 1)
    known: dict[str, Logits] = {}

    @lru_cache(maxsize=16384)
    def pieces_of(text: str) -> tuple[int, ...]:
        return tuple(split(text).ids)

    def read(left: str, right: str) -> Logits:
        key = digest_of(left, right)
        if key not in known:
            known[key] = infer(left, right)
        return known[key]

    def infer(left: str, right: str) -> Logits:
        one, two = cut_to_fit(list(pieces_of(left)), list(pieces_of(right)))
        ids = np.array([[CLS_ID, *one, SEP_ID, *two, SEP_ID]], dtype=np.int64)
        kinds = np.array([[0] * (len(one) + 2) + [1] * (len(two) + 1)], dtype=np.int64)
        (logits,) = session.run(None, {"ids": ids, "kinds": kinds})
        return dict(zip(LABELS, (float(x) for x in logits[0]), strict=True))

    return PairReader(read, hashlib.sha256(data).hexdigest(), known)
