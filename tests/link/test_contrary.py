"""Who negates what another states, read without the negation."""

import pytest
from tests.link.build import make_denials, make_document, make_mentions

from headwater.link.block import find_candidates
from headwater.link.contrary import find_contrary
from headwater.link.counterpart import affirm, turn_back
from headwater.link.denials import Found
from headwater.link.judged import read_judgements
from headwater.link.pile import Pile
from headwater.link.prepare import Held, prepare
from headwater.link.settings import LinkSettings


def held_of(*texts: str) -> tuple[Held, ...]:
    documents = [make_document(number, [text]) for number, text in enumerate(texts)]
    mentions = [mention for document in documents for mention in make_mentions(document)]
    return prepare(documents, [], mentions, [])


@pytest.mark.parametrize(
    ("text", "affirmed"),
    [
        ("The guild did not sell the barn", "The guild did sell the barn"),
        ("The guild didn't sell the barn", "The guild did sell the barn"),
        ("The guild didn’t sell any barns", "The guild did sell barns"),
        ("The yard has never leaked oil", "The yard has leaked oil"),
        ("The mayor cannot open the lock", "The mayor can open the lock"),
        ("The mayor can't open the lock", "The mayor can open the lock"),
        ("The bank won't lend again", "The bank will lend again"),
        ("Nobody saw the barge", "somebody saw the barge"),
        ("There was no leak", "There was leak"),
        ("None of the pumps ran", "some of the pumps ran"),
        ("The yard not only leaked, it burned", "The yard not only leaked, it burned"),
        ("The guild sold the barn", "The guild sold the barn"),
    ],
)
def test_without_its_negation(text: str, affirmed: str) -> None:
    assert affirm(text) == affirmed


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("The guild did not sell the old barn", True),
        ("The guild never sold the old barn", True),
        ("The guild sold the old barn", False),
        ("The guild did not tell Halvex that the barn leaked", False),  # the barn may well leak
        ("The guild does not know that the barn leaked", False),
        ("The guild did not sell the barn and never leased the mill", False),  # two negations
        ("The guild did not", False),
    ],
)
def test_what_negates_plainly(text: str, turned: bool) -> None:
    (held,) = held_of(text)
    assert (turn_back(held) is not None) is turned


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The guild does not believe the barn leaked", "the barn leaked"),
        ("She really didn't think that the barn had leaked", "the barn had leaked"),
        ("The guild never believed that the barn was not safe", None),  # two negations
        ("The guild did not think so", None),
        ("Claims that the barn is closed are false", "the barn is closed"),
        ("Recent reports that the barn was sold were without any basis", "the barn was sold"),
        ("Reports that false coins are in use", None),
    ],
)
def test_what_is_told_and_not_believed(text: str, told: str | None) -> None:
    (held,) = held_of(text)
    assert turn_back(held) == told


def read_alike(left: str, right: str) -> dict[str, float]:
    """A reader that holds two statements to be the same but for a negation in one of them."""
    negated = [" not " in f" {text} " for text in (left, right)]
    best = "against" if any(negated) else "same"
    labels = ("same", "entails_ab", "entails_ba", "against", "updates", "other")
    return {label: 6.0 if label == best else 0.0 for label in labels}


def contrary_of(*texts: str, reader: bool = True) -> list[Found]:
    held = held_of(*texts)
    pile = Pile(held, read_judgements((), held, []), read_alike if reader else None)
    statements = [held[number].statement for number in pile.first]
    return find_contrary(pile, find_candidates(statements, LinkSettings()))


DENIAL = "The guild did not sell the old barn to Halvex"
SALE = "The guild has sold the old barn to Halvex"


@pytest.mark.parametrize("texts", [(DENIAL, SALE), (SALE, DENIAL)])
def test_a_negated_statement_contradicts(texts: tuple[str, str]) -> None:
    assert [(one.kind, one.weak) for one in contrary_of(*texts)] == [("contradicts", False)]


@pytest.mark.parametrize(
    "other",
    [
        "The guild should sell the old barn to Halvex",  # wanted, not stated
        "Has the guild sold the old barn to Halvex?",
        "The guild did not sell the old barn to anyone",
        "The guild has insured the old barn with Halvex",  # another act
        "The guild has sold the old barn to Norvik",  # another party
    ],
)
def test_what_states_nothing_is_not_contradicted(other: str) -> None:
    assert contrary_of(DENIAL, other) == []


def test_nothing_is_said_without_a_reader() -> None:
    assert contrary_of(DENIAL, SALE, reader=False) == []


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("The guild sold the old barn to Halvex", ["denies"]),
        ("The guild insured the old barn with Halvex", []),  # another act
        ("The guild sold the old barn to Norvik", []),  # another party
    ],
)
def test_what_a_cue_denies_is_set_against_who_tells_it(told: str, found: list[str]) -> None:
    denial = "the guild ever sold the old barn to Halvex"
    documents = [make_document(0, [denial]), make_document(1, [told])]
    mentions = [m for d in documents for m in make_mentions(d, denied=frozenset({denial}))]
    held = prepare(documents, make_denials(mentions, "Halvex"), mentions, [])
    pile = Pile(held, read_judgements((), held, []), read_alike)
    statements = [held[number].statement for number in pile.first]
    relations = find_contrary(pile, find_candidates(statements, LinkSettings()))
    assert [one.kind for one in relations] == found
