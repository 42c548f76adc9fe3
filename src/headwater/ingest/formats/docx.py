"""Word documents; the door for python-docx."""

import io
import zipfile
import zlib
from typing import Any, Final

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn

from headwater.ingest.raw import Reading, UnreadableError
from headwater.ingest.settings import IngestSettings
from headwater.model.document import Stated

_BREAKS: Final = (
    OpcError, zipfile.BadZipFile, zlib.error, SyntaxError, LookupError, ValueError, TypeError,
    AttributeError, OSError, RuntimeError, EOFError, AssertionError,
)  # fmt: skip
_PARAGRAPH, _ROW, _CELL, _TEXT = (qn(f"w:{name}") for name in ("p", "tr", "tc", "t"))
_SPACES: Final = (qn("w:tab"), qn("w:br"), qn("w:cr"))
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
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
    """Return the blocks of text in reading order, and the first paragraph styled as title.

    Text in content controls and tracked insertions is read, deleted text is not.
    """
    package = docx.Document(io.BytesIO(data))
    titles = {style.style_id for style in package.styles if style.name == "Title"}
    blocks: list[str] = []
    title: str | None = None
    for node in package.element.body.iter(_PARAGRAPH, _ROW):
        if _is_inside(node, _ROW) or _is_inside(node, _FALLBACK):
            continue
        if node.tag == _ROW:
            cells = dict.fromkeys(_words(cell) for cell in node.iter(_CELL))
            blocks.append(" | ".join(words for words in cells if words))
            continue
        words = _words(node)
        if title is None and words and node.style in titles:
            title = words
        blocks.append(words)
    return [block for block in blocks if block], title


def _words(node: Any) -> str:  # noqa: ANN401 - an element of lxml
    """Return the words of a paragraph or cell with single spaces."""
    parts: list[str] = []
    for part in node.iter(_TEXT, *_SPACES, _PARAGRAPH):
        if part.tag == _TEXT:
            parts.append(part.text or "")
        else:
            parts.append(" ")
    return " ".join("".join(parts).split())


def _is_inside(node: Any, tag: str) -> bool:  # noqa: ANN401 - as above
    """Tell whether an element lies in another of a kind."""
    return next(node.iterancestors(tag), None) is not None


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
