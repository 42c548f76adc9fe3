"""Runs the whole pipeline in this process."""

from collections.abc import Callable, Sequence
from typing import Any, Final

import msgspec

from headwater.config import Settings, part_names, to_toml
from headwater.engine.again import Before
from headwater.engine.marking import Cache, Forgetful, Marker, mark_all
from headwater.engine.progress import Silent, Watcher
from headwater.engine.steps import STEPS, Step
from headwater.ingest.judged import correct
from headwater.judgements.effects import find_effects
from headwater.judgements.find import settle_anchors
from headwater.model.base import Record
from headwater.model.document import Document
from headwater.model.dossier import Dossier, Manifest
from headwater.model.failure import Failure
from headwater.model.judgement import Judgement
from headwater.registry import load
from headwater.report.data import SCHEMA
from headwater.version import __version__


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


def published_by(given: Input, day: str, settings: Settings) -> Input:
    """Return what of a case was published by a day; what has no day is told to be left out.

    Args:
        given: The whole case.
        day: The last day, ISO 8601.
        settings: Of all stages.
    """
    settled = settle_anchors(given.in_force, given.documents)
    days = {
        document.id: document.published.value if document.published is not None else None
        for document in correct(given.documents, settled.judgements, settings.ingest)
    }
    undated = tuple(
        Failure(
            document=document.name, stage="ingest",
            reason=f"no day of publication is known; what stood on {day} is told without it",
            advice="say when it was published, at the desk or with headwater judge published_is",
        )
        for document in given.documents if days[document.id] is None
    )  # fmt: skip
    kept = tuple(one for one in given.documents if (days[one.id] or LAST) <= day)
    return msgspec.structs.replace(given, documents=kept, failures=(*given.failures, *undated))


LAST: Final = "9999-12-31"


def draft_of(
    documents: Sequence[Document],
    settings: Settings,
    **found: Any,  # noqa: ANN401
) -> Dossier:
    """Return a dossier that holds only what is given."""
    fields: dict[str, Any] = dict.fromkeys(Dossier.__struct_fields__, ())
    fields |= {"title": title_of(documents, settings), "manifest": manifest(documents, settings)}
    return Dossier(**(fields | {"documents": tuple(documents)} | found))


def title_of(documents: Sequence[Document], settings: Settings) -> str:
    """Return the case's title; if it has none, how many documents it has and of which days."""
    if settings.title:
        return settings.title
    days = sorted(document.published.value for document in documents if document.published)
    number = f"{len(documents):,} document{'' if len(documents) == 1 else 's'}"
    if not days:
        return number
    return f"{number}, {days[0]}" if days[0] == days[-1] else f"{number}, {days[0]} to {days[-1]}"


def analyse(
    given: Input,
    settings: Settings,
    *,
    cache: Cache | None = None,
    watcher: Watcher | None = None,
    before: Before | None = None,
) -> Dossier:
    """Run every stage after ingest on a case.

    Args:
        given: What ingest read; the order of its documents is irrelevant.
        settings: Of all stages, with the parts to use.
        cache: Keeps per-document results between runs; None keeps nothing.
        watcher: Is told how far the work is.
        before: An earlier dossier by the same code and settings; stages whose input is the same
            as for it are not run again.

    Returns:
        The dossier, the same for the same input and settings, byte for byte.
    """
    watcher = watcher or Silent()
    settled = settle_anchors(given.in_force, given.documents)
    corrected = correct(given.documents, settled.judgements, settings.ingest)
    documents = sorted(corrected, key=lambda document: (document.name, document.id))
    marker = Marker(settings, cache or Forgetful(), settled.judgements)
    marked, failures = mark_all(documents, marker, watcher)
    draft = draft_of(
        [one.document for one in marked],
        settings,
        parses=tuple(one.parse for one in marked),
        attributions=tuple(found for one in marked for found in one.attributions),
        mentions=tuple(mention for one in marked for mention in one.mentions),
        judgements=given.judgements,
        failures=(*given.failures, *failures),
        manifest=manifest(documents, settings),
    )
    draft = across(draft, settled.judgements, settings, watcher=watcher, before=before)
    draft = msgspec.structs.replace(draft, effects=find_effects(draft, settled))
    done: Dossier = call(watcher, "report", lambda: load("report", settings.parts.report)(draft))
    return done


def across(
    draft: Dossier,
    judgements: Sequence[Judgement],
    settings: Settings,
    *,
    watcher: Watcher | None = None,
    steps: Sequence[Step] = STEPS,
    before: Before | None = None,
) -> Dossier:
    """Run stages that see all documents, each on the dossier so far."""
    watcher = watcher or Silent()
    for step in steps:
        found = before.again(step, draft, judgements, settings) if before else None
        if found is None:
            found = call(watcher, step.stage, lambda: run_step(step, draft, judgements, settings))  # noqa: B023
        draft = msgspec.structs.replace(draft, **found)
    return draft


def run_step(
    step: Step, draft: Dossier, judgements: Sequence[Judgement], settings: Settings
) -> dict[str, Any]:
    """Return the fields of the dossier that a stage fills."""
    part = load(step.stage, getattr(settings.parts, step.stage))
    given = [getattr(draft, name) for name in step.takes]
    if step.judged:
        given.append(tuple(judgements))
    result = part(*given, settings=getattr(settings, step.stage))
    if len(step.gives) == 1:
        return {step.gives[0]: result}
    return {name: getattr(result, name) for name in step.gives}


def call(watcher: Watcher, stage: str, work: Callable[[], Any]) -> Any:  # noqa: ANN401
    """Return what the work gives, with the watcher told."""
    watcher.begin(stage, 1)
    result = work()
    watcher.step()
    watcher.end()
    return result


def manifest(documents: Sequence[Document], settings: Settings) -> Manifest:
    """Return what is needed to make the dossier again."""
    return Manifest(
        version=__version__,
        schema=SCHEMA,
        parts=tuple(f"{kind}={name}" for kind, name in part_names(settings.parts)),
        settings=to_toml(settings),
        inputs=tuple(sorted(f"{document.name} {document.digest}" for document in documents)),
    )
