"""Figures of a claim, and of claims that conflict with it, side by side."""

from typing import Final

from headwater.model.base import Record
from headwater.model.claim import Claim
from headwater.model.mention import Mention
from headwater.model.parse import Amount, Comparator, Measure
from headwater.model.span import Place
from headwater.report.lookup import Lookup
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
SCALE: Final = 240.0  # width of the range picture in SVG units
ENDS: Final = 14.0  # room at each end of the range picture
ROWS: Final = 2  # a figure alone is not compared


class FigureRow(Record, frozen=True, kw_only=True):
    """One figure as one document gives it.

    Attributes:
        x: Place on the scale, SVG units.
        arrow: `>` or `<` where the words leave the figure open upward or downward, else empty.
        other: True if it belongs to another claim that conflicts with this one.
    """

    shown: str
    words: str
    what: str
    when: str
    who: str
    link: str
    x: float
    arrow: str
    rough: bool
    other: bool


class FigureTable(Record, frozen=True, kw_only=True):
    """Figures of one unit and measure; `agree` if all values are one."""

    title: str
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
    spread = high - low
    rows = []
    for mention, amount in ordered:
        share = (amount.value - low) / spread if spread else 0.5
        what = Place(document=mention.document, span=amount.what) if amount.what else None
        times = mention.times[:1]
        rows.append(
            FigureRow(
                shown=SIGNS[amount.comparator] + quantity(amount.value, amount.unit),
                words=show_text(lookup.words(Place(document=mention.document, span=amount.span))),
                what=shorten(lookup.words(what), 60) if what is not None else "",
                when=period(times[0].first, times[0].last) if times else "",
                who=who_says(lookup, mention),
                link=places.of_mention(mention),
                x=round(ENDS + share * (SCALE - 2 * ENDS), 1),
                arrow=amount.comparator[0] if amount.comparator[0] in "<>" else "",
                rough=amount.comparator == "~",
                other=mention.id not in own,
            )
        )
    unit = ordered[0][1].unit
    return FigureTable(
        title=title,
        rows=tuple(rows),
        agree=spread <= SAME_VALUE * max(abs(low), abs(high)),
        low=quantity(low, unit),
        high=quantity(high, unit),
    )


def who_says(lookup: Lookup, mention: Mention) -> str:
    """Return outlet and innermost source of a mention in a few words."""
    outlet = show_text(lookup.outlet_name(mention.document))
    cited = lookup.attributions.get(mention.attribution or "")
    return f"{shorten(cited.name, 50)}, in {outlet}" if cited is not None else outlet
