"""One statement in documents on one matter is one claim, in documents on two it is two."""

import pytest
from tests.link.build import make_document, make_mentions

from headwater.link import link
from headwater.link.alignment import Statement
from headwater.link.matters import Matters, needed
from headwater.link.meaning import read_meaning
from headwater.link.prepare import prepare
from headwater.model.document import Document

FLOOD = [
    "Water broke into the copper mine near Tarnby early on Monday, trapping eleven miners.",
    "Pumps from the harbour were lowered down the ventilation shaft before noon.",
    "The operator had postponed an inspection of the drainage tunnel twice since spring.",
    "Relatives waited behind a fence while engineers drilled towards the lowest gallery.",
    "A geologist warned that the old dam above the pit leaked after heavy rain.",
    "Rescue crews heard knocking on a pipe and sent down oxygen and soup.",
    "Prosecutors opened an inquiry into safety records at the colliery.",
    "Its owner, a family firm from Aarhus, bought the workings out of bankruptcy in 2009.",
    "Three earlier accidents had been blamed on rotten timber and a broken lift.",
    "A school gymnasium was turned into a clinic, and trains to the coast were halted.",
    "The union wants every shift stopped until independent experts have measured the groundwater.",
    "It was a shameful lie.",
]
FLOOD_TOO = [
    "Eleven miners were trapped when water flooded a copper mine close to Tarnby on Monday.",
    "Engineers lowered pumps through the ventilation shaft and drilled for the lowest gallery.",
    "An inspection of the mine's drainage tunnel had been postponed by the operator in spring.",
    "The dam above the pit had leaked after rain, a geologist had warned.",
    "Crews sent oxygen through a pipe after knocking was heard from the gallery.",
    "Prosecutors seized safety records, and relatives of the miners gathered at the fence.",
    "A family firm from Aarhus has owned the workings since a bankruptcy.",
    "The union asked that shifts stop while experts measure the groundwater around the pit.",
    "Rotten timber and a broken lift were blamed for accidents there before.",
    "A helicopter brought the regional governor, who promised new pumps and pensions.",
    "Volunteers cooked for the drilling teams, and a priest read the names aloud at dusk.",
    "Divers from the navy may try the flooded tunnel on Thursday, if the current slackens.",
    "It was a shameful lie.",
]
MATCH = [
    "The striker left Lofthus Rovers for a club in Portugal after a quarrel about wages.",
    "His agent had demanded a bonus for every goal scored in the autumn season.",
    "The trainer benched him during the cup semi-final and praised the young goalkeeper.",
    "Supporters burnt scarves outside the stadium and booed the chairman's speech.",
    "A medical examination in Lisbon found an old injury of the left knee.",
    "The transfer fee was split between the academy, two investors and the town.",
    "Lofthus finished ninth last year and must sell two more forwards before August.",
    "The league's tribunal heard the player for four hours and adjourned without a ruling.",
    "His brother, also a footballer, denied that a bookmaker had arranged the meeting.",
    "A camera crew filmed him boarding the night ferry with two suitcases and a guitar.",
    "The mayor offered a municipal loan so that the terrace roof could be mended.",
    "Television pundits called the contract the strangest of the summer window.",
    "It was a shameful lie.",
]
LIE = "It was a shameful lie."


def homes_of(*texts: list[str]) -> list[list[str]]:
    documents = [make_document(number, text) for number, text in enumerate(texts)]
    mentions = [mention for document in documents for mention in make_mentions(document)]
    lies = {mention.id for mention in mentions if mention.text == LIE}
    found = link(documents, [], mentions, []).claims
    return sorted(sorted(claim.documents) for claim in found if lies & set(claim.mentions))


def test_one_matter_one_claim() -> None:
    assert homes_of(FLOOD, FLOOD_TOO) == [["d-0000", "d-0001"]]


def test_two_matters_two_claims() -> None:
    assert homes_of(FLOOD, MATCH, FLOOD_TOO) == [["d-0000", "d-0002"], ["d-0001"]]


def test_other_words_of_two_matters() -> None:
    words = [*MATCH[:-1], "It was a shameful, shameful lie."]
    assert homes_of(FLOOD, FLOOD_TOO, words) == [["d-0000", "d-0001"]]


def test_what_names_its_matter_is_one_claim_anywhere() -> None:
    told = "The Tarnby copper mine was flooded in March 1987."
    documents = [make_document(number, [*text, told]) for number, text in enumerate((FLOOD, MATCH))]
    mentions = [mention for document in documents for mention in make_mentions(document)]
    claims = link(documents, [], mentions, []).claims
    assert [len(claim.documents) for claim in claims if claim.text.startswith(told[:10])] == [2]


