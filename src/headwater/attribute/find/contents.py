"""Find the content of a cue: what is said."""

from typing import Final, NamedTuple

from headwater.attribute.find.cues import Cue
from headwater.attribute.find.drafts import Found
from headwater.attribute.find.words import (
    AUXILIARIES, BREAKS, DASHES, DAYS, DETERMINERS, PREPOSITIONS, QUOTE_MARKS, STOPS, SUBJECTS, Words,
)  # fmt: skip
from headwater.lexicon.cues import CueVerb, cue_verbs
from headwater.lexicon.verbs import verb_forms

CLAUSE_REACH: Final = 14  # words in which a bare clause shows its finite verb; from PolNeAR train
ADJUNCT_REACH: Final = 22  # words that "in an interview with ... on Friday" may take
ADDRESSEE_REACH: Final = 9  # words of an addressee
TIME_WORDS: Final = frozenset("on in last this early late earlier that next the later at".split())
VENUES: Final = frozenset(
    """statement interview interviews speech tweet tweets email emails letter memo report conference rally briefing appearance post
    message call remarks debate hearing event news release blog op-ed column testimony session video address forum segment town
    meeting filing book article series reference response turn addition part private public""".split()
)


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
        while reach < last and words.lower[reach] in TIME_WORDS and reach - index < 3:
            reach += 1
        if reach < last and words.lower[reach] in DAYS:
            index = reach + 1
            while index < last and (words.lower[index] in DAYS or words.raw[index].isdigit()):
                index += 1
        elif words.is_adverb(index) and words.lower[index] != "so":
            index += 1
        else:
            return index
    return index


def skip_adjuncts(words: Words, index: int, last: int) -> int:
    """Return the first word behind times and venues ("in a statement on Friday").

    A venue is skipped only if "that", a colon, a quotation or the end follows it.
    """
    index = skip_times(words, index, last)
    if index >= last or words.lower[index] not in {"in", "on", "at", "during", "through", "via", "from", "to", "of", "by", "after", "before"}:
        return index
    for later in range(index + 1, min(last, index + ADJUNCT_REACH)):
        if _opens_content(words, later):
            return later
        if words.raw[later] in {",", "."} and words.depth[later] <= words.depth[index] and not words.is_inner_mark(later):
            return later if _has_venue(words, index, later) else index
    if _has_venue(words, index, last) and last - index < ADJUNCT_REACH:
        return last
    return index


def _has_venue(words: Words, first: int, last: int) -> bool:
    """Tell whether a stretch names where something was said."""
    return any(word in VENUES or word in DAYS for word in words.lower[first:last])


def _opens_content(words: Words, index: int) -> bool:
    """Tell whether a word surely opens a content."""
    raw = words.raw[index]
    return raw == ":" or index in words.quote_at or (words.lower[index] == "that" and words.lower[index - 1] not in PREPOSITIONS)


def govern(words: Words, cue: Cue, last: int) -> Governed | None:
    """Return what a cue governs to its right, or None if nothing that it can govern follows."""
    for reading in cue.readings:
        if "A" in reading.frames and not cue.passive:
            governed = _govern_addressee(words, cue, reading, last)
            if governed is not None:
                return governed
    start = skip_adjuncts(words, cue.last, last)
    if start >= last or words.raw[start] in STOPS:
        return None
    for reading in cue.readings:
        found = _fit_frame(words, reading, start, last)
        if found is not None:
            return Governed(reading, found[0], found[1], None)
    return None


def _fit_frame(words: Words, reading: CueVerb, start: int, last: int) -> tuple[str, int] | None:
    """Return the frame of a reading that fits what follows, and where the content starts."""
    word, frames = words.lower[start], reading.frames
    if words.raw[start] == ":" and start + 1 < last:
        return ("Q", start + 1)
    if start in words.quote_at:
        return ("Q", start) if set(frames) & set("TQNP") else None
    if word == "to":
        return ("I", start) if "I" in frames and start + 1 < last else None
    if word in reading.prepositions and "P" in frames:
        return ("P", start + 1)
    if "T" in frames and _is_clause(words, start, last):
        return ("T", start)
    if "N" in frames and _is_object(words, start, last):
        return ("N", start)
    return None


def _is_clause(words: Words, start: int, last: int) -> bool:
    """Tell whether a clause begins here: "that", a question word, or a subject with its verb."""
    word = words.lower[start]
    if word in {"that", "whether", "if", "how", "why", "what", "there", "it"} or word in SUBJECTS:
        return True
    if word in PREPOSITIONS and word not in {"in", "by", "with", "at", "on", "under", "of"} or word in BREAKS - {"if", "when"}:
        return False
    return has_finite_verb(words, start + 1, min(last, start + CLAUSE_REACH))


def has_finite_verb(words: Words, first: int, last: int) -> bool:
    """Tell whether a finite verb or an auxiliary stands in a stretch before its first break."""
    for index in range(first, last):
        word = words.lower[index]
        if words.raw[index] in {";", ":"} or word in {"who", "which"}:
            return False
        if word in AUXILIARIES and len(word) > 2 or word in {"is", "s"} and words.lower[index + 1 : index + 2] != [] and word == "is":
            return word not in {"been", "being", "having"}
        form = verb_forms().get(word)
        if form is not None and form.form in ("past", "third") and not form.noun_too and words.lower[index - 1] not in PREPOSITIONS | DETERMINERS:
            return True
    return False


def _is_object(words: Words, start: int, last: int) -> bool:
    """Tell whether a noun phrase may begin here."""
    word = words.lower[start]
    return start < last and words.is_word(start) and word not in PREPOSITIONS | BREAKS and word not in {"and", "or", "but", "by"}


