"""What is no statement of its own, and says so."""

import pytest
from tests.extract.build import find, make_attribution, make_document, make_parse

from headwater.extract import extract
from headwater.model.attribution import CueKind

FRAGMENTS: list[tuple[str, str, str, str, CueKind]] = [
    (
        "“Tell that to the miller who pays,” Borg said.",
        "Borg",
        "said",
        "Tell that to the miller who pays",
        "says",
    ),
    (
        "“Please don’t lean on the dam,” Borg said.",
        "Borg",
        "said",
        "Please don’t lean on the dam",
        "says",
    ),
    (
        "“Here are the rules of the port,” Borg said.",
        "Borg",
        "said",
        "Here are the rules of the port",
        "says",
    ),
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
    (
        "“Please note that the dam has leaked,” Borg said.",
        "Borg",
        "said",
        "Please note that the dam has leaked",
        "says",
    ),
    (
        "“Here is the truth: the dam has leaked,” Borg said.",
        "Borg",
        "said",
        "Here is the truth: the dam has leaked",
        "says",
    ),
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


def test_a_question_of_the_outlet_is_no_statement() -> None:
    text = "Who was Ivo Borg? He sold pumps to the navy."
    found = extract(make_document(text), make_parse(text), ())
    assert [m.text for m in found] == ["He sold pumps to the navy"]


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


LEFT: list[tuple[str, str, list[tuple[str, bool]]]] = [
    # words before the first and behind the last joint hang on what is somebody else's
    ("The plan stood on Borg’s site, but the page was removed.", "The plan stood on Borg",
     [("the page was removed", False)]),
    ("The dam held for a year, but in Lima Borg fears a flood.", "Borg fears a flood",
     [("The dam held for a year", False)]),
    ("A dozen millers have signed the call, including the former Borg said it leaks.",
     "Borg said it leaks",
     [("A dozen millers have signed the call", False)]),
    ("It was no surprise to us, even though in Lima Borg said it leaks.", "Borg said it leaks",
     [("It was no surprise to us", False)]),
    ("The mayor left the hall as soon as Borg said it leaks.", "Borg said it leaks",
     [("The mayor left the hall", False)]),
    ("Roe on the radio, when asked if she would go, Borg said it leaks.", "Borg said it leaks",
     []),
    ("The mill was not sold in May; however, Borg said it leaks.", "Borg said it leaks",
     [("The mill was not sold in May", False)]),
    ("The aides were kind too, perhaps Borg said it leaks.", "Borg said it leaks",
     [("The aides were kind too", False)]),
    ("It is no wonder Borg said it leaks.", "Borg said it leaks", []),
    ("Unlike in Lima, where the dam was built by hand, Borg said it leaks.", "Borg said it leaks",
     []),
    ("Sales of salt have risen; the mill made a loss in May, but Borg said it leaks.",
     "Borg said it leaks",
     [("Sales of salt have risen", False), ("the mill made a loss in May", False)]),
    # a noun with what is told of it
    ("Borg said it leaks, a rule that Lima made after the flood.", "Borg said it leaks",
     [("a rule that Lima made after the flood", True)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "expected"), LEFT)
def test_what_is_left_of_a_sentence(
    text: str, content: str, expected: list[tuple[str, bool]]
) -> None:
    said = make_attribution(text, "", "", content)
    found = extract(make_document(text), make_parse(text), (said,))
    assert [(m.text, m.fragment) for m in found if not m.chain] == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The hut burned for hours despite the rain.", True),
        ("Others at work on the dam include divers from Lima.", True),
        ("Soon after, Roe hobbled into the hall.", True),
        ("The Dock Guild and the Port Board oversee the largest docks.", True),
        ("Sign up for the news of the port here.", False),
        ("For news of the port, please contact the old guild.", False),
        ("The hut burned for hours despite the rain", False),
        ("A suit by the guild of Lima to help Borg win the vote.", False),
    ],
)
def test_a_whole_sentence_whose_verb_is_not_sure(text: str, told: bool) -> None:
    found = extract(make_document(text), make_parse(text), ())
    assert [m.text for m in found] == ([text.rstrip(".")] if told else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("So far, the mill has paid no tax.", "So far, the mill has paid no tax"),
        ("So-called night boats left Lima.", "So-called night boats left Lima"),
        ("That would break the dam.", "That would break the dam"),
        ("But that wasn’t enough to mend the dam.", "that wasn’t enough to mend the dam"),
        ("That Borg is ill makes it worse.", "That Borg is ill makes it worse"),
    ],
)
def test_words_that_point_back_stay(text: str, expected: str) -> None:
    found = extract(make_document(text), make_parse(text), ())
    assert [(m.text, m.fragment) for m in found] == [(expected, False)]


def test_a_question_of_two_clauses_is_one() -> None:
    text = "Why had Borg called Ana Roe, whose son was killed in May?"
    assert extract(make_document(text), make_parse(text), ()) == ()
