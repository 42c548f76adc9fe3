"""What the pile says, in counts."""

import math
from collections import Counter
from typing import Final

from headwater.model.base import Record
from headwater.report.lookup import Lookup
from headwater.report.places import Places
from headwater.report.ranking import ECHO_DOCUMENTS, find_kinds, may_be_disputed
from headwater.report.words import count_of, count_word, interval, shorten

TILES: Final = 120  # repeated claims on the first screen, or one or two more; about four rows
WIDTH: Final = 90  # characters of a claim's words on a tile


class Counts(Record, frozen=True, kw_only=True):
    """The numbers of the first screen.

    Attributes:
        repeated: Claims that two or more documents make, as they are or with more detail.
        echoes: Of these, claims that surely rest on one origin.
        nameless: Documents whose outlet is not known.
        perhaps: Of these, claims that may rest on one origin.
        borne: Of these, claims with at least two independent origins.
        disputed: Claims that something surely speaks against.
        doubtful: Further claims that something may speak against.
    """

    documents: int
    outlets: int
    nameless: int
    statements: int
    claims: int
    sources: int
    repeated: int
    echoes: int
    perhaps: int
    borne: int
    disputed: int
    doubtful: int
    differing: int
    unsourced: int
    copies: int
    failures: int


def count_all(lookup: Lookup) -> Counts:
    """Count what the first screen tells."""
    dossier = lookup.dossier
    kinds = {claim.id: set(find_kinds(lookup, claim)) for claim in dossier.claims}
    repeated = [c for c in dossier.claims if len(lookup.documents_of(c)) >= ECHO_DOCUMENTS]
    counted = (lookup.counted(claim.id) for claim in repeated)
    lows = [found.low for found in counted if found is not None]
    return Counts(
        documents=len(dossier.documents),
        outlets=len({d.outlet.value for d in dossier.documents if d.outlet is not None}),
        nameless=sum(document.outlet is None for document in dossier.documents),
        statements=len(dossier.mentions),
        claims=len(dossier.claims),
        sources=sum(1 for source in dossier.sources if source.attributions),
        repeated=len(repeated),
        echoes=sum("echo" in kinds[claim.id] for claim in repeated),
        perhaps=sum("possible echo" in kinds[claim.id] for claim in repeated),
        borne=sum(low >= ECHO_DOCUMENTS for low in lows),
        disputed=sum("disputed" in found for found in kinds.values()),
        doubtful=sum(may_be_disputed(lookup, claim) for claim in dossier.claims),
        differing=sum("figures differ" in found for found in kinds.values()),
        unsourced=sum("unsourced" in found for found in kinds.values()),
        copies=sum(copy.kind in {"copy", "version"} for copy in dossier.copies),
        failures=len(dossier.failures),
    )


def say_finding(counts: Counts) -> str:
    """Return the finding in a sentence: what is repeated, and what stands behind it."""
    if not counts.documents:
        return f"Nothing was read; {count_of(counts.failures, 'file')} could not be."
    if not counts.repeated:
        return "No claim stands in more than one document."
    one = counts.repeated == 1
    found = []
    if counts.echoes:
        found.append(f"{say_part(counts.echoes, 'leads', 'lead', one=one)} back to a single origin")
    if counts.perhaps:
        more = " more may" if found else " may lead back to a single origin"
        found.append(("it" if one else count_word(counts.perhaps)) + more)
    if counts.borne:
        has = say_part(counts.borne, "has", "have", one=one)
        found.append(f"{has} two or more that are independent")
    claims = "One claim stands" if one else f"{count_of(counts.repeated, 'claim')} stand"
    rest = join_clauses(found) if found else "where they come from was not traced"
    return f"{claims[0].upper()}{claims[1:]} in two or more documents: {rest}."


def join_clauses(clauses: list[str]) -> str:
    """Return clauses as one sentence: "a, b, and c"."""
    *first, last = clauses
    return f"{', '.join(first)}, and {last}" if first else last


