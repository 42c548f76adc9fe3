"""Masthead fields as JSON lines, front matter and sidecars name them."""

from collections.abc import Mapping
from typing import Any, Final

from headwater.ingest.masthead.dates import find_day
from headwater.ingest.raw import Sidecar
from headwater.model.document import Stated

_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "site_name", "sitename", "publication", "source"),
    "byline": ("byline", "author", "authors", "by", "creator"),
    "agency": ("agency", "news_agency"),
    "dateline": ("dateline", "location"),
    "published": (
        "published",
        "date",
        "pubdate",
        "published_at",
        "date_published",
        "datePublished",
    ),
    "url": ("url", "link", "canonical", "permalink"),
    "language": ("language", "lang"),
}
_DEEPEST: Final = 4  # lists of objects that have names; what is deeper is no name
_LONGEST: Final = 500  # characters of a field; what is longer is a text in the wrong place


def read_fields(values: Mapping[str, Any]) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the masthead fields of a mapping, and notes on what could not be taken.

    A date that is an interval, `{"from": ..., "to": ...}`, gives its last day as `published` and
    its first as `published_first`: what a text reports lies before its last possible day.
    """
    lowered = {str(key).strip().lower(): value for key, value in values.items()}
    fields: dict[str, str] = {}
    notes: list[str] = []
    for field, keys in _KEYS.items():
        value = next((lowered[k.lower()] for k in keys if lowered.get(k.lower())), None)
        if value is None:
            continue
        if field == "published":
            fields.update(_read_published(value, notes))
        else:
            words = _words(value)
            if words:
                fields[field] = words
    return fields, tuple(notes)


def as_stated(sidecar: Sidecar) -> dict[str, Stated]:
    """Return the fields of a sidecar as masthead fields."""
    return {
        name: Stated(value=value, given_by=sidecar.given_by)
        for name, value in sidecar.fields.items()
    }


def _words(value: object, depth: int = 0) -> str:
    """Return a value as one line of words; of an object its name, of a list its parts."""
    if depth > _DEEPEST:
        return ""
    if isinstance(value, Mapping):
        value = _words(value.get("name") or value.get("title") or "", depth + 1)
    elif isinstance(value, list | tuple):
        value = ", ".join(filter(None, (_words(part, depth + 1) for part in value)))
    elif hasattr(value, "isoformat"):
        value = value.isoformat()
    if not isinstance(value, str | int | float):
        return ""
    return " ".join(str(value).split())[:_LONGEST]


def _read_published(value: object, notes: list[str]) -> dict[str, str]:
    """Return `published`, and `published_first` if the day is known as an interval only."""
    if isinstance(value, Mapping):
        first = find_day(str(value.get("from") or ""))
        last = find_day(str(value.get("to") or "")) or first
        if last is None:
            return {}
        if first is None or first == last:
            return {"published": last}
        notes.append(f"published on an unknown day from {first} to {last}")
        return {"published": last, "published_first": first}
    day = find_day(_words(value))
    if day is None:
        notes.append(f"the date {_words(value)[:40]!r} names no single day")
        return {}
    return {"published": day}
