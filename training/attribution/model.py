"""The attribution model: one encoder with tag heads, and a light reader for one cue at a time."""

from collections.abc import Mapping
from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional

from headwater.attribute.tagger_pieces import FEATURES

STATE: Final = 192  # width of what the encoder hands to the cue reader
TAGS: Final = 9  # outside, begin, inside for source, cue and content
LABELS: Final = 5  # outside, begin and inside source, begin and inside content
LEFT: Final = 64  # words read before a cue; 99.5 % of the roles start within 58 (train)
RIGHT: Final = 96  # words read after the cue's first word; 99.5 % end within 90 (train)
PARAGRAPHS: Final = 7  # paragraphs from -3 to +3 around the cue's


class Dropout(nn.Module):
    """Dropout that draws one random byte an element; several times cheaper than torch's."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.limit = round(share * 256)

    def forward(self, x: Tensor) -> Tensor:
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
        return self.narrow(functional.gelu(self.widen(x)))

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        if self.pre:
            x = x + self.dropout(self.attend(self.first_norm(x), mask))
            return x + self.dropout(self.widened(self.second_norm(x)))
        x = self.first_norm(x + self.dropout(self.attend(x, mask)))
        return self.second_norm(x + self.dropout(self.widened(x)))


class Encoder(nn.Module):
    """Word pieces of one window to states and source, cue and content tags."""

    def __init__(self, config: Mapping[str, int], *, dropout: float = 0.1) -> None:
        super().__init__()
        width = config["hidden_size"]
        self.words = nn.Embedding(config["vocab_size"], width)
        self.positions = nn.Embedding(config["max_position_embeddings"], width)
        self.kinds = nn.Embedding(config["type_vocab_size"], width)
        self.features = nn.Linear(FEATURES, width, bias=False)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = Dropout(dropout)
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


def load_bert(encoder: Encoder, weights: Mapping[str, Tensor]) -> None:
    """Copy a BERT checkpoint into the encoder; the heads keep their start values."""
    own = dict(encoder.named_parameters())
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
    with torch.no_grad():
        for name, old in pairs.items():
            own[name].copy_(weights[old])
