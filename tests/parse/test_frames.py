"""When figures hold and what they are held against: one table a question."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.model.document import Document, Stated
from headwater.model.parse import Amount
from headwater.parse import parse


def amounts(text: str) -> dict[str, Amount]:
    """The amounts of a text that was published on 1 June 2033, by their words."""
    day = Stated(value="2033-06-01", given_by="text")
    document = Document(id="d", name="d", digest="0", format="text", text=text, published=day)
    return {a.span.cut(text): a for a in parse(document).amounts}


@pytest.mark.parametrize(
    ("text", "figure", "words"),
    [
        ("The yard sold 40 boats in 2031.", "40", "2031"),
        ("In 2031, tin sales were up 69% from 2030, to $2 million.", "$2 million", "2031"),
        ("He earned $4 in 2031 and $5 in 2032.", "$4", "2031"),
        ("He earned $4 in 2031 and $5 in 2032.", "$5", "2032"),
        ("Output fell to 41 tonnes last year from 52 tonnes in 2030.", "41 tonnes", "last year"),
        ("The yard said on Monday that it sold 12 boats.", "12", None),
        ("Sales rose 5 percent from 2030.", "5 percent", None),
        ("The trip took three days in 2031.", "three days", None),
        ("The mill closed in 2031, and the yard has 30 boats.", "30", None),
        ("They counted 300 ships in 2031, 20 fewer than in 2030.", "20", None),
    ],
)
def test_the_time_that_a_figure_is_of(text: str, figure: str, words: str | None) -> None:
    period = amounts(text)[figure].period
    assert (period.span.cut(text) if period is not None else None) == words


@pytest.mark.parametrize(
    ("text", "figure", "words"),
    [
        ("Exports rose 5 percent in 2031 from a year earlier.", "5 percent", "a year earlier"),
        ("Sales rose 12% year on year to $3 billion.", "12%", "year on year"),
        ("Output fell to 41 tonnes from 52 tonnes in 2030.", "41 tonnes", "52 tonnes in 2030"),
        ("The rate was 4.1 percent in May, down from 5.2 percent.", "4.1 percent", "5.2 percent"),
        ("A cut of $275, compared with $27 for the poorest.", "$275", "$27"),
        ("The price doubled from the same month last year.", "doubled", "the same month last year"),
        ("Half of its imports came by sea.", "Half", "imports"),
        ("Twice as many boats sank as in 2030.", "Twice", "2030"),
        ("The fund paid $40 million from its reserves.", "$40 million", None),
        ("The mill made 40 tonnes, and the yard is older than the port.", "40 tonnes", None),
    ],
)
def test_what_a_figure_is_held_against(text: str, figure: str, words: str | None) -> None:
    base = amounts(text)[figure].base
    assert (base.cut(text) if base is not None else None) == words


PIECES = st.sampled_from(
    "5 percent|$3 million|rose|from|in 2031|a year earlier|than|,|and|the port|year on year".split(
        "|"
    )
)


@settings(deadline=None, max_examples=50)
@given(st.lists(PIECES, max_size=14))
def test_frames_lie_in_the_text_and_never_in_their_figure(pieces: list[str]) -> None:
    text = f"It {' '.join(pieces)}."
    for amount in amounts(text).values():
        for span in (amount.base, amount.period.span if amount.period is not None else None):
            assert span is None or (span.end <= len(text) and not span.overlaps(amount.span))
