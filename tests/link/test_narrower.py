"""What makes a statement another one than a more general one beside it."""

import pytest
from tests.link.build import make_document, make_mentions

from headwater.link.alignment import Pair, general_rarity
from headwater.link.bearers import is_of_bearer
from headwater.link.compare_pairs import statement_of
from headwater.link.meaning import read_meaning
from headwater.link.narrower import adds_item, narrows
from headwater.link.prepare import Held, prepare


def held_of(text: str, lead: str = "") -> Held:
    """A mention of a text, behind the words that lead to it."""
    document = make_document(0, [lead + text])
    (mention,) = make_mentions(document)
    start = len(lead)
    span = type(mention.spans[0])(start=start, end=start + len(text))
    mention = type(mention)(
        id=mention.id, document=mention.document, spans=(span,), statement=(span,), text=text,
        sentence=mention.sentence, polarity="positive", modality="asserted",
    )  # fmt: skip
    (held,) = prepare([document], [], [mention], [])
    return held


@pytest.mark.parametrize(
    ("one", "two", "apart"),
    [
        ("Norwegian banks armed the militia", "Norway armed the militia", True),
        ("Norway's banks armed the militia", "Norway armed the militia", False),
        ("Norwegian banks armed the militia", "banks in Norway armed the militia", False),
        ("Norwegian oligarchs lose their yachts", "Norwegians lose their yachts", False),
        ("Norwegian troops armed the militia", "Norway armed the militia", False),
        ("Chile stepped up its raids on the port", "Chile raids the port", True),
        ("Chile stepped up its raids on the port", "Chile raids the port more often", False),
        ("Chile expanded its fleet", "Chile increased its fleet", False),
        ("Chile increased by 4 percent", "Chile grew", False),
    ],
)
def test_a_bearer_and_growth_make_another_claim(one: str, two: str, *, apart: bool) -> None:
    left, right = held_of(one), held_of(two)
    assert (narrows(left, right) is not None) is apart
    assert narrows(left, right) == narrows(right, left)


@pytest.mark.parametrize(
    ("lead", "text", "apart"),
    [
        ("Envoys repeatedly voiced fears of ", "Chile arming the militia", True),
        ("Envoys spoke at length about ", "Chile arming the militia", False),
    ],
)
def test_what_is_feared_is_not_what_is_so(lead: str, text: str, *, apart: bool) -> None:
    found = narrows(held_of(text, lead), held_of("Chile arms the militia"))
    assert (found is not None) is apart


@pytest.mark.parametrize(
    ("text", "is_bearer"),
    [
        ("Kenyan coffee traders hid it", True),
        ("Kenyan envoys hid it", False),
        ("Kenya's traders hid it", False),
    ],
)
def test_people_of_a_state_are_not_the_state(text: str, *, is_bearer: bool) -> None:
    meaning = read_meaning(text)
    assert is_of_bearer(meaning, meaning.terms[0]) is is_bearer


@pytest.mark.parametrize(
    ("item", "other", "adds"),
    [
        ({"sending", "lathes"}, "Chile helps the militia by sending crates", True),
        ({"sending", "lathes"}, "Chile helps the militia with lathes", False),
        ({"lathes"}, "Chile helps the militia by sending crates", False),
        (set(), "Chile helps the militia", False),
    ],
)
def test_an_item_of_a_list_is_not_the_general_statement(
    item: set[str], other: str, *, adds: bool
) -> None:
    left = statement_of("Chile helps the militia by sending lathes")
    own = frozenset(term.sense for term in left.meaning.terms if term.word in item)
    pair = Pair(left._replace(own=own), statement_of(other), general_rarity)
    assert adds_item(pair) is adds
