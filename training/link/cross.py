"""Train the small cross-encoder that reads both statements together, and measure it by cross-validation.

    python -m training.link.cross --data DIR --out DIR

Starts from a public sentence encoder and goes in three rounds: entailment at large, statements of
news, hand-labelled pairs. Every pair is read in one order, chosen by lot in each epoch. Writes
`base.pt` (trained without the labelled pairs), `folds.npz` (logits of each fold's model on the
labelled pairs it has not seen, both orders) and `final.pt`. About 25 minutes on two quiet cores.
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

from training.link.changed import make_changed, read_texts
from training.link.model import Reader, load_reader
from training.link.minimal import make_examples
from training.link.sources import LABELS, Example, read_examples

log = logging.getLogger("cross")
# Most examples of each set: first what entails what, then statements of news, then a reminder of both.
FIRST: Final = {
    "own": 0, "pairs": 0, "sick": 2500, "climate_fever": 800, "covidfact": 1500, "sts_news": 1500,
    "claimdiff": 0, "emergent": 0, "mrpc": 0,
}  # fmt: skip
SECOND: Final = {
    "own": 0, "pairs": 0, "mnli": 2500, "snli": 800, "sick": 800, "rte": 1200, "climate_fever": 100,
    "covidfact": 500, "fm2": 600, "healthver": 500, "fever_symmetric": 700, "sts_news": 2500,
}  # fmt: skip
AGAIN: Final = {
    "own": 0, "pairs": 0, "mnli": 300, "snli": 0, "sick": 100, "rte": 200, "climate_fever": 0,
    "covidfact": 0, "fm2": 100, "healthver": 0, "fever_symmetric": 100, "sts_news": 300, "mrpc": 500,
    "emergent": 150, "claimdiff": 150,
}  # fmt: skip
LABELLED: Final = dict.fromkeys(
    "mrpc sts_news rte rte3 sick snli mnli emergent claimdiff covidfact fm2 fever_symmetric healthver"
    " climate_fever".split(),
    0,
)
MINIMAL: Final = (4000, 500)  # invented pairs in the second and the third round
CHANGED: Final = ((700, 9000), (60, 600))  # articles and pairs from their sentences, likewise
EPOCHS: Final = 2
RATES: Final = (1.5e-4, 1.0e-4, 5e-5)
POSITIVE: Final = 2  # how often a labelled pair is seen that is more than related
PIECES: Final = 64  # word pieces of a pair; the longer side is cut first
BATCH: Final = 32
HEAD_RATE: Final = 8e-4
FOLDS: Final = 4
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


def select(data: Path, most: dict[str, int], seed: int) -> list[Example]:
    """Return examples of every set, without the pairs of the gold cases."""
    return [e for e in read_examples(data, most, seed) if e.row.get("cluster") not in CASES]


def last_round(pairs: Sequence[Example], again: Sequence[Example]) -> list[Example]:
    """Return labelled pairs, the telling ones more often, and a reminder of what was learned."""
    telling = [e for e in pairs if e.row["label"] not in {"related", "unrelated"}]
    rest = [e for e in pairs if e.row["label"] in {"related", "unrelated"}]
    return rest + telling * POSITIVE + list(again)


def main() -> None:
    """Train the base, the folds and the final model."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=30, help="at most, for each round")
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(arguments.threads)
    arguments.out.mkdir(parents=True, exist_ok=True)
    model, folder = load_reader()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    data, minutes = arguments.data, arguments.minutes
    pairs = select(data, LABELLED, seed=7)
    apart = frozenset(e.row["cluster"] for e in pairs if e.source == "pairs")
    first = select(data, FIRST, seed=7)
    log.info("first round: %d examples", len(first))
    fit(model, tokenizer, first, epochs=EPOCHS, rate=RATES[0], minutes=minutes, seed=1)
    second = select(data, SECOND, seed=9) + list(make_examples(MINIMAL[0]))
    second += list(make_changed(read_texts(data, CHANGED[0][0], apart), CHANGED[0][1]))
    log.info("second round: %d examples", len(second))
    fit(model, tokenizer, second, epochs=EPOCHS, rate=RATES[1], minutes=minutes, seed=3)
    base = {k: v.clone() for k, v in model.state_dict().items()}
    torch.save(base, arguments.out / "base.pt")
    again = select(data, AGAIN, seed=5) + list(make_examples(MINIMAL[1]))
    again += list(make_changed(read_texts(data, CHANGED[1][0], apart), CHANGED[1][1]))
    groups = [e.row["cluster"] for e in pairs]
    both = {side: np.zeros((len(pairs), len(LABELS)), np.float32) for side in ("ab", "ba")}
    for train, test in GroupKFold(FOLDS).split(pairs, groups=groups):
        model.load_state_dict(base)
        mixed = last_round([pairs[n] for n in train], again)
        fit(model, tokenizer, mixed, epochs=EPOCHS, rate=RATES[2], minutes=minutes, seed=4)
        unseen = [pairs[n] for n in test]
        both["ab"][test] = logits_of(model, tokenizer, unseen)
        both["ba"][test] = logits_of(model, tokenizer, [e.turned() for e in unseen])
    np.savez(arguments.out / "folds.npz", **both)
    model.load_state_dict(base)
    mixed = last_round(pairs, again)
    fit(model, tokenizer, mixed, epochs=EPOCHS, rate=RATES[2], minutes=minutes, seed=4)
    torch.save(model.state_dict(), arguments.out / "final.pt")


if __name__ == "__main__":
    main()
