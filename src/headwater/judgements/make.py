"""Judgements as people make them; who and when are told, never read here."""

from collections.abc import Sequence

import msgspec

from headwater.errors import InputError
from headwater.judgements.kinds import fault_of
from headwater.model.base import content_id
from headwater.model.judgement import Anchor, Judgement, JudgementKind


def make(
    kind: JudgementKind,
    about: Sequence[Anchor],
    *,
    who: str,
    made_at: str,
    value: str | None = None,
    why: str = "",
) -> Judgement:
    """Return a judgement.

    Args:
        kind: What is decided; `headwater.judgements.kinds` says what each kind needs.
        about: What it is about, from `headwater.judgements.anchors`.
        who: Who decides.
        made_at: ISO 8601 date and time with zone.
        value: What it says, for kinds that say more than yes.
        why: The reason, for whoever reads the case later.

    Raises:
        InputError: If it cannot be understood, with what is missing.
    """
    return _made(Judgement(id="", who=who, made_at=made_at, kind=kind, about=tuple(about),
                           value=value, why=why))  # fmt: skip


def undo(of: Judgement | str, *, who: str, made_at: str, why: str = "") -> Judgement:
    """Return the judgement that takes another one back; taking back a taking back restores it."""
    key = of if isinstance(of, str) else of.id
    return _made(Judgement(id="", who=who, made_at=made_at, why=why, undoes=key))


def _made(judgement: Judgement) -> Judgement:
    """Return a judgement with its id.

    Raises:
        InputError: If it cannot be understood.
    """
    fault = fault_of(judgement)
    if fault:
        raise InputError(fault)
    about = msgspec.json.encode(judgement.about).decode()
    key = content_id(
        "j", judgement.who, judgement.made_at, judgement.kind or "", about,
        judgement.value or "", judgement.undoes or "",
    )  # fmt: skip
    return msgspec.structs.replace(judgement, id=key)
