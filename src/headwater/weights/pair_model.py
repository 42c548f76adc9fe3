"""The linear model that turns what is measured of a pair into probabilities of labels."""

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class PairModel(NamedTuple):
    """A multinomial logistic model.

    Attributes:
        names: Measures in the order of the weights.
        labels: Labels in the order of the outputs.
        mean, scale: (measures) float64, to standardise.
        weights: (labels, measures) float64.
        bias: (labels) float64.
    """

    names: tuple[str, ...]
    labels: tuple[str, ...]
    mean: NDArray[np.float64]
    scale: NDArray[np.float64]
    weights: NDArray[np.float64]
    bias: NDArray[np.float64]

    def probabilities(self, measured: Mapping[str, float]) -> dict[str, float]:
        """Return the probability of each label."""
        values = np.array([measured[name] for name in self.names], dtype=np.float64)
        logits = self.weights @ ((values - self.mean) / self.scale) + self.bias
        powers = np.exp(logits - logits.max())
        return dict(zip(self.labels, (powers / powers.sum()).tolist(), strict=True))


@lru_cache(maxsize=1)
def load_pair_model() -> PairModel:
    """Return the model that ships with the package."""
    raw = (files("headwater.weights") / "link_v1" / "pair.npz").read_bytes()
    with np.load(BytesIO(raw), allow_pickle=False) as arrays:
        return PairModel(
            names=tuple(str(name) for name in arrays["names"]),
            labels=tuple(str(label) for label in arrays["labels"]),
            mean=arrays["mean"],
            scale=arrays["scale"],
            weights=arrays["weights"],
            bias=arrays["bias"],
        )
