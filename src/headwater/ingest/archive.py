"""ZIP archives, within limits; nothing is written to disk."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

from headwater.errors import DocumentError
from headwater.ingest.formats.kinds import IGNORED, find_kind, suffix_of
from headwater.ingest.formats.mail import find_attachments
from headwater.ingest.raw import RawFile, UnreadableError, failure_of
from headwater.ingest.settings import IngestSettings
from headwater.ingest.sidecar import SIDECAR, Entry, find_sidecar, read_sidecar
from headwater.model.failure import Failure

_BREAKS: Final = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, LookupError, ValueError, OSError,
    RuntimeError, EOFError, AssertionError,
)  # fmt: skip
_ADVICE: Final = "Unpack it yourself and name the folder."


def unpack(raw: RawFile, settings: IngestSettings, depth: int = 0) -> Iterator[RawFile | Failure]:
    """Yield a file itself, or the documents that it holds.

    Args:
        raw: The file.
        settings: The limits.
        depth: In how many archives it lies.
    """
    if raw.refused is not None:
        yield raw.refused
        return
    try:
        kind = find_kind(raw.name, raw.data)
        members = list(_members(raw, kind, settings, depth))
    except DocumentError as error:
        yield failure_of(error)
        return
    if kind != "zip":
        yield raw
    for member in members:
        if isinstance(member, Failure):
            yield member
        else:
            yield from unpack(member, settings, depth + 1)


def _members(
    raw: RawFile, kind: str, settings: IngestSettings, depth: int
) -> Iterator[RawFile | Failure]:
    """Yield what a file holds besides itself.

    Raises:
        UnreadableError: If the archive is damaged or breaks a limit.
    """
    if kind not in {"zip", "eml"}:
        return
    if depth >= settings.max_depth:
        if kind == "zip":
            raise UnreadableError(raw.name, "archives are nested too deep", _ADVICE)
        return
    if kind == "eml":
        yield from find_attachments(raw.name, raw.data)
        return
    yield from _read_archive(raw, settings)


def _read_archive(raw: RawFile, settings: IngestSettings) -> Iterator[RawFile | Failure]:
    """Yield the members of an archive that may be documents.

    Raises:
        UnreadableError: If the archive is damaged or breaks a limit.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw.data)) as archive:
            members = sorted(
                (info for info in archive.infolist() if _is_wanted(info)),
                key=lambda info: info.filename,
            )
            _check_limits(raw, members, settings)
            found = [_read_member(archive, info, raw.name, settings) for info in members]
    except _BREAKS as error:
        reason = f"the archive is damaged: {error}"[:300]
        raise UnreadableError(raw.name, reason, "Pack it again.") from error
    entries: list[Entry] = []
    for member in found:
        if isinstance(member, RawFile) and _last(member.name) == SIDECAR:
            entries.extend(read_sidecar(member.name, member.data))
    for member in found:
        if isinstance(member, Failure):
            yield member
        elif suffix_of(member.name) not in IGNORED:
            sidecar = find_sidecar(member.name.partition("!")[2], entries)
            yield RawFile(name=member.name, data=member.data, sidecar=sidecar)


def _is_wanted(info: zipfile.ZipInfo) -> bool:
    """Tell whether a member may be a document or a sidecar."""
    parts = info.filename.replace("\\", "/").split("/")
    hidden = any(part.startswith((".", "__MACOSX")) for part in parts)
    known = parts[-1] == SIDECAR or suffix_of(parts[-1]) not in IGNORED
    return not info.is_dir() and not hidden and known


def _check_limits(raw: RawFile, members: list[zipfile.ZipInfo], settings: IngestSettings) -> None:
    """Stop at an archive that would unpack to more than the limits allow.

    Raises:
        UnreadableError: If it would.
    """
    if len(members) > settings.max_members:
        raise UnreadableError(raw.name, f"the archive has {len(members):,} members", _ADVICE)
    size = sum(info.file_size for info in members)
    if size > settings.max_unpacked_bytes:
        raise UnreadableError(raw.name, f"the archive unpacks to {size:,} bytes", _ADVICE)
    for info in members:
        big = info.file_size > settings.ratio_from_bytes
        if big and info.file_size > settings.max_ratio * max(1, info.compress_size):
            ratio = info.file_size // max(1, info.compress_size)
            reason = f"the archive may be a bomb: {info.filename} unpacks to {ratio} times its size"
            raise UnreadableError(raw.name, reason, _ADVICE)


def _read_member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, outer: str, settings: IngestSettings
) -> RawFile | Failure:
    """Return one member, or why it cannot be read."""
    name = f"{outer}!{info.filename}"
    limit = min(info.file_size, settings.max_file_bytes)
    reason, advice = "", "Pack it again."
    data = b""
    if info.flag_bits & 1:
        reason, advice = "the member is encrypted", "Pack it without a password."
    else:
        try:
            with archive.open(info) as stream:
                data = stream.read(limit + 1)
        except _BREAKS as error:
            reason = f"the member is damaged: {error}"[:300]
    if len(data) > limit:
        reason, advice = f"the member is larger than {limit:,} bytes", _ADVICE
    if reason:
        return Failure(document=name, stage="ingest", reason=reason, advice=advice)
    return RawFile(name=name, data=data)


def _last(name: str) -> str:
    return name.rpartition("!")[2].rpartition("/")[2]
