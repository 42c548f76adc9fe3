"""Find sources that stand behind their content: '"...," said Lee' and '..., Lee said'."""

from typing import Final

from headwater.attribute.find.classes import (
    AUXILIARIES,
    DAYS,
    DETERMINERS,
    PREPOSITIONS,
    QUOTE_MARKS,
    STOPS,
    SUBJECTS,
)
from headwater.attribute.find.contents import (
    end_of_content,
    has_finite_verb,
    quoted_before,
    start_of_content,
    trim_right,
)
from headwater.attribute.find.cues import Cue
from headwater.attribute.find.drafts import LIKELY, SURE, Draft, Found
from headwater.attribute.find.governing import skip_adjuncts
from headwater.attribute.find.words import Words

TAIL_OPENERS: Final = frozenset({"in", "on", "at", "to", "during", "after", "from", "with"})
APPOSITION_OPENERS: Final = frozenset(
    """a an the who whose jr sr one his her director president chairman head former""".split()
)
STATEMENT_WORDS: Final = 6  # words and marks; shorter stretches before a comma are adverbials


def source_after(words: Words, cue: Cue, bounds: tuple[int, int]) -> Draft | None:
    """Return the attribution of '"...," said Smith'."""
    first, last = bounds
    at = cue.first
    if (
        at <= first
        or cue.helped
        or cue.readings[0].form not in ("past", "third")
        or "T" not in cue.frames
    ):
        return None
    before = words.raw[at - 1]
    quoted = quoted_before(words, at, first)
    if quoted is None and before != ",":
        return None
    start = cue.last
    if start >= last or not words.is_word(start) or not _starts_noun(words, start):
        return None
    end = end_of_noun(words, start, last)
    if quoted is None and not _is_tail(words, (first, at), (start, end), last):
        return None
    contents = _contents_left(words, quoted, first, at)
    if contents is None:
        return None
    more = _resumed(words, end, last)
    return Draft(
        Found(start, end), Found(at, cue.last), (*contents, *more), cue.kind, "cues.v1", SURE
    )


def _is_tail(words: Words, before: tuple[int, int], source: tuple[int, int], last: int) -> bool:
    """Tell whether "..., said the crew" without marks is a statement and its source."""
    if has_finite_verb(words, *source):
        return False
    return _closes(words, source[1], last) and _is_statement(words, *before)


def _closes(words: Words, index: int, last: int) -> bool:
    """Tell whether a sentence or clause ends here."""
    return index >= last or words.raw[index] in STOPS | {","}


def _starts_noun(words: Words, index: int) -> bool:
    """Tell whether a source may begin here."""
    word = words.lower[index]
    return (
        word not in PREPOSITIONS
        and word not in {"that", "to", "it"}
        and word not in DAYS
        and (
            words.is_capital(index)
            or word in DETERMINERS
            or word in SUBJECTS
            or word.endswith("s")
            or words.lower[index + 1 : index + 2] != ["."]
        )
    )


def end_of_noun(words: Words, start: int, last: int) -> int:
    """Return the end of a source that follows its cue, with its appositions."""
    index = start
    while index < last:
        raw = words.raw[index]
        if (
            raw in STOPS
            and not words.is_inner_mark(index)
            or raw in QUOTE_MARKS
            or raw in {";", ":"}
        ):
            break
        if raw == "," and not _apposition_follows(words, index, last):
            break
        if words.lower[index] in DAYS and words.is_capital(index) and index > start:
            break
        if (
            words.lower[index] in {"as", "when", "while", "after", "before", "because", "during"}
            and index > start + 1
        ):
            break
        index += 1
    return trim_right(words, start, index)


def _apposition_follows(words: Words, index: int, last: int) -> bool:
    """Tell whether an apposition, a relative clause or the role's name follows a comma."""
    if index + 1 >= last:
        return False
    following = words.lower[index + 1]
    named = words.is_capital(index + 1) and not words.is_capital(index - 1)
    return named or following in APPOSITION_OPENERS or following.isdigit()


