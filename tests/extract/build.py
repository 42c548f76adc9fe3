"""Small documents with attributions, written down as marked text."""

import re

from headwater.model.attribution import Attribution, CueKind, SourceKind
from headwater.model.document import Document
from headwater.model.parse import Parse, Sentence
from headwater.model.span import Span

TOKEN = re.compile(r"\w+|[^\w\s]")


def make_document(text: str) -> Document:
    """A document called `d-1`."""
    return Document(id="d-1", name="one", digest="0" * 64, format="text", text=text)


def make_parse(text: str) -> Parse:
    """A parse whose sentences end at a stop followed by a capital or the end of a line."""
    sentences = []
    for match in re.finditer(r"\S[^\n]*?(?:[.!?][\"”’)]*(?=\s+[\"“‘A-Z]|\s*$|\n)|(?=\n|$))", text):
        tokens = tuple(m.span() for m in TOKEN.finditer(text, match.start(), match.end()))
        span = Span(start=match.start(), end=match.end())
        sentences.append(Sentence(span=span, paragraph=0, tokens=tokens))
    return Parse(document="d-1", paragraphs=(), sentences=tuple(sentences))


def find(text: str, words: str) -> Span:
    """The first place where the words stand."""
    at = text.index(words)
    return Span(start=at, end=at + len(words))


def make_attribution(
    text: str,
    source: str,
    cue: str,
    content: str,
    *,
    cue_kind: CueKind = "says",
    kind: SourceKind = "person",
    inside: str | None = None,
    affiliation: str | None = None,
) -> Attribution:
    """An attribution of the words to the source."""
    return Attribution(
        id=f"a-{source}-{cue}",
        document="d-1",
        source=(find(text, source),) if source else (),
        cue=(find(text, cue),) if cue else (),
        content=(find(text, content),),
        inside=inside,
        style="indirect",
        cue_kind=cue_kind,
        name=source or "unattributed",
        kind=kind,
        affiliation=affiliation,
    )
