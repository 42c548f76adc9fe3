"""Anchors: what a judgement points at, kept so that it can be found again."""

from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

import msgspec

from headwater.errors import InputError
from headwater.judgements.meant import parts_of
from headwater.judgements.sources import SourceFinder
from headwater.model.attribution import Attribution
from headwater.model.document import Document
from headwater.model.dossier import Dossier
from headwater.model.judgement import Anchor
from headwater.model.mention import Mention
from headwater.model.source import Source
from headwater.model.span import Span, hull

T = TypeVar("T")
HIDDEN: Final = frozenset({"anonymous", "unattributed"})  # one name, many groups
CONTEXT: Final = 32  # characters on either side, as in the W3C's text quote selectors


def at_span(document: Document, span: Span) -> Anchor:
    """Return the anchor of a stretch of a document.

    Raises:
        InputError: If it does not lie inside the document.
    """
    if span.end > len(document.text):
        raise InputError(f"{document.name} has {len(document.text)} characters, not {span.end}")
    return Anchor(
        digest=document.digest,
        span=span,
        quote=span.cut(document.text),
        document=document.name,
        before=document.text[max(0, span.start - CONTEXT) : span.start],
        after=document.text[span.end : span.end + CONTEXT],
    )


def at_document(document: Document) -> Anchor:
    """Return the anchor of a document as a whole."""
    return Anchor(digest=document.digest, document=document.name)


def at_spans(document: Document, spans: Iterable[Span]) -> tuple[Anchor, ...]:
    """Return the anchors of several stretches of one document."""
    return tuple(at_span(document, span) for span in spans)


def at_mention(dossier: Dossier, key: str) -> Anchor:
    """Return the anchor of a statement: from its first to its last word, with its pieces."""
    mention = _one(dossier.mentions, key, "statement")
    return at_statement(_one(dossier.documents, mention.document, "document"), mention)


def at_statement(document: Document, mention: Mention) -> Anchor:
    """Return the anchor of a statement whose records are at hand."""
    anchor = at_span(document, hull(mention.spans))
    pieces = mention.spans if len(mention.spans) > 1 else ()
    return msgspec.structs.replace(anchor, parts=pieces)


def at_attribution(dossier: Dossier, key: str) -> Anchor:
    """Return the anchor of an attribution: all its words, source, cue and content."""
    attribution = _one(dossier.attributions, key, "attribution")
    return at_cited(_one(dossier.documents, attribution.document, "document"), attribution)


def at_cited(document: Document, attribution: Attribution) -> Anchor:
    """Return the anchor of an attribution whose records are at hand."""
    parts = parts_of(attribution)
    return msgspec.structs.replace(at_span(document, hull(parts)), parts=parts)


def at_claim(dossier: Dossier, key: str) -> Anchor:
    """Return the anchor of a claim: that of the statement which words it best."""
    return at_mention(dossier, _one(dossier.claims, key, "claim").best)


def at_source(dossier: Dossier, key: str) -> Anchor:
    """Return the anchor of a source: the shortest description that means no other one.

    That is its name, else its name in a document, else words for it in a text.
    """
    return SourceAnchors(dossier).at(key)


class SourceAnchors:
    """Gives the anchors of many sources of one dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self._finder = SourceFinder(dossier.documents, dossier.attributions, dossier.sources)
        self._sources = {source.id: source for source in dossier.sources}
        self._documents = {document.id: document for document in dossier.documents}
        self._attributions = {one.id: one for one in dossier.attributions}

    def at(self, key: str) -> Anchor:
        """Return the anchor of a source, as `at_source` does.

        Raises:
            InputError: If there is none of that id.
        """
        if key not in self._sources:
            raise InputError(f"the dossier has no source {key}")
        found = Anchor(name=self._sources[key].name)
        for found in self._candidates(self._sources[key]):
            if self._finder.find(found) == (key,):
                break
        return found

    def _candidates(self, source: Source) -> Iterator[Anchor]:
        """Yield descriptions of a source, the shortest first."""
        if source.kind not in HIDDEN:
            yield Anchor(name=source.name)
        cited = [self._attributions[key] for key in source.attributions]
        keys = {*source.documents, *(one.document for one in cited)}
        homes = [self._documents[key] for key in keys]
        for home in sorted(homes, key=lambda d: (d.name, d.id)):
            yield Anchor(name=source.name, digest=home.digest, document=home.name)
        for one in cited:
            for span in one.source:
                yield at_span(self._documents[one.document], span)


def _one(records: Iterable[T], key: str, kind: str) -> T:
    """Return the record with an id.

    Raises:
        InputError: If there is none.
    """
    for record in records:
        if getattr(record, "id", None) == key:
            return record
    raise InputError(f"the dossier has no {kind} {key}")
