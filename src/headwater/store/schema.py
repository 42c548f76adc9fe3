"""The tables of a case's store, and how an older file is brought up to date."""

import sqlite3
from typing import Final

MIGRATIONS: Final = (
    (
        "0001-snapshots-and-results",
        """
        CREATE TABLE given (
            name TEXT NOT NULL,
            digest TEXT NOT NULL,
            about TEXT NOT NULL,
            PRIMARY KEY (name, digest)
        );
        CREATE TABLE result (
            document TEXT NOT NULL,
            stage TEXT NOT NULL,
            key TEXT NOT NULL,
            records TEXT NOT NULL,
            PRIMARY KEY (document, stage)
        );
        """,
    ),
)


def migrate(connection: sqlite3.Connection) -> None:
    """Apply what the file has not seen yet; names of applied steps are kept in the file."""
    connection.execute("CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY)")
    done = {name for (name,) in connection.execute("SELECT name FROM migration")}
    for name, script in MIGRATIONS:
        if name not in done:
            connection.executescript(
                f"BEGIN; {script} INSERT INTO migration VALUES ('{name}'); COMMIT;"
            )
