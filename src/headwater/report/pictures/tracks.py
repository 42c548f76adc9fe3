"""The timeline as a picture: events, statements and publications on three tracks."""

from collections.abc import Sequence
from typing import Final, Literal

from headwater.model.base import Record
from headwater.report.pictures.axis import UNIT_WORDS, Axis, has_breaks, make_axis
from headwater.report.pictures.coverage import draw_axis
from headwater.report.pictures.drawing import Drawing, Ink, rule

Track = Literal["published", "said", "event"]
LANES: Final[tuple[tuple[Track, str], ...]] = (
    ("event", "Events"), ("said", "Statements"), ("published", "Publications"),
)  # fmt: skip
LEFT: Final = 110.0
WIDTH: Final = 940.0
DOT: Final = 4.5  # radius
STEP: Final = 11.0  # from dot to dot in a pile
PILE: Final = 8  # dots drawn above each other; more are counted
GAP: Final = 22.0  # between two tracks
FOOT: Final = 44.0


class Moment(Record, frozen=True, kw_only=True):
    """Something with a day: what a mark stands for, says, and leads to."""

    iso: str
    track: Track
    words: str
    link: str | None


class Tracks(Record, frozen=True, kw_only=True):
    """The picture; the list by day says the same in words."""

    drawing: Drawing
    unit: str
    broken: bool


def draw_tracks(moments: Sequence[Moment]) -> Tracks | None:
    """Return the picture of a timeline; None if it has fewer than two moments."""
    if len(moments) <= 1:
        return None
    axis = make_axis([moment.iso for moment in moments], LEFT, WIDTH - LEFT)
    inks: list[Ink] = []
    y = 12.0
    for track, name in LANES:
        piles = pile_up(axis, [moment for moment in moments if moment.track == track])
        tallest = max((min(len(pile), PILE) for pile in piles.values()), default=1)
        crowded = any(len(pile) > PILE for pile in piles.values())
        foot = y + tallest * STEP + (STEP if crowded else 0)
        inks += draw_lane(axis, (track, name, foot), piles)
        y = foot + GAP
    height = y - GAP + FOOT + 4
    label = f"Timeline by {UNIT_WORDS[axis.unit]}: events, statements, publications"
    return Tracks(
        drawing=Drawing(
            width=LEFT + axis.step * len(axis.slots) + 10, height=height, label=label,
            inks=(*draw_axis(axis, 8, height - FOOT), *inks),
        ),
        unit=UNIT_WORDS[axis.unit],
        broken=has_breaks(axis),
    )  # fmt: skip


def pile_up(axis: Axis, moments: Sequence[Moment]) -> dict[str, list[Moment]]:
    """Return the moments of each column."""
    piles: dict[str, list[Moment]] = {}
    for moment in moments:
        slot = axis.find(moment.iso)
        if slot is not None:
            piles.setdefault(slot.key, []).append(moment)
    return piles


def draw_lane(
    axis: Axis, lane: tuple[Track, str, float], piles: dict[str, list[Moment]]
) -> list[Ink]:
    """Return one track: its name, its line, and the piles that stand on it."""
    track, name, foot = lane
    right = LEFT + axis.step * len(axis.slots)
    inks = [
        Ink(tag="text", css=f"name {track}", x=0, y=foot, text=name),
        rule(LEFT, foot + 2, right, foot + 2),
    ]
    for slot in axis.slots:
        pile = piles.get(slot.key, [])
        for at, moment in enumerate(pile[:PILE]):
            inks.append(
                Ink(
                    tag="circle", css=f"dot {track}", x=slot.x, y=foot - DOT - at * STEP,
                    radius=DOT, title=moment.words, link=moment.link,
                )
            )  # fmt: skip
        if len(pile) > PILE:
            more = f"+{len(pile) - PILE}"
            y = foot - PILE * STEP - 2
            inks.append(Ink(tag="text", css="small", x=slot.x, y=y, text=more, anchor="middle"))
    return inks
