"""Text cut into pieces, each with all the marks that lie over it."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal

from headwater.model.base import Record
from headwater.model.span import Span
from headwater.report.words import show_text

MarkKind = Literal[
    "source", "cue", "content", "notable", "aside", "amount", "reprint", "here", "judged"
]
LETTER: dict[MarkKind, str] = {
    "source": "s", "cue": "k", "content": "c", "notable": "h", "aside": "x", "amount": "n",
    "reprint": "r", "here": "t", "judged": "j",
}  # fmt: skip


class Mark(Record, frozen=True, kw_only=True):
    """A marked stretch; `link` is where a click on it leads."""

    span: Span
    kind: MarkKind
    link: str | None = None


class Piece(Record, frozen=True, kw_only=True):
    """A stretch with one set of marks.

    Attributes:
        text: Its words, made safe to show.
        classes: The marks over it, as sorted class letters with spaces.
        link: Where a click leads: that of the shortest mark with a link.
        anchors: Names of the anchors that stand at its start.
    """

    text: str
    classes: str = ""
    link: str | None = None
    anchors: tuple[str, ...] = ()


def cut_pieces(
    text: str, window: Span, marks: Iterable[Mark], anchors: Sequence[tuple[int, str]] = ()
) -> tuple[Piece, ...]:
    """Cut a window of the text at every edge of a mark and at every anchor.

    Args:
        text: The whole text that all offsets count.
        window: The stretch to show.
        marks: Any marks, overlapping or not, inside the window or not.
        anchors: Offset and name, in any order; those outside the window are left out.

    Returns:
        Pieces in text order; their stretches join to the window without gap.
    """
    inside = [mark for mark in marks if mark.span.overlaps(window)]
    named: dict[int, tuple[str, ...]] = {}
    for at, name in sorted(set(anchors)):
        if window.start <= at < window.end:
            named[at] = (*named.get(at, ()), name)
    edges = {window.start, window.end, *named}
    for mark in inside:
        edges.update((max(mark.span.start, window.start), min(mark.span.end, window.end)))
    starts: dict[int, list[Mark]] = {}
    for mark in inside:
        starts.setdefault(max(mark.span.start, window.start), []).append(mark)
    pieces: list[Piece] = []
    open_marks: list[Mark] = []
    cuts = sorted(edges)
    for start, end in pairwise(cuts):
        open_marks = [mark for mark in open_marks if mark.span.end > start] + starts.get(start, [])
        pieces.append(make_piece(text[start:end], open_marks, named.get(start, ())))
    return tuple(pieces)


def make_piece(words: str, marks: Sequence[Mark], anchors: tuple[str, ...]) -> Piece:
    """Return the piece of some words under some marks."""
    linked = [mark for mark in marks if mark.link is not None]
    shortest = min(linked, key=lambda m: (m.span.end - m.span.start, m.span), default=None)
    return Piece(
        text=show_text(words),
        classes=" ".join(sorted({LETTER[mark.kind] for mark in marks})),
        link=shortest.link if shortest is not None and words.strip() else None,
        anchors=anchors,
    )


def spread_anchors(
    lines: Sequence[Span], anchors: Iterable[tuple[int, str]]
) -> list[list[tuple[int, str]]]:
    """Return for each line the anchors in it; those between lines stand at its nearest end."""
    starts = [line.start for line in lines]
    found: list[list[tuple[int, str]]] = [[] for _ in lines]
    for place, name in anchors:
        at = max(0, bisect_right(starts, place) - 1)
        found[at].append((min(max(place, lines[at].start), lines[at].end - 1), name))
    return found


def spread(lines: Sequence[Span], marks: Iterable[Mark]) -> list[list[Mark]]:
    """Return for each line the marks over it."""
    starts = [line.start for line in lines]
    found: list[list[Mark]] = [[] for _ in lines]
    for mark in sorted(marks, key=lambda m: (m.span, m.kind)):
        at = max(0, bisect_right(starts, mark.span.start) - 1)
        while at < len(lines) and lines[at].start < mark.span.end:
            found[at].append(mark)
            at += 1
    return found
