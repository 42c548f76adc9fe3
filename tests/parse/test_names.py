"""Names: kind, role, and the longest form in the document."""

import pytest

from headwater.model.document import Document
from headwater.model.parse import Name
from headwater.parse import parse


def names(text: str) -> tuple[Name, ...]:
    return parse(Document(id="d", name="d", digest="0", format="text", text=text)).names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met Ada Pym in Oslo.", [("Ada Pym", "person"), ("Oslo", "place")]),
        ("Norwegian officials met Danes.", [("Norwegian", "people"), ("Danes", "people")]),
        (
            "The Ministry of Trade and Industry met it.",
            [("Ministry of Trade and Industry", "body")],
        ),
        ("It is the Harbour Safety Board’s view.", [("Harbour Safety Board", "body")]),
        (
            "Reuters and the Port Gazette reported it.",
            [("Reuters", "outlet"), ("Port Gazette", "outlet")],
        ),
        ("She sailed up the Tarn River.", [("Tarn River", "place")]),
        ("Officials said it. Meanwhile they left.", []),
        ("It rained on Monday in May.", []),
        ("China’s Foreign Ministry said no.", [("China", "place"), ("Foreign Ministry", "body")]),
        ("The Russia-Ukraine war.", [("Russia", "place"), ("Ukraine", "place")]),
        ("A Moscow-backed group.", [("Moscow", "place")]),
        ("The U.S. and the U.K. agreed.", [("U.S.", "place"), ("U.K.", "place")]),
        ("Bank of Norland shares fell.", [("Bank of Norland", "body")]),
    ],
)
def test_kinds(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(n.text, n.kind) for n in names(text)] == expected


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "Foreign Ministry spokesperson Una Vale said no.",
            "Una Vale",
            "Foreign Ministry spokesperson",
        ),
        ("U.S. Secretary of State A. B. Corr left.", "A. B. Corr", "U.S. Secretary of State"),
        ("Former president Tor Lund spoke.", "Tor Lund", "Former president"),
        (
            "Una Vale, a spokeswoman for the harbour board, said no.",
            "Una Vale",
            "a spokeswoman for the harbour board",
        ),
        ("Sen. Una Vale left.", "Una Vale", "Sen"),
        (
            "A spokesman for the harbour board, Tor Quell, said no.",
            "Tor Quell",
            "spokesman for the harbour board",
        ),
        ("Chief economist Una Vale left.", "Una Vale", "Chief economist"),
        (
            "Una Vale, director of the Tarn Institute, left.",
            "Una Vale",
            "director of the Tarn Institute",
        ),
    ],
)
def test_roles(text: str, name: str, role: str) -> None:
    found = [n for n in names(text) if n.kind == "person"]
    assert [(n.text, (n.role or "").rstrip(".")) for n in found] == [(name, role)]


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("Una Vale came. Then Vale left.", "Vale", "Una Vale"),
        ("The Office of Fair Tides (OFT) met. The OFT said no.", "OFT", "Office of Fair Tides"),
        ("The Harbour Board and the HB met.", "HB", "Harbour Board"),
        ("The PRC said no.", "PRC", "China"),
        ("The Port Gazette wrote. The Gazette was right.", "Gazette", "Port Gazette"),
        ("Xi Jinping came. Xi left.", "Xi", "Xi Jinping"),
        ("The American fleet.", "American", "United States"),
        ("President Tor Lund spoke. Mr. Lund then left.", "Lund", "Tor Lund"),
        ("Tor Lund came. Anna Lund waved. Mr. Lund left.", "Lund", "Tor Lund"),
        (
            "President Angela Merkel spoke. Karl Merkel waved. Merkel left.",
            "Merkel",
            "Angela Merkel",
        ),
        ("Mayor Lund and his brother Tor Lund came. Lund left.", "Lund", "Lund"),
        ("Tor Lund came. Lund sat. His wife, Anna Lund, waved. Lund left.", "Lund", "Tor Lund"),
        ("Tor Lund came. Anna Lund sat. Lund left.", "Lund", "Anna Lund"),
    ],
)
def test_canonical(text: str, short: str, long: str) -> None:
    assert {n.canonical for n in names(text) if n.text == short} == {long}


def test_full_holds_the_role() -> None:
    text = "Foreign Ministry spokesperson Una Vale said no."
    person = next(n for n in names(text) if n.kind == "person")
    assert person.full.cut(text) == "Foreign Ministry spokesperson Una Vale"
    assert person.span.cut(text) == "Una Vale"


def test_headline_capitals_make_no_names() -> None:
    text = (
        "Big Harbour Strike Ends After Long Talks\nThe strike ended. Una Vale of Norway was glad."
    )
    assert [n.text for n in names(text)] == ["Una Vale", "Norway"]


def test_a_family_name_goes_on_to_who_is_named_more_often_later() -> None:
    text = "Tor Lund came. Lund sat. Anna Lund rose. Anna Lund spoke. Lund left."
    bare = [n.canonical for n in names(text) if n.text == "Lund"]
    assert bare == ["Tor Lund", "Anna Lund"]
