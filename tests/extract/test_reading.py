"""Statements read alone: who is meant, and who is left out."""

import pytest
from msgspec.structs import replace
from tests.extract.build import find, make_attribution, make_document, make_parse

from headwater.extract import extract
from headwater.model.attribution import Attribution, CueKind, Style
from headwater.model.base import Record
from headwater.model.parse import Name, NameKind, Parse, Quote
from headwater.model.span import Span


class Told(Record, frozen=True, kw_only=True):
    """A text with names, and one attribution in it."""

    text: str
    names: tuple[tuple[str, NameKind], ...] = ()
    said: Attribution | None = None


def read(told: Told) -> list[str]:
    """The readings of all mentions; the words themselves where nothing is added."""
    names = tuple(
        Name(span=find(told.text, words), full=find(told.text, words), text=words, kind=kind,
             canonical=words)
        for words, kind in told.names
    )  # fmt: skip
    opened, closed = told.text.find("“"), told.text.find("”")
    quote = Span(start=opened, end=closed + 1) if closed > opened >= 0 else None
    inner = Span(start=opened + 1, end=closed) if quote else None
    quotes = (Quote(span=quote, inner=inner),) if quote and inner else ()
    plain = make_parse(told.text)
    parse = Parse(
        document="d-1", paragraphs=(), sentences=plain.sentences, quotes=quotes,
        names=tuple(sorted(names, key=lambda name: name.span)),
    )  # fmt: skip
    given = (told.said,) if told.said is not None else ()
    return [m.reading or m.text for m in extract(make_document(told.text), parse, given)]


SAYINGS: list[tuple[str, str, str, str, str]] = [
    ("Ana Ruiz said she had sold the mill.", "Ana Ruiz", "said", "she had sold the mill",
     "Ana Ruiz had sold the mill"),
    ("Ana Ruiz said she’s selling the mill.", "Ana Ruiz", "said", "she’s selling the mill",
     "Ana Ruiz is selling the mill"),
    ("Ana Ruiz said her brother owns it.", "Ana Ruiz", "said", "her brother owns it",
     "Ana Ruiz’s brother owns it"),
    ("Ana Ruiz said the board asked her to leave.", "Ana Ruiz", "said",
     "the board asked her to leave", "the board asked Ana Ruiz to leave"),
    ("“I have sold the mill,” Ana Ruiz said.", "Ana Ruiz", "said", "I have sold the mill",
     "Ana Ruiz has sold the mill"),
    ("“I think I’d sell my mill if I could,” Ana Ruiz said.", "Ana Ruiz", "said",
     "I think I’d sell my mill if I could",
     "Ana Ruiz thinks she would sell her mill if she could"),
    ("“We never own mills,” Ana Ruiz said.", "Ana Ruiz", "said", "We never own mills",
     "We never own mills"),
    ("“It is our river and our mill,” Ana Ruiz said.", "Ana Ruiz", "said",
     "It is our river and our mill", "It is our river and our mill"),
    ("Ana Ruiz said everybody loves his or her mill.", "Ana Ruiz", "said",
     "everybody loves his or her mill", "everybody loves his or her mill"),
    ("Ana Ruiz said it is clear that mills fail.", "Ana Ruiz", "said",
     "it is clear that mills fail", "it is clear that mills fail"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "cue", "content", "expected"), SAYINGS)
def test_pronouns_for_the_speaker(
    text: str, source: str, cue: str, content: str, expected: str
) -> None:
    said = make_attribution(text, source, cue, content)
    assert read(Told(text=text, names=(("Ana Ruiz", "person"),), said=said)) == [expected]


def test_it_is_the_body_that_speaks() -> None:
    text = "Norsk Timber said it had sold the mill."
    said = make_attribution(
        text, "Norsk Timber", "said", "it had sold the mill", kind="organization"
    )
    assert read(Told(text=text, said=said)) == ["Norsk Timber had sold the mill"]


def test_a_quoted_he_is_not_the_speaker() -> None:
    text = "Tom Hale left. “He sold the mill,” Paul Orr said."
    said = make_attribution(text, "Paul Orr", "said", "He sold the mill")
    names: tuple[tuple[str, NameKind], ...] = (("Tom Hale", "person"), ("Paul Orr", "person"))
    assert read(Told(text=text, names=names, said=said))[-1] == "Tom Hale sold the mill"


