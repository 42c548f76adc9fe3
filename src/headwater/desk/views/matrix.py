"""Who holds what: actors by claims."""

from collections.abc import Iterable, Iterator
from typing import Final, Literal

from headwater.desk.places import DeskPlaces
from headwater.model.base import Record
from headwater.model.claim import Claim, StanceKind
from headwater.model.mention import Mention
from headwater.report.lookup import Lookup
from headwater.report.words import day, shorten

Hold = Literal["asserts", "hedges", "doubts", "denies"]
HOLDS: Final[dict[StanceKind, Hold]] = {
    "asserts": "asserts", "reports": "asserts", "updates": "asserts", "hedges": "hedges",
    "doubts": "doubts", "denies": "denies",
}  # fmt: skip
STRENGTH: Final[dict[Hold, int]] = {"denies": 3, "doubts": 2, "asserts": 1, "hedges": 0}
ACTORS: Final = 10  # columns; more do not fit a screen of 1024 pixels
ROWS: Final = 30  # claims of a page
WIDTH: Final = 150  # characters of a claim's words
NAME: Final = 36  # characters of an actor's name


class Cell(Record, frozen=True, kw_only=True):
    """What one actor says of one claim; `link` leads to the words."""

    hold: Hold
    when: str
    link: str


class MatrixRow(Record, frozen=True, kw_only=True):
    """A claim; one cell for each actor, None where the actor says nothing of it.

    Attributes:
        others: Further actors who take a position, by what they do.
    """

    claim: str
    text: str
    cells: tuple[Cell | None, ...]
    others: tuple[tuple[str, Cell], ...]


class Matrix(Record, frozen=True, kw_only=True):
    """Actors in columns, claims in rows."""

    actors: tuple[tuple[str, str], ...]
    rows: tuple[MatrixRow, ...]
    total: int
    page: int
    pages: int


Held = dict[str, Cell]  # by source id
Shared = tuple[tuple[Claim, Held], ...]


def find_shared(lookup: Lookup, places: DeskPlaces) -> Shared:
    """Return the claims on which two actors take a position, ranked, with these positions."""
    ranked = (lookup.claims[key] for key in lookup.dossier.ranking if key in lookup.claims)
    held = ((claim, positions(lookup, places, claim)) for claim in ranked)
    return tuple((claim, cells) for claim, cells in held if len(cells) > 1)


def lay_matrix(lookup: Lookup, shared: Shared, page: int) -> Matrix:
    """Return a page of the matrix of the claims that `find_shared` gave."""
    pages = max(1, -(-len(shared) // ROWS))
    page = min(max(1, page), pages)
    shown = shared[(page - 1) * ROWS : page * ROWS]
    actors = most_active(cells for _, cells in shown)
    return Matrix(
        actors=tuple((key, shorten(lookup.sources[key].name, NAME)) for key in actors),
        rows=tuple(make_row(lookup, claim, cells, actors) for claim, cells in shown),
        total=len(shared),
        page=page,
        pages=pages,
    )


def most_active(held: Iterable[Held]) -> tuple[str, ...]:
    """Return the actors with most positions, at most as many as there are columns."""
    times: dict[str, int] = {}
    for cells in held:
        for key in cells:
            times[key] = times.get(key, 0) + 1
    return tuple(sorted(times, key=lambda key: (-times[key], key))[:ACTORS])


def make_row(lookup: Lookup, claim: Claim, cells: Held, actors: tuple[str, ...]) -> MatrixRow:
    """Return one claim."""
    others = sorted((shorten(lookup.sources[k].name, NAME), k) for k in cells if k not in actors)
    return MatrixRow(
        claim=claim.id,
        text=shorten(claim.text, WIDTH),
        cells=tuple(cells.get(key) for key in actors),
        others=tuple((name, cells[key]) for name, key in others),
    )


def positions(lookup: Lookup, places: DeskPlaces, claim: Claim) -> Held:
    """Return what each actor says of a claim; the strongest position if there are several."""
    held: Held = {}
    for mention, hold in stands(lookup, claim):
        source = actor_of(lookup, mention)
        if source is None:
            continue
        known = held.get(source)
        if known is None or STRENGTH[hold] > STRENGTH[known.hold]:
            when = day(mention.stated) if mention.stated else ""
            held[source] = Cell(hold=hold, when=when, link=places.of_mention(mention))
    return held


def stands(lookup: Lookup, claim: Claim) -> Iterator[tuple[Mention, Hold]]:
    """Yield the statements about a claim with what they do: its own, and denials of it."""
    best = lookup.mentions.get(claim.best)
    for mention in lookup.mentions_of(claim):
        found = lookup.stances.get(mention.id)
        hold = HOLDS[found.stance] if found is not None else "asserts"
        if hold == "denies" and best is not None and mention.polarity == best.polarity:
            hold = "asserts"  # the claim itself is the denial
        yield mention, hold
    for relation in lookup.relations.get(claim.id, ()):
        if relation.kind == "denies" and relation.to_claim == claim.id and not relation.weak:
            denial = lookup.claims.get(relation.from_claim)
            for mention in lookup.mentions_of(denial) if denial is not None else ():
                yield mention, "denies"


def actor_of(lookup: Lookup, mention: Mention) -> str | None:
    """Return the id of whoever speaks: the source, or the outlet in its own voice."""
    source = lookup.source_of.get(mention.attribution or "")
    if source is None and mention.attribution is None:
        source = lookup.publisher_of.get(mention.document)
    return source.id if source is not None and source.kind != "unattributed" else None
