"""Runs the stages in this process, and none of them twice for the same input."""

import logging
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, Protocol, TypeVar

import msgspec

import headwater
from headwater.config import Settings, part_names, to_toml
from headwater.engine import fingerprint
from headwater.engine.progress import Silent, Watcher
from headwater.errors import DocumentError
from headwater.model.attribution import Attribution
from headwater.model.base import Record
from headwater.model.document import Document
from headwater.model.dossier import Dossier, Manifest
from headwater.model.failure import Failure
from headwater.model.judgement import Judgement
from headwater.model.mention import Mention
from headwater.model.parse import Parse
from headwater.registry import load
from headwater.report.data import SCHEMA

T = TypeVar("T")
LOG: Final = logging.getLogger("headwater")

# A defect of ours in one document must not cost the reader the others. These are the errors by
# which defects show; anything else (memory, interruption, a broken contract) stops the run.
DEFECTS: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


class Cache(Protocol):
    """Where results of stages are kept between runs."""

    def get_result(self, document: str, stage: str, key: str) -> bytes | None:
        """Return the stored records as JSON, None if there are none for that key."""

    def put_result(self, document: str, stage: str, key: str, records: bytes) -> None:
        """Keep records."""


class Forgetful:
    """Keeps nothing."""

    def get_result(self, document: str, stage: str, key: str) -> bytes | None:
        """Return None."""

    def put_result(self, document: str, stage: str, key: str, records: bytes) -> None:
        """Keep nothing."""


class Counted:
    """Passes on to another cache and counts what it did not hold."""

    def __init__(self, inner: Cache) -> None:
        self._inner = inner
        self.ran = 0

    def get_result(self, document: str, stage: str, key: str) -> bytes | None:
        """Return what the inner cache holds."""
        return self._inner.get_result(document, stage, key)

    def put_result(self, document: str, stage: str, key: str, records: bytes) -> None:
        """Count, and keep."""
        self.ran += 1
        self._inner.put_result(document, stage, key, records)


class Marked(Record, frozen=True, kw_only=True):
    """One document with what the stages found in it."""

    document: Document
    parse: Parse
    attributions: tuple[Attribution, ...]
    mentions: tuple[Mention, ...]


