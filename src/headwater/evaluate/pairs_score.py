"""Scores the comparison of statements against pairs labelled by reading."""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, get_args

from headwater.errors import InputError
from headwater.evaluate.measures import Json, prf
from headwater.model.claim import Comparison, PairLabel
from headwater.registry import load

LABELS: Final[tuple[str, ...]] = get_args(PairLabel)
CONFLICT: Final = frozenset({"contradicts", "denies"})
CONTEXT: Final = ("sentence_a", "sentence_b", "date_a", "date_b")

Comparer = Callable[..., Comparison]


def read_pairs(path: Path) -> list[Json]:
    """Return the labelled pairs of a file of JSON lines.

    Raises:
        InputError: If a line is not a labelled pair.
    """
    pairs = []
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read: {error}") from error
    for number, line in enumerate(lines, 1):
        try:
            pair = json.loads(line)
        except ValueError as error:
            raise InputError(f"{path}, line {number}, is not JSON: {error}") from error
        if not {"a", "b", "label"} <= pair.keys() or pair["label"] not in LABELS:
            raise InputError(
                f"{path}, line {number}, needs a, b and a label of {', '.join(LABELS)}"
            )
        pairs.append(pair)
    return pairs


def answer_pairs(pairs: Sequence[Json], part: str) -> list[Comparison]:
    """Return what the comparing part says of each pair."""
    compare: Comparer = load("compare", part)
    return [
        compare(pair["a"], pair["b"], **{k: pair[k] for k in CONTEXT if pair.get(k)})
        for pair in pairs
    ]


def score(pairs: Sequence[Json], answers: Sequence[Comparison]) -> Json:
    """Return accuracy over all labels, each label's figures, and the two that matter most."""
    gold = [str(pair["label"]) for pair in pairs]
    said = [str(answer.label) for answer in answers]
    rows = {label: _one(gold, said, {label}) for label in LABELS}
    present = [rows[label]["f1"] for label in LABELS if label in gold]
    return {
        "pairs": len(gold),
        "accuracy": sum(map(str.__eq__, gold, said)) / len(gold) if gold else None,
        "macro f1": sum(present) / len(present) if present else None,
        "same against rest": _one(gold, said, {"same"}),
        "conflict against rest": _one(gold, said, set(CONFLICT)),
        "same, average precision": average_precision(
            [label == "same" for label in gold], [answer.score for answer in answers]
        ),
        "labels": rows,
        "confusion": [
            {"gold": g, "said": s, "n": n}
            for (g, s), n in sorted(Counter(zip(gold, said, strict=True)).items())
        ],
    }


def _one(gold: Sequence[str], said: Sequence[str], labels: set[str]) -> Json:
    """Return the figures of one group of labels against the rest."""
    hit = sum(g in labels and s in labels for g, s in zip(gold, said, strict=True))
    predicted, wanted = sum(s in labels for s in said), sum(g in labels for g in gold)
    figures = prf(hit, predicted, hit, wanted)
    return {**figures, "f1": figures["f1"] or 0.0, "n": wanted}


def average_precision(right: Sequence[bool], scores: Sequence[float]) -> float | None:
    """Return the mean precision at each right pair, ranked by score; ties count as one rank."""
    total = sum(right)
    if not total:
        return None
    found = seen = 0
    area = 0.0
    for value in sorted(set(scores), reverse=True):
        tied = [r for r, s in zip(right, scores, strict=True) if s == value]
        seen += len(tied)
        found += sum(tied)
        area += sum(tied) * found / seen
    return area / total


def show(report: Json) -> str:
    """Return the figures as a plain table."""
    average = report["same, average precision"]
    lines = [
        f"pairs {report['pairs']}   accuracy {report['accuracy']:.3f}"
        f"   macro F1 {report['macro f1']:.3f}"
        f"   same, average precision {'-' if average is None else format(average, '.3f')}",
        f"{'':24}{'P':>7}{'R':>7}{'F1':>7}{'n':>6}",
    ]
    rows = {key: report[key] for key in ("same against rest", "conflict against rest")}
    for name, row in (rows | report["labels"]).items():
        cells = "".join(
            f"{'-' if row[key] is None else format(row[key], '.3f'):>7}" for key in ("p", "r", "f1")
        )
        lines.append(f"{name:24}{cells}{row['n']:>6}")
    return "\n".join(lines)
