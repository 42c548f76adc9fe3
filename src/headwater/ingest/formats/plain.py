"""Plain text and Markdown, with or without front matter."""

import re
import tomllib
from typing import Any, Final

from headwater.ingest.fields import read_fields
from headwater.ingest.formats.encoding import decode
from headwater.ingest.raw import Reading
from headwater.ingest.settings import IngestSettings
from headwater.model.document import Aside, Stated
from headwater.model.span import Span

_FRONT: Final = re.compile(
    r"\A(?P<mark>---|\+\+\+)[ \t]*\r?\n(?P<body>.*?)\r?\n(?P=mark)[ \t]*(?:\r?\n|\Z)", re.DOTALL
)
_PAIR: Final = re.compile(r"^(?P<key>[A-Za-z][\w -]{0,40}?)\s*:\s*(?P<value>.*?)\s*$")
_ITEM: Final = re.compile(r"^\s*-\s+(?P<value>.+?)\s*$")
_MARKS: Final = (
    (re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)"), ""),
    (re.compile(r"\[([^\]\n]+)\]\([^)\n]*\)"), r"\1"),
    (re.compile(r"<(https?://[^>\s]+)>"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)([^\n]+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<!\w)_(?=\S)([^_\n]+?)(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
    (re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE), r"\1"),
    (re.compile(r"^[ \t]{0,3}>[ \t]?", re.MULTILINE), ""),
    (re.compile(r"^[ \t]{0,3}[-*+][ \t]+(?=\S)", re.MULTILINE), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>-])"), r"\1"),
)
_HEADING: Final = re.compile(r"\A\s*#[ \t]+(?P<title>[^\n]+?)[ \t]*#*[ \t]*(?:\r?\n|\Z)")


def read_plain(name: str, data: bytes, _settings: IngestSettings) -> Reading:
    """Return a plain text exactly as decoded; front matter is set aside where it stands.

    Raises:
        UnreadableError: If it is no text.
    """
    text, notes = decode(name, data)
    given, aside = _read_front(text)
    return Reading(
        name=name,
        source=data,
        format="text",
        text=text,
        given=given,
        asides=(aside,) if aside else (),
        notes=notes,
    )


def read_markdown(name: str, data: bytes, _settings: IngestSettings) -> Reading:
    """Return the text of Markdown without marks and front matter; links leave their words.

    Raises:
        UnreadableError: If it is no text.
    """
    text, notes = decode(name, data)
    given, aside = _read_front(text)
    body = text[aside.span.end :] if aside else text
    heading = _HEADING.match(body)
    for pattern, words in _MARKS:
        body = pattern.sub(words, body)
    body = body.replace("\r\n", "\n").strip("\n")
    if heading and "title" not in given:
        title = body.split("\n", 1)[0].strip()
        if title:
            given["title"] = Stated(value=title, given_by="markdown:heading")
    return Reading(name=name, source=data, format="markdown", text=body, given=given, notes=notes)


def _read_front(text: str) -> tuple[dict[str, Stated], Aside | None]:
    """Return the fields of front matter and its place; nothing if it names no field."""
    match = _FRONT.match(text)
    if match is None:
        return {}, None
    values = _read_toml(match["body"]) if match["mark"] == "+++" else _read_pairs(match["body"])
    fields, _ = read_fields(values)
    if not fields:
        return {}, None
    given = {n: Stated(value=value, given_by="front-matter") for n, value in fields.items()}
    return given, Aside(span=Span(start=0, end=match.end()), kind="navigation")


def _read_toml(body: str) -> dict[str, Any]:
    """Return the values of TOML front matter, none if it is broken."""
    try:
        return tomllib.loads(body.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}


def _read_pairs(body: str) -> dict[str, Any]:
    """Return the `key: value` lines of YAML front matter; lists as lists, the rest left out."""
    values: dict[str, Any] = {}
    key = ""
    for line in body.splitlines():
        pair, item = _PAIR.match(line), _ITEM.match(line)
        if pair:
            key = pair["key"].lower()
            values[key] = _unquote(pair["value"])
        elif item and key:
            listed = values[key] if isinstance(values[key], list) else []
            values[key] = [*listed, _unquote(item["value"])]
    return values


def _unquote(value: str) -> str | list[str]:
    """Return a YAML scalar without its quotes, a flow list as a list."""
    if value.startswith("[") and value.endswith("]"):
        return [part.strip(" '\"") for part in value[1:-1].split(",")]
    if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
        return value[1:-1]
    return value
