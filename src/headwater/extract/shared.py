"""Cuts between two verbs that share an auxiliary: "will close the mill and sell its land"."""

from typing import Final, NamedTuple

from headwater.extract.verb_phrases import shape_of, skip_adverbs
from headwater.extract.words import Words

_SHARED: Final = {
    "ing": frozenset("is are was were be been 's 're".split()),
    "base": frozenset("will would can could shall should may might must to".split()),
}
MIN_SHARED: Final = 3  # words of a verb with its object, on both sides
MAX_LEAD: Final = 8  # words before "to" that both sides share ("the board asked Lima to")


class Cut(NamedTuple):
    """A place to cut: the clause before ends at `at`, the next begins at `start`.

    `lead` are words that both sides share behind the subject ("will", "are").
    """

    at: int
    start: int
    borrows: bool
    lead: tuple[int, ...] = ()


def cut_shared(words: Words, index: int, begin: int, end: int) -> Cut | None:
    """Return the cut between two verbs that share an auxiliary ("will close A and sell B").

    Each verb must have an object of its own, else the two make one statement.
    """
    after = skip_adverbs(words, index + 1)
    again = after < len(words) and words[after] == "to"
    after += again
    if words[index - 1] == "try":
        return None  # "try and close it"
    if words[index] != "and" or len(words) - after < MIN_SHARED:
        return None
    shape = shape_of(words, after)
    for at in range(end - MIN_SHARED, begin - 1, -1):
        if words[at] in {",", ";", "which", "who"}:
            return None
        if words[at] not in _SHARED.get(shape, ()) or (again and words[at] != "to"):
            continue
        if at > begin and words[at - 1] in {"that", "which", "who"}:
            return None  # "events that can sink a ship and close a port"
        if shape_of(words, skip_adverbs(words, at + 1)) == shape:
            return _cut_behind(words, Found(begin, at, index, end), again=again)
    return None


class Found(NamedTuple):
    """Where a shared auxiliary stands in its clause, and where the second verb is joined on."""

    begin: int
    at: int
    joint: int
    end: int


def _cut_behind(words: Words, found: Found, *, again: bool) -> Cut | None:
    """Return the cut before the second verb, with the words that both sides share."""
    if words[found.at] != "to":
        return Cut(found.end, found.joint + 1, borrows=True, lead=(found.at,))
    if found.at - found.begin > MAX_LEAD:
        return None
    lead = tuple(range(found.begin, found.at + (not again)))
    return Cut(found.end, found.joint + 1, borrows=not lead, lead=lead)
