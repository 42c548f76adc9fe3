"""What surely follows from a statement with more detail."""

from typing import Any

import msgspec
import pytest
from tests.link.build import make_document, make_mentions

from headwater.link.general import FOLLOWS, follows
from headwater.link.judged import read_judgements
from headwater.link.pile import Pile
from headwater.link.prepare import prepare
from headwater.model.mention import Mention


def is_followed(special: str, general: str, share: float = 1.0, **changes: object) -> bool:
    """Whether the general statement follows; changes are of the special one's mention."""
    documents = [make_document(number, [text]) for number, text in enumerate((special, general))]
    mentions: list[Mention] = [m for document in documents for m in make_mentions(document)]
    mentions[0] = msgspec.structs.replace(mentions[0], **changes)
    held = prepare(documents, [], mentions, [])
    pile = Pile(held, read_judgements((), held, documents), None)
    nodes = [
        next(n for n, number in enumerate(pile.first) if held[number].mention.text == text)
        for text in (special, general)
    ]
    return follows(pile, nodes[0], nodes[1], share)


WHOLE = "Tellis sold 30 harbour cranes to Brelland last autumn for the new port"


@pytest.mark.parametrize(
    ("special", "general"),
    [
        (WHOLE, "Tellis sold harbour cranes to Brelland"),
        (WHOLE, "Tellis has sold at least 20 harbour cranes to Brelland"),
        ("Toll income of Tellis rose by 40 percent to 12 million crowns",
         "Toll income of Tellis rose by 40 percent"),
        ("The council closed four schools, including the old mill school",
         "The council closed four schools"),
    ],
)  # fmt: skip
def test_what_a_statement_says_with_more_detail_follows(special: str, general: str) -> None:
    assert is_followed(special, general)
    assert not is_followed(general, special), "never the other way"
    assert not is_followed(special, general, share=FOLLOWS - 0.01)


@pytest.mark.parametrize(
    ("special", "general"),
    [
        (WHOLE, "Tellis sold 40 harbour cranes to Brelland"),
        (WHOLE, "Tellis did not sell harbour cranes to Brelland"),
        (WHOLE, "Brelland sold harbour cranes to Tellis"),
        (WHOLE, "Tellis sold harbour cranes to Norvane"),
        (WHOLE, "Tellis sold only harbour cranes to Brelland"),
        (WHOLE, "harbour cranes"),
        (WHOLE, "the sale of the harbour cranes"),
        (WHOLE, "It sold harbour cranes to Brelland"),
        (WHOLE, "because Tellis sold harbour cranes to Brelland"),
        (WHOLE, "Did Tellis sell harbour cranes to Brelland?"),
        ("Tellis may sell 30 harbour cranes to Brelland", "Tellis sold harbour cranes to Brelland"),
        ("Tellis will sell 30 harbour cranes to Brelland",
         "Tellis sells harbour cranes to Brelland"),
        ("Whether Tellis sold 30 harbour cranes to Brelland is being studied",
         "Tellis sold harbour cranes to Brelland"),
        ("Nobody saw Tellis sell 30 harbour cranes to Brelland",
         "Tellis sold harbour cranes to Brelland"),
    ],
)  # fmt: skip
def test_what_says_more_or_something_else_does_not_follow(special: str, general: str) -> None:
    assert not is_followed(special, general)


@pytest.mark.parametrize(
    "changes",
    [
        {"modality": "denied"}, {"modality": "alleged"}, {"modality": "possible"},
        {"modality": "planned"}, {"fragment": True}, {"kind": "meta"},
    ],
    ids=str,
)  # fmt: skip
def test_what_is_not_stated_as_surely_shows_nothing(changes: dict[str, Any]) -> None:
    assert not is_followed(WHOLE, "Tellis sold harbour cranes to Brelland", **changes)
