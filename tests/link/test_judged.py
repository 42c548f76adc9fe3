"""Which statements are one claim, as people decided."""

import msgspec
from tests.link.build import make_document, make_mentions
from tests.link.test_stage import POOL

from headwater.judgements.anchors import at_span
from headwater.judgements.make import make
from headwater.link import Linked, link
from headwater.model.judgement import Judgement, JudgementKind
from headwater.model.mention import Mention
from headwater.model.parse import Amount
from headwater.model.span import Span

DOCUMENTS = [make_document(number, [POOL[number], POOL[3]]) for number in range(3)]
MENTIONS = [mention for document in DOCUMENTS for mention in make_mentions(document)]


def judge(kind: JudgementKind, *places: tuple[int, str]) -> Judgement:
    about = []
    for number, words in places:
        start = DOCUMENTS[number].text.index(words)
        about.append(at_span(DOCUMENTS[number], Span(start=start, end=start + len(words))))
    return make(kind, about, who="ana", made_at="2024-01-01")


def run(*judgements: Judgement, mentions: list[Mention] = MENTIONS) -> Linked:
    timed = [
        msgspec.structs.replace(one, id=f"j-{n}", made_at=f"2024-01-01T{n:02}:00")
        for n, one in enumerate(judgements)
    ]
    return link(DOCUMENTS, [], mentions, [], timed)


def together(found: Linked) -> set[frozenset[str]]:
    return {frozenset(claim.mentions) for claim in found.claims}


def key(document: int, number: int = 0) -> str:
    return f"m-d-{document:04}-{number}"


def test_statements_of_the_same_words_can_be_parted() -> None:
    same = frozenset(key(number, 1) for number in range(3))
    assert same in together(run())
    found = run(judge("different_claim", (0, POOL[3]), (1, POOL[3])))
    claims = [claim for claim in found.claims if {key(0, 1), key(1, 1)} & set(claim.mentions)]
    assert len(claims) == 2
    for claim in claims:
        assert any("ana decided that these are different claims" in r.text for r in claim.reasons)
    pair = {(c.left, c.right): c for c in found.comparisons}[key(0, 1), key(1, 1)]
    assert (pair.label, pair.score) == ("unrelated", 0.0)
    assert pair.reasons[0].rule == "judgement"


def test_the_later_wins_through_a_third() -> None:
    places = [(0, POOL[0]), (1, POOL[1]), (2, POOL[2])]
    found = run(
        judge("same_claim", places[0], places[1]),
        judge("same_claim", places[1], places[2]),
        judge("different_claim", places[0], places[2]),
    )
    assert frozenset({key(1), key(2)}) in together(found)
    assert frozenset({key(0)}) in together(found)


def test_what_is_no_claim_can_become_one_again() -> None:
    dropped = judge("not_a_claim", (0, POOL[0]))
    assert not any(key(0) in members for members in together(run(dropped)))
    kinds: tuple[JudgementKind, ...] = ("own_claim", "same_claim")
    for kind in kinds:
        again = judge(kind, (0, POOL[0]), (2, POOL[2]))
        assert any(key(0) in members for members in together(run(dropped, again)))
        assert not any(key(0) in members for members in together(run(again, dropped)))


def test_figures_are_compared_as_people_set_them() -> None:
    assert any({key(0), key(1)} <= members for members in together(run()))
    span = MENTIONS[0].spans[0]
    other = Amount(span=span, value=340.0, low=340.0, high=340.0, unit="count")
    changed = [
        msgspec.structs.replace(mention, amounts=(other,), corrected=("quantity",))
        if mention.id == key(0)
        else mention
        for mention in MENTIONS
    ]
    found = run(mentions=changed)
    assert not any({key(0), key(1)} <= members for members in together(found))
