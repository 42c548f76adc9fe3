import json
from pathlib import Path

import pytest

from headwater.errors import InputError
from headwater.evaluate.pairs_score import average_precision, read_pairs, score, show
from headwater.model.claim import Comparison, PairLabel


def answer(label: PairLabel, probability: float) -> Comparison:
    return Comparison(left="a", right="b", label=label, score=probability)


PAIRS = [
    {"a": "one", "b": "one", "label": "same"},
    {"a": "one", "b": "two", "label": "contradicts"},
    {"a": "one", "b": "no", "label": "denies"},
    {"a": "one", "b": "sky", "label": "related"},
]


def test_right_answers_score_one() -> None:
    answers = [answer("same", 0.9), answer("contradicts", 0.2), answer("denies", 0.1)]
    report = score(PAIRS, [*answers, answer("related", 0.1)])
    assert report["accuracy"] == report["macro f1"] == 1.0
    assert report["same, average precision"] == 1.0
    assert report["conflict against rest"]["n"] == 2
    assert "accuracy 1.000" in show(report)


def test_a_conflict_of_the_other_kind_is_still_a_conflict() -> None:
    answers = [answer("same", 0.9), answer("denies", 0.2), answer("contradicts", 0.1)]
    report = score(PAIRS, [*answers, answer("same", 0.95)])
    assert report["conflict against rest"]["f1"] == 1.0
    assert report["labels"]["denies"]["f1"] == 0.0
    assert report["same against rest"]["p"] == 0.5
    assert report["same, average precision"] == 0.5


@pytest.mark.parametrize(
    ("right", "scores", "expected"),
    [
        ([True, False], [0.9, 0.1], 1.0),
        ([False, True], [0.9, 0.1], 0.5),
        ([False, True], [0.5, 0.5], 0.5),
        ([False, False], [0.5, 0.4], None),
    ],
)
def test_average_precision(right: list[bool], scores: list[float], expected: float | None) -> None:
    assert average_precision(right, scores) == expected


def test_bad_lines_are_named(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text(json.dumps(PAIRS[0]) + "\n" + json.dumps({"a": "x", "b": "y"}))
    with pytest.raises(InputError, match="line 2"):
        read_pairs(path)
    path.write_text("no json")
    with pytest.raises(InputError, match="line 1"):
        read_pairs(path)
