"""The table of exchangeable parts is pinned."""

import re
from importlib.metadata import EntryPoint

import pytest

from headwater import registry
from headwater.config import LEXICON_PARTS, Parts, part_names
from headwater.errors import ContractError, InputError
from headwater.registry import PARTS, address, kinds, load, names

PINNED = {
    "assess": ["rules.v1"],
    "attribute": ["lexicon.v1", "model.v1"],
    "compare": ["gated.v1"],
    "export": [
        "csv.v1",
        "graphml.v1",
        "html.v1",
        "interchange.v1",
        "json.v1",
        "md.v1",
        "pictures.v1",
        "tables.v1",
    ],
    "extract": ["rules.v1"],
    "ingest": ["files.v1"],
    "link": ["gated.v1"],
    "parse": ["rules.v1"],
    "report": ["dossier.v1"],
    "resolve": ["rules.v1"],
    "trace": ["chains.v1"],
}


def test_parts_are_those_that_are_documented() -> None:
    assert {kind: sorted(parts) for kind, parts in PARTS.items()} == PINNED


@pytest.mark.parametrize(("kind", "name"), [(k, n) for k in PINNED for n in PINNED[k]])
def test_every_part_loads(kind: str, name: str) -> None:
    assert re.fullmatch(r"[a-z-]+\.v\d+", name)
    assert callable(load(kind, name))


def test_defaults_exist() -> None:
    for kind, name in (*part_names(Parts()), *LEXICON_PARTS.items()):
        assert address(kind, name)


def test_unknown_names_are_refused_with_those_that_exist() -> None:
    with pytest.raises(InputError, match=r"rules\.v1"):
        address("parse", "magic.v1")
    with pytest.raises(InputError, match="attribute"):
        names("magic")
    assert "parse" in kinds()


def test_a_part_whose_module_is_missing_is_a_broken_contract(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(PARTS, "parse", {"gone.v1": "headwater.nowhere:parse"})
    with pytest.raises(ContractError, match="nowhere"):
        load("parse", "gone.v1")


def test_parts_of_other_packages_join_and_never_replace_ours(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    points = [
        EntryPoint("attribute.mine.v1", "headwater.registry:kinds", registry.GROUP),
        EntryPoint("parse.rules.v1", "elsewhere:parse", registry.GROUP),
        EntryPoint("export.kml.v1", "elsewhere:to_kml", registry.GROUP),
    ]
    monkeypatch.setattr(registry, "entry_points", lambda group: points)
    registry._others.cache_clear()
    try:
        assert "mine.v1" in names("attribute")
        assert load("attribute", "mine.v1") is kinds
        assert address("parse", "rules.v1") == PARTS["parse"]["rules.v1"]
        assert address("export", "kml.v1") == "elsewhere:to_kml"
        with pytest.raises(ContractError, match="elsewhere"):
            load("export", "kml.v1")
    finally:
        registry._others.cache_clear()
