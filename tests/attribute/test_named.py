"""Who a source is: names behind roles, pronouns for groups, quotations over paragraphs."""

import pytest
from tests.attribute.build import make_document

from headwater.attribute import attribute
from headwater.attribute.tagged import attribute_tagged
from headwater.model.attribution import Attribution
from headwater.parse import parse


def find(text: str) -> tuple[Attribution, ...]:
    document = make_document(text)
    return attribute(document, parse(document))


NAMED: list[tuple[str, str, str]] = [
    ("Officials said the mill was shut. The mill’s workers met on Monday. They said it was open.",
     "it was open", "mill’s workers"),
    ("Mill workers met. Officials said they knew it was shut.", "it was shut", "Officials"),
    ("The Dock Safety Committee met on Monday. The committee said the dam leaks.", "dam",
     "Dock Safety Committee"),
    ("The Dock Safety Committee and the Water Committee met. The committee said the dam leaks.",
     "dam", "committee"),
    ("The leaders of the United States, Chile and Peru said the dam leaks.", "dam",
     "leaders of the United States, Chile and Peru"),
    ("The leaders of Chile, Peru, the US and Brazil said the dam leaks.", "dam",
     "leaders of Chile, Peru, the US and Brazil"),
    ("The U.S., Chile and Peru said the dam leaks.", "dam", "U.S., Chile and Peru"),
    ("U.S., Chilean and Peruvian officials said the dam leaks.", "dam",
     "U.S., Chilean and Peruvian officials"),
    ("Officials in Lima, Peru, said the dam and the sluice leak.", "dam", "Officials in Lima"),
    ("It rose under pressure from European leaders, who said the dam leaks.", "dam",
     "European leaders"),
    ("The statement by the four unions said the dam leaks.", "dam", "four unions"),
    ("Chile’s state-run IRNA news agency said the dam leaks.", "dam", "IRNA"),
    ("One senior mill official said it rained. Another official said it snowed. The official said "
     "the dam leaks.", "dam", "Another official"),
    ("A senior mill official said it rained. Mill officials said the dam leaks.", "dam",
     "Mill officials"),
    ("Two mill officials said it rained. The officials said the dam leaks.", "dam",
     "Two mill officials"),
    ("Mr. Lund said it rains. He reportedly chose to stay.", "chose", "unattributed"),
    ("Mr. Lund accused Chile of a breach. He reportedly chose to stay.", "chose",
     "unattributed"),
    ("Mayor Lund and his wife Anna Lund met divers. Lund said the dam leaks.", "dam", "Lund"),
    ("A British source said the dam leaks.\n\nIvo Lund said it rains.", "dam", "British source"),
    ("Ivo Lund runs the mill. A senior aide said it leaks. He added that the dam broke.",
     "dam broke", "senior aide"),
    ("“It holds,” said Ivo Lund.\n\nBut a guard, who feared for his job, said it leaks. He said "
     "the dam broke.", "dam broke", "guard"),
    # an opening clause has a subject of its own, "Jean" is a woman and "Jean-Yves" none
    ("While Ana Roe rose, Ivo Lund sat. He said the dam leaks.", "dam", "Ivo Lund"),
    ("Ivo Lund left. French Minister Jean-Yves Orr said it rains.\n\n“It is so odd,” he said.",
     "so odd", "Jean-Yves Orr"),
    # nor is a president the relative named later
    ("President Trump said the dam leaks.\n\nFirst lady Melania Trump stayed.", "dam", "Trump"),
    # a word that is an outlet's name too
    ("One observer said the dam leaks.", "dam", "One observer"),
    ("The Observer newspaper said the dam leaks.", "dam", "The Observer"),
    # titles in their short forms, with or without a party
    ("Former Gov. Ivo Lund left. Gov. Edna May came. The former Republican governor said the dam "
     "leaks.", "dam", "Ivo Lund"),
    ("Rep. Edna May left. The representative of the mill said the dam leaks.", "dam",
     "representative of the mill"),
    ("Ivo Lund said it rained. The former city mayor said the dam leaks.", "dam", "Ivo Lund"),
    ("The mayor slept. Ivo Lund said it rained. The former city mayor said the dam leaks.", "dam",
     "former city mayor"),
    ("Paul and Ana Ruiz said the dam leaks.", "dam", "Paul and Ana Ruiz"),
    ("Lawyer Ana Ruiz said the dam leaks.", "dam", "Ana Ruiz"),
    # whom her noun tells to be a woman goes over a paragraph's end
    ("Ivo Lund said it rained. The victim’s mother said it leaks.\n\n“It broke at noon,” she "
     "said.", "It broke", "victim’s mother"),
    ("Ivo Lund said it rained. The victim’s mother said it leaks.\n\n“It broke at noon,” he "
     "said.", "It broke", "Ivo Lund"),
    # who is cited by "according to" is no subject
    ("“According to public reports, the clerk, Edna May, has stated that the dam leaks,” Ivo Lund "
     "said.", "dam", "Edna May"),
    # not where somebody named speaks or acts later, or several spoke
    ("A senior aide said it leaks. Ivo Lund denied it. He added that the dam broke.", "dam broke",
     "Ivo Lund"),
    ("Ivo Lund runs the mill. Aides said it leaks. He added that the dam broke.", "dam broke",
     "Ivo Lund"),
    ("Ivo Lund runs the mill.\n\nA senior aide said it leaks.\n\nHe added that the dam broke.",
     "dam broke", "Ivo Lund"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said", "name"), NAMED)
def test_names(text: str, said: str, name: str) -> None:
    names = [a.name for a in find(text) if said in a.content[-1].cut(text)]
    assert names[-1:] == [name]


# Turns of phrase inside another's words add nobody to the chain.
NOBODY: list[str] = [
    "“The evidence shows that the dam leaks,” Ana Ruiz said.",
    "“Some people say the dam leaks,” Ana Ruiz said.",
    "“It is urgent that Chile addresses these concerns,” Ana Ruiz said.",
    "Ana Ruiz said Chile sees the dam as a cheap answer.",
    "“Additional details will be given in May,” Ana Ruiz said.",
    "Ana Ruiz said her assessment suggests that the dam leaks.",
]


# It is open whether the inner one says so: a condition, a question.
HANGING: list[tuple[str, bool]] = [
    ("Ana Ruiz said the ferry would sail once the council promised to mend it.", True),
    ("Ana Ruiz said it was unclear if the council rejected the plan.", True),
    ("Ana Ruiz said the ferry left once the council promised to mend it.", False),
    ("Ana Ruiz said that the council rejected the plan.", False),
]


@pytest.mark.parametrize(("text", "hangs"), HANGING)
def test_what_a_thing_hangs_on_is_nobodys_word(text: str, hangs: bool) -> None:
    assert ({a.name for a in find(text)} == {"Ana Ruiz"}) is hangs


# What "it" says is never the outlet's own word, though it stays open whose.
OPEN: list[str] = [
    "The mayor left. “We opened the sluice, and the mill is dry,” it said.",
    "The mayor left. It said the mill was dry.",
]


@pytest.mark.parametrize("text", OPEN)
def test_what_it_says_stays_somebodys(text: str) -> None:
    assert [(a.name.lower(), a.kind) for a in find(text)] == [("it", "unattributed")]


@pytest.mark.parametrize("text", NOBODY)
def test_turns_of_phrase_are_no_sources(text: str) -> None:
    assert {a.name for a in find(text)} == {"Ana Ruiz"}


SOMEBODY: list[tuple[str, str]] = [
    ("Ana Ruiz said customs records show that the dam leaks.", "customs records"),
    ("Ana Ruiz said evidence from the guild shows that the dam leaks.", "evidence from the guild"),
    ("Ana Ruiz said all millers believe that the dam leaks.", "millers"),
]


@pytest.mark.parametrize(("text", "inner"), SOMEBODY)
def test_whom_a_source_cites_stays(text: str, inner: str) -> None:
    assert any(inner in a.name for a in find(text) if a.inside)


def test_who_tells_the_outlet_tells_the_one_named_last() -> None:
    text = "CBS News reported that it rained. Sources told the outlet that the dam leaks."
    names = {a.name for a in find(text) if "dam" in a.content[0].cut(text)}
    assert names == {"CBS News", "Sources"}


def test_a_surname_that_an_outlet_has_too_is_no_outlet() -> None:
    text = "Emil Post met the press in Oslo. “It leaks,” Post told Ivo Lund in an interview."
    assert {a.name for a in find(text)} == {"Emil Post"}


def test_whoever_a_quotation_names_is_not_he() -> None:
    text = "Ivo Lund spoke. “The rules one would expect of a town were broken,” he said."
    assert [a.name for a in find(text)] == ["Ivo Lund"]


def test_whose_remarks_are_told_of_speaks_next() -> None:
    text = (
        "Paul Orr met the guild in Lima.\n\nPaul Lund’s remarks pleased the guild.\n\n"
        "“The dam is safe,” he said."
    )
    assert [a.name for a in find(text) if "safe" in a.content[0].cut(text)] == ["Paul Lund"]


def test_a_quotation_whose_paragraphs_have_no_marks_is_one_speakers() -> None:
    text = (
        "“The dam is old.\n\nIt leaks badly.\n\nNobody seems to care,” Ana Ruiz said.\n\nIt rains."
    )
    (found,) = find(text)
    assert [span.cut(text) for span in found.content] == [
        "“The dam is old.", "It leaks badly.", "Nobody seems to care,”",
    ]  # fmt: skip


def test_what_goes_on_is_the_speakers_though_it_quotes_others() -> None:
    text = "“We asked the town,” Ana Ruiz said. “They said they would mend the dam.”"
    outer = [a for a in find(text) if a.inside is None]
    assert [a.name for a in outer] == ["Ana Ruiz"]
    assert len(outer[0].content) > 1


def test_turns_within_a_quotation_keep_their_speakers() -> None:
    text = "“ROE: Will you come to the dam?\n\n“HALE: I will not come at all."
    assert [a.name for a in find(text) if a.inside is None] == ["ROE", "HALE"]


RIVALS: list[str] = [
    "Borg’s rival for the seat in the council, Ana Ruiz, said the dam leaks.",
    "Borg’s rival for the seat in the council, Republican Ana Ruiz, said the dam leaks.",
]


@pytest.mark.parametrize("text", RIVALS)
def test_the_name_behind_what_somebody_is(text: str) -> None:
    document = make_document(text)
    found = attribute_tagged(document, parse(document))
    assert [(a.name, a.affiliation) for a in found] == [("Ana Ruiz", None)]
