"""Whether the words that differ in one frame name another thing, or the same in other words."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from headwater.lexicon.load import load_table
from headwater.lexicon.name_lists import load_names
from headwater.lexicon.units import load_units
from headwater.lexicon.verbs import verb_forms
from headwater.link.days import find_dates
from headwater.link.frame.laid import Edit, Piece, find_frame, pieces_of, telling
from headwater.link.words import converse_rows, senses, sides
from headwater.text.names import initials

FRACTIONS: Final = frozenset({"half", "third", "quarter", "fifth", "tenth"})
SEVERAL: Final = 2  # words of a place that may be put for others
LONG: Final = 3  # the most
PLACES: Final = 2  # places from which on who words it anew is likelier than who tells of another
FULL: Final = 2  # words from which what begins a sentence in capitals is a name: "Ada Lund shut"
SHORT: Final = 2  # letters that a shortened word keeps at least: "Sen.", "Lt."
# Marks of quoted words, at least so many characters of them.
QUOTED: Final = re.compile(r"[“\"‘][^“”\"‘’]{30,}(?:[”\"’]|$)")
PLAIN_TITLES: Final = frozenset({"mr", "mrs", "ms", "dr", "miss"})


@lru_cache(maxsize=32768)
def names_another(left: str, right: str) -> bool:
    """Tell whether two texts differ in nothing but words that stand for others in their places.

    Who words it anew moves words, adds some, or leaves some out.
    """
    frame = find_frame(left, right)
    if frame is None or frame.moved:
        return False
    edits = [edit for edit in frame.edits if telling(edit.left) or telling(edit.right)]
    if any(_may_be_one(edit, left, right) for edit in edits):
        return False
    others = [edit for edit in edits if not _says_same(edit)]
    return 0 < len(others) <= PLACES and all(map(_is_other, others))


@lru_cache(maxsize=32768)
def is_reworded(left: str, right: str) -> bool:
    """Tell whether what differs in two texts of one frame is known to say the same."""
    frame = find_frame(left, right)
    return frame is not None and len(frame.edits) <= 1 and all(map(_says_same, frame.edits))


def _is_other(edit: Edit) -> bool:
    """Tell whether a few words stand in the place of a few; who writes more tells more."""
    one, two = (len(telling(side)) for side in edit)
    left, right = ({row for p in side for row, _ in sides().get(p.key, ())} for side in edit)
    if left & right & converse_rows():
        return False  # "sold to", "bought by": who is party to it tells
    return min(one, two) > 0 and max(one, two) <= (SEVERAL if min(one, two) == 1 else LONG)


def _may_be_one(edit: Edit, left: str, right: str) -> bool:
    """Tell whether a name may stand for a description, or is shortened: "Sen.", "the AFF"."""
    one, two = telling(edit.left), telling(edit.right)
    if not one or not two:
        return False
    if _is_short(one, two, left) or _is_short(two, one, right) or edit.words() & PLAIN_TITLES:
        return True
    if _is_outside(one, left) or _is_outside(two, right):
        return True
    return (
        _is_name(one, left)
        and _describes(two, right)
        or (_is_name(two, right) and _describes(one, left))
    )


def _is_outside(pieces: Sequence[Piece], text: str) -> bool:
    """Tell whether words stand beside words that are quoted; who quotes words the rest anew."""
    quoted = [match.span() for match in QUOTED.finditer(text)]
    return bool(quoted) and not any(a <= p.start < b for a, b in quoted for p in pieces)


def _is_short(one: Sequence[Piece], two: Sequence[Piece], text: str) -> bool:
    """Tell whether a single word is the other's beginning, with a dot, or its initials."""
    if len(one) > 1:
        return False
    short, long = one[0], two[0].word
    dotted = text[short.end : short.end + 1] == "." and len(two) == 1
    begins = dotted and len(short.word) >= SHORT and long.startswith(short.word)
    letters = len(two) > 1 and text[short.start : short.end].replace(".", "").isupper()
    return begins or (letters and short.word == initials(tuple(piece.word for piece in two)))


def _is_name(pieces: Sequence[Piece], text: str) -> bool:
    """Tell whether words are a person's or a body's name; what begins the text may be no name."""
    if any(piece.key.startswith("=") or piece.counts for piece in pieces):
        return False
    capital = all(text[piece.start].isupper() for piece in pieces)
    known = len(pieces) >= FULL or pieces[0].word in load_names().given
    return capital and (known or pieces[0].start > 0)


def _describes(pieces: Sequence[Piece], text: str) -> bool:
    """Tell whether words are a noun with what goes with it, no name and no figure."""
    return not any(
        text[p.start].isupper() and p.start > 0 or p.counts or _is_verb(p) for p in pieces
    )


def _says_same(edit: Edit) -> bool:
    """Tell whether the words of a place share a sense or are listed as saying the same.

    Figures and dates are left to their own gates.
    """
    if any(all(any(map(told, side)) for side in edit) for told in (_tells_time, _tells_count)):
        return True
    one, two = _senses(edit)
    phrases = {_phrase(edit.left), _phrase(edit.right)}
    if one == two or any(phrases <= row for row in alike_rows()):
        return True
    heads = [telling(side)[-1:] for side in edit]  # "the current agreement", "this deal"
    return bool(one and two) and len({senses().get(p.key, p.key) for h in heads for p in h}) == 1


def says_more(edit: Edit) -> bool:
    """Tell whether one side says what the other does, and more: "denied", "rejected claims"."""
    one, two = _senses(edit)
    return bool(one & two) and len(one | two) > 1


def _senses(edit: Edit) -> tuple[set[str], set[str]]:
    one, two = ({senses().get(p.key, p.key) for p in telling(side)} for side in edit)
    return one, two


def _phrase(pieces: tuple[Piece, ...]) -> str:
    return " ".join(piece.key for piece in pieces)


@lru_cache(maxsize=1)
def alike_rows() -> tuple[frozenset[str], ...]:
    """Return the rows of verbs and phrases that say the same, as stems."""
    rows = load_table("frames")["alike"]["rows"]
    return tuple(frozenset(_phrase(pieces_of(phrase)) for phrase in row) for row in rows)


def _tells_time(piece: Piece) -> bool:
    """Tell whether a word is of a date, which two may word in different ways."""
    unit = load_units().by_word.get(piece.word)
    return bool(find_dates(piece.word.title())) or (
        unit is not None and unit.dimension == "duration"
    )


def _tells_count(piece: Piece) -> bool:
    return piece.counts or piece.word in FRACTIONS


def _is_verb(piece: Piece) -> bool:
    form = verb_forms().get(piece.word)
    if form is None or form.noun_too:
        return piece.word.endswith("ed") or (form is not None and form.form == "past")
    return True
