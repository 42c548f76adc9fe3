"""Two runs of a case side by side: what changed, and why an interval moved."""

from collections.abc import Mapping
from typing import Any, Final

from headwater.judgements.history import history
from headwater.model.base import Record
from headwater.model.dossier import Dossier
from headwater.report.lookup import Lookup
from headwater.report.words import shorten, show_text
from headwater.review.changes import changes

SHOWN: Final = 200  # claims of each kind that are listed
REASONS: Final = 3  # reasons of an interval that are shown
INTERVAL: Final = "independent origins"  # as `changes` calls it
WIDTH: Final = 200  # characters of a claim's words


class Moved(Record, frozen=True, kw_only=True):
    """A claim that is new, gone or changed.

    Attributes:
        moves: What changed: its name, before, after.
        because: Decisions behind it: id and words.
        why: Why the number of origins moved.
    """

    id: str
    text: str
    moves: tuple[tuple[str, str, str], ...] = ()
    because: tuple[tuple[str, str], ...] = ()
    why: tuple[str, ...] = ()


class Compared(Record, frozen=True, kw_only=True):
    """What a later run says otherwise."""

    new: tuple[Moved, ...]
    gone: tuple[Moved, ...]
    changed: tuple[Moved, ...]


def compare_runs(before: Dossier, after: Dossier) -> Compared:
    """Return what the later run says otherwise."""
    found = changes(before, after)
    told = {entry.judgement.id: show_text(entry.text) for entry in history(after)}
    lookup = Lookup(after)
    lines = {
        kind: tuple(make_line(one, told, lookup) for one in found[kind])
        for kind in ("new", "gone", "changed")
    }
    return Compared(**lines)


def make_line(one: Mapping[str, Any], told: Mapping[str, str], lookup: Lookup) -> Moved:
    """Return one claim."""
    moves = one.get("changes", {})
    key = one["id"]
    return Moved(
        id=key,
        text=shorten(one["text"], WIDTH),
        moves=tuple((name, show_text(str(a)), show_text(str(b))) for name, (a, b) in moves.items()),
        because=tuple((made, told.get(made, made)) for made in one.get("because", ())),
        why=explain_move(lookup, key) if INTERVAL in moves else (),
    )


def explain_move(after: Lookup, key: str) -> tuple[str, ...]:
    """Return what the later run gives as reasons for a claim's number of origins."""
    found = after.corroborations.get(key)
    reasons = (reason.text for reason in (found.reasons if found is not None else ()))
    return tuple(show_text(text) for text in dict.fromkeys(reasons))[:REASONS]
