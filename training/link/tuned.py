"""The reader trained on a public set's own train part, and what that gives on its dev part.

    python -m training.link.tuned --data DIR --checkpoint FILE --set mrpc|emergent|claimdiff

All layers learn, with a new last layer for the set's labels and room for whole sentences. MRPC is
judged by the mean of both orders. Nothing of it ships: it tells what the encoder can learn.
"""

import argparse
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from numpy.typing import NDArray
from sklearn.metrics import accuracy_score, average_precision_score, f1_score, roc_auc_score
from tokenizers import Tokenizer
from torch import nn

from training.encoder import load_tokenizer
from training.link.cross import collate, encode
from training.link.model import Reader, load_reader
from training.link.pairs import read_rows
from training.link.sources import Example

RATE: Final = 5e-5
HEAD_RATE: Final = 1e-3
EPOCHS: Final = 3
BATCH: Final = 16
PIECES: Final = 128  # two whole sentences
SETS: Final = ("mrpc", "emergent", "claimdiff")

Rows = Sequence[dict[str, Any]]


def pairs_of(rows: Rows, *, turned: bool = False) -> list[Example]:
    """Return the rows as pairs to be read, in their order or the other way round."""
    sides = ("b", "a") if turned else ("a", "b")
    return [Example(row[sides[0]], row[sides[1]], (), "set", row) for row in rows]


def train(
    model: Reader, tokenizer: Tokenizer, rows: Rows, labels: Sequence[str], *, both: bool
) -> None:
    """Train all layers in place; a pair is read in an order chosen by lot if both mean the same."""
    lot = random.Random(1)
    torch.manual_seed(1)
    model.labels = nn.Linear(model.labels.in_features, len(labels))
    head = list(model.labels.parameters())
    body = [p for name, p in model.named_parameters() if not name.startswith("labels")]
    groups = [{"params": body, "peak": RATE}, {"params": head, "peak": HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, lr=RATE, weight_decay=0.01)
    rounds = len(rows) // BATCH
    model.train()
    for step in range(EPOCHS * rounds):
        if step % rounds == 0:
            order = lot.sample(list(rows), len(rows))
            turned = [both and lot.random() < 0.5 for _ in order]  # noqa: PLR2004
            read = [pairs_of([row], turned=t)[0] for row, t in zip(order, turned, strict=True)]
            coded = encode(tokenizer, read, PIECES)
            answers = torch.tensor([labels.index(str(row["label"])) for row in order])
        share = step / (EPOCHS * rounds)
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * min(1.0, share / 0.1 + 0.02) * (1 - share)
        batch = slice(step % rounds * BATCH, (step % rounds + 1) * BATCH)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(*collate(coded[batch]))
        loss = nn.functional.cross_entropy(logits.float(), answers[batch])
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()


@torch.no_grad()
def chances_of(
    model: Reader, tokenizer: Tokenizer, rows: Rows, *, turned: bool = False
) -> NDArray[np.float64]:
    """Return the chance of each label (rows, labels)."""
    model.eval()
    coded = encode(tokenizer, pairs_of(rows, turned=turned), PIECES)
    read = [model(*collate(coded[n : n + 64])).float() for n in range(0, len(coded), 64)]
    return torch.softmax(torch.cat(read), -1).numpy().astype(np.float64)


def judge(name: str, rows: Rows, labels: Sequence[str], chances: NDArray[np.float64]) -> str:
    """Return the set's figures in a line."""
    gold = np.array([labels.index(str(row["label"])) for row in rows])
    guess = chances.argmax(1)
    if name == "mrpc":
        ap = average_precision_score(gold, chances[:, 1])
        return f"F1 {f1_score(gold, guess):.3f}, AP {ap:.3f}"
    macro = f1_score(gold, guess, average="macro")
    told = f"macro-F1 {macro:.3f}, accuracy {accuracy_score(gold, guess):.3f}"
    if name == "claimdiff":
        weaken = labels.index("weaken")
        told += f', "weaken" AUC {roc_auc_score(gold == weaken, chances[:, weaken]):.3f}'
    return told


def main() -> None:
    """Train on and judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--set", choices=SETS, required=True)
    arguments = parser.parse_args()
    torch.set_num_threads(2)
    model, folder = load_reader()
    model.load_state_dict(torch.load(arguments.checkpoint, weights_only=True))
    tokenizer = load_tokenizer(folder / "tokenizer.json")
    learn, dev = (
        read_rows(arguments.data / f"linking/{arguments.set}/{part}.jsonl")
        for part in ("train", "dev")
    )
    labels = sorted({str(row["label"]) for row in learn})
    both = arguments.set == "mrpc"
    train(model, tokenizer, learn, labels, both=both)
    chances = chances_of(model, tokenizer, dev)
    if both:
        chances = (chances + chances_of(model, tokenizer, dev, turned=True)) / 2
    print(f"{arguments.set} dev, n {len(dev)}: {judge(arguments.set, dev, labels, chances)}")  # noqa: T201


if __name__ == "__main__":
    main()
