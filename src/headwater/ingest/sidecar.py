"""`docs.json`: what people say about files, beside the files."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from headwater.ingest.fields import read_fields
from headwater.ingest.raw import Sidecar, UnreadableError

SIDECAR: Final = "docs.json"
Entry = Mapping[str, Any]


def read_sidecar(name: str, data: bytes) -> tuple[Entry, ...]:
    """Return the entries of a sidecar file.

    Raises:
        UnreadableError: If it is not JSON, or holds no list of objects under `docs`.
    """
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnreadableError(
            name, f"the sidecar is not JSON: {error}", "Mend or remove it."
        ) from error
    entries = content.get("docs") if isinstance(content, dict) else content
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise UnreadableError(
            name, "the sidecar has no list `docs` of objects", "Mend or remove it."
        )
    return tuple(entries)


def find_sidecar(path: str, entries: Sequence[Entry]) -> Sidecar | None:
    """Return what the entries say about a file.

    Args:
        path: Path of the file from the sidecar's folder, with `/`.
        entries: What `read_sidecar` gave.
    """
    for matches in (_is_file, _is_file_name, _is_original):
        for entry in entries:
            if matches(entry, path):
                fields, notes = read_fields(entry)
                return Sidecar(given_by=f"sidecar:{SIDECAR}", fields=fields, notes=notes)
    return None


def _is_file(entry: Entry, path: str) -> bool:
    return str(entry.get("file") or "") == path


def _is_file_name(entry: Entry, path: str) -> bool:
    return _last(str(entry.get("file") or "")) == _last(path)


def _is_original(entry: Entry, path: str) -> bool:
    original = str(entry.get("original") or "")
    stem = _last(path).rpartition(".")[0] or _last(path)
    return bool(original) and original in {_last(path), stem}


def _last(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2]
