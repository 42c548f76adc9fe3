"""Whose feeling or verdict a statement tells, and on what."""

import pytest
from tests.link.build import make_document, make_mentions

from headwater.link.alignment import Pair, general_rarity
from headwater.link.compare_pairs import statement_of
from headwater.link.prepare import Held, prepare
from headwater.link.verdicts import feel_for_themselves, judge_otherwise


def held_of(text: str, party: str) -> Held:
    document = make_document(0, [text])
    (held,) = prepare([document], [], make_mentions(document), [])
    return held._replace(parties=frozenset({party} - {""}))


@pytest.mark.parametrize(
    ("one", "two", "apart"),
    [
        (("expressed condolences to the families", "orr"),
         ("We extend our condolences to those who lost someone", "borg"), True),
        (("expressed condolences to the families", "orr"),
         ("We extend our condolences to those who lost someone", "orr"), False),
        (("expressed condolences to the families", ""),
         ("We extend our condolences to those who lost someone", "borg"), False),
        (("I regret the sale", "orr"), ("the sale of the mill is a shame", "borg"), False),
        (("We hold the guild to be guilty", "orr"), ("We hold the guild guilty", "borg"), False),
    ],
)  # fmt: skip
def test_feelings_are_those_of_one_voice(
    one: tuple[str, str], two: tuple[str, str], *, apart: bool
) -> None:
    assert feel_for_themselves(held_of(*one), held_of(*two)) is apart


@pytest.mark.parametrize(
    ("one", "two", "apart"),
    [
        ("strongly condemned the raid", "has condemned the new tax in strong terms", True),
        ("strongly condemned the raid", "has condemned the raid on the port", False),
        ("strongly condemned the raid", "sharply denounced the raids", False),
        ("Orr closed the mill", "Orr closed the books of the port", False),  # no verdict
    ],
)
def test_verdicts_on_two_things_are_two(one: str, two: str, *, apart: bool) -> None:
    assert judge_otherwise(Pair(statement_of(one), statement_of(two), general_rarity)) is apart
