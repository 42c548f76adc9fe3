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
OF = "Paul Hale said of the pumps, “I believe in pumps.”"
DENIED = "The mayor, Paul Hale, denied to the Harbour Gazette that he paid in cash."
ALL = "The pier is gone. All of them said they were not told of it."
WHEN = (
    "When Paul Hale requested the fee for the dam, he didn’t tell the board what was done, people"
    " familiar with the matter said."
)
AS = "As Paul Hale has said for years, the dam would be sold in May."
THOUGH = "Ana Ruiz said that though Paul Hale promised her work at the mill, her job was a farce."
DASHED = "Engineer Ana Ruiz -- also a miller -- said the dam would be sold."
NOBODY = "The link with Lima has been heavily criticized in the wake of the killing of Ali Borg."
CLAIMED = "It’s claimed that Paul Hale sold the mill in May."
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
        pytest.param(OF, "Paul Hale", "“I believe in pumps.”", id="said of a thing, a quotation"),
        pytest.param(DENIED, "Paul Hale", "that he paid", id="denied to somebody that"),
        pytest.param(ALL, "All of them", "they were not", id="all of them"),
        pytest.param(DASHED, "Ana Ruiz", "the dam would", id="a remark between dashes"),
        pytest.param(
            PRAISED, "Ana Ruiz", "The boat sank in an hour", id="a statement that praised"
        ),
    ],
)
def test_the_right_words_go_to_the_right_person(text: str, name: str, said: str) -> None:
    found = read(text)
    assert any(one == name and content.startswith(said) for one, _, content in found), found


def test_a_thing_is_mentioned_in_a_paper() -> None:
    text = "The link with Lima was heavily criticized in a report of the guild."
    assert [(name, said) for name, _, said in read(text)] == [
        ("report of the guild", "The link with Lima")
    ]


@pytest.mark.parametrize(("text", "name"), [(NOBODY, "Ali Borg"), (CLAIMED, "It")])
def test_who_is_not_said_to_speak_is_no_source(text: str, name: str) -> None:
    assert name not in {one for one, _, _ in read(text)}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (WHEN, "the dam"),
        (THOUGH, "her work at the mill"),
        (AS, "the dam would be sold in May"),
    ],
)
def test_words_in_a_clause_below_end_with_it(text: str, said: str) -> None:
    assert [content for name, _, content in read(text) if name == "Paul Hale"] == [said]


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


@pytest.mark.parametrize(
    "text",
    [
        "At least a dozen other towns allow millers to apply for digging permits.",
        "Radio host Paul Hale has a book titled “How Ports Were Ruined.”",
        "The novel’s first page features a drawing of the mayor in a boat.",
        "Paul Hale has begun marching in protest of the toll on the pier.",
    ],
)
def test_a_deed_is_nobodys_word(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Miller Paul Hale said any of his diggers who protests will be fined.", ["Paul Hale"]),
        ("“The guild believes in work and unity,” its head Ana Ruiz said.", ["Ana Ruiz"]),
        (
            "A clerk said in a note that those records allow the port to search boats.",
            ["clerk"],
        ),
        ("Mayor Edna May Tuesday said the talks had failed.", ["Edna May"]),
        (
            "Velia will begin the longest lockdown in May, Mayor Edna Roe announced in a speech.",
            ["Edna Roe"],
        ),
        ("A suit filed in May claimed that the port had sold the pier.", ["suit"]),
        ("The toll has angered many clerks who feel it is unfair.", ["many clerks"]),
        (
            "An analysis conducted by the town also found that having a pier raises rents.",
            ["analysis conducted by the town"],
        ),
    ],
)
def test_who_says_it(text: str, expected: list[str]) -> None:
    assert [name for name, _, _ in read(text)] == expected
