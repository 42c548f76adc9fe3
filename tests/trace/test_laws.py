"""Laws that hold for every pile."""

from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.evaluate.scribe import Article, Cited, Said, Written, write
from headwater.evaluate.synthetic import make_truth
from headwater.model.attribution import SourceKind
from headwater.model.trace import Corroboration
from headwater.resolve import resolve
from headwater.trace import trace
from headwater.trace.stage import Traced

# A busy machine is no failure, and a test is read more often than it is waited for.
QUICK = settings(deadline=None, max_examples=50)
SEEDS = st.integers(0, 3_000)


def run(written: Written) -> Traced:
    sources = resolve(written.documents, written.attributions)
    return trace(written.documents, written.attributions, written.mentions, sources, written.claims)


def bounds(articles: tuple[Article, ...]) -> Corroboration:
    (found,) = run(write(articles)).corroborations
    return found


@QUICK
@given(SEEDS)
def test_the_true_number_lies_inside_the_bounds(seed: int) -> None:
    truth = make_truth(seed)
    found = bounds(truth.articles)
    assert found.low <= truth.origins <= found.high == len(found.groups)


@QUICK
@given(SEEDS, st.integers(0, 20))
def test_a_copy_never_corroborates(seed: int, at: int) -> None:
    articles = make_truth(seed).articles
    original = articles[at % len(articles)]
    copy = Article(
        name="zz-copy", outlet="Copyist", agency=original.outlet, published="2021-04-01",
        lines=original.lines,
    )  # fmt: skip
    before, after = bounds(articles), bounds((*articles, copy))
    assert after.low <= before.low
    assert after.high <= before.high


@QUICK
@given(SEEDS)
def test_a_document_twice_under_another_name_never_corroborates(seed: int) -> None:
    articles = make_truth(seed).articles
    again = tuple(
        Article(
            name=f"again-{a.name}", outlet=a.outlet, agency=a.agency, published=a.published,
            lines=a.lines,
        )
        for a in articles
    )  # fmt: skip
    before, after = bounds(articles), bounds((*articles, *again))
    assert after.low == before.low


@QUICK
@given(SEEDS)
def test_a_denial_is_no_support(seed: int) -> None:
    articles = make_truth(seed).articles
    said = next(line for line in articles[0].lines if isinstance(line, Said))
    denial = Said(
        claim=said.claim, words=said.words, chain=(Cited(name="Ottilie Vane"),),
        polarity="negative", modality="denied",
    )  # fmt: skip
    denying = Article(name="zz-denial", outlet="Contrarian", lines=(denial,))
    before, after = bounds(articles), bounds((*articles, denying))
    assert (after.low, after.high) == (before.low, before.high)


@QUICK
@given(SEEDS, st.randoms())
def test_order_does_not_matter(seed: int, order: object) -> None:
    written = write(make_truth(seed).articles)
    shuffled = {}
    for field in ("documents", "attributions", "mentions", "claims"):
        listed = list(getattr(written, field))
        order.shuffle(listed)  # type: ignore[attr-defined]
        shuffled[field] = tuple(listed)
    assert run(Written(**shuffled)) == run(written)


@QUICK
@given(SEEDS, st.data())
def test_a_further_document_lowers_high_only_for_a_reason(seed: int, data: st.DataObject) -> None:
    articles = make_truth(seed).articles
    left_out = data.draw(st.integers(0, len(articles) - 1))
    fewer = articles[:left_out] + articles[left_out + 1 :]
    if not fewer:
        return
    before, after = bounds(fewer), bounds(articles)
    if after.high < before.high:
        merged = [tie for tie in after.ties if tie.kind == "same"]
        fresh = {o for o in before.origins if o not in after.origins}
        assert merged or fresh  # ends that were merged, or that a chain now leads beyond
        assert all(tie.reasons for tie in merged)


@QUICK
@given(SEEDS)
def test_every_hop_shows_its_words_or_reasons_and_none_comes_twice(seed: int) -> None:
    for chain in run(write(make_truth(seed).articles)).chains:
        assert all(hop.place for hop in chain.hops if hop.how == "said")
        assert all(hop.reasons for hop in chain.hops if hop.how == "inferred")
        sources = [hop.source for hop in chain.hops]
        assert len(sources) == len(set(sources))


NAMES = st.one_of(
    st.sampled_from(
        ["", " ", "—", "the", "The", "'s", "a", "北京", "U.S.", "I", "and", "A and B", ","]
    ),
    st.text(max_size=12),
)
KINDS = st.sampled_from(
    [
        "person", "organization", "government", "media_outlet", "report", "dataset", "leak",
        "visual", "anonymous", "unattributed",
    ]
)  # fmt: skip


@QUICK
@given(st.lists(st.tuples(NAMES, KINDS, NAMES), min_size=1, max_size=6))
def test_no_name_is_too_strange(cited: list[tuple[str, SourceKind, str]]) -> None:
    articles = [
        Article(
            name=f"d{at}",
            outlet=belongs or None,
            lines=(
                Said(
                    claim="c",
                    words="the depot received pumps",
                    chain=(Cited(name=name, kind=kind, affiliation=belongs or None),),
                ),
            ),
        )
        for at, (name, kind, belongs) in enumerate(cited)
        if name
    ]
    found = run(write(articles))
    assert all(bound.low <= bound.high for bound in found.corroborations)


def test_an_empty_pile_gives_nothing() -> None:
    assert run(write([])) == Traced(copies=(), chains=(), origins=(), corroborations=())
