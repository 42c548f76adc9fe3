"""The model decides the outermost attributions; rules mend and add."""

from collections.abc import Sequence
from typing import NamedTuple

import pytest
from tests.attribute.build import make_document

from headwater.attribute import attribute
from headwater.attribute.settings import AttributeSettings
from headwater.model.attribution import Attribution
from headwater.parse import parse


class Mark(NamedTuple):
    source: tuple[int, int] | None
    cue: tuple[int, int]
    content: tuple[tuple[int, int], ...]
    probability: float = 0.9
    scores: tuple[float, float, float] = (0.8, 0.9, 0.7)


class Marker:
    """Stands for the trained model: gives the marks it was told, whatever the text."""

    def __init__(self, *marks: Mark) -> None:
        self.marks = marks

    def tag(
        self,
        text: str,
        *,
        minimum: float = 0.3,
        paragraphs: Sequence[tuple[int, int]] | None = None,
    ) -> tuple[Mark, ...]:
        return tuple(mark for mark in self.marks if mark.probability >= minimum)


def place(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def make_mark(text: str, source: str, cue: str, content: str, probability: float = 0.9) -> Mark:
    where = place(text, source) if source else None
    return Mark(where, place(text, cue), (place(text, content),), probability)


def find(text: str, *marks: Mark, keep: bool = False) -> tuple[Attribution, ...]:
    document = make_document(text)
    chosen = AttributeSettings(marks=keep)
    return attribute(document, parse(document), tagger=Marker(*marks), settings=chosen)


def test_the_model_decides_the_outermost_ones() -> None:
    text = "The guild denied the fraud. The mill said it was closed."
    found = find(text, make_mark(text, "The guild", "denied", "the fraud"))
    assert [one.name for one in found] == ["guild"]
    assert found[0].reasons[0].rule == "tagger.v1"


def test_a_probability_below_the_minimum_is_left_out() -> None:
    text = "The guild denied the fraud."
    assert find(text, make_mark(text, "The guild", "denied", "the fraud", 0.1)) == ()


def test_rules_add_what_stands_inside() -> None:
    text = "The guild said the mill had warned that the dam would break."
    mark = make_mark(text, "The guild", "said", "the mill had warned that the dam would break")
    found = find(text, mark)
    assert [one.name for one in found] == ["guild", "mill"]
    assert found[1].inside == found[0].id


def test_a_quoted_clause_is_added_though_the_model_hears_only_another_speaker() -> None:
    text = "It has footage of Hale saying, “This keeps us afloat,” when Lund blamed him for it."
    found = find(text, make_mark(text, "Lund", "blamed", "him for it"))
    assert [one.name for one in found] == ["Hale", "Lund"]


def test_a_source_that_cuts_a_name_in_two_is_mended() -> None:
    text = "Governor Lena Fischer said the dam would hold."
    found = find(text, make_mark(text, "Governor Lena", "said", "the dam would hold"))
    assert found[0].source[0].cut(text) == "Governor Lena Fischer"
    assert found[0].name == "Lena Fischer"


def test_what_opens_a_sentence_is_no_part_of_the_source() -> None:
    text = "Opening the talks, Mayor Ana Ruiz of Lima said the mill was closed."
    opening = "Opening the talks, Mayor Ana Ruiz of Lima"
    (found,) = find(text, make_mark(text, opening, "said", "the mill was closed"))
    assert [span.cut(text) for span in found.source] == ["Mayor Ana Ruiz of Lima"]
    assert found.name == "Ana Ruiz"


@pytest.mark.parametrize(
    ("text", "said", "name"),
    [
        ("Alvo Lines met the mayor in May, which it called a sign.", "a sign", "Alvo Lines"),
        ("Chile cut the toll because it thought trade would rise.", "trade would rise", "Chile"),
        # all of the sentence may be said by somebody named before
        ("Chile cut the toll in May, it thought.", "Chile cut the toll in May", "Dock Guild"),
        ("The mayor cut the toll because it thought trade would rise.", "trade would rise",
         "Dock Guild"),
    ],
)  # fmt: skip
def test_it_is_the_body_that_acts_in_its_sentence(text: str, said: str, name: str) -> None:
    whole = f"The Dock Guild said it had rained. {text}"
    guild = make_mark(whole, "The Dock Guild", "said", "it had rained")
    at = whole.index(" it ", len("The Dock Guild said it had")) + 1
    cue = "called" if "called" in text else "thought"
    it = Mark((at, at + 2), place(whole, cue), (place(whole, said),))
    assert find(whole, guild, it)[-1].name == name


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Borg faced criticism for closing the mill.", "Borg", "criticism", "closing the mill"),
        ("There’s no reason to think that Borg left.", "Borg", "’s no reason to think", "left"),
        ("Borg spoke, but without mentioning the old toll.", "Borg", "mentioning", "the old toll"),
    ],
)
def test_who_is_blamed_or_leaves_a_thing_out_does_not_say_it(
    text: str, source: str, cue: str, content: str
) -> None:
    assert find(text, make_mark(text, source, cue, content)) == ()


