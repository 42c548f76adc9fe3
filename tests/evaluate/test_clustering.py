"""Clustering scores on the worked example of Bagga and Baldwin (1998); CEAF-e as Luo (2005)."""

from collections.abc import Callable

import pytest

from headwater.evaluate.clustering import Labels, b_cubed, ceaf, muc
from headwater.evaluate.measures import Json

Score = Callable[[Labels, Labels], Json]

GOLD = dict.fromkeys("12345", "A") | dict.fromkeys("67", "B") | dict.fromkeys("89abc", "C")
SMALL_JOINED = dict.fromkeys("12345", "1") | dict.fromkeys("6789abc", "2")
LARGE_JOINED = dict.fromkeys("1234589abc", "1") | dict.fromkeys("67", "2")


@pytest.mark.parametrize(
    ("score", "found", "precision", "recall"),
    [
        (muc, SMALL_JOINED, 9 / 10, 1.0),
        (muc, LARGE_JOINED, 9 / 10, 1.0),
        (b_cubed, SMALL_JOINED, 16 / 21, 1.0),
        (b_cubed, LARGE_JOINED, 7 / 12, 1.0),
        (ceaf, SMALL_JOINED, 11 / 12, 11 / 18),
        (ceaf, LARGE_JOINED, 5 / 6, 5 / 9),
    ],
)
def test_worked_example(
    score: Score, found: dict[str, str], precision: float, recall: float
) -> None:
    reached = score(GOLD, found)
    assert (reached["p"], reached["r"]) == (pytest.approx(precision), pytest.approx(recall))


@pytest.mark.parametrize("score", [muc, b_cubed, ceaf])
def test_the_gold_itself_is_perfect(score: Score) -> None:
    assert score(GOLD, GOLD)["f1"] == pytest.approx(1.0)
