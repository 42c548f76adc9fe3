"""A general claim, those that say it with more detail, and the origins of all of them."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.trace.build import by, veiled

from headwater.evaluate.scribe import Article, Cited, Said, write
from headwater.evaluate.synthetic import make_truth
from headwater.model.claim import Relation
from headwater.model.judgement import Judgement
from headwater.resolve import resolve
from headwater.trace import trace
from headwater.trace.stage import Traced

QUICK = settings(deadline=None, max_examples=20)
GENERAL, SPECIAL, OTHER = "the depot got pumps", "the depot got 40 pumps", "the depot got 60 pumps"


def said(name: str, claim: str, words: str, *chain: Cited, **more: object) -> Article:
    """An article of its own outlet that makes one claim."""
    line = Said(claim=claim, words=words, chain=chain, **more)  # type: ignore[arg-type]
    return Article(
        name=name, outlet=f"{name.title()} Gazette", published="2021-03-05", lines=(line,)
    )


def entails(source: str, target: str, *, weak: bool = False, kind: str = "entails") -> Relation:
    return Relation(kind=kind, from_claim=source, to_claim=target, score=0.8, weak=weak)  # type: ignore[arg-type]


def run(
    articles: tuple[Article, ...], *relations: tuple[str, str], **how: object
) -> tuple[Traced, dict[str, str]]:
    """Trace articles whose claims, by name, entail one another; also return their ids."""
    pile = write(articles)
    words = {m.id: m.text for m in pile.mentions}
    ids = {claim.id: words[claim.best] for claim in pile.claims}
    names = {
        line.claim: next(k for k, t in ids.items() if t.rstrip(".") == line.words)
        for article in articles for line in article.lines if isinstance(line, Said)
    }  # fmt: skip
    sources = resolve(pile.documents, pile.attributions)
    judgements: tuple[Judgement, ...] = ()
    found = trace(
        pile.documents, pile.attributions, pile.mentions, sources, pile.claims,
        [entails(names[a], names[b], **how) for a, b in relations], judgements,  # type: ignore[arg-type]
    )  # fmt: skip
    return found, names


PILE = (
    said("one", "g", GENERAL, by("Mia Lund")),
    said("two", "s", SPECIAL, by("Mia Lund")),
    said("three", "s", SPECIAL, by("Harbour Council of Brell", "organization")),
    said("four", "o", OTHER, veiled("people briefed on it")),
)


def test_a_fold_counts_each_source_once_and_all_documents() -> None:
    found, names = run(PILE, ("s", "g"))
    (fold,) = found.folds
    assert (fold.claim, fold.special) == (names["g"], (names["s"],))
    assert fold.documents == ("d-one", "d-three", "d-two")
    assert len(fold.sources) == 2, "Mia Lund says both"
    assert fold.high == len(fold.groups)


def test_support_flows_from_the_special_to_the_general_and_never_back() -> None:
    alone, _ = run(PILE)
    folded, _ = run(PILE, ("s", "g"), ("o", "g"))
    assert alone.folds == ()
    assert folded.corroborations == alone.corroborations
    (fold,) = folded.folds
    own = {c.claim: c.high for c in folded.corroborations}
    assert own[fold.claim] == 1 < fold.high


def test_only_what_entails_a_claim_itself_is_folded_and_only_if_it_is_firm() -> None:
    found, names = run(PILE, ("o", "s"), ("s", "g"))
    assert {f.claim: f.special for f in found.folds} == {
        names["g"]: (names["s"],), names["s"]: (names["o"],),
    }  # fmt: skip
    assert run(PILE, ("s", "g"), weak=True)[0].folds == ()
    assert run(PILE, ("s", "g"), kind="updates")[0].folds == ()


def test_what_is_said_the_other_way_round_is_no_support() -> None:
    pile = (PILE[0], said("two", "s", SPECIAL, by("Ed Noor"), polarity="negative"))
    assert run(pile, ("s", "g"))[0].folds == ()


def test_a_tie_that_a_claim_of_the_fold_has_is_kept() -> None:
    found, names = run(PILE, ("s", "g"))
    (fold,) = found.folds
    own = next(c for c in found.corroborations if c.claim == names["s"])
    assert [tie.kind for tie in fold.ties] == [tie.kind for tie in own.ties]
    assert (fold.low, fold.high) == (own.low, own.high)


@QUICK
@given(st.integers(0, 3_000), st.integers(1, 5))
def test_the_interval_of_a_fold_holds_the_true_number(seed: int, part: int) -> None:
    truth = make_truth(seed)
    articles = tuple(
        msgspec.structs.replace(a, lines=tuple(_renamed(line, at % (part + 1)) for line in a.lines))
        for at, a in enumerate(truth.articles)
    )
    pile = write(articles)
    sources = resolve(pile.documents, pile.attributions)
    if len(pile.claims) < 2:
        return
    best = {m.id: m.polarity for m in pile.mentions}
    general, special = sorted(claim.id for claim in pile.claims)[:2]
    tied = [entails(special, general)]
    found = trace(pile.documents, pile.attributions, pile.mentions, sources, pile.claims, tied)
    turned = trace(
        pile.documents[::-1], pile.attributions[::-1], pile.mentions[::-1], sources[::-1],
        pile.claims[::-1], tied,
    )  # fmt: skip
    assert turned.folds == found.folds, "the order of documents is irrelevant"
    signs = {best[claim.best] for claim in pile.claims}
    assert len(found.folds) == (1 if len(signs) == 1 else 0)
    for fold in found.folds:
        own = [c for c in found.corroborations if c.claim in {general, special}]
        assert fold.low <= truth.origins or fold.low <= max(c.low for c in own)
        assert fold.low <= fold.high == len(fold.groups)
        assert fold.high <= sum(c.high for c in own)


def _renamed(line: Said | str, at: int) -> Said | str:
    """A line of another claim for some articles."""
    return line if isinstance(line, str) or not at else msgspec.structs.replace(line, claim="other")
