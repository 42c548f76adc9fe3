import msgspec
import pytest
from tests.link.build import make_document, make_mentions

from headwater.link.prepare import prepare
from headwater.model.attribution import Attribution
from headwater.model.span import Span

ITEMS = ["Chile sold tanks to Peru.", "Chile sold drones to Peru.", "Chile sold rifles to Peru."]


def own_words(split: bool) -> dict[str, set[str]]:
    document = make_document(0, ITEMS)
    mentions = make_mentions(document)
    if split:
        whole = mentions[0].statement
        mentions = [msgspec.structs.replace(mention, statement=whole) for mention in mentions]
    held = prepare([document], [], mentions, [])
    return {
        one.mention.text: {
            term.word for term in one.statement.meaning.terms if term.sense in one.statement.own
        }
        for one in held
    }


def test_what_sets_the_items_of_one_list_apart() -> None:
    assert own_words(split=True) == {
        "Chile sold tanks to Peru.": {"tanks"},
        "Chile sold drones to Peru.": {"drones"},
        "Chile sold rifles to Peru.": {"rifles"},
    }


def test_statements_of_their_own_have_no_sisters() -> None:
    assert all(not own for own in own_words(split=False).values())


@pytest.mark.parametrize(
    ("text", "source", "negative"),
    [
        ("the guild opposed the sale of the dam", "the guild", False),
        ("the guild opposed the sale of the dam", "", True),  # the verb is outside of the words
    ],
)
def test_who_is_told_to_oppose_negates_nothing(text: str, source: str, *, negative: bool) -> None:
    document = make_document(0, [text])
    start = len(source)
    cue = Span(start=text.index("opposed"), end=text.index("opposed") + len("opposed"))
    begin = start if source else cue.end
    (mention,) = make_mentions(document)
    span = Span(start=begin, end=len(text))
    mention = msgspec.structs.replace(
        mention, spans=(span,), text=span.cut(text), attribution="a", chain=("a",),
        polarity="negative", stance_cue=True,
    )  # fmt: skip
    attribution = Attribution(
        id="a", document=document.id, cue=(cue,), content=(span,), style="indirect",
        cue_kind="rejects", name="guild", kind="organization",
    )  # fmt: skip
    (held,) = prepare([document], [attribution], [mention], [])
    assert held.statement.negative is negative
