"""What parts two statements by what they tell of their parts, in any order of words."""

import pytest

from headwater.link import compare_statements
from headwater.link.told.apart import find_exchanged, is_told_apart, tells_round
from headwater.link.told.compared import find_compared
from headwater.link.told.order import find_order
from headwater.link.told.parties import find_deeds
from headwater.link.told.speakers import find_voices

ORDER = [
    (
        "The cook left the inn two days after the roof had burnt",
        "Two days after the cook left the inn, the roof burnt",
    ),
    (
        "The brewers sank the well and then sold the mill",
        "The brewers sold the mill and then sank the well",
    ),
    (
        "The abbey hid the chalice before the reeve searched it",
        "The abbey hid the chalice once the reeve searched it",
    ),
    (
        "The reeve sealed the barn; by then the miller had sold the oats",
        "The miller sold the oats; by then the reeve had sealed the barn",
    ),
    (
        "The guild shut the kiln despite a protest by potters",
        "The guild shut the kiln, sparking a protest by potters",
    ),
    (
        "The ferry was loaded until the tide turned at noon",
        "The ferry was not loaded until the tide turned at noon",
    ),
]
COMPARED = [
    ("Tanners earn more in spring than weavers", "Weavers earn more in spring than tanners"),
    ("Tanners earn more in spring than weavers", "Tanners earn less in spring than weavers"),
    ("Barley fetched twice as much as rye in May", "Rye fetched twice as much as barley in May"),
    ("Barley sold better than rye in May", "Barley sold as well in May as rye, no better than it"),
    ("Hives in Tarnby outnumber those in Elswick", "Hives in Elswick outnumber those in Tarnby"),
]
PARTIES = [
    (
        "The bell was hidden in the abbey and moved to the mill at night",
        "The bell was hidden in the mill and moved to the abbey at night",
    ),
    ("The dyers fined the carters in May", "The dyers were fined in May by the carters"),
    (
        "A Norwegian yard sold two tugs to a Chilean port",
        "A Norwegian yard bought two tugs from a Chilean port",
    ),
    (
        "The porter said that the bishop knew of the flood",
        "According to the bishop, the porter knew of the flood",
    ),
]


@pytest.mark.parametrize(("left", "right"), ORDER + COMPARED[:3] + COMPARED[4:] + PARTIES)
def test_what_is_turned_round_is_not_the_same(left: str, right: str) -> None:
    """One gate for each, with a place where words stand for it; the same for either order."""
    for one, two in ((left, right), (right, left)):
        assert [found.kind for found in find_exchanged(one, two)] == ["direction"]
        assert compare_statements(one, two).label != "same"


ROUND = [
    (
        "The abbey borrowed nine horses from the guild",
        "The guild lent nine horses to the abbey",
    ),
    (
        "The smith left before the bridge was shut",
        "The bridge was shut only after the smith had left",
    ),
    (
        "The cook left the inn after the roof had burnt",
        "The roof had burnt before the cook left the inn",
    ),
    ("Tanners earn more in spring than weavers", "Weavers earn less in spring than tanners"),
    (
        "No weaver earns as much in spring as a tanner",
        "A tanner earns more in spring than any weaver",
    ),
    ("A storm caused the mill at Elswick to fall", "The mill at Elswick fell because of a storm"),
    ("The fair was followed by a feast of the guild", "A feast of the guild followed the fair"),
]


@pytest.mark.parametrize(("left", "right"), ROUND)
def test_told_from_its_other_end(left: str, right: str) -> None:
    """Nothing is turned, and opposite words part nothing."""
    assert tells_round(left, right)
    assert find_exchanged(left, right) == ()


STRAIGHT = [
    (
        "The cook left the inn after the roof had burnt",
        "After the roof had burnt, the cook left the inn",
    ),
    ("The dyers fined the carters in May", "In May the carters were fined by the dyers"),
    ("The dyers met the carters in May", "The carters met the dyers in May"),
    (
        "A Norwegian yard sold two tugs to a Chilean port",
        "A Chilean port bought two tugs from a Norwegian yard",
    ),
    (
        "The carter hit the dyer, and the dyer hit the carter",
        "The dyer hit the carter, and the carter hit the dyer",
    ),
    (
        "The porter, named after a saint, kept the inn",
        "The inn was kept by a porter named after a saint",
    ),
    (
        "The smith appeared before the court in Tarnby",
        "The smith appeared in Tarnby before the court",
    ),
]


@pytest.mark.parametrize(("left", "right"), STRAIGHT)
def test_other_order_of_words_turns_nothing(left: str, right: str) -> None:
    """Passive voice, converse verbs and clauses moved tell the same."""
    assert find_exchanged(left, right) == ()


