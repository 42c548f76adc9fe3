"""The subject of the outlet's words, where it is also the source of what somebody else says."""

from collections.abc import Iterable, Sequence
from typing import Final

from headwater.extract.framing import is_noun
from headwater.extract.verb_phrases import skip_adverbs
from headwater.extract.words import Words
from headwater.model.attribution import Attribution
from headwater.model.parse import Parse
from headwater.model.span import Span, touching

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


def _subjects(text: str, attributions: Iterable[Attribution]) -> Iterable[Span]:
    """Yield what may be the subject of words behind it: sources, and nouns with their content."""
    for attribution in attributions:
        yield from attribution.source
        whole = (*attribution.source, *attribution.cue, *attribution.content)
        if attribution.source and attribution.cue and is_noun(text, attribution):
            yield Span(start=min(s.start for s in whole), end=max(s.end for s in whole))


def _with_subject(text: str, parse: Parse, span: Span, subjects: Sequence[Span]) -> Span:
    """Return a stretch that begins with its subject, if it begins with its verb."""
    sentence = next(iter(touching(parse.sentences, (span,))), None)
    if sentence is None or not _resumes(text, sentence.tokens, span):
        return span
    near = [
        s.start
        for s in subjects
        if sentence.span.start <= s.start < s.end <= span.start
        and not any(c.isalnum() for c in text[s.end : span.start])
        and span.start - s.end <= NEAR
    ]
    return Span(start=min(near), end=span.end) if near else span


def _resumes(text: str, tokens: Iterable[tuple[int, int]], span: Span) -> bool:
    """Tell whether a stretch begins with a finite verb, or with an aside and then with one."""
    words = Words(text, [t for t in tokens if span.start <= t[0] and t[1] <= span.end])
    if not len(words):
        return False
    first = skip_adverbs(words, 0)
    if first < len(words) and words.finite[first]:
        return not words.is_mark(0)
    if not words.is_mark(0):
        return False
    for at in range(1, len(words) - 1):
        if words.finite[at]:
            return False
        if words.is_mark(at) and words[at] == words[0]:
            behind = skip_adverbs(words, at + 1)
            return behind < len(words) and words.finite[behind]
    return False
