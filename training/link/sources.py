"""Labelled pairs from every set, brought to one form with the labels that each allows.

A set that tells only entailment or not leaves open whether the two are the same; such a pair
allows several labels, and training asks only that their joint probability be high.
"""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from training.link.own import read_own
from training.link.pairs import read_rows

LABELS: Final = ("same", "entails_ab", "entails_ba", "against", "updates", "other")
TURNED: Final = {"entails_ab": "entails_ba", "entails_ba": "entails_ab"}
CLOSE: Final = 4.2  # STS score from which two sentences count as the same or nearly
APART: Final = 3.0  # STS score below which they do not


class Example(NamedTuple):
    """A pair with every label that its set allows."""

    a: str
    b: str
    allowed: tuple[str, ...]
    source: str
    row: dict[str, Any]

    def turned(self) -> "Example":
        """Return the pair the other way round."""
        row = dict(self.row)
        for field in ("sentence", "date"):
            row[f"{field}_a"], row[f"{field}_b"] = (
                self.row.get(f"{field}_b"),
                self.row.get(f"{field}_a"),
            )
        if "shares" in row:  # a teacher's probabilities, in the order of the labels
            same, ab, ba, *rest = row["shares"]
            row["shares"] = [same, ba, ab, *rest]
        return Example(
            self.b, self.a, tuple(TURNED.get(x, x) for x in self.allowed), self.source, row
        )


_NLI: Final = {
    "entailment": ("same", "entails_ab"),
    "neutral": ("entails_ba", "other", "updates"),
    "contradiction": ("against", "updates"),
    "not_entailment": ("entails_ba", "other", "against", "updates"),
}
# Sets that give a claim and then its evidence: the evidence is what entails.
_EVIDENCE: Final = {
    "entailment": ("same", "entails_ba"),
    "not_entailment": ("entails_ab", "other", "against", "updates"),
    "SUPPORTS": ("same", "entails_ba"),
    "REFUTES": ("against", "updates"),
    "NOT_ENOUGH_INFO": ("other", "entails_ab"),
    "Supports": ("same", "entails_ba"),
    "Refutes": ("against",),
    "Neutral": ("other", "entails_ab"),
}
SIX: Final = {
    "same": ("same",), "entails_ab": ("entails_ab",), "entails_ba": ("entails_ba",),
    "contradicts": ("against",), "denies": ("against",), "updates": ("updates",),
    "related": ("other",), "unrelated": ("other",),
}  # fmt: skip


def _allowed(source: str, row: dict[str, Any]) -> tuple[str, ...] | None:
    """Return the labels that a row allows, None to leave it out."""
    label = row["label"]
    if source in {"pairs", "own"}:
        return SIX[label]
    if source == "mrpc":
        return ("same", "entails_ab", "entails_ba") if label else LABELS[1:]
    if source == "sts_news":
        return (
            ("same",)
            if label >= CLOSE
            else ("other", "against", "updates", "entails_ab", "entails_ba")
            if label < APART
            else None
        )
    if source == "claimdiff":
        return {
            "strengthen": ("same", "entails_ab", "entails_ba", "other"),
            "none": ("other",),
        }.get(label)
    if source == "emergent":
        return {"for": ("same", "entails_ab", "entails_ba"), "against": ("against",)}.get(label)
    if source == "ecbplus":
        return (
            None
            if label and row["event_overlap"] < 0.99
            else ("other", "against", "updates")
            if not label
            else LABELS[:3] + ("updates", "other")
        )  # noqa: PLR2004
    if source in EVIDENCE_SETS:
        return _EVIDENCE.get(label)
    return _NLI.get(label)


EVIDENCE_SETS: Final = frozenset({"covidfact", "fm2", "fever_symmetric", "healthver", "climate_fever"})
FILES: Final = (
    ("own", ""), ("pairs", "pairs/dev.jsonl"), ("mrpc", "linking/mrpc/train.jsonl"), ("sts_news", "linking/sts_news/train.jsonl"),
    ("sts_news", "linking/sts_news/dev.jsonl"), ("rte", "linking/rte/train.jsonl"), ("rte3", "linking/rte3/dev.jsonl"),
    ("sick", "linking/sick/train.jsonl"), ("snli", "linking/snli_dev/dev.jsonl"), ("mnli", "linking/mnli_dev/dev.jsonl"),
    ("emergent", "linking/emergent/train.jsonl"), ("claimdiff", "linking/claimdiff/train.jsonl"),
    ("covidfact", "linking/covidfact/train.jsonl"), ("fm2", "linking/fm2/dev.jsonl"),
    ("fever_symmetric", "linking/fever_symmetric/dev.jsonl"), ("healthver", "linking/healthver/dev.jsonl"),
    ("climate_fever", "linking/climate_fever/train.jsonl"),
)  # fmt: skip


def read_examples(data: Path, most: dict[str, int], seed: int = 7) -> Iterator[Example]:
    """Yield examples of every set, at most so many of each, in a fixed order."""
    for source, name in FILES:
        rows = read_own(data) if source == "own" else read_rows(data / name)
        limit = most.get(source)
        if limit is not None and len(rows) > limit:
            rows = random.Random(seed).sample(rows, limit)  # noqa: S311
        for row in rows:
            allowed = _allowed(source, row)
            if allowed:
                yield Example(row["a"], row["b"], allowed, source, row)
