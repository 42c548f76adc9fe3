"""Which sources a person meant by a name, a document or a place."""

from collections.abc import Iterable

from headwater.model.attribution import Attribution
from headwater.model.document import Document
from headwater.model.judgement import Anchor
from headwater.model.source import Source
from headwater.text.names import fold_name


class SourceFinder:
    """The sources of a case, by what anchors know of them."""

    def __init__(
        self,
        documents: Iterable[Document],
        attributions: Iterable[Attribution],
        sources: Iterable[Source],
    ) -> None:
        self._sources = sorted(sources, key=lambda source: source.id)
        self._digests = {document.id: document.digest for document in documents}
        self._attributions = {one.id: one for one in attributions}

    def find(self, anchor: Anchor) -> tuple[str, ...]:
        """Return the ids of the sources that an anchor means, sorted.

        Its name must be one of theirs; if it names a document, they must be cited in it or have
        published it; if it is a place, it must lie on words for them.
        """
        if anchor.name is None and anchor.span is None:
            return ()
        wanted = fold_name(anchor.name) if anchor.name is not None else None
        named = [
            one for one in self._sources
            if wanted is None or wanted in {fold_name(name) for name in (one.name, *one.aliases)}
        ]  # fmt: skip
        if wanted is not None and anchor.digest is None:
            exact = [one for one in named if fold_name(one.name) == wanted]
            named = exact or named
        return tuple(one.id for one in named if self._fits(anchor, one))

    def _fits(self, anchor: Anchor, source: Source) -> bool:
        """Tell whether a source stands where an anchor points."""
        if anchor.digest is None:
            return True
        cited = [
            one for key in source.attributions
            if (one := self._attributions.get(key)) is not None
            and self._digests.get(one.document) == anchor.digest
        ]  # fmt: skip
        span = anchor.span
        if span is not None:
            return any(part.overlaps(span) for one in cited for part in one.source or one.content)
        published = any(self._digests.get(key) == anchor.digest for key in source.documents)
        return bool(cited) or published
