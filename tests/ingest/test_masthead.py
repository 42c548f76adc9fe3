"""What a running text says about itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.ingest.masthead.reading import read_masthead

LONG = (
    "The ferries of Quillhaven will cost a tenth more from May because fuel is dear, the harbour "
    "board said on Monday after a long meeting behind closed doors in the old customs house."
)

WRAPPED = (
    "The ferries of Quillhaven will cost a tenth more from May, the harbour\nboard said on Monday "
    "after a long meeting behind closed doors. Fuel is\nAda Penn's worry, who chairs it.\n"
)


def fields(text: str, title: str | None = None) -> dict[str, str]:
    return {name: stated.value for name, stated in read_masthead(text, title).fields.items()}


def asides(text: str) -> list[tuple[str, str]]:
    return [(aside.kind, aside.span.cut(text)) for aside in read_masthead(text).asides]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("By Jo Marlow", {"byline": "Jo Marlow"}),
        ("BY JO MARLOW AND SAM PELL", {"byline": "JO MARLOW AND SAM PELL"}),
        ("By Jo Marlow, Staff Writer", {"byline": "Jo Marlow, Staff Writer"}),
        (
            "By Associated Press - Friday, November 7, 2031",
            {
                "byline": "Associated Press",
                "agency": "Associated Press",
                "published": "2031-11-07",
            },
        ),
        ("By Jo Marlow, Reuters", {"byline": "Jo Marlow, Reuters", "agency": "Reuters"}),
        ("By Jo Marlow | AFP", {"byline": "Jo Marlow | AFP", "agency": "Agence France-Presse"}),
        ("By Jo Marlow Associated Press", {"agency": "Associated Press"}),
        ("Reuters", {"byline": "Reuters", "agency": "Reuters"}),
        ("By Jo Marlow and Sam Pell, Reuters", {"agency": "Reuters"}),
        ("By Jo Marlow, Sam Pell and Reuters", {"byline": "Jo Marlow, Sam Pell and Reuters"}),
        ("By AFP and Reuters", {"agency": "Reuters"}),
        ("By Quay News Agency", {"byline": "Quay News Agency", "agency": "Quay News Agency"}),
        ("Published: 4 November 2031, 10:20", {}),
        ("Tuesday, November 4, 2031", {"published": "2031-11-04"}),
        ("2031-11-04", {"published": "2031-11-04"}),
        ("4 November 2031 | 3 min read", {"published": "2031-11-04"}),
    ],
)
def test_lines_above_the_text(head: str, expected: dict[str, str]) -> None:
    found = fields(f"Ferry fares rise\n\n{head}\n\n{LONG}\n")
    assert found.pop("title") == "Ferry fares rise"
    assert expected.items() <= found.items()
    assert found.keys() <= {*expected, "byline"}


@pytest.mark.parametrize(
    "head",
    [
        "By Thursday, the board will have met again.",
        "By and by the ferries stopped",
        "By the end of the week 40 ships had come",
        "Mail the form by May 4, 2031 to the board, it said.",
    ],
)
def test_sentences_are_no_masthead(head: str) -> None:
    assert fields(f"{LONG}\n\n{head}\n\n{LONG}") == {}


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("QUILLHAVEN — ", {"dateline": "QUILLHAVEN"}),
        ("QUILLHAVEN, Veldania – ", {"dateline": "QUILLHAVEN, Veldania"}),
        ("PORT ELSWICK (AP) — ", {"dateline": "PORT ELSWICK", "agency": "Associated Press"}),
        ("Quillhaven (Northwire) - ", {"dateline": "Quillhaven", "agency": "Northwire"}),
        ("(Reuters) - ", {"agency": "Reuters"}),
        ("QUILLHAVEN, Nov 4 (Reuters) - ", {"dateline": "QUILLHAVEN", "agency": "Reuters"}),
        (
            "ORSHOLM/DRENIK, November 4, 2031 (Northwire) -- ",
            {"dateline": "ORSHOLM/DRENIK", "agency": "Northwire", "published": "2031-11-04"},
        ),
        ("MOSCOW, November 4. /TASS/. ", {"dateline": "MOSCOW", "agency": "TASS"}),
        ("Moscow. Nov 4. (Interfax) - ", {"dateline": "Moscow", "agency": "Interfax"}),
        ("NEW DELHI: ", {"dateline": "NEW DELHI"}),
        ("QUILLHAVEN (CNN) — ", {"dateline": "QUILLHAVEN", "outlet": "CNN"}),
        ("HARROW BAY, N.H. ― ", {"dateline": "HARROW BAY, N.H."}),
        (
            "HARROW, United Bay Isles (AP) — ",
            {"dateline": "HARROW, United Bay Isles", "agency": "Associated Press"},
        ),
    ],
)
def test_datelines(opening: str, expected: dict[str, str]) -> None:
    assert fields(opening + LONG) == expected
    assert asides(opening + LONG) == [("dateline", opening)]


@pytest.mark.parametrize(
    "opening",
    [
        "The board - all seven of it - ",
        "EXCLUSIVE — ",
        "MARLOW: ",
        "Moscow. In November. The board - ",
        "Fares — a sore point — ",
        "NATO and the EU - ",
        "POLLS NOT ALWAYS WRONG, JUST TOO EARLY FOR - ",
    ],
)
def test_dashes_that_end_no_dateline(opening: str) -> None:
    assert "dateline" not in fields(opening + LONG)


def test_a_post_in_the_text_has_a_dateline_of_its_own() -> None:
    post = f"LIMA (AP) — {LONG} — Ana Ruiz (@ruizAP) December 7, 2031"
    assert "agency" not in fields(f"{LONG}\n\n{post}\n\n{LONG}")


CAPTION = f"Dock cranes at dusk, seen from the ferry to Port Elswick. {LONG}"


@pytest.mark.parametrize(
    ("head", "agency"),
    [
        # behind captions
        (f"{CAPTION}\n\n{CAPTION}\n\n{CAPTION}\n\nPORT ELSWICK (AP) — {LONG}", "Associated Press"),
        (f"{CAPTION}\n\n{CAPTION}\n\n{CAPTION}\n\nPORT ELSWICK (Docks) — {LONG}", None),
        (
            f"{CAPTION}\n\nBy ANA REED Associated Press\n\nJuly 4, 2031\n\n{LONG}",
            "Associated Press",
        ),
        (f"{CAPTION}\n\nBy ANA REED AP National Harbour Writer\n\n{LONG}", "Associated Press"),
        (
            f"{CAPTION}\n\nThe Associated Press\n\nJuly 4, 2031 04:23 PM\n\n{LONG}",
            "Associated Press",
        ),
        # a picture's credit
        (f"{CAPTION}\n\nReuters\n\n{LONG}", None),
        (f"{CAPTION}\n\nAna Reed, Associated Press\n\n{LONG}", None),
        # with a day
        (f"Associated Press Monday, July 4, 2031\n\n{LONG}", "Associated Press"),
        (f"The Associated Press | Monday, July 4, 2031, 9:06 a.m.\n\n{LONG}", "Associated Press"),
        (f"Dock Guild Monday, July 4, 2031\n\n{LONG}", None),
    ],
)
def test_whose_copy_a_page_says_it_is(head: str, agency: str | None) -> None:
    assert fields(head).get("agency") == agency


def test_who_is_named_right_under_the_title_wrote_it() -> None:
    text = (
        f"Cranes stand still in Port Elswick\n\nAna Reed and Jo Marlow, Associated Press\n\n{LONG}"
    )
    found = fields(text)
    assert found["agency"] == "Associated Press"
    assert found["byline"] == "Ana Reed and Jo Marlow, Associated Press"


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ("Copyright © 2031 The Quay Times, LLC.", {"outlet": "The Quay Times"}),
        ("© 2031 Quay Media Ltd. All rights reserved.", {"outlet": "Quay Media"}),
        ("© 2031 The Associated Press. All rights reserved.", {"agency": "Associated Press"}),
        ("The Quay Times's Jo Marlow contributed to this report.", {"outlet": "The Quay Times"}),
        (
            "Associated Press writers Jo Marlow and Sam Pell contributed to this report.",
            {"agency": "Associated Press"},
        ),
        ("— AP", {"agency": "Associated Press"}),
        ("(Reuters)", {"agency": "Reuters"}),
        ("This story was originally published by Northwire.", {"agency": "Northwire"}),
        ("— Jo Marlow", {}),
        ("(Reporting by Jo Marlow; editing by Ana Reed)", {}),
        ("Northwire contributed to this report.", {}),
    ],
)
def test_lines_below_the_text(tail: str, expected: dict[str, str]) -> None:
    assert fields(f"{LONG}\n\n{tail}") == expected


def test_a_desk_credit_and_whom_people_told_name_the_agency() -> None:
    desk = "(Reporting by Jo Marlow; editing by Ana Reed)"
    text = f"{LONG}\n\n“Fuel is dear,” she told Reuters.\n\n{desk}"
    assert fields(text) == {"agency": "Reuters"}
    assert fields(text.replace("Reuters", "the Quay Times")) == {}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Please read our comment policy before commenting.", "comments"),
        ("12 comments", "comments"),
        ("ADVERTISEMENT", "advertising"),
        ("Sign up for our morning letter", "advertising"),
        ("READ MORE: Ferry fares, a history", "navigation"),
        ("Share this article", "navigation"),
        ("* * *", "navigation"),
        ("Photo: Jo Marlow", "caption"),
        ("(Reporting by Jo Marlow; editing by Ana Reed)", "credit"),
        ("All rights reserved.", "copyright"),
    ],
)
def test_furniture_is_set_aside(line: str, kind: str) -> None:
    assert asides(f"{LONG}\n\n{line}\n") == [(kind, line)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Ferry fares rise\n\n{LONG}", "Ferry fares rise"),
        (f"Ferry fares rise\n{LONG}", "Ferry fares rise"),
        (f"Ferry fares rise again in May.\n\n{LONG}", "Ferry fares rise again in May."),
        (f"Ferry Fares Rise. Nobody Laughs.\n\n{LONG}", "Ferry Fares Rise. Nobody Laughs."),
        (f"SEA NEWS\n\nFerry fares rise\n\nBy Jo Marlow\n\n{LONG}", "Ferry fares rise"),
        (f"SEA NEWS\nFerry fares rise\nBy Jo Marlow\n4 May 2031\n{LONG}", "Ferry fares rise"),
        (f"Ferry fares rise\nBy Jo Marlow\n\n{LONG}", "Ferry fares rise"),
        (f"{LONG}\n\n{LONG}", None),
        (WRAPPED, None),
        (f"Ferry fares rise\n\n{WRAPPED}", "Ferry fares rise"),
        (f"The board met. It broke up at noon.\n\n{LONG}", None),
        (f"The board met, she said.\n\n{LONG}", None),
        ("Ferry fares rise", None),
        ("", None),
    ],
)
def test_titles(text: str, title: str | None) -> None:
    assert fields(text).get("title") == title


def test_a_title_from_outside_is_located() -> None:
    text = f"Sea news\n\nFerry fares “rise” again.\n\nBy Jo Marlow\n\n{LONG}"
    found = read_masthead(text, 'Ferry fares "rise" again').fields
    assert found["title"].value == "Ferry fares “rise” again."
    assert "title" not in read_masthead(LONG, "Another title altogether").fields


@given(
    st.lists(
        st.sampled_from(
            [LONG, "By Jo Marlow", "QUILLHAVEN (AP) — It rained.", "© 2031 Quay", "", "— AP",
             "Ferry fares rise", "12 comments", "\t", "2031-11-04", "(Reuters)", "“Yes,” she said."]
        )
        | st.text(max_size=60),
        max_size=14,
    ),
    st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n"]),
)  # fmt: skip
def test_places_cut_out_their_own_words(lines: list[str], newline: str) -> None:
    text = newline.join(lines)
    masthead = read_masthead(text)
    for name, stated in masthead.fields.items():
        assert stated.span is not None
        words = stated.span.cut(text)
        assert words == words.strip()
        if name in {"title", "byline", "dateline"}:
            assert words == stated.value
    for aside in masthead.asides:
        assert aside.span.cut(text).strip()


@pytest.mark.parametrize("plate", ["The Lowmoor Courier", "Lowmoor Evening Post", "The Guardian"])
def test_a_nameplate_above_the_title_is_the_outlet(plate: str) -> None:
    text = f"{plate}\n\nFerry fares rise, board says\n\nBy Jo Marlow\n\n{LONG}\n"
    found = fields(text)
    assert found["title"] == "Ferry fares rise, board says"
    assert found["outlet"].endswith(plate.removeprefix("The "))
    assert ("navigation", plate) in asides(text)
    assert fields(text, "Ferry fares rise, board says")["outlet"] == found["outlet"]


@pytest.mark.parametrize("line", ["World News", "Board hits back at Courier", "Reuters", "The Sea"])
def test_other_lines_above_the_title_are_no_nameplate(line: str) -> None:
    assert "outlet" not in fields(f"{line}\n\nFerry fares rise, board says\n\n{LONG}\n")


def test_headlines_of_other_reports_are_set_aside() -> None:
    teaser = "FERRY FARES: WHAT PASSENGERS MUST KNOW"
    assert ("navigation", teaser) in asides(f"{LONG}\n\n{teaser}\n\n{LONG}")


@pytest.mark.parametrize(
    "line",
    [
        "NO FARES, NO FERRY, NO ISLAND!",
        '"THE FARES ARE A DISGRACE AND A LIE"',
        "QUILLHAVEN FERRIES",
        "THE BOARD MEETS AGAIN ON MONDAY.",
    ],
)
def test_what_may_be_said_in_capitals_is_kept(line: str) -> None:
    assert line not in [words for _, words in asides(f"{LONG}\n\n{line}\n\n{LONG}")]


def test_a_text_in_capitals_is_kept() -> None:
    assert not asides("\n\n".join([LONG.upper().rstrip(".")] * 3))
