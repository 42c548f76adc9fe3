"""The few figures that all scorers share."""

from collections.abc import Sequence, Set
from typing import Any

Json = dict[str, Any]


def prf(correct_p: float, predicted: float, correct_r: float, gold: float) -> Json:
    """Return precision, recall and F1; None where a denominator is empty."""
    p = correct_p / predicted if predicted else None
    r = correct_r / gold if gold else None
    if p is None or r is None:
        return {"p": p, "r": r, "f1": 0.0 if gold and not predicted else None}
    return {"p": p, "r": r, "f1": 2 * p * r / (p + r) if p + r else 0.0}


def rate(hits: Sequence[bool]) -> Json:
    """Return an accuracy with its denominator."""
    return {"acc": sum(hits) / len(hits) if hits else None, "n": len(hits)}


def jaccard(left: Set[object], right: Set[object]) -> float:
    """Return the shared part of two sets, 0..1; 0 for two empty ones."""
    union = len(left | right)
    return len(left & right) / union if union else 0.0
