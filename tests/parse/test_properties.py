"""Laws that hold for every text."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.model.document import Document, Stated
from headwater.model.parse import Parse
from headwater.model.span import Span
from headwater.parse import parse

PIECES = [
    "The mayor",
    "Una Vale",
    "said",
    "on Friday",
    "“we will",
    "not pay”",
    '"no"',
    "’s",
    "'",
    ",",
    ". ",
    "? ",
    "\n",
    "\n\n",
    "more than",
    "$5 million",
    "10-15",
    "percent",
    "U.S.",
    "Dr. ",
    "in 2023",
    "half of",
    "between 3 and 4",
    "(",
    ")",
    "Harbour Board (HB)",
    "the same day",
    "since",
    "up 5%",
    "-",
    "1/2",
    "№",
    "—",
    "twice as",
    "No. 1",
    "a third",
    "minus 5",
    "May",
    "«x»",
    "99999999999999999999",
    "from 5 to",
    "Feb. 30",
    "one in",
    "ten",
    "thousand",
    "…",
    "\u00a0",
    "\u2028",
    "1,000,000",
    "Mr. ",
    "İ",
    "ß",
    "\ufeff",
]
TEXTS = st.one_of(
    st.text(max_size=120),
    st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
)


def run(text: str) -> Parse:
    stated = Stated(value="2024-04-15", given_by="test")
    return parse(Document(id="d", name="d", digest="0", format="text", text=text, published=stated))


def spans(result: Parse) -> list[Span]:
    found = [*result.paragraphs, *(s.span for s in result.sentences)]
    found += [q.span for q in result.quotes] + [q.inner for q in result.quotes]
    found += [n.span for n in result.names] + [n.full for n in result.names]
    found += [a.span for a in result.amounts] + [a.what for a in result.amounts if a.what]
    return found + [t.span for t in result.times]


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_spans_lie_inside_the_text(text: str) -> None:
    result = run(text)
    assert all(span.end <= len(text) for span in spans(result))
    for marks in (result.names, result.amounts, result.times, result.sentences):
        ordered = [mark.span for mark in marks]
        assert all(a.end <= b.start for a, b in pairwise(ordered))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_sentences_cover_all_but_space(text: str) -> None:
    left = list(text)
    for sentence in run(text).sentences:
        for index in range(sentence.span.start, sentence.span.end):
            left[index] = " "
    assert "".join(left).strip() == ""


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_values_lie_within_their_bounds(text: str) -> None:
    for amount in run(text).amounts:
        assert amount.low is None or amount.low <= amount.value
        assert amount.high is None or amount.value <= amount.high
    for time in run(text).times:
        assert time.first is None or time.last is None or time.first <= time.last


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES[:20]), min_size=1, max_size=12).map(" ".join))
def test_a_paragraph_is_read_alike_inside_a_longer_text(text: str) -> None:
    paragraph = " ".join(text.split()).replace("“", "").replace("”", "").replace('"', "")
    if not paragraph:
        return
    alone = run(paragraph)
    before = "Quiet words stand here.\n"
    inside = run(before + paragraph)
    shift = len(before)
    for marks in ("amounts", "times"):
        mine = [(m.span.start + shift, m.span.end + shift) for m in getattr(alone, marks)]
        theirs = [(m.span.start, m.span.end) for m in getattr(inside, marks)]
        assert mine == [place for place in theirs if place[0] >= shift]


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_same_text_same_marks(text: str) -> None:
    assert run(text) == run(text)
