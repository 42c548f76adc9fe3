"""Who speaks in a headline."""

import pytest
from tests.attribute.build import make_document

from headwater.attribute.tagged import attribute_tagged
from headwater.parse import parse

BODY = "\n\nThe desk wrote this on Monday, and it was read by many."
CASES: list[tuple[str, str, str, str]] = [
    ("Mill to close in March: sources", "Mill to close in March", "sources", "says"),
    ("Rebel chief wounded in raid: report", "Rebel chief wounded in raid", "report", "says"),
    ("Army shells two towns: Orlan ministry", "Army shells two towns", "Orlan ministry", "says"),
    ("Two ministers will leave: Reuters", "Two ministers will leave", "Reuters", "says"),
    ("New phone has two lenses: Rumor", "New phone has two lenses", "Rumor", "rumoured"),
    ("Rumor: Orbit may buy Pathlight", "Orbit may buy Pathlight", "Rumor", "rumoured"),
    ("Captain hurt in shooting, per reports", "Captain hurt in shooting", "reports", "according"),
    ("Union chief: Strike goes on", "Strike goes on", "Union chief", "says"),
]
TOPICS: list[str] = [
    "Explainer: How the dam failed", "Flood news: River rises again", "Transcript: The Late Hour",
    "Border war in Orlan: Two towns fall", "Ferry sinks off coast: What we know",
    "Ferry sinks off coast: full steam ahead", "Orla Dam: What we know",
    "ORLA DAM: WHAT TO KNOW", "Orla Dam: Did it leak in May?", "FACT CHECK: Did the dam leak?",
    "Fact check: Dam did not leak", "Verdict: Mostly true",
]  # fmt: skip


@pytest.mark.parametrize(("headline", "said", "name", "kind"), CASES)
def test_headlines(headline: str, said: str, name: str, kind: str) -> None:
    document = make_document(headline + BODY)
    found = attribute_tagged(document, parse(document))
    told = [(" ".join(c.cut(document.text) for c in a.content), a.name, a.cue_kind) for a in found]
    assert (said, name, kind) in told


@pytest.mark.parametrize("headline", TOPICS)
def test_topics_do_not_speak(headline: str) -> None:
    document = make_document(headline + BODY)
    assert attribute_tagged(document, parse(document)) == ()


def test_who_begins_with_what_tells_something() -> None:
    text = "Roe: What I saw was terrible. The dam broke.\n\nBorg: Who told you?\n\nRoe: Lund did."
    document = make_document(text)
    found = attribute_tagged(document, parse(document))
    said = {a.content[0].cut(text): a.name for a in found}
    assert said["What I saw was terrible. The dam broke."] == "Roe"
