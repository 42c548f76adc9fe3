"""Small heads on what ships, for the public sets whose question is not the product's own.

    python -m training.link.heads --data DIR --checkpoint FILE --cache DIR

The checkpoint should not have seen the sets: on pairs that it was trained on the reader is surer
than it is on others, and a head fitted there trusts it too much. Each head is a logistic regression over the measures of a pair, what the reader says, the
reader's last layer, and single words of the second text. It is fitted on the set's
train part, settings by cross-validation there, and judged on its dev part. Nothing of it ships.
"""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from scipy import sparse
from sklearn.decomposition import PCA
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, f1_score, roc_auc_score
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import StandardScaler

from headwater.link.alignment import Pair
from headwater.link.compare_pairs import statement_of
from headwater.link.features import measure
from training.encoder import load_tokenizer
from training.link.cross import collate, encode
from training.link.model import load_reader
from training.link.pairs import read_rows
from training.link.sources import Example

STRENGTHS: Final = (0.0003, 0.001, 0.003, 0.01, 0.03)  # inverse penalties that are tried
AXES: Final = 64  # of the reader's last layer, by PCA on train
WORDS: Final = (0.0, 1.0, 3.0)  # weights of single words that are tried; 0 leaves them out
FOLDS: Final = 5
BATCH: Final = 32
PARTS: Final = {
    "mrpc": ("train", "dev"),
    "emergent": ("train", "dev"),
    "claimdiff": ("train", "dev"),
}
Rows = list[dict[str, Any]]
Array = NDArray[np.float32]


def read_all(checkpoint: Path, rows: Rows) -> dict[str, Array]:
    """Return label logits and the last layer of the reader for each row."""
    torch.set_num_threads(1)
    model, folder = load_reader()
    model.load_state_dict(torch.load(checkpoint, weights_only=True))
    model.eval()
    tokenizer = load_tokenizer(folder / "tokenizer.json")
    kept: list[Any] = []
    model.labels.register_forward_pre_hook(lambda _, inputs: kept.append(inputs[0]))
    coded = encode(tokenizer, [Example(r["a"], r["b"], (), "", r) for r in rows])
    order = sorted(range(len(rows)), key=lambda n: len(coded[n][0]))
    logits = np.zeros((len(rows), 6), np.float32)
    layer = np.zeros((len(rows), 768), np.float32)
    with torch.no_grad():
        for start in range(0, len(order), BATCH):
            at = order[start : start + BATCH]
            logits[at] = model(*collate([coded[n] for n in at])).numpy()
            layer[at] = kept.pop().numpy()
    return {"logits": logits, "layer": layer}


def measures_of(rows: Rows) -> Array:
    """Return every measure of each row."""
    found = []
    for row in rows:
        day = row.get("date")
        pair = Pair(statement_of(row["a"], day=day), statement_of(row["b"], day=day))
        found.append(list(measure(pair).values()))
    return np.array(found, dtype=np.float32)


def cached(cache: Path, data: Path, checkpoint: Path, name: str, part: str) -> tuple[Rows, Array, Array]:
    """Return rows, measures with the reader's shares, and the reader's last layer."""
    rows = read_rows(data / f"linking/{name}/{part}.jsonl")
    file = cache / f"{name}_{part}.npz"
    if not file.is_file():
        np.savez(file, measures=measures_of(rows), **read_all(checkpoint, rows))
    with np.load(file) as held:
        logits = held["logits"]
        shares = logits - np.logaddexp.reduce(logits, axis=1, keepdims=True)
        dense, layer = np.hstack([held["measures"], shares]), held["layer"]
    return rows, dense.astype(np.float32), layer.astype(np.float32)


class Part(NamedTuple):
    """Rows of a set with what is known of them."""

    rows: Rows
    dense: Array
    layer: Array


class Head:
    """A logistic regression over measures, reader and, if wanted, layer and words."""

    def __init__(self, strength: float, words: float, *, layer: bool) -> None:
        """Choose what it reads."""
        self.words, self.layer = words, layer
        self.scaler, self.axes = StandardScaler(), PCA(AXES, random_state=1)
        self.texts = TfidfVectorizer(ngram_range=(1, 2), min_df=3, sublinear_tf=True, token_pattern=r"(?u)\b\w+\b|\?|!")  # noqa: E501
        self.model = LogisticRegression(C=strength, max_iter=300, class_weight="balanced")

    def _put(self, part: Part, *, learn: bool) -> Any:  # noqa: ANN401 - a sparse or dense matrix
        values = part.dense
        if self.layer:
            turned = self.axes.fit_transform(part.layer) if learn else self.axes.transform(part.layer)
            values = np.hstack([values, turned])
        values = self.scaler.fit_transform(values) if learn else self.scaler.transform(values)
        if not self.words:
            return values
        texts = [row["b"] for row in part.rows]
        found = self.texts.fit_transform(texts) if learn else self.texts.transform(texts)
        return sparse.hstack([sparse.csr_matrix(values), found * self.words * 10]).tocsr()

    def fit(self, part: Part, labels: Sequence[Any]) -> "Head":
        """Fit on a part."""
        self.model.fit(self._put(part, learn=True), labels)
        return self

    def chances(self, part: Part) -> NDArray[np.float64]:
        """Return the probability of each label."""
        return np.asarray(self.model.predict_proba(self._put(part, learn=False)))


