import pytest

from headwater.link.days import find_dates
from headwater.link.figures import Figure, agree, find_figures, implies


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
        ("107.02 million tonnes", 107.02e6, "ton", "="),
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
    ],
)
def test_rounding_is_no_difference(left: str, right: str, same: bool) -> None:
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
