"""The attribution model: one encoder with tag heads, and a light reader for one cue at a time."""

from collections.abc import Mapping
from typing import Final

import torch
from torch import Tensor, nn

from headwater.attribute.tagger_pieces import FEATURES
from training.encoder import Block, Body, Dropout

STATE: Final = 192  # width of what the encoder hands to the cue reader
TAGS: Final = 9  # outside, begin, inside for source, cue and content
LABELS: Final = 5  # outside, begin and inside source, begin and inside content
LEFT: Final = 64  # words read before a cue; 99.5 % of the roles start within 58 (train)
RIGHT: Final = 96  # words read after the cue's first word; 99.5 % end within 90 (train)
PARAGRAPHS: Final = 7  # paragraphs from -3 to +3 around the cue's


class Encoder(Body):
    """Word pieces of one window to states and source, cue and content tags."""

    def __init__(self, config: Mapping[str, int], *, dropout: float = 0.1) -> None:
        super().__init__(config)
        width = config["hidden_size"]
        self.features = nn.Linear(FEATURES, width, bias=False)
        self.grow(config, dropout=Dropout(dropout), inner=dropout)
        self.tags = nn.Linear(width, TAGS)
        self.project = nn.Linear(width + TAGS, STATE)
        nn.init.zeros_(self.features.weight)

    def forward(
        self, ids: Tensor, features: Tensor, mask: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        """Return states (batch, pieces, STATE) and tag logits (batch, pieces, TAGS)."""
        places = torch.arange(ids.shape[1], device=ids.device)[None]
        x = self.words(ids) + self.positions(places) + self.kinds.weight[0]
        x = self.dropout(self.norm(x + self.features(features)))
        for layer in self.layers:
            x = layer(x, mask)
        x = self.dropout(x)
        tags = self.tags(x)
        return self.project(torch.cat([x, torch.tanh(tags * 0.25)], dim=-1)), tags


class CueReader(nn.Module):
    """Words around one cue to source and content labels and the cue's worth."""

    def __init__(self, *, layers: int = 2, inner: int = 512, dropout: float = 0.1) -> None:
        super().__init__()
        self.places = nn.Embedding(LEFT + 1 + RIGHT, STATE)
        self.paragraphs = nn.Embedding(PARAGRAPHS, STATE)
        self.cue_mark = nn.Parameter(torch.zeros(STATE))
        self.cue_mean = nn.Linear(STATE, STATE)
        self.norm = nn.LayerNorm(STATE)
        self.dropout = Dropout(dropout)
        self.layers = nn.ModuleList(
            Block(STATE, 6, inner, pre=True, dropout=dropout) for _ in range(layers)
        )
        self.last_norm = nn.LayerNorm(STATE)
        self.labels = nn.Linear(STATE, LABELS)
        self.worth = nn.Linear(2 * STATE, 1)
        nn.init.normal_(self.places.weight, std=0.02)
        nn.init.normal_(self.paragraphs.weight, std=0.02)

    def forward(
        self, states: Tensor, index: Tensor, place: Tensor, paragraph: Tensor, kind: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Read the surroundings of K cues, N words each.

        Args:
            states: (words, STATE) of the whole text.
            index: (K, N) rows of `states`.
            place: (K, N) word distance from the cue's first word, plus LEFT.
            paragraph: (K, N) paragraph distance from -3 to 3, plus 3.
            kind: (K, N) float; 1 in the cue, 0 elsewhere, -1 for padding.

        Returns:
            Label logits (K, N, LABELS) and the cue's logit (K,).
        """
        cue = (kind > 0.5).to(states.dtype)[..., None]
        x = states[index]
        mean = (x * cue).sum(1) / cue.sum(1).clamp(min=1.0)
        x = x + self.places(place) + self.paragraphs(paragraph) + cue * self.cue_mark
        x = self.dropout(self.norm(x + self.cue_mean(mean)[:, None]))
        bias = torch.where(kind < -0.5, -1e4, 0.0)[:, None, None, :].to(x.dtype)
        for layer in self.layers:
            x = layer(x, bias)
        x = self.last_norm(x)
        pooled = (x * cue).sum(1) / cue.sum(1).clamp(min=1.0)
        worth = self.worth(torch.cat([pooled, mean], dim=-1))[:, 0]
        return self.labels(x), worth
