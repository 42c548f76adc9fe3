"""Reads the files of a case, and none of them twice."""

import hashlib
from typing import Final

import msgspec

from headwater.engine import fingerprint
from headwater.engine.marking import Cache
from headwater.ingest import read_file
from headwater.ingest.raw import FileRead, RawFile, Reading
from headwater.ingest.settings import IngestSettings

STAGE: Final = "ingest"


class Reader:
    """Gives what `headwater.ingest.read_file` gives, from the cache if it is there."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def __call__(self, raw: RawFile, settings: IngestSettings) -> FileRead:
        """Return what a file gives."""
        digest = hashlib.sha256(raw.data).hexdigest()
        about = msgspec.structs.replace(raw, data=b"")
        key = fingerprint.of_step(fingerprint.of_code() + digest, repr(about), settings)
        row = f"{raw.name} {digest}"
        stored = self._cache.get_result(row, STAGE, key)
        if stored is not None:
            return _with_bytes(msgspec.json.decode(stored, type=FileRead), b"", raw.data)
        found = read_file(raw, settings)
        # The bytes of the file are in its snapshot; they need not stand in the store again.
        kept = msgspec.json.encode(_with_bytes(found, raw.data, b""))
        self._cache.put_result(row, STAGE, key, kept)
        return found


def _with_bytes(found: FileRead, these: bytes, others: bytes) -> FileRead:
    """Return what was read, with other source bytes where these stood."""

    def swap(reading: Reading) -> Reading:
        return (
            msgspec.structs.replace(reading, source=others) if reading.source == these else reading
        )

    return msgspec.structs.replace(found, readings=tuple(map(swap, found.readings)))
