"""Days as mastheads write them."""

import pytest

from headwater.ingest.masthead.dates import find_day, find_mail_day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2031-11-04T23:30:00-05:00", "2031-11-04"),
        ("Tuesday, November 4, 2031", "2031-11-04"),
        ("Nov. 4th, 2031 10:20 PM", "2031-11-04"),
        ("4 Sept 2031", "2031-09-04"),
        ("4th of May 2031", "2031-05-04"),
        ("04.11.2031", "2031-11-04"),
        ("2031/11/04", "2031-11-04"),
        ("24/11/2031", "2031-11-24"),
        ("11/24/2031", "2031-11-24"),
        ("11/11/2031", "2031-11-11"),
        ("03/04/2031", None),
        ("31 February 2031", None),
        ("November 2031", None),
        ("4 November", None),
        ("", None),
    ],
)
def test_find_day(words: str, day: str | None) -> None:
    assert find_day(words) == day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Mon, 03 Nov 2031 23:10:00 -0500", "2031-11-03"),
        ("3 Nov 2031", "2031-11-03"),
        ("never", None),
        ("Mon, 99 Nov 2031 23:10:00 -0500", None),
    ],
)
def test_find_mail_day(words: str, day: str | None) -> None:
    assert find_mail_day(words) == day
