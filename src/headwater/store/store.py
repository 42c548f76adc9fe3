"""Where a case keeps what it was given and what it has already worked out."""

import hashlib
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Final

from headwater.errors import InputError
from headwater.model.base import Record
from headwater.store.schema import migrate

DATABASE: Final = "case.sqlite"
SNAPSHOTS: Final = "snapshots"


class Given(Record, frozen=True, kw_only=True):
    """One file as the user gave it.

    Attributes:
        name: What people call it; unique together with the digest.
        digest: SHA-256 of its bytes, hexadecimal; the name of its snapshot.
        about: What was said about it outside its bytes (sidecar, address), as JSON text.
    """

    name: str
    digest: str
    about: str = "{}"


class Store:
    """The snapshots and the results of the stages of one case.

    Snapshots are files named by their digest, so a case can be checked without this program.
    A result is kept under a key made of everything it depends on; one that no longer fits is
    replaced. The rows can be read with any SQLite browser: records are JSON text.
    """

    def __init__(self, folder: Path) -> None:
        """Open the store of a case folder, or begin one.

        Raises:
            InputError: If the file is not a store, or the folder cannot be written.
        """
        self._snapshots = folder / SNAPSHOTS
        try:
            self._snapshots.mkdir(parents=True, exist_ok=True)
            self._database = sqlite3.connect(folder / DATABASE)
            self._database.execute("PRAGMA synchronous = NORMAL")
            migrate(self._database)
        except (OSError, sqlite3.Error) as error:
            raise InputError(
                f"{folder / DATABASE} cannot be used: {error}; choose another output folder"
            ) from error

    def __enter__(self) -> "Store":
        """Return the store; leaving closes it."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the database."""
        self._database.close()

    def put_given(self, given: Given, data: bytes) -> bool:
        """Keep a file's bytes and what is said about it; tell whether name and bytes are new."""
        target = self._snapshots / given.digest
        if not target.exists():
            partial = target.with_suffix(".part")
            partial.write_bytes(data)
            Path(partial).replace(target)
        known = self._database.execute(
            "SELECT 1 FROM given WHERE name = ? AND digest = ?", (given.name, given.digest)
        ).fetchone()
        with self._database:
            self._database.execute(
                "INSERT OR REPLACE INTO given VALUES (?, ?, ?)",
                (given.name, given.digest, given.about),
            )
        return known is None

    def all_given(self) -> tuple[Given, ...]:
        """Return everything the case was given, sorted by name, then digest."""
        rows = self._database.execute("SELECT name, digest, about FROM given ORDER BY 1, 2")
        return tuple(Given(name=name, digest=digest, about=about) for name, digest, about in rows)

    def keep_only(self, kept: Iterable[tuple[str, str]]) -> None:
        """Forget every given file whose (name, digest) is not listed; snapshots stay."""
        wanted = set(kept)
        with self._database:
            for given in self.all_given():
                if (given.name, given.digest) not in wanted:
                    self._database.execute(
                        "DELETE FROM given WHERE name = ? AND digest = ?",
                        (given.name, given.digest),
                    )

    def read_snapshot(self, digest: str) -> bytes:
        """Return a snapshot's bytes.

        Raises:
            InputError: If it is missing, or its bytes no longer have that digest.
        """
        path = self._snapshots / digest
        try:
            data = path.read_bytes()
        except OSError as error:
            raise InputError(f"the snapshot {path} cannot be read: {error}") from error
        if hashlib.sha256(data).hexdigest() != digest:
            raise InputError(f"the snapshot {path} was changed; its bytes have another digest")
        return data

    def get_result(self, document: str, stage: str, key: str) -> bytes | None:
        """Return the records of a stage for a document, as JSON; None if the key differs."""
        row = self._database.execute(
            "SELECT records FROM result WHERE document = ? AND stage = ? AND key = ?",
            (document, stage, key),
        ).fetchone()
        return None if row is None else str(row[0]).encode()

    def put_result(self, document: str, stage: str, key: str, records: bytes) -> None:
        """Keep the records of a stage for a document, in place of older ones."""
        with self._database:
            self._database.execute(
                "INSERT OR REPLACE INTO result VALUES (?, ?, ?, ?)",
                (document, stage, key, records.decode()),
            )
