import argparse
import importlib.util
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def gate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gate", ROOT / "eval" / "gate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def corpus(floor: float) -> dict[str, Any]:
    return {
        "kind": "case",
        "path": "examples/harbour/gold",
        "digest": "x",
        "noise": 0.02,
        "floors": {"mentions/mentions found/f1": floor},
    }


@pytest.mark.parametrize(
    ("floor", "lift", "accept", "falls", "after"),
    [
        (0.80, False, [], 0, 0.80),
        (0.81, False, [], 0, 0.81),
        (0.90, False, [], 1, 0.90),
        (0.70, True, [], 0, 0.80),
        (0.90, True, [], 1, 0.90),
        (0.90, False, ["harbour"], 0, 0.80),
    ],
)
def test_floors_rise_freely_and_fall_only_when_told(
    gate: Any,
    monkeypatch: pytest.MonkeyPatch,
    floor: float,
    lift: bool,
    accept: list[str],
    falls: int,
    after: float,
) -> None:
    monkeypatch.setattr(gate, "measure", lambda _: {"mentions": {"mentions found": {"f1": 0.8}}})
    found = corpus(floor)
    options = argparse.Namespace(lift=lift, accept_loss=accept)
    assert len(gate.judge("harbour", found, options)) == falls
    assert found["floors"]["mentions/mentions found/f1"] == after


def test_floors_survive_being_written(gate: Any) -> None:
    floors = tomllib.loads((ROOT / "eval" / "floors.toml").read_text(encoding="utf-8"))
    assert tomllib.loads(gate.to_toml(floors)) == floors


def test_the_bundled_gold_is_the_one_that_the_floors_are_for(gate: Any) -> None:
    floors = tomllib.loads((ROOT / "eval" / "floors.toml").read_text(encoding="utf-8"))
    harbour = floors["harbour"]
    assert gate.digest_of(ROOT / harbour["path"]) == harbour["digest"]
    assert all(floor > 0 for floor in harbour["floors"].values())
