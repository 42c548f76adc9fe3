"""Tests of the dossier as data."""

import json
import random
from importlib.resources import files

import jsonschema
import msgspec
import pytest
from tests.report.sample import make_dossier

from headwater.errors import InputError
from headwater.model.dossier import Dossier
from headwater.report import report
from headwater.report.data import SCHEMA, from_json, schema_bytes, to_json


def shuffled(draft: Dossier, seed: int) -> Dossier:
    chance = random.Random(seed)
    changes = {}
    for name in draft.__struct_fields__:
        value = getattr(draft, name)
        if isinstance(value, tuple):
            changes[name] = tuple(chance.sample(value, len(value)))
    return msgspec.structs.replace(draft, **changes)


def test_survives_json() -> None:
    dossier = report(make_dossier())
    assert from_json(to_json(dossier)) == dossier


@pytest.mark.parametrize("seed", range(5))
def test_order_of_records_does_not_matter(seed: int) -> None:
    draft = make_dossier()
    assert to_json(report(shuffled(draft, seed))) == to_json(report(draft))


def test_schema_file_is_up_to_date() -> None:
    stored = files("headwater.report").joinpath("dossier.schema.json").read_bytes()
    assert stored == schema_bytes(), "python -m headwater.report.schema_file > dossier.schema.json"


def test_dossier_follows_its_schema() -> None:
    schema = json.loads(schema_bytes())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    found = json.loads(to_json(report(make_dossier())))
    assert list(validator.iter_errors(found)) == []
    assert found["manifest"]["schema"] == SCHEMA
    del found["title"]
    assert list(validator.iter_errors(found)) != []


@pytest.mark.parametrize("raw", [b"", b"{}", b"[1]", b"\xff", b'{"title": 3}'])
def test_other_bytes_are_refused(raw: bytes) -> None:
    with pytest.raises(InputError):
        from_json(raw)


def test_other_schemas_are_refused() -> None:
    raw = to_json(report(make_dossier())).replace(b"headwater-dossier/2", b"headwater-dossier/9")
    with pytest.raises(InputError, match="headwater-dossier/9"):
        from_json(raw)


def test_one_record_stands_on_one_line() -> None:
    dossier = report(make_dossier())
    lines = to_json(dossier).decode().splitlines()
    assert sum(dossier.mentions[0].id in line and '"spans"' in line for line in lines) == 1
