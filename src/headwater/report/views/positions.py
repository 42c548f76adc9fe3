"""Positions and denials by actor, over time."""

from typing import Final

from headwater.model.attribution import Attribution, CueKind
from headwater.model.base import Record
from headwater.model.mention import Mention
from headwater.report.alone import in_context
from headwater.report.lookup import Lookup
from headwater.report.places import Places
from headwater.report.words import day, shorten, show_text

VERBS: Final[dict[CueKind, str]] = {
    "denies": "denies", "rejects": "rejects", "warns": "warns", "promises": "promises",
    "declines": "declines", "silent": "does not answer",
}  # fmt: skip
WIDTH: Final = 240  # characters of a position's words


class Position(Record, frozen=True, kw_only=True):
    """What an actor took a stand on, when; `who` spoke for it, empty if it did itself."""

    date: str
    iso: str
    verb: str
    words: str
    link: str
    outlet: str
    claim: str | None
    who: str = ""


class Actor(Record, frozen=True, kw_only=True):
    """Somebody who takes positions, with these in order of time.

    All who speak for one interest are one actor.
    """

    name: str
    positions: tuple[Position, ...]


def find_positions(lookup: Lookup, places: Places) -> tuple[Actor, ...]:
    """Return the actors with positions, those with most positions first."""
    denials = {r.from_claim for r in lookup.dossier.relations if r.kind == "denies"}
    found: dict[str, list[Position]] = {}
    for mention in lookup.dossier.mentions:
        cited = lookup.attributions.get(mention.attribution or "")
        if cited is None or cited.kind in {"media_outlet", "dataset", "unattributed"}:
            continue
        claim = lookup.claim_of.get(mention.id)
        denial = claim is not None and claim.id in denials
        verb = verb_of(mention, cited) or ("answers" if denial else "")
        if verb:
            source = lookup.source_of.get(cited.id)
            who = shorten(source.name if source is not None else cited.name, 80)
            name = shorten(source.interest or who, 80) if source is not None else who
            found.setdefault(name, []).append(
                Position(
                    date=day(mention.stated),
                    iso=mention.stated or "",
                    verb=verb,
                    words=shorten(in_context(lookup, mention) or mention.text, WIDTH),
                    link=places.of_mention(mention),
                    outlet=show_text(lookup.outlet_name(mention.document)),
                    claim=places.claim(claim.id) if claim is not None else None,
                    who=who if who != name else "",
                )
            )
    actors = [Actor(name=name, positions=in_time(rows)) for name, rows in found.items()]
    return tuple(sorted(actors, key=lambda a: (-len(a.positions), a.name.casefold())))


def verb_of(mention: Mention, cited: Attribution) -> str:
    """Return what the actor does, empty if it is no position."""
    if mention.modality == "denied":
        return "denies"
    if cited.cue_kind in VERBS:
        return VERBS[cited.cue_kind]
    return "holds" if mention.kind == "position" else ""


def in_time(rows: list[Position]) -> tuple[Position, ...]:
    """Return positions by date, undated last, in document order within a day."""
    return tuple(sorted(rows, key=lambda row: row.iso or "9999"))
