"""Which words of a text name a state."""

import pytest

from headwater.lexicon.parties import state_written


@pytest.mark.parametrize(
    ("text", "state"),
    [
        pytest.param("two male officials", None, id="a word that is also a capital"),
        pytest.param("told us on Friday", None, id="a pronoun that is also a short form"),
        pytest.param("turkey farmers", None, id="a bird"),
        pytest.param("an Oslo-born author", None, id="where somebody was born"),
        pytest.param("US officials", "US", id="a short form in capitals"),
        pytest.param("Norwegian diplomats", "NO", id="an adjective"),
    ],
)
def test_only_what_is_written_as_a_state_is_one(text: str, state: str | None) -> None:
    assert state_written(text) == state
