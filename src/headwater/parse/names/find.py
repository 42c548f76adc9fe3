"""Names of people, bodies, outlets, places and peoples."""

from headwater.model.parse import Name, Sentence
from headwater.model.span import Span
from headwater.parse.names.canonical import find_canonical
from headwater.parse.names.drafts import Draft, split_run
from headwater.parse.names.kinds import settle_kinds
from headwater.parse.names.people import add_signs
from headwater.parse.names.words import Word, find_runs, is_headline, read_words
from headwater.text.normal import squeeze


def find_names(
    text: str, sentences: tuple[Sentence, ...], *, outlet: str | None = None
) -> tuple[Name, ...]:
    """Return the names of a document in text order; they do not overlap.

    Args:
        text: The document's text.
        sentences: Names do not reach over sentences.
        outlet: The document's own outlet, so that its name is known inside the text.

    Returns:
        Names; `canonical` is the longest form in this document, and for words that stand for a
        state ("Chinese", "PRC") the state's usual name.
    """
    drafts: list[Draft] = []
    headlines: list[list[Word]] = []
    for sentence in sentences:
        words = read_words(text, sentence)
        if is_headline(text, sentence, words):
            headlines.append(words)
            continue
        found: list[Draft] = []
        for first, after in find_runs(words):
            found.extend(split_run(words, first, after))
        drafts.extend(add_signs(text, sentence, words, found))
    settled = settle_kinds(text, drafts, headlines, outlet=outlet)
    canonical = find_canonical(text, settled)
    return tuple(
        Name(
            span=Span(start=draft.start, end=draft.end),
            full=Span(start=min(draft.full, draft.start), end=draft.end),
            text=squeeze(text[draft.start : draft.end]),
            kind=draft.kind or "other",
            role=draft.role,
            canonical=name,
        )
        for draft, name in zip(settled, canonical, strict=True)
    )
