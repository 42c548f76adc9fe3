"""Rarity, capitals and a short sense vector of common words of news English."""

from functools import lru_cache
from io import BytesIO
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from headwater.weights.load import LINK, read_files

UNKNOWN_IDF: Final = 9.5  # natural log; a word in fewer than 3 of 18,758 texts


class WordTable(NamedTuple):
    """What is known of words, by lower-case surface form.

    Attributes:
        rows: Word to row of the arrays.
        idf: (words) float32, natural log of texts over texts with the word.
        caps: (words) float32, share of capitalised uses inside a sentence, 0..1.
        vectors: (words + 1, 64) float32, unit length; the last row is zero, for unknown words.
    """

    rows: dict[str, int]
    idf: NDArray[np.float32]
    caps: NDArray[np.float32]
    vectors: NDArray[np.float32]

    def rarity(self, word: str) -> float:
        """Return the word's inverse document frequency; unknown words count as rare."""
        row = self.rows.get(word)
        return UNKNOWN_IDF if row is None else float(self.idf[row])

    def capitals(self, word: str) -> float:
        """Return the share of uses with a capital; unknown words are taken for names."""
        row = self.rows.get(word)
        return 1.0 if row is None else float(self.caps[row])


@lru_cache(maxsize=1)
def load_words() -> WordTable:
    """Return the word table that ships with the package."""
    raw = read_files(LINK, "words.npz")[1]["words.npz"]
    with np.load(BytesIO(raw), allow_pickle=False) as arrays:
        words = arrays["words"].tobytes().decode().split("\n")
        vectors = arrays["vectors"].astype(np.float32)
        idf = arrays["idf"].astype(np.float32)
        caps = arrays["caps"].astype(np.float32) / 255.0
    norms = np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)
    return WordTable(
        rows={word: row for row, word in enumerate(words)},
        idf=idf,
        caps=caps,
        vectors=np.concatenate([vectors / norms, np.zeros((1, vectors.shape[1]))]).astype(
            np.float32
        ),
    )
