"""What the words before a statement do to it."""

import pytest
from tests.link.build import make_document

from headwater.link.outside import asks, is_turned_outside
from headwater.link.prepare import Held, prepare
from headwater.model.mention import Mention
from headwater.model.span import Span


def held_of(sentence: str, text: str) -> Held:
    """A statement cut from a sentence, ready to be compared."""
    document = make_document(0, [sentence])
    start = sentence.index(text)
    span = Span(start=start, end=start + len(text))
    mention = Mention(
        id="m-1", document=document.id, spans=(span,), statement=(span,), text=text,
        sentence=Span(start=0, end=len(sentence)),
    )  # fmt: skip
    (held,) = prepare([document], [], [mention], [])
    return held


@pytest.mark.parametrize(
    ("sentence", "text", "turned"),
    [
        ("Inspectors did not find that the yard sold rifles.", "the yard sold rifles", True),
        ("No serious person can claim that the yard sold rifles.", "the yard sold rifles", True),
        ("It asked whether the yard sold rifles.", "the yard sold rifles", True),
        ("If the yard sold rifles, it must pay.", "the yard sold rifles", True),
        ("She would not comment, and said the yard sold rifles.", "the yard sold rifles", False),
        ("He did not know that the yard sold rifles.", "the yard sold rifles", False),
        ("There is no doubt that the yard sold rifles.", "the yard sold rifles", False),
        ("Inspectors found that the yard sold rifles.", "the yard sold rifles", False),
        ("The yard sold rifles.", "The yard sold rifles", False),
    ],
)
def test_a_statement_cut_from_its_negation_states_nothing(
    sentence: str, text: str, turned: bool
) -> None:
    assert is_turned_outside(held_of(sentence, text)) is turned


@pytest.mark.parametrize(
    ("sentence", "text", "asked"),
    [
        ("Did the yard sell rifles?", "Did the yard sell rifles", True),
        ("Was it the yard", "Was it the yard", True),
        ("The yard sold rifles.", "The yard sold rifles", False),
        ("It did not sell rifles", "did not sell rifles", False),
        ("It is the largest yard", "is the largest yard", False),
    ],
)
def test_questions_are_known_by_their_order(sentence: str, text: str, asked: bool) -> None:
    assert asks(held_of(sentence, text)) is asked
