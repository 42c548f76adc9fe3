"""Tests of the page as a text: links, safety, nesting, sameness."""

import random
import re
from itertools import pairwise

import msgspec
import pytest
from lxml import etree, html
from tests.report.sample import make_dossier

from headwater.model.document import Document, Stated
from headwater.model.dossier import Dossier
from headwater.model.failure import Failure
from headwater.model.mention import Mention
from headwater.model.parse import Parse, Sentence
from headwater.model.span import Span
from headwater.report import report
from headwater.report.page import render_page
from headwater.report.ranking import find_kinds
from headwater.report.settings import ReportSettings
from headwater.report.views.cards import QUOTES

replace = msgspec.structs.replace


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return report(make_dossier())


@pytest.fixture(scope="module")
def page(dossier: Dossier) -> str:
    return render_page(dossier)


@pytest.fixture(scope="module")
def tree(page: str) -> html.HtmlElement:
    return html.document_fromstring(page)


def test_nothing_is_asked_of_any_host(tree: html.HtmlElement, page: str) -> None:
    for node in tree.iter():
        for name, value in node.attrib.items():
            if name in {"src", "href", "action", "data", "poster", "srcset", "xlink:href"}:
                assert value.startswith("#"), (node.tag, name, value)
            assert not name.startswith("on") and name != "style"
    assert "@import" not in page
    assert "url(" not in page
    assert not re.search(r"https?://", page)
    policy = tree.xpath("//meta[@http-equiv]/@content")[0]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_every_link_leads_somewhere(tree: html.HtmlElement) -> None:
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = {link[1:] for link in tree.xpath("//@href")}
    assert targets <= set(ids)


def test_every_claim_has_one_place_with_a_link_to_its_words(
    tree: html.HtmlElement, dossier: Dossier
) -> None:
    numbers = {document.id: at for at, document in enumerate(dossier.documents, 1)}
    mentions = {mention.id: mention for mention in dossier.mentions}
    for claim in dossier.claims:
        (place,) = tree.xpath(f"//*[@id='{claim.id}']")
        best = mentions[claim.best]
        words = f"#d{numbers[best.document]}-{best.spans[0].start}-{best.spans[-1].end}"
        assert words in place.xpath(".//@href")


@pytest.mark.parametrize(
    "path",
    [
        "//section[@id='look']//ol[@class='lines']/li",
        "//li[@class='quote']",
        "//section[@id='others']//li",
        "//section[@id='sources']//details/ul[not(@class)]/li",
        "//section[@id='positions']//li",
        "//section[@id='timeline']//li",
        "//ol[@class='origin-list']/li",
        "//table/tbody/tr",
    ],
)
def test_no_line_without_its_words(tree: html.HtmlElement, path: str) -> None:
    lines = tree.xpath(path)
    assert lines
    assert all(line.xpath(".//a[@href]") for line in lines)


def test_words_stand_at_their_anchors(tree: html.HtmlElement, dossier: Dossier) -> None:
    for anchor in tree.xpath("//section[@id='documents']//a[@id]/@id"):
        number, start, end = (int(part) for part in re.findall(r"\d+", anchor))
        words = dossier.documents[number - 1].text[start:end]
        (node,) = tree.xpath(f"//a[@id='{anchor}']")
        following = "".join(node.xpath("following::text()"))
        assert following.lstrip().startswith(words.strip().split("\n")[0][:20])


def test_documents_are_shown_whole(tree: html.HtmlElement, dossier: Dossier) -> None:
    for document in dossier.documents:
        (place,) = tree.xpath(f"//*[@id='{document.id}']//div[@class='text']")
        shown = [p.text_content() for p in place.xpath(".//p")]
        assert shown == [line for line in document.text.split("\n") if line.strip()]


def test_tags_are_nested_and_closed(page: str) -> None:
    body = re.sub(r"<(meta|input|br|hr|img)\b([^>]*?)/?>", r"<\1\2/>", page)
    body = body.replace("<!doctype html>", "").replace(" hidden>", ' hidden="">')
    body = re.sub(r"<(style|script)>.*?</\1>", r"<\1></\1>", body, flags=re.S)
    body = body.replace("<details open>", '<details open="">')
    etree.fromstring(body.encode())


