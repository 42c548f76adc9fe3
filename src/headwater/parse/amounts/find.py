"""All amounts of a document."""

import re
from bisect import bisect_left
from typing import Final

import msgspec

from headwater.model.parse import Amount, Sentence, Time
from headwater.model.span import Span, touching
from headwater.parse.amounts.drafts import Draft, read_draft
from headwater.parse.amounts.frames import frame_amounts
from headwater.parse.amounts.multiples import find_multiples, find_ranks
from headwater.parse.amounts.ranges import join_ranges
from headwater.text.numbers import find_numbers

_STRETCH: Final = re.compile(
    r"(?:the\s+)?(?:past|last|previous|next|coming)\s+(?:an?\s+)?\w+\s+(?:of\s+)?\w+s$",
    re.IGNORECASE,
)


def find_amounts(
    text: str, sentences: tuple[Sentence, ...], times: tuple[Time, ...]
) -> tuple[Amount, ...]:
    """Return the amounts of all sentences in text order.

    Years, dates, clock times, ordinals, scores, and numbers in names are no amounts.
    A range gives two amounts, its ends, each with both bounds.

    Args:
        text: The document's text.
        sentences: Amounts do not reach over sentences.
        times: Numbers inside them are no amounts, unless they are a length ("the past two years").
    """
    taken = [t.span for t in times if not _STRETCH.match(t.span.cut(text))]
    found: list[Amount] = []
    for sentence in sentences:
        span = sentence.span
        drafts = _drafts(text, span, taken)
        amounts = join_ranges(text, span, drafts)
        amounts.extend(find_multiples(text, span))
        amounts.extend(find_ranks(text, span))
        found.extend(frame_amounts(text, span, _disjoint(amounts), touching(times, (span,))))
    return tuple(found)


def _disjoint(amounts: list[Amount]) -> list[Amount]:
    """Sort by place and drop what overlaps an earlier one."""
    kept: list[Amount] = []
    for amount in sorted(amounts, key=lambda a: (a.span.start, -a.span.end)):
        if not kept or kept[-1].span.end <= amount.span.start:
            kept.append(amount)
    return kept


def _overlaps(spans: list[Span], start: int, end: int) -> bool:
    """Tell whether one of the sorted, disjoint spans shares a character with the stretch."""
    index = bisect_left(spans, start, key=lambda span: span.end)
    while index < len(spans) and spans[index].start < end:
        if spans[index].end > start:
            return True
        index += 1
    return False


def _drafts(text: str, span: Span, taken: list[Span]) -> list[Draft]:
    """Return the numbers of a sentence that are quantities, with their units."""
    found: list[Draft] = []
    floor = span.start
    previous: Draft | None = None
    for number in find_numbers(text, span.start, span.end):
        if _overlaps(taken, number.start, number.end):
            floor = number.end
            continue
        draft = read_draft(text, number, floor, span)
        if draft is not None:
            found.append(_inherit(text, previous, draft))
            floor, previous = draft.end, found[-1]
    return found


def _inherit(text: str, left: Draft | None, right: Draft) -> Draft:
    """Give a conversion in brackets the comparator of its original: "over 100 km (62 miles)"."""
    if left is None or left.comparator is None or right.comparator is not None:
        return right
    if text[left.end : right.start] not in {" (", "("} or left.unit is None or right.unit is None:
        return right
    return msgspec.structs.replace(right, comparator=left.comparator)
