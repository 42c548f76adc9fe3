"""What the store remembers of earlier runs beside the results for single documents."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import msgspec

from headwater.config import Settings
from headwater.engine import fingerprint
from headwater.engine.again import Before
from headwater.engine.marking import Cache
from headwater.errors import InputError
from headwater.report.data import from_json
from headwater.weights.reader_model import load_reader

CASE: Final = ""  # in place of a document's id
READS: Final = "reads"
DOSSIER: Final = "dossier"


class Memory:
    """Earlier results that a run may use: they change how long it takes, never what it gives."""

    def __init__(self, cache: Cache, settings: Settings) -> None:
        self._cache = cache
        self._settings = settings

    def recall(self, path: Path) -> Before | None:
        """Return the last dossier if the present code and settings made it, byte for byte."""
        try:
            data = path.read_bytes()
        except OSError:
            return None
        if self._cache.get_result(CASE, DOSSIER, self._key(data)) is None:
            return None
        try:
            return Before(from_json(data))
        except InputError:
            return None

    def keep(self, data: bytes) -> None:
        """Note that the present code and settings made a dossier."""
        self._cache.put_result(CASE, DOSSIER, self._key(data), b"true")

    def _key(self, data: bytes) -> str:
        code = fingerprint.of_code() + hashlib.sha256(data).hexdigest()
        return fingerprint.of_step(code, DOSSIER, self._settings)

    @contextmanager
    def reads(self) -> Iterator[None]:
        """Let the reader of pairs know what it has read before, and keep what it reads."""
        reader = load_reader()
        if reader is None:
            yield
            return
        stored = self._cache.get_result(CASE, READS, reader.key)
        if stored is not None:
            reader.known.update(msgspec.json.decode(stored, type=dict[str, dict[str, float]]))
        before = len(reader.known)
        yield
        if len(reader.known) > before:
            self._cache.put_result(CASE, READS, reader.key, msgspec.json.encode(reader.known))
