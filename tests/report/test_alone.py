"""Words that a reader can understand alone."""

import pytest

from headwater.report.alone import gives_no_answer, is_bare


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("the deliveries", True),
        ("the number of cranes at 40 or more", True),
        ("have spoken of about 40 cranes", True),
        ("sent the cranes to Brelland", True),
        ("not to be named in the report", True),
        ("Tellis sent the cranes to Brelland", False),
        ("Exports of cranes rose by 40 percent", False),
        ("The council has closed four schools", False),
        ("Nobody knows the price", False),
    ],
)
def test_words_without_verb_or_subject_are_bare(text: str, bare: bool) -> None:
    assert is_bare(text) is bare


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("The embassy did not immediately respond to a request", True),
        ("The yard declined to comment", True),
        ("The council did not approve the plan", False),
    ],
)
def test_a_missing_answer_is_told(text: str, silent: bool) -> None:
    assert gives_no_answer(text) is silent
