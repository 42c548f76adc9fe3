"""Boxes in columns, without overlap, and the lines between them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from headwater.model.base import Record

SWEEPS: Final = 8  # passes up and down; crossings seldom fall any more after a handful
WAY: Final = 10.0  # height kept free for a line that passes through a column


class Shape(Record, frozen=True, kw_only=True):
    """Sizes in SVG user units (CSS pixels at full width)."""

    width: float = 172.0
    column_gap: float = 66.0
    row_gap: float = 16.0
    margin: float = 14.0


class Item(Record, frozen=True, kw_only=True):
    """Something to place: its height, whether it wants the first column, and its cluster.

    Items of one cluster are kept side by side.
    """

    key: str
    height: float
    first: bool = False
    cluster: str | None = None


class Box(Record, frozen=True, kw_only=True):
    """A placed item; x and y are its upper left corner."""

    key: str
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """Height of the box's middle."""
        return self.y + self.height / 2


class Line(Record, frozen=True, kw_only=True):
    """A line from the right side of `start` to the left side of `end`, through points."""

    start: str
    end: str
    points: tuple[tuple[float, float], ...]


class Placed(Record, frozen=True, kw_only=True):
    """A finished layout."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    width: float
    height: float


def place_items(
    items: Sequence[Item], edges: Sequence[tuple[str, str]], shape: Shape | None = None
) -> Placed:
    """Place items in columns so that every edge runs from left to right.

    Args:
        items: What to place; order decides where nothing else does.
        edges: Pairs (upstream, downstream) of keys, without circles and without repetition.
        shape: Sizes.

    Returns:
        Boxes that do not overlap, in the order of the items, and a line for each edge in order.

    Source:
        Sugiyama, Tagawa, Toda: Methods for visual understanding of hierarchical system
        structures, 1981: layers, ways for long edges, barycentres; then heights by neighbours.
    """
    shape = shape if shape is not None else Shape()
    columns = find_columns(items, edges)
    paths, ways = lay_ways(edges, columns)
    grid = order_columns(items, columns, ways, paths)
    heights = {item.key: item.height for item in items} | dict.fromkeys(ways, WAY)
    tops = find_heights(grid, heights, links_of(paths), shape.row_gap)
    return draw(items, edges, columns | ways, (paths, heights, tops), shape)


def find_columns(items: Sequence[Item], edges: Sequence[tuple[str, str]]) -> dict[str, int]:
    """Return each item's column from 0 (leftmost): as far right as what rests on it allows."""
    below = defaultdict(list)
    for up, down in edges:
        below[up].append(down)
    depth: dict[str, int] = {}

    def measure(key: str) -> int:
        if key not in depth:
            depth[key] = 0  # a circle would end here; callers promise that there is none
            depth[key] = max((measure(other) + 1 for other in below[key]), default=0)
        return depth[key]

    last = max((measure(item.key) for item in items), default=0)
    return {
        item.key: 0 if item.first and depth[item.key] > 0 else last - depth[item.key]
        for item in items
    }


def lay_ways(
    edges: Sequence[tuple[str, str]], columns: Mapping[str, int]
) -> tuple[list[list[str]], dict[str, int]]:
    """Return for each edge its stations from left to right, and the columns of those in between."""
    paths: list[list[str]] = []
    ways: dict[str, int] = {}
    for number, (up, down) in enumerate(edges):
        stations = [up]
        for column in range(columns[up] + 1, columns[down]):
            key = f"way-{number}-{column}"
            ways[key] = column
            stations.append(key)
        paths.append([*stations, down])
    return paths, ways


def links_of(paths: Sequence[Sequence[str]]) -> dict[str, list[str]]:
    """Return the neighbours of each station."""
    links = defaultdict(list)
    for path in paths:
        for left, right in pairwise(path):
            links[left].append(right)
            links[right].append(left)
    return links


def order_columns(
    items: Sequence[Item],
    columns: Mapping[str, int],
    ways: Mapping[str, int],
    paths: Sequence[Sequence[str]],
) -> list[list[str]]:
    """Return the keys of each column from top to bottom, so that few lines cross."""
    everything = dict(columns) | dict(ways)
    grid: list[list[str]] = [[] for _ in range(max(everything.values(), default=0) + 1)]
    for key, column in everything.items():
        grid[column].append(key)
    links = links_of(paths)
    cluster = {item.key: item.cluster or item.key for item in items}
    for sweep in range(SWEEPS):
        order = range(len(grid)) if sweep % 2 else range(len(grid) - 1, -1, -1)
        for column in order:
            beside = column - 1 if sweep % 2 else column + 1
            if 0 <= beside < len(grid):
                sort_column(grid[column], grid[beside], links, cluster)
    for keys in grid:
        sort_column(keys, [], links, cluster)
    return grid


