"""PDF with text; the door for pypdfium2."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import pypdfium2

from headwater.ingest.raw import Reading, UnreadableError
from headwater.ingest.settings import IngestSettings
from headwater.model.base import Record
from headwater.model.document import Stated

_BREAKS: Final = (
    pypdfium2.PdfiumError, LookupError, ValueError, TypeError, AttributeError, RuntimeError,
    OSError,
)  # fmt: skip
_GAP: Final = 1.35  # line steps from which a new paragraph begins; books set paragraphs at 1.5-2
_INDENT: Final = 0.02  # of the page's text width, by which a first line is set in
_SHORT: Final = 0.8  # of the text width; a line that ends earlier may end a paragraph
_SAME_LINE: Final = 0.5  # of a line's height, by which pieces of one line may be set off
_USUAL: Final = 10  # the tenth part of a page's line steps may be smaller than usual
_SPACE: Final = 0.1  # of a line's height; pieces that stand apart this much are two words
_OTHER_SIZE: Final = 0.25  # of a line's height, by which a heading is larger than its text
_REPEATED: Final = 3  # pages whose first or last line is the same, for it to be a running head
_END: Final = re.compile(r"[.!?:;][\"'”’)\]]*$")
_NUMBER: Final = re.compile(r"^\W*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*$", re.I)
_SOFT: Final = re.compile("(?:\u00ad|\ufffe|\x02)\\s*")
_LIGATURES: Final = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\u00a0": " "}
)
_BROKEN_WORD: Final = re.compile(r"[A-Za-z]{2,}-$")
_ADVICE: Final = "Open it in a PDF viewer and print it to a new PDF."


class PageLine(Record, frozen=True, kw_only=True):
    """A line of a page; places in points, `top` counted from the page's upper edge down."""

    text: str
    left: float
    right: float
    top: float
    height: float


def read_pdf(name: str, data: bytes, settings: IngestSettings) -> Reading:
    """Return the text of a PDF: lines joined to paragraphs, words joined at line ends.

    Raises:
        UnreadableError: If it is damaged, encrypted or holds no text.
    """
    pages, title, count = _read_pages(name, data, settings)
    lines = [_without_frame(page, pages) for page in pages]
    paragraphs = _join_pages([paragraph for page in lines for paragraph in _paragraphs(page)])
    if not paragraphs:
        reason = f"the PDF has {count} pages and no text: it is a scan or a picture"
        raise UnreadableError(name, reason, "Run text recognition (OCR) on it first.")
    text = "\n\n".join(paragraphs)
    given = {"title": Stated(value=title, given_by="pdf:Title")} if title in text[:1000] else {}
    return Reading(name=name, source=data, format="pdf", text=text, given=given if title else {})


