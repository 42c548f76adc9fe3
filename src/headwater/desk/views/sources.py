"""Sources: who rests on whom, what each said, what is known of the nameless."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from headwater.model.base import Record
from headwater.model.source import Source
from headwater.report.lookup import Lookup
from headwater.report.views.sources import KIND_WORDS, SourceLine
from headwater.report.words import shorten, show_text

PER_PAGE: Final = 40  # sources of a page
NEXT: Final = 12  # neighbours that are listed
WIDTH: Final = 90  # characters of a name


class Neighbour(Record, frozen=True, kw_only=True):
    """A source beside another, and how many statements lead from one to the other."""

    id: str
    name: str
    times: int


class Tier(Record, frozen=True, kw_only=True):
    """One source in the picture of who rests on whom."""

    id: str
    name: str
    kind: str
    cites: tuple[Neighbour, ...]


class SourcePage(Record, frozen=True, kw_only=True):
    """A source with its neighbours."""

    line: SourceLine
    unnamed: bool
    rests_on: tuple[Neighbour, ...]
    cited_by: tuple[Neighbour, ...]
    reliability: str
    grounds: tuple[tuple[str, str], ...]
    attributions: tuple[tuple[str, str, str, str], ...]


class Steps:
    """How often each source is said to rest on each other."""

    def __init__(self, lookup: Lookup) -> None:
        self.up: dict[str, Counter[str]] = {}
        self.down: dict[str, Counter[str]] = {}
        for chain in lookup.dossier.chains:
            for down, up in zip(chain.hops, chain.hops[1:], strict=False):
                if down.source != up.source:
                    self.up.setdefault(down.source, Counter())[up.source] += 1
                    self.down.setdefault(up.source, Counter())[down.source] += 1


def lay_tiers(lookup: Lookup, steps: Steps) -> tuple[Tier, ...]:
    """Return the outlets and go-betweens with those on whom they rest, most steps first."""
    below = {key: found.total() for key, found in steps.up.items()}
    ordered = sorted(below, key=lambda key: (-below[key], key))
    known = [lookup.sources[key] for key in ordered if key in lookup.sources]
    return tuple(
        Tier(
            id=source.id,
            name=shorten(source.name, WIDTH),
            kind=KIND_WORDS[source.kind],
            cites=neighbours(lookup, steps.up.get(source.id, {})),
        )
        for source in known[:TIERS]
    )


TIERS: Final = 24  # lines of who rests on whom; the pages of the sources have the rest


def neighbours(lookup: Lookup, found: Mapping[str, int]) -> tuple[Neighbour, ...]:
    """Return the sources beside one, those with most steps first."""
    ordered = sorted(found, key=lambda other: (-found[other], other))
    known = [other for other in ordered if other in lookup.sources]
    return tuple(
        Neighbour(id=other, name=shorten(lookup.sources[other].name, WIDTH), times=found[other])
        for other in known[:NEXT]
    )


def choose_sources(lines: Sequence[SourceLine], asked: str, kind: str) -> list[SourceLine]:
    """Return the sources that fit what was asked for."""
    return [
        line
        for line in lines
        if (not kind or line.kind == kind)
        and (not asked or matches((line.name, line.belongs, *line.aliases), asked))
    ]


def matches(words: Sequence[str], asked: str) -> bool:
    """Tell whether every asked word stands in one of the texts, whatever the case."""
    together = " ".join(words).casefold()
    return all(word in together for word in asked.casefold().split())


def show_source(
    lookup: Lookup, steps: Steps, source: Source, line: SourceLine, reliability: str
) -> SourcePage:
    """Return a source's page."""
    return SourcePage(
        line=line,
        unnamed=source.kind == "anonymous",
        rests_on=neighbours(lookup, steps.up.get(source.id, {})),
        cited_by=neighbours(lookup, steps.down.get(source.id, {})),
        reliability=reliability,
        grounds=grounds_of(lookup, source),
        attributions=said_as(lookup, source),
    )


def grounds_of(lookup: Lookup, source: Source) -> tuple[tuple[str, str], ...]:
    """Return what is known of a source that hides its name."""
    veil = source.veil
    if veil is None:
        return ()
    number = str(veil.number) if veil.number else "several" if veil.plural else "one"
    rows = [("role", veil.role), ("number", number), ("belongs to", veil.body or "")]
    rows.append(("spoke to", veil.medium or ""))
    cited = [lookup.attributions[key] for key in source.attributions if key in lookup.attributions]
    reasons = (
        found.veil.grounds.cut(lookup.documents[found.document].text)
        for found in cited
        if found.veil is not None and found.veil.grounds is not None
    )
    rows.append(("why unnamed", "; ".join(dict.fromkeys(reasons))))
    return tuple((name, show_text(value)) for name, value in rows if value)


def said_as(lookup: Lookup, source: Source) -> tuple[tuple[str, str, str, str], ...]:
    """Return the source's attributions: id, the words for it, the outlet, the document's id."""
    rows = []
    for key in source.attributions[:PER_PAGE]:
        found = lookup.attributions.get(key)
        if found is not None:
            text = lookup.documents[found.document].text
            words = " … ".join(span.cut(text) for span in found.source) or found.name
            outlet = show_text(lookup.outlet_name(found.document))
            rows.append((key, shorten(words, WIDTH), outlet, found.document))
    return tuple(rows)
