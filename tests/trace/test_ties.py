"""When two origins are one, may be one, or are different."""

import pytest
from tests.trace.build import WORDS, Result, article, by, judge, veiled

from headwater.evaluate.scribe import Article, Cited, Said
from headwater.model.attribution import SourceKind

MALTA = "Maltese Energy Ministry"
OKAFOR, LUNDGREN = by("Ines Okafor", affiliation=MALTA), by("Hugo Lundgren", affiliation=MALTA)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (OKAFOR, LUNDGREN, ("same", "one_voice")),
        (OKAFOR, by("Valletta", "government"), ("same", "belongs")),
        (
            by("Maltese Energy Ministry", "government"),
            by("Maltese Transport Ministry", "government"),
            ("maybe", "offices"),
        ),
        (OKAFOR, veiled("Maltese officials", "Maltese"), ("maybe", "one_interest")),
        (
            veiled("Maltese officials", "Maltese"),
            by("Maltese intelligence report", "report"),
            ("maybe", "one_interest"),
        ),
        (by("Ines Okafor"), by("Hugo Lundgren"), ("different", "separate")),
        (OKAFOR, by("Santiago", "government"), ("different", "separate")),
        (by("Ines Okafor"), veiled("people familiar with the matter"), ("maybe", "veiled")),
        (by("Ines Okafor"), by("Critics of Hugo Lundgren", "organization"), ("maybe", "veiled")),
        (by("Ines Okafor"), by("Opponents of the levy", "organization"), ("maybe", "veiled")),
        (
            veiled("Maltese officials", "Maltese"),
            veiled("Chilean officials", "Chilean"),
            ("different", "parties"),
        ),
        (veiled("port workers"), veiled("people briefed on it"), ("maybe", "veiled")),
        (by("residents", "organization"), by("Ines Okafor"), ("maybe", "veiled")),
        (by("the harbour master"), by("Ines Okafor"), ("maybe", "veiled")),
        (by("two Baltic powers", "organization"), by("Ines Okafor"), ("maybe", "veiled")),
        (
            by("the Maltese firm that Okafor owns", "organization"),
            by("Ines Okafor"),
            ("maybe", "veiled"),
        ),
        (
            by("another company named in the Moe file", "organization"),
            by("Havdal", "organization"),
            ("maybe", "veiled"),
        ),
        (
            by("Havdal and Lund Lines", "organization"),
            by("Havdal", "organization"),
            ("maybe", "together"),
        ),
        (
            by("Havdal and Lund Lines", "organization"),
            by("Lund Lines and the drug maker Havdal", "organization"),
            ("maybe", "together"),
        ),
        (by("Havdal", "organization"), by("Lund Lines", "organization"), ("different", "separate")),
        (
            by("Okafor's lawyers, Ada Moe and Leo Moe", "anonymous"),
            by("Okafor's lawyers", "anonymous"),
            ("maybe", "veiled"),
        ),
        (by("Ines Jordan"), by("Jordan", "government"), ("maybe", "namesakes")),
        (by("Ines Okafor"), by("Der Spiegel", "media_outlet"), ("maybe", "no_lineage")),
        (by("several reports", "unattributed"), by("Ines Okafor"), ("maybe", "no_lineage")),
        (
            by("Chilean customs data", "dataset"),
            by("report by the World Bank", "report"),
            ("maybe", "material"),
        ),
        (
            by("Chilean customs data", "dataset"),
            by("Maltese customs data", "dataset"),
            ("different", "separate"),
        ),
        (
            by("Ines Okafor and Hugo Lundgren"),
            by("Ines Okafor"),
            ("maybe", "together"),
        ),
        (
            by("Ines Okafor", affiliation="Harbour Trust"),
            by("Hugo Lundgren", affiliation="Harbour Trust"),
            ("maybe", "offices"),
        ),
        (
            by("Ines Okafor", affiliation="Harbour Trust"),
            by("Harbour Trust", "organization"),
            ("same", "belongs"),
        ),
        (
            by("Maltese intelligence report", "report", "Malta"),
            by("Maltese government", "government"),
            ("maybe", "one_interest"),
        ),
        (
            by("Harbour Trust report", "report", "Harbour Trust"),
            by("Harbour Trust", "organization"),
            ("same", "belongs"),
        ),
        (by("Fire Brigade Office", "government"), by("Harbour Police"), ("maybe", "unplaced")),
        (by("Ines Okafor"), by("Harbour Trust", "organization"), ("maybe", "unplaced")),
        (
            by("Ines Okafor", affiliation="Calder Bakery"),
            by("Harbour Trust", "organization"),
            ("different", "separate"),
        ),
        (
            by("internal report", "report"),
            by("Harbour Trust report", "report"),
            ("maybe", "material"),
        ),
        (
            by("Harbour Trust report", "report"),
            by("Calder Bakery report", "report"),
            ("different", "separate"),
        ),
        (by("an Okafor campaign ad", "report"), by("Ines Okafor"), ("same", "belongs")),
        (by("Okafor's old memos", "report"), by("Ines Okafor"), ("same", "belongs")),
        (by("Ines K. Okafor Jr."), by("Hugo Okafor"), ("different", "separate")),
        (
            by("the leaders of Malta, Norway and Chile", "government"),
            by("the leaders of Norway and Malta", "government"),
            ("same", "jointly"),
        ),
        (
            by("the joint statement", "report"),
            by("the leaders of Norway and Malta", "government"),
            ("same", "jointly"),
        ),
        (
            by("Emmanuel Macron and Angela Merkel"),
            by("the leaders of Germany, Norway and France", "government"),
            ("same", "jointly"),
        ),
        (
            by("the leaders of Malta and Norway", "government"),
            by("the leaders of Norway and Chile", "government"),
            ("maybe", "together"),
        ),
        (
            by("a first report released by Malta's coast guard", "report", "Malta"),
            by("a preliminary Maltese report", "report", "Malta"),
            ("same", "report"),
        ),
        (
            by("a final Maltese report", "report", "Malta"),
            by("a preliminary Maltese report", "report", "Malta"),
            ("maybe", "one_interest"),
        ),
        (
            by("a first report", "report"),
            veiled("Maltese officials", "Maltese"),
            ("maybe", "veiled"),
        ),
        (
            by("a long lawsuit from the Harbour Union", "report", "Harbour Union"),
            by("the new suit", "report", "Harbour Union"),
            ("same", "one_voice"),
        ),
    ],
)
def test_ties_of_named_sources(left: Cited, right: Cited, expected: tuple[str, str]) -> None:
    assert Result(article("alpha", left), article("beta", right)).rules == {expected}