def test_headings_do_not_skip_a_level(tree: html.HtmlElement) -> None:
    levels = [int(node.tag[1]) for node in tree.xpath("//*[self::h1 or self::h2 or self::h3]")]
    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_the_first_screen_counts(tree: html.HtmlElement) -> None:
    (lede,) = tree.xpath("//p[@class='lede']/text()")
    assert lede == (
        "Three claims stand in two or more documents: two lead back to a single origin, "
        "and one more may."
    )
    note = tree.xpath("//header[contains(@class, 'mast')]/p[@class='note']/text()")[0]
    assert note.startswith("Six documents from six outlets, 20 statements, ")


def test_a_claim_can_be_linked_by_any_of_its_mentions(
    tree: html.HtmlElement, dossier: Dossier
) -> None:
    for claim in dossier.claims:
        (place,) = tree.xpath(f"//*[@id='{claim.id}']")
        assert set(claim.mentions) <= set(place.xpath(".//a/@id"))
    assert tree.xpath("count(//a[@class='stays'])") == tree.xpath("count(//article[@data-claim])")


def test_a_card_says_who_is_against_it(tree: html.HtmlElement, dossier: Dossier) -> None:
    claim = next(c for c in dossier.claims if len(c.documents) == 5)
    (card,) = tree.xpath(f"//*[@id='{claim.id}']")
    gist = " ".join(card.xpath(".//p[@class='gist']/text()"))
    assert "one origin, perhaps two" in gist
    assert "Denied by Veldt Works (4 Apr 2031) and Tomas Reyl (6 Apr 2031)." in gist
    assert "One copy: " in card.text_content()
    assert "may be one" in card.text_content()
    assert card.xpath(".//*[local-name()='svg']//*[@class='arc']")


def test_claims_without_a_place_are_counted_and_not_linked(dossier: Dossier) -> None:
    settings = ReportSettings(cards=2, listed=4, sources=3)
    tree = html.document_fromstring(render_page(dossier, settings=settings))
    assert {link[1:] for link in tree.xpath("//@href")} <= set(tree.xpath("//@id"))
    assert len(tree.xpath("//article[@class='card']")) == 2
    assert "Nine more claims" in tree.text_content()
    assert "and 10 more, on which less rests" in tree.text_content()


def test_order_of_records_does_not_matter(page: str) -> None:
    chance = random.Random(7)
    draft = make_dossier()
    changes = {
        name: tuple(chance.sample(value, len(value)))
        for name in draft.__struct_fields__
        if isinstance(value := getattr(draft, name), tuple)
    }
    assert render_page(report(replace(draft, **changes))) == page


def test_ranking_puts_the_echo_first(dossier: Dossier) -> None:
    from headwater.report.lookup import Lookup

    lookup = Lookup(dossier)
    first = lookup.claims[dossier.ranking[0]]
    assert find_kinds(lookup, first) == ("possible echo", "disputed", "figures differ")


HOSTILE = (
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "javascript:alert(1)",
    "{{ 7*7 }}{% include 'x' %}",
    "a\u202eb\u2066c\x00\x1b[2J\x07",
    "Z" + "\u0334\u0351\u0357" * 200,
    "\ud800 lone",
    "漢字 שלום مرحبا",
)


