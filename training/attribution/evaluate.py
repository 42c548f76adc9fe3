"""Measure a model on a part of PolNeAR: calibration, scores by threshold, reliability."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from headwater.attribute.settings import AttributeSettings
from headwater.attribute.tagger import propose
from headwater.attribute.tagger_decode import runs_of
from headwater.attribute.tagger_passages import cut_passages
from headwater.attribute.tagger_resolve import Proposal, settle
from headwater.evaluate import attribution_score
from headwater.evaluate.brat import Marked, Text, load_articles, mark
from headwater.weights.load import AttributionWeights, Surroundings, Tokens, open_session
from training.attribution.data import Article, Gold
from training.attribution.export import FILES, Measured

START_CALIBRATION: Final = (-1.0, 0.5, 0.2, 0.3, 0.2, 0.0, 0.05, 0.0)
THRESHOLD: Final = AttributeSettings().minimum
FITTED_LEAST: Final = 30  # proposals; fewer tell nothing about eight numbers
THRESHOLDS: Final = (0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6)


def open_weights(folder: Path) -> AttributionWeights:
    """Open the graphs of a folder; what they read comes as word pieces already."""
    encoder, head = (open_session((folder / name).read_bytes(), 1) for name in FILES[:2])

    def encode(
        ids: NDArray[np.int64], features: NDArray[np.float32]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        states, tags = encoder.run(None, {"ids": ids[None], "features": features[None]})
        return states[0], tags[0]

    def read(
        states: NDArray[np.float32], around: Surroundings
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        labels, worth = head.run(None, {"states": states, **around._asdict()})
        return labels, worth

    return AttributionWeights(lambda _: Tokens([], [], []), encode, read, START_CALIBRATION)


def read_articles(articles: Sequence[Article], weights: AttributionWeights) -> list[list[Proposal]]:
    """Return what a model proposes for each article."""
    return [propose(cut_passages(one.text, one.pieces), weights) for one in articles]


def is_inside(inner: Proposal, outer: Proposal) -> bool:
    """Tell whether one proposal lies wholly inside another's content."""
    words = {*inner.content, *range(*inner.cue), *(range(*inner.source) if inner.source else ())}
    return inner is not outer and words <= set(outer.content)


def outermost(proposals: list[Proposal]) -> list[Proposal]:
    """Return the proposals that lie inside no other's content."""
    return [p for p in proposals if not any(is_inside(p, other) for other in proposals)]


def agree(gold: Gold, proposal: Proposal) -> tuple[float, bool]:
    """Return the contents' Jaccard index and whether the sources share a word or both miss."""
    wanted, found = set(gold.content), set(proposal.content)
    share = len(wanted & found) / len(wanted | found)
    source = set(range(*proposal.source)) if proposal.source else set()
    right = bool(source & set(gold.source)) or not (source or gold.source)
    return share, right


def judge(golds: Iterable[Gold], proposals: list[Proposal]) -> tuple[list[bool], list[bool]]:
    """Match proposals to gold attributions, best first.

    Returns:
        For every proposal: whether its content matches, and whether the source is right too.
    """
    pairs = []
    for g, gold in enumerate(golds):
        for p, proposal in enumerate(proposals):
            share, right = agree(gold, proposal)
            if share >= 0.5:
                pairs.append((-share, g, p, right))
    found, both = [False] * len(proposals), [False] * len(proposals)
    used: set[int] = set()
    for _, g, p, right in sorted(pairs):
        if g not in used and not found[p]:
            used.add(g)
            found[p], both[p] = True, right
    return found, both


