"""The model that turns what is measured of a pair into probabilities."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from io import BytesIO
from operator import itemgetter
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from headwater.weights.load import LINK, read_files


@lru_cache(maxsize=8)
def _pick(names: tuple[str, ...]) -> Callable[[Mapping[str, float]], tuple[float, ...]]:
    """Return what takes these measures, in this order, out of all that were made."""
    return itemgetter(*names)


class Rest(NamedTuple):
    """The labels other than `same`: multinomial over standardised measures.

    Attributes:
        names: Measures that it reads.
        labels: What it tells apart.
        mean, scale: (names) float64, to standardise.
        weights: (labels, names) float64.
        bias: (labels) float64.
    """

    names: tuple[str, ...]
    labels: tuple[str, ...]
    mean: NDArray[np.float64]
    scale: NDArray[np.float64]
    weights: NDArray[np.float64]
    bias: NDArray[np.float64]

    def logits(self, measured: Mapping[str, float]) -> NDArray[np.float64]:
        """Return the logits of the labels (labels) float64."""
        values = np.array(_pick(self.names)(measured), dtype=np.float64)
        return self.weights @ ((values - self.mean) / self.scale) + self.bias


class OneClaim(NamedTuple):
    """Whether two statements belong to one claim: logistic over standardised measures.

    Attributes:
        names: Measures that it reads; a gate that does not stand between the two counts 0.
        mean, scale, weights: (names) float64.
        bias: Its constant.
    """

    names: tuple[str, ...]
    mean: NDArray[np.float64]
    scale: NDArray[np.float64]
    weights: NDArray[np.float64]
    bias: float

    def chance(self, measured: Mapping[str, float]) -> float:
        """Return the probability that both belong to one claim."""
        values = np.array([measured.get(name, 0.0) for name in self.names])
        logit = float(self.weights @ ((values - self.mean) / self.scale)) + self.bias
        return 1.0 / (1.0 + float(np.exp(-logit)))


class PairModel(NamedTuple):
    """Whether two statements are the same, what they are if not, and whether they are one claim.

    `same` is logistic with weights that only go one way: what is shared never counts against,
    what parts never counts for. The rest is multinomial over the other labels.

    Attributes:
        same_names: Measures that the first part reads.
        same_weights: (same_names) float64.
        same_bias: Its constant.
        rest: What they are if not the same, by measure.
        claim: Whether they belong to one claim, by measure.
        read_names, read_weights, read_bias: As the first part, with the reader's log-odds.
        read_rest: As `rest`, with the reader's log-odds.
        read_claim: As `claim`, with the reader's log-odds.
    """

    same_names: tuple[str, ...]
    same_weights: NDArray[np.float64]
    same_bias: float
    rest: Rest
    claim: OneClaim
    read_names: tuple[str, ...] = ()
    read_weights: NDArray[np.float64] | None = None
    read_bias: float = 0.0
    read_rest: Rest | None = None
    read_claim: OneClaim | None = None

    def one_claim(self, measured: Mapping[str, float], read: Mapping[str, float] | None) -> float:
        """Return the probability that two statements belong to one claim.

        Args:
            measured: Measures, and 1 for each gate between the two.
            read: The reader's log-odds, if it has read them.
        """
        if read is None or self.read_claim is None:
            return self.claim.chance(measured)
        return self.read_claim.chance({**measured, **read})

    def with_reader(
        self, measured: Mapping[str, float], read: Mapping[str, float]
    ) -> dict[str, float]:
        """Return the probability of each label, with what the reader says of the two."""
        if self.read_weights is None:
            return self.probabilities(measured)
        every = {**measured, **read}
        values = np.array(_pick(self.read_names)(every))
        same = 1.0 / (1.0 + float(np.exp(-(values @ self.read_weights + self.read_bias))))
        return self._share_out(same, (self.read_rest or self.rest).logits(every))

    def _share_out(self, same: float, logits: NDArray[np.float64]) -> dict[str, float]:
        """Return shares: `same` as it is, the others by their logits out of what is left."""
        powers = np.exp(logits - logits.max())
        shares = ((1.0 - same) * powers / powers.sum()).tolist()
        return {"same": same} | dict(zip(self.rest.labels, shares, strict=True))

    def probabilities(self, measured: Mapping[str, float]) -> dict[str, float]:
        """Return the probability of `same` and of each other label; they sum to one."""
        values = np.array(_pick(self.same_names)(measured))
        same = 1.0 / (1.0 + float(np.exp(-(values @ self.same_weights + self.same_bias))))
        return self._share_out(same, self.rest.logits(measured))


@lru_cache(maxsize=1)
def load_pair_model() -> PairModel:
    """Return the model that ships with the package."""
    raw = read_files(LINK, "pair.npz")[1]["pair.npz"]
    with np.load(BytesIO(raw), allow_pickle=False) as arrays:
        return PairModel(
            same_names=tuple(str(name) for name in arrays["same_names"]),
            same_weights=arrays["same_weights"],
            same_bias=float(arrays["same_bias"]),
            rest=_rest(arrays, ""),
            claim=_claim(arrays, "claim_"),
            **_with_reader(arrays),
        )


def _rest(arrays: Mapping[str, NDArray[Any]], kind: str) -> Rest:
    """Return the second part, read from arrays whose names begin with a kind."""
    return Rest(
        names=tuple(str(name) for name in arrays[f"{kind}names"]),
        labels=tuple(str(label) for label in arrays[f"{kind}labels"]),
        mean=arrays[f"{kind}mean"],
        scale=arrays[f"{kind}scale"],
        weights=arrays[f"{kind}weights"],
        bias=arrays[f"{kind}bias"],
    )


def _claim(arrays: Mapping[str, NDArray[Any]], kind: str) -> OneClaim:
    """Return what tells one claim, read from arrays whose names begin with a kind."""
    return OneClaim(
        names=tuple(str(name) for name in arrays[f"{kind}names"]),
        mean=arrays[f"{kind}mean"],
        scale=arrays[f"{kind}scale"],
        weights=arrays[f"{kind}weights"],
        bias=float(arrays[f"{kind}bias"]),
    )


def _with_reader(arrays: Mapping[str, NDArray[Any]]) -> dict[str, Any]:
    """Return the parts that weigh the reader's word, if they were trained."""
    if "read_names" not in arrays:
        return {}
    return {
        "read_names": tuple(str(name) for name in arrays["read_names"]),
        "read_weights": arrays["read_weights"],
        "read_bias": float(arrays["read_bias"]),
        "read_rest": _rest(arrays, "read_rest_") if "read_rest_names" in arrays else None,
        "read_claim": _claim(arrays, "read_claim_"),
    }
