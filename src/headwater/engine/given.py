"""What a case was given, between the store and ingest."""

import hashlib

import msgspec

from headwater.ingest.raw import Ingested, RawFile, Sidecar
from headwater.model.base import Record
from headwater.model.failure import Failure
from headwater.store.judgements import LOG, Torn
from headwater.store.store import Given, Store


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


def keep_said(given: Given, before: Given | None) -> Given:
    """Return a file's row with what was said beside it before, if nothing is now."""
    if before is None or msgspec.json.decode(given.about, type=About).sidecar is not None:
        return given
    said = msgspec.json.decode(before.about, type=About).sidecar
    about = msgspec.json.decode(given.about, type=About)
    now = msgspec.json.encode(msgspec.structs.replace(about, sidecar=said)).decode()
    return msgspec.structs.replace(given, about=now)


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
