"""Windows and cues as tensors."""

import random
from typing import Final, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from headwater.attribute.tagger_pieces import FEATURES
from training.attribution.data import Article, Crop, Gold, tag_words
from training.attribution.model import LEFT, RIGHT

IGNORED: Final = -100
CLS, SEP = 101, 102
ROLE_ORDER: Final = ("source", "cue", "content")


class Windows(NamedTuple):
    """Several windows; B windows, L pieces, W words."""

    ids: Tensor  # (B, L)
    features: Tensor  # (B, L, FEATURES)
    mask: Tensor  # (B, 1, 1, L) added to the attention scores
    first: Tensor  # (B, W) piece of each word
    tags: Tensor  # (B, W, 3) gold tags of source, cue, content; IGNORED for padding


class Cues(NamedTuple):
    """Cues of the windows of a batch with what is to be learnt about them."""

    index: Tensor
    place: Tensor
    paragraph: Tensor
    kind: Tensor
    labels: Tensor
    worth: Tensor


class Candidate(NamedTuple):
    """A cue to read: words of an article, and the attribution it stands for, if any."""

    row: int
    start: int
    end: int
    gold: Gold | None


def windows_of(crops: list[Crop]) -> Windows:
    """Pad the windows of a batch to one length."""
    firsts = [crop.article.pieces.first for crop in crops]
    sizes = [int(f[c.high] - f[c.low]) + 2 for f, c in zip(firsts, crops, strict=True)]
    length, count = max(sizes), max(crop.high - crop.low for crop in crops)
    ids = np.zeros((len(crops), length), dtype=np.int64)
    features = np.zeros((len(crops), length, FEATURES), dtype=np.float32)
    mask = np.full((len(crops), 1, 1, length), -1e4, dtype=np.float32)
    first = np.zeros((len(crops), count), dtype=np.int64)
    tags = np.full((len(crops), count, 3), IGNORED, dtype=np.int64)
    for row, (crop, starts, size) in enumerate(zip(crops, firsts, sizes, strict=True)):
        low, high = int(starts[crop.low]), int(starts[crop.high])
        ids[row, 0], ids[row, size - 1] = CLS, SEP
        ids[row, 1 : size - 1] = crop.article.pieces.ids[low:high]
        if not crop.blind:
            features[row, 1 : size - 1] = crop.article.pieces.features[low:high]
        mask[row, ..., :size] = 0.0
        words = crop.high - crop.low
        first[row, :words] = starts[crop.low : crop.high] - low + 1
        for column, role in enumerate(ROLE_ORDER):
            tags[row, :words, column] = tag_words(crop.article, role)[crop.low : crop.high]
    arrays = (ids, features, mask, first, tags)
    return Windows(*(torch.from_numpy(array) for array in arrays))


def found_spans(logits: NDArray[np.float32], lean: float) -> list[tuple[int, int]]:
    """Read cue spans off tag logits (W, 3), the outside logit lowered by `lean`."""
    best = np.argmax(logits - np.array([lean, 0.0, 0.0], dtype=np.float32), axis=-1)
    spans: list[tuple[int, int]] = []
    for word, tag in enumerate(best.tolist()):
        if tag == 0:
            continue
        if tag == 2 and spans and spans[-1][1] == word:
            spans[-1] = (spans[-1][0], word + 1)
        else:
            spans.append((word, word + 1))
    return spans


def candidates_of(
    crops: list[Crop], logits: NDArray[np.float32], rng: random.Random
) -> list[Candidate]:
    """Choose the cues to learn from: gold ones, as found where that differs, and false ones."""
    chosen: list[Candidate] = []
    for row, crop in enumerate(crops):
        found = found_spans(logits[row, : crop.high - crop.low], rng.choice((0.0, 1.0, 2.0)))
        spans = [(low + crop.low, high + crop.low) for low, high in found]
        free = set(spans)
        for gold in crop.article.golds:
            low, high = max(gold.cue[0], crop.low), min(gold.cue[-1] + 1, crop.high)
            if low >= high:
                continue
            near = [span for span in spans if span[0] < high and low < span[1]]
            free.difference_update(near)
            if near and rng.random() < 0.4:
                low, high = rng.choice(near)
            chosen.append(Candidate(row, low, high, gold))
        false = sorted(free)
        rng.shuffle(false)
        chosen.extend(Candidate(row, low, high, None) for low, high in false[:4])
        word = rng.randrange(crop.low, crop.high)
        cues = {word for gold in crop.article.golds for word in gold.cue}
        if word not in cues and rng.random() < 0.5:
            chosen.append(Candidate(row, word, word + 1, None))
    return chosen


def label_words(article: Article, candidate: Candidate) -> NDArray[np.int64]:
    """Return the labels of every word of the article for one cue."""
    labels = np.zeros(len(article.pieces.starts), dtype=np.int64)
    if candidate.gold is None:
        labels[:] = IGNORED
        return labels
    for words, begin in ((candidate.gold.source, 1), (candidate.gold.content, 3)):
        last = -2
        for word in words:
            labels[word] = begin + 1 if word == last + 1 else begin
            last = word
    labels[candidate.start : candidate.end] = IGNORED
    return labels


def cues_of(crops: list[Crop], candidates: list[Candidate], width: int) -> Cues:
    """Lay out the words around every candidate; `width` is the batch's words a window."""
    offsets = np.arange(-LEFT, RIGHT + 1)
    shape = (len(candidates), len(offsets))
    index, place, paragraph = (np.zeros(shape, dtype=np.int64) for _ in range(3))
    kind = np.full(shape, -1.0, dtype=np.float32)
    labels = np.full(shape, IGNORED, dtype=np.int64)
    worth = np.zeros(len(candidates), dtype=np.float32)
    place[:] = offsets + LEFT
    for number, candidate in enumerate(candidates):
        crop = crops[candidate.row]
        words = candidate.start + offsets
        inside = (words >= crop.low) & (words < crop.high)
        kept = words[inside]
        index[number, inside] = candidate.row * width + kept - crop.low
        paragraphs = crop.article.pieces.paragraphs
        distance = paragraphs[kept] - paragraphs[candidate.start]
        paragraph[number, inside] = np.clip(distance, -3, 3) + 3
        kind[number, inside] = (kept >= candidate.start) & (kept < candidate.end)
        labels[number, inside] = label_words(crop.article, candidate)[kept]
        worth[number] = candidate.gold is not None
    used = np.flatnonzero((kind >= 0).any(axis=0))
    low, high = int(used[0]), int(used[-1]) + 1
    cut = (array[:, low:high] for array in (index, place, paragraph, kind, labels))
    return Cues(*(torch.from_numpy(np.ascontiguousarray(a)) for a in cut), torch.from_numpy(worth))
