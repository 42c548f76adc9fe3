"""Bytes to text: UTF-8 first, then what the file declares, then what is plausible."""

import codecs
import re
from typing import Final, NoReturn

from headwater.ingest.raw import UnreadableError

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC: Final = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"\x1f\x8b", "gzip data"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"SQLite format 3", "a database"),
    (b"OggS", "sound"),
    (b"ID3", "sound"),
)
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f\x80-\x9f]")
_LETTER: Final = re.compile(r"[^\W\d_]|\s")
_SAMPLE: Final = 65_536  # characters; enough to tell text from anything else
_CONTROL_SHARE: Final = 0.01  # text has none or a stray one; random bytes have a quarter
_LETTER_SHARE: Final = 0.7  # letters and spaces; news has 0.95, tables 0.75, random bytes 0.5
_FOREIGN_SHARE: Final = 0.25  # bytes above 127 in western languages stay below a tenth
_LOW: Final = frozenset(range(32)) - frozenset(b"\t\n\r\f\x1b")
_BINARY_SHARE: Final = 0.02  # control bytes; text in an unknown encoding has next to none
_ASCII_END: Final = 127
_NUL_SHARE: Final = 0.3  # UTF-16 of English has a NUL in every second byte
_GUESSED: Final = "not valid UTF-8; read as {}, so accents and quotation marks may be wrong"
_BINARY_ADVICE: Final = "Export it as text, PDF with text, DOCX or HTML."


def decode(name: str, data: bytes, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Return the text of a file, a byte order mark left out, and notes on how it was read.

    Args:
        name: For the message.
        data: The bytes.
        declared: The encoding that the file names itself, if it does.

    Raises:
        UnreadableError: If the bytes are empty, are not text, or fit no encoding.
    """
    if not data.strip():
        raise UnreadableError(name, "the file is empty", "Save it again.")
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise UnreadableError(name, f"this is {what}, not a document", _BINARY_ADVICE)
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return _strict(name, data[len(mark) :], codec), ()
    for codec in _candidates(data, declared):
        guessed = codec not in {"utf-8", declared}
        text = _try(data, codec)
        if text is not None and _is_text(text, guessed=guessed):
            return text, (_GUESSED.format(codec),) if guessed else ()
    return _refuse(name, data)


def _candidates(data: bytes, declared: str | None) -> tuple[str, ...]:
    """Return the encodings to try, best first."""
    listed = ["utf-8"]
    head = data[:_SAMPLE]
    if head.count(0) > _NUL_SHARE * len(head):
        listed = ["utf-16-le", "utf-16-be"]
    if declared:
        listed.append(declared)
    if sum(byte > _ASCII_END for byte in head) < _FOREIGN_SHARE * len(head):
        listed.append("cp1252")
    return tuple(listed)


def _try(data: bytes, codec: str) -> str | None:
    """Return the text if the codec exists and fits every byte."""
    try:
        return data.decode(codec)
    except (UnicodeError, LookupError, ValueError):
        return None


def _is_text(text: str, *, guessed: bool) -> bool:
    """Tell whether the characters look like a text that people read.

    Valid UTF-8 hardly comes about by chance; a guessed encoding must give letters in the main.
    """
    sample = text[:_SAMPLE]
    if "\x00" in sample or len(_CONTROL.findall(sample)) > _CONTROL_SHARE * len(sample):
        return False
    return not guessed or len(_LETTER.findall(sample)) >= _LETTER_SHARE * len(sample)


def _strict(name: str, data: bytes, codec: str) -> str:
    """Decode what has a byte order mark.

    Raises:
        UnreadableError: If the mark lies, or nothing follows it.
    """
    text = _try(data, codec)
    if text is None:
        reason = f"the file says it is {codec}, but is not"
        raise UnreadableError(name, reason, "Save it again as UTF-8.")
    if not text.strip():
        raise UnreadableError(name, "the file is empty", "Save it again.")
    return text


def _refuse(name: str, data: bytes) -> NoReturn:
    """Say why bytes fit no encoding: they are binary, or text in an unknown one.

    Raises:
        UnreadableError: Always.
    """
    head = data[:_SAMPLE]
    if sum(byte in _LOW for byte in head) > _BINARY_SHARE * len(head):
        raise UnreadableError(name, "the file is binary, not text", _BINARY_ADVICE)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        where = f"byte {error.start}"
        raise UnreadableError(
            name, "the encoding is unknown", "Save it again as UTF-8.", where
        ) from error
    raise UnreadableError(name, "the file is binary, not text", _BINARY_ADVICE)
