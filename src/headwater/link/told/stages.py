"""At what stage a deed stands: proposed, agreed, begun, tried, done or undone."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from headwater.lexicon.load import load_table
from headwater.link.frame.another import alike_rows
from headwater.link.frame.laid import Piece, pieces_of, telling
from headwater.link.told.relation import sense_of
from headwater.link.words import stem_of


@lru_cache(maxsize=1)
def _stages() -> Mapping[str, frozenset[str]]:
    """Map stems to the stages that they tell of."""
    found: dict[str, set[str]] = {}
    for stage, words in load_table("relations")["stages"].items():
        for word in words:
            found.setdefault(stem_of(word), set()).add(stage)
    return MappingProxyType({stem: frozenset(stages) for stem, stages in found.items()})


def are_at_other_stages(left: str, right: str) -> bool:
    """Tell whether each text has a word for a stage, and neither one for that of the other."""
    one, two = telling(pieces_of(left)), telling(pieces_of(right))
    own, other = _own(one, two), _own(two, one)
    for p in own:
        for q in other:
            here, there = _stages().get(p.key, frozenset()), _stages().get(q.key, frozenset())
            if (
                here
                and there
                and not here & there
                and not _is_told(here, two)
                and not _is_told(there, one)
            ):
                return True
    return False


def _is_told(stages: frozenset[str], pieces: list[Piece]) -> bool:
    return any(stages & _stages().get(piece.key, frozenset()) for piece in pieces)


def _own(pieces: list[Piece], others: list[Piece]) -> list[Piece]:
    """Return the words that the other text has in no form, and no word that may stand for them."""
    keys = {p.key for p in others} | {sense_of(p) for p in others}
    return [
        p
        for p in pieces
        if p.key not in keys
        and sense_of(p) not in keys
        and not _rows(p.key) & {r for q in others for r in _rows(q.key)}
    ]


@lru_cache(maxsize=8192)
def _rows(key: str) -> frozenset[int]:
    """Return the rows of words that may stand for one another in which a word stands."""
    return frozenset(n for n, row in enumerate(alike_rows()) if key in row)
