"""The picture of a claim's chains, ready for its template."""

from collections.abc import Sequence
from typing import Final

from headwater.model.base import Record
from headwater.model.claim import Claim
from headwater.report.lookup import Lookup
from headwater.report.pictures.graph import ChainGraph, Doubt, Node, build_graph
from headwater.report.pictures.labels import label_of, note_of
from headwater.report.pictures.layout import (
    Box,
    Item,
    Line,
    Placed,
    Shape,
    find_columns,
    place_items,
)
from headwater.report.places import Places

SIDES: Final = 22.0  # room of a box beside its words
SHAPES: Final = (  # many columns are set closer, so that the words stay readable at full width
    (4, Shape(margin=16.0)),
    (5, Shape(margin=16.0, width=152.0, column_gap=48.0)),
    (99, Shape(margin=16.0, width=132.0, column_gap=34.0, row_gap=13.0)),
)
LINE_HEIGHT: Final = 16.0
PADDING: Final = 9.0
STACK: Final = 5.0  # how far a stacked box stands out behind the front one
ARC: Final = 30.0  # room on the left for the arcs of doubt


class Drawn(Record, frozen=True, kw_only=True):
    """A box with its words.

    Attributes:
        style: `document`, `source` or `veiled`.
        stacked: How many documents stand behind the front one.
    """

    box: Box
    lines: tuple[str, ...]
    note: str
    style: str
    origin: bool
    stacked: int
    link: str | None


class Way(Record, frozen=True, kw_only=True):
    """A line as an SVG path; `title` says it in words."""

    path: str
    kind: str
    title: str
    link: str | None


class Frame(Record, frozen=True, kw_only=True):
    """A frame around origins that are surely one."""

    x: float
    y: float
    width: float
    height: float


class Branch(Record, frozen=True, kw_only=True):
    """A node of the picture in words, with what rests on it below.

    Attributes:
        how: How it rests on the one above: `said`, `copied`, `inferred`; empty at the top.
        again: True if it was shown before with everything that rests on it.
    """

    name: str
    note: str
    how: str
    link: str | None
    origin: bool
    again: bool
    below: tuple["Branch", ...]


class Picture(Record, frozen=True, kw_only=True):
    """Everything that the template draws; sizes in SVG user units."""

    width: float
    height: float
    boxes: tuple[Drawn, ...]
    ways: tuple[Way, ...]
    frames: tuple[Frame, ...]
    arcs: tuple[str, ...]
    tree: tuple[Branch, ...]
    kinds: tuple[str, ...]
    left_out: int


def draw_chains(lookup: Lookup, places: Places, claim: Claim) -> Picture:
    """Return the picture of a claim's chains: upstream on the left, outlets on the right."""
    graph = build_graph(lookup, claim)
    edges = [(edge.up, edge.down) for edge in graph.edges]
    shape = choose_shape(graph, edges)
    labels = {node.key: label_of(lookup, node, shape.width - SIDES) for node in graph.nodes}
    items = [make_item(node, labels[node.key]) for node in graph.nodes]
    placed = place_items(items, edges, shape)
    left = ARC if graph.doubts else 0.0
    placed = shift(placed, left)
    boxes = {box.key: box for box in placed.boxes}
    names = {node.key: " ".join(labels[node.key]) for node in graph.nodes}
    drawn = {
        node.key: draw_box(lookup, places, node, boxes[node.key], labels[node.key])
        for node in graph.nodes
    }
    ways = tuple(
        Way(
            path=curve(line),
            kind=edge.kind,
            title=f"{names[edge.down]} ← {names[edge.up]} ({edge.kind})",
            link=places.link(edge.place) if edge.place is not None else None,
        )
        for line, edge in zip(placed.lines, graph.edges, strict=True)
    )
    return Picture(
        width=placed.width,
        height=placed.height,
        boxes=tuple(drawn.values()),
        ways=ways,
        frames=find_frames(graph, boxes),
        arcs=tuple(arc(doubt, boxes) for doubt in graph.doubts),
        tree=grow_tree(graph, drawn),
        kinds=tuple(sorted({edge.kind for edge in graph.edges})),
        left_out=graph.left_out,
    )


def choose_shape(graph: ChainGraph, edges: Sequence[tuple[str, str]]) -> Shape:
    """Return the sizes for a graph, by the number of its columns."""
    bare = [Item(key=node.key, height=0.0, first=is_first(node)) for node in graph.nodes]
    columns = max(find_columns(bare, edges).values(), default=0) + 1
    return next(shape for most, shape in SHAPES if columns <= most or most == SHAPES[-1][0])


def is_first(node: Node) -> bool:
    """Tell whether a node wants the first column: origins that are not documents."""
    return node.origin and node.kind == "source"


