"""What a cue does to its content: a claim is never worded as its opposite."""

import pytest
from tests.extract.build import find, make_attribution, make_document, make_parse

from headwater.extract import extract
from headwater.model.attribution import CueKind

ROWS: list[tuple[str, str, str, str, CueKind, list[tuple[str, int, str]]]] = [
    # a source that does not find or believe a thing takes a stand: the cue belongs to it
    ("The audit did not find that the mill had paid.", "The audit", "did not find",
     "that the mill had paid", "finds", [("did not find that the mill had paid", 1, "negative")]),
    ("Most growers don’t believe the dam will hold.", "Most growers", "don’t believe",
     "the dam will hold", "believes", [("don’t believe the dam will hold", 1, "negative")]),
    ("The files are not enough to prove that Borg lied.", "The files", "prove",
     "that Borg lied", "shows", [("are not enough to prove that Borg lied", 1, "negative")]),
    # what is not said, or by nobody, is the statement of whoever tells so
    ("No serious diver can claim that the wreck is empty.", "No serious diver", "can claim",
     "that the wreck is empty", "says",
     [("No serious diver can claim that the wreck is empty", 0, "negative")]),
    ("The mayor did not deny that the quay had sunk.", "The mayor", "did not deny",
     "that the quay had sunk", "denies",
     [("The mayor did not deny that the quay had sunk", 0, "")]),
    ("The guild never said that the toll was fair.", "The guild", "never said",
     "that the toll was fair", "says",
     [("The guild never said that the toll was fair", 0, "negative")]),
    # what could be said, or is said on a condition, is not said
    ("Velia may ask for pumps if the river rises again.", "Velia", "may ask for pumps if",
     "the river rises again", "asks",
     [("Velia may ask for pumps if the river rises again", 0, "positive")]),
    ("Nobody knows whether the toll will fall.", "Nobody", "knows",
     "whether the toll will fall", "believes",
     [("Nobody knows whether the toll will fall", 0, "negative")]),
    # a thing that is only judged: the judging is what is said
    ("The union slammed the new pay scale.", "The union", "slammed", "the new pay scale",
     "rejects", [("slammed the new pay scale", 1, "positive")]),
    ("The mayor thanked Borg for the loan.", "The mayor", "thanked", "Borg for the loan",
     "believes", [("thanked Borg for the loan", 1, "positive")]),
    ("Borg called the audit of May a farce.", "Borg", "called", "the audit of May a farce",
     "says", [("called the audit of May a farce", 1, "positive")]),
    ("The mayor thanked Elm, Oak and rescue forces for help.", "The mayor", "thanked",
     "Elm, Oak and rescue forces for help", "believes",
     [("thanked Elm, Oak and rescue forces for help", 1, "positive")]),
    ("The deal was criticized by miners.", "miners", "was criticized by", "The deal", "rejects",
     [("The deal was criticized", 1, "")]),
    # a thing of which only the cue tells something
    ("Customs lists show at least 40 pumps.", "Customs lists", "show", "at least 40 pumps",
     "shows", [("Customs lists show at least 40 pumps", 1, "positive")]),
    ("Divers found roughly 90 pages in the wreck.", "Divers", "found",
     "roughly 90 pages in the wreck", "finds",
     [("Divers found roughly 90 pages in the wreck", 1, "positive")]),
    ("The guild voiced deep worry over the mayor’s silence.", "The guild", "voiced",
     "deep worry over the mayor’s silence", "says",
     [("The guild voiced deep worry over the mayor’s silence", 1, "positive")]),
    ("A clerk was asking about the fees of last year.", "A clerk", "was asking about",
     "the fees of last year", "asks",
     [("A clerk was asking about the fees of last year", 1, "positive")]),
    ("The mayor castigated the guild’s plan for the ferry.", "The mayor", "castigated",
     "the guild’s plan for the ferry", "rejects",
     [("The mayor castigated the guild’s plan for the ferry", 1, "negative")]),
    # a thing of which somebody talks, or which he takes as another
    ("The mayor has been critical of the guild’s treatment of divers.", "The mayor",
     "has been critical of", "the guild’s treatment of divers", "believes",
     [("has been critical of the guild’s treatment of divers", 1, "positive")]),
    ("The mayor has talked of closing the dam.", "The mayor", "has talked of",
     "closing the dam", "says", [("has talked of closing the dam", 1, "positive")]),
    ("Roe sees the toll as a burden that falls on millers.", "Roe", "sees",
     "the toll as a burden that falls on millers", "finds",
     [("sees the toll as a burden that falls on millers", 1, "positive")]),
    ("The files revealed details of two mail-reading teams.", "The files", "revealed",
     "details of two mail-reading teams", "shows",
     [("The files revealed details of two mail-reading teams", 1, "positive")]),
    ("They blamed Borg for his exit.", "They", "blamed Borg", "for his exit", "rejects",
     [("blamed Borg for his exit", 1, "positive")]),
    # whom the verb governs cannot open a statement
    ("The mayor defended himself against claims that he lied.", "The mayor", "defended",
     "himself against claims that he lied", "believes",
     [("defended himself against claims that he lied", 1, "positive")]),
    ("Roe offered him the post, and he took it.", "Roe", "offered",
     "him the post, and he took it", "promises",
     [("offered him the post, and he took it", 1, "positive")]),
    # what somebody is judged for is said to be so
    ("The mayor castigated the guild for closing the ferry.", "The mayor", "castigated",
     "the guild for closing the ferry", "rejects",
     [("the guild closing the ferry", 1, "positive")]),
    ("The mayor mocked the guild for not publishing its accounts.", "The mayor", "mocked",
     "the guild for not publishing its accounts", "rejects",
     [("the guild not publishing its accounts", 1, "negative")]),
    ("Ana Ruiz announced her challenge to Borg.", "Ana Ruiz", "announced", "her challenge to Borg",
     "says", [("Ana Ruiz announced her challenge to Borg", 0, "positive")]),
    # a noun that only names what somebody thinks of a thing is part of what is said of it
    ("The board’s adamant opposition to the toll cost it votes.", "The board",
     "adamant opposition to", "the toll", "believes",
     [("The board’s adamant opposition to the toll cost it votes", 0, "positive")]),
    # what tells by itself stays as it is
    ("Borg called for an end of the toll.", "Borg", "called for", "an end of the toll",
     "asks", [("an end of the toll", 1, "positive")]),
    ("The mayor denied the thefts.", "The mayor", "denied", "the thefts", "denies",
     [("the thefts", 1, "negative")]),
    ("The audit showed that the mill had not paid.", "The audit", "showed",
     "that the mill had not paid", "shows", [("the mill had not paid", 1, "negative")]),
    ("The report told of the export of pumps to Lima.", "The report", "told of",
     "the export of pumps to Lima", "says", [("the export of pumps to Lima", 1, "positive")]),
    ("Borg said the clerk, Ana Ruiz, zyxed the files.", "Borg", "said",
     "the clerk, Ana Ruiz, zyxed the files", "says",
     [("the clerk, Ana Ruiz, zyxed the files", 1, "positive")]),
    ("Mayor Claims Mill Owners Sank Ferry Near Lima", "Mayor", "Claims",
     "Mill Owners Sank Ferry Near Lima", "alleges",
     [("Mill Owners Sank Ferry Near Lima", 1, "positive")]),
    ("The deal, which nobody liked, was criticized by Borg.", "Borg", "was criticized by",
     "The deal, which", "rejects",
     [("The deal, which nobody liked, was criticized", 1, "negative")]),
    ("The deal, which nobody liked, was criticized by Borg.", "Borg", "was criticized by",
     "The deal", "rejects",
     [("The deal, which nobody liked, was criticized", 1, "negative")]),
    # a question that a noun leaves open; what the outlet only guesses somebody felt
    ("Roe has tried to temper expectations about what the talks will bring.", "Roe",
     "has tried to temper expectations about", "what the talks will bring", "believes",
     [("Roe has tried to temper expectations about what the talks will bring", 0, "positive")]),
    ("Divers may have felt that they were safe there.", "Divers", "have felt",
     "that they were safe there", "believes",
     [("Divers may have felt that they were safe there", 0, "positive")]),
    ("Borg may raise objections to the size of the toll.", "Borg", "may raise objections to",
     "the size of the toll", "rejects",
     [("Borg may raise objections to the size of the toll", 0, "positive")]),
    ("He’s called the new audit a farce.", "He", "’s called", "the new audit a farce", "rejects",
     [("called the new audit a farce", 1, "negative")]),
    ("Roe questioned what the talks had brought.", "Roe", "questioned",
     "what the talks had brought", "asks", [("what the talks had brought", 1, "positive")]),
    ("The board did not attend, but said the mill was sold.", "The board", "said",
     "the mill was sold", "says", [("the mill was sold", 1, "positive")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "cue", "content", "kind", "expected"), ROWS)
def test_a_statement_keeps_the_words_that_turn_it(
    text: str, source: str, cue: str, content: str, kind: CueKind,
    expected: list[tuple[str, int, str]],
) -> None:  # fmt: skip
    said = make_attribution(text, source, cue, content, cue_kind=kind)
    mentions = extract(make_document(text), make_parse(text), (said,))
    told = all(polarity for _, _, polarity in expected)
    found = [
        (words, len(m.chain), m.polarity if told else "")
        for m in mentions
        for words in dict.fromkeys((m.text, m.reading))
    ]
    assert [row for row in found if row in expected] == expected, found


def test_who_takes_a_stand_is_named_where_it_is_read_alone() -> None:
    text = "The audit did not find that the mill had paid."
    said = make_attribution(
        text, "The audit", "did not find", "that the mill had paid", cue_kind="finds", kind="report"
    )
    (mention,) = extract(make_document(text), make_parse(text), (said,))
    assert mention.reading == "The audit did not find that the mill had paid"


@pytest.mark.parametrize(
    ("text", "cue", "content", "read"),
    [
        ("Ana Ruiz accused Lima of closing the mill.", "accused", "Lima of closing the mill",
         "Lima closing the mill"),
        ("Ana Ruiz blamed the guild for blowing the story out of proportion.", "blamed",
         "the guild for blowing the story out of proportion",
         "the guild blowing the story out of proportion"),
        ("Ana Ruiz kept hitting Borg for not opening the books.", "hitting",
         "Borg for not opening the books", "Borg not opening the books"),
        ("Ana Ruiz warned Lima of closing mills.", "warned", "Lima of closing mills", ""),
        ("Ana Ruiz accused the men who ran the mill of greed.", "accused",
         "the men who ran the mill of greed", ""),
    ],
)  # fmt: skip
def test_who_is_charged_does_what_the_charge_is(
    text: str, cue: str, content: str, read: str
) -> None:
    said = make_attribution(text, "Ana Ruiz", cue, content, cue_kind="believes")
    (mention,) = extract(make_document(text), make_parse(text), (said,))
    assert mention.reading == read


def test_what_is_not_said_inside_a_quotation_stays_with_its_speaker() -> None:
    content = "no engineer would say that the dam is sound"
    text = f"Ana Ruiz said {content}."
    outer = make_attribution(text, "Ana Ruiz", "said", content)
    inner = make_attribution(
        text, "no engineer", "would say", "that the dam is sound", inside=outer.id
    )
    (mention,) = extract(make_document(text), make_parse(text), (outer, inner))
    assert (mention.text, mention.chain) == (content, (outer.id,))


def test_the_words_that_only_name_the_speaker_are_no_statement() -> None:
    text = "The mill will close, the Courier quoted Borg as saying."
    outer = make_attribution(text, "the Courier", "quoted", "The mill will close", cue_kind="cites")
    named = make_attribution(text, "the Courier", "quoted", "Borg as saying").content
    both = type(outer)(**{f: getattr(outer, f) for f in outer.__struct_fields__}
                       | {"content": (*outer.content, *named)})  # fmt: skip
    mentions = extract(make_document(text), make_parse(text), (both,))
    assert [m.text for m in mentions] == ["The mill will close"]


@pytest.mark.parametrize(("kind", "said"), [("rejects", ["The data were panned"]), ("says", [])])
def test_only_what_judges_a_thing_is_said_of_it(kind: CueKind, said: list[str]) -> None:
    text = "The data were panned by the guild."
    given = make_attribution(text, "the guild", "were panned by", "The data", cue_kind=kind)
    assert [m.text for m in extract(make_document(text), make_parse(text), (given,))] == said


def test_what_is_dismissed_is_not_said() -> None:
    text = "Borg dismissed the notion that Oslo had paid."
    said = make_attribution(text, "Borg", "dismissed", "the notion that Oslo had paid")
    (mention,) = extract(make_document(text), make_parse(text), (said,))
    assert mention.reading == "Borg dismissed the notion that Oslo had paid"


def test_what_was_voted_against_keeps_its_against() -> None:
    text = "Borg voted against renaming the pier."
    said = make_attribution(text, "Borg", "voted against", "renaming the pier")
    (mention,) = extract(make_document(text), make_parse(text), (said,))
    assert mention.reading == "Borg voted against renaming the pier"


def test_what_somebody_called_a_thing_stays_in_its_sentence() -> None:
    text = "It rained during what Borg called a long and costly siege."
    said = make_attribution(text, "Borg", "called", "a long and costly siege")
    (mention,) = extract(make_document(text), make_parse(text), (said,))
    assert (mention.attribution, mention.text) == (None, text[:-1])


@pytest.mark.parametrize(
    ("text", "cue", "first", "second"),
    [
        ("The sale of the mill was seen by some as a blow to Roe.", "was seen by",
         "The sale of the mill", "as a blow to Roe"),
        ("Divers are reportedly obliged to report the wreck.", "are reportedly obliged", "Divers",
         "to report the wreck"),
    ],
)  # fmt: skip
def test_a_verb_between_the_parts_of_a_content_stays(
    text: str, cue: str, first: str, second: str
) -> None:
    said = make_attribution(text, "some" if "some" in text else "", cue, first)
    parts = (find(text, first), find(text, second))
    said = type(said)(**{f: getattr(said, f) for f in said.__struct_fields__} | {"content": parts})
    found = extract(make_document(text), make_parse(text), (said,))
    assert [m.text for m in found] == [text.rstrip(".")]
