import pytest

from headwater.link.meaning import read_meaning
from headwater.link.turns import is_question, negates_act


def test_a_state_its_capital_and_its_people_are_one_name() -> None:
    names = {read_meaning(text).names() for text in ("Norway", "Oslo", "the Norwegian")}
    assert len(names) == 1


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Utopia did not sell tanks", {"sell", "tanks"}),
        ("He paid nothing in tolls", {"paid", "tolls"}),
        ("Not voting makes them proud", {"voting"}),
        ("The claim that it sold tanks is bogus", {"claim", "sold", "tanks", "bogus"}),
        ("No doubt it sold tanks", set()),
        ("It had no ferry and no bridge", {"ferry", "bridge"}),
        ("It no longer sold tanks", {"longer", "sold", "tanks"}),
        ("She was fined for a false statement", set()),
        ("It was neither the owner nor the tenant", {"owner", "tenant"}),
        ("He’s not being charged over the quarry", {"charged", "quarry"}),
        (
            "We're not going to let them dredge the bay and sell gravel",
            {"going", "let", "dredge", "bay", "sell", "gravel"},
        ),
        ("It should never, ever have sold tanks", {"ever", "sold", "tanks"}),
    ],
)
def test_a_negation_reaches_its_clause_and_no_further(text: str, negated: set[str]) -> None:
    meaning = read_meaning(text)
    flags = zip(meaning.terms, meaning.negated, strict=True)
    assert {term.word for term, flag in flags if flag} == negated


@pytest.mark.parametrize(
    ("text", "negative"),
    [
        ("It found no leaks and no cracks", True),
        ("The mill is neither old nor big", True),
        ("She cannot and will not pay", True),
        ("It was no theft, no fraud", True),
        ("He did not say that it was not paid", False),
        ("No ship that has not paid may land", False),
    ],
)
def test_a_negation_that_goes_on_does_not_undo_the_first(text: str, *, negative: bool) -> None:
    assert read_meaning(text).negative() is negative


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("The firm did not spill oil", True),
        ("Not paying fares is common", False),
        ("The firm grew, though it did not pay", False),
    ],
)
def test_only_a_negated_main_clause_negates_the_act(text: str, own: bool) -> None:
    assert negates_act(text, read_meaning(text).turns) is own


def test_passive_voice_turns_the_roles_round() -> None:
    active = read_meaning("Chile attacked Peru")
    passive = read_meaning("Peru was attacked by Chile")
    assert (active.agents, active.patients) == (passive.agents, passive.patients)


def test_questions_state_nothing() -> None:
    assert is_question("Why did it sell?")
    assert not is_question("It sold them")


def test_headline_words_are_no_names() -> None:
    meaning = read_meaning("Ministers Approve Loan For Kenya Dam")
    assert meaning.names() == read_meaning("Kenya").names()
