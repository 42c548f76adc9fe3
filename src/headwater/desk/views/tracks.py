"""The timeline on three tracks."""

from collections.abc import Sequence

from headwater.model.base import Record
from headwater.report.views.timeline import Day, Entry

SHOWN = 12  # entries of one track on one day before the others are folded


class TrackDay(Record, frozen=True, kw_only=True):
    """A day with its three tracks."""

    iso: str
    shown: str
    events: tuple[Entry, ...]
    statements: tuple[Entry, ...]
    publications: tuple[Entry, ...]


def lay_tracks(days: Sequence[Day]) -> tuple[TrackDay, ...]:
    """Return the days with their entries by track."""
    return tuple(
        TrackDay(
            iso=day.iso,
            shown=day.shown,
            events=tuple(e for e in day.entries if e.track == "event"),
            statements=tuple(e for e in day.entries if e.track == "said"),
            publications=tuple(e for e in day.entries if e.track == "published"),
        )
        for day in days
    )
