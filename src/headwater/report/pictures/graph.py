"""The chains of one claim as a graph: who rests on whom."""

from typing import Final, Literal

from headwater.model.base import Record
from headwater.model.claim import Claim
from headwater.model.mention import Mention
from headwater.model.span import Place
from headwater.model.trace import Chain, Hop
from headwater.report.lookup import Lookup

NodeKind = Literal["document", "source"]
EdgeKind = Literal["said", "copied", "inferred"]
STRENGTH: Final[dict[EdgeKind, int]] = {"said": 2, "copied": 1, "inferred": 0}
MOST: Final = 30  # boxes of documents that are drawn; about two screens of height
CROWD: Final = 8  # with more documents than this, all that share a chain are stacked


class Node(Record, frozen=True, kw_only=True):
    """A box: a document of the pile, or a source.

    Attributes:
        key: Document id or source id.
        members: Ids of the documents that are stacked in the box; one or more for documents.
        place: Words that show it.
        origin: True if a chain ends here.
        group: Number of the group of origins that are surely one; None for the others.
    """

    key: str
    kind: NodeKind
    members: tuple[str, ...] = ()
    place: Place | None = None
    origin: bool = False
    group: int | None = None


class Edge(Record, frozen=True, kw_only=True):
    """A step from a source (`up`) to who relies on it (`down`)."""

    up: str
    down: str
    kind: EdgeKind
    place: Place | None = None


class Doubt(Record, frozen=True, kw_only=True):
    """Two origins that may be one."""

    left: str
    right: str


class ChainGraph(Record, frozen=True, kw_only=True):
    """Nodes in document order, edges and doubts in the order they were met.

    Attributes:
        left_out: Number of documents that are not drawn, because there are too many.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    doubts: tuple[Doubt, ...]
    left_out: int = 0


def build_graph(lookup: Lookup, claim: Claim) -> ChainGraph:
    """Join the chains of a claim's mentions.

    A source that published a document of this claim is that document's box. Documents with the
    same chain are stacked. A step that would close a circle is left out.
    """
    homes = find_homes(lookup, claim)
    nodes: dict[str, Node] = {}
    edges: dict[tuple[str, str], Edge] = {}
    for mention in lookup.mentions_of(claim):
        add_chain(lookup, mention, homes, nodes, edges)
    edges = cut_circles(edges)
    nodes = mark_origins(lookup, claim, homes, nodes)
    doubts = tuple(
        doubt
        for doubt in find_doubts(lookup, claim, homes)
        if doubt.left in nodes and doubt.right in nodes
    )
    graph = ChainGraph(nodes=tuple(nodes.values()), edges=tuple(edges.values()), doubts=doubts)
    return trim(fold(lookup, graph))


def find_homes(lookup: Lookup, claim: Claim) -> dict[str, str]:
    """Return the document of this claim that each outlet published, where it is only one."""
    homes: dict[str, str] = {}
    held = set(claim.documents)
    for source in lookup.dossier.sources:
        mine = [key for key in source.documents if key in held]
        if len(mine) == 1:
            homes[source.id] = mine[0]
    return homes


def add_chain(
    lookup: Lookup,
    mention: Mention,
    homes: dict[str, str],
    nodes: dict[str, Node],
    edges: dict[tuple[str, str], Edge],
) -> None:
    """Add one mention's chain to nodes and edges."""
    down = mention.document
    words = Place(document=mention.document, span=mention.spans[0])
    nodes.setdefault(down, Node(key=down, kind="document", members=(down,), place=words))
    for hop in hops_inward(lookup.chains.get(mention.id)):
        up = homes.get(hop.source, hop.source)
        if up == down:
            continue
        kind: NodeKind = "document" if up in lookup.documents else "source"
        members = (up,) if kind == "document" else ()
        nodes.setdefault(up, Node(key=up, kind=kind, members=members, place=hop.place))
        found: EdgeKind = "said" if hop.how == "published" else hop.how
        known = edges.get((up, down))
        if known is None or STRENGTH[found] > STRENGTH[known.kind]:
            edges[up, down] = Edge(up=up, down=down, kind=found, place=hop.place)
        down = up


def hops_inward(chain: Chain | None) -> tuple[Hop, ...]:
    """Return a chain's hops without the publisher."""
    if chain is None:
        return ()
    return chain.hops[1:] if chain.hops and chain.hops[0].how == "published" else chain.hops


def cut_circles(edges: dict[tuple[str, str], Edge]) -> dict[tuple[str, str], Edge]:
    """Leave out every edge that would close a circle with those before it."""
    kept: dict[tuple[str, str], Edge] = {}
    above: dict[str, set[str]] = {}
    for (up, down), edge in edges.items():
        if down in reach(up, above):
            continue
        kept[up, down] = edge
        above.setdefault(down, set()).add(up)
    return kept


