"""Sources across documents."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.evaluate.scribe import Article, Cited, Said, Written, write
from headwater.evaluate.synthetic import make_truth
from headwater.model.attribution import SourceKind, Veil
from headwater.model.judgement import Anchor, Judgement
from headwater.model.source import Source
from headwater.resolve import resolve

# A busy machine is no failure, and a test is read more often than it is waited for.
QUICK = settings(deadline=None, max_examples=50)


def pile(*cited: tuple[Cited, ...], dates: Sequence[str | None] = ()) -> Written:
    days = [*dates, *[None] * (len(cited) - len(dates))]
    articles = [
        Article(
            name=f"d{at}",
            outlet=f"Paper {at}",
            published=days[at],
            lines=tuple(
                Said(claim="c", words="rain fell on the pier", chain=(one,)) for one in group
            ),
        )
        for at, group in enumerate(cited)
    ]
    return write(articles)


def sources(written: Written, judgements: tuple[Judgement, ...] = ()) -> tuple[Source, ...]:
    return resolve(written.documents, written.attributions, judgements)


def cited_names(found: Sequence[Source]) -> list[str]:
    return sorted(source.name for source in found if source.attributions)


def one(name: str, kind: SourceKind = "person", affiliation: str | None = None) -> Cited:
    return Cited(name=name, kind=kind, affiliation=affiliation)


@pytest.mark.parametrize(
    ("left", "right", "name"),
    [
        (one("Ines Okafor"), one("Minister Ines Okafor"), "Ines Okafor"),
        (one("Ines Okafor"), one("Okafor"), "Ines Okafor"),
        (one("Ines M. Okafor"), one("Ines Okafor"), "Ines M. Okafor"),
        (one("Oleksandr Kravchenko"), one("Olexandr Kravchenko"), "Oleksandr Kravchenko"),
        (one("Александр Кравченко"), one("Aleksandr Kravchenko"), None),
        (
            one("Harbour Safety Board", "organization"),
            one("HSB", "organization"),
            "Harbour Safety Board",
        ),
        (one("The Post", "media_outlet"), one("Kyiv Post", "media_outlet"), "Kyiv Post"),
    ],
)
def test_one_source_under_two_names(left: Cited, right: Cited, name: str | None) -> None:
    found = [source for source in sources(pile((left,), (right,))) if source.attributions]
    assert len(found) == 1
    assert name is None or found[0].name == name
    assert found[0].reasons


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (one("Ines Okafor"), one("Hugo Okafor")),
        (
            one("Ines Okafor", affiliation="Maltese Energy Ministry"),
            one("Hugo Lundgren", affiliation="Maltese Energy Ministry"),
        ),
        (one("Ines Okafor"), one("Lundgren")),
        (one("Ines Okafor"), one("a group of senators -- Ines Okafor, Hugo Lundgren and others")),
        (
            one("transcript released by the White House", "report"),
            one("statement released by the White House", "report"),
        ),
        (one("port officials", "anonymous"), one("port officials", "anonymous")),
        (one("Chilean customs data", "dataset"), one("Maltese customs data", "dataset")),
    ],
)
def test_two_sources_stay_two(left: Cited, right: Cited) -> None:
    assert len(cited_names(sources(pile((left,), (right,))))) == 2


def test_a_second_name_that_fits_two_people_is_neither() -> None:
    found = sources(pile((one("Ines Okafor"),), (one("Hugo Okafor"),), (one("Okafor"),)))
    assert len(cited_names(found)) == 3


def test_reports_of_one_issuer_are_one_only_in_the_same_weeks() -> None:
    report = one("a report by the World Health Organization", "report"), one("WHO report", "report")
    near = pile((report[0],), (report[1],), dates=("2020-05-01", "2020-05-20"))
    far = pile((report[0],), (report[1],), dates=("2020-05-01", "2021-05-20"))
    assert len(cited_names(sources(near))) == 1
    assert len(cited_names(sources(far))) == 2


def test_people_point_at_their_body_and_voice_its_state() -> None:
    written = pile(
        (one("Ines Okafor", affiliation="Maltese Energy Ministry"),),
        (one("Maltese Energy Ministry", "government"),),
    )
    by_name = {source.name: source for source in sources(written)}
    person, ministry = by_name["Ines Okafor"], by_name["Maltese Energy Ministry"]
    assert person.affiliation == ministry.id
    assert person.interest == ministry.interest == "Malta"


@pytest.mark.parametrize(
    ("affiliation", "interest"),
    [
        ("Harbour Trust", "Harbour Trust"),
        ("head of the Harbour Trust", "Harbour Trust"),
        ("Miller campaign", "Miller campaign"),
        ("Harbour Trust, who left it in May", "Harbour Trust"),
        ("A Harbour Trust spokeswoman", "Harbour Trust"),
        ("campaign", None),
        ("What", None),
        ("Democratic Party", None),
        ("University of Calder", None),
        ("The Guardian", None),
    ],
)
def test_only_a_named_body_has_a_voice(affiliation: str, interest: str | None) -> None:
    written = pile((one("Ines Okafor", affiliation=affiliation),))
    assert next(s for s in sources(written) if s.attributions).interest == interest


@pytest.mark.parametrize(
    ("office", "title", "same"),
    [
        ("Energy Ministry", "Energy Minister", True),
        ("Harbour Trust", "Harbour Trust campaigner", True),
        ("Lundgren", "Lundgren spokeswoman", True),
        ("Energy Ministry", "Transport Minister", False),
        ("Harbour Trust", "novelist", False),
    ],
)
def test_titles_lead_to_bodies_of_the_case(office: str, title: str, *, same: bool) -> None:
    body = one(office, "organization")
    written = pile((body,), (one("Ines Okafor", affiliation=title),))
    found = {source.name: source for source in sources(written)}
    assert (found["Ines Okafor"].affiliation == found[office].id) is same
    assert (found["Ines Okafor"].interest == office) is same


def test_an_office_without_its_state_is_the_only_one_of_the_case() -> None:
    bare, full = (
        one("Petroleum Authority", "government"),
        one("Norway's Petroleum Authority", "government"),
    )
    other = one("Chile's Petroleum Authority", "government")
    assert len(cited_names(sources(pile((bare,), (full,))))) == 1
    assert len(cited_names(sources(pile((bare,), (full,), (other,))))) == 3


def test_data_without_its_state_is_the_only_one_of_the_case() -> None:
    bare, full = one("customs data", "dataset"), one("Chilean customs records", "dataset")
    other = one("Maltese customs records", "dataset")
    assert len(cited_names(sources(pile((bare,), (full,))))) == 1
    assert len(cited_names(sources(pile((bare,), (full,), (other,))))) == 3


def test_places_that_no_lexicon_knows_have_adjectives_too() -> None:
    pair = one("Veldanian customs data", "dataset"), one("customs records of Veldania", "dataset")
    assert len(cited_names(sources(pile((pair[0],), (pair[1],))))) == 1


def test_a_state_that_no_lexicon_knows_is_told_by_its_offices() -> None:
    written = pile(
        (one("Veldania", "organization"),),
        (
            one("Veldania's Ministry of Trade", "government"),
            one("Veldanian officials", "anonymous"),
        ),
        (one("Ines Okafor", affiliation="Ministry of Trade of Veldania"),),
        (one("Veldanian government", "government"), one("Veldania Shipping", "organization")),
    )
    found = {name: s for s in sources(written) for name in (s.name, *s.aliases)}
    assert found["Veldania"].kind == "government"
    assert found["Veldania"] == found["Veldanian government"]
    voices = "Veldania", "Veldania's Ministry of Trade", "Ines Okafor", "Veldanian officials"
    assert {found[name].interest for name in voices} == {"Veldania"}
    assert found["Veldania Shipping"].interest is None


def test_a_firm_with_an_office_is_no_state() -> None:
    found = sources(
        pile((one("Lundgren", "organization"), one("Lundgren spokesman", "organization")))
    )
    assert {source.kind for source in found if source.name == "Lundgren"} == {"organization"}


def test_a_publisher_is_known_by_its_name_in_other_texts() -> None:
    articles = [
        Article(name="a", outlet="Harbour Watch", lines=("It rained.",)),
        Article(
            name="b",
            lines=(
                Said(
                    claim="c",
                    words="rain fell on the pier",
                    chain=(one("the newsletter Harbour Watch", "organization"),),
                ),
            ),
        ),
    ]
    assert cited_names(sources(write(articles))) == ["Harbour Watch"]


def test_a_person_is_a_person_whatever_kind_a_text_suggests() -> None:
    written = pile((one("Ines Okafor"),), (one("Ines Okafor", "organization"),))
    assert cited_names(sources(written)) == ["Ines Okafor"]


def test_senators_speak_for_themselves() -> None:
    written = pile((one("Senator Ines Okafor", affiliation="United States"),))
    assert next(s for s in sources(written) if s.attributions).interest is None


def test_a_son_is_not_his_father() -> None:
    father, son = one("Hugo Lundgren"), one("Hugo Lundgren Jr.")
    assert len(cited_names(sources(pile((father, son))))) == 2
    assert len(cited_names(sources(pile((father,), (son,))))) == 1
    assert len(cited_names(sources(pile((one("Joe Biden"),), (one("Joe Biden Jr."),))))) == 2


@pytest.mark.parametrize(
    ("here", "there", "count"),
    [
        ((one("police", "government"), one("Calder police", "government")), (), 1),
        ((one("police", "government"),), (one("Calder police", "government"),), 1),
        ((one("administration", "government"),), (one("Calder administration", "government"),), 2),
        (
            (one("police", "government"), one("Calder police", "government")),
            (one("Oxley police", "government"),),
            2,
        ),
        ((one("police", "government"),), (one("Oxley Embassy", "government"),), 2),
    ],
)
def test_a_generic_name_is_the_only_one_of_its_sort(
    here: tuple[Cited, ...], there: tuple[Cited, ...], count: int
) -> None:
    assert len(cited_names(sources(pile(here, there)))) == count


def test_parties_that_speak_together_voice_nobody() -> None:
    pair = one("Latvia and Nepal", "government", affiliation="Latvia")
    found = sources(pile((pair,), (one("Latvia", "government"),)))
    joint = next(source for source in found if source.name == "Latvia and Nepal")
    assert joint.interest is None
    assert joint.affiliation is None


def test_where_somebody_lives_is_not_whom_he_speaks_for() -> None:
    found = sources(
        pile(
            (one("Latvia", "government"),), (one("Ines Okafor", affiliation="activist in Latvia"),)
        )
    )
    person = next(source for source in found if source.name == "Ines Okafor")
    assert person.interest is None
    assert person.affiliation is None


def test_a_spokeswoman_is_not_the_one_she_speaks_for() -> None:
    found = sources(pile((one("Hugo Lundgren"), one("spokeswoman for Hugo Lundgren"))))
    assert cited_names(found) == ["Hugo Lundgren", "spokeswoman for Hugo Lundgren"]


def test_people_go_by_the_full_name_that_is_most_used() -> None:
    usual, stray = one("Hugo Lundgren"), one("Hugo Lundgren Saturday")
    found = sources(pile((usual,), (usual,), (stray,)))
    assert cited_names(found) == ["Hugo Lundgren"]


def test_names_that_begin_in_lower_case_are_names() -> None:
    assert cited_names(sources(pile((one("Omar al-Masri"),), (one("Omar al-Masri"),)))) == [
        "Omar al-Masri"
    ]


def test_the_president_is_not_the_vice_president() -> None:
    vice = Article(
        name="a",
        outlet="Paper",
        lines=(
            Said(claim="c", words="rain fell", chain=(one("Vice President Hugo Lundgren"),)),
            Said(claim="d", words="snow fell", chain=(one("president"),)),
        ),
    )
    assert len(cited_names(sources(write((vice,))))) == 2


def test_short_given_names_are_the_long_ones() -> None:
    pair = one("Chris Lundgren"), one("Christopher Lundgren")
    assert len(cited_names(sources(pile((pair[0],), (pair[1],))))) == 1


def test_editions_of_an_outlet_are_one() -> None:
    names = "CNN", "CNN (Web News)", "CNN - News"
    found = sources(pile(*((one(name, "media_outlet"),) for name in names)))
    assert cited_names(found) == ["CNN"]


def test_a_state_goes_by_a_plain_name() -> None:
    odd, plain = one("leaders in Riga", "government"), one("Latvia", "government")
    assert cited_names(sources(pile((odd, odd), (plain,)))) == ["Latvia"]


def test_the_report_of_a_headline_is_the_one_of_its_text() -> None:
    headline, full = one("Report", "report"), one("report by the Harbour Trust", "report")
    other = one("report by the Calder Bakery", "report")
    assert len(cited_names(sources(pile((headline, full))))) == 1
    assert len(cited_names(sources(pile((headline, full, other))))) == 3
    assert len(cited_names(sources(pile((one("report", "report"), full))))) == 2


def test_stray_words_own_nothing() -> None:
    found = sources(
        pile((one("the", "organization"), one("Ines Okafor", affiliation="The Harbour Trust")))
    )
    assert all(source.affiliation is None for source in found)


def judge(kind: str, *names: str) -> Judgement:
    about = tuple(Anchor(name=name) for name in names)
    return Judgement(id="j1", who="ana", made_at="2024-01-01T00:00:00Z", kind=kind, about=about)  # type: ignore[arg-type]


def test_judgements_join_and_part() -> None:
    apart = pile((one("Ines Okafor"),), (one("the harbour master"),))
    joined = sources(apart, (judge("same_source", "Ines Okafor", "the harbour master"),))
    assert len(cited_names(joined)) == 1
    together = pile((one("Ines Okafor"),), (one("Minister Ines Okafor"),))
    parted = sources(together, (judge("different_source", "Ines Okafor", "Minister Ines Okafor"),))
    assert len(cited_names(parted)) == 2


def test_publishers_and_agencies_are_sources() -> None:
    article = Article(name="a", outlet="Harbour Gazette", agency="AP", lines=("It rained.",))
    found = {source.name: source for source in sources(write([article]))}
    assert found["Harbour Gazette"].documents == ("d-a",)
    assert found["Associated Press"].documents == ()
    bare = sources(write([Article(name="leaflet", lines=("It rained.",))]))
    assert [source.name for source in bare] == ["leaflet"]


@QUICK
@given(seed=st.integers(0, 200), order=st.randoms())
def test_order_does_not_matter(seed: int, order: object) -> None:
    written = write(make_truth(seed).articles)
    shuffled = list(written.documents), list(written.attributions)
    for listed in shuffled:
        order.shuffle(listed)  # type: ignore[attr-defined]
    assert resolve(*shuffled) == sources(written)


@QUICK
@given(seed=st.integers(0, 200))
def test_each_attribution_has_one_source(seed: int) -> None:
    written = write(make_truth(seed).articles)
    keys = [key for source in sources(written) for key in source.attributions]
    assert sorted(keys) == sorted(a.id for a in written.attributions)


def test_veils_are_kept() -> None:
    veil = Veil(role="officials", plural=True, body="Ghanaian")
    cited = Cited(name="Ghanaian officials", kind="anonymous", veil=veil)
    found = next(s for s in sources(pile((cited,))) if s.attributions)
    assert (found.veil, found.interest) == (veil, "Ghana")


@pytest.mark.parametrize(
    ("left", "right", "name"),
    [
        (one("Jerry Moe"), one("Jerrold Moe"), None),
        (
            one("the Dutch drug maker Havdal", "organization"),
            one("Havdal", "organization"),
            "Havdal",
        ),
        (
            one("Maltese Harbour Industries", "organization"),
            one("Malta Harbour Industries", "organization"),
            None,
        ),
        (one("Norway's finance ministry", "government"), one("its finance ministry", "government"),
         "Norway's finance ministry"),
    ],
)  # fmt: skip
def test_more_wordings_of_one_source_are_one(left: Cited, right: Cited, name: str | None) -> None:
    found = cited_names(sources(pile((left,), (right,))))
    assert len(found) == 1
    assert name in {None, *found}


def test_a_person_who_is_called_like_a_state_is_no_state_in_his_text() -> None:
    people = one("Ines Jordan"), one("Jordan", "government")
    (found,) = [s for s in sources(pile(people)) if s.attributions]
    assert (found.name, found.interest) == ("Ines Jordan", None)
    apart = pile((people[0],), (people[1],))
    assert {s.interest for s in sources(apart) if s.attributions} == {None, "Jordan"}


@pytest.mark.parametrize(
    ("name", "kind", "interest"),
    [
        ("Norwegian officials", "anonymous", "Norway"),
        ("Norwegian farmers", "anonymous", None),
        ("Norwegian scholars", "anonymous", None),
        ("Norwegian business leaders", "government", None),
        ("Norwegian diplomats", "anonymous", "Norway"),
    ],
)
def test_people_of_a_state_speak_for_it_only_in_its_service(
    name: str, kind: SourceKind, interest: str | None
) -> None:
    (found,) = [s for s in sources(pile((one(name, kind),))) if s.attributions]
    assert found.interest == interest


@pytest.mark.parametrize(
    "words",
    [
        "Okafor's lawyers",
        "lawyers for Okafor",
        "Okafor campaign",
        "Okafor's lawyers, Ada Moe and Leo Moe",
    ],
)
def test_staff_speaks_for_the_only_person_of_that_name(words: str) -> None:
    staff = one(words, "anonymous")
    found = sources(pile((one("Ines Okafor"),), (staff,)))
    assert {s.interest for s in found if s.kind == "anonymous"} == {"Ines Okafor"}
    two = sources(pile((one("Ines Okafor"),), (one("Hugo Okafor"),), (staff,)))
    assert {s.interest for s in two if s.kind == "anonymous"} == {None}


def test_people_quoted_in_a_paper_are_not_the_paper() -> None:
    written = pile((one("tax lawyers interviewed by Paper 1", "organization"),), (one("Ada Moe"),))
    assert "tax lawyers interviewed by Paper 1" in cited_names(sources(written))


def test_a_text_that_names_a_person_in_full_means_that_person_by_the_family_name() -> None:
    articles = [
        Article(name="d0", outlet="A", lines=(
            Said(claim="c", words="x", chain=(one("Ines Jordan"),)),
        )),
        Article(name="d1", outlet="B", lines=(
            "Ines Jordan of the harbour board was there.",
            Said(claim="c", words="x", chain=(one("Jordan", "government"),)),
        )),
    ]  # fmt: skip
    assert cited_names(sources(write(articles))) == ["Ines Jordan"]


def test_a_whistleblower_speaks_for_herself() -> None:
    name = one("whistleblower Ines Okafor", affiliation="the Maltese Energy Ministry")
    plain = one("Ines Okafor", affiliation="the Maltese Energy Ministry")
    found = sources(pile((name,), (plain,)))
    assert {s.interest for s in found if s.attributions} == {None}


def test_two_spellings_of_a_given_name_are_no_namesakes() -> None:
    written = pile((one("Sergei Okafor"),), (one("Sergey Okafor"),), (one("Okafor"),))
    assert len(cited_names(sources(written))) == 1
