"""Statements that are equal word by word but for a few places: the places decide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.link import compare_statements
from headwater.link.frame.another import is_reworded, names_another
from headwater.link.frame.differences import find_differences
from headwater.link.frame.laid import find_frame, pieces_of

PARTED = [
    # Who leads up to a deed has not done it.
    ("step", "Norway agreed to send pumps to Chile", "Norway sent pumps to Chile"),
    ("step", "Norway is accused of sending pumps to Chile", "Norway sent pumps to Chile"),
    ("step", "the town warned it would close two old mills", "the town closed two old mills"),
    ("step", "the town may have closed two mills", "the town has closed two mills"),
    ("step", "the miller is to be released on Friday", "the miller was released on Friday"),
    ("step", "the town should close two old mills", "the town closed two old mills"),
    ("step", "the town should close two old mills", "the town would close two old mills"),
    (
        "step",
        "the town will close two old mills in Lund should the miller leave",
        "the town will close two old mills in Lund",
    ),
    # How many of them.
    ("limit", "some of the mills in Lund burnt", "most of the mills in Lund burnt"),
    (
        "limit",
        "the bank bars foreign firms from Lund",
        "the bank bars some foreign firms from Lund",
    ),
    ("limit", "not all of the 30 mills burnt", "none of the 30 mills burnt"),
    ("figure", "more than half of the mills burnt", "exactly half of the mills burnt"),
    (
        "figure",
        "a ferry carrying 214 men sank off Lund",
        "a ferry carrying up to 214 men sank off Lund",
    ),
    # What stands in the other's place.
    ("direction", "Lund beat Oslo in the final in May", "Oslo beat Lund in the final in May"),
    ("direction", "Ada Lund joins Brann from Viking", "Ada Lund joins Viking from Brann"),
    ("direction", "the ship sank because the pump broke", "the pump broke because the ship sank"),
    (
        "direction",
        "thieves took the maps but not the coins of Halvex",
        "thieves took the coins but not the maps of Halvex",
    ),
    (
        "direction",
        "she was cleared of theft but found guilty of arson",
        "she was cleared of arson but found guilty of theft",
    ),
    (
        "direction",
        "they punish Halvex for moving Chilean oil",
        "they punish Halvex for moving oil to Chile",
    ),
    ("figure", "the rate was cut from 9 to 8 percent", "the rate was cut from 8 to 9 percent"),
    (
        "figure",
        "exports of glass fell 14 percent in May",
        "exports of glass fell to 14 percent in May",
    ),
    (
        "direction",
        "ten guns went from the depot to the station",
        "ten guns went from the station to the depot",
    ),
    (
        "step",
        "records show Halvex is owned by the mayor",
        "records show Halvex was until recently owned by the mayor",
    ),
    (
        "step",
        "the town will build a mill near Lund",
        "the town will build a mill near Lund if the bank pays",
    ),
    (
        "limit",
        "Norway has not returned any of the five maps",
        "Norway has not returned all of the five maps",
    ),
    ("actor", "the shells had reached South Sudan by May", "the shells had reached Sudan by May"),
    (
        "opposite",
        "Halvex lost its licence to sell guns in May",
        "Halvex kept its licence to sell guns in May",
    ),
    # Words that cannot stand for one another.
    ("opposite", "the jury convicted the mayor of theft", "the jury acquitted the mayor of theft"),
    (
        "opposite",
        "Norway will send pumps by the end of May",
        "Norway will send pumps after the end of May",
    ),
    (
        "opposite",
        "unless they agree by noon, the port will close",
        "if they agree by noon, the port will close",
    ),
    (
        "date",
        "two of the men lost since Sunday came back on Tuesday",
        "two of the men lost since Sunday came back on Monday",
    ),
    ("figure", "the first dam on the river broke", "the second dam on the river broke"),
    (
        "actor",
        "the court cleared the mayor of theft in May",
        "the court cleared the mayor's deputy of theft in May",
    ),
    # Negations.
    (
        "negation",
        "the mayor denied that the dam leaked",
        "the mayor did not deny that the dam leaked",
    ),
    (
        "negation",
        "the town voted to sell the old mill",
        "the town voted against selling the old mill",
    ),
    (
        "negation",
        "the miller was released without charge on Friday",
        "the miller was not released on Friday",
    ),
]

ALIKE = [
    ("Norway managed to send pumps to Chile", "Norway sent pumps to Chile"),
    ("the town plans to close two old mills", "the town will close two old mills"),
    ("the town should close two old mills", "the town ought to close two old mills"),
    ("pumps were sent to Chile by Norway", "Norway sent pumps to Chile"),
    ("Lund met Oslo in the final in May", "Oslo met Lund in the final in May"),
    ("pumps and lathes were sold in May", "lathes and pumps were sold in May"),
    ("the rate fell from 9 to 8 percent", "the rate fell to 8 percent from 9"),
    ("he had found no trace of the maps", "he had not found any trace of the maps"),
    ("unless they agree, the port will close", "if they do not agree, the port will close"),
    ("the town voted seven to two to sell the mill", "the town voted 7-2 to sell the mill"),
    (
        "twice as many as the year before were sold",
        "double the number of the year before were sold",
    ),
    ("oil sold to Chile in May cost more", "oil bought by Chile in May cost more"),
    ("he met the leader Kim in May", "he met the North Korean leader Kim in May"),
    ("some 500 mills burnt in Lund in May", "500 mills burnt in Lund in May"),
    ("the dam did not leak in the spring", "the dam didn't leak in the spring"),
    ("the rumours of a sale were false", "the rumors of a sale were false"),
    ("the F.R.B. closed the port of Oslo", "the FRB closed the port of Oslo"),
    ("the port closed after the storm", "after the storm, the port closed"),
]


@pytest.mark.parametrize(("kind", "left", "right"), PARTED)
def test_a_place_that_differs_parts_what_is_equal_around_it(
    kind: str, left: str, right: str
) -> None:
    assert kind in {one.kind for one in find_differences(left, right)}
    assert kind in {one.kind for one in find_differences(right, left)}


@pytest.mark.parametrize(("left", "right"), ALIKE)
def test_what_says_the_same_in_its_place_parts_nothing(left: str, right: str) -> None:
    assert not find_differences(left, right)
    assert not find_differences(right, left)
    assert not names_another(left, right)


@pytest.mark.parametrize(
    ("left", "right", "another"),
    [
        ("Halvex sold the old mill in Lund", "Halvex burnt the old mill in Lund", True),
        ("Halvex sold the old mill in Lund", "Halvex sold the old quay in Lund", True),
        ("Norway shut the old mill in Lund", "Chile shut the old mill in Lund", True),
        ("Halvex scrapped the sale of the mill", "Halvex called off the sale of the mill", False),
        ("the mayor said Sen. Ada Lund lied", "the mayor said Senator Ada Lund lied", False),
        ("Ada Lund has sold the old mill", "the mayor has sold the old mill", False),
        (
            "the AFF has closed the old port",
            "the Association of Free Fishers has closed the old port",
            False,
        ),
        (
            "the move “is a grave threat to all who fish here”",
            "it called the sale “a grave threat to all who fish here”",
            False,
        ),
        ("the mill was sold by Halvex in Lund", "Halvex burnt the mill in Lund", False),
    ],
)
def test_other_words_in_one_place_name_another_thing(
    left: str, right: str, *, another: bool
) -> None:
    assert names_another(left, right) is another
    assert names_another(right, left) is another


def test_words_that_say_the_same_are_known() -> None:
    assert is_reworded("the town tore down the old mill", "the town demolished the old mill")
    assert not is_reworded("the town tore down the mill", "the town sold the mill")


def test_unlike_texts_are_in_no_frame() -> None:
    assert find_frame("the town tore down the mill", "a ferry sank off Lund in May") is None


def test_amounts_that_differ_in_a_dot_are_two() -> None:
    left = "an audit of the town uncovered $2.4 million in payments to the miller"
    right = "an audit of the town uncovered $24 million in payments to the miller"
    assert compare_statements(left, right).label != "same"
    assert compare_statements(left, left.replace("2.4", "2.4")).label == "same"


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_can_be_laid_side_by_side(left: str, right: str) -> None:
    for piece in pieces_of(left):
        assert 0 <= piece.start < piece.end <= len(left)
    for one in find_differences(left, right):
        for place, text in ((one.left, left), (one.right, right)):
            assert place is None or 0 <= place[0] < place[1] <= len(text)
    assert not find_differences(left, left)
    assert not names_another(left, left)