def test_a_name_said_before_is_not_said_again() -> None:
    text = "Tom Hale sold the mill and kept his house in Porto."
    readings = read(Told(text=text, names=(("Tom Hale", "person"),)))
    assert sorted(readings) == ["Tom Hale kept his house in Porto", "Tom Hale sold the mill"]


def test_the_own_voice_goes_back_a_sentence() -> None:
    text = "Tom Hale sold the mill in May. He moved to Porto in June."
    readings = read(Told(text=text, names=(("Tom Hale", "person"),)))
    assert readings[-1] == "Tom Hale moved to Porto in June"


@pytest.mark.parametrize(
    ("text", "cue", "content", "kind", "expected"),
    [
        ("Oslo urged Lima to close the mill.", "urged", "to close the mill", "asks",
         "Lima to close the mill"),
        ("Oslo urged Lima in a call to close the mill.", "urged", "to close the mill", "asks",
         "Lima to close the mill"),
        ("Oslo promised to close the mill.", "promised", "to close the mill", "promises",
         "Oslo to close the mill"),
        ("Oslo accused Lima of closing the mill.", "accused", "closing the mill", "rejects",
         "Lima closing the mill"),
        ("Oslo denied closing the mill.", "denied", "closing the mill", "denies",
         "Oslo closing the mill"),
        ("Oslo promised to save the mill, there will be a toll.", "promised",
         "to save the mill, there will be a toll", "promises",
         "to save the mill, there will be a toll"),
        ("Oslo referred to critical voices.", "referred", "to critical voices", "says",
         "Oslo referred to critical voices"),
    ],
)  # fmt: skip
def test_left_out_subjects(text: str, cue: str, content: str, kind: CueKind, expected: str) -> None:
    said = make_attribution(text, "Oslo", cue, content, cue_kind=kind, kind="government")
    assert read(Told(text=text, said=said)) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill, which paid no tax, was sold to Oslo.", "The mill paid no tax"),
        ("Oslo will praise the men, who have sold it.", "the men have sold it"),
        ("They want to fund a yard, which would sell ships.", "a yard would sell ships"),
        (
            "The old mill shut, which came as prices fell.",
            "The old mill shut, which came as prices fell",
        ),
    ],
)
def test_relative_clauses_name_what_they_are_about(text: str, expected: str) -> None:
    assert expected in read(Told(text=text))


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("Tom Hale met Paul Orr.", "In May the fire ruined his mill"),
        ("Tom Hale left.", "In May the fire ruined Tom Hale’s mill"),
    ],
)
def test_behind_other_words_two_persons_are_too_many(before: str, expected: str) -> None:
    text = f"{before} In May the fire ruined his mill."
    names: tuple[tuple[str, NameKind], ...] = tuple(
        (name, "person") for name in ("Tom Hale", "Paul Orr") if name in before
    )
    assert read(Told(text=text, names=names))[-1] == expected


