"""Quotation marks of all styles, and none that are apostrophes."""

import pytest

from headwater.parse.quotes import find_quotes
from headwater.parse.sentences import find_paragraphs, find_sentences


def quotes(text: str) -> list[tuple[str, int]]:
    paragraphs = find_paragraphs(text)
    found = find_quotes(text, paragraphs, find_sentences(text, paragraphs))
    return [(q.inner.cut(text), q.depth) for q in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no" twice.', [("no", 0)]),
        ("He said “no” twice.", [("no", 0)]),
        ("Er sagte „nein“ und ging.", [("nein", 0)]),
        ("Il a dit « non » hier.", [(" non ", 0)]),
        ("He said ``no'' twice.", [("no", 0)]),
        ("He said ‘no’ twice.", [("no", 0)]),
        ("He said 'no' twice.", [("no", 0)]),
        ('"Mixed marks are common,” she said.', [("Mixed marks are common,", 0)]),
        (
            "“He called it ‘a gift’ to us,” she said.",
            [("He called it ‘a gift’ to us,", 0), ("a gift", 1)],
        ),
        (
            "\"He called it 'a gift' to us,\" she said.",
            [("He called it 'a gift' to us,", 0), ("a gift", 1)],
        ),
        ("The workers' union and Ada's boat didn't win.", []),
        ("The workers’ union and Ada’s boat didn’t win.", []),
        ("“The workers’ union didn’t win,” she said.", [("The workers’ union didn’t win,", 0)]),
        ("In the '90s rock 'n' roll was king.", []),
        ('He is 6\'2" tall and the pipe is 3" wide.', []),
        ("A “first” and a “second” word.", [("first", 0), ("second", 0)]),
        ('A "first" and a "second" word.', [("first", 0), ("second", 0)]),
        ("“It never ends.", [("It never ends.", 0)]),
        ("We will not pay,” she said.", [("We will not pay,", 0)]),
        ("", []),
        ('""', []),
    ],
)
def test_quotes(text: str, expected: list[tuple[str, int]]) -> None:
    assert quotes(text) == expected


def test_quotation_over_paragraphs() -> None:
    text = "She said: “The first was long.\n“The second was too.\n“The third was short.” She left."
    paragraphs = find_paragraphs(text)
    found = find_quotes(text, paragraphs, find_sentences(text, paragraphs))
    assert [(q.continues, q.closed) for q in found] == [(False, False), (True, False), (True, True)]
    assert found[2].inner.cut(text) == "The third was short."


def test_straight_quotation_over_paragraphs() -> None:
    text = 'She said: "The first day was long.\n"The second was short." She left.'
    paragraphs = find_paragraphs(text)
    found = find_quotes(text, paragraphs, find_sentences(text, paragraphs))
    assert [(q.continues, q.closed) for q in found] == [(False, False), (True, True)]


def test_missing_close_before_the_next_quotation() -> None:
    text = "“We will go. He nodded. “You stay,” she said."
    assert [words for words, _ in quotes(text)][-1] == "You stay,"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It holds, “she said.", ["It holds, "]),
        ("“It holds. “", ["It holds. "]),
        ("“It holds, “she said. “It leaks! “he cried.", ["It holds, ", "It leaks! "]),
        (
            "“It leaks.\n\nIt sank.\n\nWe swam, “she said. Then:",
            ["It leaks.", "It sank.", "We swam, "],
        ),
        ("“It leaks.\n\nNobody swam. “\n\nShe left.", ["It leaks.", "Nobody swam. "]),
        ("“It holds, she said. Then, “it leaks,” he cried.", ["It holds, she said.", "it leaks,"]),
        ("“It leaks.\n\nShe asked, “who swam?”", ["It leaks.", "who swam?"]),
        ("She asked, “who swam in", ["who swam in"]),
        ("“A gift, he said. He called it “cruel", ["A gift, he said.", "cruel"]),
    ],
)
def test_mark_turned_the_wrong_way(text: str, expected: list[str]) -> None:
    assert [words for words, _ in quotes(text)] == expected
