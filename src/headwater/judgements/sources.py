"""Which sources a person meant by a name, a document or a place."""

from collections import defaultdict
from collections.abc import Iterable

from headwater.model.attribution import Attribution
from headwater.model.document import Document
from headwater.model.judgement import Anchor
from headwater.model.source import Source
from headwater.model.span import Span
from headwater.text.names import fold_name


class SourceFinder:
    """The sources of a case, by what anchors know of them."""

    def __init__(
        self,
        documents: Iterable[Document],
        attributions: Iterable[Attribution],
        sources: Iterable[Source],
    ) -> None:
        digests = {document.id: document.digest for document in documents}
        cited = {one.id: one for one in attributions}
        self._main: dict[str, tuple[str, ...]] = {}
        self._named: dict[tuple[str, ...], list[str]] = defaultdict(list)
        # By digest of a document: its sources, each with its attributions there.
        self._there: dict[str, dict[str, list[Attribution]]] = defaultdict(dict)
        for source in sorted(sources, key=lambda source: source.id):
            self._main[source.id] = fold_name(source.name)
            for name in sorted({fold_name(name) for name in (source.name, *source.aliases)}):
                self._named[name].append(source.id)
            for key in source.documents:
                self._there[digests.get(key, "")].setdefault(source.id, [])
            for one in (cited[key] for key in source.attributions if key in cited):
                home = self._there[digests.get(one.document, "")]
                home.setdefault(source.id, []).append(one)

    def find(self, anchor: Anchor) -> tuple[str, ...]:
        """Return the ids of the sources that an anchor means, sorted.

        Its name must be one of theirs; if it names a document, they must be cited in it or have
        published it; if it is a place, it must lie on words for them.
        """
        here = self._there.get(anchor.digest or "", {})
        span = anchor.span
        if anchor.name is None:
            found = list(here) if span is not None else []
        else:
            wanted = fold_name(anchor.name)
            found = self._named.get(wanted, [])
            if anchor.digest is None:
                return tuple([key for key in found if self._main[key] == wanted] or found)
        found = [key for key in found if key in here]
        if span is not None:
            found = [key for key in found if any(_names(one, span) for one in here[key])]
        return tuple(sorted(found))


def _names(attribution: Attribution, span: Span) -> bool:
    """Tell whether a place lies on the words for a source, or on what it says if it has none."""
    return any(part.overlaps(span) for part in attribution.source or attribution.content)
