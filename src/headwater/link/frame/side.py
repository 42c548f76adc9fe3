"""One side of a place where two statements of one frame differ, and the classes of its words."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from headwater.lexicon.load import load_table
from headwater.link.frame.laid import Edit, Frame, Piece, pieces_of
from headwater.link.idle import is_idle
from headwater.link.words import Token, stem_of, tokens_of

NO: Final = frozenset({"no", "not", "none"})


class Difference(NamedTuple):
    """What parts two statements: kind of gate, reason, and where it stands in either."""

    kind: str
    text: str
    left: tuple[int, int] | None
    right: tuple[int, int] | None


class Side(NamedTuple):
    """One side of a place where two statements differ.

    Attributes:
        own: What it has there.
        there: What the other has there.
        text: The whole of its own statement.
        other: The other statement.
        turned: True for the right side.
    """

    own: tuple[Piece, ...]
    there: tuple[Piece, ...]
    text: str
    other: str
    turned: bool

    def lacks(self, words: frozenset[str]) -> bool:
        """Tell whether the other statement has none of these words."""
        return not any(piece.word in words for piece in pieces_of(self.other))

    def turning_words(self, words: frozenset[str]) -> Iterator[Piece]:
        """Yield those of some words that this side has here, unless they turn nothing there."""
        return (p for p in self.own if p.word in words and not _is_idle(self.text, p))

    def differs(self, kind: str, text: str, piece: Piece) -> Difference:
        """Return a difference that stands on this side."""
        place = (piece.start, piece.end)
        return Difference(kind, text, *((None, place) if self.turned else (place, None)))


def _is_idle(text: str, piece: Piece) -> bool:
    before = tokens_of(text[: piece.start])
    token = Token(text[piece.start : piece.end], piece.word, piece.start, piece.end)
    return is_idle(text, before[-1] if before else None, token)


def sides_of(edit: Edit, left: str, right: str) -> tuple[Side, Side]:
    """Return both sides of a place."""
    return (
        Side(edit.left, edit.right, left, right, turned=False),
        Side(edit.right, edit.left, right, left, turned=True),
    )


@lru_cache(maxsize=1)
def classes() -> Mapping[str, Mapping[str, frozenset[str]]]:
    """Return the classes of words by table of the lexicon of frames."""
    tables = load_table("frames")
    return MappingProxyType(
        {
            name: {kind: frozenset(words) for kind, words in tables[name].items()}
            for name in ("verbs", "amounts", "others")
        }
    )


@lru_cache(maxsize=8)
def stems(kind: str) -> frozenset[str]:
    """Return a class of verbs as stems."""
    return frozenset(stem_of(word) for word in classes()["verbs"][kind])


@lru_cache(maxsize=1)
def turning() -> tuple[frozenset[str], frozenset[str]]:
    """Return words that deny or refuse what follows, and words that negate it."""
    table = load_table("turns")
    denying = {"against", *table["deniers"], *table["blockers"], *classes()["verbs"]["ending"]}
    return frozenset(denying), frozenset(table["negators"])


def is_mutual(frame: Frame) -> bool:
    """Tell whether both parties do alike what the two statements tell."""
    return any(p.key in stems("mutual") for p, _ in frame.shared)