def poison(draft: Dossier, words: str) -> Dossier:
    """The sample with hostile words wherever a file or a name can put them."""

    def stated(found: Stated | None) -> Stated | None:
        return replace(found, value=words, span=None) if found is not None else None

    documents = tuple(
        replace(
            d, name=f"{words} {d.name}", title=stated(d.title), outlet=stated(d.outlet),
            byline=Stated(value=words, given_by="text"), url=Stated(value=words, given_by="x"),
        )
        for d in draft.documents
    )  # fmt: skip
    return replace(
        draft,
        title=words,
        documents=documents,
        sources=tuple(
            replace(s, name=f"{words} {s.name}", aliases=(words,)) for s in draft.sources
        ),
        attributions=tuple(replace(a, name=words) for a in draft.attributions),
        claims=tuple(replace(c, text=words) for c in draft.claims),
        mentions=tuple(replace(m, text=words) for m in draft.mentions),
        failures=(Failure(document=words, stage=words, reason=words, where=words, advice=words),),
        manifest=replace(draft.manifest, settings=words, parts=(words,), inputs=(words,)),
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words: str) -> None:
    page = render_page(report(poison(make_dossier(), words)))
    page.encode()
    tree = html.document_fromstring(page)
    assert len(tree.xpath("//script")) == 1
    assert len(tree.xpath("//style")) == 1
    assert not tree.xpath("//img | //@onerror | //@onload | //iframe | //object")
    assert all(link.startswith("#") for link in tree.xpath("//@href"))
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f]", page)
    assert "49" not in tree.xpath("//h1")[0].text_content()


def long_document(size: int, number: int = 100) -> tuple[Document, Parse, tuple[Mention, ...]]:
    text = ("words without end <b>and no stop " * (size // 33 + 1))[:size]
    document = Document(id="d-long", name="long.txt", digest="0" * 64, format="text", text=text)
    whole = Span(start=0, end=size)
    parse = Parse(
        document="d-long",
        paragraphs=(whole,),
        sentences=(Sentence(span=whole, paragraph=0, tokens=()),),
    )
    mentions = tuple(
        Mention(
            id=f"m-{at}",
            document="d-long",
            spans=(Span(start=at, end=at + 30),),
            statement=(Span(start=at, end=at + 30),),
            text=text[at : at + 30],
            sentence=whole,
        )
        for at in range(0, size - 30, size // number)
    )
    return document, parse, mentions


def test_a_paragraph_of_a_million_signs_is_clipped_in_quotations() -> None:
    draft = make_dossier()
    document, parse, mentions = long_document(1_000_000)
    first = draft.claims[0]
    draft = replace(
        draft,
        documents=(*draft.documents, document),
        parses=(*draft.parses, parse),
        mentions=(*draft.mentions, *mentions),
        claims=(
            replace(first, mentions=(*first.mentions, *(m.id for m in mentions))),
            *draft.claims[1:],
        ),
    )
    page = render_page(report(draft))
    assert len(page.encode()) < 1_800_000  # the text once, escaped, and little more
    tree = html.document_fromstring(page)
    quotes = [q.text_content() for q in tree.xpath("//blockquote")]
    assert max(len(quote) for quote in quotes) < 2_000
    assert any(quote.startswith("… ") for quote in quotes)


def test_ten_thousand_mentions_of_a_claim_make_a_page() -> None:
    draft = make_dossier()
    document, parse, mentions = long_document(400_000, 10_000)
    first = draft.claims[0]
    joined = replace(first, mentions=(*first.mentions, *(m.id for m in mentions)))
    draft = replace(
        draft,
        documents=(*draft.documents, document),
        parses=(*draft.parses, parse),
        mentions=(*draft.mentions, *mentions),
        claims=(joined, *draft.claims[1:]),
    )
    page = render_page(report(draft))
    tree = html.document_fromstring(page)
    card = tree.get_element_by_id(first.id)
    assert len(card.xpath(".//blockquote")) <= QUOTES + 10  # its own, and what is against it
    assert "further statements, marked in the documents" in card.text_content()


def empty() -> list[Dossier]:
    draft = make_dossier()
    bare = {
        name: ()
        for name in draft.__struct_fields__
        if isinstance(getattr(draft, name), tuple) and name not in {"documents", "failures"}
    }
    return [
        replace(draft, **bare),
        replace(draft, documents=(), failures=(), **bare),
    ]


@pytest.mark.parametrize("draft", empty())
def test_an_empty_case_has_a_page(draft: Dossier) -> None:
    page = render_page(report(draft))
    assert "Nothing here is repeated" in page
