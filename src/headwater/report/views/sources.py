"""Who is cited, and what rests on each."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

from headwater.model.base import Record
from headwater.model.mention import Mention
from headwater.model.source import Source
from headwater.report.lookup import Lookup
from headwater.report.places import Places
from headwater.report.views.quotes import Quoter, Why
from headwater.report.words import shorten, show_text

KIND_WORDS: Final = {
    "person": "person", "organization": "organisation", "government": "government",
    "media_outlet": "outlet",
    "report": "report", "dataset": "records", "leak": "leak", "visual": "pictures or video",
    "anonymous": "unnamed", "unattributed": "nobody named",
}  # fmt: skip
WIDTH: Final = 200  # characters of a statement in a list
ALIASES: Final = 8  # further names that are listed


class SaidLine(Record, frozen=True, kw_only=True):
    """One statement of a source."""

    words: str
    outlet: str
    link: str
    claim: str | None
    through: bool


class SourceLine(Record, frozen=True, kw_only=True):
    """A source with what rests on it.

    Attributes:
        claims: Number of claims of which it is an origin.
        said: Number of statements.
        statements: What is attributed to it, directly (`through` false) or through others.
    """

    id: str
    name: str
    kind: str
    belongs: str
    aliases: tuple[str, ...]
    veil: str
    claims: int
    documents: int
    said: int
    statements: tuple[SaidLine, ...] = ()
    reasons: tuple[Why, ...] = ()


Said = Mapping[str, Mapping[str, bool]]  # by source, then by statement: whether through others


def find_said(lookup: Lookup) -> Said:
    """Return what is attributed to each source, directly or through others."""
    said: dict[str, dict[str, bool]] = {}
    for mention in lookup.dossier.mentions:
        for key in mention.chain:
            source = lookup.source_of.get(key)
            if source is not None:
                known = said.setdefault(source.id, {})
                known[mention.id] = known.get(mention.id, True) and key != mention.attribution
    return said


def count_resting(lookup: Lookup) -> Mapping[str, int]:
    """Return of how many claims each source is an origin."""
    return Counter(key for key, _ in {(o.source, o.claim) for o in lookup.dossier.origins})


def list_sources(lookup: Lookup, places: Places) -> tuple[SourceLine, ...]:
    """Return the sources with statements, those on which most claims rest first."""
    said, quoter = find_said(lookup), Quoter(lookup, places)
    lines = list_lines(lookup, said, count_resting(lookup))
    return tuple(fill_line(lookup, quoter, line, said[line.id]) for line in lines)


def list_lines(lookup: Lookup, said: Said, resting: Mapping[str, int]) -> tuple[SourceLine, ...]:
    """Return the sources in that order, without their statements and reasons."""
    lines = [
        make_line(lookup, source, said[source.id], resting.get(source.id, 0))
        for source in lookup.dossier.sources
        if source.id in said
    ]
    return tuple(sorted(lines, key=lambda s: (-s.claims, -s.said, s.name.casefold())))


def make_line(lookup: Lookup, source: Source, said: Mapping[str, bool], claims: int) -> SourceLine:
    """Return one source without its statements and reasons."""
    above = lookup.sources.get(source.affiliation or "")
    veil = source.veil
    grounds = [veil.body or "", f"spoke to {veil.medium}" if veil.medium else ""] if veil else []
    return SourceLine(
        id=source.id,
        name=shorten(source.name, 120),
        kind=KIND_WORDS[source.kind],
        belongs=belongs_to(source, above),
        aliases=tuple(shorten(name, 80) for name in source.aliases[:ALIASES]),
        veil=", ".join(show_text(part) for part in grounds if part),
        claims=claims,
        documents=len({lookup.mentions[key].document for key in said}),
        said=len(said),
    )


def fill_line(
    lookup: Lookup, quoter: Quoter, line: SourceLine, said: Mapping[str, bool]
) -> SourceLine:
    """Return a source with its statements and the reasons why it is one."""
    mentions = sorted((lookup.mentions[key] for key in said), key=lookup.mention_order)
    return replace(
        line,
        statements=tuple(said_line(lookup, quoter, m, through=said[m.id]) for m in mentions),
        reasons=quoter.whys(lookup.sources[line.id].reasons),
    )


def belongs_to(source: Source, above: Source | None) -> str:
    """Return what a source belongs to or speaks for, empty if that is itself."""
    name = above.name if above is not None else source.interest or ""
    return shorten(name, 80) if name.casefold() != source.name.casefold() else ""


def said_line(lookup: Lookup, quoter: Quoter, mention: Mention, *, through: bool) -> SaidLine:
    """Return one statement of a source."""
    claim = lookup.claim_of.get(mention.id)
    return SaidLine(
        words=shorten(mention.text, WIDTH),
        outlet=show_text(lookup.outlet_name(mention.document)),
        link=quoter.places.of_mention(mention),
        claim=quoter.places.claim(claim.id) if claim is not None else None,
        through=through,
    )
