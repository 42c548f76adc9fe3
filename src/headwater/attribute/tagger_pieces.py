"""Words and word pieces of a text with the features that the attribution model reads."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from headwater.weights.load import Tokens

FEATURES: Final = 14  # columns of `Pieces.features`; fixed by the weights attribution_v1
WORD_PIECES_MAX: Final = 24  # of one word; the rest of a longer word (a hash, a URL) is not read

OPENING: Final = frozenset("“„«‟")
CLOSING: Final = frozenset("”»")
STRAIGHT: Final = frozenset('"＂')
DOUBLED: Final = frozenset("'`")  # two of them stand for one double mark
BEFORE_OPENING: Final = frozenset("([{—–-/‘'")  # may stand directly before a straight opening mark

CAPITALISED, ALL_CAPS, MIXED_CASE, DIGIT = range(4)
QUOTED, UNCLOSED, OPENS, CLOSES, CONTINUED = range(4, 9)
PARAGRAPH_START, BLANK_LINE, ATTACHED, TEXT_START, WORD_START = range(9, 14)


class Pieces(NamedTuple):
    """A text as the model reads it; P pieces, W words.

    `ids` (P,) int64; `first` (W + 1,) int64, each word's first piece, then P;
    `starts`, `ends` (W,) int64 code points; `paragraphs` (W,) int64 numbers;
    `features` (P, FEATURES) float32.
    """

    ids: NDArray[np.int64]
    first: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    paragraphs: NDArray[np.int64]
    features: NDArray[np.float32]


def read_pieces(
    text: str, tokens: Tokens, paragraphs: Sequence[tuple[int, int]] | None = None
) -> Pieces:
    """Group the word pieces of a text into words and describe them.

    Args:
        text: The text that was tokenised.
        tokens: Its word pieces, in text order.
        paragraphs: Where they stand, half-open, in text order; words in none are left out.
            Lines if left out.

    Returns:
        Words in text order; a text without words gives empty arrays.
    """
    tokens = tokens if paragraphs is None else _inside(tokens, paragraphs)
    kept, first, words = _group(tokens)
    starts = np.array([start for start, _ in words], dtype=np.int64)
    ends = np.array([end for _, end in words], dtype=np.int64)
    numbers = _number_paragraphs(text, words, paragraphs)
    table = np.zeros((len(words), FEATURES), dtype=np.float32)
    _describe_shape(text, words, table)
    _describe_layout(text, words, table, numbers)
    _describe_quotes(text, words, table, numbers)
    counts = np.diff(first)
    features = np.repeat(table, counts, axis=0)
    features[first[:-1], WORD_START] = 1.0
    ids = np.array([tokens.ids[piece] for piece in kept], dtype=np.int64)
    return Pieces(ids, first, starts, ends, numbers, features)


def _inside(tokens: Tokens, paragraphs: Sequence[tuple[int, int]]) -> Tokens:
    """Return the word pieces that stand in paragraphs."""
    firsts = [start for start, _ in paragraphs]

    def stands(start: int) -> bool:
        at = bisect_right(firsts, start) - 1
        return at >= 0 and start < paragraphs[at][1]

    kept = [piece for piece, (start, _) in enumerate(tokens.offsets) if stands(start)]
    return Tokens(
        [tokens.ids[piece] for piece in kept],
        [tokens.offsets[piece] for piece in kept],
        [tokens.words[piece] for piece in kept],
    )


def _number_paragraphs(
    text: str, words: list[tuple[int, int]], paragraphs: Sequence[tuple[int, int]] | None
) -> NDArray[np.int64]:
    """Return the number of each word's paragraph, counted from 0 without gaps."""
    if not words:
        return np.zeros(0, dtype=np.int64)
    if paragraphs is None:
        ends = [0, *(end for _, end in words)]
        breaks = ["\n" in text[end:start] for end, (start, _) in zip(ends, words, strict=False)]
    else:
        firsts = [start for start, _ in paragraphs]
        places = [bisect_right(firsts, start) for start, _ in words]
        breaks = [left != right for left, right in zip([-1, *places], places, strict=False)]
    breaks[0] = False
    return np.cumsum(breaks, dtype=np.int64)


