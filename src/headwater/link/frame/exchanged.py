"""What two statements of one frame have alike, with each in the other's place."""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import Final

from headwater.link.frame.laid import Frame, Piece, pieces_of, telling
from headwater.link.frame.side import Difference, is_mutual
from headwater.link.frame.steps import is_done
from headwater.link.words import STOP, senses, stem_of

APART: Final = re.compile(r"[,;:]|\bby\b")  # between a verb and what is not its own
JOINED: Final = re.compile(r"\s*(?:,|,?\s*(?:and|or|with))\s*(?:the|an?)?\s*")  # "A and B"
BE: Final = frozenset("is are was were be been being by".split())
CONTRASTS: Final = frozenset({"but not", "rather than", "instead of", "and not"})
HINGES: Final = re.compile(
    rf"\b(because|after|before|despite|although|so that|{'|'.join(sorted(CONTRASTS))})\b",
    re.IGNORECASE,
)
ORDER: Final = {"after", "before"}
NEAR: Final = 3  # words on either side of what sets two things against each other
ROLE: Final = re.compile(r"\b(from|to|by|above|over|below)$")  # "rose from", "rose to", "rose by"
CAP: Final = re.compile(r"\b(?:up to|at most|at the most|as many as|as much as|no more than)$")
WORDS: Final = re.compile(r"[a-z]+")
DETERMINERS: Final = frozenset("a an the its his her their s".split())
CHANGES: Final = frozenset({"#increase", "#decrease"})
CAPPED: Final = "up to"
TAKEN: Final = 4  # words behind a verb among which the head of what it takes stands


def find_exchanged(left: str, right: str, frame: Frame) -> Iterator[Difference]:
    """Yield what stands in one place on one side and in another on the other."""
    found = (
        _cross(left, frame),
        _parties(left, right, frame),
        _figures(left, right, frame),
        _heads(left, right, frame),
        _receives(left, right, frame),
    )
    yield from (one for one in found if one is not None)


def _cross(left: str, frame: Frame) -> Difference | None:
    """Return that what stands in two places is exchanged; "A and B" may be "B and A"."""
    if not frame.crossed:
        return None
    one, two = frame.edits[0].left, frame.edits[1].left
    roles = {_word_before(left, one[0]), _word_before(left, two[0])} & {"from", "to", "by"}
    if is_mutual(frame) and not roles:
        return None
    if JOINED.fullmatch(left[one[-1].end : two[0].start]):
        return None
    place, other = (one[0].start, one[-1].end), (two[0].start, two[-1].end)
    reason = f"{left[slice(*place)]} and {left[slice(*other)]} are exchanged"
    return Difference("direction", reason, place, None)


def _parties(left: str, right: str, frame: Frame) -> Difference | None:
    """Return that who acts on one side is acted on on the other, by one and the same verb."""
    if is_mutual(frame):
        return None
    for p, q in frame.shared:
        if not (_is_active(left, p) and _is_active(right, q)):
            continue
        (x, behind_p), (y, behind_q) = _beside(left, p), _beside(right, q)
        if x and y and x.key != y.key and x.key in behind_q and y.key in behind_p:
            places = (x.start, x.end), (y.start, y.end)
            return Difference("direction", f"{x.word} and {y.word} are exchanged", *places)
    return None


def _is_active(text: str, piece: Piece) -> bool:
    """Tell whether a word is a finite verb in the active voice."""
    before = [p.word for p in pieces_of(text) if p.end <= piece.start][-2:]
    return is_done(text, piece) and not BE & set(before)


def _beside(text: str, piece: Piece) -> tuple[Piece | None, frozenset[str]]:
    """Return the word before a verb, and the keys of what it takes, as far as no sign parts it."""
    pieces = pieces_of(text)
    at = pieces.index(piece)
    behind = pieces[at + 1 : at + 1 + TAKEN]
    taken = (p.key for p in behind if not APART.search(text[piece.end : p.start]))
    return (pieces[at - 1] if at else None), frozenset(taken)


def _figures(left: str, right: str, frame: Frame) -> Difference | None:
    """Return that a figure has another role: "from 9 %", "to 9 %", "up to 9 %"."""
    for p, q in frame.shared:
        one, two = (_role(text, piece) for text, piece in ((left, p), (right, q)))
        if p.counts and one != two and (CAPPED in {one, two} or None not in {one, two}):
            reason = f"{one or ''} {p.word} is not {two or ''} {q.word}"
            return Difference("figure", reason, (p.start, p.end), (q.start, q.end))
    return None


