"""The subject of the outlet's words, where it is also the source of what somebody else says."""

from collections.abc import Iterable, Sequence
from typing import Final

from headwater.extract.bare import listed
from headwater.extract.framing import is_noun
from headwater.extract.verb_phrases import COORDINATORS, skip_adverbs
from headwater.extract.words import Words
from headwater.model.attribution import Attribution
from headwater.model.parse import Parse
from headwater.model.span import Span, touching

_RELATIVES: Final = frozenset({("who",), ("which",)})
NEAR: Final = 2  # characters between a subject and its verb: a space, a comma


def with_subjects(
    text: str, parse: Parse, own: Iterable[Span], attributions: Sequence[Attribution]
) -> tuple[Span, ...]:
    """Return stretches of the outlet's own words, each with the subject that was taken from it.

    In "Roe then left, denying the theft" Roe is who denies and who left; in "the board's plan to
    close the mill has drawn anger" the plan is what the board promises and what has drawn anger.

    Args:
        text: The document's.
        parse: Its marks.
        own: What no attribution covers, in text order.
        attributions: Those that were taken out of it.
    """
    subjects = tuple(_subjects(text, attributions))
    return tuple(_with_subject(text, parse, span, subjects) for span in own)


def _subjects(text: str, attributions: Iterable[Attribution]) -> Iterable[tuple[Span, int]]:
    """Yield what may be the subject of words behind it, with where its cue begins.

    That are sources, and nouns with their content.
    """
    for attribution in attributions:
        cue = attribution.cue[0].start if attribution.cue else 0
        yield from ((span, cue) for span in attribution.source)
        whole = (*attribution.source, *attribution.cue, *attribution.content)
        if attribution.source and attribution.cue and is_noun(text, attribution):
            yield Span(start=min(s.start for s in whole), end=max(s.end for s in whole)), cue


def _with_subject(
    text: str, parse: Parse, span: Span, subjects: Sequence[tuple[Span, int]]
) -> Span:
    """Return a stretch that begins with its subject, if it begins with its verb."""
    sentence = next(iter(touching(parse.sentences, (span,))), None)
    if sentence is None:
        return span
    near = [
        (s.start, cue)
        for s, cue in subjects
        if sentence.span.start <= s.start < s.end <= span.start
        and not any(c.isalnum() for c in text[s.end : span.start])
        and span.start - s.end <= NEAR
    ]
    if not near:
        return span
    start, cue = min(near)
    words = Words(text, [t for t in sentence.tokens if start <= t[0] and t[1] <= span.end])
    at = sum(place[0] < span.start for place in words.places)
    if _breaks_off(text, span, cue) or _only_speaks(words, at):
        return span
    resumes = _resumes(words, at) or (cue >= span.end and _tells_who(words, at))
    return Span(start=start, end=span.end) if resumes else span


def _tells_who(words: Words, at: int) -> bool:
    """Tell whether a relative clause begins here behind a comma (", who met Roe in May,")."""
    if words.lower[at : at + 1] != (",",) or words.lower[at + 1 : at + 2] not in _RELATIVES:
        return False
    verb = skip_adverbs(words, at + 2)
    return verb < len(words) and words.finite[verb]


def _breaks_off(text: str, span: Span, cue: int) -> bool:
    """Tell whether a stretch stops in the midst of a phrase: "had ample [warning that]"."""
    if not 0 <= cue - span.end <= 1 or not text[cue - 1].isspace():
        return False
    last, first = text[span.start : cue].split()[-1:], text[cue:].split(None, 1)[0]
    marked = not last or not last[0][-1].isalnum() or last[0] in COORDINATORS
    return not (marked or first.endswith("ing"))


def _only_speaks(words: Words, at: int) -> bool:
    """Tell whether a stretch only tells that somebody spoke ("answered at noon, saying")."""
    first = skip_adverbs(words, at)
    form = words.verb(first) if first < len(words) else None
    return form is not None and form.lemma in listed("talking")


def _resumes(words: Words, at: int) -> bool:
    """Tell whether a finite verb begins here, or an aside and then one."""
    first = skip_adverbs(words, at)
    if first < len(words) and words.finite[first]:
        return not words.is_mark(at)
    if at >= len(words) or not words.is_mark(at):
        return False
    for index in range(at + 1, len(words) - 1):
        if words.finite[index]:
            return False
        if words.is_mark(index) and words[index] == words[at]:
            behind = skip_adverbs(words, index + 1)
            return behind < len(words) and words.finite[behind]
    return False
