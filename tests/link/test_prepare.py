import msgspec
from tests.link.build import make_document, make_mentions

from headwater.link.prepare import prepare

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
