"""Train the small cross-encoder that reads both statements together, and cross-validate it.

    python -m training.link.cross --data DIR --out DIR

Starts from a public sentence encoder and goes in four rounds: entailment at large, statements of
news, invented events, hand-labelled pairs. Every pair is read in one order, chosen by lot in each
epoch. Writes what each round ends with (`entails.pt`, `news.pt`, `base.pt`: trained without the
labelled pairs), `folds.npz` (logits of each fold's model on the labelled pairs it has not seen, in
both orders) and `final.pt`. About 30 minutes on two quiet cores; steps and seeds are fixed, and a
round that stands in the folder already is not run again.
"""

import argparse
import logging
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import torch
from sklearn.model_selection import GroupKFold
from tokenizers import Tokenizer
from torch import Tensor, nn

from training.encoder import load_tokenizer
from training.link.changed import make_changed, read_texts
from training.link.minimal import make_examples
from training.link.model import Reader, load_reader
from training.link.sources import LABELS, Example, read_examples
from training.link.worlds import make_worlds, read_worlds

log = logging.getLogger("cross")
# Most examples of each set: first what entails what, then statements of news.
FIRST: Final = {
    "own": 0, "pairs": 0, "sick": 2500, "climate_fever": 800, "covidfact": 1500, "sts_news": 1500,
    "claimdiff": 0, "emergent": 0, "mrpc": 0,
}  # fmt: skip
SECOND: Final = {
    "own": 0, "pairs": 0, "mnli": 2500, "snli": 800, "sick": 800, "rte": 1200, "climate_fever": 100,
    "covidfact": 500, "fm2": 600, "healthver": 500, "fever_symmetric": 700, "sts_news": 2500,
}  # fmt: skip
# Reminders, in the third round and (less, or they drown the labelled pairs) in the last.
AGAIN: Final = (
    {
        "own": 0, "pairs": 0, "mnli": 300, "snli": 0, "sick": 100, "rte": 200, "climate_fever": 0,
        "covidfact": 0, "fm2": 100, "healthver": 0, "fever_symmetric": 100, "sts_news": 300,
        "mrpc": 300, "emergent": 150, "claimdiff": 150,
    },
    {
        "own": 0, "pairs": 0, "mnli": 100, "snli": 0, "sick": 35, "rte": 65, "climate_fever": 0,
        "covidfact": 0, "fm2": 35, "healthver": 0, "fever_symmetric": 35, "sts_news": 100,
        "mrpc": 100, "emergent": 50, "claimdiff": 50,
    },
)  # fmt: skip
LABELLED: Final = dict.fromkeys(
    "mrpc sts_news rte rte3 sick snli mnli emergent claimdiff covidfact fm2 fever_symmetric"
    " healthver climate_fever".split(),
    0,
)
MINIMAL: Final = (4000, 500, 150)  # invented pairs in the second round and as reminders
CHANGED: Final = ((700, 9000), (60, 600), (60, 150))  # articles and pairs of their sentences
EPOCHS: Final = (2, 2, 1, 1)  # a second one over the last two learns their manner of speaking
RATES: Final = (1.5e-4, 1.0e-4, 1.0e-4, 5e-5)
POSITIVE: Final = 2  # how often a labelled pair is seen that is more than related
PIECES: Final = 64  # word pieces of a pair of statements; the longer side is cut first
BATCH: Final = 32
HEAD_RATE: Final = 8e-4
FOLDS: Final = 4
TURNED: Final = 0.5  # share of pairs that are read the other way round
CASES: Final = frozenset({"seeds", "trump_taxes"})  # kept apart, so that they stay fit for judging


def encode(
    tokenizer: Tokenizer, examples: Sequence[Example], pieces: int = PIECES
) -> list[tuple[list[int], list[int]]]:
    """Return piece ids and kinds of each pair, at most so many pieces long."""
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
        while len(one) + len(two) > pieces - 3:
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


def make_batches(lengths: Sequence[int]) -> list[list[int]]:
    """Return numbers of pairs in batches of about equal length, so that little is padded."""
    wide = 20 * BATCH
    chunks = [
        sorted(range(n, min(n + wide, len(lengths))), key=lambda number: lengths[number])
        for n in range(0, len(lengths), wide)
    ]
    return [chunk[n : n + BATCH] for chunk in chunks for n in range(0, len(chunk), BATCH)]


