"""What a claim's page says was checked, and what the documents leave open."""

import msgspec
import pytest
from tests.desk.desks import sample

from headwater.desk.places import DeskPlaces
from headwater.desk.views.checks import Check, Checker
from headwater.desk.views.lookup import BoundedLookup
from headwater.model.document import Stated
from headwater.model.dossier import Dossier
from headwater.report.views.cards import CardMaker

COPPER = "The Veldt Works released 14 tonnes of copper sulphate into Marrow Bay in March"
SHELLFISH = "Shellfish beds north of the mole have been closed since 21 March"
TANKERS = "31 tankers called at the works in March"
FAMILIES = "The closure of the shellfish beds has cost fishing families more than 2 million crowns"


def checks(dossier: Dossier, text: str) -> tuple[Check, ...]:
    lookup = BoundedLookup(dossier)
    places = DeskPlaces(lookup, "/case/bay")
    claim = next(claim for claim in dossier.claims if claim.text == text)
    return Checker(lookup, places).checks(claim, CardMaker(lookup, places).card(claim))


@pytest.mark.parametrize(
    ("claim", "state", "words"),
    [
        (COPPER, "against", "Denied: “The Veldt Works did not release"),
        (COPPER, "against", "six figures, from 14 t to 20 t"),
        (COPPER, "open", "Records: harbour master's logs, told by The Meridian Post"),
        (COPPER, "holds", "Northline is cited by Harbour Courier, Lagoon Watch and The Quay"),
        (COPPER, "holds", "Five documents, all with their day: 3 Apr 2031 to 9 Apr 2031"),
        (COPPER, "holds", "Checked again apart from the stages: five statements"),
        (SHELLFISH, "holds", "Nobody in these documents denies or contradicts it"),
        (TANKERS, "open", "it is not among the documents, so nothing in it was seen"),
    ],
)
def test_what_was_checked_is_told(claim: str, state: str, words: str) -> None:
    found = [check for check in checks(sample(), claim) if words in check.text]
    assert [check.state for check in found] == [state]


def test_what_speaks_against_comes_first_and_every_link_leads_to_words() -> None:
    found = checks(sample(), COPPER)
    order = ["against", "open", "holds"]
    assert [check.state for check in found] == sorted(
        (check.state for check in found), key=order.index
    )
    proofs = [proof for check in found for proof in check.proofs]
    assert proofs
    assert all(proof.words and proof.link.startswith("/case/bay/documents/") for proof in proofs)


def test_an_outlet_that_is_cited_and_not_held_is_open() -> None:
    dossier = sample()
    sources = tuple(
        msgspec.structs.replace(source, documents=()) if source.name == "Northline" else source
        for source in dossier.sources
    )
    found = checks(msgspec.structs.replace(dossier, sources=sources), SHELLFISH)
    assert ("open", True) in {
        (check.state, "its own text is not among the documents" in check.text) for check in found
    }


def test_an_outlet_whose_document_says_something_else_is_open() -> None:
    dossier = sample()
    other = next(document.id for document in dossier.documents if document.name == "quay.txt")
    sources = tuple(
        msgspec.structs.replace(source, documents=(other,)) if source.name == "Northline"
        else source
        for source in dossier.sources
    )  # fmt: skip
    found = checks(msgspec.structs.replace(dossier, sources=sources), SHELLFISH)
    assert any(check.state == "open" and "does not say it" in check.text for check in found)


def test_a_document_without_a_day_is_open_and_leads_to_where_it_can_be_said() -> None:
    dossier = sample()
    first, *rest = dossier.documents
    bare = msgspec.structs.replace(first, published=None)
    found = checks(msgspec.structs.replace(dossier, documents=(bare, *rest)), COPPER)
    (check,) = [check for check in found if "no day of publication" in check.text]
    assert check.state == "open"
    assert check.proofs[0].link == "/case/bay/documents/1#about"


def test_an_original_that_is_younger_than_what_cites_it_is_open() -> None:
    dossier = sample()
    late = Stated(value="2031-05-01", given_by="text")
    documents = tuple(
        msgspec.structs.replace(one, published=late) if one.name == "northline.txt" else one
        for one in dossier.documents
    )
    found = checks(msgspec.structs.replace(dossier, documents=documents), SHELLFISH)
    assert any(check.state == "open" and "on a later day" in check.text for check in found)


def test_words_and_counts_that_do_not_hold_speak_against() -> None:
    dossier = sample()
    mentions = tuple(
        msgspec.structs.replace(mention, text="31 tankers sank") if mention.text == TANKERS
        else mention
        for mention in dossier.mentions
    )  # fmt: skip
    found = checks(msgspec.structs.replace(dossier, mentions=mentions), TANKERS)
    assert any(
        check.state == "against" and check.text.startswith("Checked again:") for check in found
    )
    counted = tuple(
        msgspec.structs.replace(one, high=one.high + 1) for one in dossier.corroborations
    )
    found = checks(msgspec.structs.replace(dossier, corroborations=counted), FAMILIES)
    assert any(check.state == "against" and "follow from its ties" in check.text for check in found)
