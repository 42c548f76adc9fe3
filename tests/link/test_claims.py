"""Which mention words a claim."""

import pytest
from tests.link.build import make_document, make_mentions

from headwater.link.claims import make_claim
from headwater.link.prepare import prepare


def word(sentences: list[str], central: dict[str, float] | None = None) -> str:
    documents = [make_document(number, [line]) for number, line in enumerate(sentences)]
    mentions = [one for document in documents for one in make_mentions(document)]
    held = prepare(documents, [], mentions, [])
    order = {one.id: (one.document, one.spans[0].start) for one in mentions}
    middle = {one.id: (central or {}).get(one.text, 1.0) for one in mentions}
    return make_claim(held, order, (), middle).text


@pytest.mark.parametrize(
    ("best", "others"),
    [
        # A finite verb, and nothing that only the text before explains.
        ("Peruvian firms shipped rifles to Chile", ["Peruvian firms shipping rifles to Chile"]),
        ("The dam was closed after the flood", ["which was closed after the flood"]),
        ("Lima's ferries were sold in May", ["its ferries were sold in Lima in May"]),
        ("Peru shipped rifles", ["Peru]’s yards shipped rifles"]),
        # Names and figures count only where others tell them too.
        (
            "Chile bought 40 buses",
            ["Chile bought 40 buses for Lima, Quito and Bogota", "40 buses bought by Chile"],
        ),
    ],
)
def test_a_claim_is_worded_by_what_stands_alone(best: str, others: list[str]) -> None:
    assert word([*others, best]) == best
    assert word([best, *others]) == best


def test_what_says_what_the_others_say_words_it() -> None:
    told = ["Peru sold the ferries", "Peru put the ferries up for auction"]
    for best, other in (told, told[::-1]):
        assert word(told, {best: 0.9, other: 0.3}) == best
