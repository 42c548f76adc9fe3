"""Score the comparison of statements on public sets; thresholds come from a part of the train rows.

    PYTHONPATH=src python bench/link/sets.py DATA_DIR [ROWS]

Prints F1 and average precision for paraphrase (MRPC), average precision for "related" and area
under the curve for "weaken" (ClaimDiff), average precision for a shared event (ECB+), and macro-F1
for stance by thresholds (Emergent).
"""

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from headwater.link import compare_statements
from headwater.model.claim import Comparison

Rows = list[dict[str, Any]]


def read(path: Path, most: int) -> Rows:
    """Return evenly spaced rows of a file, at most so many."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    step = max(1, len(rows) // most)
    return rows[::step][:most]


def compared(rows: Rows) -> list[Comparison]:
    """Return the comparison of each row."""
    return [compare_statements(row["a"], row["b"]) for row in rows]


def average_precision(gold: Sequence[bool], score: Sequence[float]) -> float:
    """Return the mean precision at each hit."""
    order = sorted(range(len(gold)), key=lambda n: -score[n])
    hits, total = 0, 0.0
    for place, number in enumerate(order, 1):
        if gold[number]:
            hits += 1
            total += hits / place
    return total / max(1, hits)


def area(gold: Sequence[bool], score: Sequence[float]) -> float:
    """Return the chance that a hit scores higher than a miss."""
    hits = [s for s, g in zip(score, gold, strict=True) if g]
    misses = [s for s, g in zip(score, gold, strict=True) if not g]
    wins = sum((a > b) + 0.5 * (a == b) for a in hits for b in misses)
    return wins / max(1, len(hits) * len(misses))


def f1(gold: Sequence[bool], found: Sequence[bool]) -> float:
    """Return the harmonic mean of precision and recall."""
    right = sum(g and f for g, f in zip(gold, found, strict=True))
    return 2 * right / max(1, sum(gold) + sum(found))


def best_cut(gold: Sequence[bool], score: Sequence[float]) -> float:
    """Return the threshold with the best F1."""
    return max(sorted(set(score)), key=lambda cut: f1(gold, [s >= cut for s in score]))


def paraphrase(found: Comparison) -> float:
    """Return the score of being the same or one following from the other."""
    return found.score + (0.3 if found.label.startswith("entails") else 0.0)


def against(found: Comparison) -> float:
    """Return the score of being in conflict."""
    return {"contradicts": 1.0, "denies": 1.0, "updates": 0.6}.get(found.label, 0.0) - found.score


def related(found: Comparison) -> float:
    """Return the score of bearing on each other."""
    return paraphrase(found) + (0.2 if found.label != "unrelated" else 0.0)


def report(
    data: Path, name: str, most: int, gold: Callable[[dict[str, Any]], bool],
    score: Callable[[Comparison], float],
) -> None:  # fmt: skip
    """Print F1 on dev with the threshold of train, AP and AUC."""
    train = read(data / f"linking/{name}/train.jsonl", most)
    dev = read(data / f"linking/{name}/dev.jsonl", most)
    cut = best_cut([gold(row) for row in train], [score(found) for found in compared(train)])
    answers, scores = [gold(row) for row in dev], [score(found) for found in compared(dev)]
    f = f1(answers, [s >= cut for s in scores])
    ap, auc = average_precision(answers, scores), area(answers, scores)
    print(f"{name:10} {score.__name__:12} F1 {f:.3f}  AP {ap:.3f}  AUC {auc:.3f}  n {len(dev)}")


def main(data: Path, most: int) -> None:
    """Score each set."""
    report(data, "mrpc", most, lambda row: bool(row["label"]), paraphrase)
    report(data, "ecbplus", most, lambda row: bool(row["label"]), related)
    report(data, "claimdiff", most, lambda row: row["label"] != "none", related)
    report(data, "claimdiff", most, lambda row: row["label"] == "weaken", against)
    report(data, "emergent", most, lambda row: row["label"] == "against", against)
    report(data, "emergent", most, lambda row: row["label"] == "for", paraphrase)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 500)