class Input(Record, frozen=True, kw_only=True):
    """What ingest gave: the texts, what could not be read, and people's decisions.

    Attributes:
        judgements: All of them, for the reader.
        in_force: Those that the stages obey.
    """

    documents: tuple[Document, ...]
    failures: tuple[Failure, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    in_force: tuple[Judgement, ...] = ()


class Marker:
    """Runs the stages that see one document at a time."""

    def __init__(self, settings: Settings, cache: Cache) -> None:
        self._settings = settings
        self._cache = cache

    def mark(self, document: Document) -> Marked:
        """Return what the stages find in a document; `DocumentError` if one gives up on it."""
        key = fingerprint.of_step(fingerprint.of_code(), "", document)
        key, parse = self._step("parse", key, Parse, (document,))
        key, found = self._step("attribute", key, tuple[Attribution, ...], (document, parse))
        _, mentions = self._step("extract", key, tuple[Mention, ...], (document, parse, found))
        return Marked(document=document, parse=parse, attributions=found, mentions=mentions)

    def _step(
        self, stage: str, before: str, kind: type[T], given: tuple[Any, ...]
    ) -> tuple[str, T]:
        """Return the key and the result of one stage, from the cache if it is there."""
        name = getattr(self._settings.parts, stage)
        settings = getattr(self._settings, stage)
        key = fingerprint.of_step(before, f"{stage}={name}", settings)
        document: str = given[0].id
        stored = self._cache.get_result(document, stage, key)
        if stored is not None:
            return key, msgspec.json.decode(stored, type=kind)
        result = guarded(stage, given[0], lambda: load(stage, name)(*given, settings=settings))
        self._cache.put_result(document, stage, key, msgspec.json.encode(result))
        return key, result


def guarded(stage: str, document: Document, work: Callable[[], T]) -> T:
    """Return what the work gives; a defect in it costs only this document.

    Raises:
        DocumentError: If the stage gave up or broke.
    """
    try:
        return work()
    except DEFECTS as error:
        LOG.debug("%s failed in %s", document.name, stage, exc_info=error)
        raise DocumentError(
            document.name,
            stage,
            f"a defect in headwater stopped the {stage} stage ({type(error).__name__}: {error})",
            advice="please report it; -v shows where it happened",
        ) from error


def mark_all(
    documents: Sequence[Document], marker: Marker, watcher: Watcher
) -> tuple[tuple[Marked, ...], tuple[Failure, ...]]:
    """Return what was found in each document, and those that had to be skipped."""
    marked: list[Marked] = []
    failures: list[Failure] = []
    watcher.begin("reading", len(documents))
    for document in documents:
        try:
            marked.append(marker.mark(document))
        except DocumentError as error:
            failures.append(to_failure(error))
        watcher.step()
    watcher.end()
    return tuple(marked), tuple(failures)


def to_failure(error: DocumentError) -> Failure:
    """Return the record of a skipped document."""
    return Failure(
        document=error.document,
        stage=error.stage,
        reason=error.reason,
        where=error.where,
        advice=error.advice,
    )


def analyse(
    given: Input, settings: Settings, *, cache: Cache | None = None, watcher: Watcher | None = None
) -> Dossier:
    """Run every stage after ingest on a case.

    Args:
        given: What ingest read; the order of its documents is irrelevant.
        settings: Of all stages, with the parts to use.
        cache: Keeps per-document results between runs; None keeps nothing.
        watcher: Is told how far the work is.

    Returns:
        The dossier, the same for the same input and settings, byte for byte.
    """
    watcher = watcher or Silent()
    documents = sorted(given.documents, key=lambda document: (document.name, document.id))
    marker = Marker(settings, cache or Forgetful())
    marked, failures = mark_all(documents, marker, watcher)
    draft = Dossier(
        title=settings.title,
        documents=tuple(one.document for one in marked),
        parses=tuple(one.parse for one in marked),
        attributions=tuple(found for one in marked for found in one.attributions),
        mentions=tuple(mention for one in marked for mention in one.mentions),
        sources=(), claims=(), comparisons=(), stances=(), relations=(), copies=(), chains=(),
        origins=(), corroborations=(), assessments=(), ranking=(),
        judgements=given.judgements,
        failures=(*given.failures, *failures),
        manifest=manifest(documents, settings),
    )  # fmt: skip
    return across(draft, given.in_force, settings, watcher)


def across(
    draft: Dossier, judgements: Sequence[Judgement], settings: Settings, watcher: Watcher
) -> Dossier:
    """Run the stages that see all documents together, each on the draft so far."""
    steps: tuple[tuple[str, Callable[[Dossier, Part], dict[str, Any]]], ...] = (
        ("resolve", lambda d, run: {"sources": run(d.documents, d.attributions, judgements)}),
        (
            "link",
            lambda d, run: _fields(
                run(d.documents, d.attributions, d.mentions, d.sources, judgements),
                ("claims", "comparisons", "stances", "relations"),
            ),
        ),
        (
            "trace",
            lambda d, run: _fields(
                run(d.documents, d.attributions, d.mentions, d.sources, d.claims, judgements),
                ("copies", "chains", "origins", "corroborations"),
            ),
        ),
        (
            "assess",
            lambda d, run: {
                "assessments": run(
                    d.claims, d.mentions, d.stances, d.relations, d.corroborations, d.origins,
                    d.sources,
                )
            },
        ),
    )  # fmt: skip
    for stage, step in steps:
        watcher.begin(stage, 1)
        draft = msgspec.structs.replace(draft, **step(draft, _part(stage, settings)))
        watcher.step()
        watcher.end()
    watcher.begin("report", 1)
    done: Dossier = load("report", settings.parts.report)(draft)
    watcher.step()
    watcher.end()
    return done


Part = Callable[..., Any]


def _part(stage: str, settings: Settings) -> Part:
    """Return a stage's part with its settings filled in."""
    part = load(stage, getattr(settings.parts, stage))
    own = getattr(settings, stage)

    def run(*given: object) -> object:
        return part(*given, settings=own)

    return run


def _fields(result: object, names: Iterable[str]) -> dict[str, Any]:
    """Return the named fields of a result."""
    return {name: getattr(result, name) for name in names}


def manifest(documents: Sequence[Document], settings: Settings) -> Manifest:
    """Return what is needed to make the dossier again."""
    return Manifest(
        version=headwater.__version__,
        schema=SCHEMA,
        parts=tuple(f"{kind}={name}" for kind, name in part_names(settings.parts)),
        settings=to_toml(settings),
        inputs=tuple(sorted(f"{document.name} {document.digest}" for document in documents)),
    )