def _group(tokens: Tokens) -> tuple[list[int], NDArray[np.int64], list[tuple[int, int]]]:
    kept: list[int] = []
    first: list[int] = []
    words: list[tuple[int, int]] = []
    current: int | None = None
    for piece, (word, (start, end)) in enumerate(zip(tokens.words, tokens.offsets, strict=True)):
        if word is None or start >= end:
            continue
        if word != current:
            current = word
            first.append(len(kept))
            words.append((start, end))
        elif len(kept) - first[-1] < WORD_PIECES_MAX:
            words[-1] = (words[-1][0], end)
        else:
            words[-1] = (words[-1][0], end)
            continue
        kept.append(piece)
    return kept, np.array([*first, len(kept)], dtype=np.int64), words


def _describe_shape(text: str, words: list[tuple[int, int]], table: NDArray[np.float32]) -> None:
    for index, (start, end) in enumerate(words):
        word = text[start:end]
        row = table[index]
        if word.islower():
            continue
        if word.isupper():
            row[ALL_CAPS if end - start > 1 else CAPITALISED] = 1.0
        elif word[0].isupper():
            row[CAPITALISED] = 1.0
        elif word.isalpha() and word.lower() != word:
            row[MIXED_CASE] = 1.0
        if word[0].isdigit():
            row[DIGIT] = 1.0


def _describe_layout(
    text: str,
    words: list[tuple[int, int]],
    table: NDArray[np.float32],
    paragraphs: NDArray[np.int64],
) -> None:
    last_end = 0
    for index, (start, end) in enumerate(words):
        row = table[index]
        gap = text[last_end:start]
        if index == 0:
            row[TEXT_START] = row[PARAGRAPH_START] = 1.0
        elif paragraphs[index] != paragraphs[index - 1]:
            row[PARAGRAPH_START] = 1.0
        elif not gap:
            row[ATTACHED] = 1.0
        if gap.count("\n") > 1:
            row[BLANK_LINE] = 1.0
        last_end = end


def _describe_quotes(
    text: str,
    words: list[tuple[int, int]],
    table: NDArray[np.float32],
    paragraphs: NDArray[np.int64],
) -> None:
    opened: int | None = None
    was_unclosed = False
    paragraph, paragraph_start = 0, 0
    for index, (start, end) in enumerate([*words, (len(text), len(text))]):
        here = int(paragraphs[index]) if index < len(words) else -1
        if here != paragraph:
            was_unclosed = opened is not None
            if opened is not None:
                table[opened:index, UNCLOSED] = 1.0
            opened, paragraph, paragraph_start = None, here, index
        mark = _mark_at(text, start, end, is_open=opened is not None)
        if mark == OPENS and opened is None:
            table[index, OPENS] = 1.0
            opened = index
            if was_unclosed and index == paragraph_start:
                table[index, CONTINUED] = 1.0
        elif mark == CLOSES:
            table[index, CLOSES] = 1.0
            if opened is not None:
                table[opened : index + 1, QUOTED] = 1.0
            opened = None


def _mark_at(text: str, start: int, end: int, *, is_open: bool) -> int | None:
    if end - start != 1:
        return None
    mark = text[start]
    if mark in OPENING:
        return OPENS
    if mark in CLOSING:
        return CLOSES
    if mark in STRAIGHT:
        return _straight_side(text, start, end, is_open=is_open)
    if mark in DOUBLED:
        return _doubled_side(text, start, is_open=is_open)
    return None


def _doubled_side(text: str, start: int, *, is_open: bool) -> int | None:
    """Read two apostrophes as one mark: it opens at its first, closes at its second sign."""
    mark = text[start]
    if text[start + 1 : start + 2] == mark and text[start - 1 : start] != mark:
        side = _straight_side(text, start, start + 2, is_open=is_open)
        return side if side == OPENS else None
    if start and text[start - 1] == mark and text[start + 1 : start + 2] != mark:
        side = _straight_side(text, start - 1, start + 1, is_open=is_open)
        return side if side == CLOSES else None
    return None


def _straight_side(text: str, start: int, end: int, *, is_open: bool) -> int:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if after.isspace():
        return CLOSES
    if before.isspace() or before in BEFORE_OPENING:
        return OPENS
    return CLOSES if is_open else OPENS
