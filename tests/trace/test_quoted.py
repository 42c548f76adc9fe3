"""Which words of a mention stand in quotation marks, and how much two of them share."""

import pytest

from headwater.model.mention import Mention
from headwater.model.span import Span
from headwater.trace.quoted import (
    common_words,
    is_one_utterance,
    longest_run,
    quoted_words,
    repeats,
)


def mention(text: str, words: str) -> Mention:
    start = text.index(words)
    span = Span(start=start, end=start + len(words))
    return Mention(
        id="m", document="d", spans=(span,), statement=(span,), text=words, sentence=span,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "quoted"),
    [
        ("Roe said: “The pier is shut.”", "The pier is shut", "the pier is shut"),
        ('"The pier is shut," Roe said.', "The pier is shut", "the pier is shut"),
        ('"The pier," Roe said, "is shut."', "Roe said", ""),
        ('Roe called it "shut" and left.', "it \"shut\" and left", "shut"),
        ('"The pier is shut.\n\nIt stays so," Roe said.', "It stays so", "it stays so"),
        ("“The pier is shut.\n\n“It stays so,” Roe said.", "The pier is shut", "the pier is shut"),
        ('It stays so," Roe said.', "It stays so", "it stays so"),
        ('It stays so," Roe said.', "Roe said", ""),
        ("The pier is shut, Roe said.", "The pier is shut", ""),
        ('A 6" pipe burst under the 8" main.', "pipe burst under the", ""),
    ],
)  # fmt: skip
def test_which_words_are_quoted(text: str, words: str, quoted: str) -> None:
    assert " ".join(quoted_words(mention(text, words), text)) == quoted


@pytest.mark.parametrize(
    ("left", "right", "run", "common"),
    [
        ("a b c d", "a b c d", 4, 4),
        ("a b x c d", "a b c d", 2, 4),
        ("a b", "c d", 0, 0),
        ("", "a", 0, 0),
        ("b a", "a b", 1, 1),
    ],
)
def test_what_two_rows_of_words_share(left: str, right: str, run: int, common: int) -> None:
    rows = left.split(), right.split()
    assert (longest_run(*rows), common_words(*rows)) == (run, common)
    assert (longest_run(*rows[::-1]), common_words(*rows[::-1])) == (run, common)


def test_an_apostrophe_of_another_kind_is_the_same_word() -> None:
    texts = "“It’s the pier’s last year”", "\"It's the pier's last year\""
    pair = mention(texts[0], texts[0][1:-1]), mention(texts[1], texts[1][1:-1])
    assert is_one_utterance(*pair, texts, 5)


def test_long_words_without_marks_repeat_a_quotation() -> None:
    plain = "The pier will be shut for the whole of next winter, as it was before."
    quoted = "“The pier will be shut for the whole of next winter,” Roe said."
    pair = mention(plain, plain[:50]), mention(quoted, quoted[1:51])
    assert repeats(*pair, (plain, quoted))
    assert not repeats(*pair[::-1], (quoted, plain))