def test_a_ministry_that_publishes_speaks_for_itself() -> None:
    statement = article("alpha", outlet="Maltese Energy Ministry")
    found = Result(statement, article("beta", by("Maltese Energy Ministry", "government")))
    assert found.bounds == (1, 1)
    (origin,) = found.traced.origins
    assert origin.own_voice is None
    assert origin.evidence == "official_statement"


def test_what_one_outlet_cites_in_two_texts_under_two_wordings_is_one() -> None:
    outlet = by("Reuters", "media_outlet")
    works = by("internal report", "report"), by("leaked ledger", "leak")
    crowds = veiled("Maltese officials", "Maltese"), veiled("people briefed on it")
    for left, right in (works, crowds):
        found = Result(article("alpha", outlet, left), article("beta", outlet, right))
        assert found.rules == {("same", "citation")}


def test_an_own_voice_may_rest_on_any_other_origin() -> None:
    found = Result(article("alpha"), article("beta", by("Ines Okafor")))
    assert found.rules == {("maybe", "no_lineage")}
    assert found.bounds == (1, 2)


def test_what_somebody_says_about_himself_others_may_have_from_him() -> None:
    words = "Okafor sold the depot"
    found = Result(
        article("alpha", by("Ines Okafor"), words=words),
        article("beta", by("Hugo Lundgren"), words=words),
    )
    assert found.rules == {("maybe", "about_itself")}


def test_a_family_name_that_comes_first_tells_whom_a_claim_is_about() -> None:
    words = "Kim was ready to meet them"
    found = Result(
        article("alpha", by("Kim Jong-un"), words=words),
        article("beta", by("Chilean officials", "government"), words=words),
    )
    assert found.rules == {("maybe", "about_itself")}


def test_who_speaks_of_himself_may_be_whom_others_quote() -> None:
    found = Result(
        article("alpha", by("Ines Okafor"), words="that makes me proud"),
        article("beta", by("Hugo Lundgren"), words="that makes her proud"),
    )
    assert found.rules == {("maybe", "about_itself")}


def test_two_who_may_both_have_it_from_a_third_are_not_surely_different() -> None:
    words = "Okafor sold the depot"
    pile = [
        article(at, by(name), words=words)
        for at, name in (
            ("alpha", "Ines Okafor"),
            ("beta", "Hugo Lundgren"),
            ("gamma", "Greta Dunmore"),
        )
    ]
    assert Result(*pile[1:]).bounds == (2, 2)
    assert Result(*pile).bounds == (1, 3)


