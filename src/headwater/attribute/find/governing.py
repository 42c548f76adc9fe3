"""Find what a cue governs to its right: a clause, a quotation, an object, an addressee."""

from typing import Final, NamedTuple

from headwater.attribute.find.classes import (
    APOSTROPHES,
    AUXILIARIES,
    BREAKS,
    DAYS,
    DETERMINERS,
    PREPOSITIONS,
    STOPS,
    SUBJECTS,
)
from headwater.attribute.find.contents import has_finite_verb
from headwater.attribute.find.cues import Cue
from headwater.attribute.find.drafts import Found
from headwater.attribute.find.words import Words
from headwater.lexicon.cues import CueVerb
from headwater.lexicon.load import load_table
from headwater.lexicon.verbs import verb_forms

TIME_REACH: Final = 3  # words before a day ("earlier in the week")
CLAUSE_REACH: Final = 14  # words in which a bare clause shows its finite verb; from PolNeAR train


ADJUNCT_REACH: Final = 22  # words that "in an interview with ... on Friday" may take


ADDRESSEE_REACH: Final = 9  # words of an addressee


TIME_WORDS: Final = frozenset("on in last this early late earlier that next the later at".split())


QUESTION_WORDS: Final = frozenset({"whether", "if", "how", "what", "why"})
CLAUSE_OPENERS: Final = QUESTION_WORDS | {"that", "there", "it"}
LIGHT_PREPOSITIONS: Final = frozenset({"in", "by", "with", "at", "on", "under"})
LONE_ADDRESSEES: Final = frozenset(load_table("cues")["addressees"])  # stand alone
AFTER_ADDRESSEE: Final = QUESTION_WORDS | frozenset(
    {"to", "about", "of", "not", "there", "in", "on", "at", "during", "against", "for"}
)
DATING: Final = frozenset({"in", "on", "at", "during", "after", "before"})  # may open a time
ADJUNCT_OPENERS: Final = DATING | {"through", "via", "from", "to", "of", "by"}
VENUES: Final = frozenset(load_table("cues")["venues"])  # "in a statement"

# What stands before a number and begins with a preposition or "as".
BOUNDS: Final = frozenset({
    ("at", "least"), ("at", "most"), ("up", "to"), ("over", "a"), ("as", "many"), ("as", "much"),
})  # fmt: skip


class Governed(NamedTuple):
    """What a cue governs to its right.

    Attributes:
        reading: The reading of the verb that fits.
        frame: The letter of the frame.
        start: First word of the content.
        addressee: Who is spoken to, if somebody is.
    """

    reading: CueVerb
    frame: str
    start: int
    addressee: Found | None


def skip_times(words: Words, index: int, last: int) -> int:
    """Return the first word behind times such as "on Friday", "Monday night", "last week"."""
    while index < last:
        reach = index
        while reach < last and words.lower[reach] in TIME_WORDS and reach - index < TIME_REACH:
            reach += 1
        if reach < last and words.lower[reach] in DAYS and not _owns(words, reach):
            index = reach + 1
            while index < last and (words.lower[index] in DAYS or words.raw[index].isdigit()):
                index += 1
        elif words.is_adverb(index) and words.lower[index] != "so":
            index += 1
        else:
            return index
    return index


def _owns(words: Words, index: int) -> bool:
    """Tell whether a day is a possessor ("at Friday's hearing")."""
    after = words.lower[index + 1 : index + 3]
    return after[-1:] == ["s"] and after[0] in APOSTROPHES


def skip_adjuncts(words: Words, index: int, last: int) -> int:
    """Return the first word behind times and venues ("in a statement on Friday").

    A venue is skipped only if "that", a colon, a quotation or the end follows it.
    """
    index = skip_times(words, index, last)
    if index >= last or words.lower[index] not in ADJUNCT_OPENERS:
        return index
    if words.lower[index] == "to" and _is_verb(words, index + 1):
        return index
    for later in range(index + 1, min(last, index + ADJUNCT_REACH)):
        if opens_content(words, later):
            return later
        level = words.depth[later] <= words.depth[index]
        if words.raw[later] == "," and later + 1 in words.quote_at:
            continue
        if words.raw[later] in {",", "."} and level and not words.is_inner_mark(later):
            return later if _has_venue(words, index, later) else index
    short = last - index < ADJUNCT_REACH
    return last if short and _has_venue(words, index, last) else index


