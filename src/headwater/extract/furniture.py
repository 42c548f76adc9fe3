"""Lines of a site inside a sentence: headlines that a page links to a name."""

from headwater.lexicon.load import load_entries
from headwater.model.attribution import Attribution
from headwater.model.span import Span


def find_furniture(text: str) -> tuple[Span, ...]:
    """Return the stretches of a text that belong to the site and not to the article, in order."""
    found = []
    for entry in load_entries("furniture"):
        for match in entry.compiled().finditer(text):
            found.append(Span(start=match.end("name"), end=match.end()))
    return tuple(sorted(found))


def is_furniture(attribution: Attribution, furniture: tuple[Span, ...]) -> bool:
    """Tell whether an attribution is one of a linked headline: its cue stands there."""
    cues = attribution.cue or attribution.content[:1]
    return any(span.contains(cue) for span in furniture for cue in cues)
