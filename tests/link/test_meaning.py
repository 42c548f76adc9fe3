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
    ],
)
def test_a_negation_reaches_its_clause_and_no_further(text: str, negated: set[str]) -> None:
    meaning = read_meaning(text)
    flags = zip(meaning.terms, meaning.negated, strict=True)
    assert {term.word for term, flag in flags if flag} == negated


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
