"""Finds the words of judgements again in texts that may have changed."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

import msgspec
from rapidfuzz import fuzz

from headwater.judgements.anchors import CONTEXT
from headwater.model.base import Record
from headwater.model.document import Document
from headwater.model.judgement import Anchor, Judgement
from headwater.model.span import Place, Span

# So many characters stand in one order only once in a text, names and figures of ten words apart.
TELLING: Final = 24
# Of the words around a short quotation, so many must be the old ones: two short words.
NEIGHBOURS: Final = 8
# A correction in print or another reading of a page moves words by less than a paragraph.
NEAR: Final = 400
# Percent of a long quotation that must stand: a corrected figure or name, not another sentence.
ALIKE: Final = 88.0
# Characters around the old place in which changed words are looked for; keeps long texts quick.
WINDOW: Final = 6000


class Settled(Record, frozen=True, kw_only=True):
    """Judgements in force, as the stages may obey them.

    Attributes:
        judgements: With their anchors where the words stand now, oldest first.
        moved: Ids of those whose words were found at another place or in a changed text.
        lost: Why others cannot be applied, by id.
    """

    judgements: tuple[Judgement, ...] = ()
    moved: tuple[str, ...] = ()
    lost: dict[str, str] = {}  # noqa: RUF012 - a record; msgspec copies it


class _Spot(NamedTuple):
    """A place where the words may stand now, and how much speaks for it."""

    context: int
    nearness: int
    span: Span


def settle_anchors(judgements: Iterable[Judgement], documents: Iterable[Document]) -> Settled:
    """Return the judgements with their anchors in these documents.

    A document is found by its bytes, else by its name. Its words are found at their place, else
    by themselves and what stood around them, else by likeness near the place. What cannot be
    found is said to be lost, with the reason; nothing is ever applied to other words in silence.
    """
    shelf = _Shelf(documents)
    kept, moved, lost = [], [], {}
    for judgement in judgements:
        about: list[Anchor] = []
        fault = None
        for anchor in judgement.about:
            found = shelf.find(anchor)
            if isinstance(found, str):
                fault = fault or found
            else:
                about.append(found)
        if fault and judgement.kind != "note":
            lost[judgement.id] = fault
            continue
        now = tuple(about)
        if fault:
            lost[judgement.id] = fault
        elif any(a.digest != b.digest or a.span != b.span or a.quote != b.quote
                 for a, b in zip(now, judgement.about, strict=True)):  # fmt: skip
            moved.append(judgement.id)
        kept.append(msgspec.structs.replace(judgement, about=now))
    return Settled(judgements=tuple(kept), moved=tuple(moved), lost=lost)


class _Shelf:
    """The documents of a case, by what anchors know of them."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.by_digest: dict[str, list[Document]] = defaultdict(list)
        self.by_name: dict[str, list[Document]] = defaultdict(list)
        for document in sorted(documents, key=lambda d: (d.name, d.id)):
            self.by_digest[document.digest].append(document)
            for name in sorted({document.name, *document.also}):
                self.by_name[name].append(document)

    def find(self, anchor: Anchor) -> Anchor | str:
        """Return the anchor as it stands now, or why it cannot be found."""
        if anchor.digest is None:
            return anchor
        homes = self.by_digest.get(anchor.digest) or self.by_name.get(anchor.document or "", [])
        if not homes:
            return f"{anchor.document or 'its document'} is no longer among the documents"
        if anchor.span is None:
            return msgspec.structs.replace(anchor, digest=homes[0].digest)
        spots = [(spot, home) for home in homes if (spot := find_words(home.text, anchor))]
        if not spots:
            return f"its words are no longer in {homes[0].name}: “{shorten(anchor.quote or '')}”"
        spot, home = max(spots, key=lambda item: (item[0][:2], item[1].id))
        return _moved(anchor, spot.span, home)


def _moved(anchor: Anchor, span: Span, home: Document) -> Anchor:
    """Return an anchor at its present place; pieces move along if the words are the same."""
    old = anchor.span or span
    shift = span.start - old.start
    same = span.end - span.start == old.end - old.start
    parts = tuple(Span(start=p.start + shift, end=p.end + shift) for p in anchor.parts)
    return msgspec.structs.replace(
        anchor, digest=home.digest, document=anchor.document or home.name, span=span,
        quote=span.cut(home.text) if anchor.quote is not None else None,
        parts=parts if same else (),
    )  # fmt: skip


def shorten(text: str, most: int = 60) -> str:
    """Return the beginning of a text, for messages."""
    words = " ".join(text.split())
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def find_words(text: str, anchor: Anchor) -> _Spot | None:
    """Return where the words of an anchor stand in a text, None if nowhere for sure."""
    span, quote = anchor.span, anchor.quote
    if span is None:
        return None
    if quote is None:
        return _Spot(CONTEXT * 2, 0, span) if span.end <= len(text) else None
    if text[span.start : span.end] == quote:
        return _Spot(CONTEXT * 2, 0, span)
    spots = [_weigh(text, at, at + len(quote), anchor) for at in _all(text, quote)]
    best = max(spots, default=None)
    if best is not None and _is_sure(best, spots, len(quote)):
        return best
    return _alike(text, anchor) if best is None and len(quote) >= TELLING else None


def _all(text: str, quote: str) -> Iterable[int]:
    """Yield every place where the words begin."""
    at = text.find(quote)
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)


def _weigh(text: str, start: int, end: int, anchor: Anchor) -> _Spot:
    """Return a place with how many of the characters around it are the old ones."""
    before, after = anchor.before or "", anchor.after or ""
    left = _alike_run(text[max(0, start - CONTEXT) : start][::-1], before[::-1])
    right = _alike_run(text[end : end + CONTEXT], after)
    old = anchor.span.start if anchor.span else start
    return _Spot(left + right, -abs(start - old), Span(start=start, end=end))


def _alike_run(one: str, two: str) -> int:
    """Return how many characters two texts have in common from their beginning."""
    return next(
        (at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b),
        min(len(one), len(two)),
    )


def _is_sure(best: _Spot, spots: Sequence[_Spot], length: int) -> bool:
    """Tell whether a place is the old one: by its words, its neighbours or its nearness."""
    if best.context >= NEIGHBOURS:
        return True
    if -best.nearness <= NEAR and length >= NEIGHBOURS:
        return True
    return len(spots) == 1 and length >= TELLING


def _alike(text: str, anchor: Anchor) -> _Spot | None:
    """Return where words much like the old ones stand near the old place, None if nowhere."""
    span, quote = anchor.span, anchor.quote
    if span is None or not quote:
        return None
    first = max(0, span.start - WINDOW)
    window = text[first : span.end + WINDOW]
    found = fuzz.partial_ratio_alignment(quote, window, score_cutoff=ALIKE)
    if found is None or found.dest_start >= found.dest_end:
        return None
    start, end = first + found.dest_start, first + found.dest_end
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return _weigh(text, start, end, anchor)


def find_documents(anchor: Anchor, documents: Iterable[Document]) -> tuple[Document, ...]:
    """Return the documents that a settled anchor means: of its bytes, those of its name if any."""
    homes = [document for document in documents if document.digest == anchor.digest]
    named = [home for home in homes if anchor.document in {home.name, *home.also}]
    return tuple(named or homes)


def places_of(judgement: Judgement, documents: Iterable[Document]) -> tuple[Place, ...]:
    """Return where a settled judgement points, in order of its anchors."""
    homes = {document.digest: document.id for document in documents}
    return tuple(
        Place(document=homes[anchor.digest], span=anchor.span)
        for anchor in judgement.about
        if anchor.span is not None and anchor.digest in homes
    )
