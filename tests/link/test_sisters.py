"""Two statements of one sentence and voice."""

import msgspec
from tests.link.build import make_document, make_mentions

from headwater.link import link
from headwater.model.span import Span


def conflicts(text: str, first: str, second: str, **changes: object) -> list[str]:
    """The kinds of relations between two stretches of one sentence, but for entailments."""
    document = make_document(1, [text])
    (whole,) = make_mentions(document)
    spans = [Span(start=text.index(w), end=text.index(w) + len(w)) for w in (first, second)]
    mentions = [
        msgspec.structs.replace(whole, id=f"m-{n}", spans=(span,), text=span.cut(text))
        for n, span in enumerate(spans)
    ]
    mentions[1] = msgspec.structs.replace(mentions[1], **changes)
    return [r.kind for r in link([document], [], mentions, []).relations if r.kind != "entails"]


def test_what_one_voice_says_in_one_sentence_does_not_contradict_itself() -> None:
    """They are items of a list: "put sons, put daughters on the boat"."""
    items = (
        "the council put sons on the boat to Brell",
        "the council put daughters on the boat to Brell",
    )
    assert conflicts(f"Last week {items[0]}, {items[1]}", *items) == []