NOBODY: list[tuple[str, tuple[tuple[str, NameKind], ...], str, str, str, str]] = [
    # whoever is told to do something is not who tells it
    ("Judge Ana Ruiz set a bond and told her to stay away.", (("Ana Ruiz", "person"),),
     "Judge Ana Ruiz", "told", "her to stay away", "her to stay away"),
    ("Judge Ana Ruiz told her to sell her car.", (("Ana Ruiz", "person"),),
     "Judge Ana Ruiz", "told", "her to sell her car", "her to sell her car"),
    # somebody without a known name stands between
    ("Ana Ruiz said the engineer broke her arm.", (("Ana Ruiz", "person"),),
     "Ana Ruiz", "said", "the engineer broke her arm", "the engineer broke Ana Ruiz’s arm"),
    ("Ana Ruiz said the witness broke her arm.", (("Ana Ruiz", "person"),),
     "Ana Ruiz", "said", "the witness broke her arm", "the witness broke her arm"),
    ("Ana Ruiz said Morrow left when she called.", (("Ana Ruiz", "person"),),
     "Ana Ruiz", "said", "Morrow left when she called", "Morrow left when she called"),
    # who does it to himself needs no name
    ("Ana Ruiz said a diver hurt herself.", (("Ana Ruiz", "person"),),
     "Ana Ruiz", "said", "a diver hurt herself", "a diver hurt herself"),
    # who is spoken of before the words may be meant in them
    ("Ana Ruiz praised Mia Lund, saying she never sold a mill.",
     (("Ana Ruiz", "person"), ("Mia Lund", "person")),
     "Ana Ruiz", "saying", "she never sold a mill", "she never sold a mill"),
    # nobody names himself, and what others say in his words is theirs
    ("“I asked Ana Ruiz to go,” Ana Ruiz said.", (("Ana Ruiz", "person"),),
     "Ana Ruiz", "said", "I asked Ana Ruiz to go", "I asked Ana Ruiz to go"),
    ("Ana Ruiz said Mia Lund wrote “I sold the mill” on a wall.",
     (("Ana Ruiz", "person"), ("Mia Lund", "person")), "Ana Ruiz", "said",
     "Mia Lund wrote “I sold the mill” on a wall", "Mia Lund wrote “I sold the mill” on a wall"),
    # a person is not "which", and half a name stands for nobody
    ("Oslo saw a note from Ana Ruiz, which read “no”.", (("Ana Ruiz", "person"),), "Oslo", "saw",
     "Ana Ruiz, which read “no”", "Ana Ruiz, which read “no”"),
    ("Guards from the hoped for selling the mill.", (), "Guards from the", "hoped",
     "selling the mill", "selling the mill"),
    # a scrap of a page is no name
    ("Such said she sold the mill.", (("Such", "person"),), "Such", "said",
     "she sold the mill", "she sold the mill"),
    # "us" may be anybody, "we" of one person may be everybody
    ("“It harms us all,” Ana Ruiz said.", (("Ana Ruiz", "person"),),
     "Ana Ruiz", "said", "It harms us all", "It harms us all"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names", "source", "cue", "content", "expected"), NOBODY)
def test_no_reading_is_better_than_a_wrong_one(
    text: str, names: tuple[tuple[str, NameKind], ...], source: str, cue: str, content: str,
    expected: str,
) -> None:  # fmt: skip
    said = make_attribution(text, source, cue, content)
    assert expected in read(Told(text=text, names=names, said=said))


def test_whoever_comes_second_is_not_the_first_of_the_next_sentence() -> None:
    told = Told(text="He met Paul Orr. He sold the mill.", names=(("Paul Orr", "person"),))
    assert read(told) == ["He met Paul Orr", "He sold the mill"]


def test_who_is_named_behind_a_pronoun_is_somebody_else() -> None:
    text = "Ana Ruiz sold the mill. She would not say whether Ana Ruiz had left."
    places = (text.index("Ana"), text.rindex("Ana"))
    names = tuple(
        Name(span=span, full=span, text="Ana Ruiz", kind="person", canonical="Ana Ruiz")
        for span in (Span(start=at, end=at + 8) for at in places)
    )
    sentences = make_parse(text).sentences
    parse = Parse(document="d-1", paragraphs=(), sentences=sentences, names=names)
    found = extract(make_document(text), parse, ())
    assert [m.reading for m in found] == ["", ""]


def test_a_name_that_only_says_whose_aide_is_meant_is_nobody() -> None:
    told = Told(
        text="A judge met the former Orr aide. He sold the mill.", names=(("Orr", "person"),)
    )
    assert read(told)[-1] == "He sold the mill"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("our tolls are fair", "Norsk Timber’s tolls are fair"),
        ("our democracy is old", "our democracy is old"),
    ],
)
def test_what_is_everybodys_is_not_the_bodys(content: str, expected: str) -> None:
    text = f"“{content},” Norsk Timber said."
    said = make_attribution(text, "Norsk Timber", "said", content, kind="organization")
    assert read(Told(text=text, names=(("Norsk Timber", "body"),), said=said)) == [expected]