def sort_column(
    keys: list[str], beside: list[str], links: Mapping[str, list[str]], cluster: Mapping[str, str]
) -> None:
    """Sort a column by the mean place of its neighbours beside it; clusters stay together."""
    at = {key: place for place, key in enumerate(beside)}
    weight: dict[str, float] = {}
    for place, key in enumerate(keys):
        near = [at[other] for other in links.get(key, ()) if other in at]
        weight[key] = sum(near) / len(near) if near else float(place)
    gathered: dict[str, list[float]] = defaultdict(list)
    for key in keys:
        gathered[cluster.get(key, key)].append(weight[key])
    mean = {name: sum(found) / len(found) for name, found in gathered.items()}
    rank = {
        name: place for place, name in enumerate(dict.fromkeys(cluster.get(k, k) for k in keys))
    }

    def order(key: str) -> tuple[float, int, float]:
        name = cluster.get(key, key)
        return mean[name], rank[name], weight[key]

    keys.sort(key=order)


def find_heights(
    grid: Sequence[Sequence[str]],
    heights: Mapping[str, float],
    links: Mapping[str, list[str]],
    gap: float,
) -> dict[str, float]:
    """Return the top of each station: near the middle of its neighbours, without overlap."""
    tops: dict[str, float] = {}
    for keys in grid:
        y = 0.0
        for key in keys:
            tops[key] = y
            y += heights[key] + gap
    for _ in range(SWEEPS):
        for keys in grid:
            settle(keys, wishes(keys, tops, heights, links, gap), heights, tops, gap)
    lowest = min(tops.values(), default=0.0)
    return {key: top - lowest for key, top in tops.items()}


def wishes(
    keys: Sequence[str],
    tops: Mapping[str, float],
    heights: Mapping[str, float],
    links: Mapping[str, list[str]],
    gap: float,
) -> list[float]:
    """Return the tops that would put stations level with their neighbours.

    A station without any wants to follow the one above it.
    """
    wanted: list[float] = []
    for at, key in enumerate(keys):
        near = [tops[other] + heights[other] / 2 for other in links.get(key, ())]
        if near:
            wanted.append(sum(near) / len(near) - heights[key] / 2)
        else:
            wanted.append(wanted[-1] + heights[keys[at - 1]] + gap if wanted else tops[key])
    return wanted


def settle(
    keys: Sequence[str],
    wanted: Sequence[float],
    heights: Mapping[str, float],
    tops: dict[str, float],
    gap: float,
) -> None:
    """Put a column's stations near their wishes, in order and apart.

    Stations that push against each other move as one block to the mean of their wishes.
    """
    blocks: list[tuple[list[int], float, float]] = []  # members, top, height
    for at, key in enumerate(keys):
        block = ([at], wanted[at], heights[key])
        while blocks and blocks[-1][1] + blocks[-1][2] + gap > block[1]:
            members, _, height = blocks.pop()
            joined = members + block[0]
            offset, total = 0.0, 0.0
            for member in joined:
                total += wanted[member] - offset
                offset += heights[keys[member]] + gap
            block = (joined, total / len(joined), height + gap + block[2])
        blocks.append(block)
    for members, top, _ in blocks:
        y = top
        for member in members:
            tops[keys[member]] = y
            y += heights[keys[member]] + gap


def draw(
    items: Sequence[Item],
    edges: Sequence[tuple[str, str]],
    columns: Mapping[str, int],
    found: tuple[list[list[str]], dict[str, float], dict[str, float]],
    shape: Shape,
) -> Placed:
    """Return boxes and lines with coordinates."""
    paths, heights, tops = found
    step = shape.width + shape.column_gap
    boxes = tuple(
        Box(
            key=item.key, x=shape.margin + columns[item.key] * step,
            y=round(shape.margin + tops[item.key], 1), width=shape.width, height=item.height,
        )
        for item in items
    )  # fmt: skip
    by_key = {box.key: box for box in boxes}
    lines = []
    for (up, down), path in zip(edges, paths, strict=True):
        points = [(by_key[up].x + shape.width, by_key[up].middle)]
        for key in path[1:-1]:
            x = shape.margin + columns[key] * step
            y = shape.margin + tops[key] + heights[key] / 2
            points += [(x, y), (x + shape.width, y)]
        points.append((by_key[down].x, by_key[down].middle))
        rounded = tuple((round(x, 1), round(y, 1)) for x, y in points)
        lines.append(Line(start=up, end=down, points=rounded))
    width = max((box.x + box.width for box in boxes), default=0.0) + shape.margin
    height = max((tops[key] + heights[key] for key in tops), default=0.0) + 2 * shape.margin
    return Placed(boxes=boxes, lines=tuple(lines), width=width, height=round(height, 1))
