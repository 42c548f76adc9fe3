"""Claims with more detail under the general one."""

import msgspec
from tests.report.sample import make_dossier

from headwater.model.dossier import Dossier
from headwater.model.trace import Fold, Tie
from headwater.report import report
from headwater.report.lookup import Lookup
from headwater.report.page import render_page
from headwater.report.ranking import find_kinds
from headwater.report.select import keep_claims
from headwater.report.views.detail import say_fold, unfolded


def make_fold(dossier: Dossier, general: str, *special: str, low: int = 1) -> Fold:
    """A fold of some claims, whose sources may all be one."""
    members = {general, *special}
    sources = tuple(sorted({o.source for o in dossier.origins if o.claim in members}))
    documents = {key for c in dossier.claims if c.id in members for key in c.documents}
    pairs = [(a, b) for a in sources for b in sources if a < b]
    return Fold(
        claim=general, special=tuple(sorted(special)), sources=sources,
        documents=tuple(sorted(documents)),
        ties=tuple(Tie(left=a, right=b, kind="maybe", reasons=()) for a, b in pairs),
        groups=tuple((key,) for key in sources), low=low, high=len(sources),
    )  # fmt: skip


def folded() -> tuple[Dossier, str, str]:
    """A dossier of which one claim says another with more detail, with the ids of both."""
    dossier = report(make_dossier())
    general = min(dossier.claims, key=lambda c: len(c.documents))
    special = max(dossier.claims, key=lambda c: len(c.documents))
    fold = make_fold(dossier, general.id, special.id)
    return msgspec.structs.replace(dossier, folds=(fold,)), general.id, special.id


def test_the_fold_is_said_beside_the_claims_own_count() -> None:
    dossier, general, special = folded()
    page = render_page(report(dossier))
    claim, fold = Lookup(dossier).claims[general], dossier.folds[0]
    assert say_fold(claim, fold) in page
    assert f'href="#{special}"' in page
    assert f'With more detail than: <a href="#{general}">' in page


def test_the_order_uses_the_documents_and_origins_of_the_fold() -> None:
    dossier, general, _ = folded()
    lookup = Lookup(dossier)
    assert {"echo", "possible echo"} & set(find_kinds(lookup, lookup.claims[general]))
    before = report(msgspec.structs.replace(dossier, folds=())).ranking.index(general)
    assert report(dossier).ranking.index(general) <= before


def test_a_claim_has_no_line_of_its_own_beside_its_general_one() -> None:
    dossier, general, special = folded()
    lookup = Lookup(dossier)
    assert unfolded(lookup, {general, special}) == {general}
    assert unfolded(lookup, {special}) == {special}
    both = (*dossier.folds, make_fold(dossier, special, general))
    circle = Lookup(msgspec.structs.replace(dossier, folds=both))
    assert unfolded(circle, {general, special}) == {general, special}


def test_a_chosen_claim_brings_what_says_it_with_more_detail() -> None:
    dossier, general, special = folded()
    part = keep_claims(dossier, [general])
    assert special in {claim.id for claim in part.claims}
    assert part.ranking == (general,)
    assert part.folds == dossier.folds
    assert keep_claims(dossier, [special]).folds == ()
