"""What parts two statements that are equal word by word around it."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from headwater.lexicon.load import load_table
from headwater.lexicon.units import load_units
from headwater.lexicon.verbs import verb_forms
from headwater.link.days import find_dates
from headwater.link.frame.another import says_more
from headwater.link.frame.exchanged import find_exchanged, find_turned
from headwater.link.frame.laid import Edit, Frame, Piece, are_near, find_frame, pieces_of, telling
from headwater.link.frame.side import NO, Difference, Side, classes, sides_of, turning
from headwater.link.frame.steps import find_steps
from headwater.link.words import PARTICLES, STOP, converse_rows, sides, stem_of
from headwater.text.number_words import ORDINALS

PLAIN_NO: Final = frozenset(
    "not no never none nobody neither nor cannot unless".split()
)  # "without" leaves the verb alone
QUARTERS: Final = frozenset({"north", "south", "east", "west", "new"})
NOT: Final = re.compile(r"(?:\bnot|n[’']t|\bnever)\s+(?:\w+ly\s+)?$")
SCOPES: Final = (
    re.compile(r"\bnot (?:all|every|everyone|everybody|everything)\b", re.IGNORECASE),
    re.compile(r"\b(?:denie[sd]|deny|denying|not|never|n[’']t)\b.{,40}\ball\b", re.IGNORECASE),
)
WHOLLY: Final = re.compile(r"\b(?:in|at|after|above) all$", re.IGNORECASE)  # "12 in all"
AS_MANY: Final = re.compile(r"\b(?:as|how|so|too|that) $", re.IGNORECASE)
IF: Final = re.compile(
    r"(?<!\bas )(?<!\beven )(?<!ask )(?<!asked )(?<!know )\b(?:if|unless|provided|providing"
    r"|on condition|as long as|in case"
    # "should the court order it"; not "the court should order it"
    r"|should(?=\s(?:the|an?|any|it|he|she|they|we|you|its|his|her|their|(?-i:[A-Z]))\b))\b",
    re.IGNORECASE,
)
OVER: Final = re.compile(r"\b(?:no longer|until recently|formerly)\b", re.I)
BOUNDED: Final = frozenset({"more", "less", "fewer", "over", "under", "almost", "nearly", "about"})
TURNING: Final = ("un", "in", "il", "im", "ir", "dis", "non")  # "lawful", "unlawful"


@lru_cache(maxsize=32768)
def find_differences(left: str, right: str) -> tuple[Difference, ...]:
    """Return what parts two texts of one frame; nothing where they are in none."""
    if not are_near(left, right):
        return ()
    frame, turned = find_frame(left, right), find_turned(left, right)
    if frame is None:
        return () if turned is None else (turned,)
    found = [turned, *find_exchanged(left, right, frame), *find_steps(left, right, frame)]
    for edit in frame.edits:
        for side in sides_of(edit, left, right):
            found += [_amount(side, edit), _turn(side, frame), _kin(side), _exact(side)]
        if not says_more(edit):
            found += [_put_for(p, q, frame, edit) for p in edit.left for q in edit.right]
    found += [_negate(left, right, frame), _scope(left, right), _hedged(left, right)]
    return tuple(one for one in found if one is not None)


@lru_cache(maxsize=1)
def _rows() -> tuple[frozenset[str], ...]:
    """Return the rows of words that cannot stand for one another in one place, as stems."""
    rows = load_table("frames")["apart"]["rows"]
    return tuple(frozenset(stem_of(word) for word in row) for row in rows)


def _amount(side: Side, edit: Edit) -> Difference | None:
    """Return that this side alone tells of some, of all, of one alone or of hardly any."""
    for kind, words in classes()["amounts"].items():
        for piece in side.turning_words(words):
            if side.lacks(words) and _is_amount(kind, piece, side, edit):
                return side.differs("limit", f"only one of them tells of {piece.word}", piece)
    return None


def _is_amount(kind: str, piece: Piece, side: Side, edit: Edit) -> bool:
    """Tell whether a word limits or widens here: "some 500" and "the majority" of 70 % do not."""
    match kind:
        case "few" | "short":
            return not _counts(side.text, piece)
        case "under":
            return not telling(side.there) and _counts(side.text, piece)
        case "all" if WHOLLY.search(side.text[: piece.end]) and not _heads_noun(side.text, piece):
            return False
        case "all":
            return bool(side.there) and not edit.words() & NO
        case "many" if AS_MANY.search(side.text[: piece.start]):
            return False
        case "only":
            return piece.word != "just"  # of time, too
        case "many":
            return not any(p.counts for p in (*edit.left, *edit.right))
        case _:
            return True


def _heads_noun(text: str, piece: Piece) -> bool:
    """Tell whether a noun stands right behind a word: "in all states"."""
    return (
        re.match(r"\s(?!for\b|to\b|from\b|in\b|on\b|by\b|and\b)\w", text[piece.end :]) is not None
    )


def _counts(text: str, piece: Piece) -> bool:
    """Tell whether a number stands behind a word: "some 500", "less than 500"."""
    behind = (p for p in pieces_of(text) if p.start >= piece.end and p.word != "than")
    return next((p.counts for p in behind), False)


def _turn(side: Side, frame: Frame) -> Difference | None:
    """Return that this side alone is against something, or denies or refuses it."""
    denying, negating = turning()
    if telling(side.there) or any(p.word in denying for p in side.there):
        return None
    if any(edit.words() & negating for edit in frame.edits):
        return None
    for piece in side.turning_words(denying):
        if piece.word == "against" and _counts(side.text, piece):
            continue  # "40 percent, against 12 percent"
        if piece.word != "against" or not telling(side.own):
            return side.differs("negation", f"only one of them negates ({piece.word})", piece)
    return None


def _kin(side: Side) -> Difference | None:
    """Return that this side alone tells of somebody's deputy, or of a stake in something."""
    words = classes()["others"]["kin"]
    if telling(side.there) or not side.lacks(words):
        return None
    found = next((p for p in side.own if p.word in words or _is_part_of_name(side, p)), None)
    return None if found is None else side.differs("actor", f"only one has: {found.word}", found)


