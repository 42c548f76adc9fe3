"""Who takes which stand on which claim, over time."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from headwater.model.base import Record
from headwater.model.claim import Claim, StanceKind
from headwater.model.mention import Mention
from headwater.report.lookup import Lookup
from headwater.report.pictures.drawing import Drawing
from headwater.report.pictures.matrix import Cell, Header, Stand, draw_matrix
from headwater.report.places import Places
from headwater.report.words import count_word, day, period, shorten, show_text

ROWS: Final = 14  # claims drawn; about one screen
COLUMNS: Final = 9  # actors drawn; so many fit the page's width
TABLE: Final = 200  # lines of the table; about what anybody reads
WIDTH: Final = 160  # characters of a claim's words
NAMELESS: Final = frozenset({"media_outlet", "dataset", "unattributed", "visual"})
STAND_OF: Final[dict[StanceKind, Stand]] = {
    "asserts": "asserts", "reports": "asserts", "updates": "asserts", "hedges": "hedges",
    "doubts": "doubts", "denies": "denies",
}  # fmt: skip


class StandRow(Record, frozen=True, kw_only=True):
    """One stand of one actor on one claim, as the table has it.

    Attributes:
        actor: Key of the actor: one interest is one actor, whoever speaks for it.
        who: The speaker.
    """

    claim_id: str
    claim: str
    claim_link: str | None
    actor: str
    who: str
    stand: Stand
    iso: str
    date: str
    outlet: str
    link: str


class StandMatrix(Record, frozen=True, kw_only=True):
    """The picture and the same as a table; `more` claims are not drawn."""

    drawing: Drawing
    rows: tuple[StandRow, ...]
    more: int


def lay_stands(lookup: Lookup, places: Places) -> StandMatrix | None:
    """Return the matrix of actors by claims; None if nobody speaks against or beside another."""
    denying = {r.from_claim for r in lookup.dossier.relations if r.kind == "denies" and not r.weak}
    ranked = [lookup.claims[key] for key in lookup.dossier.ranking if key in lookup.claims]
    found: dict[str, tuple[StandRow, ...]] = {}
    for claim in ranked:
        if claim.id not in denying and places.claim(claim.id) is not None:
            rows = in_time(find_stands(lookup, places, claim))
            if is_telling(rows):
                found[claim.id] = rows
    if not found:
        return None
    drawn = pick_rows(found)
    return StandMatrix(
        drawing=draw(places, drawn),
        rows=tuple(row for rows in found.values() for row in rows)[:TABLE],
        more=len(found) - len(drawn),
    )


def find_stands(lookup: Lookup, places: Places, claim: Claim) -> Iterator[StandRow]:
    """Yield the stands that named or veiled sources take on a claim, denials of it included."""
    for mention in lookup.mentions_of(claim):
        stance = lookup.stances.get(mention.id)
        stand = STAND_OF[stance.stance] if stance is not None else "asserts"
        yield from make_stand(lookup, places, claim, (mention, stand))
    for relation in lookup.relations.get(claim.id, ()):
        denial = lookup.claims.get(relation.from_claim)
        if relation.kind == "denies" and not relation.weak and denial not in {None, claim}:
            for mention in lookup.mentions_of(denial) if denial is not None else ():
                yield from make_stand(lookup, places, claim, (mention, "denies"))


def make_stand(
    lookup: Lookup, places: Places, claim: Claim, taken: tuple[Mention, Stand]
) -> Iterator[StandRow]:
    """Yield the stand that a mention takes, if it is somebody's."""
    mention, stand = taken
    cited = lookup.attributions.get(mention.attribution or "")
    source = lookup.source_of.get(cited.id) if cited is not None else None
    if source is None or source.kind in NAMELESS or mention.headline:
        return
    yield StandRow(
        claim_id=claim.id,
        claim=shorten(claim.text, WIDTH),
        claim_link=places.claim(claim.id),
        actor=show_text(source.interest or source.name),
        who=shorten(source.name, 80),
        stand=stand,
        iso=mention.stated or "",
        date=day(mention.stated),
        outlet=show_text(lookup.outlet_name(mention.document)),
        link=places.of_mention(mention),
    )


def in_time(rows: Iterator[StandRow]) -> tuple[StandRow, ...]:
    """Return stands by day, undated last; the same stand of one speaker and day counts once."""
    unique = {(row.actor, row.who, row.stand, row.iso): row for row in reversed(list(rows))}
    return tuple(sorted(unique.values(), key=lambda r: (r.iso or "9999", r.actor, r.who, r.stand)))


def is_telling(rows: tuple[StandRow, ...]) -> bool:
    """Tell whether two actors stand beside or against each other, or one changes its stand."""
    stands = {(row.actor, row.stand) for row in rows}
    return len(stands) > 1


def pick_rows(found: dict[str, tuple[StandRow, ...]]) -> dict[str, tuple[StandRow, ...]]:
    """Return the claims to draw: those with most opposition and most actors, in their order."""

    def weight(key: str) -> tuple[int, int]:
        stands = {row.stand for row in found[key]}
        return len(stands), len({row.actor for row in found[key]})

    best = sorted(found, key=weight, reverse=True)[:ROWS]
    return {key: rows for key, rows in found.items() if key in set(best)}


def draw(places: Places, drawn: dict[str, tuple[StandRow, ...]]) -> Drawing:
    """Return the picture of some claims with the actors that take most stands on them."""
    count = Counter(row.actor for rows in drawn.values() for row in rows)
    actors = sorted(count, key=lambda name: (-count[name], name.casefold()))[:COLUMNS]
    column = {name: at for at, name in enumerate(actors)}
    cells = [
        make_cell(at, column[actor], stretch)
        for at, rows in enumerate(drawn.values())
        for actor in actors
        for stretch in find_stretches([row for row in rows if row.actor == actor])
    ]
    claims = [
        Header(text=rows[0].claim, link=places.claim(key)) for key, rows in drawn.items()
    ]  # fmt: skip
    return draw_matrix(claims, [Header(text=name, link=None) for name in actors], cells)


def find_stretches(rows: list[StandRow]) -> list[list[StandRow]]:
    """Return the stands of one actor, in order of time, cut where the stand changes."""
    return [list(stretch) for _, stretch in groupby(rows, key=lambda row: row.stand)]


def make_cell(row: int, column: int, stretch: list[StandRow]) -> Cell:
    """Return the mark of a stand that was taken once or several times in a row."""
    first, last = stretch[0], stretch[-1]
    who = ", ".join(dict.fromkeys(found.who for found in stretch))
    when = period(first.iso, last.iso)
    times = f" {count_word(len(stretch))} times" if len(stretch) > 1 else ""
    words = f"{who}: {first.stand}{times}{f', {when}' if when else ''}: {first.claim}"
    return Cell(row=row, column=column, stand=first.stand, words=words, link=last.link)
