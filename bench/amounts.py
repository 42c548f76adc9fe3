"""Scores the amounts of the parse stage on NewsQuant.

    PYTHONPATH=src python bench/amounts.py PATH/dev.jsonl [--errors]

Gold: one JSON object a line with `text` and `quantities` (`value`, `change`, `unit`).
A predicted amount is right if its value is within 0.5 % of a gold value of the same sentence, one
to one; signs do not count, a range counts once with both ends. Comparators: right value and right
comparator, `>=` with `>`, `<=` with `<`, "up" and "down" with `=`. Ranks ("top supplier") and
changes told by a verb alone ("doubled") are left out: the gold does not mark them.
"""

import json
import re
import sys
import time
from pathlib import Path

from headwater.model.document import Document
from headwater.model.parse import Amount
from headwater.parse import parse

Value = tuple[float, ...]
TOLERANCE = 0.005
VERB = re.compile(r"doubl|tripl|trebl|quadrupl|halv|in half|fold$|^twice", re.IGNORECASE)
GOLD = {"up": "=", "down": "=", "=": "=", "~": "~", ">": ">", "<": "<"}
OURS = {">=": ">", "<=": "<"}


def gold_value(text: str) -> Value:
    """Return one number, or the two ends of a range."""
    parts = re.split(r"(?<=\d)\s*-\s*", text.lstrip("-"))
    return tuple(sorted(abs(float(part)) for part in parts if part))


def predicted(text: str, amounts: tuple[Amount, ...]) -> list[tuple[Value, str, str]]:
    """Return value, comparator and words of each amount, ranges joined."""
    found: list[tuple[Value, str, str]] = []
    index = 0
    listed = [a for a in amounts if a.measure != "rank" and not VERB.search(a.span.cut(text))]
    while index < len(listed):
        amount = listed[index]
        after = listed[index + 1] if index + 1 < len(listed) else None
        is_range = (
            after is not None
            and amount.low is not None
            and amount.comparator == ">="
            and (amount.low, amount.high) == (after.low, after.high)
            and amount.high is not None
        )
        if is_range and after is not None:
            found.append(
                ((abs(amount.value), abs(after.value)), "=", f"{amount.value}-{after.value}")
            )
            index += 2
        else:
            found.append(
                ((abs(amount.value),), OURS.get(amount.comparator, amount.comparator), amount.unit)
            )
            index += 1
    return found


def same(left: Value, right: Value, unit: str) -> bool:
    """Tell whether two values are one; a share may be given as a fraction."""
    if len(left) != len(right):
        return False
    scales = (1.0, 0.01, 100.0) if unit in {"percent", "USD", "GBP"} else (1.0,)
    return any(
        all(
            abs(a * scale - b) <= TOLERANCE * max(abs(b), 1e-9)
            for a, b in zip(sorted(left), right, strict=True)
        )
        for scale in scales
    )


def score(path: Path, *, show: bool) -> dict[str, float]:
    """Return precision, recall and F1 of values and comparators."""
    hits = comparators = ours = gold_count = 0
    spent, sentences = 0.0, 0
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        document = Document(id="d", name="d", digest="0", format="text", text=row["text"])
        began = time.process_time()
        result = parse(document)
        spent += time.process_time() - began
        sentences += 1
        left = predicted(row["text"], result.amounts)
        ours += len(left)
        missed = []
        for quantity in row["quantities"]:
            gold_count += 1
            value = gold_value(quantity["value"])
            match = next((p for p in left if same(p[0], value, p[2])), None)
            if match is None:
                missed.append(f"{quantity['value']} {quantity['unit']}")
                continue
            left.remove(match)
            hits += 1
            right = GOLD[quantity["change"]] == match[1]
            comparators += right
            if show and not right:
                missed.append(f"[{quantity['change']} not {match[1]}: {quantity['value']}]")
        if show and (missed or left):
            sys.stdout.write(f"{row['text'][:300]}\n   MISSED {missed}\n   EXTRA  {left}\n")
    return {
        "sentences": sentences,
        "value precision": hits / max(ours, 1),
        "value recall": hits / max(gold_count, 1),
        "value F1": 2 * hits / max(ours + gold_count, 1),
        "comparator F1": 2 * comparators / max(ours + gold_count, 1),
        "comparator accuracy on found": comparators / max(hits, 1),
        "ms a sentence, whole parse": 1000 * spent / max(sentences, 1),
    }


def main() -> None:
    """Print the figures."""
    figures = score(Path(sys.argv[1]), show="--errors" in sys.argv)
    for name, figure in figures.items():
        sys.stdout.write(f"{name:32} {figure:.3f}\n")


if __name__ == "__main__":
    main()
