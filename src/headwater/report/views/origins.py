"""Where a claim comes from: its origins, and which of them are or may be one."""

from collections.abc import Iterable, Mapping
from typing import Final

from headwater.model.base import Record
from headwater.model.trace import Corroboration, EvidenceKind, Origin, Tie
from headwater.report.lookup import Lookup
from headwater.report.places import Places
from headwater.report.views.quotes import Quoter, Why
from headwater.report.words import shorten, show_text

EVIDENCE: Final[dict[EvidenceKind, str]] = {
    "testimony": "testimony", "official_statement": "official statement", "document": "document",
    "intelligence": "intelligence", "records": "records", "visual": "pictures or video",
    "own_observation": "own observation", "statistics": "statistics", "unknown": "",
}  # fmt: skip
Groups = tuple[tuple[str, ...], ...]
LINKS: Final = 12  # links from an origin to its words


class OriginLine(Record, frozen=True, kw_only=True):
    """One origin, or several that are surely one."""

    names: tuple[str, ...]
    notes: tuple[str, ...]
    links: tuple[str, ...]


class TieLine(Record, frozen=True, kw_only=True):
    """Two or more origins that are or may be one, for the same reason."""

    names: tuple[str, ...]
    verdict: str
    reasons: tuple[Why, ...]


class OriginTeller:
    """Tells the origins of claims of one dossier."""

    def __init__(self, lookup: Lookup, places: Places) -> None:
        self.lookup = lookup
        self.places = places
        self.quoter = Quoter(lookup, places)

    def origins(self, found: Corroboration | None) -> list[Origin]:
        """Return the origins of a claim."""
        keys = found.origins if found is not None else ()
        return [self.lookup.origins[key] for key in keys if key in self.lookup.origins]

    def origin_name(self, key: str) -> str:
        """Return an origin's name for readers."""
        origin = self.lookup.origins.get(key)
        if origin is None:
            return key
        if origin.own_voice is not None:
            return f"{show_text(self.lookup.outlet_name(origin.own_voice))} in its own voice"
        source = self.lookup.sources.get(origin.source)
        return shorten(source.name, 90) if source is not None else origin.source

    def origin_lines(self, found: Corroboration | None) -> tuple[OriginLine, ...]:
        """Return a line for each origin, those that are surely one together."""
        if found is None:
            return ()
        grouped = {key for keys in found.groups for key in keys}
        groups = [*found.groups, *((key,) for key in found.origins if key not in grouped)]
        return tuple(self.origin_line(keys) for keys in groups)

    def origin_line(self, keys: tuple[str, ...]) -> OriginLine:
        """Return the line of one group of origins."""
        known = [self.lookup.origins[key] for key in keys if key in self.lookup.origins]
        known.sort(key=lambda origin: (-len(origin.mentions), origin.id))
        notes = [EVIDENCE[origin.evidence] for origin in known]
        sources = [self.lookup.sources[o.source] for o in known if o.source in self.lookup.sources]
        notes += ["unnamed" for source in sources if source.kind == "anonymous"]
        mentions = [
            self.lookup.mentions[m] for o in known for m in o.mentions if m in self.lookup.mentions
        ]
        ordered = sorted(mentions, key=self.lookup.mention_order)[:LINKS]
        links = [self.places.of_mention(m) for m in ordered]
        return OriginLine(
            names=tuple(dict.fromkeys(self.origin_name(origin.id) for origin in known)),
            notes=tuple(dict.fromkeys(note for note in notes if note)),
            links=tuple(dict.fromkeys(links)),
        )  # fmt: skip

    def tie_lines(self, found: Corroboration | None) -> tuple[TieLine, ...]:
        """Return what makes origins one, then what may, one doubt for each two groups."""
        if found is None:
            return ()
        names = {key: self.origin_name(key) for key in found.origins}
        return self.ties_between(found.groups, found.ties, names)

    def ties_between(
        self, groups: Groups, ties: Iterable[Tie], names: Mapping[str, str]
    ) -> tuple[TieLine, ...]:
        """Return the same for origins, or the sources of a fold, of these names."""
        group_of = {key: number for number, keys in enumerate(groups) for key in keys}
        merged: dict[tuple[object, ...], list[Tie]] = {}
        for tie in sorted(ties, key=lambda t: (t.kind != "same", t.left, t.right)):
            why = tuple(reason.text for reason in tie.reasons)
            sides = {group_of.get(tie.left, tie.left), group_of.get(tie.right, tie.right)}
            if tie.kind == "same":
                merged.setdefault((tie.kind, why), []).append(tie)
            elif tie.kind == "maybe" and len(sides) > 1:
                merged.setdefault((tie.kind, *sorted(map(str, sides))), [tie])
        return tuple(self.tie_line(listed, names) for listed in merged.values())

    def tie_line(self, ties: list[Tie], names: Mapping[str, str]) -> TieLine:
        """Return ties of one kind and for one reason as a line."""
        keys = dict.fromkeys(key for tie in ties for key in (tie.left, tie.right))
        return TieLine(
            names=tuple(dict.fromkeys(names[key] for key in keys)),
            verdict="are surely one" if ties[0].kind == "same" else "may be one",
            reasons=self.quoter.whys(ties[0].reasons),
        )
