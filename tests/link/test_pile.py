"""Which pairs of a pile may begin a claim."""

import pytest
from tests.link.build import make_document, make_mentions

from headwater.link import pile as module
from headwater.link.alignment import general_rarity
from headwater.link.compare import Read, decide, measure_pair
from headwater.link.compare_pairs import statement_of
from headwater.link.judged import Judged
from headwater.link.pile import ONE_CLAIM, Pile
from headwater.link.prepare import prepare
from headwater.link.settings import LinkSettings

SENTENCES = [
    "The ferry line bought nine trains from Austria",
    "The ferry line purchased nine trains from Austria",
    "A flood ruined the orchards near the lake",
]


def always_same(_left: str, _right: str) -> dict[str, float]:
    return dict.fromkeys(("entails_ab", "entails_ba", "against", "updates", "other"), -4.0) | {
        "same": 4.0
    }


def make_pile(reader: Read | None) -> Pile:
    documents = [make_document(number, [text]) for number, text in enumerate(SENTENCES)]
    mentions = [mention for document in documents for mention in make_mentions(document)]
    return Pile(prepare(documents, [], mentions, []), Judged({}, {}, {}, {}), reader)


@pytest.mark.parametrize(
    ("thorough", "reads", "begins"), [(1200, 0, True), (2, 0, False), (2, 3, True)]
)
def test_a_large_pile_joins_only_what_was_read(
    monkeypatch: pytest.MonkeyPatch, thorough: int, reads: int, *, begins: bool
) -> None:
    monkeypatch.setattr(module, "THOROUGH", thorough)
    monkeypatch.setattr(module, "READS_EACH", 0.0)
    pile = make_pile(always_same)
    pairs = [(0, 1), (0, 2), (1, 2)]
    pile.compare(pairs, LinkSettings(reads=reads, read_from=0.0))
    assert {pile.may_begin(pair) for pair in pairs} == {begins}


def test_without_a_reader_every_pair_may_begin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "THOROUGH", 2)
    pile = make_pile(None)
    pile.compare([(0, 1)], LinkSettings())
    assert pile.may_begin((0, 1))


def more_detail(left: str, _right: str) -> dict[str, float]:
    way = "entails_ab" if left.endswith("in a storm") else "entails_ba"
    told = dict.fromkeys(("same", "entails_ab", "entails_ba", "against", "updates", "other"), -4.0)
    return told | {"same": 0.0, way: 1.0}


def make_pair(right: str) -> Pile:
    texts = ["Roe crossed the frozen lake", right]
    documents = [make_document(number, [text]) for number, text in enumerate(texts)]
    mentions = [mention for document in documents for mention in make_mentions(document)]
    return Pile(prepare(documents, [], mentions, []), Judged({}, {}, {}, {}), more_detail)


def test_a_statement_with_a_detail_more_is_one_claim() -> None:
    pile = make_pair("Roe crossed the frozen lake in a storm")
    pile.compare([(0, 1)], LinkSettings(read_from=0.0))
    scored = pile.score(0, 1)
    assert scored.sure
    assert scored.score > pile.verdict(0, 1).score
    assert pile.implied(0, by=1) > pile.implied(1, by=0)


def test_what_the_other_denies_is_another_claim() -> None:
    pile = make_pair("Roe did not cross the frozen lake in a storm")
    pile.compare([(0, 1)], LinkSettings(read_from=0.0))
    assert pile.score(0, 1).wall


@pytest.mark.parametrize(
    ("right", "joined"),
    [
        ("Roe crossed 400 frozen lakes in a storm", False),
        ("Roe of the Icefall-19 team crossed the frozen lake in a storm", True),
    ],
)
def test_a_figure_that_one_side_lacks_makes_another_claim(right: str, joined: bool) -> None:
    pile = make_pair(right)
    pile.compare([(0, 1)], LinkSettings(read_from=0.0))
    assert (pile.score(0, 1).score >= LinkSettings().join) == joined


def test_a_bound_that_is_far_from_the_figure_is_another_claim() -> None:
    one, two = statement_of("Over half was sold"), statement_of("90 % was sold in 2023")
    verdict = decide(measure_pair(one, two, general_rarity))
    assert verdict.gates
    assert verdict.claim < ONE_CLAIM
