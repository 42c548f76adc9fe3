"""Who a name may be."""

import pytest

from headwater.model.attribution import SourceKind, Veil
from headwater.resolve.bare import bare
from headwater.resolve.identity import identify
from headwater.resolve.known import identify_all
from headwater.resolve.party import Party
from headwater.resolve.people import is_office, person_words


def party(name: str, kind: SourceKind, document: str = "d1", **more: object) -> Party:
    fields = {"affiliation": None, "veil": None, "published": None, **more}
    return Party(key=(document, kind, name), document=document, name=name, kind=kind, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Ines Okafor", ("ines", "okafor")),
        ("Prime Minister Ines Okafor", ("ines", "okafor")),
        ("Secretary of State Ines Okafor", ("ines", "okafor")),
        ("Maltese Energy Ministry spokesperson Ines Okafor", ("ines", "okafor")),
        ("Dr. Ines Okafor", ("ines", "okafor")),
        ("Zoë Brontë", ("zoe", "bronte")),
        ("Okafor", ("okafor",)),
        ("Ines Okafor of the Harbour Trust", ("ines", "okafor")),
        ("Ana de la Cruz", ("ana", "de", "la", "cruz")),
        ("Ines Okafor, an economist", ("ines", "okafor")),
    ],
)
def test_titles_are_no_part_of_a_name(name: str, words: tuple[str, ...]) -> None:
    assert person_words(name) == words


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("Lisbon", "government"), ("the Portuguese government", "government")),
        (("Portugal", "government"), ("Portuguese authorities", "government")),
        (("the Kremlin", "government"), ("Kremlin", "organization")),
        (("Norway's Foreign Ministry", "government"), ("Norwegian foreign ministry", "government")),
        (
            ("Ministry of Foreign Affairs of Norway", "government"),
            ("Norwegian Foreign Ministry", "government"),
        ),
        (("CIA", "organization"), ("the Central Intelligence Agency", "government")),
        (("AFP", "media_outlet"), ("Agence France-Presse", "media_outlet")),
        (("reporters at the Guardian", "media_outlet"), ("The Guardian", "media_outlet")),
        (("Chilean customs data", "dataset"), ("customs records of Chile", "dataset")),
        (("Chilean trade statistics", "dataset"), ("Chilean customs data", "dataset")),
        (("Defence Ministry of Nepal", "government"), ("Nepal's defense ministry", "government")),
    ],
)
def test_names_of_one_source_have_one_key(
    left: tuple[str, SourceKind], right: tuple[str, SourceKind]
) -> None:
    assert identify(party(*left)).key == identify(party(*right, document="d2")).key


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("White House", "government"), ("State Department", "government")),
        (("Chilean foreign ministry", "government"), ("Norwegian foreign ministry", "government")),
        (("Chilean customs data", "dataset"), ("Maltese customs data", "dataset")),
        (("Latvian officials", "anonymous"), ("Latvian officials", "anonymous")),
        (("Latvia and Nepal", "government"), ("Latvia", "government")),
        (("Latvia and its allies", "government"), ("Latvia", "government")),
        (("Fenwick Observer Daily", "media_outlet"), ("The Observer", "media_outlet")),
    ],
)
def test_names_of_two_sources_have_two_keys(
    left: tuple[str, SourceKind], right: tuple[str, SourceKind]
) -> None:
    assert identify(party(*left)).key != identify(party(*right, document="d2")).key


def test_leaders_voice_their_state_only_in_office() -> None:
    in_office = party("Angela Merkel", "person", published=("2015-06-01", "2015-06-01"))
    later = party("Angela Merkel", "person", published=("2024-06-01", "2024-06-01"))
    assert identify(in_office).state == "DE"
    assert identify(later).state is None


def test_leaders_who_speak_together_are_their_states() -> None:
    when = ("2018-03-15", "2018-03-15")
    led = party("Emmanuel Macron, Angela Merkel and Theresa May", "person", published=when)
    states = party("leaders of Germany, France and the UK", "government", published=when)
    assert identify(led).key == identify(states).key
    guests = party("Emmanuel Macron, Ines Okafor and Theresa May", "person", published=when)
    assert identify(guests).key != identify(states).key


def test_titled_names_are_people_whatever_the_kind_says() -> None:
    assert identify(party("Treasury Minister Ada Lundgren", "organization")).kind == "person"
    assert identify(party("Lundgren Shipping", "organization")).kind == "organization"


def test_the_veil_tells_the_state() -> None:
    veil = Veil(role="officials", plural=True, body="Ghanaian")
    assert identify(party("officials", "anonymous", veil=veil)).state == "GH"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("President of Chile Ines Okafor", ("ines", "okafor")),
        ("Ambassador to the United Nations Ines Okafor", ("ines", "okafor")),
        ("Director of Harbour Safety Hugo Lundgren", ("hugo", "lundgren")),
        ("Actor Ines Okafor", ("ines", "okafor")),
        ("Ana Pastor", ("pastor",)),
    ],
)
def test_offices_and_roles_are_no_part_of_a_name(name: str, words: tuple[str, ...]) -> None:
    assert person_words(name)[-len(words) :] == words
    assert "okafor" not in words or person_words(name) == words


@pytest.mark.parametrize(
    ("name", "given", "kind"),
    [
        ("a report prepared by the Harbour Trust", "organization", "report"),
        ("a draft copy of the report by the panel", "organization", "report"),
        ("footage broadcast by the Calder agency", "government", "visual"),
        ("Norwegian Geological Survey", "government", "government"),
        ("a spokesperson for the Energy Ministry", "government", "person"),
        ("Hugo Lundgren", "government", "person"),
        ("these", "organization", "unattributed"),
        ("the", "organization", "unattributed"),
        ("Harbour Trust", "organization", "organization"),
        ("Latvian police and their lawyer", "government", "government"),
    ],
)
def test_names_correct_their_kind(name: str, given: SourceKind, kind: SourceKind) -> None:
    assert identify(party(name, given)).kind == kind


