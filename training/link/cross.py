"""Train the small cross-encoder that reads both statements together, and cross-validate it.

    python -m training.link.cross --data DIR --out DIR

Starts from a public sentence encoder and goes in five rounds: entailment at large, statements of
news, invented events, pairs that a larger encoder labelled (`teacher`), hand-labelled pairs. Every
pair is read in one order, chosen by lot in each epoch. Writes what each round ends with
(`entails.pt`, `news.pt`, `base.pt`, `taught.pt`: trained without the labelled pairs), `folds.npz` (logits of each fold's model on the labelled pairs it has not seen, in
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
from training.link.pairs import read_rows
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
POSITIVE: Final = 2  # how often a labelled pair is seen that is more than related
PIECES: Final = 64  # word pieces of a pair of statements; the longer side is cut first
BATCH: Final = 32
FOLDS: Final = 4
TURNED: Final = 0.5  # share of pairs that are read the other way round
CASES: Final = frozenset({"seeds", "trump_taxes"})  # kept apart, so that they stay fit for judging


class Rounds(NamedTuple):
    """How fast and how often each round learns.

    Attributes:
        rates: Peak rate of the encoder in each round.
        epochs: How often each round sees its examples.
        head: Peak rate of the last layer.
    """

    rates: tuple[float, ...]
    epochs: tuple[int, ...]
    head: float


# A second epoch over invented events or labelled pairs learns their manner of speaking.
ROUNDS: Final = Rounds((1.5e-4, 1.0e-4, 1.0e-4, 1.0e-4, 5e-5), (2, 2, 1, 2, 1), 8e-4)


class Layout(NamedTuple):
    """The special pieces of an encoder: before, between and behind two statements, and to fill."""

    before: tuple[int, ...] = (101,)
    between: tuple[int, ...] = (102,)
    behind: tuple[int, ...] = (102,)
    fill: int = 0


BERT: Final = Layout()


class Coder(NamedTuple):
    """A tokenizer and the special pieces around what it gives."""

    tokenizer: Tokenizer
    layout: Layout = BERT


def encode(
    tokenizer: Tokenizer,
    examples: Sequence[Example],
    pieces: int = PIECES,
    layout: Layout = BERT,
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
    special = len(layout.before) + len(layout.between) + len(layout.behind)
    found = []
    for a, b in zip(*sides, strict=True):
        one, two = list(a), list(b)
        while len(one) + len(two) > pieces - special:
            (one if len(one) >= len(two) else two).pop()
        left = [*layout.before, *one, *layout.between]
        right = [*two, *layout.behind]
        found.append((left + right, [0] * len(left) + [1] * len(right)))
    return found


def collate(
    batch: Sequence[tuple[list[int], list[int]]], fill: int = 0
) -> tuple[Tensor, Tensor, Tensor]:
    """Return ids, kinds and mask (batch, pieces) int64."""
    width = max(len(ids) for ids, _ in batch)
    ids, kinds, mask = (torch.zeros(len(batch), width, dtype=torch.long) for _ in range(3))
    ids += fill
    for row, (pieces, sides) in enumerate(batch):
        ids[row, : len(pieces)] = torch.tensor(pieces)
        kinds[row, : len(pieces)] = torch.tensor(sides)
        mask[row, : len(pieces)] = 1
    return ids, kinds, mask


def loss_of(logits: Tensor, examples: Sequence[Example]) -> Tensor:
    """Return the mean loss of pairs.

    Minus the log of the joint probability of the labels that a pair allows; the cross-entropy with
    the teacher's probabilities where it has those.
    """
    shares = torch.log_softmax(logits.float(), dim=-1)
    allowed = torch.tensor([[label in e.allowed for label in LABELS] for e in examples])
    hard = -torch.logsumexp(shares.masked_fill(~allowed, -1e9), dim=-1)
    taught = torch.tensor([not e.allowed for e in examples])
    given = torch.tensor([e.row["shares"] if not e.allowed else [0.0] * len(LABELS) for e in examples])
    return torch.where(taught, -(given * shares).sum(-1), hard).mean()


def make_batches(lengths: Sequence[int]) -> list[list[int]]:
    """Return numbers of pairs in batches of about equal length, so that little is padded."""
    wide = 20 * BATCH
    chunks = [
        sorted(range(n, min(n + wide, len(lengths))), key=lambda number: lengths[number])
        for n in range(0, len(lengths), wide)
    ]
    return [chunk[n : n + BATCH] for chunk in chunks for n in range(0, len(chunk), BATCH)]


def fit(
    model: nn.Module,
    coder: Coder,
    examples: Sequence[Example],
    *,
    round_: int,
    seed: int,
    rounds: Rounds = ROUNDS,
) -> None:
    """Train in place for one of the rounds, the rate running down with the steps."""
    rng = random.Random(seed)
    torch.manual_seed(seed)
    head = list(model.labels.parameters())
    own = {id(p) for p in head}
    body = [p for p in model.parameters() if p.requires_grad and id(p) not in own]
    groups = [{"params": body, "peak": rounds.rates[round_]}, {"params": head, "peak": rounds.head}]
    optimizer = torch.optim.AdamW(groups, lr=rounds.rates[round_], weight_decay=0.01)
    done, total = 0, rounds.epochs[round_] * len(examples) // BATCH
    model.train()
    while done < total:
        order = rng.sample(examples, len(examples))
        order = [e if rng.random() < TURNED else e.turned() for e in order]
        coded = encode(coder.tokenizer, order, layout=coder.layout)
        batches = make_batches([len(ids) for ids, _ in coded])
        rng.shuffle(batches)
        for batch in batches:
            if done == total:
                return
            share = done / total
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * min(1.0, share / 0.06 + 0.02) * (1 - share)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = model(*collate([coded[n] for n in batch], coder.layout.fill))
            loss = loss_of(logits, [order[n] for n in batch])
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            done += 1
            if done % 50 == 0:
                log.info("%d/%d loss %.3f", done, total, loss.item())


@torch.no_grad()
def logits_of(model: nn.Module, coder: Coder, examples: Sequence[Example]) -> np.ndarray:
    """Return logits (examples, labels) float32."""
    model.eval()
    coded = encode(coder.tokenizer, examples, layout=coder.layout)
    order = sorted(range(len(coded)), key=lambda number: len(coded[number][0]))
    out = np.zeros((len(coded), len(LABELS)), np.float32)
    for start in range(0, len(order), 64):
        part = order[start : start + 64]
        given = collate([coded[number] for number in part], coder.layout.fill)
        out[part] = model(*given).float().numpy()
    return out


def select(data: Path, most: dict[str, int], seed: int) -> list[Example]:
    """Return examples of every set, without the pairs of the gold cases."""
    return [e for e in read_examples(data, most, seed) if e.row.get("cluster") not in CASES]


def last_round(pairs: Sequence[Example], again: Sequence[Example]) -> list[Example]:
    """Return labelled pairs, the telling ones more often, and a reminder of what was learned."""
    telling = [e for e in pairs if e.row["label"] not in {"related", "unrelated"}]
    rest = [e for e in pairs if e.row["label"] in {"related", "unrelated"}]
    return rest + telling * POSITIVE + list(again)


class Trainee(NamedTuple):
    """The model in training, its pieces and the folder that its rounds are kept in."""

    model: Reader
    coder: Coder
    out: Path

    def learn(self, name: str, examples: Sequence[Example], *, round_: int, seed: int) -> None:
        """Train a round on from the one before, or take it from the folder if it stands there."""
        path = self.out / f"{name}.pt"
        if path.exists():
            self.model.load_state_dict(torch.load(path, weights_only=True))
            return
        log.info("%s: %d examples", name, len(examples))
        fit(self.model, self.coder, examples, round_=round_, seed=seed)
        torch.save(self.model.state_dict(), path)


def learn_base(trainee: Trainee, data: Path, apart: frozenset[str]) -> None:
    """Go through the rounds that need no pair labelled by hand."""
    trainee.learn("entails", select(data, FIRST, seed=7), round_=0, seed=1)
    news = select(data, SECOND, seed=9) + list(make_examples(MINIMAL[0]))
    news += list(make_changed(read_texts(data, CHANGED[0][0], apart), CHANGED[0][1]))
    trainee.learn("news", news, round_=1, seed=3)
    trainee.learn("base", [*make_worlds(read_worlds()), *remind(data, apart, 0)], round_=2, seed=1)


def read_taught(path: Path) -> list[Example]:
    """Return the pairs that the teacher labelled; they allow no label, but have its shares."""
    return [Example(row["a"], row["b"], (), "taught", row) for row in read_rows(path)]


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
        fit(trainee.model, trainee.coder, mixed, round_=4, seed=4)
        unseen = [pairs[n] for n in test]
        both["ab"][test] = logits_of(trainee.model, trainee.coder, unseen)
        turned = [e.turned() for e in unseen]
        both["ba"][test] = logits_of(trainee.model, trainee.coder, turned)
    trainee.model.load_state_dict(base)
    return both


def main() -> None:
    """Train the base, the folds and the final model."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--taught", type=Path, help="what `training.link.teacher` wrote")
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(arguments.threads)
    arguments.out.mkdir(parents=True, exist_ok=True)
    model, folder = load_reader()
    model.words.weight.requires_grad_(requires_grad=False)  # it ships once, for all encoders
    trainee = Trainee(model, Coder(load_tokenizer(folder / "tokenizer.json")), arguments.out)
    pairs = select(arguments.data, LABELLED, seed=7)
    apart = frozenset(e.row["cluster"] for e in pairs if e.source == "pairs")
    learn_base(trainee, arguments.data, apart)
    again = remind(arguments.data, apart, 1)
    if arguments.taught:
        trainee.learn("taught", read_taught(arguments.taught), round_=3, seed=2)
    np.savez(arguments.out / "folds.npz", **cross_fit(trainee, pairs, again))
    trainee.learn("final", last_round(pairs, again), round_=4, seed=4)


if __name__ == "__main__":
    main()