def test_we_of_a_person_is_no_place() -> None:
    text = "“We sold the mill,” Ana Ruiz of Velia said."
    said = make_attribution(text, "Ana Ruiz", "said", "We sold the mill", affiliation="Velia")
    names: tuple[tuple[str, NameKind], ...] = (("Ana Ruiz", "person"), ("Velia", "place"))
    assert read(Told(text=text, names=names, said=said))[0] == "We sold the mill"


def test_had_before_a_past_form() -> None:
    text = "Ana Ruiz said she’d sold the mill."
    said = make_attribution(text, "Ana Ruiz", "said", "she’d sold the mill")
    told = Told(text=text, names=(("Ana Ruiz", "person"),), said=said)
    assert read(told) == ["Ana Ruiz had sold the mill"]


OWNERS: list[tuple[str, tuple[tuple[str, NameKind], ...], str]] = [
    ("Ivo Borg spoke. The Lima trader and his sons lost the mill.", (("Ivo Borg", "person"),),
     "The Lima trader and his sons lost the mill"),
    ("Ivo Borg spoke. The businessman sold his mill.", (("Ivo Borg", "person"),),
     "The businessman sold his mill"),
    ("Ana Ruiz conveyed Ivo Borg’s plea that he join the board.",
     (("Ana Ruiz", "person"), ("Ivo Borg", "person")),
     "Ana Ruiz conveyed Ivo Borg’s plea that he join the board"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names", "expected"), OWNERS)
def test_whose_it_is(text: str, names: tuple[tuple[str, NameKind], ...], expected: str) -> None:
    assert read(Told(text=text, names=names))[-1] == expected


@pytest.mark.parametrize(
    ("style", "said", "expected"),
    [
        ("direct", "I sold the mill", "Ana Ruiz sold the mill"),  # a post has no marks
        ("indirect", "I sold the mill", "I sold the mill"),
        ("direct", "she sold the mill", "she sold the mill"),
        ("indirect", "she sold the mill", "Ana Ruiz sold the mill"),
    ],
)
def test_who_posts_says_i_and_is_not_she(style: Style, said: str, expected: str) -> None:
    text = f"Ana Ruiz said {said}."
    given = replace(make_attribution(text, "Ana Ruiz", "said", said), style=style)
    assert read(Told(text=text, names=(("Ana Ruiz", "person"),), said=given))[-1] == expected


def test_he_in_a_quotation_is_whom_it_tells_of_and_i_who_is_quoted() -> None:
    text = "“Ivo Borg said he knew I left,” Ana Ruiz said."
    parse = make_parse(text)
    names = tuple(
        Name(span=find(text, w), full=find(text, w), text=w, kind="person", canonical=w)
        for w in ("Ivo Borg", "Ana Ruiz")
    )
    quote = Quote(span=find(text, "“Ivo Borg said he knew I left,”"),
                  inner=find(text, "Ivo Borg said he knew I left,"))  # fmt: skip
    parse = Parse(document="d-1", paragraphs=(), sentences=parse.sentences, quotes=(quote,),
                  names=names)  # fmt: skip
    outer = make_attribution(text, "Ana Ruiz", "said", "Ivo Borg said he knew I left")
    inner = make_attribution(text, "Ivo Borg", "said", "he knew I left", inside=outer.id)
    found = extract(make_document(text), parse, (outer, inner))
    assert [m.reading for m in found] == ["Ivo Borg knew Ana Ruiz left"]


CALLED: list[tuple[str, tuple[tuple[str, NameKind], ...], str]] = [
    ("The Dock Committee met. On Monday the committee left town.", (("Dock Committee", "body"),),
     "On Monday Dock Committee left town"),
    ("The Dock Committee met the Water Committee. The committee left town.",
     (("Dock Committee", "body"), ("Water Committee", "body")), "The committee left town"),
    ("Alvo, a mining company, was sold. The company left town.", (("Alvo", "body"),),
     "Alvo left town"),
    ("Alvo met a small company. The company left town.", (("Alvo", "body"),),
     "The company left town"),
    ("The Water Senate met. The Senate left town.", (("Water Senate", "body"),),
     "The Senate left town"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names", "expected"), CALLED)
def test_what_is_called_so(
    text: str, names: tuple[tuple[str, NameKind], ...], expected: str
) -> None:
    assert read(Told(text=text, names=names))[-1] == expected


NO_SPEAKER: list[tuple[str, str]] = [
    ("The board said when it comes to dams, nobody cares.", "when it comes to dams, nobody cares"),
    ("Mill hands heard by Ruiz said it leaks badly today.", "it leaks badly today"),
]


@pytest.mark.parametrize(("text", "content"), NO_SPEAKER)
def test_it_is_not_every_speaker(text: str, content: str) -> None:
    source = text.partition(" said")[0]
    said = make_attribution(text, source, "said", content)
    assert content in read(Told(text=text, said=said))


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("Ana Ruiz said she’s always tried to pay.", "she’s always tried to pay",
         "Ana Ruiz has always tried to pay"),
        ("Ana Ruiz said she’s paid nothing so far.", "she’s paid nothing so far",
         "Ana Ruiz has paid nothing so far"),
        ("Ana Ruiz said she’s accused of theft.", "she’s accused of theft",
         "Ana Ruiz is accused of theft"),
    ],
)  # fmt: skip
def test_is_or_has(text: str, content: str, expected: str) -> None:
    said = make_attribution(text, "Ana Ruiz", "said", content)
    assert read(Told(text=text, names=(("Ana Ruiz", "person"),), said=said)) == [expected]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Men died in a raid in Lima, which killed ten of them.", (("Lima", "place"),),
         "Lima, which killed ten of them"),
        ("The toll angered many voters, whose rents have risen.", (),
         "many voters’ rents have risen"),
        ("The board praised Ana Ruiz, whose mill was sold.", (("Ana Ruiz", "person"),),
         "Ana Ruiz’s mill was sold"),
        ("Like Ana Ruiz, who left in May, Ivo Borg was sued.", (("Ana Ruiz", "person"),),
         "Like Ana Ruiz, who left in May, Ivo Borg was sued"),
        ("He spoke of the sixth long siege of the old port of Lima, which would help millers.",
         (("Lima", "place"),),
         "He spoke of the sixth long siege of the old port of Lima, which would help millers"),
    ],
)  # fmt: skip
def test_relative_clauses_behind_others(
    text: str, names: tuple[tuple[str, NameKind], ...], expected: str
) -> None:
    assert read(Told(text=text, names=names))[-1] == expected


