"""Lists of states: "the leaders of Chile, Peru and the U.S."."""

from typing import Final

from headwater.attribute.find.words import Words
from headwater.lexicon.tables import country_words

LONGEST: Final = 4  # words of a state in a list, as they are cut: "U", ".", "S", "."


def states_go_on(words: Words, comma: int, last: int) -> bool:
    """Tell whether a comma stands between two states of a list that "and" closes.

    Args:
        words: The document.
        comma: Number of the comma among its words.
        last: Number of the word behind the noun phrase, or behind all that may belong to it.
    """
    behind = comma + 1 + (words.lower[comma + 1 : comma + 2] == ["the"])
    return (
        "and" in words.lower[behind + 1 : last]
        and any(_is_state(words, comma - length, comma) for length in range(1, LONGEST + 1))
        and any(_is_state(words, behind, behind + length) for length in range(1, LONGEST + 1))
    )


def _is_state(words: Words, first: int, end: int) -> bool:
    """Tell whether some words are a name of a state, or its adjective."""
    if first < 0 or end > len(words.lower) or not words.is_capital(first):
        return False
    text = words.text[words.starts[first] : words.ends[end - 1]]
    return " ".join(text.lower().split()) in country_words()
