"""What is no statement of its own, and says so."""

import pytest
from tests.extract.build import find, make_attribution, make_document, make_parse

from headwater.extract import extract
from headwater.model.attribution import CueKind

FRAGMENTS: list[tuple[str, str, str, str, CueKind]] = [
    ("A man believed to be Ivo Borg left.", "A man", "believed", "to be Ivo Borg", "believes"),
    ("The mayor denied the thefts.", "The mayor", "denied", "the thefts", "denies"),
    ("Borg asked: “Is this the end?”", "Borg", "asked", "Is this the end", "says"),
    ("Borg said what is clear to us all.", "Borg", "said", "what is clear to us all", "says"),
    (
        "Borg said the men who built the dam.",
        "Borg",
        "said",
        "the men who built the dam",
        "says",
    ),
    (
        "Borg said the power the lobby wields.",
        "Borg",
        "said",
        "the power the lobby wields",
        "says",
    ),
    (
        "Asked about it, Borg said if the dam is safe now.",
        "Borg",
        "said",
        "if the dam is safe now",
        "says",
    ),
    (
        "A voice shouts: call the fire brigade!",
        "A voice",
        "shouts",
        "call the fire brigade",
        "says",
    ),
]
STATEMENTS: list[tuple[str, str, str, str, CueKind]] = [
    ("Borg said the mill burnt down.", "Borg", "said", "the mill burnt down", "says"),
    ("Lists show about 40 pumps.", "Lists", "show", "about 40 pumps", "shows"),
    ("Oslo urged Lima to close the mill.", "Oslo", "urged", "Lima to close the mill", "asks"),
    ("Oslo admitted selling pumps to Lima.", "Oslo", "admitted", "selling pumps to Lima", "says"),
    ("Oslo fears a loss of trade.", "Oslo", "fears", "a loss of trade", "believes"),
    (
        "Borg said the men who built the dam left.",
        "Borg",
        "said",
        "the men who built the dam left",
        "says",
    ),
    (
        "Borg said while the dam is safe it leaks.",
        "Borg",
        "said",
        "while the dam is safe it leaks",
        "says",
    ),
    ("“I’m in debt,” Borg said.", "Borg", "said", "I’m in debt", "says"),
    ("Oslo is asked to close the mill.", "Oslo", "is asked", "to close the mill", "asks"),
]


def marks(text: str, source: str, cue: str, content: str, kind: CueKind) -> list[bool]:
    said = make_attribution(text, source, cue, content, cue_kind=kind)
    parse = make_parse(text)
    found = extract(make_document(text), parse, (said,))
    return [m.fragment for m in found if content in m.text]


@pytest.mark.parametrize("row", FRAGMENTS)
def test_a_fragment_claims_nothing(row: tuple[str, str, str, str, CueKind]) -> None:
    assert marks(*row) == [True]


@pytest.mark.parametrize("row", STATEMENTS)
def test_a_statement_is_no_fragment(row: tuple[str, str, str, str, CueKind]) -> None:
    assert marks(*row) in ([False], [True] if "40" in row[0] else [False])


def test_a_question_of_the_outlet_is_marked() -> None:
    text = "Who was Ivo Borg? He sold pumps to the navy."
    found = extract(make_document(text), make_parse(text), ())
    assert [m.fragment for m in found] == [True, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam leaked in May, when Borg said no.", "The dam leaked in May"),
        ("It was the day on which Borg said no.", "It was the day"),
        ("The dam leaked again because Borg said no.", "The dam leaked again"),
    ],
)
def test_words_that_only_open_what_others_say_are_left_out(text: str, expected: str) -> None:
    said = make_attribution(text, "Borg", "said", "no")
    said = type(said)(**{f: getattr(said, f) for f in said.__struct_fields__}
                      | {"content": (find(text, "Borg said no"),)})  # fmt: skip
    found = extract(make_document(text), make_parse(text), (said,))
    assert found[0].text == expected
