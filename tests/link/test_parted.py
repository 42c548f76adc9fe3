"""Statements that share nearly all else, in any order of words, and part in one thing."""

import pytest

from headwater.link.alignment import Pair
from headwater.link.compare_pairs import statement_of
from headwater.link.figures import agree, find_figures
from headwater.link.parted import is_parted

PARTED = [
    (
        "The port of Tarnby lost nine working days in March, the union wrote",
        "In March, the union wrote, the port of Elswick lost nine working days",
    ),
    (
        "A poll of 900 Danish voters put the party at 12 percent",
        "The party was put at 12 percent by a poll of 900 Norwegian voters",
    ),
    (
        "The exports of herring came to 40 tonnes in May, up 30 percent",
        "In May exports of herring came to 40 tonnes, 30 percent lower",
    ),
    (
        "Tarnby will sell its ferries in spring",
        "Provided that the council agrees, Tarnby will sell its ferries in spring",
    ),
    (
        "Tarnby will sell its ferries if the council agrees",
        "Whether or not the council agrees, Tarnby will sell its ferries",
    ),
]
ONE = [
    (
        "The Maritime Labour Bureau counted nine wrecks in May",
        "In May the MLB counted nine wrecks",
    ),
    (
        "Two brothers from Bavaria stole the painting",
        "The painting was stolen by two Bavarian brothers",
    ),
    (
        "Ada Lund sold the painting in Oslo",
        "In Oslo she sold the painting",
    ),
    (
        "The exports of herring came to 40 tonnes in May, up 30 percent",
        "In May exports of herring rose by 30 percent to 40 tonnes",
    ),
    (
        "Tarnby will sell its ferries if the council agrees",
        "Once the council agrees, Tarnby will sell its ferries",
    ),
    (
        "Tarnby provided ten ferries in May",
        "In May Tarnby supplied ten ferries",
    ),
]


@pytest.mark.parametrize(("left", "right"), PARTED)
def test_parted(left: str, right: str) -> None:
    assert is_parted(Pair(statement_of(left), statement_of(right)))
    assert is_parted(Pair(statement_of(right), statement_of(left)))


@pytest.mark.parametrize(("left", "right"), ONE)
def test_not_parted(left: str, right: str) -> None:
    assert not is_parted(Pair(statement_of(left), statement_of(right)))
    assert not is_parted(Pair(statement_of(right), statement_of(left)))


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("fewer than half of them", "more than half of them", False),
        ("more than half of them", "fewer than half of them", False),
        ("more than 1,100 boats", "fewer than 1,200 boats", True),
    ],
)
def test_bounds_that_leave_nothing_between(left: str, right: str, one: bool) -> None:
    assert agree(find_figures(left)[0], find_figures(right)[0]) is one
