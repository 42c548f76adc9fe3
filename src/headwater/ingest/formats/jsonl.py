"""JSON lines, and JSON lists, of documents."""

import json
import re
from typing import Any, Final

from headwater.errors import DocumentError
from headwater.ingest.fields import read_fields
from headwater.ingest.formats.encoding import decode
from headwater.ingest.raw import Reading, UnreadableError, failure_of
from headwater.ingest.settings import IngestSettings
from headwater.model.base import Record
from headwater.model.document import Stated
from headwater.model.failure import Failure

_TEXT_KEYS: Final = ("text", "body", "content", "maintext", "article")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_ADVICE: Final = 'One object a line, such as {"text": "...", "outlet": "..."}.'


class Lines(Record, frozen=True, kw_only=True):
    """What the lines of a file gave."""

    readings: tuple[Reading, ...] = ()
    failures: tuple[Failure, ...] = ()


def read_lines(name: str, data: bytes, _settings: IngestSettings) -> Lines:
    """Return a document for each line; broken lines are failures with their number.

    Raises:
        UnreadableError: If the file is no text.
    """
    text, notes = decode(name, data)
    listed = _as_list(text)
    if listed is not None:
        rows = [(n, json.dumps(value, sort_keys=True)) for n, value in enumerate(listed, 1)]
    else:
        rows = [(n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    readings: list[Reading] = []
    failures: list[Failure] = []
    for number, row in rows:
        try:
            readings.append(_read_row(name, number, row, notes))
        except DocumentError as error:
            failures.append(failure_of(error))
    return Lines(readings=tuple(readings), failures=tuple(failures))


def _as_list(text: str) -> list[Any] | None:
    """Return the elements if the text is one JSON list, or an object with a list of documents."""
    if not text.lstrip().startswith(("[", "{")):
        return None
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if isinstance(content, dict):
        inner = next((v for v in content.values() if isinstance(v, list) and v), None)
        is_one = any(isinstance(content.get(key), str) for key in _TEXT_KEYS)
        return [content] if is_one else inner
    return content if isinstance(content, list) else None


def _read_row(name: str, number: int, row: str, notes: tuple[str, ...]) -> Reading:
    """Return the document of one line.

    Raises:
        UnreadableError: If it is not an object with a text.
    """
    where = f"line {number}"
    try:
        values = json.loads(row)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(name, f"the line is not JSON: {error}", _ADVICE, where) from error
    if not isinstance(values, dict):
        raise UnreadableError(name, "the line is no JSON object", _ADVICE, where)
    text = next((values[k] for k in _TEXT_KEYS if isinstance(values.get(k), str)), "")
    if not text.strip():
        raise UnreadableError(name, "the line has no `text`", _ADVICE, where)
    fields, more = read_fields({k: v for k, v in values.items() if k not in _TEXT_KEYS})
    key = values.get("id")
    return Reading(
        name=str(key) if isinstance(key, str | int) and str(key).strip() else f"{name}:{number}",
        source=row.strip().encode("utf-8", "surrogatepass"),
        format="jsonl",
        text=_SURROGATE.sub("\ufffd", text),
        given={
            field: Stated(value=_SURROGATE.sub("\ufffd", value), given_by=f"jsonl:{field}")
            for field, value in fields.items()
        },
        notes=(*notes, *more),
    )
