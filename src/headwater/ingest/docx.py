"""Word documents; the door for python-docx."""

import io
import zipfile
import zlib
from typing import Final

import docx
from docx.opc.exceptions import OpcError
from docx.table import Table
from docx.text.paragraph import Paragraph

from headwater.ingest.raw import Reading, UnreadableError
from headwater.ingest.settings import IngestSettings
from headwater.model.document import Stated

_BREAKS: Final = (
    OpcError, zipfile.BadZipFile, zlib.error, SyntaxError, LookupError, ValueError, TypeError,
    AttributeError, OSError, RuntimeError, EOFError, AssertionError,
)  # fmt: skip
_ADVICE: Final = "Open it in a word processor and save it again as DOCX."


def read_docx(name: str, data: bytes, settings: IngestSettings) -> Reading:
    """Return paragraphs and table cells in reading order, a blank line between them.

    Raises:
        UnreadableError: If the package is damaged, unpacks to too much, or holds no text.
    """
    _refuse_bomb(name, data, settings)
    try:
        blocks, title = _read_blocks(data)
    except _BREAKS as error:
        raise UnreadableError(name, f"the Word file is damaged: {error}"[:300], _ADVICE) from error
    text = "\n\n".join(blocks)
    if not text:
        raise UnreadableError(name, "the Word file has no text", "It may hold pictures only.")
    given = {"title": Stated(value=title, given_by="docx:Title")} if title else {}
    return Reading(name=name, source=data, format="docx", text=text, given=given)


def _read_blocks(data: bytes) -> tuple[list[str], str | None]:
    """Return the blocks of text, and the paragraph styled as title."""
    package = docx.Document(io.BytesIO(data))
    blocks: list[str] = []
    title: str | None = None
    for item in package.iter_inner_content():
        if isinstance(item, Paragraph):
            words = _clean(item.text)
            style = (item.style.name or "") if item.style is not None else ""
            if words and title is None and style == "Title":
                title = words
            blocks.append(words)
        elif isinstance(item, Table):
            blocks.extend(_read_rows(item))
    return [block for block in blocks if block], title


def _read_rows(table: Table) -> list[str]:
    """Return each row of a table as one line, merged cells once."""
    rows: list[str] = []
    for row in table.rows:
        cells = dict.fromkeys(_clean(cell.text) for cell in row.cells)
        rows.append(" | ".join(words for words in cells if words))
    return rows


def _clean(words: str) -> str:
    """Return the words of a paragraph with single spaces."""
    return " ".join(words.split())


def _refuse_bomb(name: str, data: bytes, settings: IngestSettings) -> None:
    """Stop at a package that is encrypted or unpacks to more than its limits allow.

    Raises:
        UnreadableError: If it is.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
    except _BREAKS as error:
        raise UnreadableError(name, f"the Word file is damaged: {error}"[:300], _ADVICE) from error
    if any(member.flag_bits & 1 for member in members):
        raise UnreadableError(name, "the Word file is encrypted", "Save it without a password.")
    size = sum(member.file_size for member in members)
    if size > settings.max_unpacked_bytes or (
        size > settings.ratio_from_bytes and size > settings.max_ratio * len(data)
    ):
        raise UnreadableError(name, f"the Word file unpacks to {size:,} bytes", "It may be a bomb.")
