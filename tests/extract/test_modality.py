"""How firm statements are, and whether they affirm: one table a cause."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.build import make_attribution, make_document, make_parse

from headwater.extract import extract
from headwater.extract.cue_sense import read_cue
from headwater.model.attribution import CueKind, SourceKind
from headwater.model.mention import Mention


def read(text: str, *attributions: object) -> Mention:
    """The first statement of a text."""
    return extract(make_document(text), make_parse(text), attributions)[0]  # type: ignore[arg-type]


def strength(text: str, *attributions: object) -> tuple[str, str]:
    """Its modality and polarity."""
    mention = read(text, *attributions)
    return mention.modality, mention.polarity


@pytest.mark.parametrize(
    "text",
    [
        "The yard failed to launch the ferry.",
        "The mayor refused to sign the lease.",
        "The council stopped short of closing the pool.",
        "No one at the depot saw the truck.",
        "The case is far from over.",
        "This is plainly false.",
        "The board is satisfied that there was no leak in the tunnel.",
        "The audit shows that the fee was never paid.",
        "A leaflet attacks the mill for not paying its drivers.",
        "The rule was written to calm the town without asking much of the mill.",
        "The ministry has yet to name a bidder.",
        "The firm lacks a permit for the quarry.",
        "The board was unable to find a buyer.",
        "The odd thing is that the yard has no gate.",
        "It is surprising that the mayor has not called.",
        "What the crew can say for sure, is that the ferry has no radar.",
        "Even when fully manned, the boats alone do not help.",
        "The last time the river rose, the dam did not hold.",
        "There was “no offer” made for the ferry.",
        "The seating not linked to the fire was moved.",
        "The talks ended without a deal.",
        "The town is without power.",
        "With no offer on the table, the crew did not stay.",
        "It is impossible that the lock was forced.",
    ],
)
def test_what_is_said_not_to_be_so(text: str) -> None:
    assert strength(text) == ("asserted", "negative")


@pytest.mark.parametrize(
    "text",
    [
        "The yard did not fail to launch the ferry.",
        "Output of the mill declined to 40 tonnes.",
        "The flood not only closed the road but took the bridge.",
        "No fewer than nine ferries were sold.",
        "There is no doubt that the valve broke.",
        "The news couldn’t have come at a worse time for the yard.",
        "When the ferry did not come, the passengers took a bus.",
        "Goods that do not meet the rule are burned at the port.",
        "Parliament rejected the harbour bill in May.",
        "Paying no toll is cheap for the drivers.",
        "The mayor didn’t just close the pool.",
        "Even without a keeper, the lock will stay open.",
        "The council is moving to raise the toll, without giving a reason.",
        "The news couldn’t get any better.",
        "A forced lock is not ruled out.",
        "The rust is not inconsistent with a leak.",
        # nor does what is told of a noun, opens the sentence, or goes with the deed
        "I truly regret my trust in a man who does not pay.",
        "Today we saw a trial that has no place in Lodden.",
        "Despite no ties between the two yards, the owners met in May.",
        "With no offer on the table, the crew went home.",
        "The mayor left Lodden without notice.",
        "The drivers worked without pay.",
    ],
)
def test_negative_words_that_do_not_negate(text: str) -> None:
    assert strength(text) == ("asserted", "positive")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("It appears that the lock was forced.", "probable"),
        ("Sales of the ferry line are expected to rise.", "probable"),
        ("It is unclear whether the lock was forced.", "possible"),
        ("If the dyke fails, the village is lost.", "possible"),
        ("Without the strike the yard would have closed.", "possible"),
        ("The port is considering selling its cranes.", "possible"),
        ("The crew are believed to have left on Monday.", "alleged"),
        ("The mayor wants to sell the pool.", "planned"),
        ("The aim is to open the road in June.", "planned"),
        ("The guard could not open the safe.", "asserted"),
        ("Police arrested an alleged forger in Lodden.", "asserted"),
        ("Half of likely voters back the bridge.", "asserted"),
        ("The mayor refused to promise to resign.", "asserted"),
        ("If drivers object to it, they should change the rule.", "asserted"),
        ("It’s quite possible that the lock was forced.", "possible"),
        ("It is possible the lock was forced.", "possible"),
        ("From April 3 to May 11 no train ran.", "asserted"),
        ("The council will close the bridge in May.", "planned"),
        ("The bridge will be closed in May.", "planned"),
        ("The keeper will soon be checking all lamps.", "planned"),
        ("If the dyke fails, the council will close the bridge.", "planned"),
        ("The bridge will be a burden on the town.", "asserted"),
        ("The town will have three bridges.", "asserted"),
        ("The council will not close the bridge.", "asserted"),
        ("A closed bridge would please the ferrymen.", "asserted"),
        ("The races are now scheduled to start at noon.", "planned"),
        ("He’s going to close the bridge.", "planned"),
        ("We call on the council to keep the bridge.", "planned"),
        ("I hope that the men who may sell it stay.", "asserted"),
        ("It certainly looks like the lock was forced.", "probable"),
    ],
)
def test_how_firm_the_words_are(text: str, modality: str) -> None:
    assert strength(text)[0] == modality


@pytest.mark.parametrize(
    ("asked", "modality"),
    [("Is the bridge closed?", "possible"), ("Why was the bridge closed?", "asserted")],
)
def test_how_firm_a_question_is(asked: str, modality: str) -> None:
    text = f"“{asked}” Roe said."
    assert strength(text, make_attribution(text, "Roe", "said", asked))[0] == modality


def test_a_rejected_claim_in_the_own_voice_is_a_denial() -> None:
    assert strength("The ministry rejects the accusations.") == ("denied", "negative")


@pytest.mark.parametrize(
    ("source", "cue", "content", "expected"),
    [
        ("the guards", "never thought", "the pump was broken", ("asserted", "negative")),
        ("Nobody", "says", "the pump was broken", ("asserted", "negative")),
        ("The audit", "did not conclude that", "the fund was empty", ("asserted", "negative")),
        ("The police", "suspect", "the guard took the key", ("possible", "positive")),
        ("The town", "hopes", "the ferry comes back", ("possible", "positive")),
        ("The town", "fears", "the sale of the ferry", ("asserted", "positive")),
    ],
)
def test_a_cue_can_turn_its_content(
    source: str, cue: str, content: str, expected: tuple[str, str]
) -> None:
    text = f"{source} {cue} {content}."
    said = make_attribution(text, source, cue, content, cue_kind="believes", kind="organization")
    assert strength(text, said) == expected


@pytest.mark.parametrize(
    ("source", "cue", "sense"),
    [
        ("The guards", "did not know that", "plain"),
        ("The police", "could not confirm that", "open"),
        ("The guards", "did not think that", "negated"),
        ("The guards", "said that", "plain"),
    ],
)
def test_what_hangs_on_knowing_stays_as_it_is(source: str, cue: str, sense: str) -> None:
    text = f"{source} {cue} the pump was broken."
    said = make_attribution(text, source, cue, "the pump was broken")
    assert read_cue(text, said).sense == sense


def test_a_negated_cue_is_shown_as_what_decided() -> None:
    text = "The guards never thought the pump was broken."
    said = make_attribution(text, "The guards", "thought", "the pump was broken")
    found = read(text, said)
    assert found.stance_cue
    assert [span.cut(text).strip() for span in found.evidence] == ["never"]


@pytest.mark.parametrize(
    ("content", "kind", "expected"),
    [
        ("We have never paid a bribe", "organization", ("denied", "negative")),
        ("it has not paid a bribe", "organization", ("denied", "negative")),
        ("We do not think the rule works", "person", ("asserted", "negative")),
        ("we will open the dam in May", "government", ("planned", "positive")),
        ("we will not send ships", "government", ("planned", "negative")),
        ("we will certainly not accept such lectures", "government", ("asserted", "negative")),
        ("We must not forget the divers", "government", ("asserted", "negative")),
        ("We do not have any part in it", "government", ("denied", "negative")),
        ("I could not sleep", "person", ("asserted", "negative")),
        ("I have no idea who came", "person", ("asserted", "negative")),
        ("we are not going to sell the pool", "government", ("asserted", "negative")),
        ("We have failed to mend the roof", "government", ("asserted", "negative")),
        ("the town would close the pool", "person", ("planned", "positive")),
        ("the town would close the pool", "data", ("asserted", "positive")),
        ("the pool would be a loss", "person", ("asserted", "positive")),
    ],
)
def test_what_a_side_says_of_itself(
    content: str, kind: SourceKind, expected: tuple[str, str]
) -> None:
    text = f"The ministry said {content}."
    said = make_attribution(text, "The ministry", "said", content, kind=kind)
    assert strength(text, said) == expected


@pytest.mark.parametrize(("cue", "kind"), [("sought", "asks"), ("tried", "asks")])
def test_an_attempt_is_no_plan(cue: str, kind: CueKind) -> None:
    text = f"The mayor {cue} to keep the pool open."
    said = make_attribution(text, "The mayor", cue, "to keep the pool open", cue_kind=kind)
    assert strength(text, said) == ("asserted", "positive")


@pytest.mark.parametrize(
    ("cue", "content", "modality"),
    [
        ("called", "the new lock “a costly toy”", "asserted"),
        ("called for", "a new lock", "planned"),
        ("called on", "the town to close the lock", "planned"),
        ("suggests", "the river will rise again", "asserted"),
        ("suggested", "a new lock", "planned"),
    ],
)
def test_who_gives_a_name_asks_for_nothing(cue: str, content: str, modality: str) -> None:
    text = f"The keeper {cue} {content}."
    said = make_attribution(text, "The keeper", cue, content, cue_kind="asks")
    assert strength(text, said)[0] == modality


@pytest.mark.parametrize(
    ("cue", "content", "modality"),
    [
        ("agreed", "the lock would be a burden", "asserted"),
        ("offered", "to mend the lock", "planned"),
        ("offered", "a rare view of the lock", "asserted"),
        ("promised", "a new lock", "planned"),
    ],
)
def test_who_shares_a_view_or_shows_a_thing_promises_nothing(
    cue: str, content: str, modality: str
) -> None:
    text = f"The keeper {cue} {content}."
    said = make_attribution(text, "The keeper", cue, content, cue_kind="promises")
    assert strength(text, said)[0] == modality


WORDS = st.sampled_from(
    "the a firm has not never no is sure that did fail to deny this if , will we it ? without"
    " paying for hopes would have gone who".split(" ")
)


@settings(deadline=None)
@given(st.lists(WORDS, min_size=4, max_size=16))
def test_evidence_lies_in_the_text_and_a_fact_needs_none(words: list[str]) -> None:
    text = f"{' '.join(words)}."
    for mention in extract(make_document(text), make_parse(text), ()):
        assert all(0 <= span.start < span.end <= len(text) for span in mention.evidence)
        assert mention.modality != "denied" or mention.polarity == "negative"


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The guild could answer the new toll by closing four mills.", "possible"),
        ("Oslo plans to answer the new toll on rafts by putting levies on salt.", "planned"),
        ("The law may ban rafts from the canal, hurting the upper towns.", "possible"),
        ("The mill may have dumped salt in order to hide its losses.", "possible"),
        ("The guild answered the new toll by closing four mills.", "asserted"),
        ("The mayor wants to ban rafts, raising fears among the upper towns.", "asserted"),
    ],
)
def test_a_detail_is_no_firmer_than_its_deed(text: str, modality: str) -> None:
    found = extract(make_document(text), make_parse(text), ())
    assert [m.modality for m in found if len(m.spans) > 1] == [modality]
