"""What goes into ingest, what its readers give, and what comes out."""

from collections.abc import Mapping

from headwater.errors import DocumentError
from headwater.model.base import Record
from headwater.model.document import Aside, Document, Stated
from headwater.model.failure import Failure
from headwater.model.judgement import Judgement

FIELDS = ("title", "outlet", "byline", "agency", "dateline", "published", "url", "language")


class Sidecar(Record, frozen=True, kw_only=True):
    """What is said about a file beside it; it overrides what the file says of itself.

    Attributes:
        given_by: Where it stands, such as `sidecar:docs.json`.
        fields: Masthead fields by name, and `published_first` for an interval.
        notes: What a reader should know, such as that a date was inferred.
    """

    given_by: str
    fields: Mapping[str, str] = {}
    notes: tuple[str, ...] = ()


class RawFile(Record, frozen=True, kw_only=True):
    """A file before it is understood.

    Attributes:
        name: File name without folder; the member of an archive after `!`.
        data: Its bytes; empty if it was refused.
        sidecar: What is said about it beside it.
        refused: Why it was not even opened.
    """

    name: str
    data: bytes = b""
    sidecar: Sidecar | None = None
    refused: Failure | None = None


class Reading(Record, frozen=True, kw_only=True):
    """One document as a reader got it out of a file, before its masthead is read.

    Attributes:
        name: See `Document.name`.
        source: The bytes that make it what it is: the file, or its line of a JSON lines file.
        given: Masthead fields that the format states outside the running text, or in it.
        asides: Stretches that the format marks as no part of the running text.
    """

    name: str
    source: bytes
    format: str
    text: str
    given: Mapping[str, Stated] = {}
    asides: tuple[Aside, ...] = ()
    notes: tuple[str, ...] = ()
    sidecar: Sidecar | None = None


class FileRead(Record, frozen=True, kw_only=True):
    """What one file gave, whatever else is in the case."""

    readings: tuple[Reading, ...] = ()
    failures: tuple[Failure, ...] = ()
    judgements: tuple[Judgement, ...] = ()


class Ingested(Record, frozen=True, kw_only=True):
    """What ingest gives: documents by name, failures by name, judgements in order of time."""

    documents: tuple[Document, ...] = ()
    failures: tuple[Failure, ...] = ()
    judgements: tuple[Judgement, ...] = ()


class UnreadableError(DocumentError):
    """A file could not be read; says why, and what the user can do.

    Args:
        name: Name of the file.
        reason: Why, in words for people.
        advice: What the user can do.
        where: Page, line or byte, if known.
    """

    def __init__(
        self, name: str, reason: str, advice: str | None = None, where: str | None = None
    ) -> None:
        super().__init__(name, "ingest", reason, where, advice)


def failure_of(error: DocumentError) -> Failure:
    """Return the record of a document that was skipped."""
    return Failure(
        document=error.document,
        stage=error.stage,
        reason=error.reason,
        where=error.where,
        advice=error.advice,
    )