def _role(text: str, piece: Piece) -> str | None:
    """Return what a figure is by the words before it: where a change began, ended, or how far."""
    counts = [other for other in pieces_of(text) if other.end < piece.start]
    before = text[: piece.start].lower().rstrip(" $€£¥")
    if CAP.search(before):
        return CAPPED
    found = ROLE.search(before)
    first = next((p for p in counts if p.counts and before[p.end :] == " to"), None)
    if found and first is not None and _role(text, first) != "from":
        return None  # "seven to two"
    if found:
        return "above" if found[1] == "over" else found[1]
    last = (WORDS.findall(before) or [""])[-1]
    return "by" if senses().get(stem_of(last)) in CHANGES else None  # "fell 3 %"


def _heads(left: str, right: str, frame: Frame) -> Difference | None:
    """Return that two words stand each behind what the other stands behind on the other side.

    "Cleared of theft, guilty of arson" and "cleared of arson, guilty of theft".
    """
    if frame.edits or is_mutual(frame):
        return None
    behind = _before(left), _before(right)
    moved = [
        (p, u, v)
        for p, q in frame.shared
        if p.word not in STOP
        and not p.counts
        and (u := behind[0].get(p))
        and (v := behind[1].get(q))
        and u != v
    ]
    for (p, u, v), (r, w, x) in combinations(moved, 2):
        if (u, v) == (x, w) and p.key != r.key and not {p.key, r.key} & {u, v}:
            reason = f"{p.word} and {r.word} are exchanged"
            return Difference("direction", reason, (p.start, p.end), None)
    return None


def _before(text: str) -> dict[Piece, str]:
    """Return the key of the telling word before each telling word."""
    pieces = telling(pieces_of(text))
    return {piece: before.key for before, piece in pairwise(pieces)}


def _receives(left: str, right: str, frame: Frame) -> Difference | None:
    """Return that it goes to a state on one side alone, or that two ends change places.

    "Its oil", "oil to it"; "joins A from B", "joins B from A".
    """
    if any(telling(edit.left) or telling(edit.right) for edit in frame.edits):
        return None
    for p, q in frame.shared:
        one, two = (_word_before(text, x) == "to" for text, x in ((left, p), (right, q)))
        if p.key.startswith("=") and one != two and p.word != q.word:
            reason = f"only one of them goes to {p.word}"
            return Difference("direction", reason, (p.start, p.end), (q.start, q.end))
    ends = [
        (p, _word_before(left, p), _word_before(right, q))
        for p, q in frame.shared
        if p.word not in STOP and not p.counts
    ]
    for (p, a, b), (_, c, d) in combinations(ends, 2):
        if a != b and (a, b) == (d, c) and {a, b} & {"from", "to"}:
            return Difference(
                "direction", f"{a} {p.word} is not {b} {p.word}", (p.start, p.end), None
            )
    return None


def _word_before(text: str, piece: Piece) -> str:
    """Return the word before a piece and its article."""
    words: list[str] = WORDS.findall(text[: piece.start].lower())
    while words and words[-1] in DETERMINERS:
        words.pop()
    return words[-1] if words else ""


def find_turned(left: str, right: str) -> Difference | None:
    """Return that cause and effect, what was first and last, or what is and is not, are exchanged.

    "It sank because it burnt" is not "it burnt because it sank".
    """
    one, two = HINGES.search(left), HINGES.search(right)
    if not one or not two or one[0].lower() != two[0].lower():
        return None
    if not _are_crossed(left, right, one, two):
        return None
    return Difference("direction", f"turned round: {one[0].lower()}", one.span(), two.span())


def tells_round(left: str, right: str) -> bool:
    """Tell whether "A after B" stands against "B before A"."""
    one, two = HINGES.search(left), HINGES.search(right)
    hinges = {one[0].lower(), two[0].lower()} if one and two else set()
    return hinges == ORDER and bool(one and two and _are_crossed(left, right, one, two))


def _are_crossed(left: str, right: str, one: re.Match[str], two: re.Match[str]) -> bool:
    """Tell whether what stands before one hinge stands behind the other."""
    reach = NEAR if one[0].lower() in CONTRASTS else None
    first, last = _clauses(left, one, reach)
    other_first, other_last = _clauses(right, two, reach)
    straight = len(first & other_first) + len(last & other_last)
    crossed = len(first & other_last) + len(last & other_first)
    return crossed > straight and bool(first & other_last and last & other_first)


def _clauses(
    text: str, hinge: re.Match[str], reach: int | None
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of the main clause, and of the one that a hinge begins.

    With a reach, so many words on either side of the hinge.
    """
    pieces = telling(pieces_of(text))
    comma = text.find(",", hinge.end())
    end = comma if not hinge.start() and comma > 0 else len(text)
    inner = [p.key for p in pieces if hinge.end() <= p.start < end]
    outer = [p.key for p in pieces if not hinge.end() <= p.start < end]
    if reach is not None:
        inner, outer = inner[:reach], outer[-reach:]
    return frozenset(outer) - frozenset(inner), frozenset(inner)
