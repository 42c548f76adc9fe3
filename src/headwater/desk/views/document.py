"""A document's page: its text with everything marked, and what the margin says of each mark."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Final

from headwater.desk.places import HERE, DeskPlaces
from headwater.desk.views.board import Row
from headwater.desk.views.lines import cut_parts
from headwater.model.base import Record
from headwater.model.document import Document
from headwater.model.mention import Mention
from headwater.model.span import Span
from headwater.report.lookup import Lookup
from headwater.report.views.marks import Mark, Piece, cut_pieces, spread, spread_anchors
from headwater.report.views.texts import shared_with
from headwater.report.words import day, shorten, show_text

NOTES: Final = 8  # notes beside a paragraph before the others are folded
REMARK: Final = 300  # characters of a person's remark in the margin
WIDTH: Final = 110  # characters of a claim's words in the margin


class MarginNote(Record, frozen=True, kw_only=True):
    """What the margin says of a statement.

    Attributes:
        number: Of the mark in its part of the text, from 1.
        who: On whose word it stands; empty for the outlet's own voice.
    """

    number: int
    claim: str | None
    text: str
    what: str
    who: str
    tags: tuple[str, ...]
    notable: bool


class Remark(Record, frozen=True, kw_only=True):
    """What a person decided about words of a paragraph."""

    id: str
    text: str
    state: str


class DeskParagraph(Record, frozen=True, kw_only=True):
    """A paragraph, or a stretch of a long one; `start` counts the document's text."""

    start: int
    pieces: tuple[Piece, ...]
    notes: tuple[MarginNote, ...]
    remarks: tuple[Remark, ...]
    title: bool


class DocumentPage(Record, frozen=True, kw_only=True):
    """A part of a document."""

    id: str
    number: int
    name: str
    title: str
    outlet: str
    facts: tuple[str, ...]
    reprinted: tuple[str, ...]
    notes: tuple[str, ...]
    digest: str
    url: str
    paragraphs: tuple[DeskParagraph, ...]
    part: int
    parts: int
    statements: int
    near: str


class View:
    """A dossier with what its claims look like in one line."""

    def __init__(self, lookup: Lookup, places: DeskPlaces, rows: Mapping[str, Row]) -> None:
        self.lookup = lookup
        self.places = places
        self._rows = rows

    def row(self, mention: Mention) -> Row | None:
        """Return the claim of a statement as a row of the board."""
        claim = self.lookup.claim_of.get(mention.id)
        return self._rows.get(claim.id) if claim is not None else None


def show_document(view: View, document: Document, part: int, here: Span | None) -> DocumentPage:
    """Return a part of a document.

    Args:
        view: The dossier.
        document: Whose text is shown.
        part: Which part, from 1; the part that holds `here` if that is given.
        here: Words to point out.
    """
    lookup = view.lookup
    parts = list(cut_parts(document.text))
    chosen = min(max(1, part), len(parts))
    if here is not None:
        starts = [lines[0].start for lines in parts]
        chosen = max(1, bisect_right(starts, here.start))
    lines = parts[chosen - 1] if parts else []
    return DocumentPage(
        id=document.id,
        number=lookup.numbers[document.id],
        name=show_text(document.name),
        title=show_text(document.title.value) if document.title is not None else "",
        outlet=show_text(lookup.outlet_name(document.id)),
        facts=facts_of(document),
        reprinted=shared_with(lookup, document),
        notes=tuple(show_text(note) for note in document.notes),
        digest=document.digest,
        url=show_text(document.url.value) if document.url is not None else "",
        paragraphs=make_paragraphs(view, document, lines, here),
        part=chosen,
        parts=max(1, len(parts)),
        statements=len(lookup.mentions_in.get(document.id, ())),
        near=f"{lookup.numbers[document.id]}:{lines[0].start}-{lines[-1].end}" if lines else "",
    )


def facts_of(document: Document) -> tuple[str, ...]:
    """Return what the masthead says."""
    published = document.published
    facts = (
        day(published.value) if published is not None else "no date known",
        show_text(document.byline.value) if document.byline is not None else "",
        f"copy of {show_text(document.agency.value)}" if document.agency is not None else "",
        show_text(document.name),
        document.format,
    )
    return tuple(fact for fact in facts if fact)


