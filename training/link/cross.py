"""Train the small cross-encoder that reads both statements together, and measure it by cross-validation.

    python -m training.link.cross --data DIR --out DIR --minutes 14

Starts from a public sentence encoder; every pair is read in one order, chosen by lot in each epoch.
Writes `base.pt` (trained without the hand-labelled pairs), `folds.npz` (logits of each fold's
model on the pairs it has not seen) and `final.pt`.
"""

import argparse
import logging
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import torch
from sklearn.model_selection import GroupKFold
from tokenizers import Tokenizer
from torch import Tensor, nn

from training.link.model import Reader, load_reader
from training.link.minimal import make_examples
from training.link.sources import LABELS, Example, read_examples

log = logging.getLogger("cross")
MOST: Final = {
    "snli": 300, "mnli": 3500, "sick": 600, "claimdiff": 200, "sts_news": 2000, "emergent": 900,
}  # fmt: skip
MINIMAL: Final = 3500
FROZEN: Final = 2  # lowest layers that keep the encoder's weights, for speed
PIECES: Final = 64  # word pieces of a pair; the longer side is cut first
BATCH: Final = 32
RATE: Final = 1.2e-4
HEAD_RATE: Final = 8e-4
FOLDS: Final = 5
CASES: Final = frozenset({"seeds", "trump_taxes"})  # kept apart, so that they stay fit for judging


def encode(tokenizer: Tokenizer, examples: Sequence[Example]) -> list[tuple[list[int], list[int]]]:
    """Return piece ids and kinds of each pair, at most PIECES long."""
    sides = [
        [
            e.ids
            for e in tokenizer.encode_batch(
                [getattr(x, s) for x in examples], add_special_tokens=False
            )
        ]
        for s in "ab"
    ]
    found = []
    for a, b in zip(*sides, strict=True):
        one, two = list(a), list(b)
        while len(one) + len(two) > PIECES - 3:
            (one if len(one) >= len(two) else two).pop()
        found.append(([101, *one, 102, *two, 102], [0] * (len(one) + 2) + [1] * (len(two) + 1)))
    return found


def collate(batch: Sequence[tuple[list[int], list[int]]]) -> tuple[Tensor, Tensor, Tensor]:
    """Return ids, kinds and mask (batch, pieces) int64."""
    width = max(len(ids) for ids, _ in batch)
    ids, kinds, mask = (torch.zeros(len(batch), width, dtype=torch.long) for _ in range(3))
    for row, (pieces, sides) in enumerate(batch):
        ids[row, : len(pieces)] = torch.tensor(pieces)
        kinds[row, : len(pieces)] = torch.tensor(sides)
        mask[row, : len(pieces)] = 1
    return ids, kinds, mask


def loss_of(logits: Tensor, allowed: Tensor) -> Tensor:
    """Return minus the log of the joint probability of the labels that each pair allows."""
    shares = torch.log_softmax(logits.float(), dim=-1)
    return -torch.logsumexp(shares.masked_fill(~allowed, -1e9), dim=-1).mean()


