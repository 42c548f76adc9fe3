"""Sentences end where they should, with exact offsets."""

import pytest

from headwater.model.document import Aside
from headwater.model.span import Span
from headwater.parse.sentences import find_paragraphs, find_sentences


def sentences(text: str) -> list[str]:
    return [s.span.cut(text) for s in find_sentences(text, find_paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. It stopped.", ["It rained.", "It stopped."]),
        ("The U.S. Navy left. It is gone.", ["The U.S. Navy left.", "It is gone."]),
        ("They met in the U.S. The talks failed.", ["They met in the U.S.", "The talks failed."]),
        ("Gov. Ada Pym and Dr. Lee spoke.", ["Gov. Ada Pym and Dr. Lee spoke."]),
        ("J. K. Orme wrote it. He won.", ["J. K. Orme wrote it.", "He won."]),
        ("It is No. 2 in size. No. It is third.", ["It is No. 2 in size.", "No.", "It is third."]),
        ("He paid 3.5 million. She paid 2.", ["He paid 3.5 million.", "She paid 2."]),
        ("At 5 p.m. The gates shut.", ["At 5 p.m.", "The gates shut."]),
        ("At 5 p.m. Tuesday they shut.", ["At 5 p.m. Tuesday they shut."]),
        ("Acme Inc. shares fell. Bolt Co. rose.", ["Acme Inc. shares fell.", "Bolt Co. rose."]),
        ('"We won." He smiled.', ['"We won."', "He smiled."]),
        ('"We won!" she said.', ['"We won!" she said.']),
        ('"Who won?" Ada Pym asked. Nobody.', ['"Who won?" Ada Pym asked.', "Nobody."]),
        ("“It is over.” Then silence.", ["“It is over.”", "Then silence."]),
        ("Well... perhaps not. Yes.", ["Well... perhaps not.", "Yes."]),
        ("Really? Yes! Good.", ["Really?", "Yes!", "Good."]),
        ("The mill closed.The men left.", ["The mill closed.", "The men left."]),
        ("See example.com. It is new.", ["See example.com.", "It is new."]),
        ("A Heading\nThe text begins.", ["A Heading", "The text begins."]),
        ("One line\n\n\nAnother line", ["One line", "Another line"]),
        ("• first item\n• second item", ["• first item", "• second item"]),
        ("On Jan. 5 it began. On Feb. 6 it ended.", ["On Jan. 5 it began.", "On Feb. 6 it ended."]),
        ("(It was late.) They left.", ["(It was late.)", "They left."]),
        ("She said: “No.” He said: “Yes.”", ["She said: “No.”", "He said: “Yes.”"]),
        ("“We won.” Ada Pym said. They left.", ["“We won.” Ada Pym said.", "They left."]),
        ("A.B. Corr won. It is 2.0. Good.", ["A.B. Corr won.", "It is 2.0.", "Good."]),
        ("1. The mill burned. 2. The men left.", ["1. The mill burned.", "2. The men left."]),
        ("", []),
        ("   \n \t ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_wrapped_lines_are_one_paragraph() -> None:
    text = "The mill on the\nriver closed in\nspring. Nobody\nwas told.\n\nThe town\nwas angry."
    assert [p.cut(text)[:8] for p in find_paragraphs(text)] == ["The mill", "The town"]
    assert len(find_paragraphs(text, lines="paragraph")) == 6


def test_asides_hold_no_sentences() -> None:
    text = "PORT, May 3 (Northwire) — The ferry sank.\nCopyright Northwire"
    asides = (
        Aside(span=Span(start=0, end=25), kind="dateline"),
        Aside(span=Span(start=42, end=len(text)), kind="copyright"),
    )
    paragraphs = find_paragraphs(text, asides)
    found = [s.span.cut(text) for s in find_sentences(text, paragraphs)]
    assert found == ["The ferry sank."]


def test_tokens_are_words_and_single_marks() -> None:
    text = "Ada's 3.5% rise."
    (sentence,) = find_sentences(text, find_paragraphs(text))
    assert [text[a:b] for a, b in sentence.tokens] == [
        "Ada", "'", "s", "3", ".", "5", "%", "rise", ".",
    ]  # fmt: skip
