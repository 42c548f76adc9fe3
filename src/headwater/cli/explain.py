"""headwater explain: what was found at one place of a text, and why."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from headwater.cli.options import lexicon_option, part_option, with_parts
from headwater.cli.speak import result
from headwater.cli.verb import Verb

if TYPE_CHECKING:
    from headwater.engine.marking import Marked
    from headwater.ingest.raw import Ingested
    from headwater.model.attribution import Attribution
    from headwater.model.document import Document
    from headwater.model.mention import Mention
    from headwater.model.reason import Reason
    from headwater.model.span import Span


@click.command(cls=Verb, examples=("headwater explain article.txt --at 1204",))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--at", "offset", type=click.IntRange(min=0), required=True, help="Character offset.")
@part_option
@lexicon_option
def explain(file: Path, offset: int, parts: Sequence[str], *, only_lexicon: bool) -> None:
    """Say what was found at a place of a text, and why."""
    from headwater.cli.run import read_paths
    from headwater.config import Settings
    from headwater.engine.marking import Forgetful, Marker
    from headwater.registry import load

    settings = with_parts(Settings(), parts, only_lexicon=only_lexicon)
    files = read_paths([str(file)], None, settings)
    ingested: Ingested = load("ingest", settings.parts.ingest)(files, settings.ingest)
    for document in reached(readable(ingested), offset):
        marked = Marker(settings, Forgetful()).mark(document)
        result("\n".join(story(marked, offset)))


def reached(documents: "Sequence[Document]", offset: int) -> "list[Document]":
    """Return the documents that are long enough to have the offset.

    Raises:
        BadParameter: If none is.
    """
    found = [document for document in documents if offset < len(document.text)]
    if not found:
        longest = max((len(document.text) for document in documents), default=0)
        said = f"the text has {longest} characters; offset {offset} is past it"
        raise click.BadParameter(said, param_hint="--at")
    return found


def readable(ingested: "Ingested") -> "tuple[Document, ...]":
    """Return the documents.

    Raises:
        InputError: If one could not be read.
    """
    from headwater.errors import InputError

    if ingested.failures:
        failure = ingested.failures[0]
        raise InputError(f"{failure.document}: {failure.reason}")
    return ingested.documents


def story(marked: "Marked", offset: int) -> Iterator[str]:
    """Yield what each stage found at an offset, in the order of the stages."""
    document = marked.document
    for span, text in marks(marked):
        if holds((span,), offset):
            yield f"{text} {span.start}-{span.end}: {words((span,), document)}"
    for found in marked.attributions:
        if holds((*found.source, *found.cue, *found.content), offset):
            yield from attribution_lines(found, document)
    for mention in marked.mentions:
        if holds(mention.spans, offset):
            yield from mention_lines(mention, document)


def marks(marked: "Marked") -> "Iterator[tuple[Span, str]]":
    """Yield what ingest set aside and everything that parse marked, with what it is."""
    parse = marked.parse
    yield from (
        (one.span, f"set aside as {one.kind}, not analysed") for one in marked.document.asides
    )
    yield from ((one.span, "sentence") for one in parse.sentences)
    yield from ((one.span, f"quotation of depth {one.depth}") for one in parse.quotes)
    yield from ((one.span, f"name ({one.kind}; in full {one.canonical})") for one in parse.names)
    yield from (
        (one.span, f"amount ({one.comparator} {one.value:g} {one.unit}, {one.measure})")
        for one in parse.amounts
    )
    yield from (
        (one.span, f"time ({one.first or '?'} to {one.last or '?'}, {one.precision}, {one.basis})")
        for one in parse.times
    )


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
    """Yield reasons with their rule, and its weight where the rule left a choice."""
    for reason in reasons:
        weight = f", weight {reason.weight:.2f}" if reason.weight < 1 else ""
        yield f"  because {reason.text} [{reason.rule}{weight}]"


def holds(spans: "Iterable[Span]", offset: int) -> bool:
    """Tell whether one of the spans holds the offset."""
    return any(span.start <= offset < span.end for span in spans)


def words(spans: "Iterable[Span]", document: "Document") -> str:
    """Return the words of spans, each on one line."""
    return " … ".join(" ".join(span.cut(document.text).split()) for span in spans) or "(none)"
