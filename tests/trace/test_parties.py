"""Political parties, what they file, and outlets that speak for their state."""

import pytest
from tests.trace.build import Result, article, by, veiled

from headwater.evaluate.scribe import Cited

DNC = by("Democratic National Committee", "government")
CHAIR = by("DNC Chair Ines Okafor", affiliation="DNC")


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            by("D.N.C.", "organization"),
            by("Democratic Party", "organization"),
            ("same", "one_voice"),
        ),
        (DNC, by("Democratic Party", "organization"), ("same", "one_voice")),
        (DNC, CHAIR, ("same", "belongs")),
        (DNC, by("the D.N.C. complaint", "report"), ("same", "belongs")),
        (CHAIR, by("the D.N.C. complaint", "report"), ("same", "one_voice")),
        (DNC, veiled("Democrats"), ("maybe", "faction")),
        (
            by("Democratic Union", "organization"),
            by("Democratic leaders of Bergen", "organization"),
            ("maybe", "faction"),
        ),
        (DNC, by("Republican National Committee", "organization"), ("different", "separate")),
        (DNC, by("Sen. Ines Okafor", affiliation="Democratic Party"), ("different", "separate")),
    ],
)
def test_a_party_speaks_with_one_voice(
    left: Cited, right: Cited, expected: tuple[str, str]
) -> None:
    assert Result(article("one", left), article("two", right)).rules == {expected}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("China will close the depot", ("same", "one_voice")),
        ("the depot received pumps", ("maybe", "offices")),
    ],
)
def test_a_state_outlet_carries_its_states_own_word(words: str, expected: tuple[str, str]) -> None:
    cited = by("Xinhua", "media_outlet"), by("China", "government")
    found = Result(*(article(f"a{at}", one, words=words) for at, one in enumerate(cited)))
    assert found.rules == {expected}