def test_a_denial_answers_nothing_of_another_matter() -> None:
    """A conflict needs documents that surely tell of one matter."""
    charge = "Orvo paid the chairman 4,200 euros for the loan."
    denial = "Orvo did not pay the chairman 4,200 euros for the loan."
    near = [[*FLOOD[:-1], charge], [*FLOOD_TOO[:-1], denial]]
    far = [[*FLOOD[:-1], charge], [*MATCH[:-1], denial]]
    found = []
    for texts in (near, far):
        documents = [make_document(number, text) for number, text in enumerate(texts)]
        mentions = [mention for document in documents for mention in make_mentions(document)]
        kinds = {relation.kind for relation in link(documents, [], mentions, []).relations}
        found.append(bool(kinds & {"denies", "contradicts", "updates"}))
    assert found == [True, False]


def test_the_nearest_documents_tell_how_near_one_matter_is() -> None:
    documents = [
        make_document(number, text) for number, text in enumerate((FLOOD, MATCH, FLOOD_TOO))
    ]
    found = _matters(documents)
    assert found.is_close("d-0000", "d-0002")
    assert not found.is_close("d-0000", "d-0001")


def test_a_copy_tells_nothing_of_how_near_others_are() -> None:
    texts = (FLOOD, [*FLOOD_TOO[:2], *MATCH[2:]], MATCH)
    alone = _matters([make_document(number, text) for number, text in enumerate(texts)])
    with_copies = _matters(
        [make_document(number, text) for number, text in enumerate((*texts, FLOOD, texts[1]))]
    )
    pairs = [("d-0000", "d-0001"), ("d-0001", "d-0002"), ("d-0000", "d-0002")]
    assert [alone.is_close(*pair) for pair in pairs] == [with_copies.is_close(*p) for p in pairs]


@pytest.mark.parametrize("few", [FLOOD[-1:], FLOOD[:2]])
def test_short_documents_do_not_tell(few: list[str]) -> None:
    documents = [make_document(0, few), make_document(1, MATCH)]
    found = _matters(documents)
    assert found.is_close("d-0000", "d-0001")


def test_nearness_is_the_same_both_ways_and_one_to_itself() -> None:
    documents = [make_document(number, text) for number, text in enumerate((FLOOD, MATCH))]
    found = _matters(documents)
    assert found.nearness("d-0000", "d-0001") == found.nearness("d-0001", "d-0000") < 0.18
    assert found.nearness("d-0001", "d-0001") == 1.0


def test_parts_do_not_hang_on_order() -> None:
    documents = [
        make_document(number, text) for number, text in enumerate((FLOOD, MATCH, FLOOD_TOO))
    ]
    found = _matters(documents)
    names = [document.id for document in documents]
    parts = found.part(names)
    assert parts == found.part(reversed(names))
    assert parts == {"d-0000": "d-0000", "d-0001": "d-0001", "d-0002": "d-0000"}


@pytest.mark.parametrize(
    ("left", "right", "asked"),
    [
        ("The mine in Tarnby was flooded", "Tarnby: mine flooded again", "nothing"),
        ("Ada Lund lost the vote", "Lund lost a vote", "nothing"),
        ("Ada Lund Holm sold the boat", "Ada Lund Holm has sold her boat", "nothing"),
        ("The pump cost 4,200 euros", "A pump costs 4,200 euros in Chile", "nothing"),
        ("Tarnby wept", "Tarnby wept again", "one matter"),
        ("The operator hid the inspection", "The operator hid an inspection", "one matter"),
        ("The mine was flooded", "The mine was flooded", "surely one"),
        ("He did nothing wrong", "He did nothing wrong", "surely one"),
        ("Tarnby wept", "Tarnby laughed", "surely one"),
        ("Ada Lund Holm wept", "Ada Lund Holm laughed", "surely one"),
        ("He thanked Ada Lund in Tarnby and Oslo", "Ada Lund left Tarnby for Oslo", "surely one"),
    ],
)
def test_how_near_documents_must_be(left: str, right: str, asked: str) -> None:
    one, two = (Statement(read_meaning(text), frozenset()) for text in (left, right))
    assert needed(one, two) == asked == needed(two, one)


def _matters(documents: list[Document]) -> Matters:
    mentions = [mention for document in documents for mention in make_mentions(document)]
    return Matters(prepare(documents, [], mentions, []))
