"""What parts two statements, and what only seems to."""

import pytest

from headwater.link.alignment import Statement, general_rarity
from headwater.link.compare import measure_pair
from headwater.link.meaning import read_meaning


def kinds(left: str, right: str) -> set[str]:
    """Return the kinds of the gates between two statements."""
    one, two = (
        Statement(meaning, frozenset(), negative=meaning.negative())
        for meaning in (read_meaning(left), read_meaning(right))
    )
    return {gate.kind for gate in measure_pair(one, two, general_rarity).gates}


@pytest.mark.parametrize(
    ("left", "right", "parted"),
    [
        ("Norway sold pumps to Denmark", "Denmark sold pumps to Norway", True),
        ("Norway sold pumps to Denmark", "Denmark bought pumps from Norway", False),
        ("Norway sent pumps to Denmark", "Denmark received Norwegian pumps", False),
        ("Norway exports more glass to Denmark", "Denmark imports more glass from Norway", False),
        ("Norway was sent pumps by Denmark", "Norway sent pumps to Denmark", True),
        ("Lund fired Marsh", "Marsh fired Lund", True),
        ("Lund met Marsh in Oslo", "Marsh met Lund in Oslo", False),
        ("Lund fired Marsh", "Marsh was fired on the order of Lund", False),
        ("Lund fired Marsh", "Marsh heard that Lund had fired him", False),
    ],
)
def test_parties_are_exchanged_only_in_one_and_the_same_deed(
    left: str, right: str, *, parted: bool
) -> None:
    assert ("direction" in kinds(left, right)) is parted


@pytest.mark.parametrize(
    ("left", "right", "parted"),
    [
        ("Norway bought the mill", "Norway sold the mill", True),
        ("the town bought the mill", "the town sold the mill", True),
        ("Norway bought pumps from Denmark", "Denmark sold pumps to Norway", False),
        ("Halvex was paid to give up the bid", "Halvex was paid to drop the bid", False),
        ("Output of glass was up in May", "Output of glass was down in May", True),
        ("The ferry left after the storm began", "The storm began before the ferry left", False),
        ("The ferry left after the storm began", "The ferry left before the storm began", True),
    ],
)
def test_two_sides_of_one_deed_are_no_opposites(left: str, right: str, *, parted: bool) -> None:
    assert ("opposite" in kinds(left, right)) is parted


@pytest.mark.parametrize(
    ("left", "right", "parted"),
    [
        ("The dam did not leak", "The dam leaked", True),
        ("The memo showed no theft, fraud", "The memo showed no theft and no fraud", False),
        ("You do not need a boat to cross", "To cross you do not need to own a boat", False),
        ("The move was unrelated to the trial", "The move was not related to the trial", False),
        ("The move was related to the trial", "The move was not related to the trial", True),
        ("She was held for filing false records", "She was held for filing records", False),
        ("The bank filed records", "The claim that the bank filed records is false", True),
        ("Lund made allegations about the dam", "Lund made false allegations about the dam", True),
        ("The mayor dismissed the suit as a stunt", "The suit is a stunt", False),
    ],
)
def test_a_negation_parts_only_where_one_side_alone_negates(
    left: str, right: str, *, parted: bool
) -> None:
    assert ("negation" in kinds(left, right)) is parted


@pytest.mark.parametrize(
    ("left", "right", "parted"),
    [
        ("Part of the quay sank", "The quay sank", True),
        ("It shut the quay as part of the deal", "It shut the quay under the deal", False),
        ("It was the first offer for the quay", "It was an offer for the quay", False),
        ("Only the quay was sold", "The quay was sold", True),
        ("Only two cranes were sold", "Two cranes were sold", False),
        ("Sixty-one of the 90 cranes were sold", "Of the 90 cranes 61 were sold", False),
        ("Halvex is the top supplier of pumps", "Halvex is a supplier of pumps", True),
        ("A top port official shut the quay", "A port official shut the quay", False),
        ("It published her record on pumps", "It published what she did on pumps", False),
        ("Halvex sold pumps, most recently to Chile", "Halvex sold pumps to Chile", False),
    ],
)
def test_what_only_looks_like_a_limit_parts_nothing(left: str, right: str, *, parted: bool) -> None:
    assert ("limit" in kinds(left, right)) is parted


@pytest.mark.parametrize(
    ("left", "right", "parted"),
    [
        ("The town considered closing the mill", "The town closed the mill", True),
        ("The mayor considered the mill a ruin", "The mill is a ruin", False),
        ("The town tried to sell the mill", "The town sold the mill", True),
        ("The miller was tried as an adult", "The miller was convicted as an adult", False),
        ("The town left no flood plan", "The town left nothing for a flood", False),
        ("The town has a plan to sell the mill", "The town sold the mill", True),
        ("It won't be easy to sell the mill", "It will not be easy to sell the mill", False),
    ],
)
def test_a_step_is_told_by_what_the_word_means(left: str, right: str, *, parted: bool) -> None:
    assert ("step" in kinds(left, right)) is parted


@pytest.mark.parametrize(
    ("left", "right", "parted"),
    [
        ("Norway shut the port", "Denmark shut the port", True),
        ("It is likely that Norway shut the port", "Norway shut the port", False),
        ("Danish officers were sure that Norway shut the port", "Norway shut the port", False),
        ("Ada Lund thinks the port was shut by Norway", "Norway has shut the port", False),
        ("Ada Lund called the Halvex bid absurd", "The Halvex bid was absurd", False),
        ("F.R.B. agents searched the port", "FRB agents searched the port", False),
    ],
)
def test_who_acts_is_told_behind_what_somebody_thinks(
    left: str, right: str, *, parted: bool
) -> None:
    assert ("actor" in kinds(left, right)) is parted
