"""What may be set against each other."""

import pytest
from msgspec.structs import replace
from tests.link.build import make_denials, make_document, make_mentions

from headwater.link.prepare import prepare
from headwater.link.stated import are_silent_apart, can_meet

LOSS, NO_LOSS = "This is a loss for the town", "This is no loss for the port"


@pytest.mark.parametrize(
    ("chains", "meet"),
    [
        ((("a-1",), ("a-1",)), False),  # a speaker who goes on
        ((("a-1",), ("a-2",)), True),
        (((), ()), True),  # the outlet tells what two sides say
    ],
)
def test_a_speaker_who_goes_on_is_not_against_himself(
    chains: tuple[tuple[str, ...], tuple[str, ...]], meet: bool
) -> None:
    document = make_document(0, [LOSS, NO_LOSS])
    mentions = make_mentions(document)
    mentions = [replace(m, chain=chain) for m, chain in zip(mentions, chains, strict=True)]
    left, right = prepare([document], make_denials(mentions, "Oslo"), mentions, [])
    assert can_meet(left, right) is meet


@pytest.mark.parametrize(
    ("one", "two", "apart"),
    [
        ("Ada Lund did not respond to a request for comment",
         "Orvo did not respond to a request for comment", True),
        ("Ada Lund did not respond to a request for comment",
         "Lund did not immediately respond to requests for comment", False),
        ("The firm declined to comment", "Orvo declined to comment", False),
        ("Ada Lund sold the pier", "Orvo sold the pier", False),
    ],
)  # fmt: skip
def test_silence_of_one_is_not_that_of_another(one: str, two: str, apart: bool) -> None:
    documents = [make_document(number, [text]) for number, text in enumerate((one, two))]
    mentions = [mention for document in documents for mention in make_mentions(document)]
    silent = [replace(m, kind="meta" if "comment" in m.text else "fact") for m in mentions]
    left, right = prepare(documents, [], silent, [])
    assert are_silent_apart(left, right) is apart is are_silent_apart(right, left)
