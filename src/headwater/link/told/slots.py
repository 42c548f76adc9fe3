"""Words that stand each where the other stands in another statement."""

import re
from collections import Counter
from functools import lru_cache
from itertools import combinations, pairwise
from typing import Final

from headwater.link.days import find_dates
from headwater.link.frame.laid import Piece, pieces_of, telling
from headwater.link.told.relation import sense_of

# Between a word and what it is tied to: "landed on the", "transferred to". Not "by", which turns
# with the voice, nor "of", which turns with the order.
TIE: Final = re.compile(
    r"\s(?:in|on|at|from|to|into|onto|near|off|for|with|over|under|against|through|towards?|via)"
    r"(?:\s(?:the|an?|its|his|her|their))?(?:\s[a-z]+)?\s",
    re.IGNORECASE,
)
PAIR: Final = 2


@lru_cache(maxsize=32768)
def _tied(text: str) -> dict[str, str]:
    """Return for each word that stands once, behind a preposition, the word it is tied to."""
    pieces = telling(pieces_of(text))
    counted = Counter(map(sense_of, pieces))
    found = {}
    for before, piece in pairwise(pieces):
        between = text[before.end : piece.start]
        if _is_no_thing(piece) or _is_no_thing(before):
            continue
        if counted[sense_of(piece)] == 1 and TIE.fullmatch(between):
            found[sense_of(piece)] = sense_of(before)
    return found


def _is_no_thing(piece: Piece) -> bool:
    return piece.counts or bool(find_dates(piece.word.title()))


def are_exchanged(left: str, right: str) -> bool:
    """Tell whether two words change places behind the words to which they are tied.

    "Moved from the abbey, sent to the mill" and "moved from the mill, sent to the abbey".
    """
    one, two = _tied(left), _tied(right)
    moved = [(p, one[p], two[p]) for p in sorted(one.keys() & two.keys()) if one[p] != two[p]]
    return any(
        (a, b) == (d, c) and not {p, q} & {a, b}
        for (p, a, b), (q, c, d) in combinations(moved, PAIR)
    )
