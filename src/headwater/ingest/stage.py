"""Files to documents; what cannot be read becomes a failure, and the rest goes on."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

import msgspec
from msgspec.structs import replace

from headwater.errors import DocumentError
from headwater.ingest.archive import unpack
from headwater.ingest.assemble import make_documents
from headwater.ingest.formats.docx import read_docx
from headwater.ingest.formats.jsonl import Lines, read_lines
from headwater.ingest.formats.kinds import find_kind
from headwater.ingest.formats.mail import read_mail, read_saved_page
from headwater.ingest.formats.pdf import read_pdf
from headwater.ingest.formats.plain import read_markdown, read_plain
from headwater.ingest.formats.web import read_page
from headwater.ingest.raw import (
    FileRead,
    Ingested,
    RawFile,
    Reading,
    UnreadableError,
    failure_of,
)
from headwater.ingest.settings import IngestSettings
from headwater.ingest.versions import link_versions
from headwater.model.failure import Failure
from headwater.model.judgement import Judgement

_READERS: Final[Mapping[str, Callable[[str, bytes, IngestSettings], Reading]]] = {
    "text": read_plain,
    "markdown": read_markdown,
    "html": read_page,
    "mhtml": read_saved_page,
    "pdf": read_pdf,
    "docx": read_docx,
    "eml": read_mail,
}


class _Tray:
    """What has been read so far."""

    def __init__(self) -> None:
        self.readings: list[Reading] = []
        self.failures: list[Failure] = []
        self.judgements: dict[str, Judgement] = {}


def ingest(
    files: Iterable[RawFile],
    settings: IngestSettings = IngestSettings(),
    *,
    read: Callable[[RawFile, IngestSettings], FileRead] | None = None,
) -> Ingested:
    """Return the documents in the files, and for each file that gave none the reason.

    The order of the files is irrelevant.

    Args:
        files: Files as opened, archives still packed.
        settings: Limits.
        read: Gives what `read_file` gives, perhaps from memory; `read_file` itself if None.

    Returns:
        Documents and failures sorted by name, judgements by time.
    """
    found = [(read or read_file)(raw, settings) for raw in files]
    readings = [reading for one in found for reading in one.readings]
    judgements = {judgement.id: judgement for one in found for judgement in one.judgements}
    documents = link_versions(make_documents(readings, settings), settings.version_share)
    return Ingested(
        documents=tuple(sorted(documents, key=lambda d: (d.name, d.id))),
        failures=tuple(sorted({f for one in found for f in one.failures}, key=_order)),
        judgements=tuple(sorted(judgements.values(), key=lambda j: (j.made_at, j.id))),
    )


def read_file(raw: RawFile, settings: IngestSettings = IngestSettings()) -> FileRead:
    """Return what one file gives; an archive gives what its members give."""
    tray = _Tray()
    for item in unpack(raw, settings):
        if isinstance(item, Failure):
            tray.failures.append(item)
        else:
            _read(item, settings, tray)
    return FileRead(
        readings=tuple(tray.readings),
        failures=tuple(tray.failures),
        judgements=tuple(tray.judgements.values()),
    )


def _order(failure: Failure) -> tuple[str, int, str, str]:
    """Return what sorts failures: name, then line, then the rest."""
    digits = "".join(c for c in failure.where or "" if c.isdigit())
    return failure.document, int(digits or 0), failure.where or "", failure.reason


def _read(raw: RawFile, settings: IngestSettings, tray: _Tray) -> None:
    """Read one file into the tray."""
    try:
        _check_size(raw, settings)
        kind = find_kind(raw.name, raw.data)
        if kind == "judgements":
            _read_judgements(raw, tray)
        elif kind == "jsonl":
            _keep_lines(read_lines(raw.name, raw.data, settings), raw, settings, tray)
        else:
            _keep(_READERS[kind](raw.name, raw.data, settings), raw, settings, tray)
    except DocumentError as error:
        tray.failures.append(failure_of(error))


def _check_size(raw: RawFile, settings: IngestSettings) -> None:
    """Stop at files beyond the limit, and at empty ones.

    Raises:
        UnreadableError: If the size is out of bounds.
    """
    if len(raw.data) > settings.max_file_bytes:
        size, limit = len(raw.data), settings.max_file_bytes
        reason = f"the file has {size:,} bytes, more than {limit:,}"
        raise UnreadableError(raw.name, reason, "Split it, or raise `max_file_bytes` in case.toml.")
    if not raw.data.strip():
        raise UnreadableError(raw.name, "the file is empty", "Save it again.")


def _keep(reading: Reading, raw: RawFile, settings: IngestSettings, tray: _Tray) -> None:
    """Keep a reading if its text can be worked on.

    Raises:
        UnreadableError: If the text is empty or too long.
    """
    if not any(character.isalnum() for character in reading.text):
        raise UnreadableError(reading.name, "the document has no words", "Save it again.")
    if len(reading.text) > settings.max_text_chars:
        reason = f"the text has {len(reading.text):,} characters"
        raise UnreadableError(reading.name, reason, "Split it.")
    if raw.sidecar is not None:
        reading = replace(reading, sidecar=raw.sidecar)
    tray.readings.append(reading)


def _keep_lines(lines: Lines, raw: RawFile, settings: IngestSettings, tray: _Tray) -> None:
    """Keep what the lines of a file gave."""
    tray.failures.extend(lines.failures)
    for reading in lines.readings:
        try:
            _keep(reading, raw, settings, tray)
        except DocumentError as error:
            tray.failures.append(failure_of(error))


def _read_judgements(raw: RawFile, tray: _Tray) -> None:
    """Read people's decisions, one a line."""
    for number, line in enumerate(raw.data.splitlines(), 1):
        if not line.strip():
            continue
        try:
            judgement = msgspec.json.decode(line, type=Judgement)
        except msgspec.MsgspecError as error:
            reason, where = f"the judgement cannot be read: {error}"[:300], f"line {number}"
            tray.failures.append(
                Failure(document=raw.name, stage="ingest", reason=reason, where=where)
            )
        else:
            tray.judgements[judgement.id] = judgement
