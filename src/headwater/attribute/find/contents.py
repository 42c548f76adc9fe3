"""Find the content of a cue: what is said."""

from typing import Final

from headwater.attribute.find.classes import (
    AUXILIARIES,
    DASHES,
    DETERMINERS,
    PREPOSITIONS,
    STOPS,
)
from headwater.attribute.find.drafts import Found
from headwater.attribute.find.words import Words
from headwater.lexicon.cues import cue_verbs
from headwater.lexicon.verbs import verb_forms

CLIPPED: Final = frozenset({"s", "d", "ll", "ve", "re", "m", "am", "be", "do"})  # prove no clause
POINTING: Final = frozenset({"That", "This"})  # at the beginning all of a subject ("This makes")


def has_finite_verb(words: Words, first: int, last: int) -> bool:
    """Tell whether a finite verb or an auxiliary stands in a stretch before its first break."""
    for index in range(first, last):
        word = words.lower[index]
        if words.raw[index] in {";", ":"} or word in {"who", "which"}:
            return False
        if word in AUXILIARIES and word not in CLIPPED and words.raw[index] != "May":
            return word not in {"been", "being", "having"}
        form = verb_forms().get(word)
        if (
            form is not None
            and form.form in ("past", "third")
            and not form.noun_too
            and (
                words.lower[index - 1] not in PREPOSITIONS | DETERMINERS
                or index == first + 1
                and form.form == "third"
                and words.raw[first] in POINTING
            )
        ):
            return True
    return False


def end_of_content(words: Words, start: int, last: int, depth: int) -> int:
    """Return where a content that starts at a word ends, sentence marks left out.

    Args:
        words: The document.
        start: First word of the content.
        last: End of its sentence, excluded.
        depth: Quotation depth of the sentence.
    """
    closing = words.quote_at.get(start)
    if closing is not None and (closing >= last or words.raw[closing - 2] == ","):
        return closing
    index = start
    while index < last:
        if words.depth[index] <= depth and index > start and _breaks_content(words, index, last):
            break
        index += 1
    return trim_right(words, start, index)


def _breaks_content(words: Words, index: int, last: int) -> bool:
    """Tell whether a content surely stops before this word."""
    raw = words.raw[index]
    if raw == ";" or words.lower[index] == "according" and index in words.quote_from:
        return True
    if words.lower[index] == "and" and index + 2 < last:
        return _is_second_cue(words, index + 1)
    if raw != "," or index + 2 >= last:
        return False
    following = words.lower[index + 1]
    if following == "that":
        return True
    return following in {"but", "although", "though", "while", "whereas"} or following in {
        "adding",
        "saying",
        "citing",
        "noting",
        "according",
        "arguing",
        "referring",
    }


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
    if words.raw[index] != "." or index <= 1:
        return False
    return words.raw[index - 2] == "." and len(words.raw[index - 1]) == 1


def start_of_content(words: Words, end: int, first: int) -> int:
    """Return the first word of a content that ends before `end`: a sentence's first real word."""
    start = first
    while start < end and not words.is_word(start) and start not in words.quote_at:
        start += 1
    if (
        words.lower[start] in {"but", "and", "meanwhile", "however", "still", "so", "yet"}
        and start + 1 < end
    ):
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
    return (
        Found(opening, index)
        if words.sentence[index - 1] == words.sentence[end - 1] or opening >= first
        else None
    )