APART = [
    # What a figure counts.
    (
        "Forty bakers and six smiths joined the march",
        "Six bakers and forty smiths joined the march",
    ),
    (
        "The flood took 30 barns and a chapel at Elswick",
        "The flood took a barn and 30 chapels at Elswick",
    ),
    (
        "The abbot of Tarnby ferried 84 guests home on an old barge",
        "The abbot of Tarnby ferried guests home on 84 old barges",
    ),
    ("Two of the five divers lost their boots", "Five of the two divers' friends lost their boots"),
    ("The toll was cut to 40 percent of the fare", "The toll was cut by 40 percent of the fare"),
    (
        "Rye exports reached 30 percent of the harvest",
        "Rye exports reached 30 percent more than the harvest",
    ),
    # Who says it.
    (
        "The wells are dry, the shepherds of Tarnby said",
        "The brewers of Elswick said that the wells are dry",
    ),
    # Of how many.
    (
        "Every barn except the one at Tarnby was searched",
        "Every barn, including the one at Tarnby, was searched",
    ),
    (
        "At least four of the bells were cast in Elswick",
        "At most four of the bells were cast in Elswick",
    ),
    ("All of the bells were cast in Elswick", "Most of the bells were cast in Elswick"),
    (
        "The two yards owe the bank 900 crowns each",
        "The two yards owe the bank 900 crowns in total",
    ),
    ("The guild will sell its last nine boats", "The guild will sell four of its last nine boats"),
    (
        "It was the driest May since 1950 in Tarnby",
        "It was the second-driest May since 1950 in Tarnby",
    ),
    ("The abbot neither confirmed nor denied the theft", "The abbot denied the theft"),
    # At what stage it is.
    ("The guild has awarded the tower to a mason", "The guild has offered the tower to a mason"),
    (
        "The guild cancelled the purchase of the tower",
        "The guild proposed the purchase of the tower",
    ),
    (
        "The guild sold the tower to a mason in May",
        "The guild threatened to sell the tower to a mason in May",
    ),
    (
        "The guild would sell the tower to a mason in May, it said",
        "The guild might sell the tower to a mason in May, it said",
    ),
]


@pytest.mark.parametrize(("left", "right"), APART)
def test_what_is_told_of_another_is_not_the_same(left: str, right: str) -> None:
    """Another count, voice, scope or stage."""
    for one, two in ((left, right), (right, left)):
        assert is_told_apart(one, two)
        assert compare_statements(one, two).label != "same"


ONE = [
    (
        "The guild approved the sale of the tower in May",
        "The guild granted approval of the sale of the tower in May",
    ),
    (
        "Forty bakers and six smiths joined the march",
        "The march was joined by 40 bakers and six smiths",
    ),
    ("The toll fell by 40 percent in May", "In May the toll fell 40 percent"),
    (
        "The wells are dry, the shepherds of Tarnby said",
        "According to the shepherds of Tarnby, the wells are dry",
    ),
    ("The wells are dry, Ada Lund said", "The head of the guild said that the wells are dry"),
    (
        "Every barn except the one at Tarnby was searched",
        "All the barns but the one at Tarnby were searched",
    ),
    (
        "At least four of the bells were cast in Elswick",
        "No fewer than four of the bells were cast in Elswick",
    ),
    ("Most of the bells were cast in Elswick", "The greater part of the bells was cast in Elswick"),
    (
        "The abbot neither confirmed nor denied the theft",
        "The abbot would not confirm or deny the theft",
    ),
    ("The guild has awarded the tower to a mason", "A mason was awarded the tower by the guild"),
    ("Three sheep were lost in a storm", "The smith mends kettles in a shed"),
]


@pytest.mark.parametrize(("left", "right"), ONE)
def test_other_words_for_it_part_nothing(left: str, right: str) -> None:
    """The same count, voice, scope and stage."""
    assert not is_told_apart(left, right)
    assert not is_told_apart(right, left)


def test_clauses_are_read_up_to_the_next_hinge() -> None:
    """ "Before dawn after a fire" is two relations, each with its own inner part."""
    found = find_order("The barge sank before dawn after a fire broke out")
    assert [(one.sign, sorted(one.inner)) for one in found] == [
        (-1, ["dawn"]),
        (1, ["#fire", "break"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The barge sank later this year",
        "The then mayor sank the barge",
        "More than 500 barges sank",
        "Barges as well as tugs sank",
        "The barge is due to sail in May",
    ],
)
def test_words_that_tell_neither_order_nor_size(text: str) -> None:
    """Dates, titles, bounds and lists are no relations."""
    assert find_order(text) == ()
    assert find_compared(text) == ()


def test_who_acts_on_whom() -> None:
    """In either voice; who gets it from whom beside."""
    active, *_ = find_deeds("The dyers fined the carters")
    passive, *_ = find_deeds("The carters were fined by the dyers")
    assert active[:3] == passive[:3]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The wells are dry, the shepherds said on Monday", ["the shepherds"]),
        ("According to the guild, the wells are dry", ["the guild"]),
        ("The council was told by a diver that the wells are dry", ["a diver"]),
        ("The wells are dry", []),
        ("The survey counted nine wells", []),
    ],
)
def test_speakers(text: str, named: list[str]) -> None:
    """At the front, at the end, behind "told by"; who counts or digs says nothing."""
    assert [voice.name for voice in find_voices(text)] == named