def test_who_voices_criticism_says_it() -> None:
    text = "Borg voiced criticism for closing the mill."
    assert find(text, make_mark(text, "Borg", "voiced criticism", "closing the mill"))


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Dock Guild (DG) President Ana L. Ruiz", "Ana L. Ruiz"),
        ("The Dock Guild of Lima (DGL)", "Dock Guild of Lima"),
        ("Ana Ruiz (D) of the Dock Guild", "Ana Ruiz"),
    ],
)
def test_letters_in_brackets_stand_before_who_speaks(source: str, name: str) -> None:
    text = f"{source} said the mill was closed."
    (found,) = find(text, make_mark(text, source, "said", "the mill was closed"))
    assert found.name == name


def test_one_that_stands_for_a_thing_is_no_part_of_several_people() -> None:
    text = "The town has a new law, one lawyers say could close the mill."
    found = find(text, make_mark(text, "one lawyers", "say", "could close the mill"))
    assert [one.source[0].cut(text) for one in found] == ["lawyers"]


def test_what_somebody_denies_telling_is_not_denied() -> None:
    text = "The mayor has denied telling the board that the dam was safe."
    found = find(text, make_mark(text, "The mayor", "has denied telling", "that the dam was safe"))
    assert [(one.name, one.cue_kind) for one in found] == [("mayor", "denies")]
    assert found[0].content[0].cut(text) == "telling the board that the dam was safe"


def test_ones_that_do_something_are_nobody() -> None:
    text = "They are small steps, but ones that warn of the toll."
    assert find(text, make_mark(text, "ones", "warn", "of the toll")) == ()


def test_an_addressee_is_no_content() -> None:
    text = "The mill told Lena Fischer that the dam would hold."
    found = find(text, make_mark(text, "The mill", "told", "Lena Fischer that the dam would hold"))
    assert found[0].content[0].cut(text) == "that the dam would hold"


def test_hearsay_has_no_source() -> None:
    text = "The duke is rumored to own the quarry."
    found = find(text, make_mark(text, "The duke", "is rumored", "to own the quarry"))
    assert found[0].source == ()
    assert found[0].kind == "unattributed"


@pytest.mark.parametrize("cue", ["were warned in May", "had been told"])
def test_who_is_told_is_no_source(cue: str) -> None:
    text = f"The owners {cue} that the dam leaks."
    found = find(text, make_mark(text, "The owners", cue, "that the dam leaks"))
    assert all(a.kind == "unattributed" for a in found)


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Borg is seen leaving the mill.", "is seen", "leaving the mill"),
        ("Lima is seeing more cases.", "is seeing", "more cases"),
    ],
)
def test_what_is_watched_is_not_said(text: str, cue: str, content: str) -> None:
    assert find(text, make_mark(text, text.split()[0], cue, content)) == ()


def test_what_a_thing_is_measured_by_is_not_said() -> None:
    text = "Losses may be higher than the figures reveal."
    assert find(text, make_mark(text, "the figures", "reveal", "Losses may be higher")) == ()
    text = "Losses may be higher, the figures reveal."
    assert find(text, make_mark(text, "the figures", "reveal", "Losses may be higher"))


def test_how_a_thing_is_seen_is_a_view() -> None:
    text = "The toll is seen as unfair by Borg."
    assert find(text, make_mark(text, "Borg", "is seen", "as unfair"))


def test_who_is_accused_is_no_source() -> None:
    text = "In May Borg was accused of hiding the pump."
    assert find(text, make_mark(text, "Borg", "was accused of", "hiding the pump")) == ()


