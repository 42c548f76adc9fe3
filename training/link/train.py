"""Train the pair model on hand-labelled pairs.

    python -m training.link.train --pairs DEV.jsonl --out src/headwater/weights/link_v1
"""

import argparse
from pathlib import Path
from typing import Final

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from headwater.link.features import align, measure
from training.link.pairs import both_orders, read_rows

STRENGTH: Final = 0.05  # inverse of the L2 penalty; best of 0.01..1 by cross-validation on clusters


def main() -> None:
    """Measure, fit and write `pair.npz`."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    measured, labels = [], []
    for row in read_rows(arguments.pairs):
        for left, right, label in both_orders(row):
            measured.append(measure(align(left, right)))
            labels.append(label)
    names = sorted(measured[0])
    values = np.array([[row[name] for name in names] for row in measured])
    scaler = StandardScaler().fit(values)
    model = LogisticRegression(C=STRENGTH, max_iter=5000).fit(scaler.transform(values), labels)
    np.savez_compressed(
        arguments.out / "pair.npz", names=np.array(names), labels=model.classes_.astype(str),
        mean=scaler.mean_, scale=scaler.scale_, weights=model.coef_, bias=model.intercept_,
    )  # fmt: skip


if __name__ == "__main__":
    main()
