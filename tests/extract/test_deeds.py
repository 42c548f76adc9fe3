"""What a source does is told by the voice around it; only what it says is the source's."""

import pytest
from tests.extract.build import make_attribution, make_document, make_parse

from headwater.extract import extract
from headwater.model.attribution import CueKind

ROWS: list[tuple[str, str, str, str, CueKind, list[tuple[str, int]]]] = [
    # what somebody will do
    ("The mill has agreed to pay for the dam.", "The mill", "has agreed", "to pay for the dam",
     "promises", [("The mill has agreed to pay for the dam", 0)]),
    ("The mill agreed to a new toll in May.", "The mill", "agreed", "a new toll in May",
     "promises", [("The mill agreed to a new toll in May", 0)]),
    ("Borg pleaded guilty to stealing the pump.", "Borg", "pleaded guilty",
     "to stealing the pump", "asks", [("Borg pleaded guilty to stealing the pump", 0)]),
    # a pledge is spoken, and so is what somebody agrees is so
    ("The mill vowed to pay for the dam.", "The mill", "vowed", "to pay for the dam",
     "promises", [("to pay for the dam", 1)]),
    ("Most divers agree the wreck is empty.", "Most divers", "agree", "the wreck is empty",
     "believes", [("the wreck is empty", 1)]),
    # what somebody is after; a paper only says so
    ("Velia has long sought a treaty on the river.", "Velia", "has long sought",
     "a treaty on the river", "asks", [("Velia has long sought a treaty on the river", 0)]),
    # what is done to a thing
    ("The mayor welcomed Roe to the town hall.", "The mayor", "welcomed",
     "Roe to the town hall", "believes", [("The mayor welcomed Roe to the town hall", 0)]),
    ("The board added two divers to its crew.", "The board", "added",
     "two divers to its crew", "says", [("The board added two divers to its crew", 0)]),
    ("The Lima Sun first reported the sale.", "The Lima Sun", "first reported", "the sale",
     "says", [("The Lima Sun first reported the sale", 0)]),
    ("The sale was first reported by the Lima Sun.", "the Lima Sun", "was first reported by",
     "The sale", "says", [("The sale was first reported by the Lima Sun", 0)]),
    ("The mayor praised the halt of the ferry.", "The mayor", "praised",
     "the halt of the ferry", "believes", [("The mayor praised the halt of the ferry", 0)]),
    # a judgement is spoken
    ("The mayor praised Roe for the halt of the ferry.", "The mayor", "praised",
     "Roe for the halt of the ferry", "believes",
     [("praised Roe for the halt of the ferry", 1)]),
    # what wrong somebody did; "to" makes it a pledge
    ("Borg committed perjury and hid the pump.", "Borg", "committed",
     "perjury and hid the pump", "promises", [("Borg committed perjury and hid the pump", 0)]),
    ("Borg committed to rebuilding the dam.", "Borg", "committed to",
     "rebuilding the dam", "promises", [("rebuilding the dam", 1)]),
    # what a deed is done for
    ("Divers met in Lima to call for a new dam.", "Divers", "to call for", "a new dam", "asks",
     [("Divers met in Lima to call for a new dam", 0)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "cue", "content", "kind", "expected"), ROWS)
def test_deeds_belong_to_the_voice_around_them(
    text: str, source: str, cue: str, content: str, kind: CueKind, expected: list[tuple[str, int]]
) -> None:
    said = make_attribution(text, source, cue, content, cue_kind=kind)
    found = extract(make_document(text), make_parse(text), (said,))
    assert [(m.text, len(m.chain)) for m in found] == expected


BESIDE: list[tuple[str, str, str, str, list[str]]] = [
    ("“The dam will hold,” Roe said after opening the new lock in Lima.", "Roe", "said",
     "“The dam will hold,”", ["Roe opening the new lock in Lima"]),
    ("Roe hinted that the dam leaks, while showing Borg the new lock.", "Roe", "hinted",
     "that the dam leaks", ["Roe showing Borg the new lock"]),
    # only how it was said
    ("“The dam will hold,” Roe said after being asked about the new lock.", "Roe", "said",
     "“The dam will hold,”", []),
    # what begins before somebody's words is told as far as it goes
    ("The mayor began his talks in Lima by saying the dam leaks.", "The mayor", "saying",
     "the dam leaks", ["The mayor began his talks in Lima"]),
    ("Prices have risen in Lima after Roe hinted that the dam leaks.", "Roe", "hinted",
     "that the dam leaks", ["Prices have risen in Lima"]),
    ("The news came two days after Roe hinted that the dam leaks.", "Roe", "hinted",
     "that the dam leaks", []),
    ("The pier reopened on Monday, a day after Roe hinted that the dam leaks.", "Roe", "hinted",
     "that the dam leaks", ["The pier reopened on Monday"]),
    ("The pier is entering its second year without a guard, after Roe hinted that the dam leaks.",
     "Roe", "hinted", "that the dam leaks",
     ["The pier is entering its second year without a guard"]),
    ("Clerks slid the toll into the plan a month before it passed, when Roe hinted that it leaks.",
     "Roe", "hinted", "that it leaks",
     ["Clerks slid the toll into the plan a month before it passed"]),
    ("Roe said before the old pier was sold to Borg on Monday that the dam leaks.", "Roe", "said",
     "that the dam leaks", ["the old pier was sold to Borg on Monday"]),
    ("Many guests were surprised when Roe hinted that the dam leaks.", "Roe", "hinted",
     "that the dam leaks", ["Many guests were surprised"]),
    ("The council sold the pier, a step that Roe hinted was a mistake.", "Roe", "hinted",
     "was a mistake", ["The council sold the pier"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "cue", "content", "expected"), BESIDE)
def test_what_is_told_beside_what_is_said(
    text: str, source: str, cue: str, content: str, expected: list[str]
) -> None:
    said = make_attribution(text, source, cue, content)
    found = extract(make_document(text), make_parse(text), (said,))
    assert [m.text for m in found if not m.chain] == expected
