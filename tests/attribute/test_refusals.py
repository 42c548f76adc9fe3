"""To deny something that was said, and to deny somebody something."""

import pytest
from tests.attribute.build import find, make_document

from headwater.attribute.tagged import attribute_tagged
from headwater.parse import parse

REFUSED = [
    "Officials in Lund denied entry to two sailors.",
    "The board denied him a permit to build the mill.",
    "The court in Lund denied bail to the miller.",
    "The wardens have denied the sailors access to the quay.",
    "A judge in Lund denied the old dock guild’s request for a dismissal of the suit.",
]
DENIED = [
    "The miller denied any access to the vault.",
    "The miller denied that entry was refused to him.",
    "The miller denied the sailors' claims.",
    "The miller denied giving the guild permission to dig.",
]


@pytest.mark.parametrize("text", REFUSED)
def test_who_refuses_something_denies_nothing(text: str) -> None:
    document = make_document(text)
    assert not find(text)
    assert not attribute_tagged(document, parse(document))


@pytest.mark.parametrize("text", DENIED)
def test_who_denies_what_was_said(text: str) -> None:
    assert [a.cue[0].cut(text) for a in find(text) if a.cue] == ["denied"]


def test_a_refusal_that_somebody_tells_of() -> None:
    text = "The mayor would deny entry to sailors, Ada Lund said."
    assert [a.name for a in find(text)] == ["Ada Lund"]
