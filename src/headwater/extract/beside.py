"""What a source did before, after or while it spoke: "Roe said after selling the dam"."""

from collections.abc import Iterable
from typing import Final

from headwater.extract.verb_phrases import NO_DEEDS
from headwater.extract.words import Words
from headwater.model.attribution import Attribution
from headwater.model.parse import Parse
from headwater.model.span import Span, touching

JOINTS: Final = frozenset({"after", "before", "while"})
STOPS: Final = frozenset(',.;“"')
LEAST: Final = 4  # words of a clause; shorter ones tell nothing that could be checked


def find_beside(
    text: str, parse: Parse, attributions: Iterable[Attribution], left: Iterable[Span]
) -> Iterable[tuple[Span, ...]]:
    """Yield what the voice around tells of a source beside its words.

    "Roe said on Friday after selling the dam to Borg" tells that Roe sold it.

    Args:
        text: The document's.
        parse: Its marks.
        attributions: Those of one voice.
        left: What that voice says besides them.
    """
    free = tuple(left)
    for attribution in attributions:
        for source in attribution.source:
            sentence = next(iter(touching(parse.sentences, (source,))), None)
            if sentence is None or not attribution.cue:
                continue
            words = Words(text, [t for t in sentence.tokens if source.start <= t[0]])
            inside = sum(end <= source.end for _, end in words.places)
            for span in free:
                if source.end <= span.start < sentence.span.end:
                    yield from _done_beside(words, inside, span)


def _done_beside(words: Words, source: int, span: Span) -> Iterable[tuple[Span, ...]]:
    """Yield a source with what it did before, after or while it spoke."""
    for at in range(source, len(words) - LEAST):
        start, form = words.places[at][0], words.verb(at + 1)
        if not (span.start <= start < span.end) or words[at] not in JOINTS:
            continue
        if form is None or form.form != "ing" or words[at + 1] in NO_DEEDS:
            continue
        over = (n for n in range(at + 1, len(words)) if words.places[n][0] >= span.end)
        marks = (n for n in range(at + 1, len(words)) if words[n] in STOPS)
        end = min(next(over, len(words)), next(marks, len(words)))
        if end - at > LEAST:
            yield words.spans((*range(source), *range(at + 1, end)))
        return
