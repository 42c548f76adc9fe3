import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.link.background import LEAST, MOST, USUAL, find_background, log_odds, stand_out

Pair = tuple[int, int]
SIZE = 9
HOME = [frozenset({f"d{number % 3}"}) for number in range(SIZE)]
PAIRS = [(a, b) for a in range(SIZE) for b in range(a + 1, SIZE)]
tables = st.fixed_dictionaries({pair: st.floats(0, 1) for pair in PAIRS})


@given(tables, st.permutations(PAIRS))
def test_order_never_matters(table: dict[Pair, float], order: list[Pair]) -> None:
    shuffled = {pair: table[pair] for pair in order}
    assert find_background(shuffled, HOME) == find_background(table, HOME)


@given(tables)
def test_a_copy_of_a_document_changes_nothing(table: dict[Pair, float]) -> None:
    copied = [names | {"d9"} if "d0" in names else names for names in HOME]
    assert find_background(table, copied) == find_background(table, HOME)


@given(tables)
def test_background_stays_between_its_ends(table: dict[Pair, float]) -> None:
    assert all(LEAST <= mean <= MOST for mean in find_background(table, HOME).values())


@given(st.floats(0, 1), st.floats(0, 1), st.floats(LEAST, MOST), st.floats(LEAST, MOST))
def test_what_is_likelier_stays_likelier(one: float, two: float, left: float, right: float) -> None:
    low, high = sorted((one, two))
    assert stand_out(low, (left, right)) <= stand_out(high, (left, right))


@given(st.floats(0.01, 0.99))
def test_the_usual_background_changes_nothing(score: float) -> None:
    assert stand_out(score, (USUAL, USUAL)) == pytest.approx(score)


def test_what_is_like_everything_stands_out_less() -> None:
    assert stand_out(0.4, (-0.6, -0.6)) < 0.4 < stand_out(0.4, (-3.0, -3.0))


def test_a_claim_that_every_document_repeats_is_no_background() -> None:
    """One good match in each of six documents, nothing else near."""
    documents = [frozenset({f"d{number}"}) for number in range(7)]
    scores = {(0, number): 0.9 for number in range(1, 7)}
    assert find_background(scores, documents)[0] == LEAST


def test_log_odds_of_certainty_are_finite() -> None:
    assert math.isfinite(log_odds(0.0)) and math.isfinite(log_odds(1.0))