def reach(start: str, above: dict[str, set[str]]) -> set[str]:
    """Return everything that can be reached upstream, the start included."""
    seen, todo = {start}, [start]
    while todo:
        for key in above.get(todo.pop(), ()):
            if key not in seen:
                seen.add(key)
                todo.append(key)
    return seen


def mark_origins(
    lookup: Lookup, claim: Claim, homes: dict[str, str], nodes: dict[str, Node]
) -> dict[str, Node]:
    """Return the nodes with those that are origins marked, and grouped where surely one."""
    found = lookup.corroborations.get(claim.id)
    if found is None:
        return nodes
    group_of = {
        key: number for number, keys in enumerate(found.groups) if len(keys) > 1 for key in keys
    }
    marked = dict(nodes)
    for key in found.origins:
        at = node_of_origin(lookup, key, homes)
        if at in marked:
            node = marked[at]
            marked[at] = Node(
                key=node.key, kind=node.kind, members=node.members, place=node.place,
                origin=True, group=group_of.get(key, node.group),
            )  # fmt: skip
    return marked


def node_of_origin(lookup: Lookup, key: str, homes: dict[str, str]) -> str:
    """Return the key of the node where an origin stands."""
    origin = lookup.origins.get(key)
    if origin is None:
        return key
    return origin.own_voice or homes.get(origin.source, origin.source)


def find_doubts(lookup: Lookup, claim: Claim, homes: dict[str, str]) -> tuple[Doubt, ...]:
    """Return the pairs of nodes that may be one origin; one pair for each two groups."""
    found = lookup.corroborations.get(claim.id)
    if found is None:
        return ()
    group_of = {key: number for number, keys in enumerate(found.groups) for key in keys}
    doubts: dict[tuple[int | str, int | str], Doubt] = {}
    for tie in found.ties:
        if tie.kind != "maybe":
            continue
        left, right = (node_of_origin(lookup, key, homes) for key in (tie.left, tie.right))
        sides = sorted(str(group_of.get(k, k)) for k in (tie.left, tie.right))
        if left != right and sides[0] != sides[1]:
            doubts.setdefault((sides[0], sides[1]), Doubt(left=left, right=right))
    return tuple(doubts.values())


def fold(lookup: Lookup, graph: ChainGraph) -> ChainGraph:
    """Stack documents on which nobody rests, if they rest on the same sources in the same way.

    Few documents are stacked only if they are copies of each other, so that each outlet shows.
    """
    needed = {edge.up for edge in graph.edges}
    above: dict[str, list[tuple[str, str]]] = {}
    for edge in graph.edges:
        above.setdefault(edge.down, []).append((edge.up, edge.kind))
    leaves = [
        n for n in graph.nodes if n.kind == "document" and n.key not in needed and not n.origin
    ]
    crowd = {n.key: "" for n in leaves} if len(leaves) > CROWD else copy_groups(lookup, leaves)
    stacks: dict[tuple[object, ...], list[Node]] = {}
    for node in leaves:
        stacks.setdefault((crowd[node.key], *sorted(above.get(node.key, ()))), []).append(node)
    front: dict[str, Node] = {}
    gone: set[str] = set()
    for nodes in stacks.values():
        keys = tuple(node.key for node in nodes)
        front[keys[0]] = Node(key=keys[0], kind="document", members=keys, place=nodes[0].place)
        gone.update(keys[1:])
    return ChainGraph(
        nodes=tuple(front.get(n.key, n) for n in graph.nodes if n.key not in gone),
        edges=tuple(edge for edge in graph.edges if edge.down not in gone),
        doubts=graph.doubts,
    )


def trim(graph: ChainGraph) -> ChainGraph:
    """Leave out the smallest stacks where there are too many, and sources that only they cite."""
    needed = {edge.up for edge in graph.edges}
    ends = [n for n in graph.nodes if n.kind == "document" and n.key not in needed]
    small = sorted(ends, key=lambda node: -len(node.members))[MOST:]
    if not small:
        return graph
    gone = {node.key for node in small}
    edges = graph.edges
    while True:
        edges = tuple(e for e in edges if e.down not in gone)
        needed = {edge.up for edge in edges}
        idle = {n.key for n in graph.nodes if n.kind == "source"} - needed - gone
        if not idle:
            break
        gone |= idle
    return ChainGraph(
        nodes=tuple(node for node in graph.nodes if node.key not in gone),
        edges=edges,
        doubts=tuple(d for d in graph.doubts if not {d.left, d.right} & gone),
        left_out=sum(len(node.members) for node in small),
    )


def copy_groups(lookup: Lookup, nodes: list[Node]) -> dict[str, str]:
    """Return for each document the first document that it is a copy of, itself if none."""
    head = {node.key: node.key for node in nodes}
    for copy in lookup.dossier.copies:
        if copy.kind in {"copy", "version"} and copy.left in head and copy.right in head:
            old, new = sorted((head[copy.left], head[copy.right]), reverse=True)
            head = {key: new if value == old else value for key, value in head.items()}
    return head
