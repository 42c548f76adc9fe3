"""Denials of one party that are one denial, however they are worded."""

import pytest
from tests.link.build import make_document

from headwater.link.stage import Linked, link
from headwater.model.attribution import Attribution, CueKind
from headwater.model.mention import Mention
from headwater.model.span import Span

ACCUSATION = "Norway shipped mortars to the militia"
SPECIFIC = "Norway has not shipped any mortars to the militia"


def say(*told: tuple[str, str | None, CueKind]) -> Linked:
    """Link one document for each: words, speaker, cue."""
    documents, mentions, said = [], [], []
    for number, (text, speaker, cue) in enumerate(told):
        document = make_document(number, [text])
        span = Span(start=0, end=len(text))
        denied = cue == "denies"
        key = f"a-{number}" if speaker else None
        if key and speaker:
            said.append(
                Attribution(
                    id=key, document=document.id, content=(span,), style="indirect", cue_kind=cue,
                    name=speaker, kind="government",
                )
            )  # fmt: skip
        mentions.append(
            Mention(
                id=f"m-{number}", document=document.id, spans=(span,), statement=(span,), text=text,
                sentence=span, attribution=key, chain=(key,) if key else (), stance_cue=denied,
                modality="denied" if denied else "asserted", kind="fact",
                polarity="negative" if denied or " not " in text else "positive",
            )
        )  # fmt: skip
        documents.append(document)
    return link(documents, said, mentions, [])


def joined(linked: Linked, one: int, two: int) -> bool:
    """Tell whether two mentions are one claim."""
    return any({f"m-{one}", f"m-{two}"} <= set(claim.mentions) for claim in linked.claims)


@pytest.mark.parametrize(
    ("words", "speaker", "one"),
    [
        ("shipping mortars to the militia", "Norway", True),
        ("the shipments", "Norway", True),  # one word, for the act that the other denies
        ("shipping mortars to the militia", "Chile", False),  # another party
        ("selling timber to the navy", "Norway", False),  # another matter
    ],
)
def test_what_one_party_denies_is_one_denial(words: str, speaker: str, one: bool) -> None:
    linked = say(
        (ACCUSATION, None, "says"), (SPECIFIC, "Norway", "says"), (words, speaker, "denies")
    )
    assert joined(linked, 1, 2) is one
    assert not joined(linked, 0, 1)
    assert not joined(linked, 0, 2)


@pytest.mark.parametrize(
    ("words", "speaker", "one"),
    [
        ("responsibility for the raid", "Norway", True),
        ("responsibility for the raid", "Chile", False),  # another party
        ("responsibility for the theft", "Norway", False),  # another deed
    ],
)
def test_a_part_in_one_deed_is_denied_once(words: str, speaker: str, one: bool) -> None:
    linked = say(
        ("Norway is behind the raid on the port", None, "says"),
        ("Norway is responsible for the raid in which the bank was robbed", None, "says"),
        ("Chile is responsible for the raid in which the bank was robbed", None, "says"),
        ("Norway is responsible for the theft of the ledgers", None, "says"),
        ("any role in the raid", "Norway", "denies"),
        (words, speaker, "denies"),
    )
    assert joined(linked, 4, 5) is one


def test_a_joined_denial_is_worded_as_one_and_denies_no_denial() -> None:
    linked = say(
        (ACCUSATION, None, "says"),
        (SPECIFIC, "Norway", "says"),
        ("shipping mortars to the militia", "Norway", "denies"),
    )
    (claim,) = [claim for claim in linked.claims if "m-1" in claim.mentions]
    assert claim.text == SPECIFIC
    stances = {stance.mention: stance.stance for stance in linked.stances}
    assert stances == {"m-0": "asserts", "m-1": "reports", "m-2": "reports"}


def test_a_denial_worded_by_what_is_denied_rejects_it() -> None:
    linked = say(
        (ACCUSATION, None, "says"), ("shipping mortars to the militia", "Norway", "denies")
    )
    stances = {stance.mention: stance.stance for stance in linked.stances}
    assert stances == {"m-0": "asserts", "m-1": "denies"}
