"""The documents, with everything marked in place."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from headwater.model.base import Record
from headwater.model.claim import Claim
from headwater.model.document import Document
from headwater.model.span import Span
from headwater.model.trace import Corroboration
from headwater.report.lookup import Lookup
from headwater.report.places import Places
from headwater.report.ranking import WorthKind, find_kinds
from headwater.report.views.marks import Mark, Piece, cut_pieces, spread, spread_anchors
from headwater.report.views.quotes import language_of
from headwater.report.words import day, say_origins, show_text

LESSER: Final[frozenset[WorthKind]] = frozenset({"veiled", "unsourced"})
MARGIN: Final[dict[WorthKind, str]] = {
    "disputed": "disputed", "figures differ": "figures disagree",
}  # fmt: skip


class Text(Record, frozen=True, kw_only=True):
    """A document as published.

    Attributes:
        paragraphs: The text in order, cut at line ends; nothing is left out.
        tag: Its language as a tag for HTML, empty if unknown.
        credit: The agency whose copy it is.
        reprinted: Outlets and shares of text that stand in other documents too.
    """

    id: str
    number: int
    name: str
    also: tuple[str, ...]
    title: str
    outlet: str
    byline: str
    credit: str
    date: str
    language: str
    tag: str
    url: str
    digest: str
    format: str
    statements: int
    reprinted: tuple[str, ...]
    paragraphs: tuple["Paragraph", ...]


class Paragraph(Record, frozen=True, kw_only=True):
    """A line of the text, and what the margin says of it."""

    pieces: tuple[Piece, ...]
    notes: tuple["Note", ...]
    title: bool


class Note(Record, frozen=True, kw_only=True):
    """A claim of the paragraph that is worth a look."""

    text: str
    link: str


def show_texts(lookup: Lookup, places: Places) -> tuple[Text, ...]:
    """Return every document with its marks, in dossier order.

    Anchors are set for all that `places` was asked for before; so this view is made last.
    """
    return tuple(show_document(lookup, places, found) for found in lookup.dossier.documents)


def show_document(lookup: Lookup, places: Places, document: Document) -> Text:
    """Return one document with its marks and anchors."""
    marks = marks_in(lookup, places, document)
    anchors = [
        (min(span.start, len(document.text) - 1), places.name(document.id, span))
        for span in places.anchors(document.id)
    ]
    stated = {
        name: show_text(found.value) if (found := getattr(document, name)) is not None else ""
        for name in ("title", "byline", "agency", "language", "url")
    }
    return Text(
        id=document.id,
        number=lookup.numbers[document.id],
        name=show_text(document.name),
        also=tuple(show_text(name) for name in document.also),
        title=stated["title"],
        outlet=show_text(lookup.outlet_name(document.id)),
        byline=stated["byline"],
        credit=stated["agency"],
        date=day(document.published.value) if document.published is not None else "",
        language=stated["language"],
        tag=language_of(document),
        url=stated["url"],
        digest=document.digest,
        format=document.format,
        statements=len(lookup.mentions_in.get(document.id, ())),
        reprinted=shared_with(lookup, document),
        paragraphs=paragraphs_of(lookup, places, document, (marks, anchors)),
    )


def marks_in(lookup: Lookup, places: Places, document: Document) -> list[Mark]:
    """Return all marks of a document: content linked to its claim, sources, cues, asides."""
    marks = [Mark(span=aside.span, kind="aside") for aside in document.asides]
    for mention in lookup.mentions_in.get(document.id, ()):
        claim = lookup.claim_of.get(mention.id)
        link = places.claim(claim.id) if claim is not None else None
        marks += [Mark(span=span, kind="content", link=link) for span in mention.spans]
        if claim is not None and is_notable(lookup, claim):
            marks += [Mark(span=span, kind="notable") for span in mention.spans]
    used = {key for m in lookup.mentions_in.get(document.id, ()) for key in m.chain}
    for found in lookup.attributions_in.get(document.id, ()):
        if found.id in used:
            marks += [Mark(span=span, kind="source") for span in found.source]
            marks += [Mark(span=span, kind="cue") for span in found.cue]
    return marks


def paragraphs_of(
    lookup: Lookup,
    places: Places,
    document: Document,
    found: tuple[list[Mark], list[tuple[int, str]]],
) -> tuple[Paragraph, ...]:
    """Return the text with its marks and anchors cut at line ends; blank lines are left out."""
    marks, anchors = found
    lines = list(find_lines(document.text))
    marks_at, named = spread(lines, marks), spread_anchors(lines, anchors)
    title = document.title.span if document.title is not None else None
    notes = notes_of(lookup, places, document, lines)
    return tuple(
        Paragraph(
            pieces=cut_pieces(document.text, line, marks_at[at], named[at]),
            notes=notes[at],
            title=title is not None and title.contains(line),
        )
        for at, line in enumerate(lines)
    )


def find_lines(text: str) -> Iterator[Span]:
    """Yield the stretches between line ends that hold something; the whole text if none does."""
    start, found = 0, False
    for line in text.split("\n"):
        if line.strip():
            found = True
            yield Span(start=start, end=start + len(line))
        start += len(line) + 1
    if text and not found:
        yield Span(start=0, end=len(text))


def notes_of(
    lookup: Lookup, places: Places, document: Document, lines: list[Span]
) -> list[tuple[Note, ...]]:
    """Return for each line the claims in it that are repeated or disputed."""
    starts = [line.start for line in lines]
    notes: list[dict[str, Note]] = [{} for _ in lines]
    for mention in lookup.mentions_in.get(document.id, ()):
        claim = lookup.claim_of.get(mention.id)
        found = lookup.corroborations.get(claim.id) if claim is not None else None
        if claim is None or found is None:
            continue
        link = places.claim(claim.id)
        if link is not None and is_notable(lookup, claim):
            at = max(0, bisect_right(starts, mention.spans[0].start) - 1)
            text = say_note(lookup, claim, found)
            notes[at].setdefault(claim.id, Note(text=text, link=link))
    return [tuple(found.values()) for found in notes]


def is_notable(lookup: Lookup, claim: Claim) -> bool:
    """Tell whether a claim is repeated or has a reason to look beside the lack of a name."""
    return len(lookup.documents_of(claim)) > 1 or bool(set(find_kinds(lookup, claim)) - LESSER)


def say_note(lookup: Lookup, claim: Claim, found: Corroboration) -> str:
    """Return what the margin says of a claim: "3 documents, 1–2 origins, disputed"."""
    kinds = find_kinds(lookup, claim)
    parts = [
        f"{len(claim.documents)} documents" if len(claim.documents) > 1 else "",
        say_origins(found.low, found.high),
        *(word for kind, word in MARGIN.items() if kind in kinds),
    ]
    return ", ".join(part for part in parts if part)


def shared_with(lookup: Lookup, document: Document) -> tuple[str, ...]:
    """Return which documents share text with this one, and how much of it."""
    lines = []
    for copy in lookup.dossier.copies:
        if document.id not in {copy.left, copy.right}:
            continue
        left = copy.left == document.id
        other = copy.right if left else copy.left
        share = copy.left_share if left else copy.right_share
        if other in lookup.documents:
            kind = {"shared_quotation": "shared quotation"}.get(copy.kind, copy.kind)
            outlet = show_text(lookup.outlet_name(other))
            lines.append(f"{share:.0%} also stands in {outlet} ({kind})")
    return tuple(lines)
