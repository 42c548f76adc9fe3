"""What belongs to the page and not to the article: linked headlines, words under pictures."""

from collections.abc import Sequence

from headwater.lexicon.load import load_entries
from headwater.model.attribution import Attribution
from headwater.model.parse import Sentence
from headwater.model.span import Span


def find_furniture(text: str, sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """Return the stretches of a text that belong to the site and not to the article, in order.

    Args:
        text: The document's.
        sentences: Its sentences; one that is a line of the page is left out whole.
    """
    found = []
    for entry in load_entries("furniture"):
        pattern, kind = entry.compiled(), entry.attributes.get("kind")
        if kind is None:
            found += [Span(start=m.end("name"), end=m.end()) for m in pattern.finditer(text)]
            continue
        for sentence in sentences:
            match = pattern.search(sentence.span.cut(text))
            if match is not None:
                start, whole = sentence.span.start, sentence.span.end
                end = start + match.end() if kind == "head" else whole
                found.append(Span(start=start, end=end))
    return tuple(sorted(found))


def is_furniture(attribution: Attribution, furniture: tuple[Span, ...]) -> bool:
    """Tell whether an attribution is one of the page: its cue stands there."""
    cues = attribution.cue or attribution.content[:1]
    return any(span.contains(cue) for span in furniture for cue in cues)
