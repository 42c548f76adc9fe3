"""Tests of a case's objects, and of the tables made of them."""

import msgspec
import pytest
from tests.report.sample import make_dossier

from headwater.errors import InputError
from headwater.report import report
from headwater.report.frames import door
from headwater.report.objects import FoundCase

KINDS = ("claims", "mentions", "sources", "origins")


@pytest.fixture(scope="module")
def case() -> FoundCase:
    return FoundCase(report(make_dossier()))


def test_claims_lead_to_their_words_and_back(case: FoundCase) -> None:
    for claim in case.claims:
        assert all(mention.claim is claim for mention in claim.mentions)
        assert all(origin.claim is claim for origin in claim.origins)
        for origin in claim.origins:
            assert set(origin.mentions) <= set(claim.mentions)


def test_sources_lead_to_what_rests_on_them(case: FoundCase) -> None:
    reyl = next(source for source in case.sources if source.name == "Tomas Reyl")
    assert reyl.mentions
    assert all(mention.source is reyl for mention in reyl.mentions)
    assert all(reyl.id in {o.record.source for o in claim.origins} for claim in reyl.claims)


def test_claims_stand_by_rank_place_and_id(case: FoundCase) -> None:
    assert [claim.id for claim in case.claims] == list(case.lookup.dossier.ranking)
    first = case.claims[0]
    assert case.claims[first.id] is first
    assert list(case.claims[:2]) == [first, case.claims[1]]
    assert len(case.claims[1:3]) == 2
    with pytest.raises(KeyError):
        case.claims["c-nothing"]


def test_who_denies_a_claim(case: FoundCase) -> None:
    denied = [claim for claim in case.claims if claim.denied_by]
    (claim,) = denied
    assert claim.text.startswith("Veldt Works") or "14 tonnes" in claim.text
    assert claim.row()["denied"] is True
    assert all(not denial.denied_by for denial in claim.denied_by)


@pytest.mark.parametrize("kind", KINDS)
def test_tables_have_a_row_for_each(case: FoundCase, kind: str) -> None:
    pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    found = getattr(case, kind)
    table, frame = found.to_arrow(), found.to_pandas()
    assert table.num_rows == len(frame) == len(found) > 0
    assert table.column_names == list(type(found[0]).columns)
    assert list(frame.index) == [item.id for item in found]
    empty = found[:0].to_arrow()
    assert empty.schema == table.schema


@pytest.mark.parametrize("kind", KINDS)
def test_notebooks_get_tables_that_are_escaped(kind: str) -> None:
    dossier = make_dossier()
    bad = "<script>alert(1)</script>"
    hostile = FoundCase(
        msgspec.structs.replace(
            report(dossier),
            mentions=tuple(msgspec.structs.replace(m, text=bad) for m in dossier.mentions),
            claims=tuple(msgspec.structs.replace(c, text=bad) for c in dossier.claims),
            sources=tuple(msgspec.structs.replace(s, name=bad) for s in dossier.sources),
        )
    )
    found = getattr(hostile, kind)
    page = found._repr_html_() + hostile.claims[0]._repr_html_()
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert f"{len(found)} of" in repr(found)
    assert repr(found[0])


def test_a_missing_library_is_named() -> None:
    with pytest.raises(InputError, match="headwater\\[frames\\]"):
        door("no_such_library_here")