def make_item(node: Node, label: tuple[str, ...]) -> Item:
    """Return a node as something to place; origins that are not documents stand first."""
    stack = 2 * STACK if len(node.members) > 1 else 0.0
    return Item(
        key=node.key,
        height=(len(label) + 1) * LINE_HEIGHT + 2 * PADDING + stack,
        first=is_first(node),
        cluster=f"group {node.group}" if node.group is not None else None,
    )


def draw_box(lookup: Lookup, places: Places, node: Node, box: Box, label: tuple[str, ...]) -> Drawn:
    """Return a box with its words and link."""
    source = lookup.sources.get(node.key)
    veiled = source is not None and source.kind in {"anonymous", "unattributed"}
    style = "document" if node.kind == "document" else "veiled" if veiled else "source"
    return Drawn(
        box=box, lines=label, note=note_of(lookup, node), style=style, origin=node.origin,
        stacked=max(0, len(node.members) - 1),
        link=places.link(node.place) if node.place is not None else None,
    )  # fmt: skip


def shift(placed: Placed, left: float) -> Placed:
    """Return a layout moved to the right."""
    boxes = tuple(
        Box(key=b.key, x=b.x + left, y=b.y, width=b.width, height=b.height) for b in placed.boxes
    )
    lines = tuple(
        Line(start=n.start, end=n.end, points=tuple((x + left, y) for x, y in n.points))
        for n in placed.lines
    )
    return Placed(boxes=boxes, lines=lines, width=placed.width + left, height=placed.height)


def curve(line: Line) -> str:
    """Return a line as an SVG path that leaves and enters level."""
    (x, y), *rest = line.points
    parts = [f"M{x:g} {y:g}"]
    for at_x, at_y in rest:
        half = (x + at_x) / 2
        parts.append(f"C{half:g} {y:g} {half:g} {at_y:g} {at_x:g} {at_y:g}")
        x, y = at_x, at_y
    return "".join(parts)


def arc(doubt: Doubt, boxes: dict[str, Box]) -> str:
    """Return the dotted arc that joins two origins on their left."""
    one, two = boxes[doubt.left], boxes[doubt.right]
    reach = min(one.x, two.x) - ARC
    return (
        f"M{one.x:g} {one.middle:g}C{reach:g} {one.middle:g} {reach:g} {two.middle:g} "
        f"{two.x:g} {two.middle:g}"
    )


def find_frames(graph: ChainGraph, boxes: dict[str, Box]) -> tuple[Frame, ...]:
    """Return a frame around each group of several boxes in one column that are surely one."""
    groups: dict[int, list[Box]] = {}
    for node in graph.nodes:
        if node.group is not None:
            groups.setdefault(node.group, []).append(boxes[node.key])
    frames = []
    for members in groups.values():
        columns = {box.x for box in members}
        if len(members) > 1 and len(columns) == 1:
            top = min(box.y for box in members) - 7
            bottom = max(box.y + box.height for box in members) + 7
            x = members[0].x - 7
            width = members[0].width + 14
            frames.append(Frame(x=x, y=round(top, 1), width=width, height=round(bottom - top, 1)))
    return tuple(frames)


def grow_tree(graph: ChainGraph, drawn: dict[str, Drawn]) -> tuple[Branch, ...]:
    """Return the picture in words: from each start downstream, everything that rests on it."""
    below: dict[str, list[tuple[str, str]]] = {}
    for edge in graph.edges:
        below.setdefault(edge.up, []).append((edge.down, edge.kind))
    resting = {edge.down for edge in graph.edges}
    shown: set[str] = set()

    def grow(key: str, how: str) -> Branch:
        box = drawn[key]
        again = key in shown and bool(below.get(key))
        shown.add(key)
        branches = () if again else tuple(grow(down, kind) for down, kind in below.get(key, ()))
        return Branch(
            name=" ".join(box.lines), note=box.note, how=how, link=box.link, origin=box.origin,
            again=again, below=branches,
        )  # fmt: skip

    starts = sorted(
        (node for node in graph.nodes if node.key not in resting),
        key=lambda node: (node.group is None, node.group or 0),
    )
    gathered: dict[str, list[str]] = {}
    for node in starts:
        name = node.key if node.group is None else f"group {node.group}"
        gathered.setdefault(name, []).append(node.key)
    return tuple(join_branches([grow(key, "") for key in keys]) for keys in gathered.values())


def join_branches(branches: list[Branch]) -> Branch:
    """Return several starts that are surely one as one, with everything that rests on them."""
    first = branches[0]
    below = {child.name: child for branch in reversed(branches) for child in branch.below}
    for branch in branches:
        below.update({child.name: child for child in branch.below if not child.again})
    return Branch(
        name=" = ".join(branch.name for branch in branches), note=first.note, how="",
        link=first.link, origin=any(branch.origin for branch in branches), again=False,
        below=tuple(below.values()),
    )  # fmt: skip
