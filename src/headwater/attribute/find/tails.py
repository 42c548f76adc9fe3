"""Find who said a quotation when only the next paragraph tells: "Roe said in a post."."""

from headwater.attribute.find.classes import STOPS
from headwater.attribute.find.contents import has_finite_verb
from headwater.attribute.find.cues import Cue, find_cues
from headwater.attribute.find.drafts import SURE, Draft, Found
from headwater.attribute.find.layouts import end_of_noun, skip_tail
from headwater.attribute.find.quotations import is_speech, opens_paragraph
from headwater.attribute.find.sources import find_subject
from headwater.attribute.find.words import Words

RULE = "tails.v1"


def find_tails(words: Words) -> tuple[Draft, ...]:
    """Return the quotations that fill a paragraph with the speaker and cue that open the next one.

    The sentence of the cue says nothing else: "Roe said in a post on Monday.", "said Lee Roe."
    """
    found: list[Draft] = []
    for first, last in words.bounds:
        opening = words.quote_from.get(first)
        if opening is None or not (opens_paragraph(words, first) and first < last):
            continue
        if not opens_paragraph(words, opening) or not is_speech(words, opening, first):
            continue
        cue = next((cue for cue in find_cues(words, first, last, 0) if _tells(cue)), None)
        source = _source_of(words, cue, (first, last)) if cue is not None else None
        if cue is not None and source is not None:
            said = (Found(opening, first),)
            found.append(Draft(source, Found(cue.first, cue.last), said, cue.kind, RULE, SURE))
    return tuple(found)


def _tells(cue: Cue) -> bool:
    """Tell whether a cue may stand behind what was said."""
    return "T" in cue.frames and not (cue.infinitive or cue.passive or cue.is_ing())


def _source_of(words: Words, cue: Cue, bounds: tuple[int, int]) -> Found | None:
    """Return the source that fills a sentence together with its cue; None if more is said."""
    first, last = bounds
    if cue.first == first:
        source: Found | None = Found(cue.last, end_of_noun(words, cue.last, last))
        after = source.last if source is not None else last
    else:
        source = find_subject(words, cue, first)
        after = skip_tail(words, cue, last)
    if source is None or source.first >= source.last or min(source.first, cue.first) > first:
        return None
    if has_finite_verb(words, cue.last, last):
        return None  # "Roe told the Gazette the port was shut" says that
    return None if any(words.raw[index] not in STOPS for index in range(after, last)) else source
