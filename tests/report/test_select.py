"""Tests of dossiers that are cut down, and of the files that are made of them."""

import io
import re
import zipfile

import pytest
from lxml import etree, html
from tests.report.sample import make_dossier

from headwater.errors import InputError
from headwater.model.dossier import Dossier
from headwater.report import report
from headwater.report.drawn import to_pictures, to_pictures_zip
from headwater.report.page import to_html
from headwater.report.select import keep_claims
from headwater.report.settings import SECTIONS, ReportSettings


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return report(make_dossier())


def dangling(page: bytes) -> list[str]:
    """Links of a page that lead to nothing on it."""
    tree = html.document_fromstring(page)
    known = set(tree.xpath("//@id"))
    return [link for link in tree.xpath("//a/@href") if link[1:] not in known]


@pytest.mark.parametrize("only", [(), *((name,) for name in SECTIONS), ("look", "claims")])
def test_a_page_of_some_sections_has_these_and_no_dead_link(
    dossier: Dossier, only: tuple[str, ...]
) -> None:
    page = to_html(dossier, only=only)
    tree = html.document_fromstring(page)
    assert set(tree.xpath("//main/section/@id")) == set(only or SECTIONS)
    assert dangling(page) == []


def test_an_unknown_section_is_refused() -> None:
    with pytest.raises(ValueError, match="'clams'"):
        ReportSettings(only=("clams",))


def test_a_choice_of_claims_leaves_out_the_others(dossier: Dossier) -> None:
    key = dossier.ranking[0]
    part = keep_claims(dossier, [key[:8]])
    assert part.ranking == (key,)
    assert part.title == f"Marrow Bay (1 of {len(dossier.claims)} claims)"
    assert {m.document for m in part.mentions} == {d.id for d in part.documents}
    page = to_html(part)
    assert dangling(page) == []
    left_out = [claim for claim in dossier.claims if claim not in part.claims]
    assert left_out
    assert not any(claim.id.encode() in page for claim in left_out)


def test_what_denies_a_claim_stays_with_it(dossier: Dossier) -> None:
    denial = next(r for r in dossier.relations if r.kind == "denies")
    part = keep_claims(dossier, [denial.to_claim])
    assert denial.from_claim in {claim.id for claim in part.claims}
    assert denial.from_claim not in part.ranking


@pytest.mark.parametrize("name", ["c-", "nonsense", ""])
def test_a_claim_that_is_not_one_is_refused(dossier: Dossier, name: str) -> None:
    with pytest.raises(InputError, match="claim"):
        keep_claims(dossier, [name])


def test_pictures_are_files_that_stand_alone(dossier: Dossier) -> None:
    found = to_pictures(dossier)
    assert {"coverage.svg", "timeline.svg", "positions.svg"} <= set(found)
    assert any(name.endswith("-chains.svg") for name in found)
    assert any(name.endswith("-figures.svg") for name in found)
    for name, data in found.items():
        tree = etree.fromstring(data)
        assert tree.tag == "{http://www.w3.org/2000/svg}svg", name
        assert not re.search(rb"href|<script|url\(", data), name


def test_equal_dossiers_make_equal_pictures(dossier: Dossier) -> None:
    packed = to_pictures_zip(dossier)
    assert packed == to_pictures_zip(dossier)
    names = zipfile.ZipFile(io.BytesIO(packed)).namelist()
    assert names == sorted(names)
