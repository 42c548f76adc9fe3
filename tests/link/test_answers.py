"""How a party answers what is said of it."""

import pytest
from tests.link.build import make_document

from headwater.link.answers import read_answer
from headwater.link.prepare import prepare
from headwater.link.wording import blames
from headwater.model.attribution import Attribution, CueKind
from headwater.model.mention import Mention, Modality
from headwater.model.span import Span


def answer_of(
    text: str, speaker: str | None, cue: CueKind = "says", modality: Modality = "asserted"
) -> str | None:
    """The kind of answer that a statement is, in the mouth of a speaker."""
    document = make_document(0, [text])
    span = Span(start=0, end=len(text))
    by_cue = cue in {"denies", "rejects"}
    said = Attribution(
        id="a-1", document=document.id, content=(span,), style="indirect", cue_kind=cue,
        name=speaker or "nobody", kind="government",
    )  # fmt: skip
    mention = Mention(
        id="m-1", document=document.id, spans=(span,), statement=(span,), text=text, sentence=span,
        attribution=said.id if speaker else None, modality=modality, stance_cue=by_cue,
        polarity="negative" if by_cue else "positive",
    )  # fmt: skip
    (held,) = prepare([document], [said], [mention], [])
    found = read_answer(held)
    return found.kind if found else None


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        ("Norway has sold no mortars to the militia", "Norway", "denial"),
        ("Norway has nothing to do with the raid", "Norway", "denial"),
        ("Norway has sold no mortars to the militia", None, None),
        ("Norway has sold no mortars to the militia", "Chile", None),
        ("Norway denied the accusations of theft", None, "denial"),
        ("Norway does not know who sold the mortars", "Norway", None),
        ("Norway will not sell mortars to the militia", "Norway", None),
        ("Norway's flights were lawful", "Norway", "defence"),
        ("Norway's flights were lawful", "Chile", None),
        ("Norway will not dignify this with an answer", "Norway", "refusal"),
        ("Chile keeps spreading baseless accusations", "Norway", "dismissal"),
        ("it has seen no evidence of a sale", "Chile", "absence"),
        ("This is simply false", None, "verdict"),
        ("Did Norway sell no mortars?", "Norway", None),
        ("Norway sold mortars to the militia", "Norway", None),
    ],
)
def test_kinds_of_answers(text: str, speaker: str | None, kind: str | None) -> None:
    assert answer_of(text, speaker) == kind


def test_a_denying_cue_needs_no_negation() -> None:
    assert answer_of("selling mortars to the militia", "Norway", "denies", "denied") == "denial"
    assert answer_of("claims that it sold mortars", "Norway", "rejects") == "denial"
    assert answer_of("the offer of a truce", "Norway", "rejects") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the firm bribed a clerk and hid it", True),
        ("the firm is accused of bribery", True),
        ("the firm falsified the records", True),
        ("the firm opened a shop", False),
    ],
)
def test_words_that_blame(text: str, expected: bool) -> None:
    assert blames(text) is expected
