"""What rules mend of what the shipped model marks: short invented texts, model and rules."""

import pytest
from tests.attribute.build import make_document

from headwater.attribute.tagged import attribute_tagged
from headwater.model.span import Span
from headwater.parse import parse

MAY = "Prime Minister Edna May left early. On Tuesday, May said the talks had failed."
TWO = "Ivo Hale and Edna May said it was raining. On Tuesday, May said the talks had failed."
MOSS = (
    "Carl “Moss” Oduya, a farmer, told neighbours the barn was safe.\n\n“It was not,” said Oduya."
)
LONG = "and nobody at the mill or in the town had ever been told of the plan to build it, " * 4
QUOTED = f"“The dam was built in a hurry, {LONG}and we were right to doubt it,” Paul Hale said."
PLAIN = f"The dam was built in a hurry, {LONG}and it leaked, Paul Hale said."
RANK = "“It was a fine day,” said retired Maj. Gen. Ivan “Spider” Lund, an analyst."
SEEN = "The ad shows footage of the mayor telling reporters that the dam would hold."
HEARD = "The clip shows pictures of Paul Hale saying at Friday’s hearing, “That makes me proud.”"
PRAISED = "The boat sank in an hour, Ana Ruiz said in a statement that praised the crew."
RELAYED = "Mr. Lund, quoted by the Gazette as saying that the dam would hold for years, left."
POSTED = (
    "The port was shut.\n\nBREAKING: The dam broke, guards say. — Velia Now (@VeliaNow) May 4, 2031"
)
LABEL = "CORRECTION: The ferry sails at noon. An earlier text had the wrong hour."


def _words(spans: tuple[Span, ...], text: str) -> str:
    return " … ".join(span.cut(text) for span in spans)


def read(text: str) -> list[tuple[str, str, str]]:
    """Name, source and content of all attributions, in text order."""
    document = make_document(text)
    found = attribute_tagged(document, parse(document))
    return [(one.name, _words(one.source, text), _words(one.content, text)) for one in found]


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        pytest.param(MAY, "Edna May", "the talks had failed", id="a surname that is a month"),
        pytest.param(TWO, "Edna May", "the talks had failed", id="and of one of two speakers"),
        pytest.param(MOSS, "Carl “Moss” Oduya", "“It was not,”", id="a nickname, then a surname"),
        pytest.param(RANK, "Ivan “Spider” Lund", "“It was", id="a rank, then a nickname"),
        pytest.param(QUOTED, "Paul Hale", "“The dam was built", id="a quotation from its mark"),
        pytest.param(PLAIN, "Paul Hale", "The dam was built", id="a long sentence from its start"),
        pytest.param(SEEN, "mayor", "that the dam would hold", id="footage of somebody telling"),
        pytest.param(
            HEARD, "Paul Hale", "“That makes me proud.”", id="pictures of somebody saying"
        ),
        pytest.param(RELAYED, "Lund", "that the dam would hold", id="quoted by somebody as saying"),
        pytest.param(
            PRAISED, "Ana Ruiz", "The boat sank in an hour", id="a statement that praised"
        ),
    ],
)
def test_the_right_words_go_to_the_right_person(text: str, name: str, said: str) -> None:
    found = read(text)
    assert any(one == name and content.startswith(said) for one, _, content in found), found


def test_a_label_of_the_page_says_nothing() -> None:
    assert all(name != "CORRECTION" for name, _, _ in read(LABEL))


def test_pictures_of_somebody_speaking_are_not_a_second_speaker() -> None:
    assert [name for name, _, _ in read(SEEN)] == ["mayor"]


def test_a_post_is_told_by_who_signs_it_and_keeps_who_speaks_in_it() -> None:
    found = {name: content for name, _, content in read(POSTED)}
    assert found == {
        "Velia Now": "BREAKING: The dam broke, guards say.",
        "guards": "The dam broke",
    }