@pytest.mark.parametrize(
    ("name", "more", "state"),
    [
        ("Chad Holland", {}, None),
        ("Mr. Holland", {}, None),
        ("China's Wang Yi", {}, "CN"),
        ("the Latvian president", {}, "LV"),
        ("Ines Okafor", {"affiliation": "The Washington Post"}, None),
        ("Ines Okafor", {"affiliation": "National Iranian American Council"}, None),
        ("Ines Okafor", {"affiliation": "Norway's Energy Ministry"}, "NO"),
        ("Ines Okafor", {"affiliation": "Norwegian Academy of Music"}, None),
        ("Ines Okafor", {"affiliation": "Norway"}, "NO"),
        ("Secretary of State Ines Okafor", {}, "US"),
        ("Secretary of State for Health Ines Okafor", {}, None),
    ],
)
def test_only_states_and_offices_give_a_person_a_state(
    name: str, more: dict[str, str], state: str | None
) -> None:
    assert identify(party(name, "person", **more)).state == state


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("Latvia and Nepal", "government"), ("Nepal and Latvia", "government")),
        (("Latvia and Nepal", "government"), ("Latvian and Nepalese officials", "government")),
        (("leaders of Latvia", "government"), ("Latvia", "government")),
        (("Hugo Lundgren campaign", "organization"), ("Lundgren campaign", "organization")),
        (("Harbour Trust [HT]", "organization"), ("Harbour Trust", "organization")),
    ],
)
def test_more_names_of_one_source_have_one_key(
    left: tuple[str, SourceKind], right: tuple[str, SourceKind]
) -> None:
    assert identify(party(*left)).key == identify(party(*right, document="d2")).key


def test_a_past_administration_is_not_the_state_of_today() -> None:
    now = party("the Merkel government", "government", published=("2015-06-01", "2015-06-01"))
    later = party("the Merkel government", "government", published=("2024-06-01", "2024-06-01"))
    assert identify(now).state == "DE"
    assert identify(later).state is None
    house = party("Obama White House", "government", published=("2019-06-01", "2019-06-01"))
    assert identify(house).key[0] != "state"


def test_former_officials_speak_for_no_state() -> None:
    assert identify(party("Latvian officials", "anonymous")).state == "LV"
    assert identify(party("former Latvian officials", "anonymous")).state is None


def test_a_congress_of_its_own_is_not_the_american_one() -> None:
    assert identify(party("National Writers' Congress", "organization")).body is None
    assert identify(party("U.S. Congress", "government")).body == "U.S. Congress"


@pytest.mark.parametrize(
    ("name", "office"),
    [
        ("President", True),
        ("head of the Harbour Trust", True),
        ("spokeswoman for Ines Okafor", True),
        ("Secretary of State", True),
        ("King of Tonga", True),
        ("President of Chile Hugo Okafor", False),
        ("chief of staff Hugo Okafor", False),
        ("Secretary of State Hugo Okafor", False),
        ("Speaker of the House Hugo Okafor", False),
        ("Hugo Okafor", False),
    ],
)
def test_an_office_without_its_holder_names_nobody(name: str, office: bool) -> None:
    assert is_office(name) is office


@pytest.mark.parametrize(
    ("name", "kind", "state"),
    [
        ("the male harbour crew", "organization", None),
        ("some of us", "government", None),
        ("an Oslo-born painter", "person", None),
        ("the Oslo government", "government", "NO"),
        ("N. Korea", "person", "KP"),
        ("leaders of Norway, Chile and Malta", "government", None),
    ],
)
def test_only_words_written_as_states_are_states(
    name: str, kind: SourceKind, state: str | None
) -> None:
    assert identify(party(name, kind)).state == state


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("Okafor's summary of the findings", "organization", "report"),
        ("a memo detailing her complaints", "anonymous", "report"),
        ("the mayor's adviser, David Moe", "anonymous", "person"),
        ("the mayor's advisers", "anonymous", "anonymous"),
        ("Seoul-based Yonhap News Agency", "government", "media_outlet"),
        ("Chad Holland", "person", "person"),
    ],
)
def test_a_name_corrects_the_kind(name: str, kind: SourceKind, expected: SourceKind) -> None:
    assert identify(party(name, kind)).kind == expected


@pytest.mark.parametrize(
    ("name", "kind", "bare_name", "bare_kind"),
    [
        ("left-leaning Lund Fund", "organization", "Lund Fund", "organization"),
        ("Oslo-based Lund Centre", "government", "Lund Centre", "organization"),
        ("Oslo-based Energy Ministry", "government", "Energy Ministry", "government"),
        ("nonpartisan voters", "organization", "nonpartisan voters", "organization"),
    ],
)
def test_what_is_said_of_a_body_is_no_part_of_its_name(
    name: str, kind: SourceKind, bare_name: str, bare_kind: SourceKind
) -> None:
    found = bare(party(name, kind))
    assert (found.name, found.kind) == (bare_name, bare_kind)


def test_a_bare_surname_is_the_leader_whom_the_text_names_in_full() -> None:
    named, bare_text = (
        identify_all([party("Mr. Macron", "person")], {"d1": text})[0]
        for text in ("President Emmanuel Macron came. Mr. Macron spoke.", "Mr. Macron spoke.")
    )
    assert (named.state, named.key[0]) == ("FR", "person")
    assert bare_text.key[0] == "surname"


def test_a_state_and_a_title_is_an_office() -> None:
    assert is_office("Chilean Leader")
    assert not is_office("Chilean Ines")