def fit(
    model: Reader,
    tokenizer: Tokenizer,
    examples: Sequence[Example],
    *,
    round_: int,
    seed: int,
) -> None:
    """Train in place for one of the rounds, the rate running down with the steps."""
    rng = random.Random(seed)
    torch.manual_seed(seed)
    head = list(model.labels.parameters())
    own = {id(p) for p in head}
    body = [p for p in model.parameters() if p.requires_grad and id(p) not in own]
    groups = [{"params": body, "peak": RATES[round_]}, {"params": head, "peak": HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, lr=RATES[round_], weight_decay=0.01)
    done, total = 0, EPOCHS[round_] * len(examples) // BATCH
    model.train()
    while done < total:
        order = rng.sample(examples, len(examples))
        order = [e if rng.random() < TURNED else e.turned() for e in order]
        coded = encode(tokenizer, order)
        batches = make_batches([len(ids) for ids, _ in coded])
        rng.shuffle(batches)
        for batch in batches:
            if done == total:
                return
            share = done / total
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
                log.info("%d/%d loss %.3f", done, total, loss.item())


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


class Trainee(NamedTuple):
    """The model in training, its tokenizer and the folder that its rounds are kept in."""

    model: Reader
    tokenizer: Tokenizer
    out: Path

    def learn(self, name: str, examples: Sequence[Example], *, round_: int, seed: int) -> None:
        """Train a round on from the one before, or take it from the folder if it stands there."""
        path = self.out / f"{name}.pt"
        if path.exists():
            self.model.load_state_dict(torch.load(path, weights_only=True))
            return
        log.info("%s: %d examples", name, len(examples))
        fit(self.model, self.tokenizer, examples, round_=round_, seed=seed)
        torch.save(self.model.state_dict(), path)


def learn_base(trainee: Trainee, data: Path, apart: frozenset[str]) -> None:
    """Go through the rounds that need no pair labelled by hand."""
    trainee.learn("entails", select(data, FIRST, seed=7), round_=0, seed=1)
    news = select(data, SECOND, seed=9) + list(make_examples(MINIMAL[0]))
    news += list(make_changed(read_texts(data, CHANGED[0][0], apart), CHANGED[0][1]))
    trainee.learn("news", news, round_=1, seed=3)
    trainee.learn("base", [*make_worlds(read_worlds()), *remind(data, apart, 0)], round_=2, seed=1)


def remind(data: Path, apart: frozenset[str], time: int) -> list[Example]:
    """Return a little of everything that was learned before."""
    again = select(data, AGAIN[time], seed=5) + list(make_examples(MINIMAL[time + 1]))
    articles, most = CHANGED[time + 1]
    return again + list(make_changed(read_texts(data, articles, apart), most))


def cross_fit(
    trainee: Trainee, pairs: Sequence[Example], again: Sequence[Example]
) -> dict[str, np.ndarray]:
    """Return logits on pairs that the model of their fold has not seen, for both orders."""
    base = {k: v.clone() for k, v in trainee.model.state_dict().items()}
    both = {side: np.zeros((len(pairs), len(LABELS)), np.float32) for side in ("ab", "ba")}
    groups = [e.row["cluster"] for e in pairs]
    for train, test in GroupKFold(FOLDS).split(pairs, groups=groups):
        trainee.model.load_state_dict(base)
        mixed = last_round([pairs[n] for n in train], again)
        fit(trainee.model, trainee.tokenizer, mixed, round_=3, seed=4)
        unseen = [pairs[n] for n in test]
        both["ab"][test] = logits_of(trainee.model, trainee.tokenizer, unseen)
        turned = [e.turned() for e in unseen]
        both["ba"][test] = logits_of(trainee.model, trainee.tokenizer, turned)
    trainee.model.load_state_dict(base)
    return both


def main() -> None:
    """Train the base, the folds and the final model."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(arguments.threads)
    arguments.out.mkdir(parents=True, exist_ok=True)
    model, folder = load_reader()
    model.words.weight.requires_grad_(requires_grad=False)  # it ships once, for all encoders
    tokenizer = load_tokenizer(folder / "tokenizer.json")
    trainee = Trainee(model, tokenizer, arguments.out)
    pairs = select(arguments.data, LABELLED, seed=7)
    apart = frozenset(e.row["cluster"] for e in pairs if e.source == "pairs")
    learn_base(trainee, arguments.data, apart)
    again = remind(arguments.data, apart, 1)
    np.savez(arguments.out / "folds.npz", **cross_fit(trainee, pairs, again))
    trainee.learn("final", last_round(pairs, again), round_=3, seed=4)


if __name__ == "__main__":
    main()
