"""Public acts done by words: one origin, however many outlets tell of them."""

import pytest
from tests.trace.build import Result, by

from headwater.evaluate.scribe import Article, Cited, Said
from headwater.model.trace import Corroboration

MOE = by("Ada Moe")
SUIT = by("Harbour Union lawsuit", "report")
UNION = by("Harbour Union", "organization")
NORWAY = by("Norway", "government")


def told(words: str, cited: Cited, *chains: tuple[Cited, ...]) -> Corroboration:
    """What is found of a claim that some chains tell, where a text cites others for rain."""
    rain = [Said(claim="rain", words="rain fell", chain=(one,)) for one in (cited, UNION)]
    articles = [
        Article(
            name=f"a{at}",
            outlet=f"Gazette {at}",
            published="2021-03-05",
            lines=(Said(claim="c", words=words, chain=chain), *([] if at else rain)),
        )
        for at, chain in enumerate(chains)
    ]
    traced = Result(*articles).traced
    own = {origin.claim for origin in traced.origins if origin.own_voice}
    (found,) = [one for one in traced.corroborations if one.claim in own]
    return found


@pytest.mark.parametrize(
    ("words", "cited", "rule"),
    [
        ("Ada Moe announced a strike", MOE, "act"),
        ("Moe refuses to release the accounts", MOE, "act"),
        ("Moe welcomed the captain to the hall", MOE, "no_lineage"),
        ("Hugo Lundgren announced a strike", MOE, "no_lineage"),
        ("After talks with Ada Moe, the firm announced a strike", MOE, "no_lineage"),
        ("Ada Moe has not announced a strike", MOE, "no_lineage"),
        ("Ada Moe died in Bergen", MOE, "no_lineage"),
        ("the Harbour Union sued Havdal", SUIT, "act"),
        ("Hugo Lundgren sued Havdal", SUIT, "no_lineage"),
        ("the Harbour Union sued Havdal", MOE, "no_lineage"),
        ("the suit names Havdal", SUIT, "act"),
        ("an earlier suit names Havdal", SUIT, "no_lineage"),
        ("the Quay Post broke the story", by("Quay Post", "media_outlet"), "act"),
        ("the Mole Post broke the story", by("Quay Post", "media_outlet"), "no_lineage"),
        ("Norway expelled two envoys", NORWAY, "act"),
        ("Denmark expelled two envoys", NORWAY, "no_lineage"),
        ("Norway may have expelled two envoys", NORWAY, "no_lineage"),
        ("Norway asks whether to impose sanctions", NORWAY, "no_lineage"),
        ("the sanctions target two shipowners", NORWAY, "no_lineage"),
    ],
)
def test_own_voices_on_one_public_act(words: str, cited: Cited, rule: str) -> None:
    found = told(words, cited, (), (), ())
    assert {tie.reasons[0].rule.split(".")[-2] for tie in found.ties} == {rule}
    assert (found.low, found.high) == (1, 1 if rule == "act" else 3)


@pytest.mark.parametrize(
    ("source", "high"), [(MOE, 1), (by("Hugo Lundgren"), 2), (by("Quay Post", "media_outlet"), 2)]
)
def test_an_act_is_the_word_of_whose_act_it_is(source: Cited, high: int) -> None:
    found = told("Ada Moe announced a strike", MOE, (), (), (source,))
    assert (found.low, found.high) == (1, high)


def test_a_decree_without_a_name_is_of_the_only_state_that_declares_one() -> None:
    named = Said(claim="d", words="Norway imposed new sanctions on the island")
    nameless = Said(claim="c", words="the sanctions target two shipowners")
    cited = Said(claim="rain", words="rain fell", chain=(NORWAY,))
    lines = ((named, nameless, cited), (nameless,), (nameless,))
    other = Said(claim="e", words="Denmark imposed new sanctions on the mainland")
    for more, high in (((), 1), ((other,), 3)):
        articles = [
            Article(name=f"a{at}", outlet=f"Gazette {at}", published="2021-03-05", lines=said)
            for at, said in enumerate((*lines[:2], lines[2] + more))
        ]
        found = Result(*articles).traced
        (one,) = [c for c in found.corroborations if len(c.origins) == 3]
        assert (one.low, one.high) == (1, high)
