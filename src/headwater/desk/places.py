"""Addresses of the desk's pages."""

from typing import Final
from urllib.parse import quote, urlencode

from headwater.model.mention import Mention
from headwater.model.span import Place, Span, hull
from headwater.report.lookup import Lookup
from headwater.report.places import Places

HERE: Final = "here"  # the anchor of the words that a link leads to


class DeskPlaces(Places):
    """Links to the pages of one case, where the dossier has anchors of one page."""

    def __init__(self, lookup: Lookup, base: str) -> None:
        super().__init__(lookup, frozenset())
        self._base = base
        self._numbers = lookup.numbers
        self._claims = lookup.claims
        self._texts = lookup.documents

    @property
    def base(self) -> str:
        """Return the address of the case, without a slash at its end."""
        return self._base

    def name(self, document: str, span: Span) -> str:
        """Return what follows the base in the address of some words."""
        return f"documents/{self._numbers[document]}?at={span.start}-{span.end}#{HERE}"

    def link(self, place: Place) -> str | None:
        """Return the address of a place, None if it lies outside the documents at hand."""
        document = self._texts.get(place.document)
        if document is None or place.span.end > len(document.text):
            return None
        return f"{self._base}/{self.name(place.document, place.span)}"

    def of_mention(self, mention: Mention) -> str:
        """Return the address of a mention's words."""
        return f"{self._base}/" + self.name(mention.document, hull(mention.spans))

    def claim(self, key: str) -> str | None:
        """Return the address of a claim's page, None if there is none."""
        return f"{self._base}/claims/{key}" if key in self._claims else None

    def document(self, key: str) -> str:
        """Return the address of a document's page."""
        return f"{self._base}/documents/{self._numbers[key]}"

    def source(self, key: str) -> str:
        """Return the address of a source's page."""
        return f"{self._base}/sources/{key}"

    def board(self, **filters: str) -> str:
        """Return the address of the board with filters."""
        return f"{self._base}/?{urlencode(filters)}"


def base_of(name: str) -> str:
    """Return the address of a case."""
    return f"/case/{quote(name, safe='')}"
