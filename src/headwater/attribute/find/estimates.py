"""Find who estimates: "the guard puts the dead at 40", "putting the cost at $2 million"."""

from typing import Final

from headwater.attribute.find.classes import PREPOSITIONS
from headwater.attribute.find.contents import end_of_content
from headwater.attribute.find.drafts import SURE, Draft, Found
from headwater.attribute.find.sources import find_subject_at
from headwater.attribute.find.words import Words

PUT: Final = frozenset({"put", "puts"})
REACH: Final = 12  # words of what is estimated ("the number of people who had been on board")
ABOUT: Final = frozenset(
    "between about around nearly almost over under some roughly least most more less than fewer up"
    " to just only a".split()
)  # words from "at" to the figure
NUMBERS: Final = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozen dozens hundreds thousands"
    " zero half".split()
)
MONEY: Final = frozenset("$£€")
RULE: Final = "estimates.v1"


def find_estimates(words: Words, first: int, last: int, depth: int) -> tuple[Draft, ...]:
    """Return the attributions of "X puts N at FIGURE" in a sentence.

    Args:
        words: The document.
        first: First word of the sentence.
        last: Its end, excluded.
        depth: Quotation depth of the stretch; deeper words are left alone.
    """
    found: list[Draft] = []
    for index in range(first + 1, last - 2):
        if words.lower[index] not in PUT or words.depth[index] > depth:
            continue
        at = _figure_behind(words, index, last)
        source = find_subject_at(words, index, first) if at else None
        if source is None or words.lower[source.first] in PREPOSITIONS:
            continue
        end = end_of_content(words, index + 1, last, depth)
        said = Found(index + 1, max(end, at))
        found.append(Draft(source, Found(index, index + 1), (said,), "says", RULE, SURE))
    return tuple(found)


def _figure_behind(words: Words, verb: int, last: int) -> int:
    """Return the word behind the figure of "put the dead at nearly 40"; 0 if there is none."""
    for index in range(verb + 2, min(last - 1, verb + REACH)):
        if not words.is_word(index) and not words.is_inner_mark(index):
            return 0
        if words.lower[index] != "at":
            continue
        figure = index + 1
        while figure < last - 1 and words.lower[figure] in ABOUT:
            figure += 1
        plain = words.raw[figure][0] in MONEY or words.raw[figure][0].isdigit()
        if words.is_capital(figure + 1):  # "at 5 Elm Street"
            return 0
        return figure + 1 if plain or words.lower[figure] in NUMBERS else 0
    return 0