def fit(
    model: Reader,
    tokenizer: Tokenizer,
    examples: Sequence[Example],
    *,
    epochs: float,
    rate: float,
    minutes: float,
    seed: int,
) -> None:
    """Train in place; stops early when the minutes are up, the rate having run down with the clock."""
    rng = random.Random(seed)  # noqa: S311
    torch.manual_seed(seed)
    for part in (model.words, model.positions, model.kinds, *model.layers[:FROZEN]):
        part.requires_grad_(requires_grad=False)
    head = list(model.labels.parameters())
    own = {id(p) for p in head}
    body = [p for p in model.parameters() if p.requires_grad and id(p) not in own]
    groups = [{"params": body, "peak": rate}, {"params": head, "peak": HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, lr=rate, weight_decay=0.01)
    started, done, total = time.monotonic(), 0, int(epochs * len(examples) / BATCH)
    model.train()
    while done < total:
        order = [
            e if rng.random() < 0.5 else e.turned() for e in rng.sample(examples, len(examples))
        ]  # noqa: PLR2004
        coded = encode(tokenizer, order)
        chunks = [
            sorted(range(i, min(i + 20 * BATCH, len(order))), key=lambda n: len(coded[n][0]))
            for i in range(0, len(order), 20 * BATCH)
        ]
        batches = [chunk[i : i + BATCH] for chunk in chunks for i in range(0, len(chunk), BATCH)]
        rng.shuffle(batches)
        for batch in batches:
            spent = (time.monotonic() - started) / 60 / minutes
            share = max(done / total, spent)
            if share >= 1:
                return
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * min(1.0, share / 0.06 + 0.02) * (1 - share)
            allowed = torch.tensor([[label in order[n].allowed for label in LABELS] for n in batch])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = model(*collate([coded[n] for n in batch]))
            loss = loss_of(logits, allowed)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            done += 1
            if done % 50 == 0:
                log.info(
                    "%d/%d %.1f min loss %.3f",
                    done,
                    total,
                    (time.monotonic() - started) / 60,
                    loss.item(),
                )


@torch.no_grad()
def logits_of(model: Reader, tokenizer: Tokenizer, examples: Sequence[Example]) -> np.ndarray:
    """Return logits (examples, labels) float32."""
    model.eval()
    coded = encode(tokenizer, examples)
    out = [model(*collate(coded[i : i + 64])).float().numpy() for i in range(0, len(coded), 64)]
    return np.concatenate(out)


def main() -> None:
    """Train the base, the folds and the final model."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--epochs", type=float, default=2)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--pair-epochs", type=float, default=3)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(arguments.threads)
    arguments.out.mkdir(parents=True, exist_ok=True)
    model, folder = load_reader()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    examples = list(read_examples(arguments.data, MOST))
    pairs = [e for e in examples if e.source == "pairs" and e.row["cluster"] not in CASES]
    others = [e for e in examples if e.source != "pairs"] + list(make_examples(MINIMAL))
    log.info("%d examples, %d pairs", len(others), len(pairs))
    fit(
        model,
        tokenizer,
        others,
        epochs=arguments.epochs,
        rate=RATE,
        minutes=arguments.minutes,
        seed=1,
    )
    torch.save(model.state_dict(), arguments.out / "base.pt")
    base = {k: v.clone() for k, v in model.state_dict().items()}
    groups = [e.row["cluster"] for e in pairs]
    both = {
        "ab": np.zeros((len(pairs), len(LABELS)), np.float32),
        "ba": np.zeros((len(pairs), len(LABELS)), np.float32),
    }
    zero = {
        "ab": logits_of(model, tokenizer, pairs),
        "ba": logits_of(model, tokenizer, [e.turned() for e in pairs]),
    }
    np.savez(arguments.out / "zero.npz", **zero)
    replay = random.Random(5).sample(others, min(len(others), len(pairs)))  # noqa: S311
    for train, test in GroupKFold(FOLDS).split(pairs, groups=groups):
        model.load_state_dict(base)
        fit(
            model,
            tokenizer,
            [pairs[n] for n in train] * 2 + replay,
            epochs=arguments.pair_epochs / 2,
            rate=RATE / 2,
            minutes=3,
            seed=2,
        )
        held = [pairs[n] for n in test]
        both["ab"][test] = logits_of(model, tokenizer, held)
        both["ba"][test] = logits_of(model, tokenizer, [e.turned() for e in held])
        np.savez(arguments.out / "folds.npz", **both)
    model.load_state_dict(base)
    fit(
        model,
        tokenizer,
        [*pairs, *pairs, *replay],
        epochs=arguments.pair_epochs / 2,
        rate=RATE / 2,
        minutes=3,
        seed=2,
    )
    torch.save(model.state_dict(), arguments.out / "final.pt")
    log.info("done")


if __name__ == "__main__":
    main()
