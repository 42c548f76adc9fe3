"""Times as intervals, anchored on the publication date."""

import pytest

from headwater.model.document import Document, Stated
from headwater.parse import parse
from headwater.parse.settings import ParseSettings

PUBLISHED = "2024-04-15"  # A Monday.


def times(text: str, published: str | None = PUBLISHED) -> list[tuple[str | None, str | None]]:
    stated = Stated(value=published, given_by="test") if published else None
    document = Document(id="d", name="d", digest="0", format="text", text=text, published=stated)
    return [(t.first, t.last) for t in parse(document).times]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("They met on April 12.", "2024-04-12", "2024-04-12"),
        ("They met on Friday.", "2024-04-12", "2024-04-12"),
        ("They met on Monday.", "2024-04-15", "2024-04-15"),
        ("They will meet on Friday.", "2024-04-19", "2024-04-19"),
        ("They meet next Monday.", "2024-04-22", "2024-04-22"),
        ("It fell last year.", "2023-01-01", "2023-12-31"),
        ("It fell in late 2022.", "2022-09-01", "2022-12-31"),
        ("It fell this week.", "2024-04-15", "2024-04-21"),
        ("It fell in June 2023.", "2023-06-01", "2023-06-30"),
        ("It fell two weeks ago.", "2024-04-01", "2024-04-07"),
        ("It fell over the past two years.", "2022-04-15", "2024-04-15"),
        ("It has fallen since 2014.", "2014-01-01", "2024-04-15"),
        ("In the first half of 2023 it fell.", "2023-01-01", "2023-06-30"),
        ("It ends by the end of the month.", "2024-04-20", "2024-04-30"),
        ("It fell between 2014 and 2022.", "2014-01-01", "2022-12-31"),
        ("It fell from March to June 2023.", "2023-03-01", "2023-06-30"),
        ("It fell on 12 April 2023.", "2023-04-12", "2023-04-12"),
        ("It fell on Wednesday, Oct. 5, 2016, there.", "2016-10-05", "2016-10-05"),
        ("It fell in the 1990s.", "1990-01-01", "1999-12-31"),
        ("It fell in December.", "2023-12-01", "2023-12-31"),
        ("It will be held in December.", "2024-12-01", "2024-12-31"),
        ("It fell yesterday.", "2024-04-14", "2024-04-14"),
        ("It fell before 2022.", None, "2021-12-31"),
        ("It holds until 2025.", None, "2025-12-31"),
        ("In the third quarter of 2022 it fell.", "2022-07-01", "2022-09-30"),
        ("It fell in the summer of 2021.", "2021-06-01", "2021-08-31"),
        ("It fell earlier this month.", "2024-04-01", "2024-04-15"),
        ("It fell on 2021-03-04.", "2021-03-04", "2021-03-04"),
        ("It fell last summer.", "2023-06-01", "2023-08-31"),
        ("It fell in last June.", "2023-06-01", "2023-06-30"),
        ("It fell over the last decade.", "2014-04-15", "2024-04-15"),
        ("It fell in the early 2000s.", "2000-01-01", "2003-05-02"),
        ("It fell on 25/12/2023.", "2023-12-25", "2023-12-25"),
        ("It fell on 12/25/2023.", "2023-12-25", "2023-12-25"),
        ("It fell on 3/4/2023.", None, None),
        ("It fell on 2023/04/03.", "2023-04-03", "2023-04-03"),
        ("It lasted May 5 and 6.", "2024-05-05", "2024-05-06"),
        ("It fell in the last quarter of 2020.", "2020-10-01", "2020-12-31"),
        ("FY2023 sales fell.", "2023-01-01", "2023-12-31"),
        ("It fell in the first nine months of 2023.", "2023-01-01", "2023-09-30"),
        ("Over the first 10 months of last year it fell.", "2023-01-01", "2023-10-31"),
        ("It fell in the last three months of 2022.", "2022-10-01", "2022-12-31"),
        ("It fell in the final two quarters of 2021.", "2021-07-01", "2021-12-31"),
        ("It fell in the first three quarters of 2023.", "2023-01-01", "2023-09-30"),
        ("In the first two weeks of March 2022 it fell.", "2022-03-01", "2022-03-14"),
        ("It fell in the last five days of Feb. 2024.", "2024-02-25", "2024-02-29"),
        ("It fell in the second quarter of 2023.", "2023-04-01", "2023-06-30"),
        ("It fell in the second half of 2023.", "2023-07-01", "2023-12-31"),
    ],
)
def test_times(text: str, first: str | None, last: str | None) -> None:
    assert times(text) == [(first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "It may rain and they march on.",
        "More than 2000 people came.",
        "Jun spoke first and Jan second.",
        "He turned to page 1850 at last.",
        "A two-year plan for three months.",
        "In Feb. 30 rounds were fired.",
    ],
)
def test_no_times(text: str) -> None:
    assert times(text) == []


def test_direction_does_not_reach_over_another_time() -> None:
    found = times("The vote, due on May 3, follows one on March 2.")
    assert found == [("2024-05-03", "2024-05-03"), ("2024-03-02", "2024-03-02")]


def test_order_of_day_and_month_is_a_setting() -> None:
    document = Document(id="d", name="d", digest="0", format="text", text="On 3/4/2023 it fell.")
    found = [
        parse(document, settings=ParseSettings(day_first=first)).times[0].first
        for first in (True, False, None)
    ]
    assert found == ["2023-04-03", "2023-03-04", None]


def test_unknown_publication_date() -> None:
    document = Document(
        id="d", name="d", digest="0", format="text", text="They met on Friday, in 2019."
    )
    found = parse(document).times
    assert [(t.basis, t.first) for t in found] == [("unknown", None), ("text", "2019-01-01")]


def test_times_that_point_back() -> None:
    assert (
        times("It began on May 3, 2019. It ended the same day.")
        == [("2019-05-03", "2019-05-03")] * 2
    )
    assert times("It began in 2019. A year later it ended.")[1] == ("2020-01-01", "2020-12-31")
