"""Tests of text made safe and of words of our own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.report.words import (
    count_of,
    day,
    interval,
    number,
    period,
    quantity,
    shorten,
    show_text,
)


@given(st.text(st.characters(codec=None)))
def test_shown_text_can_be_encoded_and_holds_nothing_that_acts(text: str) -> None:
    shown = show_text(text)
    shown.encode()
    for sign in shown:
        assert sign in "\t\n" or ord(sign) >= 0x20
        assert not 0x202A <= ord(sign) <= 0x202E
        assert not 0x2066 <= ord(sign) <= 0x2069
    assert len(shown) <= len(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("a\x00b\x1b[31m", "a␀b␛[31m"),
        ("pay \u202egpj.exe", "pay \ufffdgpj.exe"),
        ("lone \ud800 half", "lone \ufffd half"),
        ("Z" + "\u0301" * 60 + "o", "Z" + "\u0301" * 4 + "o"),
        ("e\u0301te\u0301", "e\u0301te\u0301"),
        ("שלום \u200fعرب", "שלום \u200fعرب"),
        ("नमस्ते 漢字 ไทย", "नमस्ते 漢字 ไทย"),
    ],
)
def test_shown_text(text: str, shown: str) -> None:
    assert show_text(text) == shown


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (90, "percent", "90%"),
        (2.25e8, "USD", "$225 million"),
        (5e6, "CRW", "5 million CRW"),
        (107.02e6, "t", "107.02 million t"),
        (1, "rank", "no. 1"),
        (650000, "count", "650,000"),
        (3, "day", "3 days"),
        (1, "year", "1 year"),
        (0.5, "percent", "0.5%"),
    ],
)
def test_quantities(value: float, unit: str, shown: str) -> None:
    assert quantity(value, unit) == shown


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("2031-03-01", "2031-03-31", "Mar 2031"),
        ("2031-01-01", "2031-12-31", "2031"),
        ("2031-01-01", "2033-12-31", "2031–2033"),
        ("2031-04-02", "2031-04-02", "2 Apr 2031"),
        (None, "2031-04-02", "2 Apr 2031"),
        ("2031-04-02", "2031-05-03", "2 Apr 2031 – 3 May 2031"),
        ("2031-04-02", "2031-04-16", "2–16 Apr 2031"),
        (None, None, ""),
    ],
)
def test_periods(first: str | None, last: str | None, shown: str) -> None:
    assert period(first, last) == shown


def test_small_words() -> None:
    assert [count_of(n, "copy", "copies") for n in (0, 1, 2, 13)] == [
        "no copies", "one copy", "two copies", "13 copies",
    ]  # fmt: skip
    assert (interval(1, 1), interval(1, 3)) == ("1", "1–3")
    assert (day("2031"), day("2031-05"), day("soon")) == ("2031", "May 2031", "soon")
    assert number(1234.5) == "1,234.5"
    assert shorten("one two three four", 12) == "one two…"
    assert shorten("short\n one", 12) == "short one"
