"""Runs the pipeline on what was marked by hand."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import msgspec

from headwater.config import Settings
from headwater.engine.local import Input, analyse
from headwater.engine.progress import Silent, Watcher
from headwater.errors import InputError
from headwater.evaluate.attribution_score import outermost
from headwater.evaluate.brat import GoldArticle, Marked, mark
from headwater.ingest.files import collect
from headwater.ingest.raw import Ingested
from headwater.model.attribution import Attribution
from headwater.model.base import content_id
from headwater.model.document import Document
from headwater.model.dossier import Dossier
from headwater.model.span import Span
from headwater.registry import load

ADDED_LINK: Final = "nesting."  # rules that add a link of a chain; corpora do not mark it


def run_case(
    folder: Path, settings: Settings, *, sidecar: bool, watcher: Watcher | None = None
) -> Dossier:
    """Run the pipeline on the documents of a gold case.

    Args:
        folder: Holds `docs/` and `docs.json`.
        settings: Of all stages.
        sidecar: Whether title, outlet, byline and date of docs.json are given to it.
        watcher: Is told how far the work is.
    """
    documents = read_documents(folder, settings, sidecar=sidecar)
    return analyse(Input(documents=documents), settings, watcher=watcher)


def read_documents(folder: Path, settings: Settings, *, sidecar: bool) -> tuple[Document, ...]:
    """Return the documents of a gold case.

    Raises:
        InputError: If one cannot be read.
    """
    files = collect((str(folder / "docs"),), None, settings.ingest)
    if not sidecar:
        files = tuple(msgspec.structs.replace(file, sidecar=None) for file in files)
    ingested: Ingested = load("ingest", settings.parts.ingest)(files, settings.ingest)
    for failure in ingested.failures:
        raise InputError(f"{failure.document} of {folder} cannot be read: {failure.reason}")
    return ingested.documents


def tag_articles(
    articles: Mapping[str, GoldArticle], settings: Settings, watcher: Watcher | None = None
) -> dict[str, tuple[Marked, ...]]:
    """Return the outermost attributions that the pipeline finds in each article."""
    watcher = watcher or Silent()
    found: dict[str, tuple[Marked, ...]] = {}
    watcher.begin("attribution", len(articles))
    for stem, article in sorted(articles.items()):
        found[stem] = outermost(_tag(article, settings))
        watcher.step()
    watcher.end()
    return found


def _tag(article: GoldArticle, settings: Settings) -> list[Marked]:
    """Return the attributions of one article as tokens of its text."""
    raw = article.text.raw
    document = Document(
        id=content_id("d", raw),
        name=article.stem,
        digest=content_id("x", raw),
        format="text",
        text=raw,
    )
    parse = load("parse", settings.parts.parse)(document, settings=settings.parse)
    attribute = load("attribute", settings.parts.attribute)
    chosen = msgspec.structs.replace(settings.attribute, marks=True)
    attributions: tuple[Attribution, ...] = attribute(document, parse, settings=chosen)
    return [
        mark(
            article.text,
            {
                "source": _pairs(one.source),
                "cue": _pairs(one.cue),
                "content": _pairs(one.content),
            },
        )
        for one in attributions
        if not one.reasons[0].rule.startswith(ADDED_LINK)
    ]


def _pairs(spans: tuple[Span, ...]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]
