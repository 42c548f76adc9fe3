"""Clauses that differ in one detail, whatever else their sentences say."""

import msgspec
import pytest
from tests.link.build import make_document, make_mentions

from headwater.link import link
from headwater.link.parts import clause_at


def kinds_of(one: str, two: str) -> list[str]:
    """The kinds of conflict between two texts of one day."""
    documents = [make_document(number, [text]) for number, text in enumerate((one, two))]
    mentions = [mention for document in documents for mention in make_mentions(document)]
    relations = link(documents, [], mentions, []).relations
    return [one.kind for one in relations if one.kind in {"contradicts", "denies", "updates"}]


@pytest.mark.parametrize(
    ("text", "detail", "clause"),
    [
        ("Nine clerks left, the mayor said", "Nine", "Nine clerks left"),
        ("After the row, nine clerks left the office as rain fell", "nine",
         "nine clerks left the office"),
        ("Nine clerks left", "Nine", "Nine clerks left"),
    ],
)  # fmt: skip
def test_a_clause_ends_where_the_next_begins(text: str, detail: str, clause: str) -> None:
    place = text.index(detail)
    assert text[slice(*clause_at(text, (place, place + len(detail))))] == clause


@pytest.mark.parametrize(
    ("one", "two", "kinds"),
    [
        ("Eight directors quit the Tellis harbour board, a blow to the mayor who praised them",
         "After weeks of rows over the budget, seven directors quit the Tellis harbour board",
         ["contradicts"]),
        ("Eight directors quit the Tellis harbour board, a blow to the mayor who praised them",
         "After weeks of rows over the budget, seven trucks reached the Tellis harbour board", []),
        ("The Tellis harbour board met Wednesday, days after the fire had destroyed the old mill",
         "The Brel savings bank failed Thursday, as angry fishermen blocked the road to the north",
         []),
    ],
)  # fmt: skip
def test_a_detail_is_told_differently(one: str, two: str, kinds: list[str]) -> None:
    assert kinds_of(one, two) == kinds


@pytest.mark.parametrize(
    ("possible", "kinds"),
    [
        ("Soldiers in Tellis may have broken a military rule by bringing flags to the parade",
         ["contradicts"]),
        ("Soldiers in Tellis may break a military rule by bringing flags to the parade", []),
    ],
)  # fmt: skip
def test_what_may_have_been_is_contradicted_and_not_what_may_come(
    possible: str, kinds: list[str]
) -> None:
    flat = "The soldiers did not break any military rule by bringing flags to the parade in Tellis"
    documents = [make_document(number, [text]) for number, text in enumerate((possible, flat))]
    (maybe,), (denial,) = map(make_mentions, documents)
    maybe = msgspec.structs.replace(maybe, modality="possible")
    found = link(documents, [], [maybe, denial], []).relations
    assert [one.kind for one in found if one.kind in {"contradicts", "denies"}] == kinds
