"""What kind of file it is: by its bytes where they tell, by its name otherwise."""

import re
from typing import Final

from headwater.ingest.raw import UnreadableError

SUFFIXES: Final = {
    "txt": "text", "text": "text", "md": "markdown", "markdown": "markdown", "html": "html",
    "htm": "html", "xhtml": "html", "shtml": "html", "mhtml": "mhtml", "mht": "mhtml",
    "pdf": "pdf", "docx": "docx", "eml": "eml", "jsonl": "jsonl", "ndjson": "jsonl", "zip": "zip",
}  # fmt: skip
IGNORED: Final = frozenset(
    "json css js mjs map png jpg jpeg gif svg webp ico bmp tif tiff woff woff2 ttf eot mp3 mp4 mov "
    "avi webm py pyc toml yaml yml ini cfg lock log sqlite db csv tsv xml sh ds_store".split()
)  # passed over in folders and archives: not what people file as a document
_FOREIGN: Final = {
    "doc": "an old Word file", "rtf": "an RTF file", "odt": "an OpenDocument text",
    "pages": "a Pages file", "epub": "an e-book", "xls": "a spreadsheet", "xlsx": "a spreadsheet",
    "ppt": "slides", "pptx": "slides", "msg": "an Outlook message", "gz": "gzip data",
    "tar": "a tar archive", "tgz": "a tar archive", "7z": "a 7z archive", "rar": "a RAR archive",
}  # fmt: skip
_HEAD: Final = 2048  # bytes in which a format shows itself
_HTML: Final = re.compile(
    rb"^\s*(?:<!--.*?-->\s*)*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_MAIL: Final = re.compile(
    rb"^(?:From \S+.*\r?\n)?(?:[A-Za-z][\w-]{1,40}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}"
)
_MAIL_HEADERS: Final = re.compile(
    rb"^(?:from|received|mime-version|message-id|return-path|subject):", re.I | re.M
)
_MHTML: Final = re.compile(rb"^content-type:\s*multipart/related", re.I | re.M)
JUDGEMENTS: Final = "judgements.jsonl"


def suffix_of(name: str) -> str:
    """Return the suffix of a file name in lower case, without the dot."""
    return name.rpartition("/")[2].rpartition(".")[2].lower() if "." in name else ""


def find_kind(name: str, data: bytes) -> str:
    """Return the kind of a file: a value of `SUFFIXES`, or `judgements`.

    Raises:
        UnreadableError: If it is of a kind that is known and not read.
    """
    head = data[:_HEAD]
    if name.rpartition("/")[2].rpartition("!")[2] == JUDGEMENTS:
        return "judgements"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if data.startswith(b"PK"):
        return _kind_of_package(name, data)
    suffix = suffix_of(name)
    if suffix in SUFFIXES and SUFFIXES[suffix] not in {"text", "zip"}:
        return SUFFIXES[suffix]
    if suffix in _FOREIGN:
        raise UnreadableError(name, f"this is {_FOREIGN[suffix]}", _advice(suffix))
    return _kind_of_text(suffix, head)


def _kind_of_package(name: str, data: bytes) -> str:
    """Return what a ZIP file is: a document in a package, or an archive.

    Raises:
        UnreadableError: If it is a package that is not read.
    """
    if b"word/document.xml" in data or suffix_of(name) == "docx":
        return "docx"
    for mark, what in ((b"ppt/presentation", "pptx"), (b"xl/workbook", "xlsx")):
        if mark in data:
            raise UnreadableError(name, f"this is {_FOREIGN[what]}", _advice(what))
    if data[30:38] == b"mimetype":
        raise UnreadableError(name, "this is an OpenDocument text or e-book", _advice("odt"))
    return "zip"


def _kind_of_text(suffix: str, head: bytes) -> str:
    """Return the kind of a file that is text, or should be."""
    if _HTML.match(head):
        return "html"
    if suffix in {"", "msg", "mbox"} and _MAIL.match(head) and _MAIL_HEADERS.search(head):
        return "mhtml" if _MHTML.search(head) else "eml"
    if suffix == "json":
        return "jsonl"
    return "zip" if suffix == "zip" else "text"


def _advice(suffix: str) -> str:
    """Return what a user can do with a kind that is not read."""
    if suffix in {"gz", "tar", "tgz", "7z", "rar"}:
        return "Unpack it, or pack it again as ZIP."
    return "Save it as DOCX, PDF, HTML or text."
