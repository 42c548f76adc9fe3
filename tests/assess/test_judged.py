"""The letter that people gave a source reaches the claims that come from it."""

import msgspec
import pytest
from tests.assess.test_stage import bound, claim, mention, origin, source

from headwater.assess import assess
from headwater.model.reason import Reason
from headwater.model.source import Source


def graded(key: str, letter: str | None) -> Source:
    if letter is None:
        return source(key)
    why = Reason(rule="judgement", text=f"ana decided that {key} is of reliability {letter}")
    return msgspec.structs.replace(source(key), reliability=letter, graded=why)


@pytest.mark.parametrize(
    ("letters", "expected"),
    [((None, None), "F"), (("C", None), "C"), (("D", "B"), "B"), (("F", "E"), "E")],
)
def test_the_best_graded_origin_gives_the_letter(
    letters: tuple[str | None, str | None], expected: str
) -> None:
    sources = [graded(key, letter) for key, letter in zip(("s1", "s2"), letters, strict=True)]
    (found,) = assess(
        [claim("c", "m1", "m2")], [mention("m1"), mention("m2")], [], [], [bound("c", 2, 2)],
        [origin("c", "s1", "m1"), origin("c", "s2", "m2")], sources,
    )  # fmt: skip
    assert found.reliability == expected
    told = [reason for reason in found.reasons if reason.rule == "judgement"]
    assert bool(told) == any(letters)
