"""Find what outlets' reports, polls and columns say without a verb of saying."""

from collections.abc import Sequence
from typing import Final

from headwater.attribute.find.classes import DETERMINERS
from headwater.attribute.find.contents import end_of_content, has_finite_verb
from headwater.attribute.find.drafts import LIKELY, Draft, Found
from headwater.attribute.find.nouns import kind_of_noun
from headwater.attribute.find.outlets import OutletPlace
from headwater.attribute.find.words import Words

NOUN_REACH: Final = 6  # words between an outlet and its paper ("national tracking poll")
OPENING: Final = 5  # words before an outlet in "In the previous ... poll, ..."


def find_papers(words: Words, outlets: Sequence[OutletPlace]) -> tuple[Draft, ...]:
    """Return "a Gazette report that C" and "In a Gazette poll, C", in text order."""
    found: list[Draft] = []
    for place in outlets:
        last = words.sentence_end(place.first)
        noun = next(
            (
                i
                for i in range(place.last, min(last - 2, place.last + NOUN_REACH))
                if kind_of_noun(words.lower[i]) in ("report", "dataset")
                or words.lower[i] in DETERMINERS
            ),
            None,
        )
        if noun is None or words.lower[noun] in DETERMINERS or words.depth[noun]:
            continue
        draft = _said_that(words, place, noun, last) or _opens_sentence(words, place, noun, last)
        if draft is not None:
            found.append(draft)
    return tuple(found)


def _source(words: Words, place: OutletPlace, noun: int) -> Found:
    """Return the noun phrase from its article to its noun."""
    first = place.first
    while first > words.sentence_start(place.first) and (
        words.lower[first - 1] in DETERMINERS | {"new", "latest", "recent", "previous"}
    ):
        first -= 1
    return Found(first, noun + 1)


def _said_that(words: Words, place: OutletPlace, noun: int, last: int) -> Draft | None:
    """Return "a Gazette report that C"."""
    start = noun + 1
    while (
        start < min(last, noun + NOUN_REACH + 2)
        and words.lower[start] != "that"
        and words.is_word(start)
    ):
        start += 1
    if start >= last or words.lower[start] != "that" or not has_finite_verb(words, start + 1, last):
        return None
    end = end_of_content(words, start, last, words.depth[start])
    source = _source(words, place, noun)
    return (
        Draft(source, Found(noun, noun + 1), (Found(start, end),), "says", "papers.v1", LIKELY)
        if end > start
        else None
    )


def _opens_sentence(words: Words, place: OutletPlace, noun: int, last: int) -> Draft | None:
    """Return "In a Gazette poll, C"."""
    source = _source(words, place, noun)
    first = words.sentence_start(place.first)
    if source.first - first != 1 or words.lower[first] not in {"in", "from"}:
        return None
    comma = next(
        (
            i
            for i in range(noun + 1, last - 2)
            if words.raw[i] == "," and has_finite_verb(words, i + 1, last)
        ),
        None,
    )
    if comma is None:
        return None
    start = comma + 1
    end = end_of_content(words, start, last, 0)
    return (
        Draft(source, Found(first, first + 1), (Found(start, end),), "shows", "papers.v1", LIKELY)
        if end > start
        else None
    )
