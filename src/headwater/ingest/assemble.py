"""Readings to documents: sidecar over format over running text, each field with its place."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from headwater.ingest.fields import as_stated
from headwater.ingest.language import guess_language
from headwater.ingest.masthead.byline import agency_of
from headwater.ingest.masthead.reading import read_masthead
from headwater.ingest.raw import FIELDS, Reading
from headwater.ingest.settings import IngestSettings
from headwater.lexicon.parties import find_outlet, outlet_of_site
from headwater.model.base import content_id
from headwater.model.document import Aside, Document, Stated
from headwater.text.names import fold_name

_HOST: Final = re.compile(r"^https?://(?:[^/@\s]*@)?([\w.-]+)", re.IGNORECASE)
_BY: Final = re.compile(r"^by:?\s+", re.IGNORECASE)


def make_documents(readings: Iterable[Reading], settings: IngestSettings) -> tuple[Document, ...]:
    """Return a document for each text: identical bytes are one, whatever their names.

    Identical bytes that sidecars give to different outlets stay apart: one text, two publishers.
    """
    groups: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        groups[hashlib.sha256(reading.source).hexdigest()].append(reading)
    documents: list[Document] = []
    for digest, group in sorted(groups.items()):
        parts = _by_outlet(group)
        for outlet, part in sorted(parts.items()):
            key = (digest, outlet) if len(parts) > 1 else (digest,)
            documents.append(_make(content_id("d", *key), digest, part, settings))
    return tuple(documents)


def _by_outlet(readings: Sequence[Reading]) -> dict[str, list[Reading]]:
    """Return readings of one text by the outlet that their sidecar names; the unnamed join in."""
    parts: dict[str, list[Reading]] = defaultdict(list)
    unnamed: list[Reading] = []
    for reading in readings:
        outlet = reading.sidecar.fields.get("outlet", "") if reading.sidecar else ""
        (parts[outlet] if outlet else unnamed).append(reading)
    if unnamed:
        parts[min(parts, default="")].extend(unnamed)
    return parts


def _make(key: str, digest: str, readings: Sequence[Reading], settings: IngestSettings) -> Document:
    """Return the document of readings that share their bytes."""
    ordered = sorted(readings, key=lambda r: (r.sidecar is None, r.name))
    reading = ordered[0]
    names = sorted({r.name for r in ordered} - {reading.name})
    fields, asides = _read_masthead(reading)
    fields.setdefault("language", guess_language(reading.text, settings.english_share))
    notes = (*reading.notes, *(reading.sidecar.notes if reading.sidecar else ()))
    first = fields.pop("published_first", None)
    masthead: dict[str, Any] = {field: fields.get(field) for field in FIELDS}
    return Document(
        id=key,
        name=reading.name,
        also=tuple(names),
        digest=digest,
        format=reading.format,
        text=reading.text,
        published_first=first.value if first else None,
        asides=asides,
        notes=notes,
        **masthead,
    )


def _read_masthead(reading: Reading) -> tuple[dict[str, Stated | None], tuple[Aside, ...]]:
    """Return the fields of a reading, the most trusted statement of each, and its asides."""
    told: dict[str, Stated] = dict(reading.given)
    if reading.sidecar is not None:
        told.update(as_stated(reading.sidecar))
    known = told.get("title")
    title = known.value if known else None
    masthead = read_masthead(reading.text, title, reading.asides)
    fields: dict[str, Stated | None] = {**masthead.fields, **told}
    located = masthead.fields.get("title")
    if known is not None and located is not None:
        fields["title"] = Stated(value=known.value, span=located.span, given_by=known.given_by)
    _settle_byline(fields, masthead.fields)
    settle_outlet(fields)
    asides = sorted({*reading.asides, *masthead.asides}, key=lambda aside: aside.span)
    return fields, tuple(asides)


def _settle_byline(fields: dict[str, Stated | None], in_text: Mapping[str, Stated]) -> None:
    """Cut "By" off the byline, and read the agency in it if nothing else names one."""
    byline = fields.get("byline")
    if byline is None:
        return
    value = _BY.sub("", byline.value).strip()
    if not value:
        fields["byline"] = None
        return
    span = byline.span
    if span is None and "byline" in in_text and in_text["byline"].value == value:
        span = in_text["byline"].span
    fields["byline"] = Stated(value=value, span=span, given_by=byline.given_by)
    agency = agency_of(value)
    if agency and fields.get("agency") is None:
        fields["agency"] = Stated(value=agency, span=span, given_by=byline.given_by)


def settle_outlet(fields: dict[str, Stated | None]) -> None:
    """Read the outlet from the address if nothing names it; an agency's own page is no copy."""
    url = fields.get("url")
    if fields.get("outlet") is None and url is not None:
        match = _HOST.match(url.value)
        known = outlet_of_site(match[1].lower()) if match else None
        if known is not None:
            fields["outlet"] = Stated(value=known.name, given_by="lexicon:sites")
    outlet, agency = fields.get("outlet"), fields.get("agency")
    if outlet and agency and _usual_name(outlet.value) == _usual_name(agency.value):
        fields["agency"] = None


def _usual_name(name: str) -> tuple[str, ...]:
    """Return what tells one outlet from another."""
    known = find_outlet(name)
    return fold_name(known.name if known else name)
