"""Amounts: value, unit, comparator, measure."""

import pytest

from headwater.model.document import Document
from headwater.model.parse import Amount
from headwater.parse import parse


def amounts(text: str) -> tuple[Amount, ...]:
    return parse(Document(id="d", name="d", digest="0", format="text", text=text)).amounts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost more than $100 million.", [(1e8, "USD", ">", "level")]),
        ("It is 90% of the catch.", [(90, "percent", "=", "share")]),
        ("It is 90 per cent of it.", [(90, "percent", "=", "share")]),
        ("More than half was lost.", [(50, "percent", ">", "share")]),
        ("They shipped 107.02 million metric tons.", [(107_020_000, "t", "=", "level")]),
        (
            "Sales were up 69% to more than $225 million.",
            [(69, "percent", "=", "change"), (2.25e8, "USD", ">", "level")],
        ),
        ("It fired 650,000 shells.", [(650_000, "count", "=", "count")]),
        ("Nearly 600 people came.", [(600, "count", "~", "count")]),
        ("At least 12 people died.", [(12, "count", ">=", "count")]),
        ("Up to 40 boats sank.", [(40, "count", "<=", "count")]),
        ("As many as 50 men fled.", [(50, "count", "<=", "count")]),
        ("Fewer than 20 houses stand.", [(20, "count", "<", "count")]),
        (
            "Between 10 and 15 boats left.",
            [(10, "count", ">=", "count"), (15, "count", "<=", "count")],
        ),
        (
            "A 10-15 percent share.",
            [(10, "percent", ">=", "level"), (15, "percent", "<=", "level")],
        ),
        ("A record 240bn euros.", [(2.4e11, "EUR", "=", "record")]),
        ("It was the third year.", []),
        ("The two countries agreed.", [(2, "count", "=", "count")]),
        ("In 2023, on 5 May 2024 and at 10:30 a.m. it rang.", []),
        ("It is the number one supplier of wool.", [(1, "rank", "=", "rank")]),
        ("It is the top supplier of wool.", [(1, "rank", "=", "rank")]),
        ("Its top diplomat met top officials.", []),
        ("It is the second-largest exporter of tin.", [(2, "rank", "=", "rank")]),
        ("One of the largest producers of tin.", []),
        ("Exports doubled.", [(100, "percent", "=", "change")]),
        ("Exports more than tripled.", [(200, "percent", ">", "change")]),
        ("Twice as many ships came.", [(2, "times", "=", "ratio")]),
        ("A threefold rise.", [(3, "times", "=", "ratio")]),
        ("Six times as high.", [(6, "times", "=", "ratio")]),
        ("They met six times.", [(6, "count", "=", "count")]),
        ("It cost £3m.", [(3e6, "GBP", "=", "level")]),
        ("The toll was 12 million crowns.", [(1.2e7, "crown", "=", "level")]),
        ("The yard was about $3 million in the red.", [(-3e6, "USD", "~", "level")]),
        ("His file is heavier than the 60-page brief.", [(60, "count", ">", "count")]),
        ("It cost Rs 5 crore.", [(5e7, "INR", "=", "level")]),
        ("It cost $1.5bn-a-year.", [(1.5e9, "USD", "=", "level")]),
        ("It cost EUR50m.", [(5e7, "EUR", "=", "level")]),
        ("It cost 50 cents.", [(0.5, "USD", "=", "level")]),
        ("A wall of 5m high.", [(5, "m", "=", "level")]),
        ("Some 5m people fled.", [(5e6, "count", "~", "count")]),
        ("A magnitude 3.5 quake.", [(3.5, "count", "=", "count")]),
        ("An F-16 flew over Article 5, Flight 370 and Covid-19.", []),
        ("A 3-day visit.", [(3, "day", "=", "duration")]),
        ("Over the past two years it grew.", [(2, "year", "=", "duration")]),
        ("For over two years it grew.", [(2, "year", ">", "duration")]),
        ("He left two weeks ago.", []),
        ("Una Vale, 45, left.", [(45, "year", "=", "duration")]),
        ("A boy aged 12 left.", [(12, "year", "=", "duration")]),
        ("Output may double by spring.", [(100, "percent", "=", "change")]),
        ("It fell by double digits.", []),
        ("They make up 7% of it.", [(7, "percent", "=", "share")]),
        ("In the last quarter of 2020 it fell.", []),
        ("One in five people agreed.", [(20, "percent", "=", "share")]),
        ("Two-thirds of it is gone.", [(200 / 3, "percent", "=", "share")]),
        ("Almost a third of it is gone.", [(100 / 3, "percent", "~", "share")]),
        ("It had two and a half million readers.", [(2.5e6, "count", "=", "count")]),
        ("Half a mile away.", [(0.5, "mile", "=", "level")]),
        ("Half a million people came.", [(5e5, "count", "=", "count")]),
        ("The second half was dull.", []),
        ("Several hundred people came.", [(100, "count", ">=", "count")]),
        ("A million-dollar idea.", [(1e6, "USD", "=", "level")]),
        ("It cost a quarter million dollars.", [(250_000, "USD", "=", "level")]),
        ("It cost three quarters of a billion euros.", [(7.5e8, "EUR", "=", "level")]),
        ("Half a dozen boats sank.", [(6, "count", "=", "count")]),
        ("Tens of thousands of people fled.", [(1e4, "count", ">=", "count")]),
        ("Three dozen tanks.", [(36, "count", "=", "count")]),
        ("It took 15-plus years.", [(15, "year", ">=", "duration")]),
        ("It took a year and a half.", [(1.5, "year", "=", "duration")]),
        ("It took more than a week and a half.", [(1.5, "week", ">", "duration")]),
        (
            "It rained in 10 of the past 15 years.",
            [(10, "year", "=", "duration"), (15, "year", "=", "duration")],
        ),
        (
            "It took in 10 of the 15 boats.",
            [(10, "count", "=", "count"), (15, "count", "=", "count")],
        ),
        ("It cost $1-2 million.", [(1e6, "USD", ">=", "level"), (2e6, "USD", "<=", "level")]),
        (
            "It ranges from $200 to $4 million.",
            [(200, "USD", ">=", "level"), (4e6, "USD", "<=", "level")],
        ),
        (
            "It rose from 5 to 10 percent.",
            [(5, "percent", "=", "level"), (10, "percent", "=", "level")],
        ),
        (
            "It fell 4.5 percent to 12.",
            [(4.5, "percent", "=", "change"), (12, "count", "=", "count")],
        ),
        (
            "The count was revised down 400 to 5,000.",
            [(400, "count", "=", "count"), (5000, "count", "=", "count")],
        ),
        ("It fell by 4 to 5 places.", [(4, "count", ">=", "count"), (5, "count", "<=", "count")]),
        ("It fell by 40 to 500.", [(40, "count", "=", "count"), (500, "count", "=", "count")]),
        (
            "It fell by 4 to 5 percent.",
            [(4, "percent", ">=", "level"), (5, "percent", "<=", "level")],
        ),
        (
            "It takes up 40 to 50 boats.",
            [(40, "count", ">=", "count"), (50, "count", "<=", "count")],
        ),
        ("The town won 3-1.", []),
        ("No more than 7 boats.", [(7, "count", "<=", "count")]),
        ("Children under the age of 5.", [(5, "year", "<", "duration")]),
        (
            "More than 100 km (62 miles) away.",
            [(100, "km", ">", "level"), (62, "mile", ">", "level")],
        ),
        ("It was -3 degrees Celsius.", [(-3, "°C", "=", "level")]),
        ("One of them left, one day.", [(1, "day", "=", "duration")]),
    ],
)
def test_amounts(text: str, expected: list[tuple[float, str, str, str]]) -> None:
    found = amounts(text)
    assert [a.value for a in found] == pytest.approx([value for value, *_ in expected])
    words = [(str(a.unit), str(a.comparator), str(a.measure)) for a in found]
    assert words == [(unit, sign, measure) for _, unit, sign, measure in expected]


