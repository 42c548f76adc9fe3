"""Number words and figures."""

import pytest

from headwater.text.numbers import find_numbers, parse_number, parse_ordinal


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("107.02 million", 107_020_000),
        ("1.5bn", 1.5e9),
        ("650,000", 650_000),
        ("12,34,567", 1_234_567),
        ("a dozen", 12),
        ("three dozen", 36),
        ("twenty-five", 25),
        ("two hundred and fifty thousand", 250_000),
        ("one hundred twenty", 120),
        ("half a million", 500_000),
        ("two and a half million", 2_500_000),
        ("5 1/2", 5.5),
        ("5½", 5.5),
        ("two-thirds", 2 / 3),
        ("a quarter", 0.25),
        ("half", 0.5),
        ("one in five", 0.2),
        ("nine out of ten", 0.9),
        ("5 crore", 5e7),
        ("a hundred", 100),
        ("seventeen", 17),
    ],
)
def test_parse_number(text: str, value: float) -> None:
    assert parse_number(text) == pytest.approx(value)


@pytest.mark.parametrize("text", ["", "word", "5 boats", "one two", "a third term", "1" * 400])
def test_no_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("between one and two million", ["one", "two million"]),
        ("two in three months", ["two", "three"]),
        ("twenty twenty", ["twenty", "twenty"]),
        ("tens of thousands of people", ["tens of thousands"]),
        ("two third parties", ["two"]),
    ],
)
def test_find_numbers(text: str, expected: list[str]) -> None:
    assert [text[f.start : f.end] for f in find_numbers(text)] == expected


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("second", 2),
        ("21st", 21),
        ("twenty-first", 21),
        ("Third", 3),
        ("more", None),
        ("first-", None),
    ],
)
def test_parse_ordinal(word: str, value: int | None) -> None:
    assert parse_ordinal(word) == value
