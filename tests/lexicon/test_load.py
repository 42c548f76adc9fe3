"""Every lexicon loads, and every pattern keeps its promise."""

import pytest

from headwater.errors import ContractError
from headwater.lexicon.load import (
    Entry,
    compile_phrases,
    list_lexicons,
    load_entries,
    load_table,
    phrase_source,
)

ENTRIES = [
    pytest.param(entry, id=f"{name}:{index}")
    for name in list_lexicons()
    for index, entry in enumerate(load_entries(name))
]


@pytest.mark.parametrize("entry", ENTRIES)
def test_pattern_matches_its_examples_and_nothing_else(entry: Entry) -> None:
    missed = [text for text in entry.examples if not entry.compiled().search(text)]
    caught = [text for text in entry.not_examples if entry.compiled().search(text)]
    assert entry.examples, f"{entry.pattern} has no examples"
    assert (missed, caught) == ([], []), entry.pattern


@pytest.mark.parametrize("name", list_lexicons())
def test_file_is_read_and_not_empty(name: str) -> None:
    assert len(load_table(name)) > 0


def test_missing_lexicon_is_a_contract_error() -> None:
    with pytest.raises(ContractError):
        load_entries("no_such_lexicon")


def test_phrases_stretch_over_lines_and_prefer_the_longest() -> None:
    found = compile_phrases(["New Zealand", "Zealand"]).search("in new\n zealand")
    assert found is not None
    assert found.group() == "new\n zealand"
    assert compile_phrases([]).search("anything") is None
    assert "['’]" in phrase_source("People's Daily")