@pytest.mark.parametrize(
    ("text", "words", "what"),
    [
        (
            "It bought more than $100 million worth of wool from Norland.",
            "more than $100 million",
            "wool",
        ),
        ("It holds 90% of the tin market.", "90%", "tin market"),
        ("At least 12 fishing boats sank.", "at least 12", "fishing boats"),
        ("They sent 107 tons of crude oil in 2021.", "107 tons", "crude oil"),
        ("At least 60 firms supply the yard.", "at least 60", "firms"),
        ("About 40 workers remain in the pit.", "about 40", "workers"),
        ("The 30 nations include small islands.", "30", "nations"),
        ("The 12 spare crane parts need a permit.", "12", "spare crane parts"),
    ],
)
def test_span_and_what(text: str, words: str, what: str) -> None:
    (amount,) = amounts(text)
    assert amount.span.cut(text).lower() == words.lower()
    assert amount.what is not None
    assert amount.what.cut(text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Exports of tin to Norland increased by 69%.", "Exports of tin to Norland"),
        ("Officials said the output of steel had risen 5 percent.", "output of steel"),
        ("Trade reached a record $240 billion.", "Trade"),
    ],
)
def test_subject_is_what_was_measured(text: str, what: str) -> None:
    (amount,) = amounts(text)
    assert amount.what is not None
    assert amount.what.cut(text) == what


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Exports rose 5 percent.", "up"),
        ("Exports fell by nearly 5 percent.", "down"),
        ("A 5 percent increase.", "up"),
        ("Output was cut in half.", "down"),
        ("Output rose to 5 percent.", None),
    ],
)
def test_direction(text: str, direction: str | None) -> None:
    (amount,) = amounts(text)
    assert amount.direction == direction


def test_bounds_follow_the_comparator() -> None:
    (low, high) = amounts("Between 10 and 15 boats left.")
    assert (low.low, low.high) == (high.low, high.high) == (10, 15)
    (about,) = amounts("About 100 boats left.")
    assert about.low is not None
    assert about.high is not None
    assert about.low < 100 < about.high
