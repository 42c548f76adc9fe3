"""A dossier's provenance as a graph that Gephi, yEd and networkx read."""

from collections import Counter
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from headwater.model.dossier import Dossier
from headwater.report.lookup import Lookup

Node = tuple[str, str, str]  # id, kind, label
Edge = tuple[str, str, str]  # from, to, kind

_HEAD: Final = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="kind" for="node" attr.name="kind" attr.type="string"/>
  <key id="label" for="node" attr.name="label" attr.type="string"/>
  <key id="relation" for="edge" attr.name="relation" attr.type="string"/>
  <key id="weight" for="edge" attr.name="weight" attr.type="int"/>
  <graph id="provenance" edgedefault="directed">
"""
_TAIL: Final = "  </graph>\n</graphml>\n"
_CONFLICTS: Final = frozenset({"contradicts", "denies"})


def to_graphml(dossier: Dossier) -> bytes:
    """Return documents, sources and claims, and who cites, states and conflicts with whom.

    Edges: `cites` (a document or source to the one it names, weighted by statements), `copies`,
    `states` (document to claim), `rests on` (claim to source), `contradicts` and `denies`.
    """
    lookup = Lookup(dossier)
    nodes = sorted(nodes_of(dossier, lookup))
    known = {key for key, _, _ in nodes}
    edges = sorted((e, n) for e, n in edges_of(dossier).items() if {e[0], e[1]} <= known)
    body = [
        f'    <node id={quoteattr(key)}><data key="kind">{kind}</data>'
        f'<data key="label">{escape(clean(label))}</data></node>\n'
        for key, kind, label in nodes
    ]
    body += [
        f"    <edge source={quoteattr(start)} target={quoteattr(end)}>"
        f'<data key="relation">{kind}</data><data key="weight">{weight}</data></edge>\n'
        for (start, end, kind), weight in edges
    ]
    return "".join([_HEAD, *body, _TAIL]).encode()


def clean(text: str) -> str:
    """Return text without the control characters that XML forbids."""
    return "".join(c for c in " ".join(text.split()) if c.isprintable())


def nodes_of(dossier: Dossier, lookup: Lookup) -> list[Node]:
    """Return documents, sources and claims."""
    documents = [(d.id, "document", lookup.outlet_name(d.id)) for d in dossier.documents]
    sources = [(s.id, f"source: {s.kind}", s.name) for s in dossier.sources]
    claims = [(c.id, "claim", c.text) for c in dossier.claims]
    return [*documents, *sources, *claims]


def edges_of(dossier: Dossier) -> Counter[Edge]:
    """Return every edge with the number of statements that show it."""
    edges = citations(dossier)
    document_of = {mention.id: mention.document for mention in dossier.mentions}
    for claim in dossier.claims:
        edges.update((document_of[key], claim.id, "states") for key in claim.mentions)
    for origin in dossier.origins:
        end = origin.own_voice or origin.source
        edges[origin.claim, end, "rests on"] += len(origin.mentions)
    edges.update(
        (relation.from_claim, relation.to_claim, relation.kind)
        for relation in dossier.relations
        if relation.kind in _CONFLICTS
    )
    for copy in dossier.copies:
        if copy.upstream is not None:
            later = copy.right if copy.upstream == copy.left else copy.left
            edges[later, copy.upstream, "copies"] += 1
    return edges


def citations(dossier: Dossier) -> Counter[Edge]:
    """Return who cites whom: each step of each chain after the publisher."""
    document_of = {mention.id: mention.document for mention in dossier.mentions}
    edges: Counter[Edge] = Counter()
    for chain in dossier.chains:
        before = document_of[chain.mention]
        for hop in chain.hops:
            if hop.how != "published" or hop.attribution is not None:
                edges[before, hop.source, "cites"] += 1
                before = hop.source
    return edges
