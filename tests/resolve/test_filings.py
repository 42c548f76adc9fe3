"""Whose a lawsuit is."""

import pytest
from tests.resolve.test_stage import one, sources

from headwater.evaluate.scribe import Article, Said, write
from headwater.resolve.filings import find_filer


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Harbour Union sued the Lund Lines on Monday.", "Harbour Union"),
        ("Harbour Union files surprise suit over wages", "Harbour Union"),
        ("A complaint was filed in Oslo on Friday by the Harbour Union.", "Harbour Union"),
        ("The clerk read out the H.U.'s long lawsuit.", "H.U."),
        ("When Havdal sued, Lund Lines sued back.", "Havdal"),
        ("The pier was sued for by nobody.", None),
    ],
)
def test_the_first_who_is_said_to_have_filed_it(text: str, who: str | None) -> None:
    found = find_filer(text)
    assert (found.name if found else None) == who
    assert found is None or text[found.span.start : found.span.end] == who


@pytest.mark.parametrize(
    ("filing", "owner"),
    [
        ("the suit", "Harbour Union"),
        ("an earlier suit", None),
        ("Lund Lines complaint", "Lund Lines"),
        ("a study", None),
    ],
)
def test_a_filing_belongs_to_whoever_filed_it(filing: str, owner: str | None) -> None:
    chains = (one(filing, "report"),), (one("Harbour Union", "organization"),)
    lines = [Said(claim="c", words="wages were held back", chain=chain) for chain in chains]
    lines.append(Said(claim="d", words="rain fell", chain=(one("Lund Lines", "organization"),)))
    head = Said(claim="e", words="the Harbour Union sued Lund Lines", chain=())
    pile = write([Article(name="a", outlet="Quay Post", lines=(head, *lines))])
    found = sources(pile)
    names = {source.id: source.name for source in found}
    work = next(source for source in found if source.kind == "report")
    assert (names[work.affiliation] if work.affiliation else None) == owner
    assert bool(work.reasons) == (filing == "the suit")
