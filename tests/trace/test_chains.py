"""Chains, joined across documents."""

from msgspec.structs import replace
from tests.trace.build import WORDS, Result, article, by, judge, veiled

from headwater.evaluate.scribe import Article, Said, write
from headwater.model.document import Stated
from headwater.model.span import Span
from headwater.resolve import resolve
from headwater.trace import trace

OFFICIALS = veiled("Chilean officials", "Chilean")
CUSTOMS = by("Maltese customs records", "dataset")
REPORT = by("report by the World Health Organization", "report")


def test_hops_of_one_document_run_from_the_publisher_inward() -> None:
    found = Result(article("alpha", by("Reuters", "media_outlet"), OFFICIALS))
    assert found.path("alpha") == ["Alpha Gazette", "Reuters", "Chilean officials"]
    assert [hop.how for hop in found.chain("alpha").hops] == ["published", "said", "said"]
    assert found.chain("alpha").own_depth == 3
    assert all(hop.place for hop in found.chain("alpha").hops[1:])


def test_a_wire_copy_passes_through_the_agency() -> None:
    found = Result(article("alpha", OFFICIALS, agency="AP"))
    assert found.path("alpha") == ["Alpha Gazette", "Associated Press", "Chilean officials"]
    assert found.chain("alpha").hops[1].how == "copied"


def test_a_report_reaches_the_data_that_another_text_says_it_rests_on() -> None:
    found = Result(article("alpha", REPORT), article("beta", REPORT, CUSTOMS))
    assert found.path("alpha")[-1] == CUSTOMS.name
    last = found.chain("alpha").hops[-1]
    assert last.how == "inferred"
    assert last.place is not None
    assert last.place.document == "d-beta"
    assert "beta shows that" in last.reasons[0].text
    assert found.bounds == (1, 1)


def test_an_outlet_that_is_cited_is_followed_into_its_own_article() -> None:
    cited = by("Alpha Gazette", "media_outlet")
    found = Result(article("alpha", CUSTOMS), article("beta", cited))
    assert found.path("beta") == ["Beta Gazette", "Alpha Gazette", "Maltese customs records"]


def test_what_one_story_cites_says_nothing_about_another_story_of_the_outlet() -> None:
    found = Result(article("alpha", CUSTOMS, outlet="Gazette"), article("beta", outlet="Gazette"))
    assert found.path("beta") == ["Gazette"]


def test_what_an_outlet_says_flatly_it_may_have_from_others_than_it_cites() -> None:
    lines = (Said(claim="c", words=WORDS), Said(claim="c", words=WORDS, chain=(CUSTOMS,)))
    found = Result(Article(name="alpha", outlet="Gazette", lines=lines))
    assert found.bounds == (1, 2)
    assert found.rules == {("maybe", "no_lineage")}


def test_words_that_the_text_quotes_elsewhere_are_their_speakers() -> None:
    said = "“the depot received two hundred pumps”"
    lines = (Said(claim="c", words=said), Said(claim="c", words=said, chain=(CUSTOMS,)))
    found = Result(Article(name="alpha", outlet="Gazette", lines=lines))
    assert found.bounds == (1, 1)


def test_a_title_tells_in_short_what_the_text_attributes() -> None:
    lines = (Said(claim="c", words=WORDS), Said(claim="c", words=WORDS, chain=(CUSTOMS,)))
    assert titled(Article(name="alpha", outlet="Gazette", lines=lines)) == (1, 1)


def test_a_report_in_a_title_is_the_one_that_the_text_cites() -> None:
    report, spiegel = by("Report", "report"), by("Der Spiegel", "media_outlet")
    lines = tuple(Said(claim="c", words=WORDS, chain=(one,)) for one in (report, spiegel))
    article = Article(name="alpha", outlet="Gazette", lines=lines)
    assert Result(article).bounds == (1, 2)
    assert titled(article) == (1, 1)


def titled(article: Article) -> tuple[int, int]:
    """The bounds of an article's only claim if its first line is its title."""
    pile = write([article])
    (document,) = pile.documents
    span = Span(start=0, end=document.text.index("\n"))
    title = Stated(value=span.cut(document.text), span=span, given_by="text")
    documents = [replace(document, title=title)]
    sources = resolve(documents, pile.attributions)
    traced = trace(documents, pile.attributions, pile.mentions, sources, pile.claims)
    (found,) = traced.corroborations
    return found.low, found.high


def test_circles_are_cut_and_reported() -> None:
    found = Result(
        article("alpha", by("Beta Gazette", "media_outlet")),
        article("beta", by("Alpha Gazette", "media_outlet")),
    )
    assert found.chain("alpha").circular
    assert found.chain("beta").circular
    assert found.path("alpha") == ["Alpha Gazette", "Beta Gazette"]
    assert "circular" in found.chain("alpha").reasons[0].text
    assert found.bounds == (1, 1)


def test_a_chain_that_leaves_the_pile_ends_with_whom_it_cites() -> None:
    found = Result(article("alpha", by("Der Spiegel", "media_outlet")))
    assert found.path("alpha") == ["Alpha Gazette", "Der Spiegel"]


def test_a_judgement_joins_what_no_text_joins() -> None:
    pile = article("alpha", by("Ines Okafor")), article("beta", by("Hugo Lundgren"))
    found = Result(*pile, judgements=(judge("rests_on", "Ines Okafor", "Hugo Lundgren"),))
    assert found.path("alpha")[-1] == "Hugo Lundgren"
    assert found.bounds == (1, 1)
    assert Result(*pile).bounds == (2, 2)


def test_copied_words_lead_to_the_text_that_came_first() -> None:
    filler = ("A line about the weather over the long grey harbour wall that morning.",) * 1
    said = Said(claim="c", words=WORDS)
    first = Article(name="alpha", outlet="Alpha", published="2021-03-01", lines=(*filler, said))
    later = Article(name="beta", outlet="Beta", published="2021-03-02", lines=(*filler, said))
    found = Result(first, later)
    assert found.path("beta") == ["Beta", "Alpha"]
    assert found.bounds == (1, 1)


LINES = (
    "A line about the weather over the long grey harbour wall that morning.",
    "The choir of the old chapel gathered in the square before the bells rang.",
    "Two retired pilots waited for the train and talked about the new timetable.",
)
LIFTED = Article(
    name="gamma",
    outlet="Gamma",
    published="2021-04-01",
    lines=(*LINES[:2], Said(claim="c", words=WORDS), LINES[2]),
)


def with_lines(name: str, said: Said, *lines: str) -> Article:
    return Article(
        name=name, outlet=name.title(), published="2021-03-01", lines=(*lines[:2], said, *lines[2:])
    )


def test_of_two_texts_the_one_that_holds_most_is_the_one_copied() -> None:
    little = with_lines(
        "alpha", Said(claim="c", words=WORDS, chain=(by("Ada Moe"),)), "It rained.", *LINES[1:]
    )
    most = with_lines("beta", Said(claim="c", words=WORDS, chain=(by("Hugo Lundgren"),)), *LINES)
    found = Result(little, most, LIFTED)
    assert found.path("gamma") == ["Gamma", "Beta", "Hugo Lundgren"]


def test_a_text_that_denies_it_is_not_what_is_copied() -> None:
    denied = Said(
        claim="c",
        words=WORDS,
        chain=(by("Ada Moe"),),
        polarity="negative",
        modality="denied",
    )
    found = Result(with_lines("alpha", denied, *LINES), LIFTED)
    assert found.path("gamma") == ["Gamma"]