def figures(name: str, source: Cited, *values: float, day: str = "2021-03-05") -> Article:
    said = Said(claim="c", words=WORDS, chain=(source,), figures=values)
    return Article(name=name, outlet=name, published=day, lines=(said,))


INTELLIGENCE = by("Maltese intelligence assessment", "report")
OFFICIALS = veiled("Maltese officials", "Maltese")


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        (figures("a", OFFICIALS, 4312, 17), figures("b", INTELLIGENCE, 4312, 17), "same"),
        (figures("a", OFFICIALS, 4312), figures("b", INTELLIGENCE, 4312), "maybe"),
        (
            figures("a", OFFICIALS, 4312, 17),
            figures("b", INTELLIGENCE, 4312, 17, day="2021-09-01"),
            "maybe",
        ),
        (figures("a", OFFICIALS, 4312, 17), figures("b", INTELLIGENCE, 9, 18), "maybe"),
        (
            figures("a", by("leaked pages of the ledger", "report"), 4312),
            figures("b", by("ledger pages", "leak"), 4312),
            "same",
        ),
        (figures("a", by("Ines Okafor"), 4312, 17), figures("b", OFFICIALS, 4312, 17), "maybe"),
    ],
)
def test_one_release_shows_in_equal_figures(left: Article, right: Article, kind: str) -> None:
    (tie,) = Result(left, right).corroboration.ties
    assert tie.kind == kind


def test_copied_words_in_two_own_voices_are_one_origin() -> None:
    filler = "A line about the weather over the long grey harbour wall that morning."
    pair = [
        Article(name=n, outlet=n, lines=(filler, Said(claim="c", words=WORDS))) for n in ("a", "b")
    ]
    found = Result(*pair)
    assert found.rules == {("same", "copied")}
    assert found.bounds == (1, 1)


def test_judgements_settle_a_tie_and_are_shown_as_theirs() -> None:
    pile = article("alpha", by("Ines Okafor")), article("beta", veiled("port workers"))
    assert Result(*pile).bounds == (1, 2)
    one = Result(*pile, judgements=(judge("same_origin", "Ines Okafor", "port workers"),))
    two = Result(*pile, judgements=(judge("different_origin", "Ines Okafor", "port workers"),))
    assert (one.bounds, two.bounds) == ((1, 1), (2, 2))
    assert "ana decided" in one.corroboration.ties[0].reasons[0].text


def test_every_tie_says_why_and_where() -> None:
    found = Result(
        article("alpha", OKAFOR), article("beta"), article("gamma", veiled("port workers"))
    )
    assert len(found.corroboration.ties) == 3
    assert all(tie.reasons[0].text and tie.reasons[0].places for tie in found.corroboration.ties)


def pivots(found: Result) -> list[str]:
    return [reason.text for reason in found.corroboration.pivots]


def test_pivots_name_the_tie_that_decides_and_where_to_look() -> None:
    reuters = by("Reuters", "media_outlet")
    found = Result(
        article("alpha", by("Ines Okafor")), article("beta", reuters, veiled("port workers"))
    )
    first = pivots(found)[0]
    assert "are one, this has 1 origin; if not, 2 origins" in first
    assert "Reuters, which cites port workers, could tell" in first


def test_pivots_ask_an_own_voice_where_it_has_it_from() -> None:
    found = Result(article("alpha", by("Ines Okafor")), article("beta"))
    assert pivots(found)[0].endswith("; where Beta Gazette has it from would tell")


def test_pivots_tell_what_is_left_without_any_one_source() -> None:
    reuters = by("Reuters", "media_outlet")
    found = Result(
        article("alpha", reuters, by("Ines Okafor")),
        article("beta", reuters, by("Hugo Lundgren")),
    )
    assert set(pivots(found)) >= {
        "without Ines Okafor, 1 origin would be left",
        "without Hugo Lundgren, 1 origin would be left",
        "everything rests on Reuters; nothing is left without",
    }


def test_a_single_origin_is_named_as_what_everything_rests_on() -> None:
    found = Result(article("alpha", by("Ines Okafor")), article("beta", by("Ines Okafor")))
    assert pivots(found) == ["everything rests on Ines Okafor; nothing is left without"]


def test_a_claim_of_one_text_lists_only_where_its_chain_ends() -> None:
    found = Result(article("alpha", by("Reuters", "media_outlet"), by("Ines Okafor")))
    assert pivots(found) == ["everything rests on Ines Okafor; nothing is left without"]


PLEDGE = "“We shall mend the old pier ourselves”"


