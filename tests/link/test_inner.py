"""Whether a statement tells only what another tells in a clause below its main one."""

import pytest

from headwater.link.alignment import Pair, general_rarity
from headwater.link.compare_pairs import statement_of
from headwater.link.inner import clause_below, tells_clause
from headwater.link.meaning import read_meaning


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("The guild owned to the fire that hurt nine people", "that hurt nine people"),
        ("Orr met the men who had robbed the mill, and Borg left",
         "who had robbed the mill"),
        ("The man who robbed the mill was later jailed", "who robbed the mill "),
        ("The man who had robbed the mill was jailed", "who had robbed the mill "),
        ("Orr said that robbers left the mill", None),
        ("Borg thinks the view that Orr lied is wrong", None),
        ("Borg left the mill, which burnt on Friday", None),  # a fact of its own
        ("it is clear that was a lie", None),
        ("Borg left the mill", None),
    ],
)  # fmt: skip
def test_the_clause_below_is_found(text: str, clause: str | None) -> None:
    place = clause_below(read_meaning(text))
    assert (None if place is None else text[slice(*place)]) == clause


@pytest.mark.parametrize(
    ("one", "two", "apart"),
    [
        ("The guild owned to the fire that hurt nine people", "nine people were hurt", True),
        ("The guild owned to the fire that hurt nine people", "the fire hurt nine people", True),
        ("The guild owned to the fire that hurt nine people", "The guild admitted the fire", False),
        ("The guild owned to the fire that hurt nine people",
         "The guild owned to a fire in which nine people were hurt", False),
        ("A nurse helped the guard who was stabbed", "a guard was stabbed", True),
        ("A nurse helped the guard who was stabbed", "a nurse gave the guard help", False),
        ("The guild owned to the fire that hurt nine people", "fires that hurt people", False),
        ("The plant that burnt on Friday was shut", "the plant was shut on Friday", False),
    ],
)  # fmt: skip
def test_a_clause_below_is_another_statement(one: str, two: str, *, apart: bool) -> None:
    sides = statement_of(one), statement_of(two)
    for left, right in (sides, sides[::-1]):
        assert tells_clause(Pair(left, right, general_rarity)) is apart