def make_paragraphs(
    view: View, document: Document, lines: list[Span], here: Span | None
) -> tuple[DeskParagraph, ...]:
    """Return some lines of a document with marks and margin."""
    if not lines:
        return ()
    lookup = view.lookup
    shown = Span(start=lines[0].start, end=lines[-1].end)
    mentions = [
        mention
        for mention in lookup.mentions_in.get(document.id, ())
        if any(span.overlaps(shown) for span in mention.spans)
    ]
    numbers = {mention.id: number for number, mention in enumerate(mentions, 1)}
    judged = find_judged(lookup, document)
    found = chain(find_marks(view, document, numbers, here), (m for m, _ in judged))
    marks = spread(lines, found)
    anchors = [(m.spans[0].start, f"t{numbers[m.id]}") for m in mentions]
    anchors += [(here.start, HERE)] if here is not None else []
    notes: list[list[MarginNote]] = [[] for _ in lines]
    starts = [line.start for line in lines]
    for mention in mentions:
        at = max(0, bisect_right(starts, mention.spans[0].start) - 1)
        notes[at].append(make_note(view, mention, numbers[mention.id]))
    remarks: list[list[Remark]] = [[] for _ in lines]
    for mark, remark in judged:
        if mark.span.overlaps(shown):
            remarks[max(0, bisect_right(starts, mark.span.start) - 1)].append(remark)
    title = document.title.span if document.title is not None else None
    named = spread_anchors(lines, anchors)
    return tuple(
        DeskParagraph(
            start=line.start,
            pieces=cut_pieces(document.text, line, marks[at], named[at]),
            notes=tuple(notes[at]),
            remarks=tuple(remarks[at]),
            title=title is not None and title.contains(line),
        )
        for at, line in enumerate(lines)
    )


def find_marks(
    view: View, document: Document, numbers: dict[str, int], here: Span | None
) -> Iterator[Mark]:
    """Yield the marks of a part: statements with their margin, sources, cues, reprints, asides."""
    lookup = view.lookup
    mentions = [lookup.mentions[key] for key in numbers]
    yield from (Mark(span=aside.span, kind="aside") for aside in document.asides)
    for mention in mentions:
        link = f"#n{numbers[mention.id]}"
        yield from (Mark(span=span, kind="content", link=link) for span in mention.spans)
        row = view.row(mention)
        if row is not None and row.notable:
            yield from (Mark(span=span, kind="notable") for span in mention.spans)
    for key in sorted({key for mention in mentions for key in mention.chain}):
        found = lookup.attributions.get(key)
        if found is not None:
            yield from (Mark(span=span, kind="source") for span in found.source)
            yield from (Mark(span=span, kind="cue") for span in found.cue)
    yield from (Mark(span=span, kind="reprint") for span in reprinted_spans(lookup, document))
    if here is not None:
        yield Mark(span=here, kind="here")


def find_judged(lookup: Lookup, document: Document) -> list[tuple[Mark, Remark]]:
    """Return the words of a document that people decided about, and what they decided."""
    by_id = {judgement.id: judgement for judgement in lookup.dossier.judgements}
    found = []
    for effect in lookup.dossier.effects:
        judgement = by_id.get(effect.judgement)
        if judgement is None or judgement.kind is None or effect.state == "undone":
            continue
        words = judgement.value or judgement.why if judgement.kind == "note" else effect.text
        text = shorten(f"{judgement.who}: {words}", REMARK)
        remark = Remark(id=effect.judgement, text=text, state=effect.state)
        spans = [place.span for place in effect.places if place.document == document.id]
        found += [(Mark(span=span, kind="judged"), remark) for span in spans]
    return found


def reprinted_spans(lookup: Lookup, document: Document) -> Iterator[Span]:
    """Yield the stretches that the document shares with another that may have come first."""
    for copy in lookup.dossier.copies:
        if document.id not in {copy.left, copy.right} or copy.upstream == document.id:
            continue
        for passage in copy.passages:
            yield passage.left if document.id == copy.left else passage.right


def make_note(view: View, mention: Mention, number: int) -> MarginNote:
    """Return what the margin says of a statement."""
    row = view.row(mention)
    cited = view.lookup.attributions.get(mention.attribution or "")
    tags = (
        mention.modality if mention.modality != "asserted" else "",
        "in the negative" if mention.polarity == "negative" else "",
    )
    return MarginNote(
        number=number,
        claim=view.places.claim(row.id) if row is not None else None,
        text=shorten(mention.text, WIDTH),
        what=row.gist if row is not None else "",
        who=shorten(cited.name, 60) if cited is not None else "",
        tags=tuple(tag for tag in tags if tag),
        notable=row is not None and row.notable,
    )