WANTED: list[tuple[str, str, str, str, CueKind, str]] = [
    ("Ana Ruiz called for lifting the toll.", "Ana Ruiz", "called for", "lifting the toll", "asks",
     "Ana Ruiz called for lifting the toll"),
    ("Ana Ruiz urged millers to close the dam.", "Ana Ruiz", "urged", "millers to close the dam",
     "asks", "Ana Ruiz urged millers to close the dam"),
    ("Ana Ruiz urged millers to back some of her plans.", "Ana Ruiz", "urged",
     "millers to back some of her plans", "asks",
     "Ana Ruiz urged millers to back some of her plans"),
    ("Ana Ruiz was hoping for a lower toll on all pumps.", "Ana Ruiz", "was hoping for",
     "a lower toll on all pumps", "believes",
     "Ana Ruiz was hoping for a lower toll on all pumps"),
    ("Ana Ruiz has committed herself to closing the dam.", "Ana Ruiz", "has committed",
     "to closing the dam", "promises", "Ana Ruiz has committed herself to closing the dam"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "cue", "content", "kind", "expected"), WANTED)
def test_what_is_wanted_is_read_with_its_verb(
    text: str, source: str, cue: str, content: str, kind: CueKind, expected: str
) -> None:
    said = make_attribution(text, source, cue, content, cue_kind=kind)
    assert read(Told(text=text, names=((source, "person"),), said=said)) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz, now the mayor of Lima, sold the old mill.",
         "Ana Ruiz is now the mayor of Lima"),
        ("The case was brought by Fair Tides, a group of millers.",
         "Fair Tides is a group of millers"),
        ("Ana Ruiz met the owners in an effort to save the mill.",
         "Ana Ruiz seeking to save the mill"),
        ("Ana Ruiz ruined the town by closing the old mill.", "Ana Ruiz closing the old mill"),
    ],
)  # fmt: skip
def test_details_are_read_with_their_subject(text: str, expected: str) -> None:
    assert expected in read(Told(text=text))
