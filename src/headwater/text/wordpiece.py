"""Word pieces of BERT's uncased vocabulary, with offsets into the text as it stands.

Gives what the `tokenizers` library gives for this one vocabulary, in eighty lines: the library
brings a download client and forty megabytes with it.
"""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

UNKNOWN: Final = "[UNK]"
_INNER: Final = "##"  # marks a piece that does not begin a word
_LONGEST: Final = 100  # characters; a longer word is one unknown piece, as in BERT
_BLANKS: Final = frozenset("\t\n\r")
_HIDDEN: Final = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})
_IDEOGRAPHS: Final = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F), (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
)  # fmt: skip
_ASCII_END: Final = 128


class WordPieces(NamedTuple):
    """Pieces of a text in text order.

    `offsets` are half-open and count code points of the text; `words` numbers the word of each
    piece from 0: a run between blanks and marks.
    """

    ids: list[int]
    offsets: list[tuple[int, int]]
    words: list[int]


def make_splitter(vocabulary: Mapping[str, int]) -> Callable[[str], WordPieces]:
    """Return a function that cuts texts into the pieces of a vocabulary.

    Args:
        vocabulary: Piece to id; pieces inside words begin with `##`; has `[UNK]`.

    Source:
        Devlin et al. 2019, BERT; its basic tokenizer (lower case, accents off) and WordPiece.
    """
    pieces_of = lru_cache(maxsize=65_536)(lambda word: _cut(word, vocabulary))

    def split(text: str) -> WordPieces:
        found = WordPieces([], [], [])
        for number, (word, places) in enumerate(_read_words(text)):
            for piece, start, end in pieces_of(word):
                found.ids.append(piece)
                found.offsets.append((places[start], places[end - 1] + 1))
                found.words.append(number)
        return found

    return split


def _read_words(text: str) -> Iterator[tuple[str, list[int]]]:
    """Yield each word as BERT writes it, with the place of each of its characters in the text."""
    letters: list[str] = []
    places: list[int] = []
    for at, character in enumerate(text):
        kind, forms = _normal(character)
        if kind == "letter":
            letters.extend(forms)
            places.extend([at] * len(forms))
        elif kind != "hidden":
            if letters:
                yield "".join(letters), places
                letters, places = [], []
            if kind == "mark":
                yield forms, [at] * len(forms)
    if letters:
        yield "".join(letters), places


@lru_cache(maxsize=4096)
def _normal(character: str) -> tuple[str, str]:
    """Return what a character is (letter, mark, blank, hidden) and how BERT writes it."""
    category = unicodedata.category(character)
    if character in _BLANKS or (character.isspace() and category not in _HIDDEN):
        return "blank", ""
    if category in _HIDDEN or character == "\ufffd":
        return "hidden", ""
    bare = "".join(c for c in unicodedata.normalize("NFD", character) if not _is_accent(c))
    written = "".join(c.lower() for c in bare)
    if not written:
        return "hidden", ""
    return ("mark" if _is_mark(character, category) else "letter"), written


def _is_accent(character: str) -> bool:
    return unicodedata.category(character) == "Mn"


def _is_mark(character: str, category: str) -> bool:
    """Tell whether a character is a word of its own: punctuation, symbols of ASCII, ideographs."""
    code = ord(character)
    if code < _ASCII_END:
        return not character.isalnum()
    return category.startswith("P") or any(low <= code <= high for low, high in _IDEOGRAPHS)


def _cut(word: str, vocabulary: Mapping[str, int]) -> tuple[tuple[int, int, int], ...]:
    """Return the longest pieces from left to right as id, start and end; unknown if one lacks."""
    unknown = ((vocabulary[UNKNOWN], 0, len(word)),)
    if len(word) > _LONGEST:
        return unknown
    found: list[tuple[int, int, int]] = []
    start = 0
    while start < len(word):
        mark = _INNER if start else ""
        ends = range(len(word), start, -1)
        end = next((e for e in ends if mark + word[start:e] in vocabulary), 0)
        if not end:
            return unknown
        found.append((vocabulary[mark + word[start:end]], start, end))
        start = end
    return tuple(found)
