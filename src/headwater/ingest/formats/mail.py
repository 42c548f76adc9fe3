"""Mail messages (EML) and pages saved as mail (MHTML)."""

import re
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr
from typing import Final

from headwater.ingest.formats.encoding import decode
from headwater.ingest.formats.kinds import SUFFIXES, suffix_of
from headwater.ingest.formats.web import page_text, read_page
from headwater.ingest.masthead.dates import find_mail_day
from headwater.ingest.raw import RawFile, Reading, UnreadableError
from headwater.ingest.settings import IngestSettings
from headwater.model.document import Aside, Stated
from headwater.model.span import Span

_BREAKS: Final = (
    MessageError, LookupError, ValueError, TypeError, AttributeError, RuntimeError, AssertionError,
)  # fmt: skip
_BODY: Final = re.compile(
    r"\b(?:ministry|office|press|newsroom|agency|authority|department|commission|council|embassy|"
    r"service|news|desk|board|bureau|union|institute|foundation|company|group|port|government)\b",
    re.IGNORECASE,
)  # words that make a sender a body: it publishes what it sends
_BROKEN_AT: Final = 55  # characters; lines broken at 72 leave room for a word of 16 at most
_NOT_THE_SENDERS: Final = re.compile(
    r"^-- ?\n(?s:.*)|^-{3,} ?(?:original|forwarded) message ?-{3,}(?s:.*)"
    r"|(?:^on [^\n]{6,200} wrote:\s*\n\s*)?(?:^>[^\n]*(?:\n|\Z))+",
    re.IGNORECASE | re.MULTILINE,
)  # signature, forwarded mail, quoted mail
_ADVICE: Final = "Save the message again as EML."


def read_mail(name: str, data: bytes, _settings: IngestSettings) -> Reading:
    """Return the subject and the body of a message.

    Raises:
        UnreadableError: If it has no body with text.
    """
    try:
        message = _parse(data)
        body = _body(name, message)
        given = _headers(message)
    except _BREAKS as error:
        raise UnreadableError(name, f"the message is damaged: {error}"[:300], _ADVICE) from error
    if not body.strip():
        raise UnreadableError(name, "the message has no text", "Its text may be in an attachment.")
    text = unwrap(body.replace("\r\n", "\n").strip("\n"))
    title = given.get("title")
    if title is not None and not text.lstrip().startswith(title.value):
        text = f"{title.value}\n\n{text}"
    asides = tuple(
        Aside(span=Span(start=match.start(), end=match.end()), kind="navigation")
        for match in _NOT_THE_SENDERS.finditer(text)
    )
    return Reading(name=name, source=data, format="eml", text=text, given=given, asides=asides)


def unwrap(text: str) -> str:
    """Return a text with the lines of each paragraph joined, if mail software broke them.

    Broken lines end at some 72 characters, with the next word too long to fit; a paragraph in
    which one line is much shorter than the others (a list, verse, an address) stays as it is.
    """
    return "\n\n".join(_unwrap(paragraph) for paragraph in re.split(r"\n[ \t]*\n+", text))


def _unwrap(paragraph: str) -> str:
    lines = [line.strip() for line in paragraph.split("\n")]
    full = min((len(line) for line in lines[:-1]), default=0)
    if full < _BROKEN_AT or any(line.startswith((">", "--")) for line in lines):
        return paragraph
    return " ".join(lines)


def read_saved_page(name: str, data: bytes, settings: IngestSettings) -> Reading:
    """Return the page of an MHTML file.

    Raises:
        UnreadableError: If it holds no page with text.
    """
    try:
        message = _parse(data)
        part = next((p for p in message.walk() if p.get_content_type() == "text/html"), None)
        page = _payload(part) if isinstance(part, EmailMessage) else b""
        address = str(message.get("Snapshot-Content-Location") or "")
        charset = part.get_content_charset() if part is not None else None
    except _BREAKS as error:
        raise UnreadableError(name, f"the saved page is damaged: {error}"[:300], None) from error
    if not page.strip():
        raise UnreadableError(name, "the file holds no page", "Save the page again.")
    reading = read_page(name, page, settings, charset)
    given = dict(reading.given)
    if address.startswith("http"):
        given.setdefault("url", Stated(value=address, given_by="mhtml:location"))
    return Reading(
        name=name, source=data, format="html", text=reading.text, given=given, notes=reading.notes
    )


def find_attachments(name: str, data: bytes) -> tuple[RawFile, ...]:
    """Return the attached documents of a message; pictures and the like are left out."""
    try:
        parts = list(_parse(data).iter_attachments())
        return tuple(
            RawFile(name=f"{name}!{part.get_filename()}", data=_payload(part))
            for part in parts
            if isinstance(part, EmailMessage) and suffix_of(part.get_filename() or "") in SUFFIXES
        )
    except _BREAKS:
        return ()  # what is wrong with the message is said when its body is read


def _parse(data: bytes) -> EmailMessage:
    """Return the message.

    Raises:
        ValueError: If there is none.
    """
    message = message_from_bytes(data, policy=default)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise ValueError("there are no headers")
    return message


def _payload(part: EmailMessage) -> bytes:
    """Return the bytes of a part."""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _body(name: str, message: EmailMessage) -> str:
    """Return the text of a message, its plain version if there is one."""
    part = message.get_body(preferencelist=("plain", "html"))
    if not isinstance(part, EmailMessage):
        return ""
    data = _payload(part)
    if not data.strip():
        return ""
    text, _ = decode(name, data, part.get_content_charset())
    return page_text(name, text) if part.get_content_type() == "text/html" else text


def _headers(message: EmailMessage) -> dict[str, Stated]:
    """Return what the headers say of title, sender, publisher and day."""
    given: dict[str, Stated] = {}
    subject = " ".join(str(message.get("Subject") or "").split())
    if subject:
        given["title"] = Stated(value=subject, given_by="mail:Subject")
    sender, address = parseaddr(str(message.get("From") or ""))
    if sender or address:
        given["byline"] = Stated(value=sender or address, given_by="mail:From")
    body = " ".join(str(message.get("Organization") or "").split())
    if body:
        given["outlet"] = Stated(value=body, given_by="mail:Organization")
    elif _BODY.search(sender):
        given["outlet"] = Stated(value=sender, given_by="mail:From")
    day = find_mail_day(str(message.get("Date") or ""))
    if day:
        given["published"] = Stated(value=day, given_by="mail:Date")
    return given
