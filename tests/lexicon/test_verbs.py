"""How the forms of verbs are spelled."""

import pytest

from headwater.lexicon.verbs import verb_forms


@pytest.mark.parametrize(
    ("written", "lemma", "form"),
    [
        ("agreed", "agree", "past"),
        ("agreeing", "agree", "ing"),
        ("hoped", "hope", "past"),
        ("hoping", "hope", "ing"),
        ("denied", "deny", "past"),
        ("fled", "flee", "past"),
    ],
)
def test_forms_of_verbs(written: str, lemma: str, form: str) -> None:
    assert (verb_forms()[written].lemma, verb_forms()[written].form) == (lemma, form)


@pytest.mark.parametrize("word", ["agreeed", "freeed", "agreing", "hopeing"])
def test_no_verb_is_spelled_so(word: str) -> None:
    assert word not in verb_forms()
