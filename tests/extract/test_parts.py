"""The parts of a clause that stand alone."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.build import make_document, make_parse

from headwater.extract import extract
from headwater.extract.parts import find_parts
from headwater.extract.words import Words


def parts(text: str) -> list[str]:
    words = Words(text, [m.span() for m in re.finditer(r"\w+(?:-\w+)*|[^\w\s]", text)])
    found = find_parts(words, range(len(words)), 3)
    return [" ".join(words.raw[i] for i in part).replace(" ,", ",") for part in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Oslo has sent Lima timber for boats, as well as pumps and valves for mills",
            [
                "Oslo has sent Lima timber for boats",
                "Oslo has sent pumps for mills",
                "Oslo has sent valves for mills",
            ],
        ),
        (
            "Lima cut the number of the hurt from six to three: a guard, a miller and a diver",
            ["Lima cut the number of the hurt from six to three : a guard, a miller and a diver"],
        ),
        (
            "the tax falls on boats as well as on mills",
            ["the tax falls on boats", "the tax falls on mills"],
        ),
        (
            "Oslo would freeze its loans and long-range plans, mainly in May",
            ["Oslo would freeze its loans and long-range plans, mainly in May"],
        ),
        (
            "Oslo as well as Lima has paid the fine",
            ["Oslo as well as Lima has paid the fine"],
        ),
        (
            "its aid, including boats, pumps and tents, was lost",
            [
                "its aid was lost",
                "its aid, including boats was lost",
                "its aid, including pumps was lost",
                "its aid, including tents was lost",
            ],
        ),
        (
            "Oslo has raised its aid, including by lending ships, to help Lima",
            ["Oslo has raised its aid to help Lima",
             "Oslo has raised its aid, including by lending ships to help Lima"],
        ),
        (
            "firms such as Borg Steel and Norsk Timber have sold tools to Lima",
            [
                "firms have sold tools to Lima",
                "Borg Steel have sold tools to Lima",
                "Norsk Timber have sold tools to Lima",
            ],
        ),
        (
            "the lorry carried four things: pumps, valves, pipes and tar",
            [
                "the lorry carried four things",
                "the lorry carried four things pumps",
                "the lorry carried four things valves",
                "the lorry carried four things pipes",
                "the lorry carried four things tar",
            ],
        ),
        (
            "the plan includes boats, tents to be used in spring and increased pay",
            [
                "the plan includes boats",
                "the plan includes tents to be used in spring",
                "the plan includes increased pay",
            ],
        ),
        (
            "Oslo is the main supplier of steel, glass and oil that Lima is storing",
            [
                "Oslo is the main supplier of steel",
                "Oslo is the main supplier of glass",
                "Oslo is the main supplier of oil that Lima is storing",
            ],
        ),
        (
            "Oslo has stepped up purchases of Velian oil and gas",
            ["Oslo has stepped up purchases of Velian oil", "Oslo has stepped up purchases of gas"],
        ),
        (
            "Oslo helps Lima by lending ships, tents and pumps",
            [
                "Oslo helps Lima",
                "Oslo helps Lima by lending ships",
                "Oslo helps Lima by lending tents",
                "Oslo helps Lima by lending pumps",
            ],
        ),
        ("Oslo sells coal but not oil", ["Oslo sells coal", "Oslo sells not oil"]),
        (
            "Oslo sent boats to Lima but not to Velia",
            ["Oslo sent boats to Lima", "Oslo sent boats not to Velia"],
        ),
        ("he called it cruel, unjust and costly", ["he called it cruel, unjust and costly"]),
        ("she sees it as cruel, unjust and costly", ["she sees it as cruel, unjust and costly"]),
        ("he won three fights — to see, to stay and to go",
         ["he won three fights — to see, to stay and to go"]),
        ("reports such as these have angered Lima", ["reports such as these have angered Lima"]),
        ("a number of seizures were made", ["a number of seizures were made"]),
    ],
)  # fmt: skip
def test_parts(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


NOUNS = ("pumps", "tents", "Oslo", "Lima", "40", "oil", "boats", "7.5", "Velia")
JOINTS = (" and ", ", ", " as well as ", ", including ", ", and ", " but not ", " or ")
SENTENCES = st.builds(
    lambda nouns, joints, tail: (
        "The yard has sold "
        + "".join(n + j for n, j in zip(nouns, (*joints, ""), strict=False))
        + tail
        + "."
    ),
    st.lists(st.sampled_from(NOUNS), min_size=2, max_size=6),
    st.lists(st.sampled_from(JOINTS), min_size=5, max_size=5),
    st.sampled_from(
        ["tools", "tools to Lima", "tools, which cost 12 crowns, and left", "tools and fled"]
    ),
)


@settings(deadline=None)
@given(SENTENCES)
def test_no_figure_and_no_name_is_lost(text: str) -> None:
    found = extract(make_document(text), make_parse(text), ())
    spans = [span for mention in found for span in mention.spans]
    for match in re.finditer(r"\d[\d.]*\d|\d|Oslo|Lima|Velia", text):
        assert any(s.start <= match.start() and match.end() <= s.end for s in spans), text


@settings(deadline=None)
@given(SENTENCES)
def test_parts_lie_in_their_statement_and_the_document(text: str) -> None:
    for mention in extract(make_document(text), make_parse(text), ()):
        assert all(0 <= s.start < s.end <= len(text) for s in mention.spans)
        assert list(mention.spans) == sorted(mention.spans)
        assert mention.statement[0].start <= mention.spans[0].start
        assert mention.spans[-1].end <= mention.statement[-1].end


def test_a_question_left_open_is_no_statement_of_its_source() -> None:
    text = "The records do not show what the goods were. It is unclear who paid."
    kinds = [m.kind for m in extract(make_document(text), make_parse(text), ())]
    assert kinds == ["meta", "meta"]


@pytest.mark.parametrize(
    "text",
    [
        "the mayor took advantage of the grief and fear of the valley",
        "the port needs quick, smart and honest stewardship from Orsholm",
        "a clerk saw them pulling down a fence, pushing a guard and throwing stones at cars",
        "the statute would forbid “slander,” secret clubs and insults to the crown",
        'guards accused him of shouting "traitor, coward [and] thief"',
        "the files give no plain, legal or moral reason for the toll",
        "the rule covers married couples, and not those in other unions",
        "it is time to move along and look for other work",
        "the mayor will meet Velia, a buyer of ore and a maker of pumps",
        "many sent thanks to Okafor near the lock, the site of his rescue, leaving bread and salt",
        "auditors looked at the Oslo and Lima mills",
        "every member voted against the toll, along with six guests",
        "the record of a man who includes theft and fraud, as well as being held",
        "the list has a man who owns car washes, as well as Ana Ruiz",
        "talk of a sale has gone on for months, however, and so far",
    ],
)
def test_a_list_that_would_fall_apart_stays_whole(text: str) -> None:
    assert [re.sub(r"\W", "", part) for part in parts(text)] == [re.sub(r"\W", "", text)]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("she sold 20,500 shares at $1.4", ["20,500", "1.4"]),
        ("Mr. Borg met Dr. Ruiz in the U.S. today", ["Mr.", "Dr.", "U.S."]),
        ("he hasn’t paid it", ["hasn’t"]),
        ("in May, 300 left; 3,4 and 5.", []),
    ],
)
def test_a_number_or_an_abbreviation_is_one_word(text: str, joined: list[str]) -> None:
    words = Words(text, [m.span() for m in re.finditer(r"\w+|[^\w\s]", text)])
    assert [word for word in words.raw if re.search(r"\w\W", word)] == joined


@pytest.mark.parametrize(
    "text",
    [
        "Roe is liked by Borg's daughter Ana and her friends",
        "Roe, Borg and Orr were all smiles",
        "he hugged mothers and fathers, sisters and brothers, sons and daughters",
        "she had gone along with a plan that Lima made",
        "voters are moving toward Roe and away from Borg",
        "no bond exists between Lima, of course, and Oslo",
        "the rule limits the making, storage and sale of pumps",
        "the panel wants to second the Harbour and Water Board decision",
        "the firm offers extensive search and rescue skills",
        "he used the day to offer help - a word he likes - and boats",
    ],
)
def test_lists_that_only_look_so(text: str) -> None:
    words = Words(text, [m.span() for m in re.finditer(r"\w+|[^\w\s]", text)])
    assert find_parts(words, range(len(words)), 3) == (tuple(range(len(words))),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Borg opposes “cap and trade” rules.", ["Borg opposes “cap and trade” rules"]),
        ("Borg met the father-and-son owners.", ["Borg met the father-and-son owners"]),
        ("The gate was shut at 5:30, and the dam held for a year.", ["The gate was shut at 5:30",
         "the dam held for a year"]),
    ],
)  # fmt: skip
def test_what_marks_hold_together(text: str, expected: list[str]) -> None:
    found = extract(make_document(text), make_parse(text), ())
    assert [m.text for m in found] == expected