@pytest.mark.parametrize(
    ("text", "marked", "whole"),
    [
        ("Borg said the ships are what they are and sail.", "the ships are what they are", True),
        (
            "Borg said the pumps had holes and could not run.",
            "the pumps had holes and could",
            False,
        ),
        (
            "Borg said it broke a law, which Roe wrote, and fell.",
            "it broke a law, which Roe",
            False,
        ),
        ("Borg said the toll helps any miller.", "the toll helps any", False),
        ("Borg said the plan would need a vote, Roe left.", "the plan would need", False),
        ("Borg said the plan would fail on Monday.", "the plan would fail", True),
        # what goes on in the tense of what was said
        ("Borg said ten mills shut, while tolls would rise.", "ten mills shut", False),
        ("Borg said ten mills shut, but no divers had left.", "ten mills shut", False),
        ("Borg says ten mills shut, but no divers had left.", "ten mills shut", True),
        ("Borg said ten mills shut, but the tolls are low.", "ten mills shut", True),
        ("Borg said ten mills shut, while Roe said it had rained.", "ten mills shut", True),
        ("Borg said “ten mills shut,” but no divers had left.", "“ten mills shut,”", True),
    ],
)
def test_a_content_goes_on_to_its_verb_or_noun(text: str, marked: str, whole: bool) -> None:
    found = find(text, make_mark(text, "Borg", "said" if "Borg said" in text else "says", marked))[
        0
    ]
    assert (found.content[0].cut(text) == marked) is whole


def test_a_clause_is_no_source() -> None:
    text = "Roe, whose study found the mayor and his aides were there, said the dam leaks."
    source = "the mayor and his aides were there,"
    (found,) = (a for a in find(text, make_mark(text, source, "said", "the dam leaks"))
                if a.cue_kind == "says")  # fmt: skip
    assert found.name == "Roe"


def test_an_agent_behind_the_verb_is_a_source() -> None:
    text = "The sale was first reported by The Guardian."
    found = find(text, make_mark(text, "The Guardian", "was first reported", "The sale"))
    assert found[0].name == "The Guardian"


@pytest.mark.parametrize("keep", [False, True])
def test_the_authors_own_voice_is_kept_only_as_a_mark(keep: bool) -> None:
    text = "I believe the dam will hold."
    found = find(text, make_mark(text, "I", "believe", "the dam will hold"), keep=keep)
    assert bool(found) is keep


@pytest.mark.parametrize("keep", [False, True])
def test_a_deed_is_kept_only_as_a_mark(keep: bool) -> None:
    text = "The ministry sanctioned a shipping line."
    found = find(text, make_mark(text, "The ministry", "sanctioned", "a shipping line"), keep=keep)
    assert bool(found) is keep


def test_a_quotation_that_goes_on_is_joined() -> None:
    text = "“It was dark,” the guard said. “We saw nothing at all.”"
    found = find(text, make_mark(text, "the guard", "said", "“It was dark,”"))
    assert len(found[0].content) == 2


def test_added_links_begin_with_the_rule_that_added_them() -> None:
    text = "The ship was unsafe, engineer Paul Okafor told Reuters."
    mark = make_mark(text, "engineer Paul Okafor", "told", "The ship was unsafe")
    outlet, speaker = find(text, mark)
    assert outlet.reasons[0].rule == "nesting.medium.v1"
    assert speaker.reasons[0].rule == "tagger.v1"
    assert speaker.inside == outlet.id
    assert speaker.content == outlet.content


def test_the_reason_says_how_sure_the_model_is_of_each_part() -> None:
    text = "Ana Ruiz said the dam leaks."
    (one,) = find(text, make_mark(text, "Ana Ruiz", "said", "the dam leaks"))
    assert one.reasons[0].rule == "tagger.v1"
    assert one.reasons[0].text.endswith("(source 0.80, cue 0.90, content 0.70)")


def test_the_reason_says_where_a_rule_gave_the_source() -> None:
    text = "Claiming that the dam leaks, Ana Ruiz sued."
    (one,) = find(text, make_mark(text, "", "Claiming", "the dam leaks"))
    assert one.source
    assert "no source 0.80" in one.reasons[0].text
    assert "its source mended by a rule" in one.reasons[0].text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It rests on a study issued in May that concluded eels had left the canal.", ["study"]),
        ("It follows a study that found eels had left the canal.", ["study"]),
        ("It was built by a firm that concluded eels had left the canal.", []),
    ],
)
def test_what_a_paper_says_behind_that_is_kept(text: str, names: list[str]) -> None:
    assert [one.name for one in find(text)] == names
