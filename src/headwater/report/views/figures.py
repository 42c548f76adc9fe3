"""Figures of a claim, and of claims that conflict with it, side by side."""

from typing import Final

from headwater.model.base import Record
from headwater.model.claim import Claim
from headwater.model.mention import Mention
from headwater.model.parse import Amount, Comparator, Measure
from headwater.model.span import Place
from headwater.report.lookup import Lookup
from headwater.report.pictures.drawing import Drawing
from headwater.report.pictures.ranges import Point, draw_ranges
from headwater.report.places import Places
from headwater.report.ranking import SAME_VALUE
from headwater.report.words import period, quantity, shorten, show_text

SIGNS: Final[dict[Comparator, str]] = {
    "=": "", "~": "about ", ">": "more than ", ">=": "at least ",
    "<": "less than ", "<=": "at most ",
}  # fmt: skip
MEASURES: Final[dict[Measure, str]] = {
    "level": "Amounts", "share": "Shares", "change": "Changes", "ratio": "Ratios", "rank": "Ranks",
    "record": "Records", "count": "Counts", "duration": "Durations",
}  # fmt: skip
UNITS: Final = {"percent": "percent", "t": "tonnes", "count": "", "rank": "", "USD": "dollars"}
ROWS: Final = 2  # a figure alone is not compared
DRAWN: Final = 24  # figures on the scale; the table has them all


class FigureRow(Record, frozen=True, kw_only=True):
    """One figure as one document gives it.

    Attributes:
        other: True if it belongs to another claim that conflicts with this one.
    """

    shown: str
    words: str
    what: str
    when: str
    who: str
    link: str
    other: bool


class FigureTable(Record, frozen=True, kw_only=True):
    """Figures of one unit and measure; `agree` if all values are one, `drawing` if they do not."""

    title: str
    drawing: Drawing | None
    rows: tuple[FigureRow, ...]
    agree: bool
    low: str
    high: str


def compare_figures(lookup: Lookup, places: Places, claim: Claim) -> tuple[FigureTable, ...]:
    """Return a table for each unit and measure in which there is more than one figure."""
    groups: dict[tuple[str, Measure], list[tuple[Mention, Amount]]] = {}
    others = related_mentions(lookup, claim)
    for mention in (*lookup.mentions_of(claim), *others):
        for amount in mention.amounts:
            groups.setdefault((amount.unit, amount.measure), []).append((mention, amount))
    own = set(claim.mentions)
    tables = []
    for (unit, measure), found in sorted(groups.items()):
        if len(found) >= ROWS and any(mention.id in own for mention, _ in found):
            tables.append(make_table(lookup, places, title_of(measure, unit), found, own))
    return tuple(tables)


def title_of(measure: Measure, unit: str) -> str:
    """Return the heading of a table: what sort of figure, in which unit."""
    shown = UNITS.get(unit, unit)
    return f"{MEASURES[measure]}{f' in {shown}' if shown else ''}"


def related_mentions(lookup: Lookup, claim: Claim) -> list[Mention]:
    """Return the mentions of claims that contradict or update this one, in text order."""
    keys = {
        key
        for relation in lookup.relations.get(claim.id, ())
        if relation.kind in {"contradicts", "updates"}
        for key in (relation.from_claim, relation.to_claim)
        if key != claim.id and key in lookup.claims
    }
    found = [mention for key in keys for mention in lookup.mentions_of(lookup.claims[key])]
    return sorted(found, key=lookup.mention_order)


def make_table(
    lookup: Lookup,
    places: Places,
    title: str,
    found: list[tuple[Mention, Amount]],
    own: set[str],
) -> FigureTable:
    """Return the figures of one unit, smallest first."""
    ordered = sorted(found, key=lambda pair: (pair[1].value, lookup.mention_order(pair[0])))
    low, high = ordered[0][1].value, ordered[-1][1].value
    unit = ordered[0][1].unit
    rows = tuple(make_row(lookup, places, m, a, other=m.id not in own) for m, a in ordered)
    agree = high - low <= SAME_VALUE * max(abs(low), abs(high))
    points = [
        make_point(row, amount) for row, (_, amount) in zip(rows, ordered, strict=True)
    ]  # fmt: skip
    return FigureTable(
        title=title,
        drawing=None if agree else draw_ranges(points[:DRAWN], unit),
        rows=rows,
        agree=agree,
        low=quantity(low, unit),
        high=quantity(high, unit),
    )


def make_row(
    lookup: Lookup, places: Places, mention: Mention, amount: Amount, *, other: bool
) -> FigureRow:
    """Return one figure as one document gives it."""
    what = Place(document=mention.document, span=amount.what) if amount.what else None
    times = (amount.period,) if amount.period is not None else mention.times[:1]
    return FigureRow(
        shown=SIGNS[amount.comparator] + quantity(amount.value, amount.unit),
        words=show_text(lookup.words(Place(document=mention.document, span=amount.span))),
        what=shorten(lookup.words(what), 60) if what is not None else "",
        when=period(times[0].first, times[0].last) if times else "",
        who=who_says(lookup, mention),
        link=places.of_mention(mention),
        other=other,
    )


def make_point(row: FigureRow, amount: Amount) -> Point:
    """Return a figure as a point of the scale."""
    return Point(
        value=amount.value, low=amount.low, high=amount.high, shown=row.shown, who=row.who,
        rough=amount.comparator == "~", open_up=amount.comparator[0] == ">",
        open_down=amount.comparator[0] == "<", other=row.other, link=row.link,
    )  # fmt: skip


def who_says(lookup: Lookup, mention: Mention) -> str:
    """Return outlet and innermost source of a mention in a few words."""
    outlet = show_text(lookup.outlet_name(mention.document))
    cited = lookup.attributions.get(mention.attribution or "")
    return f"{shorten(cited.name, 50)}, in {outlet}" if cited is not None else outlet
