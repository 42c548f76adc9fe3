import importlib.util
import json
import random
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from headwater.evaluate import case_score
from headwater.evaluate.clustering import claim_overlap
from headwater.evaluate.gold import load_case
from headwater.evaluate.matching import restrict

SHARED = Path(__file__).resolve().parents[3] / "shared" / "cases"
CASES = ("seeds", "trump_taxes")
needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the gold cases beside the repository are not here"
)


@pytest.fixture(scope="module")
def theirs() -> ModuleType:
    spec = importlib.util.spec_from_file_location("shared_score", SHARED / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["shared_score"] = module
    spec.loader.exec_module(module)
    # The shared scorer goes through a set here, so that ties between claims fall by chance; with
    # our order (the same figures, see below) both scorers break ties alike.
    module.overlap_by_chance = module.claim_overlap  # type: ignore[attr-defined]
    module.claim_overlap = claim_overlap  # type: ignore[attr-defined]
    return module


def spoil(prediction: dict[str, Any], seed: int) -> dict[str, Any]:
    """A prediction with things lost, moved and mixed up."""
    chance = random.Random(seed)
    spoiled = json.loads(json.dumps(prediction))
    spoiled["mentions"] = [m for m in spoiled["mentions"] if chance.random() < 0.8]
    for mention in spoiled["mentions"]:
        if chance.random() < 0.3:
            mention["claim"] = chance.choice(spoiled["mentions"])["claim"]
        if chance.random() < 0.3:
            mention["chain"] = mention["chain"][:-1]
        if chance.random() < 0.3:
            spans = mention["spans"]
            spans[0][1] = max(spans[0][0] + 1, spans[0][1] - chance.randrange(60))
    for relation in spoiled["relations"]:
        if chance.random() < 0.5:
            relation["from"], relation["to"] = relation["to"], relation["from"]
    return dict(spoiled)


def flat(scores: dict[str, Any]) -> dict[str, float | None]:
    return {
        f"{part}/{row}/{key}": value
        for part, rows in scores.items()
        for row, values in rows.items()
        for key, value in values.items()
    }


def agree(ours: dict[str, Any], theirs: dict[str, Any]) -> None:
    assert flat(ours) == pytest.approx(flat(theirs))


@needs_shared
@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("made_by", ["oracle", "baseline"])
def test_scores_are_those_of_the_shared_scorer(theirs: Any, name: str, made_by: str) -> None:
    ours, gold = load_case(SHARED / name), theirs.load_case(SHARED / name)
    prediction = getattr(case_score, made_by)(ours)
    assert prediction == getattr(theirs, made_by)(gold)
    agree(case_score.score(ours, prediction), theirs.score(gold, prediction))
    scores = case_score.score(ours, prediction)
    assert case_score.show(scores) == theirs.show(scores)


@needs_shared
def test_overlap_of_claims_is_that_of_the_shared_scorer(theirs: Any) -> None:
    gold = {"a": "x", "b": "x", "c": "y"}
    found = {"a": "1", "b": "2", "c": "2"}
    assert claim_overlap(gold, found) == theirs.overlap_by_chance(gold, found)


@needs_shared
@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("seed", range(4))
def test_scores_of_a_spoiled_answer_are_the_same_too(theirs: Any, name: str, seed: int) -> None:
    ours, gold = load_case(SHARED / name), theirs.load_case(SHARED / name)
    prediction = spoil(case_score.oracle(ours), seed)
    agree(case_score.score(ours, prediction), theirs.score(gold, prediction))


@needs_shared
def test_restrict_keeps_what_touches_the_annotation(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = SHARED / "trump_taxes"
    spec = importlib.util.spec_from_file_location("shared_restrict", folder / "restrict.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    case = load_case(folder)
    prediction = case_score.baseline(case)
    path = tmp_path / "prediction.json"
    path.write_text(json.dumps(prediction), encoding="utf-8")
    module.main(folder, path)
    cut, kept, total = restrict(case, prediction)
    assert cut == json.loads(capsys.readouterr().out)
    assert kept == len(cut["mentions"]) < total
