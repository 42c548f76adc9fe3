"""Days between two intervals of days."""

from datetime import date

from headwater.model.document import Document

Days = tuple[str, str]


def published_days(document: Document) -> Days | None:
    """Return the first and last possible ISO day of publication, None if it is unknown."""
    if document.published is None:
        return None
    last = document.published.value[:10]
    return min(document.published_first or last, last), last


def days_between(one: Days | None, two: Days | None) -> int | None:
    """Return the least number of days between two intervals, 0 if they meet, None if unknown."""
    if one is None or two is None:
        return None
    try:
        ends = [date.fromisoformat(day) for day in (*one, *two)]
    except ValueError:
        return None
    return max(0, (ends[2] - ends[1]).days, (ends[0] - ends[3]).days)