def fit(
    signals: NDArray[np.float64], right: NDArray[np.bool_], ridge: float = 1.0
) -> tuple[float, ...]:
    """Fit a logistic model with bias by Newton's method; a small ridge keeps it calm."""
    mean, scale = signals.mean(axis=0), signals.std(axis=0) + 1e-9
    x = np.column_stack([np.ones(len(signals)), (signals - mean) / scale])
    weights = np.zeros(x.shape[1])
    penalty = np.diag([0.0] + [ridge] * signals.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (right - chance) - penalty @ weights
        hessian = (x * (chance * (1 - chance))[:, None]).T @ x + penalty
        weights += np.linalg.solve(hessian, gradient)
    slopes = weights[1:] / scale
    return (float(weights[0] - slopes @ mean), *map(float, slopes))


def calibrate(articles: list[Article], by_article: list[list[Proposal]]) -> tuple[float, ...]:
    """Fit the calibration on settled, outermost proposals, in rounds, as settling hangs on it."""
    calibration = START_CALIBRATION
    for _ in range(3):
        signals, right = [], []
        for article, proposals in zip(articles, by_article, strict=True):
            stay = outermost(settle([weighed(p, calibration) for p in proposals]))
            _, both = judge(article.golds, stay)
            signals.extend(p.signals for p in stay)
            right.extend(both)
        if len(signals) < FITTED_LEAST:
            return START_CALIBRATION  # a model that was hardly trained
        calibration = fit(np.array(signals), np.array(right))
    return calibration


def weighed(proposal: Proposal, calibration: tuple[float, ...]) -> Proposal:
    """Return the proposal with its probability."""
    logit = calibration[0] + float(np.dot(calibration[1:], proposal.signals))
    return proposal._replace(probability=1 / (1 + np.exp(-logit)))


def scores_at(
    articles: list[Article], by_article: list[list[Proposal]], minimum: float
) -> tuple[float, float, float]:
    """Return precision, recall and F1 of triples among outermost settled proposals."""
    right = found = wanted = 0
    for article, proposals in zip(articles, by_article, strict=True):
        stay = outermost(settle([p for p in proposals if p.probability >= minimum]))
        right += sum(judge(article.golds, stay)[1])
        found += len(stay)
        wanted += sum(bool(gold.content) for gold in article.golds)
    return right / max(found, 1), right / wanted, 2 * right / max(found + wanted, 1)


def reliability(
    articles: list[Article], by_article: list[list[Proposal]], bins: int = 10
) -> list[tuple[int, float, float]]:
    """Return count, mean probability and share of right ones for each tenth of probability."""
    said, right = [], []
    for article, proposals in zip(articles, by_article, strict=True):
        stay = outermost(settle(proposals))
        said.extend(p.probability for p in stay)
        right.extend(judge(article.golds, stay)[1])
    places = np.minimum((np.array(said) * bins).astype(int), bins - 1)
    rows = []
    for place in range(bins):
        mine = places == place
        if mine.any():
            chances, hits = np.array(said)[mine], np.array(right)[mine]
            rows.append((int(mine.sum()), float(chances.mean()), float(hits.mean())))
    return rows


def measure(articles: list[Article], folder: Path, gold: Path) -> Measured:
    """Fit the calibration of the graphs in a folder and score them at the threshold in use.

    Args:
        articles: Of the part; the calibration is fitted to them.
        folder: Holds the graphs.
        gold: The part, as the scorer reads it.
    """
    proposed = read_articles(articles, open_weights(folder))
    calibration = calibrate(articles, proposed)
    proposed = [[weighed(p, calibration) for p in ones] for ones in proposed]
    texts = load_articles(gold)
    found = {
        article.stem: marked(article, texts[article.stem].text, ones)
        for article, ones in zip(articles, proposed, strict=True)
    }
    listed = {stem: texts[stem] for stem in found}
    report = attribution_score.summarise(
        attribution_score.add_up(attribution_score.score(listed, found))
    )
    scores = {
        "triple": report["triple"]["f1"],
        "content_found": report["content_match"]["f1"],
        "source_spans": report["spans"]["source"]["f1"],
        "cue_spans": report["spans"]["cue"]["f1"],
        "content_spans": report["spans"]["content"]["f1"],
    }
    wanted = report["gold_attributions"]
    note = f"PolNeAR {gold.name}, {len(listed)} articles, {wanted:,} attributions; "
    note += f"F1 of outermost attributions at probability {THRESHOLD}, by the model alone"
    report_more(articles, proposed)
    return Measured(calibration, scores, note)


def marked(article: Article, text: Text, proposed: list[Proposal]) -> tuple[Marked, ...]:
    """Return what is probable enough as the scorer takes it, outermost only."""
    kept = settle([p for p in proposed if p.probability >= THRESHOLD])

    def spans(words: Iterable[int]) -> list[tuple[int, int]]:
        starts, ends = article.pieces.starts, article.pieces.ends
        return [(int(starts[low]), int(ends[high - 1])) for low, high in runs_of(list(words))]

    return attribution_score.outermost(
        [
            mark(
                text,
                {
                    "source": spans(range(*p.source)) if p.source else [],
                    "cue": spans(range(*p.cue)),
                    "content": spans(p.content),
                },
            )
            for p in kept
        ]
    )


def report_more(articles: list[Article], proposed: list[list[Proposal]]) -> None:
    """Print scores by threshold and the reliability table, one JSON object a line."""
    for minimum in THRESHOLDS:
        precision, recall, score = scores_at(articles, proposed, minimum)
        row = {"at": minimum, "precision": precision, "recall": recall, "f1": score}
        print(json.dumps({name: round(value, 4) for name, value in row.items()}))
    for count, chance, hits in reliability(articles, proposed):
        print(json.dumps({"number": count, "said": round(chance, 3), "right": round(hits, 3)}))
