"""Cuts between two verbs that share an auxiliary: "will close the mill and sell its land"."""

from typing import Final, NamedTuple

from headwater.extract.verb_phrases import SUBORDINATORS, shape_of, skip_adverbs
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
    if words[index - 1] == "try" or words.lower[max(0, index - 3) : index - 1] == ("the", "most"):
        return None  # "try and close it", "the most quick and combat ready crew"
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
    stop = found.at + (not again)
    told = [i for i in range(found.begin, found.at) if words[i] == "that"]
    if told and any(words.finite[told[-1] + 2 : found.at]):
        found = found._replace(begin=told[-1] + 1)  # "a sign that they [conspired to] ..."
    if found.at - found.begin <= MAX_LEAD:
        lead = tuple(range(found.begin, stop))
        return Cut(found.end, found.joint + 1, borrows=not lead, lead=lead)
    verb = _governing(words, found)
    if not verb:
        return None
    return Cut(found.end, found.joint + 1, borrows=True, lead=tuple(range(verb, stop)))


def _governing(words: Words, found: Found) -> int:
    """Return the first word of the verb that "to" hangs on ("could be forced to"); 0 if unsure."""
    verbs = [i for i in range(found.begin, found.at) if words.finite[i]]
    opened = words[found.begin] in SUBORDINATORS or "," in words.lower[found.begin : found.at]
    if not verbs or opened or found.at - verbs[-1] > MAX_LEAD:
        return 0
    verb = verbs[-1]
    while verb > found.begin and words.finite[verb - 1]:
        verb -= 1
    return verb if verb > found.begin else 0


def cut_row(words: Words, index: int, begin: int) -> Cut | None:
    """Return the cut at the first comma of a row of verbs ("to sell A, close B and buy C")."""
    form = words.verb(index + 1)
    joint = next((n for n in range(index + MIN_SHARED, len(words) - 1) if words[n] == "and"), 0)
    if form is None or form.form not in _SHARED or not joint or not words[index + 2].isalpha():
        return None
    inner = {";", "which", "who", "that"} & set(words.lower[index:joint])
    if words[begin] in SUBORDINATORS:
        return None  # "While they went on to sell A, close B and buy C, the mill ..."
    if inner or shape_of(words, joint + 1) != form.form:
        return None
    for at in range(index - MIN_SHARED, begin - 1, -1):
        if words[at] in {",", ";", "which", "who", "and"}:
            return None
        governs = words[at] in _SHARED[form.form]
        if governs and shape_of(words, skip_adverbs(words, at + 1)) == form.form:
            return _cut_behind(words, Found(begin, at, index, index), again=False)
    return None


def cut_again(words: Words, index: int, last: Cut) -> Cut | None:
    """Return the cut before another verb of a row that was cut before, with what all share."""
    if not last.lead or words[index] not in {",", "and"}:
        return None
    form = words.verb(last.start)
    after = index + 1 + (words[index + 1] == "and" and words[index] == ",")
    if form is None or index - last.start < MIN_SHARED - 1 or after + 1 >= len(words):
        return None
    return (
        Cut(index, after, last.borrows, last.lead) if shape_of(words, after) == form.form else None
    )
