"""Corrections of what is stated, and how."""

from typing import Final

from tests.extract.build import find, make_attribution, make_document

from headwater.extract import extract
from headwater.extract.judged import correct
from headwater.judgements.anchors import at_span, at_statement
from headwater.judgements.make import make
from headwater.model.judgement import Judgement, JudgementKind
from headwater.model.mention import Mention
from headwater.parse import parse

TEXT: Final = (
    "The port lost about 40 cranes, Ines Okafor said. "
    "Veldania sold pumps, valves and cables to Karsovia. The mayor slept."
)
DOCUMENT: Final = make_document(TEXT)
PARSE: Final = parse(DOCUMENT)
CITED: Final = (
    make_attribution(TEXT, "Ines Okafor", "said", "The port lost about 40 cranes"),
)  # fmt: skip
MENTIONS: Final = extract(DOCUMENT, PARSE, CITED)


def judge(kind: JudgementKind, *words: str, value: str | None = None, time: int = 0) -> Judgement:
    about = [at_span(DOCUMENT, find(TEXT, one)) for one in words]
    return make(kind, about, who="ana", made_at=f"2024-05-01T10:{time:02}", value=value)


def after(*judgements: Judgement) -> tuple[Mention, ...]:
    return correct(DOCUMENT, PARSE, CITED, MENTIONS, judgements, {})


def one(words: str, mentions: tuple[Mention, ...]) -> Mention:
    return next(m for m in mentions if m.text == words)


LOST: Final = "The port lost about 40 cranes"


def test_polarity_modality_and_figures_are_set() -> None:
    found = after(
        judge("polarity", LOST, value="negative"),
        judge("modality", LOST, value="alleged", time=1),
        judge("quantity", LOST, value=">= 44", time=2),
    )
    changed, before = one(LOST, found), one(LOST, MENTIONS)
    assert (changed.polarity, changed.modality) == ("negative", "alleged")
    assert [(a.comparator, a.value, a.low, a.high) for a in changed.amounts] == [
        (">=", 44.0, 44.0, None)
    ]
    assert changed.amounts[0].span == before.amounts[0].span
    assert changed.corrected == ("modality", "polarity", "quantity")
    assert changed.id == before.id
    assert [r.rule for r in changed.reasons[-3:]] == ["judgement"] * 3
    assert one(LOST, after(judge("quantity", LOST, value=""))).amounts == ()


def test_one_piece_of_a_list_is_told_from_its_sisters() -> None:
    pieces = [m for m in MENTIONS if len(m.spans) > 1]
    assert len(pieces) > 1
    for piece in pieces:
        about = [at_statement(DOCUMENT, piece)]
        said = make("modality", about, who="ana", made_at="2024", value="planned")
        changed = [m.id for m in after(said) if m.modality == "planned"]
        assert changed == [piece.id]


def test_an_own_claim_is_read_like_any_other() -> None:
    found = after(judge("own_claim", "about 40 cranes"))
    made = one("about 40 cranes", found)
    assert made.chain == (CITED[0].id,)
    assert made.amounts[0].value == 40.0
    assert made.reasons[-1].rule == "judgement"
    assert one("about 40 cranes", after(judge("own_claim", " about 40 cranes"))).text
    assert after(judge("own_claim", LOST)) == MENTIONS


def test_an_own_claim_can_be_corrected_too() -> None:
    made = judge("own_claim", "The mayor slept")
    said = judge("modality", "The mayor slept", value="possible", time=1)
    assert one("The mayor slept", after(said, made)).modality == "possible"


def test_other_texts_and_other_kinds_change_nothing() -> None:
    assert after(judge("not_a_claim", LOST)) == MENTIONS
    assert after() == MENTIONS
