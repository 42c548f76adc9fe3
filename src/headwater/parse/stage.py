"""The parse stage: sentences, quotations, names, amounts and times of one document."""

from datetime import date

from headwater.model.document import Document
from headwater.model.parse import Parse
from headwater.parse.amounts import find_amounts
from headwater.parse.names import find_names
from headwater.parse.quotes import find_quotes
from headwater.parse.sentences import find_paragraphs, find_sentences
from headwater.parse.settings import ParseSettings
from headwater.parse.times import find_document_times

_DEFAULT = ParseSettings()


def parse(document: Document, *, settings: ParseSettings = _DEFAULT) -> Parse:
    """Mark the text of a document; nothing is understood yet.

    Stretches that the document sets aside (bylines, copyright lines) hold no marks.

    Args:
        document: The text as read.
        settings: How lines and dates are read.

    Returns:
        Marks in text order, all spans counted in `document.text`.
    """
    text = document.text
    paragraphs = find_paragraphs(text, document.asides, lines=settings.lines)
    sentences = find_sentences(text, paragraphs)
    times = find_document_times(
        text, sentences, read_published(document), day_first=settings.day_first
    )
    return Parse(
        document=document.id,
        paragraphs=paragraphs,
        sentences=sentences,
        quotes=find_quotes(text, paragraphs, sentences),
        names=find_names(
            text, sentences, outlet=document.outlet.value if document.outlet else None
        ),
        amounts=find_amounts(text, sentences, times),
        times=times,
    )


def read_published(document: Document) -> date | None:
    """Return the publication day, None if it is unknown or no ISO day."""
    if document.published is None:
        return None
    try:
        return date.fromisoformat(document.published.value[:10])
    except ValueError:
        return None
