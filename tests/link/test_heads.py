"""The word that tells what a statement says of its subject."""

import pytest

from headwater.link.alignment import Pair, general_rarity
from headwater.link.compare_pairs import statement_of
from headwater.link.heads import head_of, heads_meet
from headwater.link.meaning import read_meaning


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Norway quickly sold mortars", "sold"),
        ("the mortars were never sold", "sold"),
        ("Drew Marsh called him a cheat", "called"),
        ("selling mortars to the militia", "selling"),
        ("the mayor is free to sell the mortars", "sell"),
        ("the sale of mortars", None),
        ("responsibility for the fire", None),
    ],
)
def test_the_head_is_what_the_main_verb_says(text: str, head: str | None) -> None:
    meaning = read_meaning(text)
    found = head_of(meaning)
    assert (None if found is None else meaning.terms[found].word) == head


@pytest.mark.parametrize(
    ("one", "two", "meet"),
    [
        ("Norway sold mortars to the militia", "Norway sold no mortars", True),
        ("the bread price rose in June", "the bread price fell in June", True),
        ("Norway sold mortars to the militia", "Norway painted mortars", False),
        ("Norway sold mortars to the militia", "the sale of mortars", False),
    ],
)
def test_heads_meet_if_both_speak_of_one_act(one: str, two: str, meet: bool) -> None:
    assert heads_meet(Pair(statement_of(one), statement_of(two), general_rarity)) is meet
