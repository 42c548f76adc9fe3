"""headwater explain: what was found at one place of a text, and why."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from headwater.cli.options import lexicon_option, part_option, with_parts
from headwater.cli.speak import result, say

if TYPE_CHECKING:
    from headwater.engine.local import Marked
    from headwater.model.attribution import Attribution
    from headwater.model.document import Document
    from headwater.model.mention import Mention
    from headwater.model.reason import Reason
    from headwater.model.span import Span


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--at", "offset", type=click.IntRange(min=0), required=True, help="Character offset.")
@part_option
@lexicon_option
def explain(file: Path, offset: int, parts: Sequence[str], *, only_lexicon: bool) -> None:
    """Say what was found at a place of a text, and why.

    \b
    Example:
      headwater explain article.txt --at 1204
    """
    from headwater.cli.run import read_paths
    from headwater.config import Settings
    from headwater.engine.local import Forgetful, Marker
    from headwater.errors import InputError
    from headwater.registry import load

    settings = with_parts(Settings(), parts, only_lexicon=only_lexicon)
    files = read_paths([str(file)], None, settings)
    ingested = load("ingest", settings.parts.ingest)(files, settings.ingest)
    for failure in ingested.failures:
        raise InputError(f"{failure.document}: {failure.reason}")
    for document in ingested.documents:
        if offset >= len(document.text):
            say(f"{document.name} has {len(document.text)} characters; offset {offset} is past it")
            continue
        marked = Marker(settings, Forgetful()).mark(document)
        result("\n".join(story(marked, offset)))


def story(marked: "Marked", offset: int) -> Iterator[str]:
    """Yield what each stage found at an offset, in the order of the stages."""
    document, parse = marked.document, marked.parse
    for aside in document.asides:
        if holds((aside.span,), offset):
            yield f"set aside as {aside.kind}; not analysed"
    for sentence in parse.sentences:
        if holds((sentence.span,), offset):
            yield f"sentence {at(sentence.span)}: {words((sentence.span,), document)}"
    yield from marks(marked, offset)
    for found in marked.attributions:
        if holds((*found.source, *found.cue, *found.content), offset):
            yield from attribution_lines(found, document)
    for mention in marked.mentions:
        if holds(mention.spans, offset):
            yield from mention_lines(mention, document)


def marks(marked: "Marked", offset: int) -> Iterator[str]:
    """Yield the names, amounts, times and quotations at an offset."""
    document, parse = marked.document, marked.parse
    for name in parse.names:
        if holds((name.span,), offset):
            yield f"name {at(name.span)}: {name.text} ({name.kind}; in full {name.canonical})"
    for amount in parse.amounts:
        if holds((amount.span,), offset):
            yield (
                f"amount {at(amount.span)}: {words((amount.span,), document)} = "
                f"{amount.comparator} {amount.value:g} {amount.unit} ({amount.measure})"
            )
    for time in parse.times:
        if holds((time.span,), offset):
            yield (
                f"time {at(time.span)}: {words((time.span,), document)} = "
                f"{time.first or '?'} to {time.last or '?'} ({time.precision}, {time.basis})"
            )
    for quote in parse.quotes:
        if holds((quote.span,), offset):
            yield f"quotation {at(quote.span)}, depth {quote.depth}"


def attribution_lines(found: "Attribution", document: "Document") -> Iterator[str]:
    """Yield an attribution with its reasons."""
    yield f"attribution {found.id} ({found.style}, {found.cue_kind}, p {found.probability:.2f})"
    yield f"  source: {words(found.source, document)} = {found.name} ({found.kind})"
    yield f"  cue: {words(found.cue, document)}"
    yield f"  content: {words(found.content, document)}"
    if found.inside:
        yield f"  inside {found.inside}"
    yield from reason_lines(found.reasons)


def mention_lines(mention: "Mention", document: "Document") -> Iterator[str]:
    """Yield a statement with its reasons."""
    yield f"statement {mention.id}: {words(mention.spans, document)}"
    chain = " → ".join(mention.chain) if mention.chain else "the outlet's own voice"
    yield f"  {mention.kind}, {mention.modality}, {mention.polarity}; chain: {chain}"
    yield from reason_lines(mention.reasons)


def reason_lines(reasons: "Iterable[Reason]") -> Iterator[str]:
    """Yield reasons, the rule first."""
    for reason in reasons:
        yield f"  because {reason.text} [{reason.rule}]"


def holds(spans: "Iterable[Span]", offset: int) -> bool:
    """Tell whether one of the spans holds the offset."""
    return any(span.start <= offset < span.end for span in spans)


def at(span: "Span") -> str:
    """Return a span as offsets."""
    return f"{span.start}-{span.end}"


def words(spans: "Iterable[Span]", document: "Document") -> str:
    """Return the words of spans, each on one line."""
    return " … ".join(" ".join(span.cut(document.text).split()) for span in spans) or "(none)"
