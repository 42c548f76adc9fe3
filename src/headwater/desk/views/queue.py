"""A question of the queue, with the words that it is about."""

from collections.abc import Iterator
from typing import Final

from headwater.desk.places import DeskPlaces
from headwater.model.base import Record
from headwater.model.span import Place, Span, hull
from headwater.report.lookup import Lookup
from headwater.report.views.marks import Mark, Piece, cut_pieces
from headwater.report.words import count_of, day, shorten, show_text
from headwater.review.question import Question

AROUND: Final = 260  # characters shown on each side of the words
SIDES: Final = 4  # places that are shown
CLAIMS: Final = 5  # claims that are listed


class Side(Record, frozen=True, kw_only=True):
    """Words that a question is about, in what stands around them."""

    outlet: str
    date: str
    link: str
    pieces: tuple[Piece, ...]
    before: bool
    after: bool


class Shown(Record, frozen=True, kw_only=True):
    """A question as the page shows it."""

    id: str
    text: str
    why: str
    consequence: str
    sides: tuple[Side, ...]
    answers: tuple[tuple[str, str], ...]
    claims: tuple[tuple[str, str], ...]


def show_question(lookup: Lookup, places: DeskPlaces, question: Question) -> Shown:
    """Return a question with the words that it is about, its answers and what hangs on it."""
    known = [key for key in question.claims if key in lookup.claims]
    return Shown(
        id=question.id,
        text=show_text(question.short or question.text),
        why=show_text(question.why),
        consequence=f"settling this changes {count_of(question.changes, 'claim')}",
        sides=show_sides(lookup, places, question),
        answers=tuple((answer.key, show_text(answer.label)) for answer in question.answers),
        claims=tuple(
            (places.claim(key) or "", shorten(lookup.claims[key].text, 120))
            for key in known[:CLAIMS]
        ),
    )


def show_sides(lookup: Lookup, places: DeskPlaces, question: Question) -> tuple[Side, ...]:
    """Return the words of a question; those that stand near each other in one stretch."""
    windows: list[tuple[str, Span, list[Mark]]] = []
    for document, mark in marks_of(lookup, question):
        window = find_window(lookup, Place(document=document, span=mark.span))
        last = windows[-1] if windows else None
        near = last is not None and last[0] == document and last[1].start <= window.start
        if last is not None and near and window.start - last[1].end < AROUND:
            windows[-1] = (document, hull((last[1], window)), [*last[2], mark])
        else:
            windows.append((document, window, [mark]))
    return tuple(show_side(lookup, places, *one) for one in windows[:SIDES])


def marks_of(lookup: Lookup, question: Question) -> Iterator[tuple[str, Mark]]:
    """Yield what a question marks, in text order: of an attribution who, how and what."""
    cited = lookup.attributions.get(question.records[0]) if question.records else None
    if cited is None:
        for place in question.places:
            if place.document in lookup.documents:
                yield place.document, Mark(span=place.span, kind="content")
        return
    marks = [Mark(span=span, kind="source") for span in cited.source]
    marks += [Mark(span=span, kind="cue") for span in cited.cue]
    marks += [Mark(span=span, kind="content") for span in cited.content]
    for mark in sorted(marks, key=lambda mark: mark.span):
        yield cited.document, mark


def find_window(lookup: Lookup, place: Place) -> Span:
    """Return what is shown around some words: their paragraph, as far as it fits."""
    start = max(0, place.span.start - AROUND)
    end = min(len(lookup.documents[place.document].text), place.span.end + AROUND)
    parse = lookup.parses.get(place.document)
    for paragraph in parse.paragraphs if parse is not None else ():
        if paragraph.contains(place.span):
            start, end = max(start, paragraph.start), min(end, paragraph.end)
    return Span(start=start, end=end)


def show_side(
    lookup: Lookup, places: DeskPlaces, key: str, window: Span, marks: list[Mark]
) -> Side:
    """Return some marked words of a document in what stands around them."""
    document = lookup.documents[key]
    text = document.text
    first = Place(document=key, span=hull(mark.span for mark in marks))
    return Side(
        outlet=show_text(lookup.outlet_name(key)),
        date=day(document.published.value) if document.published is not None else "",
        link=places.link(first) or "",
        pieces=cut_pieces(text, window, marks),
        before=window.start > 0 and text[window.start - 1] != "\n",
        after=window.end < len(text) and text[window.end] != "\n",
    )
