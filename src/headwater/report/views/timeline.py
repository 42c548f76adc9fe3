"""Events, statements and publications in order of time."""

from collections.abc import Sequence
from typing import Final

from headwater.model.base import Record
from headwater.model.mention import Mention
from headwater.model.span import Place, Span
from headwater.report.lookup import Lookup
from headwater.report.pictures.tracks import Moment, Track, Tracks, draw_tracks
from headwater.report.places import Places
from headwater.report.words import day, period, shorten, show_text

TRACKS: Final[dict[Track, str]] = {
    "event": "event",
    "said": "said",
    "published": "published",
}
DATED: Final = frozenset({"day", "week", "month"})  # a coarser time is a period, not an event
WIDTH: Final = 160  # characters of an entry's words
MARK_WIDTH: Final = 110  # the same for what a mark of the picture says


class Entry(Record, frozen=True, kw_only=True):
    """One dated line; `link` leads to the words."""

    iso: str
    track: Track
    label: str
    day: str
    when: str
    who: str
    text: str
    link: str


class Day(Record, frozen=True, kw_only=True):
    """All entries that begin on one day."""

    iso: str
    shown: str
    entries: tuple[Entry, ...]


def make_timeline(lookup: Lookup, places: Places) -> tuple[Day, ...]:
    """Return all dated lines, by day, oldest first."""
    entries = [*publications(lookup, places)]
    for mention in lookup.dossier.mentions:
        entries += statement(lookup, places, mention)
        entries += events(lookup, places, mention)
    unique = {(e.iso, e.track, e.who, e.text): e for e in reversed(entries)}
    order: dict[Track, int] = {"event": 0, "said": 1, "published": 2}
    ordered = sorted(unique.values(), key=lambda e: (e.iso, order[e.track], e.who, e.text))
    days: dict[str, list[Entry]] = {}
    for entry in ordered:
        days.setdefault(entry.iso, []).append(entry)
    return tuple(Day(iso=iso, shown=day(iso), entries=tuple(found)) for iso, found in days.items())


def draw_timeline(days: Sequence[Day], places: Places) -> Tracks | None:
    """Return the timeline as a picture; None if it has fewer than two lines."""
    moments = [
        Moment(
            iso=entry.iso, track=entry.track, link=places.day(entry.iso),
            words=f"{entry.day}, {entry.who}: {shorten(entry.text, MARK_WIDTH)}",
        )
        for found in days
        for entry in found.entries
    ]  # fmt: skip
    return draw_tracks(moments)


def publications(lookup: Lookup, places: Places) -> list[Entry]:
    """Return a line for each document with a date."""
    found = []
    for document in lookup.dossier.documents:
        if document.published is None or not document.text.strip():
            continue
        title = document.title
        head = title.span if title is not None and title.span is not None else None
        place = Place(
            document=document.id, span=document.published.span or head or Span(start=0, end=1)
        )
        words = title.value if title is not None else document.text.strip().split("\n")[0]
        found.append(
            Entry(
                iso=document.published.value, track="published", label=TRACKS["published"],
                day=day(document.published.value), when="",
                who=show_text(lookup.outlet_name(document.id)), text=shorten(words, WIDTH),
                link=places.link(place) or "",
            )
        )  # fmt: skip
    return found


def statement(lookup: Lookup, places: Places, mention: Mention) -> list[Entry]:
    """Return when something was said, if the text dates the speech itself."""
    cited = lookup.attributions.get(mention.attribution or "")
    if cited is None or cited.stated is None:
        return []
    return [
        Entry(
            iso=cited.stated, track="said", label=TRACKS["said"], day=day(cited.stated), when="",
            who=shorten(cited.name, 60), text=shorten(mention.text, WIDTH),
            link=places.of_mention(mention),
        )
    ]  # fmt: skip


def events(lookup: Lookup, places: Places, mention: Mention) -> list[Entry]:
    """Return when a fact is said to have happened, if its words name a day, week or month."""
    if mention.kind != "fact":
        return []
    inside = [
        time
        for time in mention.times
        if time.first and any(span.contains(time.span) for span in mention.spans)
    ]
    return [
        Entry(
            iso=time.first or "", track="event", label=TRACKS["event"], day=day(time.first),
            when=period(time.first, time.last) if time.last != time.first else "",
            who=show_text(lookup.outlet_name(mention.document)), text=shorten(mention.text, WIDTH),
            link=places.of_mention(mention),
        )
        for time in inside
        if time.precision in DATED or time.precision == "span"
    ]  # fmt: skip
