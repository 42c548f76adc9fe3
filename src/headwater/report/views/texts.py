"""The documents, with everything marked in place."""

from headwater.model.base import Record
from headwater.model.document import Document
from headwater.model.span import Span
from headwater.report.lookup import Lookup
from headwater.report.views.marks import Mark, Piece, cut_pieces
from headwater.report.views.places import Places
from headwater.report.words import day, show_text


class Text(Record, frozen=True, kw_only=True):
    """A document as published.

    Attributes:
        paragraphs: The text in order, cut at line ends; nothing is left out.
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
    url: str
    digest: str
    format: str
    statements: int
    reprinted: tuple[str, ...]
    paragraphs: tuple[tuple[Piece, ...], ...]


def show_texts(lookup: Lookup, places: Places) -> tuple[Text, ...]:
    """Return every document with its marks, in dossier order.

    Anchors are set for all that `places` was asked for before; so this view is made last.
    """
    return tuple(show_document(lookup, places, found) for found in lookup.dossier.documents)


def show_document(lookup: Lookup, places: Places, document: Document) -> Text:
    """Return one document with its marks and anchors."""
    marks = marks_in(lookup, document)
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
        url=stated["url"],
        digest=document.digest,
        format=document.format,
        statements=len(lookup.mentions_in.get(document.id, ())),
        reprinted=shared_with(lookup, document),
        paragraphs=paragraphs_of(document.text, marks, anchors),
    )


def marks_in(lookup: Lookup, document: Document) -> list[Mark]:
    """Return all marks of a document: content linked to its claim, sources, cues, asides."""
    marks = [Mark(span=aside.span, kind="aside") for aside in document.asides]
    for mention in lookup.mentions_in.get(document.id, ()):
        claim = lookup.claim_of.get(mention.id)
        link = f"#{claim.id}" if claim is not None else None
        marks += [Mark(span=span, kind="content", link=link) for span in mention.spans]
    used = {key for m in lookup.mentions_in.get(document.id, ()) for key in m.chain}
    for found in lookup.attributions_in.get(document.id, ()):
        if found.id in used:
            marks += [Mark(span=span, kind="source") for span in found.source]
            marks += [Mark(span=span, kind="cue") for span in found.cue]
    return marks


def paragraphs_of(
    text: str, marks: list[Mark], anchors: list[tuple[int, str]]
) -> tuple[tuple[Piece, ...], ...]:
    """Return the text cut at line ends, blank lines left out unless an anchor stands there."""
    found: list[tuple[Piece, ...]] = []
    ordered = sorted(marks, key=lambda mark: (mark.span, mark.kind))
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            window = Span(start=start, end=end)
            near = [mark for mark in ordered if mark.span.overlaps(window)]
            here = [(max(at, start), name) for at, name in anchors if start - 1 <= at < end]
            found.append(cut_pieces(text, window, near, here))
        start = end + 1
    return tuple(found)


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
