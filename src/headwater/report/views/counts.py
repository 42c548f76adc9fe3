"""What the pile says, in counts."""

from typing import Final

from headwater.model.base import Record
from headwater.report.lookup import Lookup
from headwater.report.places import Places
from headwater.report.ranking import ECHO_DOCUMENTS, find_kinds
from headwater.report.words import count_of, count_word, interval, shorten

TILES: Final = 120  # repeated claims on the first screen; about four rows
WIDTH: Final = 90  # characters of a claim's words on a tile


class Counts(Record, frozen=True, kw_only=True):
    """The numbers of the first screen.

    Attributes:
        repeated: Claims in two or more documents.
        echoes: Of these, claims that surely rest on one origin.
        nameless: Documents whose outlet is not known.
        perhaps: Of these, claims that may rest on one origin.
        borne: Of these, claims with at least two independent origins.
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
    differing: int
    unsourced: int
    copies: int
    failures: int


def count_all(lookup: Lookup) -> Counts:
    """Count what the first screen tells."""
    dossier = lookup.dossier
    kinds = {claim.id: set(find_kinds(lookup, claim)) for claim in dossier.claims}
    repeated = [c for c in dossier.claims if len(c.documents) >= ECHO_DOCUMENTS]
    lows = [lookup.corroborations[c.id].low for c in repeated if c.id in lookup.corroborations]
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
        differing=sum("figures differ" in found for found in kinds.values()),
        unsourced=sum("unsourced" in found for found in kinds.values()),
        copies=sum(copy.kind in {"copy", "version"} for copy in dossier.copies),
        failures=len(dossier.failures),
    )


def say_counts(counts: Counts) -> tuple[str, ...]:
    """Return the counts as sentences of one paragraph."""
    if not counts.documents:
        return (f"Nothing was read; {count_of(counts.failures, 'file')} could not be.",)
    found = [
        f"{count_of(counts.documents, 'document').capitalize()}{say_outlets(counts)} "
        f"make{'s' if counts.documents == 1 else ''} {count_of(counts.statements, 'statement')}, "
        f"which come down to {count_of(counts.claims, 'claim')}."
    ]
    if counts.repeated:
        rest = count_word(counts.echoes)
        verb = "stands" if counts.repeated == 1 else "stand"
        end = f", {count_word(counts.perhaps)} more may" if counts.perhaps else ""
        found.append(
            f"{count_of(counts.repeated, 'claim').capitalize()} {verb} in two or more documents: "
            f"{rest} of them rest{'s' if counts.echoes == 1 else ''} on one origin{end}, "
            f"and {amount(counts.borne)} at least two that are independent."
        )
    elif counts.claims:
        found.append("No claim stands in more than one document.")
    if counts.claims:
        found.append(
            f"{count_of(counts.disputed, 'claim').capitalize()} "
            f"{'is' if counts.disputed == 1 else 'are'} disputed, "
            f"{amount(counts.differing)} figures that disagree, and "
            f"{count_of(counts.unsourced, 'claim')} {'names' if counts.unsourced == 1 else 'name'} "
            "no source."
        )
    if counts.failures:
        found.append(
            f"{count_of(counts.failures, 'file').capitalize()} could not be read or finished."
        )
    return tuple(found)


def say_outlets(counts: Counts) -> str:
    """Return where the documents come from: " from two outlets", " without a named outlet"."""
    if not counts.outlets:
        return ""
    rest = f" (for {count_word(counts.nameless)} it is not known)" if counts.nameless else ""
    return f" from {count_of(counts.outlets, 'outlet')}{rest}"


def amount(number: int) -> str:
    """Return "none has", "one has", "four have"."""
    if number == 0:
        return "none has"
    return f"{count_word(number)} {'has' if number == 1 else 'have'}"


class Tile(Record, frozen=True, kw_only=True):
    """A repeated claim on the first screen: `echo`, `perhaps` or `borne`."""

    kind: str
    link: str
    text: str


def lay_tiles(lookup: Lookup, places: Places) -> tuple[Tile, ...]:
    """Return the repeated claims that were traced: echoes, then possible ones, then the others."""
    order = {"echo": 0, "perhaps": 1, "borne": 2}
    tiles = []
    for key in lookup.dossier.ranking:
        claim, found = lookup.claims[key], lookup.corroborations.get(key)
        link = places.claim(key)
        if found is not None and link is not None and len(claim.documents) >= ECHO_DOCUMENTS:
            kind = "echo" if found.high == 1 else "perhaps" if found.low <= 1 else "borne"
            words = f"{len(claim.documents)} documents, {interval(found.low, found.high)}"
            text = f"{words} origin{'' if found.high == 1 else 's'}: {shorten(claim.text, WIDTH)}"
            tiles.append(Tile(kind=kind, link=link, text=text))
    return tuple(sorted(tiles, key=lambda tile: order[tile.kind])[:TILES])