def take(part: Part, rows: Sequence[int]) -> Part:
    """Return some rows of a part."""
    return Part([part.rows[n] for n in rows], part.dense[rows], part.layer[rows])


Score = Callable[[Sequence[Any], NDArray[np.float64]], float]


def choose(
    train: Part, labels: list[Any], groups: list[Any], score: Score, words: Sequence[float], *, layer: bool
) -> tuple[float, float, float, NDArray[np.float64]]:
    """Return the best score by cross-validation, its settings and the held-out chances."""
    best: tuple[float, float, float, NDArray[np.float64]] | None = None
    folds = list(GroupKFold(FOLDS).split(labels, groups=groups))
    for weight in words:
        for strength in STRENGTHS:
            held = np.zeros((len(labels), len(set(labels))))
            for inside, outside in folds:
                head = Head(strength, weight, layer=layer)
                head.fit(take(train, inside), [labels[n] for n in inside])
                held[outside] = head.chances(take(train, outside))
            reached = score(labels, held)
            if best is None or reached > best[0]:
                best = reached, strength, weight, held
    assert best is not None
    return best


def cut_for_f1(labels: Sequence[int], chances: Array) -> float:
    """Return the threshold with the best F1."""
    return float(max(np.unique(np.round(chances, 3)), key=lambda c: f1_score(labels, chances >= c)))


def ap(labels: Sequence[int], chances: NDArray[np.float64]) -> float:
    """Return the average precision."""
    return float(average_precision_score(labels, chances[:, 1]))


def auc(labels: Sequence[int], chances: NDArray[np.float64]) -> float:
    """Return the area under the curve."""
    return float(roc_auc_score(labels, chances[:, 1]))


def macro(labels: Sequence[str], chances: NDArray[np.float64]) -> float:
    """Return macro-F1."""
    names = np.array(sorted(set(labels)))
    return float(f1_score(labels, names[chances.argmax(1)], average="macro"))


class Task(NamedTuple):
    """A question put to a set."""

    name: str
    set: str
    label: Callable[[dict[str, Any]], Any]
    group: Callable[[dict[str, Any]], Any]
    score: Score


TASKS: Final = (
    Task("mrpc: paraphrase", "mrpc", lambda r: int(r["label"]), lambda r: r["id"], ap),
    Task("emergent: stance", "emergent", lambda r: r["label"], lambda r: r["a"], macro),
    Task("claimdiff: related", "claimdiff", lambda r: int(r["label"] != "none"), lambda r: r["topic"], ap),
    Task("claimdiff: weaken", "claimdiff", lambda r: int(r["label"] == "weaken"), lambda r: r["topic"], auc),
)  # fmt: skip


def report(task: Task, parts: dict[str, Part], *, layer: bool) -> None:
    """Fit on train, print what dev gives."""
    train, dev = parts["train"], parts["dev"]
    labels = [task.label(row) for row in train.rows]
    groups = [task.group(row) for row in train.rows]
    words = WORDS if task.set == "emergent" else WORDS[:1]
    inside, strength, weight, held = choose(train, labels, groups, task.score, words, layer=layer)
    head = Head(strength, weight, layer=layer).fit(train, labels)
    answers, chances = [task.label(row) for row in dev.rows], head.chances(dev)
    what = "measures, reader and its last layer" if layer else "measures and reader"
    line = f"{task.name:20} {what:36} {task.score.__name__} {task.score(answers, chances):.3f} (train, cross-validated {inside:.3f}; C {strength}, words {weight})"  # noqa: E501
    if task.score is ap:
        cut = cut_for_f1(labels, held[:, 1])
        line += f" F1 {f1_score(answers, chances[:, 1] >= cut):.3f} at {cut:.2f}"
    if task.score is macro:
        names = np.array(sorted(set(labels)))
        line += f" accuracy {np.mean(names[chances.argmax(1)] == np.array(answers)):.3f}"
    print(line, f"n {len(answers)}", flush=True)  # noqa: T201


def main() -> None:
    """Judge each task with and without the reader's last layer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--cache", type=Path, required=True, help="folder for what the reader says")
    parser.add_argument("--sets", nargs="*", default=sorted(PARTS))
    arguments = parser.parse_args()
    arguments.cache.mkdir(parents=True, exist_ok=True)
    known = {
        name: {
            part: Part(*cached(arguments.cache, arguments.data, arguments.checkpoint, name, part))
            for part in PARTS[name]
        }
        for name in arguments.sets
    }
    for name, parts in known.items():
        for task in (task for task in TASKS if task.set == name):
            for layer in (False, True):
                report(task, parts, layer=layer)


if __name__ == "__main__":
    main()
