"""Phrases that one side quotes and both have."""

import pytest

from headwater.link.phrases import find_phrases, weigh_phrases


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        pytest.param(
            'a “no-limits” pact, “he said,” and "one word\'s" end',
            {" no limits ", " he said ", " one word s "},
            id="marks, case and hyphens left out",
        ),
        pytest.param("the “pact” of 1990", set(), id="one word is none"),
        pytest.param("the ship “Evening Star”", set(), id="nor is a name"),
        pytest.param("skipping tolls ''keeps us rich''", {" keeps us rich "}, id="two strokes"),
        pytest.param("it “is a bad idea", {" is a bad idea "}, id="a mark left behind"),
    ],
)
def test_phrases_in_quotation_marks(text: str, phrases: set[str]) -> None:
    assert find_phrases(text) == phrases


@pytest.mark.parametrize(
    ("left", "right", "same", "claim"),
    [
        pytest.param("called it a “bad idea”", "a “bad idea,” he said", 1.0, 1.0, id="both quote"),
        pytest.param(
            "called it a “bad idea”", "it is a bad idea", 0.0, 0.0, id="two words, one side"
        ),
        pytest.param("it “keeps us rich”", "That keeps us rich", 0.0, 1.5, id="three words"),
        pytest.param("it “keeps us rich”", "That keeps them rich", 0.0, 0.0, id="another phrase"),
    ],
)
def test_what_a_phrase_weighs(left: str, right: str, same: float, claim: float) -> None:
    assert weigh_phrases(left, right) == weigh_phrases(right, left) == (same, claim)
