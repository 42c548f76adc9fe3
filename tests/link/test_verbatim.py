"""What repeats another statement's words is the same, whatever the cut made of it."""

import pytest

from headwater.link.alignment import Statement, general_rarity
from headwater.link.compare import Verdict, decide, measure_pair
from headwater.link.meaning import read_meaning
from headwater.link.verbatim import plain_words

MILL = "The mill does not intend to reopen under the present owners"
LONG = "spent a fortune on the harbour wall and never once asked who would mend it"


def judge(left: Statement, right: str) -> Verdict:
    return decide(measure_pair(left, state(right), general_rarity))


def state(text: str, modality: str = "asserted") -> Statement:
    return Statement(read_meaning(text), frozenset(), modality=modality)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (MILL, MILL),
        (MILL, MILL.replace("does not", "does  not").replace("The", "the")),
        (
            "We have never paid sub-contract wages in the U.S. plant",
            "We have never paid subcontract wages in the US plant",
        ),
        (
            "it was a well-planned theft of our fishing grounds",
            "a well planned theft of our fishing grounds",
        ),
    ],
)
def test_equal_words_are_the_same_whatever_the_cut_made_of_them(left: str, right: str) -> None:
    verdict = judge(state(left, "planned")._replace(own=frozenset({"elsewhere"})), right)
    assert verdict.label == "same"
    assert verdict.score >= 0.9
    assert not verdict.gates


def test_a_long_row_of_equal_words_outweighs_how_each_begins() -> None:
    verdict = judge(state(f"the old guard of Bellmont {LONG}", "planned"), f"they {LONG}")
    assert verdict.label == "same"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "the port was shut for good on 5 May by two guards",
            "the port was shut for good on 6 May by two guards",
        ),
        ("the firm sold pumps to the northern army", "the firm sold pumps to the southern army"),
        (MILL, MILL.replace("not ", "")),
        (f"In 19 towns the old guard {LONG}", f"In 18 towns the old guard {LONG}"),
    ],
)
def test_one_other_word_is_no_repetition(left: str, right: str) -> None:
    assert judge(state(left), right).score < 0.6


def test_what_is_denied_in_the_same_words_is_not_the_same() -> None:
    text = "The owners paid the guards to leave the gate open"
    denied = state(text)._replace(denial=True, negative=True)
    assert judge(denied, text).label == "denies"


def test_words_are_compared_without_dots_case_and_hyphens() -> None:
    assert plain_words("The U.S. sub-contract, he said’s") == (
        "the",
        "us",
        "subcontract",
        "he",
        "saids",
    )