def _is_verb(words: Words, index: int) -> bool:
    """Tell whether a base form stands here: an infinitive, not somebody spoken to."""
    form = verb_forms().get(words.lower[index]) if index < len(words) else None
    return form is not None and form.form in {"base", "past"}


def _has_venue(words: Words, first: int, last: int) -> bool:
    """Tell whether a stretch names where or when something was said."""
    timely = words.lower[first] in DATING
    return any(word in VENUES or (timely and word in DAYS) for word in words.lower[first:last])


def opens_content(words: Words, index: int) -> bool:
    """Tell whether a word surely opens a content."""
    raw = words.raw[index]
    return (
        raw == ":"
        or (index in words.quote_at and not _names_in_quotes(words, index))
        or (words.lower[index] == "that" and words.lower[index - 1] not in PREPOSITIONS)
    )


def _names_in_quotes(words: Words, index: int) -> bool:
    """Tell whether a quotation is a title that a clause follows ('told "The Hour" that')."""
    end = words.quote_at[index]
    return end < len(words) and words.lower[end] == "that"


def govern(words: Words, cue: Cue, last: int) -> Governed | None:
    """Return what a cue governs to its right, or None if nothing that it can govern follows."""
    for reading in cue.readings:
        if "A" in reading.frames and not cue.passive:
            governed = _govern_addressee(words, cue, reading, last)
            if governed is not None:
                return governed
    start = skip_adjuncts(words, _behind_aside(words, cue.last, last), last)
    if start >= last or words.raw[start] in STOPS or _goes_on(words, cue, start):
        return None
    for reading in cue.readings:
        found = _fit_frame(words, reading, start, last)
        if found is not None:
            return Governed(reading, found[0], found[1], None)
    return None


def acts(words: Words, index: int) -> bool:
    """Tell whether a verb stands at a word ("broadcasts that had been", not "says that rain")."""
    return index < len(words) and (words.lower[index] in AUXILIARIES or words.is_finite_verb(index))


def _goes_on(words: Words, cue: Cue, start: int) -> bool:
    """Tell whether "that" goes on about a noun ("a plan unveiled in May that bars rafts")."""
    relative = start > cue.last and words.lower[start] == "that"
    return relative and acts(words, start + 1)


def _behind_aside(words: Words, index: int, last: int) -> int:
    """Return the "that" or quotation behind a comma or an aside (", citing the log, that").

    `index` if there is none.
    """
    if index >= last or words.raw[index] != ",":
        return index
    if index + 1 in words.quote_at:
        return index + 1
    for later in range(index + 1, min(last - 1, index + ADJUNCT_REACH)):
        if words.raw[later] == "," and words.lower[later + 1] == "that":
            return later + 1
    return index


def _fit_frame(words: Words, reading: CueVerb, start: int, last: int) -> tuple[str, int] | None:
    """Return the frame of a reading that fits what follows, and where the content starts."""
    word, frames = words.lower[start], reading.frames
    if words.raw[start] == ":" and start + 1 < last:
        return ("Q", start + 1)
    if start in words.quote_at and not _names_in_quotes(words, start):
        return ("Q", start) if set(frames) & set("TQNP") else None
    if word in reading.prepositions and "P" in frames:
        return ("P", start + 1)
    if word == "to":
        return ("I", start) if "I" in frames and start + 1 < last else None
    if "T" in frames and _is_clause(words, start, last):
        return ("T", start)
    if "N" in frames and _is_object(words, start) and not _is_rung(words, reading, start):
        return ("N", start)
    return None


