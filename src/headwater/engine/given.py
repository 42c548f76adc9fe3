"""What a case was given, between the store and ingest."""

import hashlib
from collections.abc import Mapping
from typing import Final

import msgspec

from headwater.ingest.raw import Ingested, RawFile, Sidecar
from headwater.model.base import Record
from headwater.model.failure import Failure
from headwater.store.judgements import LOG, Torn
from headwater.store.store import Given, Store

INTERVAL: Final = frozenset({"published_first"})  # what a day that is known takes the place of


class About(Record, frozen=True, kw_only=True):
    """What is known of a given file beside its bytes."""

    sidecar: Sidecar | None = None
    refused: Failure | None = None


def given_of(file: RawFile) -> Given:
    """Return a file's row in the store."""
    about = About(sidecar=file.sidecar, refused=file.refused)
    return Given(
        name=file.name,
        digest=hashlib.sha256(file.data).hexdigest(),
        about=msgspec.json.encode(about).decode(),
    )


def say_more(given: Given, fields: Mapping[str, str], given_by: str) -> Given:
    """Return a file's row with more that is said about it; what is said now holds."""
    about = msgspec.json.decode(given.about, type=About)
    known = about.sidecar or Sidecar(given_by=given_by)
    kept = {k: v for k, v in known.fields.items() if k not in INTERVAL or "published" not in fields}
    sidecar = Sidecar(given_by=given_by, fields={**kept, **fields}, notes=known.notes)
    changed = msgspec.structs.replace(about, sidecar=sidecar)
    return msgspec.structs.replace(given, about=msgspec.json.encode(changed).decode())


def raw_file(store: Store, given: Given) -> RawFile:
    """Return a file as it was given."""
    about = msgspec.json.decode(given.about, type=About)
    return RawFile(
        name=given.name,
        data=store.read_snapshot(given.digest),
        sidecar=about.sidecar,
        refused=about.refused,
    )


def not_mended(ingested: Ingested) -> tuple[Failure, ...]:
    """Return what could not be read, but for files that came again under their name and could."""
    names = {name for one in ingested.documents for name in (one.name, *one.also)}
    return tuple(failure for failure in ingested.failures if failure.document not in names)


def failure_of_torn(torn: Torn) -> Failure:
    """Return what a reader should know of a line of the log that is not whole."""
    return Failure(
        document=LOG,
        stage="judgements",
        reason="a decision was cut short when a program was stopped while it wrote",
        where=torn.where,
        advice="it was never confirmed to whoever made it; decide again if it is needed",
    )