def _read_pages(
    name: str, data: bytes, settings: IngestSettings
) -> tuple[list[list[PageLine]], str, int]:
    """Return the lines of each page, the title in the file's metadata, and the count of pages.

    Raises:
        UnreadableError: If it is damaged, encrypted or too long.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except _BREAKS as error:
        if "assword" in str(error):
            raise UnreadableError(
                name, "the PDF is encrypted", "Save it without a password."
            ) from error
        raise UnreadableError(name, "the PDF is damaged or cut off", _ADVICE) from error
    try:
        count = len(document)
        if count > settings.max_pages:
            raise UnreadableError(name, f"the PDF has {count:,} pages", "Split it.")
        title = str(document.get_metadata_dict().get("Title") or "").strip()
        return [_read_page(document, number) for number in range(count)], title, count
    except _BREAKS as error:
        raise UnreadableError(name, f"the PDF is damaged: {error}"[:300], _ADVICE) from error
    finally:
        document.close()


def _read_page(document: pypdfium2.PdfDocument, number: int) -> list[PageLine]:
    """Return the lines of a page in reading order."""
    page = document[number]
    layer = page.get_textpage()
    try:
        height = float(page.get_height())
        pieces = [layer.get_rect(at) for at in range(layer.count_rects())]
        lines: list[PageLine] = []
        for left, bottom, right, top in pieces:
            words = " ".join(layer.get_text_bounded(left, bottom, right, top).split())
            if words:
                piece = PageLine(
                    text=words, left=left, right=right, top=height - top, height=top - bottom
                )
                _append(lines, piece)
        return lines
    finally:
        layer.close()
        page.close()


def _append(lines: list[PageLine], piece: PageLine) -> None:
    """Add a piece of text: to the last line if it stands beside it, as a new line otherwise."""
    if lines:
        last = lines[-1]
        middle = abs((last.top + last.height / 2) - (piece.top + piece.height / 2))
        if middle < _SAME_LINE * max(last.height, piece.height) and piece.left >= last.left:
            gap = piece.left - last.right > _SPACE * piece.height
            lines[-1] = PageLine(
                text=last.text + (" " if gap else "") + piece.text,
                left=last.left,
                right=max(last.right, piece.right),
                top=min(last.top, piece.top),
                height=max(last.height, piece.height),
            )
            return
    lines.append(piece)


def _without_frame(page: list[PageLine], pages: Sequence[list[PageLine]]) -> list[PageLine]:
    """Return the lines of a page without running heads and page numbers."""
    heads = Counter(lines[0].text for lines in pages if lines)
    feet = Counter(lines[-1].text for lines in pages if lines)
    kept = list(page)
    if kept and (heads[kept[0].text] >= _REPEATED or _NUMBER.match(kept[0].text)):
        kept = kept[1:]
    if kept and (feet[kept[-1].text] >= _REPEATED or _NUMBER.match(kept[-1].text)):
        kept = kept[:-1]
    return kept


def _paragraphs(lines: list[PageLine]) -> list[str]:
    """Return the paragraphs of a page."""
    if not lines:
        return []
    step = _line_step(lines)
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    found = [[lines[0]]]
    for before, line in pairwise(lines):
        if _begins_paragraph(before, line, step, (left, right)):
            found.append([line])
        else:
            found[-1].append(line)
    return [_join_lines([line.text for line in group]) for group in found]


def _line_step(lines: list[PageLine]) -> float:
    """Return how far lines of one paragraph are apart: the smallest step that is usual."""
    steps = sorted(b.top - a.top for a, b in pairwise(lines) if b.top - a.top > a.height / 2)
    return steps[len(steps) // _USUAL] if steps else 0.0


def _begins_paragraph(
    before: PageLine, line: PageLine, step: float, width: tuple[float, float]
) -> bool:
    """Tell whether a line begins a paragraph: by the gap above, its indent, or the line before."""
    left, right = width
    if step and line.top - before.top > _GAP * step:
        return True
    if abs(line.height - before.height) > _OTHER_SIZE * max(line.height, before.height):
        return _END.search(before.text) is not None or line.top - before.top > step
    ended = _END.search(before.text) is not None
    indented = line.left - left > _INDENT * (right - left) and before.left <= line.left - 1
    short = before.right - left < _SHORT * (right - left)
    return ended and (indented or short)


def _join_lines(lines: list[str]) -> str:
    """Return lines as one: a hyphen at a line's end goes if the word goes on in lower case."""
    text = lines[0]
    for line in lines[1:]:
        soft = text.endswith(("\u00ad", "\ufffe", "\x02"))
        if soft or (_BROKEN_WORD.search(text) and line[:1].islower()):
            text = text[:-1] + line
        else:
            text = f"{text} {line}"
    return _SOFT.sub("", text).translate(_LIGATURES)


def _join_pages(paragraphs: list[str]) -> list[str]:
    """Return paragraphs with those joined that run on over a page break in lower case."""
    joined: list[str] = []
    for paragraph in paragraphs:
        if joined and not _END.search(joined[-1]) and paragraph[:1].islower():
            joined[-1] = _join_lines([joined[-1], paragraph])
        else:
            joined.append(paragraph)
    return joined
