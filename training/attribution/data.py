"""PolNeAR articles as words, word pieces and attributions over words."""

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from headwater.attribute.tagger_pieces import Pieces, Tokens, read_pieces

ROLES: Final = ("source", "cue", "content")
ENTITY_LINE: Final = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)(?:\t|$)")
EVENT_LINE: Final = re.compile(r"E\d+\t(\S+)((?: \S+:\S+)*)\s*$")
STRAIGHTEN: Final = str.maketrans("“”‘’", "\"\"''")


class Gold(NamedTuple):
    """One attribution; sets of word numbers of its document, sorted."""

    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]


class Article(NamedTuple):
    """An article as the model reads it, with its gold attributions."""

    stem: str
    text: str
    pieces: Pieces
    golds: tuple[Gold, ...]
    sentences: tuple[tuple[int, int], ...]


def tokenize(tokenizer: Tokenizer, text: str) -> Tokens:
    """Return the word pieces of a text without special tokens."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    return Tokens(encoding.ids, encoding.offsets, encoding.word_ids)


def read_spans(ann: str) -> list[dict[str, list[tuple[int, int]]]]:
    """Return the character spans by role of every attribution of a brat file."""
    entities: dict[str, list[tuple[int, int]]] = {}
    found = []
    for line in ann.split("\n"):
        if entity := ENTITY_LINE.match(line):
            pairs = (piece.split() for piece in entity[3].split(";"))
            entities[entity[1]] = [(int(start), int(end)) for start, end in pairs]
    for line in ann.split("\n"):
        if (event := EVENT_LINE.match(line)) and event[1].startswith("Attribution"):
            spans: dict[str, list[tuple[int, int]]] = {role: [] for role in ROLES}
            for argument in event[2].split():
                label, _, target = argument.partition(":")
                spans[label.rstrip("0123456789").lower()].extend(entities[target])
            found.append(spans)
    return found


def words_in(pieces: Pieces, spans: list[tuple[int, int]]) -> tuple[int, ...]:
    """Return the words that overlap any of the character spans, sorted."""
    words: set[int] = set()
    for start, end in spans:
        low = int(np.searchsorted(pieces.ends, start, side="right"))
        high = int(np.searchsorted(pieces.starts, end, side="left"))
        words.update(range(low, high))
    return tuple(sorted(words))


def read_golds(ann: str, pieces: Pieces) -> tuple[Gold, ...]:
    """Return the attributions that have a cue, in order of their cues."""
    golds = []
    for spans in read_spans(ann):
        gold = Gold(*(words_in(pieces, spans[role]) for role in ROLES))
        if gold.cue:
            golds.append(gold)
    return tuple(sorted(golds, key=lambda gold: gold.cue))


def split_sentences(text: str, pieces: Pieces) -> tuple[tuple[int, int], ...]:
    """Cut the words at paragraph ends and, roughly, after full stops."""
    cuts = [0]
    count = len(pieces.starts)
    for word in range(1, count):
        gap = text[pieces.ends[word - 1] : pieces.starts[word]]
        before = text[pieces.starts[word - 1] : pieces.ends[word - 1]]
        is_stop = before in {".", "?", "!"} or (
            before in {"”", '"'} and word > 1 and text[pieces.ends[word - 2] - 1] in ".?!"
        )
        after = text[pieces.starts[word]]
        if "\n" in gap or (gap and is_stop and (after.isupper() or after in "“\"'‘")):
            cuts.append(word)
    cuts.append(count)
    return tuple((low, high) for low, high in zip(cuts, cuts[1:], strict=False) if low < high)


def read_part(folder: Path, tokenizer: Tokenizer, *, straight: bool = False) -> list[Article]:
    """Return the articles of a part, first annotator, sorted by name.

    Args:
        folder: Holds `text` and `attributions`.
        tokenizer: Gives the word pieces.
        straight: Replace curly quotation marks by straight ones (offsets stay).
    """
    articles = []
    for path in sorted((folder / "text").glob("*.txt")):
        ann = min((folder / "attributions").glob(f"{path.stem}_*.ann"), default=None)
        if ann is None:
            continue
        text = path.read_bytes().decode("utf-8")
        if straight:
            text = text.translate(STRAIGHTEN)
        pieces = read_pieces(text, tokenize(tokenizer, text))
        golds = read_golds(ann.read_bytes().decode("utf-8"), pieces)
        sentences = split_sentences(text, pieces)
        articles.append(Article(path.stem, text, pieces, golds, sentences))
    return articles


class Crop(NamedTuple):
    """Words `low` to `high` (excluded) of an article, read as one window."""

    article: Article
    low: int
    high: int
    blind: bool  # features are hidden


def end_of(article: Article, low: int, budget: int) -> int:
    """Return the word after the last one that fits in a window from `low`."""
    first = article.pieces.first
    high = int(np.searchsorted(first, first[low] + budget, side="right")) - 1
    return max(min(high, len(first) - 1), low + 1)


def crops_of(article: Article, rng: random.Random, budget: int) -> Iterator[Crop]:
    """Cut an article at random into windows that together cover it."""
    count = len(article.pieces.starts)
    starts = np.array([low for low, _ in article.sentences])
    low = 0
    size = rng.randint(budget // 2, budget)
    while low < count:
        high = end_of(article, low, size)
        if high < count and rng.random() < 0.8:  # prefer to cut before a sentence
            cut = int(starts[np.searchsorted(starts, high, side="right") - 1])
            high = cut if cut > low + 20 else high
        yield Crop(article, low, high, rng.random() < 0.04)
        low, size = high, rng.randint(budget * 3 // 4, budget)


def sentence_crops(article: Article, rng: random.Random, share: float) -> Iterator[Crop]:
    """Take some sentences or sentence pairs that lie in no content, to be read alone."""
    inside = np.zeros(len(article.pieces.starts) + 1, dtype=bool)
    for gold in article.golds:
        inside[list(gold.content)] = True
    for index, (low, high) in enumerate(article.sentences):
        if rng.random() >= share or inside[low:high].all() or high - low < 4:
            continue
        if rng.random() < 0.3 and index + 1 < len(article.sentences):
            high = article.sentences[index + 1][1]
        yield Crop(article, low, min(high, end_of(article, low, 380)), rng.random() < 0.04)


def epoch_crops(
    plain: list[Article], straight: list[Article], rng: random.Random, budget: int
) -> list[Crop]:
    """Return the windows of one epoch in random order."""
    crops: list[Crop] = []
    for one, other in zip(plain, straight, strict=True):
        article = other if rng.random() < 0.15 else one
        crops.extend(crops_of(article, rng, budget))
        crops.extend(sentence_crops(article, rng, 0.06))
    rng.shuffle(crops)
    return crops


def batches_of(crops: list[Crop], rng: random.Random, piece_count: int) -> list[list[Crop]]:
    """Group windows of like length into batches of about `piece_count` pieces."""

    def size(crop: Crop) -> int:
        first = crop.article.pieces.first
        return int(first[crop.high] - first[crop.low]) + 2

    batches: list[list[Crop]] = []
    chunk = 400
    for start in range(0, len(crops), chunk):
        batch: list[Crop] = []
        for crop in sorted(crops[start : start + chunk], key=size):
            if batch and (len(batch) + 1) * size(crop) > piece_count:
                batches.append(batch)
                batch = []
            batch.append(crop)
        batches.append(batch)
    rng.shuffle(batches)
    return batches


def tag_words(article: Article, role: str) -> NDArray[np.int64]:
    """Return 0 outside, 1 at the first word, 2 inside the role's runs, for every word."""
    tags = np.zeros(len(article.pieces.starts), dtype=np.int64)
    for gold in article.golds:
        last = -2
        for word in getattr(gold, role):
            tags[word] = 2 if word == last + 1 else 1
            last = word
    return tags
