"""Draw more unlabelled pairs for the teacher: of like words, and what a reader sees in them.

    python -m training.link.widen --data DIR --checkpoint FILE --out FILE

Cuts the articles of every event that `pool` may draw from, and of the events of `basil`, into
statements; takes from each event the pairs of two documents with the likest words and some by lot;
keeps those that the reader of a checkpoint thinks most of, and some by lot. Writes JSON lines of
`cluster`, `a`, `b`. About an hour on two cores, most of it for the statements.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer

from headwater.config import Settings
from headwater.engine.local import mark_all
from headwater.engine.marking import Forgetful, Marker
from headwater.engine.progress import Silent
from training.encoder import load_tokenizer
from training.link.cross import Coder, logits_of
from training.link.model import load_reader
from training.link.own import read_articles
from training.link.pairs import read_rows
from training.link.pool import LONGEST, MATTERS, READ_BY_HAND, documents_of
from training.link.sources import Example
from training.link.teacher import shares_of

LIKE: Final = (420, 12)  # pairs of an event by their words, and how often one statement
LOT: Final = 60  # pairs of an event by lot
WORDS: Final = (4, 45)  # of a statement
KEPT: Final = (24_000, 12_000)  # by what the reader says, by lot
UNLIKE: Final = 0.08  # likeness of words below which a pair is worth less
# What a chance of the reader is worth: the same, entails one way or the other, against, updates.
WORTH: Final = (3.0, 1.0, 1.5, 1.0)

Told = tuple[str, str]  # document, words


def read_events(data: Path) -> Iterator[dict[str, Any]]:
    """Yield the events to draw from, each with its articles; none that the strict pairs are from."""
    strict = {row["cluster"] for row in read_rows(data / "pairs/dev.jsonl")}
    articles = read_articles(data)
    for name in ("clusters_allsides", "basil"):
        for part in ("train", "dev"):
            for event in read_rows(data / f"linking/{name}/{part}.jsonl"):
                told = f"{event['event']} {event.get('neutral_summary', '')}".lower()
                if event["id"] in READ_BY_HAND | strict or any(m in told for m in MATTERS):
                    continue
                event["articles"] = [articles[article["id"]] for article in event["articles"]]
                if sum(len(article["text"]) for article in event["articles"]) < LONGEST:
                    yield event


def cut(event: dict[str, Any], settings: Settings) -> list[Told]:
    """Return the statements of an event's articles, as they are read."""
    documents = sorted(documents_of(event), key=lambda one: (one.name, one.id))
    marked, _ = mark_all(documents, Marker(settings, Forgetful()), Silent())
    found = []
    for one in marked:
        for mention in sorted(one.mentions, key=lambda m: (m.spans[0].start, m.spans[-1].end)):
            words = mention.reading or mention.text
            if not mention.fragment and WORDS[0] <= len(words.split()) <= WORDS[1]:
                found.append((one.document.id, words))
    return found


def likeness(texts: list[str]) -> NDArray[np.float64]:
    """Return how alike any two texts are in words and in letters, 0..1."""
    words = TfidfVectorizer(sublinear_tf=True, ngram_range=(1, 2)).fit_transform(texts)
    letters = TfidfVectorizer(
        analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True
    ).fit_transform(texts)
    return ((words @ words.T).toarray() + (letters @ letters.T).toarray()) / 2


def draw(told: list[Told], lot: random.Random) -> list[tuple[float, str, str]]:
    """Return likeness and words of pairs of two documents."""
    like = likeness([words for _, words in told])
    pairs = [
        (float(like[i, j]), i, j)
        for i in range(len(told))
        for j in range(i + 1, len(told))
        if told[i][0] != told[j][0] and told[i][1].lower() != told[j][1].lower()
    ]
    pairs.sort(reverse=True)
    used: Counter[int] = Counter()
    chosen = set()
    for pair in pairs:
        if len(chosen) == LIKE[0]:
            break
        if max(used[pair[1]], used[pair[2]]) < LIKE[1]:
            used.update(pair[1:])
            chosen.add(pair)
    chosen |= set(lot.sample(pairs, min(LOT, len(pairs))))
    return [(share, told[i][1], told[j][1]) for share, i, j in sorted(chosen, reverse=True)]


def keep(rows: list[dict[str, Any]], checkpoint: Path) -> list[dict[str, Any]]:
    """Return the pairs that a reader thinks most of, and some by lot."""
    model, folder = load_reader()
    model.load_state_dict(torch.load(checkpoint, weights_only=True))
    coder = Coder(load_tokenizer(folder / "tokenizer.json"))
    with torch.autocast("cpu", dtype=torch.bfloat16):
        shares = shares_of(
            logits_of(model, coder, [Example(r["a"], r["b"], (), "pool", r) for r in rows])
        )
    chances = np.stack([shares[:, 0], shares[:, 1] + shares[:, 2], shares[:, 3], shares[:, 4]])
    worth = (chances * np.array(WORTH)[:, None]).max(axis=0)
    worth -= 0.2 * np.array([row["like"] < UNLIKE for row in rows])
    order = np.argsort(-worth, kind="stable")
    rest = np.random.default_rng(1).permutation(order[KEPT[0] :])[: KEPT[1]]
    return [rows[number] for number in (*order[: KEPT[0]], *rest)]


def main() -> None:
    """Read the arguments and draw."""
    parser = argparse.ArgumentParser()
    for name in ("data", "checkpoint", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    arguments = parser.parse_args()
    rows = []
    for event in read_events(arguments.data):
        told = cut(event, Settings())
        if len(told) < 2:  # noqa: PLR2004
            continue
        for like, a, b in draw(told, random.Random(event["id"])):  # noqa: S311
            rows.append({"cluster": event["id"], "a": a, "b": b, "like": round(like, 3)})
    with arguments.out.open("w", encoding="utf-8") as out:
        for row in keep(rows, arguments.checkpoint):
            out.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
