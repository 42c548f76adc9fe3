"""Times of a document, anchored on its publication date."""

from datetime import date

from headwater.model.parse import Sentence, Time
from headwater.model.span import Span
from headwater.text.dates import FoundTime, find_times
from headwater.text.days import Interval


def find_document_times(
    text: str,
    sentences: tuple[Sentence, ...],
    published: date | None,
    *,
    day_first: bool | None = None,
) -> tuple[Time, ...]:
    """Return the times of all sentences in text order.

    "The same day" and "a year earlier" are counted from the last time named before in the same
    paragraph.

    Args:
        text: The document's text.
        sentences: Its sentences.
        published: The day of publication, None if unknown.
        day_first: Which order "3/4/2023" has.
    """
    found: list[Time] = []
    anchor: Interval = (None, None)
    paragraph = -1
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            anchor, paragraph = (None, None), sentence.paragraph
        span = sentence.span
        for time in find_times(
            text, published, start=span.start, end=span.end, anchor=anchor, day_first=day_first
        ):
            found.append(_as_record(time))
            if time.first is not None:
                anchor = (time.first, time.last)
    return tuple(found)


def _as_record(time: FoundTime) -> Time:
    """Write the days as ISO 8601."""
    return Time(
        span=Span(start=time.start, end=time.end),
        first=time.first.isoformat() if time.first else None,
        last=time.last.isoformat() if time.last else None,
        precision=time.precision,
        basis=time.basis,
    )
