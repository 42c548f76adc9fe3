"""Two statements in one frame: equal word by word but for a few places."""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final, NamedTuple

from anyascii import anyascii

from headwater.lexicon.tables import country_words
from headwater.lexicon.verbs import verb_forms
from headwater.link.words import STOP, stem_of
from headwater.text.number_words import ORDINALS
from headwater.text.numbers import find_numbers

PLACES: Final = 4  # most places in which two statements of one frame differ
ALIKE: Final = 0.6  # least share of the longer one's words that both have in one order
CROSSED: Final = 2  # places that are exchanged
WORD: Final = re.compile(r"[^\W_]+(?:[.,'’][^\W_]+)*|[$€£¥]")
SIGNS: Final = {"$": "dollar", "€": "euro", "£": "sterling", "¥": "yen"}
SHORTENED: Final = {
    "n't": "not",
    "'ll": "will",
    "'d": "would",
    "'ve": "have",
    "'re": "are",
    "'m": "am",
}
PER: Final = re.compile(r"\bper\s$", re.IGNORECASE)
BRITISH: Final = re.compile(r"(?<=[a-z]{3})our(?=s?$|ed$|ing$|able$)")  # "rumours", "rumors"
# Words that may be put in or left out without changing what is said.
EMPTY: Final = frozenset(
    "a an the that of has have had been its their his her also per and".split()
)


class Piece(NamedTuple):
    """A word or number as it is laid beside others; `key` is equal where both say one thing."""

    key: str
    word: str
    start: int
    end: int
    counts: bool = False


class Edit(NamedTuple):
    """A place where two statements differ: what either has there that the other has nowhere."""

    left: tuple[Piece, ...]
    right: tuple[Piece, ...]

    def words(self) -> frozenset[str]:
        """Return the words of either side."""
        return frozenset(piece.word for piece in (*self.left, *self.right))

    def replaces(self) -> bool:
        """Tell whether words that tell something stand on both sides."""
        return bool(telling(self.left) and telling(self.right))


class Frame(NamedTuple):
    """Two statements laid side by side.

    Attributes:
        edits: Where they differ.
        shared: Pieces of the left with their like on the right.
        crossed: True if what stands in two places is exchanged, and nothing else differs.
        moved: True if words stand elsewhere on the other side.
    """

    edits: tuple[Edit, ...]
    shared: tuple[tuple[Piece, Piece], ...]
    crossed: bool = False
    moved: bool = False


def telling(pieces: tuple[Piece, ...]) -> list[Piece]:
    """Return the pieces that are no function words."""
    return [piece for piece in pieces if piece.word not in STOP]


@lru_cache(maxsize=32768)
def pieces_of(text: str) -> tuple[Piece, ...]:
    """Return the words and numbers of a text in order, empty words left out."""
    numbers = [n for n in find_numbers(text) if n.kind != "vague"]
    found = [
        Piece(f"{n.value:g}", text[n.start : n.end].lower(), n.start, n.end, counts=True)
        for n in numbers
    ]
    for match in WORD.finditer(text):
        if any(n.start < match.end() and match.start() < n.end for n in numbers):
            continue
        for written, start, end in _parts(match[0], match.start()):
            word = "percent" if written == "cent" and PER.search(text[:start]) else written
            if word in EMPTY:
                continue
            country = country_words().get(word) if text[start].isupper() else None
            found.append(Piece(f"={country.iso}" if country else _key(word), word, start, end))
    return tuple(sorted(found, key=lambda piece: piece.start))


def _key(word: str) -> str:
    """Return what a word shares with its other forms: "tore" and "tear"."""
    form = verb_forms().get(word)
    irregular = form is not None and form.form in {"past", "participle"}
    return word if word in ORDINALS else stem_of(form.lemma if form and irregular else word)


def _parts(written: str, start: int) -> Iterator[tuple[str, int, int]]:
    """Yield a word, in lower case, with its place; what is drawn together counts as two.

    "They'll" is "they will", "didn't" is "did not", "F.B.I." is "FBI".
    """
    word = written.replace("’", "'").lower().removesuffix("'s")
    end = start + len(written)
    word = SIGNS.get(word, word.replace(".", ""))
    ending = next((ending for ending in SHORTENED if word.endswith(ending)), None)
    if ending is None or word == ending:
        yield BRITISH.sub("or", anyascii(word)), start, end
        return
    stem = word.removesuffix(ending)
    yield {"wo": "will", "ca": "can"}.get(stem, stem), start, end - len(ending)
    yield SHORTENED[ending], end - len(ending), end


@lru_cache(maxsize=32768)
def _keys_of(text: str) -> frozenset[str]:
    return frozenset(piece.key for piece in pieces_of(text))


def are_near(left: str, right: str) -> bool:
    """Tell whether two texts share words enough to be laid side by side; most do not."""
    one, two = _keys_of(left), _keys_of(right)
    return len(one & two) >= ALIKE * max(len(one), len(two), 1) - 1


@lru_cache(maxsize=32768)
def find_frame(left: str, right: str) -> Frame | None:
    """Return where two texts of one frame differ, None if they are no such texts."""
    if not are_near(left, right):
        return None
    one, two = pieces_of(left), pieces_of(right)
    matcher = SequenceMatcher(None, [p.key for p in one], [p.key for p in two], autojunk=False)
    codes = matcher.get_opcodes()
    apart = [Edit(one[a:b], two[c:d]) for kind, a, b, c, d in codes if kind != "equal"]
    blocks = matcher.get_matching_blocks()
    shared = [(one[a + n], two[b + n]) for a, b, size in blocks for n in range(size)]
    if len(apart) > PLACES or len(shared) < ALIKE * max(len(one), len(two)):
        return None
    if _are_crossed(apart):
        return Frame(tuple(apart), tuple(shared), crossed=True)
    gone = Counter(p.key for edit in apart for p in edit.left)
    moved = frozenset(gone & Counter(p.key for edit in apart for p in edit.right))
    for key in sorted(moved):
        p = next(p for edit in apart for p in edit.left if p.key == key)
        q = next(q for edit in apart for q in edit.right if q.key == key)
        shared.append((p, q))
    stay = (Edit(*(tuple(p for p in side if p.key not in moved) for side in e)) for e in apart)
    edits = tuple(edit for edit in stay if edit.left or edit.right)
    return Frame(edits, tuple(shared), moved=bool(moved))


def _are_crossed(apart: list[Edit]) -> bool:
    """Tell whether what stands in two places is exchanged, and nothing else differs."""
    if len(apart) != CROSSED or not all(edit.left and edit.right for edit in apart):
        return False
    (a, b), (c, d) = ([[p.key for p in side] for side in edit] for edit in apart)
    return a == d and b == c


def puts_other(left: str, right: str) -> bool:
    """Tell whether two texts of one frame have other words in one place, not only more words."""
    frame = find_frame(left, right)
    return frame is not None and any(edit.replaces() for edit in frame.edits)
