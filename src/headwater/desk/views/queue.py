"""A question of the queue, with the words that it is about."""

from headwater.desk.places import DeskPlaces
from headwater.model.base import Record
from headwater.model.span import Place, Span
from headwater.report.lookup import Lookup
from headwater.report.views.marks import Mark, Piece, cut_pieces
from headwater.report.words import count_of, day, shorten, show_text
from headwater.review.question import Question

AROUND = 260  # characters shown on each side of the words
SIDES = 4  # places that are shown
CLAIMS = 5  # claims that are listed


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
        text=show_text(question.text),
        why=show_text(question.why),
        consequence=f"settling this changes {count_of(question.changes, 'claim')}",
        sides=tuple(
            show_side(lookup, places, place)
            for place in question.places[:SIDES]
            if place.document in lookup.documents
        ),
        answers=tuple((answer.key, show_text(answer.label)) for answer in question.answers),
        claims=tuple(
            (places.claim(key) or "", shorten(lookup.claims[key].text, 120))
            for key in known[:CLAIMS]
        ),
    )


def show_side(lookup: Lookup, places: DeskPlaces, place: Place) -> Side:
    """Return the words at a place, in their paragraph as far as it fits."""
    document = lookup.documents[place.document]
    start = max(0, place.span.start - AROUND)
    end = min(len(document.text), place.span.end + AROUND)
    parse = lookup.parses.get(place.document)
    for paragraph in parse.paragraphs if parse is not None else ():
        if paragraph.contains(place.span):
            start, end = max(start, paragraph.start), min(end, paragraph.end)
    window = Span(start=start, end=end)
    return Side(
        outlet=show_text(lookup.outlet_name(place.document)),
        date=day(document.published.value) if document.published is not None else "",
        link=places.link(place) or "",
        pieces=cut_pieces(document.text, window, [Mark(span=place.span, kind="content")]),
        before=start > 0 and document.text[start - 1] != "\n",
        after=end < len(document.text) and document.text[end] != "\n",
    )
