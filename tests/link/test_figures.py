import pytest

from headwater.link.days import find_dates
from headwater.link.figures import (
    Figure,
    agree,
    find_figures,
    implies,
    none_shared,
    unmatched,
)


def only(text: str) -> Figure:
    (figure,) = find_figures(text, [(when.start, when.end) for when in find_dates(text)])
    return figure


@pytest.mark.parametrize(
    ("text", "value", "unit", "comparator"),
    [
        ("It lent $1.5bn", 1.5e9, "money", "="),
        ("more than 40 percent of voters", 40, "percent", ">"),
        ("two-thirds of the fleet", 200 / 3, "percent", "="),
        ("at least 12 dead", 12, "count", ">="),
        ("nearly two decades", 20, "year", "~"),
        ("15-plus years", 15, "year", ">"),
        ("107.02 million tonnes", 107.02e9, "kg", "="),
        ("48 hours", 2.0, "day", "="),
        ("more than two weeks", 14.0, "day", ">"),
        ("80 centimetres", 0.8, "m", "="),
        ("18 months", 18.0, "month", "="),
        ("5 million people", 5e6, "count", "="),
        ("dozens of tents", 24, "count", ">="),
        ("the third round", 3, "rank", "="),
        ("300 trucks in March 2021", 300, "count", "="),
    ],
)
def test_a_figure_keeps_unit_and_comparator(
    text: str, value: float, unit: str, comparator: str
) -> None:
    figure = only(text)
    assert (round(figure.value, 3), figure.unit) == (round(value, 3), unit)
    assert figure.comparator == comparator


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("$24m", "$23.8 million", True),
        ("nearly 600 men", "596 men", True),
        ("12 men", "13 men", False),
        ("90 percent", "90 million", False),
        ("18 years", "nearly two decades", True),
        ("1,214 cases", "1,213 cases", False),  # both told to the last one
        ("at least 1,214 cases", "at least 1,241 cases", False),
        ("at least 1,214 cases", "1,221 cases", True),
        ("1,214 cases", "1,210 cases", True),
        ("1,214 cases", "about 1,233 cases", True),
        ("$1,214", "$1,213", True),
        ("nearly two dozen mayors", "25 mayors", False),  # "nearly" does not reach it
        ("nearly two dozen mayors", "about 25 mayors", True),
        ("about two dozen mayors", "25 mayors", True),
    ],
)
def test_rounding_is_no_difference(left: str, right: str, same: bool) -> None:
    assert agree(only(left), only(right)) is same


@pytest.mark.parametrize(
    ("text", "passing"),
    [
        ("Divers found Ferry 418 off the cape", True),
        ("It chartered the Corvo 740-200 freighter", True),
        ("Edda Lund, 61, runs the mill", True),
        ("Edda Lund (61) runs the mill", True),
        ("its 33-year-old pilot", True),
        ("the two mayors met", True),
        ("a Kestrel 8K402 engine", True),
        ("since the Second Grain War", True),
        ("the second grain war", False),
        ("the yard's three cranes fell", True),
        ("two mayors met", False),
        ("the 15 cranes fell", False),
        ("the two million it owes", False),
        ("It sent Peru 300 tents", False),
        ("On Tuesday 45 were hurt", False),
        ("The mill is 33 years away from closing", False),
        ("It sold Norvik 90 cranes", False),
    ],
)
def test_a_number_that_tells_what_is_meant_is_passing(text: str, *, passing: bool) -> None:
    assert only(text).passing is passing


def test_half_of_a_stretch_of_time_is_no_figure() -> None:
    assert find_figures("the first half of the year") == ()
    assert only("half of the fleet").value == 50


@pytest.mark.parametrize(
    ("left", "right", "none"),
    [
        ("Divers found Ferry 418", "divers found the ferry", False),
        ("the two mayors met", "the mayors met", False),
        ("the two mayors met", "two mayors met", False),
        ("two mayors met", "the mayors met", True),
        ("Divers found Ferry 418", "divers found nine men", True),
    ],
)
def test_only_a_figure_that_tells_how_much_is_missed(left: str, right: str, *, none: bool) -> None:
    assert none_shared(find_figures(left), find_figures(right)) is none


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Divers found Ferry 747", "Divers found Ferry 748", False),
        ("Divers found Ferry 747", "He boarded Ferry 747", True),
        ("Divers found Ferry 747", "Divers found Buoy 747", False),
        ("since the Second Grain War", "since the second grain war", True),
        ("a Kestrel 8K402 engine", "a Kestrel 8M731 engine", False),
    ],
)
def test_numbers_of_one_name_agree_only_if_equal(left: str, right: str, *, same: bool) -> None:
    assert agree(only(left), only(right)) is same


def test_a_number_implies_its_lower_bound() -> None:
    assert implies(only("23 dead"), only("more than 20 dead"))
    assert not implies(only("more than 20 dead"), only("23 dead"))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("on 5 May 2020", ["day", "year"]),
        ("They may march in 2020 men", ["year"]),
        ("in the 1990s", ["decade"]),
        ("on Sunday in June", ["weekday", "month"]),
    ],
)
def test_dates_are_read_by_kind(text: str, kinds: list[str]) -> None:
    assert [when.kind for when in find_dates(text)] == kinds


@pytest.mark.parametrize(
    ("left", "right", "differ"),
    [
        ("five men were hurt", "three men were hurt", 1),
        ("five men were hurt", "three more men were hurt", 0),
        ("another three men were hurt", "five men were hurt", 0),
        ("another three men were hurt", "a further five men were hurt", 1),
        ("three men more than before were hurt", "five men were hurt", 1),
    ],
)
def test_what_is_added_differs_from_no_whole(left: str, right: str, differ: int) -> None:
    assert len(unmatched(find_figures(left), find_figures(right))) == differ
