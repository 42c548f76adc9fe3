"""Corrections of who says what."""

from typing import Final

import pytest
from tests.attribute.build import make_document

from headwater.attribute import attribute
from headwater.attribute.judged import correct, name_chains
from headwater.attribute.judged_names import read_name
from headwater.judgements.anchors import at_span
from headwater.judgements.make import make
from headwater.model.attribution import Attribution, SourceKind
from headwater.model.judgement import Judgement, JudgementKind
from headwater.model.span import Span
from headwater.parse import parse

TEXT: Final = (
    "The dam held, engineer Ines Okafor said. Water stood two metres high. "
    "The mayor said that Okafor had warned that the dam was old."
)
DOCUMENT: Final = make_document(TEXT)
PARSE: Final = parse(DOCUMENT)
FOUND: Final = attribute(DOCUMENT, PARSE)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words))


def judge(kind: JudgementKind, *words: str, value: str | None = None, time: int = 0) -> Judgement:
    about = [at_span(DOCUMENT, span(one)) for one in words]
    return make(kind, about, who="ana", made_at=f"2024-05-01T10:{time:02}", value=value)


def after(*judgements: Judgement) -> tuple[Attribution, ...]:
    return correct(DOCUMENT, PARSE, FOUND, judgements)


def said(words: str, found: tuple[Attribution, ...]) -> list[str]:
    """Return who is said to say some words, outermost first."""
    place = span(words)
    listed = [a for a in found if any(c.contains(place) for c in a.content)]
    return [a.name for a in sorted(listed, key=lambda a: -sum(c.end - c.start for c in a.content))]


def test_the_text_is_read_as_these_tests_take_it() -> None:
    assert said("The dam held", FOUND) == ["Ines Okafor"]
    assert said("Water stood", FOUND) == []
    assert said("the dam was old", FOUND)[1:] == ["Ines Okafor"]


def test_nothing_changes_without_a_judgement_about_the_text() -> None:
    assert after() is FOUND
    assert after(judge("polarity", "The dam held", value="negative")) is FOUND


def test_a_source_is_renamed_and_keeps_its_id() -> None:
    found = after(judge("source_is", "The dam held", value="the mayor"))
    assert said("The dam held", found) == ["mayor"] or said("The dam held", found) == ["the mayor"]
    assert {a.id for a in found} == {a.id for a in FOUND}
    changed = next(a for a in found if a not in FOUND)
    assert changed.reasons[-1].rule == "judgement"
    assert "ana decided that the mayor says this" in changed.reasons[-1].text
    assert changed.probability == 1.0


def test_the_inner_one_is_meant_by_its_own_cue() -> None:
    found = after(judge("source_is", "warned", value="Vera Holt"))
    assert said("the dam was old", found)[1:] == ["Vera Holt"]
    assert said("the dam was old", found)[:1] == said("the dam was old", FOUND)[:1]


def test_the_words_for_the_source_can_be_selected() -> None:
    found = after(judge("source_is", "The dam held", "engineer Ines Okafor", value="Ines Okafor"))
    assert (span("engineer Ines Okafor"),) in {a.source for a in found}


def test_an_attribution_is_taken_away_or_begun() -> None:
    gone = after(judge("source_is", "The dam held", value=""))
    assert said("The dam held", gone) == []
    outer_gone = after(judge("source_is", "said that", value=""))
    assert said("the dam was old", outer_gone) == ["Ines Okafor"]
    assert all(a.inside is None for a in outer_gone)
    begun = after(judge("source_is", "Water stood two metres high", value="the harbour office"))
    assert said("Water stood", begun) == ["the harbour office"]


def test_cue_and_content_are_selected_anew() -> None:
    found = after(judge("cue_is", "The dam held", "said"))
    assert next(a for a in found if a.cue == (span("said"),)).cue_kind == "says"
    found = after(judge("cue_is", "warned", "had warned", value="alleges"))
    assert next(a for a in found if a.cue == (span("had warned"),)).cue_kind == "alleges"
    found = after(judge("content_is", "warned", "the dam was old"))
    assert any(a.content == (span("the dam was old"),) for a in found)


def test_the_later_of_two_holds_and_both_are_told() -> None:
    one = judge("source_is", "The dam held", value="Vera Holt", time=1)
    two = judge("source_is", "The dam held", value="Hugo Lund", time=2)
    found = after(one, two)
    assert said("The dam held", found) == ["Hugo Lund"]
    changed = next(a for a in found if a.name == "Hugo Lund")
    assert [one.id in r.text for r in changed.reasons[-2:]] == [True, False]


def test_a_chain_is_named_from_the_outermost_inward() -> None:
    one = judge("chain_is", "Water stood", value="Reuters > two officials")
    made = name_chains(DOCUMENT, PARSE, FOUND, [one])[one.id]
    assert [(a.name, a.kind) for a in made] == [
        ("Reuters", "media_outlet"), ("two officials", "anonymous"),
    ]  # fmt: skip
    assert [a.inside for a in made] == [None, made[0].id]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ines Okafor", "person"),
        ("Vera Holt", "person"),
        ("Reuters", "media_outlet"),
        ("France", "government"),
        ("two officials", "anonymous"),
        ("a leaked report", "report"),
        ("Foreign Ministry", "government"),
        ("Calder Holdings Ltd.", "person"),
    ],
)
def test_a_name_tells_what_sort_of_source_it_is(name: str, kind: SourceKind) -> None:
    assert read_name(name, PARSE, FOUND, None).kind == kind
