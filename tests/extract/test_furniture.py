"""Lines of a site inside a sentence are no part of it."""

from tests.extract.build import make_attribution, make_document, make_parse

from headwater.extract import extract

LINKS = " Ana Maria RuizRuiz opens dam Borg blasts Ruiz over tolls Dam leaks, says Borg MORE"
TEXT = f"Mayor Ruiz{LINKS} on Monday closed the bridge over the Lodden."


def test_linked_headlines_are_no_statements() -> None:
    mentions = extract(make_document(TEXT), make_parse(TEXT), ())
    expected = "Mayor Ruiz on Monday closed the bridge over the Lodden"
    assert [m.text for m in mentions] == [expected]


def test_nobody_speaks_in_them() -> None:
    said = make_attribution(TEXT, "Borg MORE", "says", "Dam leaks")
    mentions = extract(make_document(TEXT), make_parse(TEXT), (said,))
    assert all(not mention.chain and "Dam" not in mention.text for mention in mentions)


def test_words_under_a_picture_are_no_statements() -> None:
    caption = "Mayor Ana Ruiz speaks at the dam in Lima, May 3, 2019."
    text = f"{caption} The dam burst in May."
    mentions = extract(make_document(text), make_parse(text), ())
    assert [m.text for m in mentions] == ["The dam burst in May"]


def test_what_the_outlet_tells_of_its_text_is_no_statement() -> None:
    text = "This story has been corrected to say that the dam is in Lima. The dam burst in May."
    mentions = extract(make_document(text), make_parse(text), ())
    assert [m.text for m in mentions] == ["The dam burst in May"]
