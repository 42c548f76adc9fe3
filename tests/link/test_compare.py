"""What two statements share beside their words."""

import math

import pytest

from headwater.link.alignment import Pair, Statement, general_rarity
from headwater.link.compare import _limit_same, decide, measure_pair
from headwater.link.gates import Gate
from headwater.link.meaning import read_meaning
from headwater.link.turned import opposite_rows
from headwater.link.verbatim import EXACT, is_swap


def test_a_capital_does_not_part_equal_words() -> None:
    pair = Pair(
        Statement(
            read_meaning("Firms owned by the Government of Veldania sold pumps"), frozenset()
        ),
        Statement(
            read_meaning("firms owned by the government of Veldania sold pumps"), frozenset()
        ),
    )
    assert min(pair.best_left) >= EXACT
    assert min(pair.best_right) >= EXACT


@pytest.mark.parametrize(
    ("left", "right", "opposite"),
    [
        ("the council approved the dam", "the council rejected the dam", True),
        ("exports of glass rose in May", "exports of glass fell in May", True),
        ("the ruling does not force the mayor to resign", "the mayor need not resign", False),
        ("the council approved the dam", "the council did not approve the dam", False),
    ],
)
def test_a_negation_alone_makes_no_opposite(left: str, right: str, *, opposite: bool) -> None:
    one, two = (Statement(read_meaning(text), frozenset()) for text in (left, right))
    assert bool(opposite_rows(one, two)) is opposite


@pytest.mark.parametrize(
    ("left", "right", "swapped"),
    [
        ("The water board found lead in 19 wells", "The school board found lead in 19 wells", True),
        ("the board found lead in nine wells", "nine wells held lead, said the board", False),
        ("The trawler Brisa unloaded in March", "A second ship, the Brisa, unloaded", False),
        ("the mill shut in May", "the mill shut in May", False),
    ],
)  # fmt: skip
def test_words_in_one_place_are_a_swap(left: str, right: str, *, swapped: bool) -> None:
    assert is_swap(left, right) is swapped


def test_a_word_that_may_mislead_outweighs_less_where_two_tell_it_freely() -> None:
    shares = {"same": 0.9, "other": 0.1}
    gate = Gate("step", "only one of them is still to come")
    assert _limit_same(shares, (gate,), alike=True)["same"] == 0.25
    assert 0.5 < _limit_same(shares, (gate,), alike=False)["same"] < 0.9
    hard = Gate("figure", "19 is not 18")
    assert _limit_same(shares, (hard,), alike=False)["same"] <= 0.1


def read_as(same: float) -> dict[str, float]:
    odds = math.log(same / (1 - same))
    low = math.log((1 - same) / 5)
    return {"read_same": odds} | {
        f"read_{name}": low for name in ("entails_ab", "entails_ba", "against", "updates", "other")
    }


@pytest.mark.parametrize(
    ("right", "denial", "wall"),
    [
        ("The council did not keep the licence of the Velmar ferry", False, False),
        ("The council did not keep the licence of the Velmar ferry", True, True),
        ("The council lost the licence of the Velmar ferry in 2011", False, True),
    ],
)
def test_who_reads_both_weighs_a_negation_in_words_not_one_in_a_cue(
    right: str, *, denial: bool, wall: bool
) -> None:
    left = "The council let the licence of the Velmar ferry run out in 2009"
    one = Statement(read_meaning(left), frozenset())
    two = Statement(read_meaning(right), frozenset(), denial=denial, negative="not" in right)
    found = measure_pair(one, two, general_rarity)
    assert any(gate.wall for gate in found.gates)
    assert decide(found, read_as(0.999)).wall is wall
    assert decide(found, read_as(0.001)).wall
    assert (decide(found, read_as(0.999)).claim > 0.5) is not wall


@pytest.mark.parametrize(
    ("right", "wall"),
    [
        ("The licence of the Velmar ferry is easy for the council to sell", False),
        ("The council plans to sell the licence of the Velmar ferry", True),
    ],
)
def test_a_step_that_only_the_cut_tells_gives_way_to_who_reads_both(
    right: str, *, wall: bool
) -> None:
    left = read_meaning("The licence of the Velmar ferry is easy to sell")
    one = Statement(left, frozenset(), modality="asserted")
    two = Statement(read_meaning(right), frozenset(), modality="planned")
    found = measure_pair(one, two, general_rarity)
    assert [gate.kind for gate in found.gates if gate.wall] == ["step"]
    assert decide(found, read_as(0.999)).wall is wall
