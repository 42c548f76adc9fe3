"""The words of a judgement are found again, or are said to be lost."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.judgements.anchors import at_span
from headwater.judgements.find import settle_anchors
from headwater.model.document import Document
from headwater.model.judgement import Anchor, Judgement
from headwater.model.span import Span

TEXT = (
    "The mill closed in March, the owner said. Forty looms were sold to a dealer in Brask.\n\n"
    "The union disputes this. The looms were sold for scrap, its secretary said. "
    "A second mill closed in April, the owner said.\n"
)


def document(text: str, name: str = "mill.txt") -> Document:
    digest = hashlib.sha256(f"{name}{text}".encode()).hexdigest()
    return Document(id=f"d-{digest[:12]}", name=name, digest=digest, format="text", text=text)


def judge(words: str, number: int = 0) -> Judgement:
    start = -1
    for _ in range(number + 1):
        start = TEXT.index(words, start + 1)
    span = Span(start=start, end=start + len(words))
    about = (at_span(document(TEXT), span),)
    return Judgement(id="j-1", who="ana", made_at="2024", kind="not_a_claim", about=about)


def found(judgement: Judgement, *texts: Document) -> str | None:
    """Return the text up to and with the words, None if they are lost."""
    settled = settle_anchors([judgement], texts)
    if settled.lost:
        return None
    anchor = settled.judgements[0].about[0]
    text = next(one.text for one in texts if one.digest == anchor.digest)
    assert anchor.span is not None
    assert anchor.span.cut(text) == anchor.quote
    return text[: anchor.span.end]


LONG = "Forty looms were sold to a dealer in Brask"


@pytest.mark.parametrize(
    ("words", "number", "old", "new"),
    [
        (LONG, 0, "The mill", "Correction appended. The mill"),
        (LONG, 0, "The mill closed in March, the owner said. ", ""),
        (LONG, 0, "Forty looms", "Forty old looms"),
        (LONG, 0, "Forty looms", "Forty  looms"),
        ("said", 1, "The mill", "Updated on Friday. The mill"),
        ("the owner said", 1, "The mill", "A note. The mill"),
        ("the owner said", 1, "A second mill closed in April", "Another mill closed in April"),
        ("said", 0, "disputes", "contests"),
    ],
)
def test_words_that_shift_are_found(words: str, number: int, old: str, new: str) -> None:
    text = TEXT.replace(old, new, 1)
    upto = found(judge(words, number), document(text))
    assert upto is not None
    rest = TEXT.replace(old, new, 1)[len(upto) :]
    original = judge(words, number).about[0]
    assert original.span is not None
    assert rest[:20] == TEXT[original.span.end :][:20]


@pytest.mark.parametrize(
    ("words", "text", "why"),
    [
        (LONG, "Nothing of this is here any more, not a word of it.", "no longer in mill.txt"),
        ("said", "He said so. Nobody else did.", "no longer in mill.txt"),
        (LONG, None, "no longer among the documents"),
    ],
)
def test_words_that_are_gone_are_told(words: str, text: str | None, why: str) -> None:
    texts = [] if text is None else [document(text)]
    settled = settle_anchors([judge(words)], texts)
    assert settled.judgements == ()
    assert why in settled.lost["j-1"]


def test_the_same_bytes_come_before_the_same_name() -> None:
    settled = settle_anchors(
        [judge(LONG)], [document(TEXT.replace("Forty", "Fifty")), document(TEXT)]
    )
    assert settled.judgements == (judge(LONG),)
    assert settled.moved == ()


def test_another_document_with_the_same_words_is_not_taken() -> None:
    assert found(judge(LONG), document(TEXT, "other.txt")) is None


def test_a_log_without_names_and_neighbours_still_works() -> None:
    one = judge(LONG)
    about = tuple(Anchor(digest=a.digest, span=a.span, quote=a.quote) for a in one.about)
    old = Judgement(id="j-1", who="ana", made_at="2024", kind="not_a_claim", about=about)
    assert found(old, document(TEXT)) is not None
    assert found(old, document(TEXT + "More.")) is None


@given(st.text(max_size=300), st.integers(0, len(TEXT) - 1), st.integers(1, 60))
def test_text_put_before_moves_the_words_and_nothing_else(
    added: str, start: int, size: int
) -> None:
    span = Span(start=start, end=min(len(TEXT), start + size))
    about = (at_span(document(TEXT), span),)
    one = Judgement(id="j-1", who="ana", made_at="2024", kind="not_a_claim", about=about)
    settled = settle_anchors([one], [document(added + TEXT)])
    if settled.judgements:
        now = settled.judgements[0].about[0].span
        assert now is not None
        assert now.cut(added + TEXT) == span.cut(TEXT)
    else:
        assert len(span.cut(TEXT)) < 24