def test_quoted_words_without_a_speaker_are_whose_another_text_says() -> None:
    found = Result(article("alpha", by("Ines Okafor"), words=PLEDGE), article("beta", words=PLEDGE))
    assert found.bounds == (1, 1)
    assert [hop.how for hop in found.chain("beta").hops] == ["published", "inferred"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("“We shall mend the old pier ourselves, whatever it costs”", (1, 1)),
        ("We shall mend the old pier ourselves", (1, 2)),  # seven words, and no marks
        ("“We shall mend the old wooden pier ourselves”", (1, 1)),
        ("“We shall mend it”", (1, 2)),
        ("“Never again”", (1, 2)),
    ],
)
def test_how_much_must_be_alike(words: str, expected: tuple[int, int]) -> None:
    found = Result(article("alpha", by("Ines Okafor"), words=PLEDGE), article("beta", words=words))
    assert found.bounds == expected


def test_a_sentence_quoted_from_two_names_is_one_utterance() -> None:
    found = Result(
        article("alpha", by("Ines Okafor"), words=PLEDGE),
        article("beta", by("harbour memo", "report"), words=PLEDGE),
    )
    assert (found.bounds, found.rules) == ((1, 1), {("same", "utterance")})


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("tweet", "report", "same"),
        ("image", "visual", "same"),
        ("Okafor image", "visual", "different"),
    ],
)
def test_a_slogan_on_an_unowned_image_is_that_of_another_text(
    name: str, kind: SourceKind, expected: str
) -> None:
    found = Result(
        article("alpha", by("Ines Okafor"), words="“Mend the old pier”"),
        article("beta", by(name, kind), words="“Mend the old pier”"),
    )
    assert {tie for tie, _ in found.rules} == {expected}


def test_a_slogan_quoted_from_two_people_is_not_one_utterance() -> None:
    found = Result(
        article("alpha", by("Ines Okafor"), words="“Mend the old pier”"),
        article("beta", by("Hugo Lundgren"), words="“Mend the old pier”"),
    )
    assert found.rules == {("different", "separate")}


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            by("Maltese Energy Ministry and the Maltese Port Authority", "government"),
            by("Maltese Energy Ministry", "government"),
            ("same", "jointly"),
        ),
        (by("Ines Okafor"), by("an Okafor spokesman"), ("same", "belongs")),
        (
            by("Ines Okafor"),
            by("Hugo Lundgren", affiliation="spokeswoman for former mayor Okafor"),
            ("same", "speaks_for"),
        ),
        (
            by("Ines Okafor"),
            by("Hugo Lundgren", affiliation="lawyer for Ines Okafor"),
            ("maybe", "close"),
        ),
        (
            by("Ines Okafor"),
            by("Hugo Lundgren", affiliation="lawyer for Okafor Shipping"),
            ("different", "separate"),
        ),
        (
            by("Baltic Pilots Union", "organization"),
            by("Baltic Pilots Union's letters to the harbour master", "report"),
            ("same", "belongs"),
        ),
        (
            by("Baltic Pilots Union", "organization"),
            by("letters of the Chilean Divers Union", "report"),
            ("different", "separate"),
        ),
        (
            by("Baltic Pilots Union", "organization"),
            by("Baltic Pilots Union task force", "organization"),
            ("maybe", "part"),
        ),
        (by("Leading Liberals", "organization"), by("Ines Okafor"), ("maybe", "veiled")),
    ],
)
def test_who_speaks_for_whom(left: Cited, right: Cited, expected: tuple[str, str]) -> None:
    assert Result(article("alpha", left), article("beta", right)).rules == {expected}


def test_an_adviser_may_speak_through_a_statement() -> None:
    found = Result(
        article("alpha", by("Hugo Lundgren", affiliation="adviser to Ms. Okafor")),
        article("beta", by("statement from Mayor Okafor's office", "report")),
        article("gamma", by("Ines Okafor"), words="the pier is closed"),
    )
    assert ("maybe", "close") in found.rules


def test_a_lawyer_without_a_name_is_the_only_one_who_is_named() -> None:
    hidden = by("Mr. Okafor's lawyer", "anonymous", affiliation="Okafor")
    named = by("Hugo Lundgren", affiliation="lawyer for Ines Okafor")
    other = by("Rosa Vella", affiliation="Okafor's attorney")
    chair = article("gamma", by("Ines Okafor"), words="the pier is closed")
    both = Result(article("alpha", hidden), article("beta", named), chair)
    assert ("same", "role") in both.rules
    third = Result(article("alpha", hidden), article("beta", named), article("delta", other), chair)
    assert ("same", "role") not in third.rules
