"""What both trained models have in common: BERT's layers, and how a checkpoint gets into them."""

import importlib.resources
import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional


class Dropout(nn.Module):
    """Dropout that draws one random byte an element; several times cheaper than torch's."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.limit = round(share * 256)

    def forward(self, x: Tensor) -> Tensor:
        """Return values of which a share is nothing, while training."""
        if not self.training:
            return x
        count = x.numel()
        drawn = torch.empty(count // 8 + 1, dtype=torch.int64).random_(-(2**63), None)
        kept = drawn.view(torch.uint8)[:count].view(x.shape) >= self.limit
        return x * kept.to(x.dtype).mul_(256 / (256 - self.limit))


class Block(nn.Module):
    """A transformer layer, normalised before (`pre`) or after its two parts."""

    def __init__(self, width: int, heads: int, inner: int, *, pre: bool, dropout: float) -> None:
        super().__init__()
        self.heads, self.pre = heads, pre
        self.query = nn.Linear(width, width)
        self.key = nn.Linear(width, width)
        self.value = nn.Linear(width, width)
        self.output = nn.Linear(width, width)
        self.first_norm = nn.LayerNorm(width, eps=1e-12)
        self.widen = nn.Linear(width, inner)
        self.narrow = nn.Linear(inner, width)
        self.second_norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = Dropout(dropout)

    def attend(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Return what every place takes from the others."""
        batch, length, width = x.shape
        shape = (batch, length, self.heads, width // self.heads)
        query, key, value = (
            part(x).view(shape).transpose(1, 2) for part in (self.query, self.key, self.value)
        )
        query = query * (width // self.heads) ** -0.5
        with torch.autocast("cpu", enabled=False):  # else softmax copies to 32 bits
            scores = query @ key.transpose(2, 3)
            if mask is not None:
                scores = scores + mask.to(scores.dtype)
            mixed = torch.softmax(scores, dim=-1) @ value
        return self.output(mixed.transpose(1, 2).reshape(batch, length, width))

    def widened(self, x: Tensor) -> Tensor:
        """Return what every place makes of itself."""
        return self.narrow(functional.gelu(self.widen(x)))

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Return the states of the next layer."""
        if self.pre:
            x = x + self.dropout(self.attend(self.first_norm(x), mask))
            return x + self.dropout(self.widened(self.second_norm(x)))
        x = self.first_norm(x + self.dropout(self.attend(x, mask)))
        return self.second_norm(x + self.dropout(self.widened(x)))


class Body(nn.Module):
    """Embeddings and layers of a BERT configuration, named as our checkpoints name them."""

    def __init__(self, config: Mapping[str, int]) -> None:
        """Make the embeddings; a model with inputs of its own makes those next, then `grow`s."""
        super().__init__()
        width = config["hidden_size"]
        self.words = nn.Embedding(config["vocab_size"], width)
        self.positions = nn.Embedding(config["max_position_embeddings"], width)
        self.kinds = nn.Embedding(config["type_vocab_size"], width)

    def grow(self, config: Mapping[str, int], *, dropout: nn.Module, inner: float) -> None:
        """Make what follows the embeddings.

        Args:
            config: Of the checkpoint.
            dropout: Between embeddings and layers, and behind them.
            inner: Dropout inside the layers.
        """
        width = config["hidden_size"]
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = dropout
        self.layers = nn.ModuleList(
            Block(
                width,
                config["num_attention_heads"],
                config["intermediate_size"],
                pre=False,
                dropout=inner,
            )
            for _ in range(config["num_hidden_layers"])
        )


def bert_names(layer: int) -> dict[str, str]:
    """Return the names of one encoder layer's parts in a BERT checkpoint."""
    old = f"encoder.layer.{layer}."
    return {
        "query": old + "attention.self.query",
        "key": old + "attention.self.key",
        "value": old + "attention.self.value",
        "output": old + "attention.output.dense",
        "first_norm": old + "attention.output.LayerNorm",
        "widen": old + "intermediate.dense",
        "narrow": old + "output.dense",
        "second_norm": old + "output.LayerNorm",
    }


def load_bert(encoder: Body, weights: Mapping[str, Tensor]) -> None:
    """Copy a BERT checkpoint into the encoder; the heads keep their start values."""
    pairs = {
        "words.weight": "embeddings.word_embeddings.weight",
        "positions.weight": "embeddings.position_embeddings.weight",
        "kinds.weight": "embeddings.token_type_embeddings.weight",
        "norm.weight": "embeddings.LayerNorm.weight",
        "norm.bias": "embeddings.LayerNorm.bias",
    }
    for layer in range(len(encoder.layers)):
        for name, old in bert_names(layer).items():
            for part in ("weight", "bias"):
                pairs[f"layers.{layer}.{name}.{part}"] = f"{old}.{part}"
    copy_weights(encoder, pairs, weights)


def copy_weights(
    model: nn.Module, pairs: Mapping[str, str], weights: Mapping[str, Tensor]
) -> None:
    """Copy a checkpoint into a model, by its own names and those of the checkpoint."""
    own = dict(model.named_parameters())
    with torch.no_grad():
        for name, old in pairs.items():
            own[name].copy_(weights[old])


class Start(NamedTuple):
    """A checkpoint to start from: its configuration, its weights, and the folder of both."""

    config: dict[str, int]
    weights: dict[str, Tensor]
    folder: Path


def open_encoder(name: str) -> Start:
    """Open a BERT-like checkpoint.

    Args:
        name: A folder with `config.json`, `model.safetensors` and `tokenizer.json`, or a package
            that has one named `model`.
    """
    folder = Path(name)
    if not folder.is_dir():
        folder = Path(str(importlib.resources.files(name))) / "model"
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    return Start(config, load_file(str(folder / "model.safetensors")), folder)


def load_tokenizer(path: Path) -> Tokenizer:
    """Return a tokenizer that neither cuts nor pads."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
