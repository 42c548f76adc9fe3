"""Runs the stages that see one document at a time, and none of them twice for the same input."""

import logging
from collections.abc import Callable, Sequence
from typing import Any, Final, Protocol, TypeVar

import msgspec

from headwater.config import Settings
from headwater.engine import fingerprint
from headwater.engine.progress import Watcher
from headwater.errors import DocumentError
from headwater.ingest.raw import failure_of
from headwater.judgements.kinds import KINDS
from headwater.model.attribution import Attribution
from headwater.model.base import Record
from headwater.model.document import Document
from headwater.model.failure import Failure
from headwater.model.judgement import Judgement
from headwater.model.mention import Mention
from headwater.model.parse import Parse
from headwater.registry import load

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


class Marker:
    """Runs the stages that see one document at a time."""

    def __init__(
        self, settings: Settings, cache: Cache, judgements: Sequence[Judgement] = ()
    ) -> None:
        self._settings = settings
        self._cache = cache
        self._judgements = judgements

    def mark(self, document: Document) -> Marked:
        """Return what the stages find in a document; `DocumentError` if one gives up on it."""
        key = fingerprint.of_step(fingerprint.of_code(), "", document)
        key, parse = self._step("parse", key, Parse, (document,))
        key, found = self._step("attribute", key, tuple[Attribution, ...], (document, parse))
        judged = about_texts(self._judgements, document)
        if judged:
            return self._correct(document, parse, found, judged, key)
        _, mentions = self._step("extract", key, tuple[Mention, ...], (document, parse, found))
        return Marked(document=document, parse=parse, attributions=found, mentions=mentions)

    def _correct(
        self,
        document: Document,
        parse: Parse,
        found: tuple[Attribution, ...],
        judged: Sequence[Judgement],
        key: str,
    ) -> Marked:
        """Return what the stages find in a document, as people corrected it on the way."""
        from headwater.attribute import judged as who
        from headwater.extract import judged as what

        given = (document, parse)
        found = guarded("attribute", document, lambda: who.correct(*given, found, judged))
        chains = guarded("attribute", document, lambda: who.name_chains(*given, found, judged))
        heard = [one for one in judged if one.kind in who.KINDS]
        key = fingerprint.of_step(key, "judged", tuple(heard)) if heard else key
        _, mentions = self._step("extract", key, tuple[Mention, ...], (*given, found))
        mentions = guarded(
            "extract", document, lambda: what.correct(*given, found, mentions, judged, chains)
        )
        used = {key for mention in mentions for key in mention.chain}
        named = (one for chain in chains.values() for one in chain if one.id in used)
        return Marked(
            document=document, parse=parse, attributions=(*found, *named), mentions=mentions
        )

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


def about_texts(judgements: Sequence[Judgement], document: Document) -> tuple[Judgement, ...]:
    """Return the judgements about what stands in a document, in their order."""
    return tuple(
        one
        for one in judgements
        if one.kind is not None
        and KINDS[one.kind].stage in {"attribute", "extract"}
        and any(anchor.span and anchor.digest == document.digest for anchor in one.about)
    )


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
            failures.append(failure_of(error))
        watcher.step()
    watcher.end()
    return tuple(marked), tuple(failures)