def _contents_left(
    words: Words, quoted: Found | None, first: int, end: int
) -> tuple[Found, ...] | None:
    """Return the content that stands before a source or an inverted cue."""
    if quoted is not None:
        start = quoted.first
        if start > first and _is_led_in(words, first, start):
            start = start_of_content(words, start, first)
        return (Found(start, end - 1 if words.raw[end - 1] == "," else quoted.last),)
    start = start_of_content(words, end, first)
    stop = trim_right(words, start, end)
    return (Found(start, stop),) if stop > start else None


def _is_led_in(words: Words, first: int, start: int) -> bool:
    """Tell whether the words before a quotation belong to it ('X is a "fool," he said')."""
    return words.raw[start - 1] not in {",", ":", "."} and first < start


def source_before(words: Words, cue: Cue, bounds: tuple[int, int], subject: Found) -> Draft | None:
    """Return the attribution whose content stands before its source ('..., Smith said')."""
    first, last = bounds
    if subject.first <= first:
        return None
    edge = words.raw[subject.first - 1]
    quoted = quoted_before(words, subject.first, first)
    if (quoted is None and edge != ",") or not set("TQ") & set(cue.frames):
        return None
    after = skip_tail(words, cue, last)
    if quoted is None and (
        _tells_on(words, cue.last, after)
        or not _closes_clause(words, (first, subject.first), after, last)
    ):
        return None
    if quoted is not None and after < last and words.lower[after] == "that":
        return None
    contents = _contents_left(words, quoted, first, subject.first)
    if contents is None:
        return None
    more = _resumed(words, after, last)
    addressee = Found(cue.last, after) if "A" in cue.frames and after > cue.last else None
    weight = SURE if quoted is not None else LIKELY
    return Draft(
        subject,
        Found(cue.first, cue.last),
        (*contents, *more),
        cue.kind,
        "cues.v1",
        weight,
        addressee,
    )


def _tells_on(words: Words, first: int, last: int) -> bool:
    """Tell whether "that" behind a cue opens what is told, so that only a scene stands before it.

    "Standing beside Borg at the mill, Roe told reporters that the dam would hold"; not "The dam
    will hold, Roe told the men that had come".
    """
    return any(
        words.lower[i] == "that"
        and not _is_verb_next(words, i + 1)
        and has_finite_verb(words, i + 1, last)
        for i in range(first, last - 1)
    )


def _closes_clause(words: Words, before: tuple[int, int], after: int, last: int) -> bool:
    """Tell whether ", Smith said" closes or interrupts the clause before it."""
    closed = after >= last or words.raw[after] in STOPS | {","} | QUOTE_MARKS
    if not closed:
        return False
    goes_on = after + 1 < last and words.raw[after] == "," and _is_verb_next(words, after + 1)
    return goes_on or _is_statement(words, *before)


def _is_verb_next(words: Words, index: int) -> bool:
    """Tell whether the clause goes on with its verb ("the ferry, he said, had ...")."""
    return words.lower[index] in AUXILIARIES or words.is_finite_verb(index)


def _is_statement(words: Words, first: int, last: int) -> bool:
    """Tell whether what stands before a closing cue is long enough to be said."""
    return has_finite_verb(words, first, last) or last - first > STATEMENT_WORDS


def skip_tail(words: Words, cue: Cue, last: int) -> int:
    """Return where the words around a closing cue end: addressee, time and venue."""
    index = skip_adjuncts(words, cue.last, last)
    prepositional = index < last and words.lower[index] in TAIL_OPENERS
    if "A" not in cue.frames and not prepositional:
        return index
    end = index
    while end < last and (words.is_word(end) or words.is_inner_mark(end)):
        end += 1
    tells = "A" in cue.frames or not has_finite_verb(words, index, end)
    return end if tells else index


def _resumed(words: Words, index: int, last: int) -> tuple[Found, ...]:
    """Return the second part of a content that its cue interrupts."""
    if index >= last or words.raw[index] != ",":
        return ()
    start = index + 1
    if start >= last:
        return ()
    if start in words.quote_at:
        return (Found(start, words.quote_at[start]),)
    if words.lower[start] in {
        "adding",
        "citing",
        "who",
        "which",
        "a",
        "noting",
        "referring",
        "saying",
        "according",
        "and",
        "but",
        "while",
        "though",
    }:
        return ()
    if not has_finite_verb(words, start, last):
        return ()
    end = end_of_content(words, start, last, words.depth[start])
    return (Found(start, end),) if end > start else ()
