"""The shipped model and the rules on text that was damaged on its way: scans, capitals, marks."""

import pytest
from tests.attribute.build import make_document

from headwater.attribute.tagged import attribute_tagged
from headwater.parse import parse

Wanted = list[tuple[str, str]]

CLEAN = "The bridge will stay closed until May, Mayor Ana Ruiz said on Monday."


def read(text: str) -> Wanted:
    """Source and content of all attributions, in text order."""
    document = make_document(text)
    found = attribute_tagged(document, parse(document))
    return [
        (" … ".join(s.cut(text) for s in a.source), " … ".join(s.cut(text) for s in a.content))
        for a in found
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(CLEAN, id="clean"),
        pytest.param(CLEAN.replace("bridge", "brïdge"), id="a letter misread"),
        pytest.param(CLEAN.replace("closed", "c1osed"), id="a digit for a letter"),
        pytest.param(CLEAN.replace("will stay", "will  stay"), id="a space too many"),
        pytest.param(CLEAN.replace(" ", "\u00a0"), id="no-break spaces"),
        pytest.param(CLEAN.replace("stay closed", "stay\nclosed"), id="a line break"),
        pytest.param(CLEAN.replace("until", "un\u00adtil"), id="a soft hyphen"),
        pytest.param(CLEAN.replace("May, ", "May ,"), id="a comma astray"),
    ],
)
def test_a_scan_still_says_who_said_what(text: str) -> None:
    ((source, content),) = read(text)
    assert "Ruiz" in source
    assert content.startswith("The")
    assert "May" in content


@pytest.mark.parametrize(
    ("opened", "closed"),
    [("“", "”"), ('"', '"'), ("‘", "’"), ("''", "''"), ("``", "''"), ("«", "»"), ("„", "“")],
)
def test_quotation_marks_of_every_sort(opened: str, closed: str) -> None:
    text = f"{opened}The bridge will stay closed until May,{closed} Mayor Ana Ruiz said."
    found = read(text)
    assert any("Ruiz" in source and "stay closed until May" in said for source, said in found)


def test_a_missing_final_mark_does_not_swallow_the_next_paragraph() -> None:
    text = (
        "“The bridge will stay closed, Mayor Ana Ruiz said.\n\nThe ferry sails at noon and at six."
    )
    assert all("ferry" not in content for _, content in read(text))


def test_a_missing_first_mark_still_gives_the_speaker() -> None:
    text = "The bridge will stay closed until May,” Mayor Ana Ruiz said."
    assert any("Ruiz" in source for source, _ in read(text))


def test_capitals_throughout() -> None:
    text = "THE BRIDGE WILL STAY CLOSED UNTIL MAY, MAYOR ANA RUIZ SAID ON MONDAY."
    assert any("RUIZ" in source and "CLOSED" in content for source, content in read(text))


def test_small_letters_throughout() -> None:
    found = read(CLEAN.lower())
    assert any("ruiz" in source and "closed" in content for source, content in found)
