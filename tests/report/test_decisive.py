"""Tests of which comparisons a dossier keeps."""

from itertools import combinations

import msgspec
from tests.report.sample import make_dossier

from headwater.model.claim import Comparison
from headwater.report import report
from headwater.report.decisive import NEAR, find_decisive

DOSSIER = make_dossier()
PAIRS = [
    Comparison(left=left, right=right, label="updates", score=NEAR / (2 + at))
    for at, (left, right) in enumerate(combinations(sorted(m.id for m in DOSSIER.mentions), 2))
]
FULL = msgspec.structs.replace(DOSSIER, comparisons=tuple(PAIRS))


def test_what_decided_nothing_is_left_out() -> None:
    home = {key: claim.id for claim in DOSSIER.claims for key in claim.mentions}
    related = {frozenset((r.from_claim, r.to_claim)) for r in DOSSIER.relations}
    kept = find_decisive(FULL)
    assert len(kept) < len(PAIRS)
    inside = [pair for pair in PAIRS if home[pair.left] == home[pair.right]]
    assert set(inside) <= set(kept)
    beside = [frozenset((home[p.left], home[p.right])) for p in kept if p not in inside]
    assert len(beside) == len(set(beside)) == len(related)
    assert set(beside) == related


def test_a_pair_that_nearly_joined_is_kept() -> None:
    near = msgspec.structs.replace(PAIRS[-1], score=NEAR)
    assert near in find_decisive(msgspec.structs.replace(DOSSIER, comparisons=(*PAIRS[:-1], near)))


def test_what_is_kept_once_is_kept_again() -> None:
    once = report(FULL)
    assert report(once) == once
