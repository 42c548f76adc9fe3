"""What people drop on a page or paste into it, as files of a case."""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Final

from headwater.errors import DocumentError
from headwater.ingest.raw import RawFile, Sidecar, UnreadableError, failure_of
from headwater.ingest.settings import IngestSettings
from headwater.ingest.sidecar import SIDECAR, Entry, find_sidecar, read_sidecar

GIVEN_BY: Final = "the person who pasted it"
NAME_WIDTH: Final = 120  # characters of a file's name that are kept
FIELDS: Final = ("title", "outlet", "published", "url")


def take_files(
    uploads: Iterable[tuple[str, bytes]], settings: IngestSettings
) -> tuple[RawFile, ...]:
    """Return uploaded files as ingest takes them; a `docs.json` among them tells of the others.

    Args:
        uploads: Name and bytes of each; folders in a name are cut off.
        settings: Limits.
    """
    listed = [(clean_name(name), data) for name, data in uploads]
    entries: tuple[Entry, ...] = ()
    files: list[RawFile] = []
    for name, data in listed:
        if name == SIDECAR:
            try:
                entries = read_sidecar(name, data)
            except DocumentError as error:
                files.append(RawFile(name=name, refused=failure_of(error)))
    for name, data in listed:
        if name != SIDECAR:
            files.append(take_file(name, data, entries, settings))
    return tuple(sorted(files, key=lambda raw: raw.name))


def take_file(
    name: str, data: bytes, entries: tuple[Entry, ...], settings: IngestSettings
) -> RawFile:
    """Return one uploaded file, refused if it is too large."""
    if len(data) > settings.max_file_bytes:
        reason = f"the file has {len(data):,} bytes, more than {settings.max_file_bytes:,}"
        advice = "Split it, or raise `max_file_bytes` in case.toml."
        return RawFile(name=name, refused=failure_of(UnreadableError(name, reason, advice)))
    return RawFile(name=name, data=data, sidecar=find_sidecar(name, entries))


def take_text(text: str, about: Mapping[str, str], taken: Iterable[str]) -> RawFile:
    """Return pasted text as a file.

    Args:
        text: What was pasted.
        about: Title, outlet, date and address, as far as the person gave them.
        taken: Names that the case has already.
    """
    fields = {key: value.strip() for key in FIELDS if (value := about.get(key, "")).strip()}
    stem = to_slug(fields.get("outlet") or fields.get("title") or "") or "pasted"
    known, name, number = set(taken), f"{stem}.txt", 1
    while name in known:
        number += 1
        name = f"{stem}-{number}.txt"
    sidecar = Sidecar(given_by=GIVEN_BY, fields=fields) if fields else None
    return RawFile(name=name, data=text.replace("\r\n", "\n").encode(), sidecar=sidecar)


def clean_name(name: str) -> str:
    """Return a file's name without folders and without signs that a name cannot hold."""
    last = PurePosixPath(name.replace("\\", "/")).name
    kept = "".join(sign for sign in last if sign.isprintable()).strip(". ")
    stem, dot, suffix = kept.rpartition(".")
    return (stem[:NAME_WIDTH] + dot + suffix[:NAME_WIDTH]) or "unnamed"


def to_slug(title: str) -> str:
    """Return a title as the name of a folder or file: letters, digits and hyphens."""
    words = "".join(sign if sign.isalnum() else " " for sign in title.casefold()).split()
    return "-".join(words)[:60].rstrip("-")
