"""Mentions of small documents: whose they are, how firm, and what they say."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.build import make_attribution, make_document, make_parse

from headwater.extract import extract
from headwater.model.attribution import CueKind
from headwater.parse import parse


def run(text: str, *attributions: object) -> list[tuple[str, int, str, str]]:
    mentions = extract(make_document(text), make_parse(text), attributions)  # type: ignore[arg-type]
    return [(m.text, len(m.chain), m.modality, m.polarity) for m in mentions]


def test_own_voice() -> None:
    assert run("The quay at Lodden was closed in March.") == [
        ("The quay at Lodden was closed in March", 0, "asserted", "positive")
    ]


def test_attributed_words_leave_the_own_voice() -> None:
    text = "The quay was closed, the harbour master said."
    said = make_attribution(text, "the harbour master", "said", "The quay was closed")
    assert run(text, said) == [("The quay was closed", 1, "asserted", "positive")]


def test_chain_runs_inward() -> None:
    text = "The Courier reported, citing an auditor, that the fund was empty."
    outer = make_attribution(text, "The Courier", "reported", "the fund was empty")
    inner = make_attribution(text, "an auditor", "citing", "the fund was empty", inside=outer.id)
    assert run(text, outer, inner) == [("the fund was empty", 2, "asserted", "positive")]
    mention = extract(make_document(text), make_parse(text), (inner, outer))[0]
    assert mention.chain == (outer.id, inner.id)
    assert mention.attribution == inner.id


def test_words_around_an_inner_attribution_stay_with_the_outer_one() -> None:
    content = "the fund was empty, and that an auditor had called it a fraud"
    text = f"The Courier reported that {content}."
    outer = make_attribution(text, "The Courier", "reported that", content)
    inner = make_attribution(text, "an auditor", "had called", "it a fraud", inside=outer.id)
    assert [(said, depth) for said, depth, _, _ in run(text, outer, inner)] == [
        ("the fund was empty", 1),
        ("had called it a fraud", 2),
    ]


def test_a_silence_is_the_outlets_own_statement() -> None:
    text = "The ministry did not respond to a request for comment."
    silence = make_attribution(
        text, "The ministry", "did not respond to", "a request for comment", cue_kind="silent"
    )
    mentions = extract(make_document(text), make_parse(text), (silence,))
    assert [(m.kind, m.chain, m.polarity) for m in mentions] == [("meta", (), "negative")]


@pytest.mark.parametrize(
    ("cue", "cue_kind", "expected"),
    [
        ("denied", "denies", ("denied", "negative")),
        ("rejected", "rejects", ("asserted", "negative")),
        ("condemned", "rejects", ("asserted", "positive")),
        ("promised", "promises", ("planned", "positive")),
        ("alleged", "alleges", ("alleged", "positive")),
        ("said", "says", ("asserted", "positive")),
    ],
)
def test_cues_set_the_strength(cue: str, cue_kind: CueKind, expected: tuple[str, str]) -> None:
    text = f"The mayor {cue} the sale of the depot."
    said = make_attribution(text, "The mayor", cue, "the sale of the depot", cue_kind=cue_kind)
    judged = f"{cue} " * (cue == "condemned")  # what is only judged says nothing by itself
    assert run(text, said) == [(f"{judged}the sale of the depot", 1, *expected)]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("the firm may have paid a bribe", ("possible", "positive")),
        ("the firm is probably routing oil through Velia", ("probable", "positive")),
        ("the firm allegedly forged the permits", ("alleged", "positive")),
        ("the firm did not pay the fine", ("asserted", "negative")),
        ("the firm has yet to pay the fine", ("asserted", "negative")),
        ("the firm paid the fine, because it was not insured", ("asserted", "positive")),
        ("the firm paid a clerk who might have been bribed", ("asserted", "positive")),
    ],
)
def test_words_of_the_content_set_the_strength(content: str, expected: tuple[str, str]) -> None:
    text = f"{content[0].upper()}{content[1:]}."
    assert run(text)[0][2:] == expected


def test_leftovers_around_an_attribution_are_no_statements() -> None:
    text = "The mine leaks, the Courier wrote on May 2, citing workers who asked for secrecy."
    wrote = make_attribution(text, "the Courier", "wrote", "The mine leaks", kind="media_outlet")
    assert [said for said, *_ in run(text, wrote)] == ["The mine leaks"]


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        # a deed told at length behind the cue; not a mere time, nor what no verb tells
        ("The fee was named by guards when they charged Lund in May with eight crimes.",
         "The fee", "they charged Lund in May with eight crimes"),
        ("The fee was named by guards after he had got much less than he wanted.",
         "The fee", "he had got much less than he wanted"),
        ("The fee was named by guards when they left the hall.", "The fee", None),
        ("The fee was named by guards after the long hearing in May hosted by the town.",
         "The fee", None),
        # a year before its subject
        ("The fee was named by guards, but in 2031 Lund lowered it.", "The fee",
         "in 2031 Lund lowered it"),
        # what stands before "in what somebody calls ..."; a verb keeps its preposition
        ("Ten boats sank at noon, in what guards called a raid.", "what guards called a raid",
         "Ten boats sank at noon"),
        ("Ten boats sank off Lima during what guards called a raid.", "what guards called a raid",
         "Ten boats sank off Lima"),
        ("The town has paid for what guards called a raid.", "what guards called a raid", None),
    ],
)  # fmt: skip
def test_facts_beside_somebodys_words(text: str, content: str, expected: str | None) -> None:
    said = make_attribution(text, "guards", "named" if "named" in text else "called", content)
    own = [m.text for m in extract(make_document(text), make_parse(text), [said]) if not m.chain]
    assert own == ([] if expected is None else [expected])


def test_a_sentence_beside_others_words_is_whole() -> None:
    text = "Ruiz said the mayor says the mill leaks. If it does, the dam will go."
    outer = make_attribution(
        text, "Ruiz", "said", "the mayor says the mill leaks. If it does, the dam will go"
    )
    inner = make_attribution(text, "the mayor", "says", "the mill leaks", inside=outer.id)
    found = extract(make_document(text), make_parse(text), [outer, inner])
    assert [m.text for m in found] == ["the mill leaks", "If it does, the dam will go"]


def test_what_which_adds_is_as_firm_as_its_own_verb() -> None:
    text = "The mayor lost a large sum in May, which may have freed him from tolls."
    found = extract(make_document(text), make_parse(text), [])
    assert [m.modality for m in found] == ["asserted", "possible"]


def test_what_a_thing_is_dismissed_as_is_said_of_it() -> None:
    text = "Ruiz dismissed the plan as a costly farce."
    kinds = {"as": "positive", "without": "negative"}
    content = {"as": "the plan as a costly farce", "without": "the plan"}
    found = {
        key: extract(
            make_document(text),
            make_parse(text),
            [make_attribution(text, "Ruiz", "dismissed", words, cue_kind="rejects")],
        )[0].polarity
        for key, words in content.items()
    }
    assert found == kinds


@pytest.mark.parametrize(
    "text",
    [
        "They spoke on condition of anonymity because the talks go on.",
        "They insisted not to be named because they were not allowed to tell of it.",
    ],
)
def test_a_condition_of_anonymity_is_about_the_reporting(text: str) -> None:
    assert extract(make_document(text), make_parse(text), ())[0].kind == "meta"


def test_a_side_that_negates_its_own_act_denies() -> None:
    text = "We have never sold a single shell, the spokesman said."
    said = make_attribution(text, "the spokesman", "said", "We have never sold a single shell")
    assert run(text, said)[0][2:] == ("denied", "negative")


@pytest.mark.parametrize(
    ("content", "modality"),
    [
        ("the dam will burst", "planned"),
        ("of a flood", "planned"),
        ("the dam has cracks", "asserted"),
    ],
)
def test_a_warning_of_what_is_states_it(content: str, modality: str) -> None:
    text = f"The board warned that {content}."
    said = make_attribution(text, "The board", "warned that", content, cue_kind="warns")
    assert run(text, said)[0][2] == modality


def test_a_name_with_no_in_it_negates_nothing() -> None:
    text = "The states have a “no tolls” pact."
    assert run(text)[0][3] == "positive"


def test_list_items_share_the_statement() -> None:
    text = "The yard has delivered pumps, valves and steel pipes to the refinery."
    mentions = extract(make_document(text), make_parse(text), ())
    assert {m.text for m in mentions} == {
        "The yard has delivered pumps to the refinery",
        "The yard has delivered valves to the refinery",
        "The yard has delivered steel pipes to the refinery",
    }
    assert len({m.statement for m in mentions}) == 1


WORDS = st.sampled_from(
    "the a firm Velia has sold not , . ; and but “ ” which said may 40 % \n while it’s -".split(" ")
)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=40))
def test_spans_cut_out_the_mentions_words(words: list[str]) -> None:
    text = " ".join(words)
    for mention in extract(make_document(text), make_parse(text), ()):
        cut = " ".join(span.cut(text) for span in mention.spans)
        assert mention.text == " ".join(cut.split())
        assert all(span.end <= len(text) for span in mention.spans)


def test_a_list_of_examples_leaves_the_whole_as_a_statement_too() -> None:
    text = "The firm sold spare parts abroad, including pumps, valves and hoses."
    assert sorted(said for said, *_ in run(text)) == [
        "The firm sold spare parts abroad",
        "The firm sold spare parts abroad, including hoses",
        "The firm sold spare parts abroad, including pumps",
        "The firm sold spare parts abroad, including valves",
    ]


def test_a_scrap_stays_with_the_speaker_around_it() -> None:
    content = "maybe the mayor is not as frugal as he says he is"
    text = f"Ruiz said {content}."
    outer = make_attribution(text, "Ruiz", "said", content)
    inner = make_attribution(text, "he", "says", "he is", inside=outer.id)
    assert [(said, depth) for said, depth, _, _ in run(text, outer, inner)] == [(content, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "If the dam had held, the lower town would have stayed dry.",
        "Often it seemed that nobody knew what the board was for.",
        "Borg to visit Oslo in May, meet with Roe.",
    ],
)
def test_a_whole_sentence_is_a_statement(text: str) -> None:
    assert [said for said, *_ in run(text)] == [text.rstrip(".")]


@pytest.mark.parametrize(
    "text", ["Hard to say anything of the old mill.", "Click here to join the board."]
)
def test_a_line_without_a_verb_is_no_statement(text: str) -> None:
    assert run(text) == []


def test_what_goes_on_behind_a_source_is_its_own() -> None:
    text = "Borg flies to Oslo in May, the guild said on Friday, where he will see Roe for talks."
    guild = make_attribution(text, "the guild", "said", "Borg flies to Oslo in May")
    assert [said for said, *_ in run(text, guild)] == [
        "Borg flies to Oslo in May where he will see Roe for talks"
    ]


def test_two_words_are_enough_for_a_denial() -> None:
    text = "The ministry denied the deliveries."
    denied = make_attribution(
        text, "The ministry", "denied", "the deliveries", cue_kind="denies", kind="government"
    )
    assert [said for said, *_ in run(text, denied)] == ["the deliveries"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Velia sold ore to Bosnia and Herzegovina.", ["Velia sold ore to Bosnia and Herzegovina"]),
        (
            "He led the Department of Roads and Bridges until May.",
            ["He led the Department of Roads and Bridges until May"],
        ),
        ("The bank offers search and rescue.", ["The bank offers search and rescue"]),
        (
            "The causes are known, but are not settled.",
            ["The causes are known, but are not settled"],
        ),
    ],
)
def test_what_is_never_split(text: str, expected: list[str]) -> None:
    assert [said for said, *_ in run(text)] == expected


def test_statements_that_share_a_subject_stay_in_text_order() -> None:
    text = "The firm has sold the mill and has closed the quay and has left the city."
    assert [said for said, *_ in run(text)] == [
        "The firm has sold the mill",
        "The firm has closed the quay",
        "The firm has left the city",
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The clerk read his 60-page letter aloud.", [60]),
        ("The two towns bought 40 buses.", [40]),
        ("The bottom one-fifth of earners pay 12 percent.", [12]),
    ],
)
def test_a_number_that_only_says_who_is_meant_measures_nothing(
    text: str, values: list[float]
) -> None:
    document = make_document(text)
    assert [a.value for m in extract(document, parse(document), ()) for a in m.amounts] == values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In addition, the mill has paid no tax.", ["the mill has paid no tax"]),
        ("Make no mistake, the mill was sold.", ["the mill was sold"]),
        ("First, the mill has paid no tax.", ["the mill has paid no tax"]),
        (
            "While the mill has paid its tax, the port is still in debt.",
            ["the mill has paid its tax", "the port is still in debt"],
        ),
        (
            "Because the mill has paid no tax, the port is in debt.",
            ["Because the mill has paid no tax, the port is in debt"],
        ),
        ("In May, the mill paid no tax.", ["In May, the mill paid no tax"]),
    ],
)
def test_what_only_ties_a_sentence_to_others_is_left_out(text: str, expected: list[str]) -> None:
    assert [row[0] for row in run(text)] == expected


def test_that_before_a_noun_that_looks_like_a_verb_goes() -> None:
    text = "Roe said that trade is only one cause of it."
    said = make_attribution(text, "Roe", "said", "that trade is only one cause of it")
    assert [row[0] for row in run(text, said)] == ["trade is only one cause of it"]


def test_a_silence_keeps_its_reason() -> None:
    text = "They spoke on the condition of anonymity because the file is secret."
    assert [row[0] for row in run(text)] == [text.rstrip(".")]
