"""Whether one of two statements of one frame tells of a deed to which the other only leads up."""

import re
from collections.abc import Iterator
from typing import Final

from headwater.lexicon.verbs import verb_forms
from headwater.link.frame.laid import Frame, Piece, pieces_of, telling
from headwater.link.frame.side import Difference, Side, classes, sides_of, stems, turning

# Words between a deed and what leads up to it: "is accused of illegally shipping".
LINKING: Final = frozenset("of from with against in on for at to short be being".split())
TO: Final = re.compile(r"\bto\s+(?:have\s+|be\s+|have\s+been\s+)?(?:[a-z]+ly\s+)?$")
WILL: Final = re.compile(r"\b(?:will|would|shall)\s+(?:[a-z]+ly\s+)?$")
IS_TO: Final = re.compile(r"\b(?:is|are|was|were)\s+(?:due\s+|set\s+)?to\s+(?:be\s+)?$")
HAVE: Final = re.compile(r"\b(?:ha[sd]|have|having)\s+(?:been\s+)?(?:[a-z]+ly\s+)?$")
ADVERB: Final = re.compile(r"(?<!like)ly$")
STOPPED: Final = re.compile(r"[,;:]|\bby\b")
FINITE: Final = frozenset({"third", "past"})
TOLD: Final = frozenset({"will", "would", "shall", "may", "might", "could", "should"})
PERMITTING: Final = frozenset({"may", "could"})
ALLOWED: Final = re.compile(  # what "may" may stand for
    r"\b(?:allow|permit|let|entitl|authori[sz]|licen[cs]|free to|able to|right to|can\b)",
    re.IGNORECASE,
)
FAR: Final = 4  # words between what leads up to a deed and the deed: "asked the bank to pay"


def find_steps(left: str, right: str, frame: Frame) -> Iterator[Difference]:
    """Yield what makes a deed of one side a plan, a duty, a try or a chance on the other."""
    found = [_lead(left, right, frame)]
    for edit in frame.edits:
        found += [_step(side) for side in sides_of(edit, left, right)]
    yield from (one for one in found if one is not None)


def is_done(text: str, piece: Piece) -> bool:
    """Tell whether a word is a finite verb, or a participle behind no "to"."""
    form = verb_forms().get(piece.word)
    before = text[: piece.start]
    if form and form.form == "participle":
        return HAVE.search(before) is not None and not TO.search(before)
    finite = form.form in FINITE if form else piece.word.endswith("ed")
    return (finite and not TO.search(before)) or WILL.search(before) is not None


def _lead(left: str, right: str, frame: Frame) -> Difference | None:
    """Return that one side tells of a deed as done to which the other only leads up.

    "Agreed to supply", "is accused of supplying" and "stopped short of supplying" are no supply.
    """
    sides = (
        Side(tuple(p for e in frame.edits for p in e.left), (), left, right, turned=False),
        Side(tuple(p for e in frame.edits for p in e.right), (), right, left, turned=True),
    )
    for p, q in frame.shared:
        for side, led, done in ((sides[0], p, q), (sides[1], q, p)):
            if not is_done(side.other, done) or is_done(side.text, led):
                continue
            if IS_TO.search(side.text[: led.start]):
                return side.differs("step", "only one of them is to come", led)
            by = _leading(side.text, led, frozenset(piece.start for piece in side.own))
            if by is None or by.key in stems("done") or by.word in turning()[0]:
                continue
            if by.key not in stems("coming") or side.lacks(frozenset({"will"})):
                return side.differs("step", f"only one of them leads up to it ({by.word})", by)
    return None


def _leading(text: str, deed: Piece, own: frozenset[int]) -> Piece | None:
    """Return the word at one of these places that leads up to an infinitive or a gerund, if any."""
    to = TO.search(text[: deed.start])
    if not to and not deed.word.endswith("ing"):
        return None
    last = to.start() if to else deed.start
    before = [p for p in pieces_of(text) if p.end <= last and not ADVERB.search(p.word)]
    linked = bool(to)
    while before and before[-1].word in LINKING:
        linked = True
        before.pop()
    reach = FAR if linked else 1
    near = [p for p in before[-reach:] if not STOPPED.search(text[p.end : deed.start])]
    return next((p for p in reversed(near) if p.start in own and _leads(p, linked=linked)), None)


def _leads(piece: Piece, *, linked: bool) -> bool:
    """Tell whether a word may lead up to a deed; right before a gerund only a verb does."""
    form = verb_forms().get(piece.word)
    if piece.word.endswith("ed") or (form and not form.noun_too):
        return True
    return linked and (form is not None or piece.word in classes()["verbs"]["leading"])


def _step(side: Side) -> Difference | None:
    """Return that this side alone is possible, due or still to come."""
    for kind in ("possible", "due", "ahead"):
        words = classes()["verbs"][kind]
        worded = telling(side.there) or any(p.word == "to" for p in side.there)
        # "Would" tells of what may be or is to come, not of a duty.
        alike = words if kind == "due" else words | {"would"}
        if (worded and kind != "possible") or not side.lacks(alike):
            continue
        for piece in side.own:
            month = piece.word == "may" and side.text[piece.start].isupper()
            allowed = piece.word in PERMITTING and _allows(side)
            if piece.word in words and not month and not allowed:
                return side.differs("step", f"only one of them is {kind} ({piece.word})", piece)
    return _told(side)


def _allows(side: Side) -> bool:
    """Tell whether the other side alone tells of what is allowed, in other words than "may"."""
    return bool(ALLOWED.search(side.other)) and not ALLOWED.search(side.text)


def _told(side: Side) -> Difference | None:
    """Return that this side tells what somebody would do, the other what he did.

    "It warned it would close" is no "it closed"; "it said it would close" and "it will close" may
    be one.
    """
    would = next((piece for piece in side.own if piece.word == "would"), None)
    if would is None or telling(side.there) or not side.lacks(TOLD):
        return None
    after = next((p for p in telling(pieces_of(side.text)) if p.start > would.start), None)
    done = (p for p in pieces_of(side.other) if after is not None and p.key == after.key)
    if not any(is_done(side.other, piece) for piece in done):
        return None
    return side.differs("step", "only one of them is ahead (would)", would)