def _is_part_of_name(side: Side, piece: Piece) -> bool:
    """Tell whether a word makes a name that both have another: "South Sudan", "Sudan"."""
    if piece.word not in QUARTERS or not side.text[piece.start].isupper():
        return False
    behind = next((p for p in pieces_of(side.text) if p.start > piece.start), None)
    return behind is not None and side.text[behind.start].isupper() and behind not in side.own


def _negate(left: str, right: str, frame: Frame) -> Difference | None:
    """Return that one side has a negation more and no other telling word, or right before a verb.

    "Did not deny"; "was released without charge" and "was not released".
    """
    one, two = (_negations(text) for text in (left, right))
    told = [piece for edit in frame.edits for side in edit for piece in telling(side)]
    if (
        min(len(one), len(two))
        or len(one) % 2 == len(two) % 2
        or any(piece.word in turning()[0] for piece in told)
    ):
        return None
    if not told or _unlike_verb(left, right, frame):
        places = ((found[0].start, found[0].end) if found else None for found in (one, two))
        return Difference("negation", "only one of them negates", *places)
    return None


def _unlike_verb(left: str, right: str, frame: Frame) -> bool:
    """Tell whether one side negates a verb that the other has without a negation."""
    return any(
        _is_verb(p) and bool(NOT.search(left[: p.start])) != bool(NOT.search(right[: q.start]))
        for p, q in frame.shared
    )


def _is_verb(piece: Piece) -> bool:
    form = verb_forms().get(piece.word)
    return piece.word.endswith("ed") if form is None else not form.noun_too


def _scope(left: str, right: str) -> Difference | None:
    """Return that one side says "not all" or denies it of all, the other of none or of any."""
    for shape in SCOPES:
        one, two = shape.search(left), shape.search(right)
        if (one is None) != (two is None):
            places = (found.span() if found else None for found in (one, two))
            return Difference("limit", "only one of them says it not of all", *places)
    return None


def _hedged(left: str, right: str) -> Difference | None:
    """Return that one side alone tells what would be if, or what is over."""
    for shape, reason in ((IF, "only one of them has a condition"), (OVER, "only one is over")):
        one, two = shape.search(left), shape.search(right)
        found = one or two
        # What was cut from "if he comes, she goes" may have lost its first word.
        if found and (one is None) != (two is None) and found.start():
            return Difference("step", reason, one and one.span(), two and two.span())
    return None


def _exact(side: Side) -> Difference | None:
    """Return that this side alone tells of exactly so many, the other of more or less."""
    words = classes()["others"]["exact"]
    if BOUNDED.isdisjoint(piece.word for piece in side.there) or not side.lacks(words):
        return None
    found = next((piece for piece in side.own if piece.word in words), None)
    return None if found is None else side.differs("figure", f"only one has: {found.word}", found)


def _negations(text: str) -> list[Piece]:
    """Return the words by which a text negates; "without" and what lacks leave the verb alone."""
    return [piece for piece in pieces_of(text) if piece.word in PLAIN_NO]


def _put_for(p: Piece, q: Piece, frame: Frame, edit: Edit) -> Difference | None:
    """Return that one word stands for another that cannot mean the same in its place."""
    when, then = (find_dates(x.word.title()) for x in (p, q))
    if when and then and when[0].kind == then[0].kind and when[0].value != then[0].value:
        return Difference("date", f"{p.word} is not {q.word}", (p.start, p.end), (q.start, q.end))
    kind = "figure" if _are_measures(p, q, edit) else "opposite"
    if kind == "opposite" and not _are_apart(p, q, frame):
        return None
    places = (p.start, p.end), (q.start, q.end)
    return Difference(kind, f"{p.word} is not {q.word}", *places)


def _are_measures(p: Piece, q: Piece, edit: Edit) -> bool:
    """Tell whether two words are different ranks, or different units beside one number."""
    if p.word in ORDINALS and q.word in ORDINALS:
        return True
    if any(piece.counts for piece in (*edit.left, *edit.right)):
        return False
    one, two = (load_units().by_word.get(piece.word) for piece in (p, q))
    if one is None or two is None or one.unit == two.unit:
        return False
    return one.dimension == two.dimension or {"money"} == set(
        _families(one.dimension, two.dimension)
    )


def _families(*dimensions: str) -> Iterator[str]:
    return (dimension.split()[0] for dimension in dimensions)


def _are_listed(p: Piece, q: Piece) -> bool:
    """Tell whether two words are opposites, those of one deed aside, or stand in a row of these."""
    pair = frozenset({p.key, q.key})
    there = {(row, -sign) for row, sign in sides().get(q.key, ()) if row not in converse_rows()}
    opposite = PARTICLES.isdisjoint(pair) and not there.isdisjoint(sides().get(p.key, ()))
    return opposite or any(pair <= row for row in _rows())


def _are_apart(p: Piece, q: Piece, frame: Frame) -> bool:
    """Tell whether two words are listed as apart, or one turns the other round by a prefix.

    Among other words, "to" and "from" tell nothing: "sent to" is "received from".
    """
    short, long = sorted((p.word, q.word), key=len)
    if any(long == prefix + short for prefix in TURNING):
        return True
    if any(e.words() & NO for e in frame.edits) or p.key == q.key or not _are_listed(p, q):
        return False
    return not {p.word, q.word} <= STOP or not any(edit.replaces() for edit in frame.edits)