def say_part(number: int, singular: str, plural: str, *, one: bool) -> str:
    """Return "it has", "one has", "four have"."""
    return f"{'it' if one else count_word(number)} {singular if number == 1 else plural}"


def say_counts(counts: Counts) -> tuple[str, ...]:
    """Return the counts as sentences of one paragraph."""
    if not counts.documents:
        return ()
    found = [
        f"{count_of(counts.documents, 'document').capitalize()}{say_outlets(counts)}, "
        f"{count_of(counts.statements, 'statement')}, {count_of(counts.claims, 'claim')}, "
        f"{count_of(counts.sources, 'source')} cited."
    ]
    parts = []
    if counts.disputed or counts.doubtful:
        parts.append(say_disputed(counts))
    if counts.differing:
        parts.append(f"the figures of {count_word(counts.differing)} disagree")
    if counts.unsourced:
        name = "names" if counts.unsourced == 1 else "name"
        parts.append(f"{count_word(counts.unsourced)} that could be checked {name} no source")
    if parts:
        rest = join_clauses(parts)
        found.append(f"{rest[0].upper()}{rest[1:]}.")
    if counts.failures:
        found.append(
            f"{count_of(counts.failures, 'file').capitalize()} could not be read or finished."
        )
    return tuple(found)


def say_disputed(counts: Counts) -> str:
    """Return how many claims are disputed, and apart from them how many may be."""
    if not counts.disputed:
        return f"{count_of(counts.doubtful, 'claim is', 'claims are')} perhaps disputed"
    said = f"{count_of(counts.disputed, 'claim is', 'claims are')} disputed"
    return said + (f" ({count_word(counts.doubtful)} more perhaps)" if counts.doubtful else "")


def say_outlets(counts: Counts) -> str:
    """Return where the documents come from: " from two outlets", " without a named outlet"."""
    if not counts.outlets:
        return ""
    rest = f" (for {count_word(counts.nameless)} it is not known)" if counts.nameless else ""
    return f" from {count_of(counts.outlets, 'outlet')}{rest}"


class Tile(Record, frozen=True, kw_only=True):
    """A repeated claim on the first screen: `echo`, `perhaps` or `borne`."""

    kind: str
    link: str
    text: str


class Tiles(Record, frozen=True, kw_only=True):
    """The repeated claims on the first screen.

    Attributes:
        tiles: Echoes, then possible ones, then the others. In a large pile the first of each
            kind, as many as its share of all.
        left_out: How many repeated claims are not among them.
    """

    tiles: tuple[Tile, ...] = ()
    left_out: int = 0


def lay_tiles(lookup: Lookup, places: Places) -> Tiles:
    """Return the repeated claims that were traced, as marks."""
    kinds: dict[str, list[Tile]] = {"echo": [], "perhaps": [], "borne": []}
    sizes = Counter[str]()
    for key in lookup.dossier.ranking:
        claim, found = lookup.claims[key], lookup.counted(key)
        documents = lookup.documents_of(claim)
        if found is None or len(documents) < ECHO_DOCUMENTS:
            continue
        kind = "echo" if found.high == 1 else "perhaps" if found.low <= 1 else "borne"
        sizes[kind] += 1
        link = places.claim(key)
        if link is not None and len(kinds[kind]) < TILES:
            words = f"{len(documents)} documents, {interval(found.low, found.high)}"
            text = f"{words} origin{'' if found.high == 1 else 's'}: {shorten(claim.text, WIDTH)}"
            kinds[kind].append(Tile(kind=kind, link=link, text=text))
    share = min(1.0, TILES / max(1, sizes.total()))
    drawn = [t for kind, tiles in kinds.items() for t in tiles[: math.ceil(share * sizes[kind])]]
    return Tiles(tiles=tuple(drawn), left_out=sizes.total() - len(drawn))
