"""Find quotations set between dashes behind whoever said them."""

from typing import Final

from headwater.attribute.find.classes import APOSTROPHES, DASHES, STOPS
from headwater.attribute.find.drafts import LIKELY, Draft, Found
from headwater.attribute.find.quotations import is_speech
from headwater.attribute.find.words import Words

REACH: Final = 12  # words of an apposition between the name and the dash
OPENING: Final = DASHES | {"-", "("}
RULE: Final = "inset.v1"


def find_inset(words: Words) -> tuple[Draft, ...]:
    """Return the quotations of "Lee Roe, a clerk — “...” — and Ana Ruiz", in text order."""
    found: list[Draft] = []
    for first, last in sorted(words.quote_at.items()):
        start = words.sentence_start(first)
        mark = first - 1
        if mark <= start or words.raw[mark] not in OPENING or not is_speech(words, first, last):
            continue
        end = last < len(words) and words.raw[last] in OPENING | {")"} | STOPS
        while mark > start and words.raw[mark - 1] in OPENING:
            mark -= 1
        source = _named_before(words, mark, start) if end else None
        if source is not None:
            cue = Found(mark, first)
            found.append(Draft(source, cue, (Found(first, last),), "says", RULE, LIKELY))
    return tuple(found)


def _named_before(words: Words, mark: int, start: int) -> Found | None:
    """Return the person whose name, with at most an apposition, ends at a mark."""
    best: Found | None = None
    for name in words.names_from(words.starts[start]):
        first, last = words.within(name.full)
        if last > mark:
            break
        if name.kind == "person" and mark - last <= REACH:
            best = Found(first, last)
    if best is None:
        return None
    if words.raw[best.last] in APOSTROPHES and words.lower[best.last + 1] == "s":
        return None
    between = range(best.last, mark)
    if any(words.is_finite_verb(i) or words.raw[i] in STOPS for i in between):
        return None
    alone = best.last == mark or words.raw[best.last] == ","
    return best if alone else None
