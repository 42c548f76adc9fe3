"""What of an earlier dossier can be taken as it is: results of stages whose input is the same."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

import msgspec

from headwater.config import Settings
from headwater.engine.steps import Step
from headwater.judgements.find import settle_anchors
from headwater.judgements.force import in_force
from headwater.model.dossier import Dossier
from headwater.model.judgement import Judgement
from headwater.model.source import Source
from headwater.registry import PARTS

# A person's grade of a source is for `assess` alone; it changes neither claims nor chains.
BLIND_TO_GRADES: Final = frozenset({"link", "trace"})


class Before:
    """An earlier dossier by the same code and settings.

    Stages are pure and do not care for order, so what one gave before it would give again for
    the same records and judgements.
    """

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        listed = in_force(dossier.judgements)
        self._judgements = settle_anchors(listed, dossier.documents).judgements

    def again(
        self, step: Step, draft: Dossier, judgements: Sequence[Judgement], settings: Settings
    ) -> dict[str, Any] | None:
        """Return what a stage would give, None if it has to be run."""
        ours = getattr(settings.parts, step.stage) in PARTS[step.stage]
        heeds = step.heeds if ours else None
        if step.judged and _heeded(judgements, heeds) != _heeded(self._judgements, heeds):
            return None
        for name in step.takes:
            now, then = (_by_key(getattr(one, name), step) for one in (draft, self._dossier))
            if now != then:
                return None
        return {name: getattr(self._dossier, name) for name in step.gives}


def _heeded(judgements: Iterable[Judgement], kinds: frozenset[str] | None) -> tuple[Judgement, ...]:
    """Return the judgements that a stage obeys; all of them if that is not known."""
    return tuple(one for one in judgements if kinds is None or one.kind in kinds)


def _by_key(records: Sequence[Any], step: Step) -> dict[bytes | str, Any]:
    """Return records by their ids, or by all they hold if they have none."""
    return {
        getattr(record, "id", None) or msgspec.json.encode(record): _seen(record, step)
        for record in records
    }


def _seen(record: Any, step: Step) -> Any:  # noqa: ANN401 - any record
    """Return a record as a stage sees it."""
    if isinstance(record, Source) and step.stage in BLIND_TO_GRADES and record.graded:
        return msgspec.structs.replace(record, reliability=None, graded=None)
    return record