def _govern_addressee(words: Words, cue: Cue, reading: CueVerb, last: int) -> Governed | None:
    """Return content and addressee of "told reporters that ..."."""
    start = cue.last
    if start >= last or not words.is_word(start) or words.lower[start] in PREPOSITIONS | {"that", "whether", "if", "how", "what", "why"}:
        return None
    end = _end_addressee(words, start, last)
    if end == start:
        return None
    opening = skip_adjuncts(words, end, last)
    if opening >= last:
        return None
    word = words.lower[opening]
    if _opens_content(words, opening):
        return Governed(reading, "T", opening + (words.raw[opening] == ":"), Found(start, end))
    if word == "to" and "I" in reading.frames or words.lower[opening : opening + 2] == ["not", "to"]:
        return Governed(reading, "I", opening, Found(start, end))
    if word in reading.prepositions:
        return Governed(reading, "P", opening + 1, Found(start, end))
    if "T" in reading.frames and words.is_word(opening) and _is_clause(words, opening, last) and (reading.lemma != "ask" or word in {"whether", "if", "how", "what", "why"}):
        return Governed(reading, "T", opening, Found(start, end))
    return None


def _end_addressee(words: Words, start: int, last: int) -> int:
    """Return where the addressee ends."""
    if words.lower[start] in {"him", "her", "them", "me", "us", "you", "reporters", "voters", "supporters", "lawmakers", "journalists", "viewers"}:
        return start + 1
    for index in range(start + 1, min(last, start + ADDRESSEE_REACH)):
        word = words.lower[index]
        if not words.is_word(index) and not words.is_inner_mark(index):
            return index
        if word == "of" and index + 1 < last and words.is_capital(index + 1):
            continue
        if _opens_content(words, index) or word in SUBJECTS or word in {"to", "about", "of", "not", "there", "how", "what", "whether", "if", "why", "in", "on", "at", "during", "against", "for"}:
            return index
        if word in DAYS or (word in DETERMINERS and words.lower[index - 1] not in PREPOSITIONS):
            return index
        if words.is_capital(index) and not words.is_capital(index - 1) and words.lower[index - 1].endswith("s") and not words.is_capital(start):
            return index
        if word in AUXILIARIES:
            return start if index - start < 2 else index - 1
    return min(last, start + ADDRESSEE_REACH)


def end_of_content(words: Words, start: int, last: int, depth: int) -> int:
    """Return where a content that starts at a word ends, sentence marks left out.

    Args:
        words: The document.
        start: First word of the content.
        last: End of its sentence, excluded.
        depth: Quotation depth of the sentence.
    """
    if start in words.quote_at and words.quote_at[start] >= last:
        return words.quote_at[start]
    index = start
    while index < last:
        if words.depth[index] <= depth and index > start and _breaks_content(words, index, last):
            break
        index += 1
    return trim_right(words, start, index)


def _breaks_content(words: Words, index: int, last: int) -> bool:
    """Tell whether a content surely stops before this word."""
    raw = words.raw[index]
    if raw == ";":
        return True
    if words.lower[index] == "and" and index + 2 < last:
        return _is_second_cue(words, index + 1)
    if raw != "," or index + 2 >= last:
        return False
    following = words.lower[index + 1]
    return following in {"but", "although", "though", "while", "whereas"} or following in {"adding", "saying", "citing", "noting", "according", "arguing", "referring"}


def _is_second_cue(words: Words, index: int) -> bool:
    """Tell whether a second verb of saying follows "and" ("denied ... and claimed")."""
    while words.is_adverb(index) and index + 1 < len(words):
        index += 1
    readings = cue_verbs().get(words.lower[index], ())
    sure = {reading.form for reading in readings} <= {"past", "participle", "third"}
    return bool(readings) and sure and "T" in readings[0].frames and readings[0].kind != "shows"


def trim_right(words: Words, start: int, end: int) -> int:
    """Drop marks at the end that belong to the sentence, not to the content."""
    while end > start + 1:
        raw = words.raw[end - 1]
        if raw in STOPS | {",", ";", ":"} | DASHES and not _is_abbreviation_stop(words, end - 1):
            end -= 1
        else:
            break
    return end


def _is_abbreviation_stop(words: Words, index: int) -> bool:
    """Tell whether a stop belongs to "U.S." or "Inc."."""
    if words.raw[index] != "." or index < 2:
        return False
    return words.raw[index - 2] == "." and len(words.raw[index - 1]) == 1


def start_of_content(words: Words, end: int, first: int) -> int:
    """Return the first word of a content that ends before `end`: a sentence's start, marks skipped."""
    start = first
    while start < end and not words.is_word(start) and start not in words.quote_at:
        start += 1
    if words.lower[start] in {"but", "and", "meanwhile", "however", "still", "so", "yet"} and start + 1 < end:
        start += 1
        if words.raw[start] == ",":
            start += 1
    return start


def quoted_before(words: Words, end: int, first: int) -> Found | None:
    """Return the quotation that closes directly before word `end`, whole, or None."""
    index = end
    if index > 0 and words.raw[index - 1] == ",":
        index -= 1
    opening = words.quote_from.get(index)
    if opening is None:
        return None
    return Found(opening, index) if words.sentence[index - 1] == words.sentence[end - 1] or opening >= first else None


def closing_mark(words: Words, index: int) -> bool:
    """Tell whether the word closes a quotation."""
    return words.raw[index] in QUOTE_MARKS and index + 1 in words.quote_from
