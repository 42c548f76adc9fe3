"""Statuses, grades and bands."""

import pytest

from headwater.assess import assess
from headwater.model.assessment import Assessment
from headwater.model.attribution import SourceKind
from headwater.model.claim import Claim, Relation, RelationKind, Stance
from headwater.model.mention import Mention, Modality
from headwater.model.source import Source
from headwater.model.span import Span
from headwater.model.trace import Corroboration, EvidenceKind, Origin

SPAN = Span(start=0, end=5)


def mention(key: str, text: str = "It rained", modality: Modality = "asserted") -> Mention:
    return Mention(
        id=key, document="d", spans=(SPAN,), statement=(SPAN,), sentence=SPAN, text=text,
        modality=modality,
    )  # fmt: skip


def claim(key: str, *members: str) -> Claim:
    return Claim(id=key, mentions=members, best=members[0], text="It rained", documents=("d",))


def origin(
    owner: str,
    source: str,
    member: str,
    own: str | None = None,
    evidence: EvidenceKind = "testimony",
) -> Origin:
    return Origin(
        id=f"{owner}-{source}", claim=owner, source=source, own_voice=own, mentions=(member,),
        evidence=evidence,
    )  # fmt: skip


def bound(key: str, low: int, high: int) -> Corroboration:
    return Corroboration(claim=key, origins=(), low=low, high=high)


def source(key: str, kind: SourceKind = "person") -> Source:
    return Source(id=key, name=key, kind=kind)


def judge(
    low: int, high: int, *origins: Origin, relation: Relation | None = None,
    stances: tuple[Stance, ...] = (), others: tuple[Origin, ...] = (), text: Mention | None = None,
) -> Assessment:  # fmt: skip
    sources = [
        source("ann"),
        source("bob"),
        source("rumour", "unattributed"),
        source("paper", "media_outlet"),
    ]
    return assess(
        [claim("c", "m1"), claim("x", "m9")],
        [text or mention("m1"), mention("m9")],
        stances,
        [relation] if relation else [],
        [bound("c", low, high), bound("x", 1, 1)],
        [*origins, *others],
        sources,
    )[0]


ANN, BOB = origin("c", "ann", "m1"), origin("c", "bob", "m1")


@pytest.mark.parametrize(
    ("low", "high", "origins", "status", "credibility"),
    [
        (2, 2, (ANN, BOB), "corroborated", 2),
        (2, 3, (ANN, origin("c", "bob", "m1", evidence="records")), "corroborated", 1),
        (1, 2, (ANN, BOB), "possibly single origin", 3),
        (1, 1, (ANN,), "single origin", 6),
        (1, 1, (origin("c", "paper", "m1", own="d"),), "unsourced", 6),
        (1, 2, (origin("c", "paper", "m1", own="d"), ANN), "possibly single origin", 3),
        (1, 1, (origin("c", "rumour", "m1"),), "unsourced", 6),
        (0, 0, (), "unsourced", 6),
    ],
)
def test_status_and_credibility(
    low: int, high: int, origins: tuple[Origin, ...], status: str, credibility: int
) -> None:
    found = judge(low, high, *origins)
    assert (found.status, found.credibility) == (status, credibility)
    assert found.reliability == "F"
    assert found.reasons[0].text.startswith(status)


def against(kind: RelationKind, *, weak: bool = False) -> Relation:
    return Relation(kind=kind, from_claim="x", to_claim="c", score=0.9, weak=weak)


@pytest.mark.parametrize(
    ("relation", "denier", "disputed"),
    [
        (against("denies"), "bob", True),
        (against("contradicts"), "bob", True),
        (against("denies", weak=True), "bob", False),
        (against("denies"), "ann", False),  # nobody disputes himself
        (against("updates"), "bob", False),
        (against("entails"), "bob", False),
    ],
)
def test_disputes_need_another_origin(relation: Relation, denier: str, disputed: bool) -> None:
    found = judge(1, 1, ANN, relation=relation, others=(origin("x", denier, "m9"),))
    assert (found.status == "disputed") is disputed
    assert (found.credibility == 4) is disputed


def test_the_denial_itself_is_not_disputed_by_what_it_denies() -> None:
    relation = Relation(kind="denies", from_claim="c", to_claim="x", score=0.9)
    found = judge(1, 1, ANN, relation=relation, others=(origin("x", "bob", "m9"),))
    assert found.status == "single origin"


def test_a_denying_mention_disputes_unless_it_is_support() -> None:
    denying = Stance(mention="m2", claim="c", stance="denies")
    assert judge(1, 1, ANN, stances=(denying,)).status == "disputed"
    own = Stance(mention="m1", claim="c", stance="denies")
    assert judge(1, 1, ANN, stances=(own,)).status == "single origin"


@pytest.mark.parametrize(
    ("text", "modality", "band"),
    [
        ("the firm probably shipped it", "probable", ("likely", 55, 80)),
        ("it may have rained", "possible", ("roughly even chance", 45, 55)),
        ("it was almost certainly rain", "probable", ("almost certain", 95, 99)),
        ("it rained in May", "asserted", None),
    ],
)
def test_bands(text: str, modality: Modality, band: tuple[str, int, int] | None) -> None:
    found = judge(1, 1, ANN, text=mention("m1", text, modality)).estimate
    assert (found and (found.name, found.low, found.high)) == band
