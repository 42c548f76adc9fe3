"""What people decided about documents as a whole: who published them, when, under what headline."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from msgspec.structs import replace

from headwater.ingest.assemble import settle_outlet
from headwater.ingest.settings import IngestSettings
from headwater.ingest.versions import link_versions
from headwater.judgements.find import find_documents
from headwater.judgements.kinds import MASTHEAD
from headwater.judgements.words import RULE
from headwater.model.document import Document, Stated
from headwater.model.judgement import Judgement

FIELDS: Final = {kind: field for field, kind in MASTHEAD.items()}


def correct(
    documents: Sequence[Document],
    judgements: Iterable[Judgement],
    settings: IngestSettings = IngestSettings(),
) -> tuple[Document, ...]:
    """Return the documents with the mastheads that people gave them; ids and texts stay.

    Args:
        documents: As ingest read them.
        judgements: Settled, oldest first; of two about one field the later one holds.
        settings: Of ingest.
    """
    heard = [one for one in judgements if one.kind in FIELDS]
    if not heard:
        return tuple(documents)
    now = {document.id: document for document in documents}
    for one in heard:
        for home in find_documents(one.about[0], documents):
            now[home.id] = state(now[home.id], one)
    return link_versions(tuple(now.values()), settings.version_share)


def state(document: Document, judgement: Judgement) -> Document:
    """Return a document with one field as a person stated it."""
    field = FIELDS[judgement.kind or "note"]
    fields: dict[str, Any] = {name: getattr(document, name) for name in ("outlet", "agency", "url")}
    before = getattr(document, field)
    span = judgement.about[0].span or (before.span if before is not None else None)
    stated = Stated(value=judgement.value or "", span=span, given_by=f"{RULE}:{judgement.id}")
    fields[field] = stated
    if field == "published":
        fields["published_first"] = None  # the day is known now
    settle_outlet(fields)
    return replace(document, **fields)
