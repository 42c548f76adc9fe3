"""Positions: claims down, actors across, a mark for each stand that somebody took."""

from collections.abc import Sequence
from typing import Final, Literal

from headwater.model.base import Record
from headwater.report.pictures.drawing import Drawing, Ink, clip, measure, rule

Stand = Literal["asserts", "hedges", "doubts", "denies"]
STANDS: Final[tuple[Stand, ...]] = ("asserts", "hedges", "doubts", "denies")
LEFT: Final = 330.0  # room for the claims
HEAD: Final = 118.0  # room for the names, which stand aslant
TURN: Final = -38.0  # degrees
COLUMN: Final = 58.0
RIGHT: Final = 110.0  # room for the last name
ROW: Final = 40.0
SIZE: Final = 13.0
NAME: Final = 165.0  # length of a name aslant
SHOWN: Final = 3  # stands of one actor on one claim that are drawn, the latest
MARK: Final = 7.0  # half the size of a mark
APART: Final = 17.0  # from mark to mark in a cell
LINES: Final = 2  # lines of a claim's words


class Cell(Record, frozen=True, kw_only=True):
    """What one actor holds of one claim; `words` says it with its day."""

    row: int
    column: int
    stand: Stand
    words: str
    link: str | None


class Header(Record, frozen=True, kw_only=True):
    """An actor or a claim with its address."""

    text: str
    link: str | None


def draw_matrix(
    claims: Sequence[Header], actors: Sequence[Header], cells: Sequence[Cell]
) -> Drawing:
    """Return the matrix; marks of one cell stand in the order given, the latest kept."""
    width = LEFT + COLUMN * len(actors) + RIGHT
    height = HEAD + ROW * len(claims) + 6
    inks = [ink for at, actor in enumerate(actors) for ink in draw_actor(at, actor, height)]
    inks += [ink for at, claim in enumerate(claims) for ink in draw_claim(at, claim, len(actors))]
    held: dict[tuple[int, int], list[Cell]] = {}
    for cell in cells:
        held.setdefault((cell.row, cell.column), []).append(cell)
    for found in held.values():
        inks += draw_cell(found)
    label = "Positions: claims down, actors across"
    return Drawing(width=width, height=height, label=label, inks=tuple(inks))


def draw_actor(at: int, actor: Header, height: float) -> list[Ink]:
    """Return an actor's name aslant over its column, and the column's line."""
    x = LEFT + COLUMN * (at + 0.5)
    return [
        rule(x, HEAD - 4, x, height - 6),
        Ink(
            tag="text", css="name", x=x + 2, y=HEAD - 10, turn=TURN, title=actor.text,
            text=clip(actor.text, NAME, SIZE), link=actor.link,
        ),
    ]  # fmt: skip


def draw_claim(at: int, claim: Header, columns: int) -> list[Ink]:
    """Return a claim's words in two lines at most, and the row's line."""
    y = HEAD + ROW * (at + 0.5)
    lines = break_lines(claim.text, LEFT - 26, SIZE)
    foot = y + 4.5 - 8 * (len(lines) - 1)
    inks = [rule(LEFT - 8, y, LEFT + COLUMN * columns, y)]
    for number, line in enumerate(lines):
        inks.append(
            Ink(
                tag="text", css="quoted", x=0, y=foot + 16 * number, text=line, title=claim.text,
                link=claim.link,
            )
        )  # fmt: skip
    return inks


def break_lines(text: str, room: float, size: float) -> list[str]:
    """Return text in two lines at most, broken between words where there are any."""
    words, first = text.split(), ""
    while words and measure(f"{first} {words[0]}".strip(), size) <= room:
        first = f"{first} {words.pop(0)}".strip()
    if not first:
        return [clip(text, room, size)]
    return [first, clip(" ".join(words), room, size)] if words else [first]


def draw_cell(cells: Sequence[Cell]) -> list[Ink]:
    """Return the marks of a cell from left to right, earliest first."""
    shown = cells[-SHOWN:]
    middle = LEFT + COLUMN * (cells[0].column + 0.5)
    y = HEAD + ROW * (cells[0].row + 0.5)
    start = middle - APART * (len(shown) - 1) / 2
    inks: list[Ink] = []
    for at, cell in enumerate(shown):
        inks += draw_stand(cell.stand, start + APART * at, y, (cell.words, cell.link))
    return inks


def draw_stand(stand: Stand, x: float, y: float, said: tuple[str, str | None]) -> list[Ink]:
    """Return one mark: a full, half or empty disc, or a cross on a disc for a denial."""
    title, link = said
    disc = Ink(
        tag="circle", css=f"stand {stand}", x=x, y=y, radius=MARK, title=title, link=link
    )  # fmt: skip
    if stand == "hedges":
        half = f"M{x:g} {y - MARK:g}A{MARK:g} {MARK:g} 0 0 0 {x:g} {y + MARK:g}Z"
        return [disc, Ink(tag="path", css="half", path=half)]
    if stand == "denies":
        arm = MARK * 0.5
        cross = (
            f"M{x - arm:g} {y - arm:g}L{x + arm:g} {y + arm:g}"
            f"M{x - arm:g} {y + arm:g}L{x + arm:g} {y - arm:g}"
        )
        return [disc, Ink(tag="path", css="cross", path=cross)]
    if stand == "doubts":
        return [disc, Ink(tag="text", css="ask", x=x, y=y + 4, text="?", anchor="middle")]
    return [disc]