def _is_rung(words: Words, reading: CueVerb, start: int) -> bool:
    """Tell whether "call" is what one does by telephone ("call me at night"), not a name given."""
    if reading.lemma != "call" or words.lower[start] not in LONE_ADDRESSEES:
        return False
    after = start + 1
    if after >= len(words) or not words.is_word(after) or words.is_adverb(after):
        return True
    return words.lower[after] in PREPOSITIONS | BREAKS | {"and", "or", "but", "back", "again"}


def _is_clause(words: Words, start: int, last: int) -> bool:
    """Tell whether a clause begins here: "that", a question word, or a subject with its verb."""
    word = words.lower[start]
    if word == "there":
        return start + 1 < len(words) and words.lower[start + 1] in AUXILIARIES
    if word in CLAUSE_OPENERS or word in SUBJECTS:
        return True
    if word in PREPOSITIONS - LIGHT_PREPOSITIONS or word in BREAKS - {"if", "when"}:
        return False
    return has_finite_verb(words, start + 1, min(last, start + CLAUSE_REACH))


def _is_object(words: Words, start: int) -> bool:
    """Tell whether a noun phrase may begin here."""
    word = words.lower[start]
    if tuple(words.lower[start : start + 2]) in BOUNDS:
        return True
    closed = PREPOSITIONS | BREAKS | {"and", "or", "but", "by"}
    return words.is_word(start) and word not in closed


def _govern_addressee(words: Words, cue: Cue, reading: CueVerb, last: int) -> Governed | None:
    """Return content and addressee of "told reporters that ..."."""
    start = cue.last
    if start in words.quote_at and _names_in_quotes(words, start):
        return Governed(reading, "T", words.quote_at[start], Found(start, words.quote_at[start]))
    if start >= last or not words.is_word(start):
        return None
    if words.lower[start] in PREPOSITIONS | CLAUSE_OPENERS - {"it", "there"}:
        return None
    end = _end_addressee(words, start, last)
    opening = skip_adjuncts(words, end, last)
    if end == start or opening >= last:
        return None
    found = _fit_behind(words, reading, opening, last)
    return Governed(reading, found[0], found[1], Found(start, end)) if found is not None else None


def _fit_behind(words: Words, reading: CueVerb, opening: int, last: int) -> tuple[str, int] | None:
    """Return the frame that fits behind an addressee, and where the content starts."""
    word = words.lower[opening]
    if opens_content(words, opening):
        return ("T", opening + (words.raw[opening] == ":"))
    plain_to = word == "to" and "I" in reading.frames
    if plain_to or words.lower[opening : opening + 2] == ["not", "to"]:
        return ("I", opening)
    if word in reading.prepositions:
        return ("P", opening + 1)
    asked = reading.lemma != "ask" or word in QUESTION_WORDS
    if "T" in reading.frames and asked and words.is_word(opening):
        return ("T", opening) if _is_clause(words, opening, last) else None
    return None


def _end_addressee(words: Words, start: int, last: int) -> int:
    """Return where the addressee ends; `start` if none stands there."""
    if words.lower[start] in LONE_ADDRESSEES:
        return start + 1
    for index in range(start + 1, min(last, start + ADDRESSEE_REACH)):
        word = words.lower[index]
        if word == "of" and index + 1 < last and words.is_capital(index + 1):
            continue
        if word in AUXILIARIES:
            return start if index == start + 1 else index - 1
        if _stops_addressee(words, index, start):
            return index
    return min(last, start + ADDRESSEE_REACH)


def _stops_addressee(words: Words, index: int, start: int) -> bool:
    """Tell whether an addressee cannot go on over this word."""
    word = words.lower[index]
    if not words.is_word(index):
        return not words.is_inner_mark(index)
    if opens_content(words, index) or word in SUBJECTS | AFTER_ADDRESSEE | DAYS:
        return True
    if word in DETERMINERS:
        return words.lower[index - 1] not in PREPOSITIONS
    new_name = words.is_capital(index) and not words.is_capital(index - 1)
    return new_name and words.lower[index - 1].endswith("s") and not words.is_capital(start)
