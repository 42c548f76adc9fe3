"""Links to words, and the anchors that they need."""

from collections import defaultdict

from headwater.model.mention import Mention
from headwater.model.span import Place, Span, hull
from headwater.report.lookup import Lookup


class Places:
    """Hands out a link for every place that the page points at, and remembers it.

    `listed` holds the ids of the claims that have a place on the page; all claims if None.
    An anchor is named `d<document number>-<start>-<end>`, offsets in code points.
    """

    def __init__(self, lookup: Lookup, listed: frozenset[str] | None = None) -> None:
        self._lookup = lookup
        self._listed = listed if listed is not None else frozenset(lookup.claims)
        self._asked: dict[str, set[Span]] = defaultdict(set)

    def name(self, document: str, span: Span) -> str:
        """Return the anchor's name for a stretch, and remember that it is wanted."""
        self._asked[document].add(span)
        return f"d{self._lookup.numbers[document]}-{span.start}-{span.end}"

    def link(self, place: Place) -> str | None:
        """Return the address of a place, None if it lies outside the documents at hand."""
        document = self._lookup.documents.get(place.document)
        if document is None or place.span.end > len(document.text):
            return None
        return "#" + self.name(place.document, place.span)

    def claim(self, key: str) -> str | None:
        """Return the address of a claim, None if it has no place on the page."""
        return f"#{key}" if key in self._listed else None

    def document(self, key: str) -> str:
        """Return the address of a document."""
        return f"#{key}"

    def day(self, iso: str) -> str:
        """Return the address of a day of the timeline."""
        return f"#day-{iso}"

    def of_mention(self, mention: Mention) -> str:
        """Return the address of a mention's words."""
        return "#" + self.name(mention.document, hull(mention.spans))

    def anchors(self, document: str) -> tuple[Span, ...]:
        """Return what was asked for in a document, in text order."""
        return tuple(sorted(self._asked[document]))
