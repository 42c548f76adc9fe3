"""The dossier as data: canonical JSON with a versioned schema."""

from typing import Any, Final

import msgspec

from headwater.errors import InputError
from headwater.model.dossier import Dossier

SCHEMA: Final = "headwater-dossier/2"  # raise the number when a reader of the old one would break
_ENCODER: Final = msgspec.json.Encoder(order="deterministic")


def to_json(dossier: Dossier) -> bytes:
    """Return the dossier as UTF-8 JSON, one record a line, ending with a newline.

    Fields stand in the order of the records, so equal dossiers are equal bytes, and a line
    comparison of two dossiers shows which records changed.
    """
    fields = (field_json(name, getattr(dossier, name)) for name in dossier.__struct_fields__)
    return b"{\n" + b",\n".join(fields) + b"\n}\n"


def field_json(name: str, value: object) -> bytes:
    """Return one field of the dossier as `"name":value`, a tuple's items on lines of their own."""
    key = _ENCODER.encode(name) + b":"
    if not isinstance(value, tuple) or not value:
        return key + _ENCODER.encode(value)
    return key + b"[\n" + b",\n".join(_ENCODER.encode(item) for item in value) + b"\n]"


def from_json(raw: bytes) -> Dossier:
    """Return the dossier that `to_json` wrote.

    Raises:
        InputError: If the bytes are no dossier of this schema.
    """
    try:
        dossier = msgspec.json.decode(raw, type=Dossier)
    except (msgspec.DecodeError, msgspec.ValidationError, ValueError) as error:
        raise InputError(f"this is no dossier of {SCHEMA}: {error}; run headwater again") from error
    if dossier.manifest.schema != SCHEMA:
        raise InputError(
            f"the dossier follows {dossier.manifest.schema}, this headwater reads {SCHEMA}; "
            "run headwater again, or use the version that wrote it"
        )
    return dossier


def make_schema() -> dict[str, Any]:
    """Return the JSON Schema of a dossier, as `dossier.schema.json` holds it."""
    schema = msgspec.json.schema(Dossier)
    for part in schema["$defs"].values():
        if "description" in part:
            part["description"] = part["description"].split("\n")[0]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        "title": "Headwater dossier",
        **schema,
    }


def schema_bytes() -> bytes:
    """Return the text of `dossier.schema.json`."""
    return msgspec.json.format(_ENCODER.encode(make_schema()), indent=2) + b"\n"
