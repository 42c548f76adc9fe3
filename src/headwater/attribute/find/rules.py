"""Find every attribution that words, order and format show."""

from collections.abc import Iterator, Sequence
from typing import Final

from headwater.attribute.find.classes import DETERMINERS, STOPS
from headwater.attribute.find.drafts import Draft, Found
from headwater.attribute.find.estimates import find_estimates
from headwater.attribute.find.examined import find_examined
from headwater.attribute.find.headlines import find_headline, find_headline_end
from headwater.attribute.find.informed import find_informed
from headwater.attribute.find.inset import find_inset
from headwater.attribute.find.listed import find_listed
from headwater.attribute.find.phrases import find_phrases
from headwater.attribute.find.posts import find_posts
from headwater.attribute.find.quotations import (
    find_orphans,
    find_signed,
    find_turns,
    join_quotations,
)
from headwater.attribute.find.spots import find_spots
from headwater.attribute.find.tails import find_tails
from headwater.attribute.find.verbs import find_in_sentence
from headwater.attribute.find.voiced import find_voiced
from headwater.attribute.find.words import Words

LEAST: Final = 2  # words before "one" and it


def sentences_of(words: Words) -> Iterator[tuple[int, int]]:
    """Give the ranges of the sentences that have words."""
    for first, last in words.bounds:
        if last > first:
            yield first, last


def find_all(words: Words) -> tuple[Draft, ...]:
    """Return every attribution that the rules find, sorted by place."""
    drafts: list[Draft] = []
    for first, last in sentences_of(words):
        drafts += _by_words(words, first, last, 0)
        drafts += find_examined(words, first, last, drafts)
        if words.raw[last - 1] not in STOPS:
            both = (find_headline(words, first, last), find_headline_end(words, first, last))
            drafts += [draft for draft in both if draft is not None]
    drafts += find_turns(words)
    drafts += find_signed(words)
    drafts += find_inset(words)
    drafts += find_posts(words)
    drafts += find_tails(words)
    joined = join_quotations(
        words, tuple(draft for draft in map(_without_gaps, drafts) if draft.contents)
    )
    return (*joined, *find_orphans(words, joined))


def _by_words(words: Words, first: int, last: int, depth: int) -> tuple[Draft, ...]:
    """Return the attributions that words of a stretch mark."""
    found = (
        *find_in_sentence(words, first, last, depth),
        *find_phrases(words, first, last, depth),
        *find_voiced(words, first, last, depth),
        *find_informed(words, first, last, depth),
        *find_listed(words, first, last, depth),
        *find_spots(words, first, last, depth),
        *find_estimates(words, first, last, depth),
    )
    return tuple(draft for draft in found if not _is_anybody(words, draft))


def _is_anybody(words: Words, draft: Draft) -> bool:
    """Tell whether a source ends in the "one" that is everybody: "the care one would expect"."""
    source = draft.source
    if source is None or source.last - source.first < LEAST:
        return False
    if words.lower[source.last - 1] != "one":
        return False
    return words.lower[source.last - 2] not in DETERMINERS and words.raw[source.last - 2].isalpha()


def _without_gaps(draft: Draft) -> Draft:
    """Return a draft without empty stretches."""
    return draft._replace(contents=tuple(part for part in draft.contents if part.first < part.last))


def find_quoted(words: Words, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the attributions that stand inside the quotations of other ones."""
    found: list[Draft] = []
    seen: set[int] = set()
    for draft in drafts:
        for part in draft.contents:
            for first, last in _quoted_sentences(words, part):
                if first not in seen:
                    seen.add(first)
                    found += _by_words(words, first, last, 1)
    return tuple(draft for draft in map(_without_gaps, found) if draft.contents)


def _quoted_sentences(words: Words, part: Found) -> Iterator[tuple[int, int]]:
    """Give the runs of quoted words of a content, cut at sentence ends, marks left out."""
    start: int | None = None
    for index in range(part.first, part.last + 1):
        inside = (
            index < part.last
            and words.depth[index] > 0
            and index not in words.quote_at
            and index + 1 not in words.quote_from
        )
        cut = start is not None and (not inside or words.sentence[index] != words.sentence[start])
        if cut and start is not None:
            if index > start:
                yield start, index
            start = None
        if inside and start is None:
            start = index
