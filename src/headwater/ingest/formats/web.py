"""Saved web pages; the door for trafilatura and lxml."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

import trafilatura
from lxml import etree, html

from headwater.ingest.formats.encoding import decode
from headwater.ingest.formats.page import find_fields
from headwater.ingest.raw import Reading, UnreadableError
from headwater.ingest.settings import IngestSettings

_BREAKS: Final = (
    etree.LxmlError, SyntaxError, LookupError, ValueError, TypeError, AttributeError,
    RuntimeError, AssertionError,
)  # fmt: skip
_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_DECLARATION: Final = re.compile(r"\A\s*<\?xml[^>]*\?>")
_BYLINES: Final = (
    "//*[@rel='author' or @itemprop='author' or contains(concat(' ', @class, ' '), ' byline ')]"
)
_SAVED_FROM: Final = re.compile(r"(?:saved from url=\(\d+\)|\burl:\s*)(https?://[^\s>]+)", re.I)
_HEAD: Final = 4096  # bytes in which a page names its encoding
_DEEPEST: Final = 2000  # open tags in a row that never close; saved pages nest about 40 deep
_OPEN: Final = re.compile(r"<(?:div|span|table|ul|ol|li|b|i|font|p|section|blockquote)\b", re.I)
_CLOSE: Final = re.compile(r"</|<p\b|<li\b", re.I)


def read_page(
    name: str, data: bytes, _settings: IngestSettings, charset: str | None = None
) -> Reading:
    """Return the running text of a page, its title first, and what its markup says of it.

    Raises:
        UnreadableError: If it is no page, or no running text is found in it.
    """
    match = _CHARSET.search(data[:_HEAD])
    declared = charset or (match[1].decode("ascii", "ignore") if match else None)
    page, notes = decode(name, data, declared)
    text = page_text(name, page)
    tree = _tree(page)
    given = find_fields(_facts(tree)) if tree is not None else {}
    title = given.get("title")
    if title is not None and not text.startswith(title.value):
        text = f"{title.value}\n\n{text}"
    return Reading(name=name, source=data, format="html", text=text, given=given, notes=notes)


def page_text(name: str, page: str) -> str:
    """Return the running text of a page, paragraphs parted by blank lines.

    Raises:
        UnreadableError: If there is none.
    """
    if len(_OPEN.findall(page)) - len(_CLOSE.findall(page)) > _DEEPEST:
        raise UnreadableError(name, "the page nests too deep", "Save the page again.")
    try:
        text = trafilatura.extract(
            _DECLARATION.sub("", page),
            output_format="txt",
            include_comments=False,
            include_tables=True,
            include_formatting=False,
            deduplicate=False,
            favor_recall=True,
            date_extraction_params={"extensive_search": False, "max_date": "2100-01-01"},
        )
    except _BREAKS as error:
        raise UnreadableError(name, f"the page is damaged: {error}"[:300], None) from error
    if not text or not text.strip():
        raise UnreadableError(
            name, "no running text was found in the page", "Copy its text into a text file."
        )
    return "\n\n".join(line.strip() for line in text.split("\n") if line.strip())


def _tree(page: str) -> html.HtmlElement | None:
    """Return the tree of a page, None if there is none."""
    try:
        return html.document_fromstring(_DECLARATION.sub("", page))
    except _BREAKS:
        return None


def _facts(tree: html.HtmlElement) -> Mapping[str, Any]:
    """Return what the markup states, as plain values."""
    return {
        "ld": tuple(
            _words(node.text) for node in tree.xpath("//script[@type='application/ld+json']")
        ),
        "meta": tuple(_metas(tree)),
        "title": _first(tree, "//head/title"),
        "h1": tuple(" ".join(node.text_content().split()) for node in tree.xpath("//h1")),
        "canonical": next(iter(tree.xpath("//link[@rel='canonical']/@href")), ""),
        "lang": str(tree.get("lang") or ""),
        "bylines": tuple(" ".join(node.text_content().split()) for node in tree.xpath(_BYLINES)),
        "times": tuple(str(value) for value in tree.xpath("//time/@datetime")),
        "saved_from": _saved_from(tree),
    }


def _metas(tree: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield name and content of each meta tag, names in lower case."""
    for node in tree.iter("meta"):
        key = node.get("property") or node.get("name") or node.get("itemprop")
        content = node.get("content")
        if key and content and content.strip():
            yield key.strip().lower(), " ".join(content.split())


def _first(tree: html.HtmlElement, path: str) -> str:
    """Return the words of the first element on a path."""
    return next((" ".join(node.text_content().split()) for node in tree.xpath(path)), "")


def _saved_from(tree: html.HtmlElement) -> str:
    """Return the address that a browser wrote into a comment when it saved the page."""
    for node in tree.xpath("//comment()|/comment()|preceding-sibling::comment()"):
        match = _SAVED_FROM.search(str(node.text or ""))
        if match:
            return match[1]
    return ""


def _words(text: str | None) -> str:
    return text or ""
