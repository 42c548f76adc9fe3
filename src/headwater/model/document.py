"""A text as it was published."""

from typing import Literal

from headwater.model.base import Record
from headwater.model.span import Span

AsideKind = Literal[
    "copyright", "comments", "navigation", "advertising", "credit", "byline", "dateline", "caption"
]


class Stated(Record, frozen=True, kw_only=True):
    """One field of a masthead, with where it was read.

    Attributes:
        value: The field as a reader would write it; dates are ISO 8601 days.
        span: Where it stands in `Document.text`; None if it came from outside the text.
        given_by: `text`, `sidecar:docs.json`, `front-matter`, `html:og:site_name`, `mail:From`, ...
    """

    value: str
    span: Span | None = None
    given_by: str


class Aside(Record, frozen=True, kw_only=True):
    """A stretch that is kept but not analysed (copyright line, comment policy, byline)."""

    span: Span
    kind: AsideKind


class Document(Record, frozen=True, kw_only=True):
    r"""One immutable text; all spans count its `text`, in code points.

    Attributes:
        id: Made from the digest, so identical bytes are one document.
        name: File name without folder, or the `id` of a JSON line; what people call it.
        also: Further names under which the same bytes were given, sorted.
        digest: SHA-256 of the bytes as read, hexadecimal.
        format: `text`, `markdown`, `html`, `pdf`, `docx`, `eml`, `jsonl`.
        text: The text as read, never changed afterwards; of a plain text file every character
            as it stands, of other formats the running text with `\n` for newlines.
        published_first: First possible day of publication where only an interval is known;
            `published` then holds the last.
        notes: What a reader should know about how it was read, such as a guessed encoding.
        version_of: Id of an earlier document with the same address or name, if any.
        asides: Stretches set aside, in text order.
    """

    id: str
    name: str
    also: tuple[str, ...] = ()
    digest: str
    format: str
    text: str
    title: Stated | None = None
    outlet: Stated | None = None
    byline: Stated | None = None
    agency: Stated | None = None
    dateline: Stated | None = None
    published: Stated | None = None
    url: Stated | None = None
    language: Stated | None = None
    version_of: str | None = None
    asides: tuple[Aside, ...] = ()
    published_first: str | None = None
    notes: tuple[str, ...] = ()
