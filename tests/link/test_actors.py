"""Who acts in a statement, and who is only named in it."""

import pytest

from headwater.link.actors import names_as_acting
from headwater.link.meaning import read_meaning


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Norway meddled in the vote", True),
        ("Norway of meddling in the vote", True),
        ("Rather than wait, Norway meddled in the vote", True),
        ("Rather than report Norway's plan, the board hid the letter", False),
        ("Rather than report Norway's plan to meddle, the board took Norway's help", False),
        ("the poisoning of the former Norwegian agent was planned", False),
        ("talks with Norway over the ferry broke down", False),
        ("the board's suit against the Norwegians was settled", False),
        ("the board, along with Norway, meddled in the vote", True),
        ("Norway, with the board's help, meddled in the vote", True),
    ],
)
def test_who_acts(text: str, acts: bool) -> None:
    assert names_as_acting(read_meaning(text), frozenset({"=NO"})) is acts
