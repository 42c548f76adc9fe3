"""Marks on a sheet: what every picture but the chains is made of."""

import unicodedata
from typing import Final, Literal

from headwater.model.base import Record
from headwater.report.words import shorten

Tag = Literal["rect", "path", "circle", "text"]
Anchor = Literal["start", "middle", "end"]
WIDE: Final = 1.0  # width of a full-width sign, in parts of the font's size
NARROW: Final = 0.57  # mean width of other signs; a little more than common sans faces need


class Ink(Record, frozen=True, kw_only=True):
    """One mark, in SVG user units.

    Attributes:
        css: Class names.
        x, y: Upper left corner of a rectangle, middle of a circle, foot of a text.
        turn: Degrees by which a text is turned about its foot.
        title: What the mark says, in words.
        link: Address that a click leads to.
    """

    tag: Tag
    css: str = ""
    x: float = 0.0
    y: float = 0.0
    width: float = 0.0
    height: float = 0.0
    radius: float = 0.0
    path: str = ""
    text: str = ""
    anchor: Anchor = "start"
    turn: float = 0.0
    title: str = ""
    link: str | None = None


class Drawing(Record, frozen=True, kw_only=True):
    """A picture: its size, its name for those who cannot see it, and its marks, hindmost first."""

    width: float
    height: float
    label: str
    inks: tuple[Ink, ...]


def measure(text: str, size: float) -> float:
    """Return about how wide a line of text is set, in user units, seldom too little."""
    return size * sum(
        WIDE if unicodedata.east_asian_width(sign) in "WF" else NARROW for sign in text
    )


def clip(text: str, room: float, size: float) -> str:
    """Return text in one line that fits the room, with an ellipsis if it was cut."""
    line = " ".join(text.split())
    width = len(line)
    cut = shorten(line, width)
    while width > 1 and measure(cut, size) > room:
        width -= 1
        cut = shorten(line, width)
    return cut


def rule(x: float, y: float, to_x: float, to_y: float, css: str = "rule") -> Ink:
    """Return a straight line."""
    return Ink(tag="path", css=css, path=f"M{x:g} {y:g}L{to_x:g} {to_y:g}")
