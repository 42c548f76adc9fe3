"""Which outlet published when: outlets by day."""

from typing import Final

from headwater.model.base import Record
from headwater.model.document import Document
from headwater.report.lookup import Lookup
from headwater.report.pictures.axis import UNIT_WORDS, Axis, Slot, has_breaks, make_axis
from headwater.report.pictures.drawing import Drawing, Ink, clip, rule
from headwater.report.places import Places
from headwater.report.words import count_of, day, show_text

NAMES: Final = 210.0  # room for the outlets' names
WIDTH: Final = 940.0
ROW: Final = 30.0
HEAD: Final = 10.0
FOOT: Final = 44.0  # room for the dates
ROWS: Final = 40  # outlets drawn; the table has them all
SIZE: Final = 13.0  # of the font
LEAST: Final = 6.0  # radius of one document
MOST: Final = 13.0  # radius of many
MANY: Final = 9  # documents of one day from which the mark grows no more


class CoverageRow(Record, frozen=True, kw_only=True):
    """An outlet with its documents, as the table has it."""

    outlet: str
    documents: int
    reprints: int
    first: str
    last: str
    links: tuple[tuple[str, str], ...]


class Coverage(Record, frozen=True, kw_only=True):
    """The picture and the same as a table; `undated` documents are in the table only."""

    drawing: Drawing
    rows: tuple[CoverageRow, ...]
    unit: str
    broken: bool
    undated: int
    undrawn: int


def draw_coverage(lookup: Lookup, places: Places) -> Coverage | None:
    """Return outlets by day, earliest first; None if fewer than two documents have a date."""
    by_outlet: dict[str, list[Document]] = {}
    for document in lookup.dossier.documents:
        by_outlet.setdefault(show_text(lookup.outlet_name(document.id)), []).append(document)
    names = sorted(by_outlet, key=lambda name: (first_day(by_outlet[name]), name.casefold()))
    dated = [name for name in names if first_day(by_outlet[name]) != LAST]
    days = [d.published.value for d in lookup.dossier.documents if d.published is not None]
    if len(days) <= 1:
        return None
    axis = make_axis(days, NAMES, WIDTH - NAMES)
    reprints = find_reprints(lookup)
    inks = [ink for at, name in enumerate(dated[:ROWS])
            for ink in draw_row(places, axis, at, (name, by_outlet[name], reprints))]  # fmt: skip
    height = HEAD + ROW * len(dated[:ROWS]) + FOOT
    right = NAMES + axis.step * len(axis.slots)
    label = f"{count_of(len(dated[:ROWS]), 'outlet').capitalize()} by {UNIT_WORDS[axis.unit]}"
    return Coverage(
        drawing=Drawing(
            width=max(right + 10, WIDTH / 2), height=height, label=label,
            inks=(*draw_axis(axis, HEAD, height - FOOT), *inks),
        ),
        rows=tuple(make_row(places, name, by_outlet[name], reprints) for name in names),
        unit=UNIT_WORDS[axis.unit],
        broken=has_breaks(axis),
        undated=len(lookup.dossier.documents) - len(days),
        undrawn=max(0, len(dated) - ROWS),
    )  # fmt: skip


LAST: Final = "9999"  # sorts after every date


def first_day(documents: list[Document]) -> str:
    """Return the first day of publication; a string after all days if none is known."""
    return min((d.published.value for d in documents if d.published is not None), default=LAST)


def find_reprints(lookup: Lookup) -> frozenset[str]:
    """Return the documents that are copies of an earlier one, or of an agency's story."""
    found = {d.id for d in lookup.dossier.documents if d.agency is not None}
    for copy in lookup.dossier.copies:
        if copy.kind in {"copy", "version"} and copy.upstream in {copy.left, copy.right}:
            found.add(copy.right if copy.upstream == copy.left else copy.left)
    return frozenset(found)


def draw_axis(axis: Axis, top: float, foot: float) -> list[Ink]:
    """Return the dates under the columns, and a dashed line where time is left out."""
    inks: list[Ink] = []
    for slot in axis.slots:
        if slot.broken:
            x = slot.x - axis.step / 2
            inks.append(rule(x, top, x, foot, "gap"))
        if slot.label:
            inks.append(date_ink(slot, foot + 16, slot.label))
        if slot.above:
            inks.append(date_ink(slot, foot + 32, slot.above))
    return inks


def date_ink(slot: Slot, y: float, words: str) -> Ink:
    """Return a date under a column."""
    return Ink(tag="text", css="small", x=slot.x, y=y, text=words, anchor="middle")


def draw_row(
    places: Places, axis: Axis, at: int, row: tuple[str, list[Document], frozenset[str]]
) -> list[Ink]:
    """Return an outlet's name, its line, and a mark for each day on which it published."""
    name, documents, reprints = row
    y = HEAD + ROW * (at + 0.5)
    right = NAMES + axis.step * len(axis.slots)
    inks = [
        Ink(tag="text", css="name", x=0, y=y + 4.5, text=clip(name, NAMES - 14, SIZE), title=name),
        rule(NAMES, y, right, y),
    ]
    by_slot: dict[str, list[Document]] = {}
    for document in documents:
        slot = axis.find(document.published.value) if document.published is not None else None
        if slot is not None:
            by_slot.setdefault(slot.key, []).append(document)
    for slot in axis.slots:
        if slot.key in by_slot:
            inks += draw_mark(places, slot, y, (name, by_slot[slot.key], reprints))
    return inks


def draw_mark(
    places: Places, slot: Slot, y: float, found: tuple[str, list[Document], frozenset[str]]
) -> list[Ink]:
    """Return the mark of an outlet's documents of one column; hollow if all are reprints."""
    name, documents, reprints = found
    number = len(documents)
    hollow = all(document.id in reprints for document in documents)
    radius = LEAST + (MOST - LEAST) * (min(number, MANY) - 1) / (MANY - 1)
    when = day(documents[0].published.value) if documents[0].published is not None else ""
    kind = ", reprint" if hollow and number == 1 else ", reprints" if hollow else ""
    mark = Ink(
        tag="circle", css="dot hollow" if hollow else "dot", x=slot.x, y=y,
        radius=round(radius, 1), title=f"{name}, {when}: {count_of(number, 'document')}{kind}",
        link=places.document(documents[0].id),
    )  # fmt: skip
    if number == 1:
        return [mark]
    css = "count hollow" if hollow else "count"
    return [mark, Ink(tag="text", css=css, x=slot.x, y=y + 4, text=str(number), anchor="middle")]


def make_row(
    places: Places, name: str, documents: list[Document], reprints: frozenset[str]
) -> CoverageRow:
    """Return an outlet as a line of the table."""
    dated = sorted(
        (d for d in documents if d.published is not None),
        key=lambda d: d.published.value if d.published else "",
    )
    ordered = [*dated, *(d for d in documents if d.published is None)]
    return CoverageRow(
        outlet=name,
        documents=len(documents),
        reprints=sum(document.id in reprints for document in documents),
        first=day(dated[0].published.value) if dated and dated[0].published else "",
        last=day(dated[-1].published.value) if dated and dated[-1].published else "",
        links=tuple(
            (places.document(d.id), day(d.published.value) if d.published else show_text(d.name))
            for d in ordered
        ),
    )
