"""The reader trained on for a few minutes on MRPC alone, and what that gives on its dev part.

    python -m training.link.paraphrase --data DIR --checkpoint FILE --minutes 2.9

Paraphrase means that the reader's chances of `same` and of entailment either way, in the mean of
both orders, pass one half. Nothing of it ships.
"""

import argparse
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from sklearn.metrics import average_precision_score, f1_score
from tokenizers import Tokenizer

from training.link import cross
from training.link.model import load_reader
from training.link.pairs import read_rows
from training.link.sources import LABELS, Example

RATE: Final = 8e-5
EPOCHS: Final = 2
FROZEN: Final = 3  # lowest layers that stay as they are, for speed


def examples_of(rows: list[dict[str, Any]]) -> list[Example]:
    """Return pairs with the labels that stand for paraphrase or for anything else."""
    return [
        Example(r["a"], r["b"], LABELS[:3] if r["label"] else LABELS[3:], "mrpc", r) for r in rows
    ]


def main() -> None:
    """Train on and judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=2.9)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    cross.FROZEN = FROZEN
    model, folder = load_reader()
    model.load_state_dict(torch.load(arguments.checkpoint, weights_only=True))
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    sets = {part: read_rows(arguments.data / f"linking/mrpc/{part}.jsonl") for part in ("train", "dev")}
    train, dev = examples_of(sets["train"]), examples_of(sets["dev"])
    cross.fit(model, tokenizer, train, epochs=EPOCHS, rate=RATE, minutes=arguments.minutes, seed=1)
    model.eval()
    chances = np.zeros(len(dev))
    for listed in (dev, [one.turned() for one in dev]):
        logits = cross.logits_of(model, tokenizer, listed)
        shares = np.exp(logits - np.logaddexp.reduce(logits, axis=1, keepdims=True))
        chances += shares[:, :3].sum(1) / 2
    gold = np.array([bool(row["label"]) for row in sets["dev"]])
    f1, ap = f1_score(gold, chances > 0.5), average_precision_score(gold, chances)  # noqa: PLR2004
    print(f"mrpc dev: F1 {f1:.3f} at 0.5, AP {ap:.3f}, n {len(gold)}")  # noqa: T201


if __name__ == "__main__":
    main()
