"""An independent checker: recomputes what a dossier says from its data and the snapshots.

It imports no stage and no record, so that a defect there cannot hide here.
"""

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any, Final

Json = dict[str, Any]
Place = tuple[str | None, Json]  # document id if known, span
DATA: Final = "dossier.json"
SEAL: Final = "dossier.json.sha256"
SNAPSHOTS: Final = "snapshots"
EXACT_NODES: Final = 60  # up to here the lower bound is a chromatic number, beyond a clique
POINTERS: Final = (  # records, their field, what it points at
    ("mentions", "chain", "attributions"), ("sources", "attributions", "attributions"),
    ("sources", "documents", "documents"), ("claims", "best", "mentions"),
    ("claims", "mentions", "mentions"), ("origins", "mentions", "mentions"),
    ("origins", "claim", "claims"), ("origins", "source", "sources"),
)  # fmt: skip


def verify_dossier(folder: Path) -> tuple[str, ...]:
    """Return what does not hold in a folder's dossier, seal and snapshots; empty if all holds."""
    try:
        raw = (folder / DATA).read_bytes()
    except OSError as error:
        return (f"{DATA} cannot be read: {error}",)
    found = list(_check_seal(folder, raw))
    try:
        dossier = json.loads(raw.decode("utf-8"))
        return (*found, *_check_snapshots(folder, dossier), *verify_data(dossier))
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        return (*found, f"{DATA} is not a dossier: {type(error).__name__}: {error}")


def _check_seal(folder: Path, raw: bytes) -> Iterator[str]:
    """The digest that was written beside the dossier, in the format of sha256sum."""
    seal = folder / SEAL
    sealed = f"{hashlib.sha256(raw).hexdigest()} {DATA}".encode()
    if seal.exists() and seal.read_bytes().split() != sealed.split():
        yield f"{DATA}: its bytes are not the ones that were sealed"


def _check_snapshots(folder: Path, dossier: Json) -> Iterator[str]:
    """Snapshots have their digests, and plain texts are the texts that were analysed."""
    stored = folder / SNAPSHOTS
    listed = {f"{d['name']} {d['digest']}" for d in dossier["documents"]}
    missing = listed - set(dossier["manifest"]["inputs"])
    yield from (f"document {line}: not an input of the manifest" for line in sorted(missing))
    if not stored.is_dir():
        return
    for path in sorted(stored.iterdir()):
        if path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() != path.name:
            yield f"snapshot {path.name}: its bytes have another digest"
    for document in dossier["documents"]:
        path = stored / document["digest"]
        read = document["text"].encode("ascii", "ignore")  # whatever the encoding of the file
        kept = path.read_bytes().decode("ascii", "ignore").encode() if path.is_file() else read
        if document["format"] == "text" and b"\0" not in kept and kept.split() != read.split():
            yield f"document {document['name']}: its text is not the snapshot's"


def verify_data(dossier: Json, *, whole: bool = True) -> tuple[str, ...]:
    """Return what does not hold inside the data itself, or in some claims cut out of it."""
    parts = (_check_words, _check_chains, _check_bounds)
    rest = (_check_ids, _check_spans, _check_quotes, _check_folds, _check_assessments)
    return tuple(f for check in (*parts, *(rest if whole else ())) for f in check(dossier))


def _check_ids(dossier: Json) -> Iterator[str]:
    """Ids are unique, and what records point at is there."""
    kinds = ("documents", "attributions", "mentions", "sources", "claims", "origins")
    known = {kind: {r["id"]: r for r in dossier[kind]} for kind in kinds}
    yield from (f"{k}: an id is used twice" for k in kinds if len(known[k]) != len(dossier[k]))
    for kind, field, target in POINTERS:
        for record in dossier[kind]:
            keys = record[field] if isinstance(record[field], list) else [record[field]]
            lost = (key for key in keys if key not in known[target])
            yield from (f"{record['id']}: points at {k}, not among the {target}" for k in lost)
    if sorted(dossier["ranking"]) != sorted(known["claims"]):
        yield "ranking: does not list each claim once"


def _walk(value: object, document: str | None) -> Iterator[Place]:
    """Yield every span below a value with the document that it counts in."""
    if isinstance(value, dict):
        if set(value) == {"start", "end"}:
            yield document, value
            return
        named = value.get("document")
        document = named if isinstance(named, str) else document
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for part in parts:
        yield from _walk(part, document)


def _check_spans(dossier: Json) -> Iterator[str]:
    """Every span lies inside its document."""
    sizes = {d["id"]: len(d["text"]) for d in dossier["documents"]}
    for document in dossier["documents"]:
        yield from _outside(document["id"], _walk(document, document["id"]), sizes)
    skip = {"documents", "copies", "judgements", "manifest", "failures", "ranking", "title"}
    for kind in sorted(set(dossier) - skip):
        for record in dossier[kind]:
            yield from _outside(f"{kind} {record.get('id', '')}", _walk(record, None), sizes)
    for copy in dossier["copies"]:
        sides = [(copy[s], passage[s]) for s in ("left", "right") for passage in copy["passages"]]
        yield from _outside(f"copy {copy['left']} {copy['right']}", sides, sizes)


def _outside(where: str, spans: Iterable[Place], sizes: Mapping[str, int]) -> Iterator[str]:
    for document, span in spans:
        if document and not 0 <= span["start"] < span["end"] <= sizes.get(document, -1):
            yield f"{where}: {span['start']}..{span['end']} is no place in {document}"


def _cut(text: str, spans: Iterable[Json]) -> str:
    return " ".join(" ".join(text[s["start"] : s["end"]] for s in spans).split())


def _check_words(dossier: Json) -> Iterator[str]:
    """Spans cut out the words that are quoted beside them."""
    texts = {d["id"]: d["text"] for d in dossier["documents"]}
    mentions = {m["id"]: m for m in dossier["mentions"]}
    for mention in mentions.values():
        if _cut(texts[mention["document"]], mention["spans"]) != " ".join(mention["text"].split()):
            yield f"mention {mention['id']}: its spans do not cut out its words"
    for claim in dossier["claims"]:
        best = claim["best"]
        if best not in claim["mentions"] or claim["text"] != mentions[best]["text"]:
            yield f"claim {claim['id']}: its words are not those of its best mention"
        if {mentions[key]["document"] for key in claim["mentions"]} != set(claim["documents"]):
            yield f"claim {claim['id']}: its documents are not those of its mentions"


def _check_quotes(dossier: Json) -> Iterator[str]:
    """Copied passages are the same words on both sides; judged places hold the words seen."""
    texts = {d["id"]: d["text"] for d in dossier["documents"]}
    for copy in dossier["copies"]:
        for passage in copy["passages"]:
            left, right = (_cut(texts[copy[s]], [passage[s]]).casefold() for s in ("left", "right"))
            if re.findall(r"\w+", left) != re.findall(r"\w+", right):
                yield f"copy {copy['left']} {copy['right']}: a passage differs on its two sides"
    by_digest = {d["digest"]: d["text"] for d in dossier["documents"]}
    elsewhere = {e["judgement"] for e in dossier["effects"] if e["state"] in {"moved", "lost"}}
    for judged in (j for j in dossier["judgements"] if j["id"] not in elsewhere):
        for text, a in ((by_digest.get(a["digest"]), a) for a in judged["about"] if a["span"]):
            if text and a["quote"] and _cut(text, [a["span"]]).split() != a["quote"].split():
                yield f"judgement {judged['id']}: its place does not hold its words"


def _check_chains(dossier: Json) -> Iterator[str]:
    """Hops rest on attributions of their source; origins are the ends of their mentions' chains."""
    cited = {key: s["id"] for s in dossier["sources"] for key in s["attributions"]}
    known, ends = {source["id"] for source in dossier["sources"]}, {}
    for chain in dossier["chains"]:
        for hop in chain["hops"]:
            said = cited.get(hop["attribution"]) if hop["attribution"] else hop["source"]
            if said != hop["source"] or said not in known:
                yield f"chain of {chain['mention']}: a hop's attribution names another source"
        if chain["hops"]:
            ends[chain["mention"]] = chain["hops"][-1]["source"]
    members = {claim["id"]: claim["mentions"] for claim in dossier["claims"]}
    for origin in dossier["origins"]:
        for mention in origin["mentions"]:
            if ends.get(mention) != origin["source"] or mention not in members[origin["claim"]]:
                yield f"origin {origin['id']}: the chain of {mention} does not end there"


def _merge(nodes: Iterable[str], ties: Iterable[Json]) -> list[list[str]]:
    """Return the nodes in groups that "same" ties join, sorted."""
    groups = [{node} for node in nodes]
    for tie in ties:
        if tie["kind"] == "same":
            touched = [g for g in groups if tie["left"] in g or tie["right"] in g]
            groups = [g for g in groups if g not in touched] + [set().union(*touched)]
    return sorted(sorted(group) for group in groups)


def _edges(groups: list[list[str]], ties: Iterable[Json]) -> dict[int, set[int]]:
    """Return which groups are surely different, by their place in the list."""
    home = {node: at for at, group in enumerate(groups) for node in group}
    beside: dict[int, set[int]] = {at: set() for at in range(len(groups))}
    for tie in ties:
        one, two = home[tie["left"]], home[tie["right"]]
        for a, b in ((one, two), (two, one)) if tie["kind"] == "different" and one != two else ():
            beside[a].add(b)
    return beside


def _colourable(
    beside: Mapping[int, set[int]], order: list[int], colours: int, given: tuple[int, ...] = ()
) -> bool:
    """Tell whether so many colours suffice, if the first nodes in order have the given ones."""
    at = len(given)
    if at == len(order):
        return True
    taken = {c for node, c in zip(order, given, strict=False) if node in beside[order[at]]}
    usable = range(min(colours, max(given, default=-1) + 2))  # an old colour or the next new one
    return any(_colourable(beside, order, colours, (*given, c)) for c in usable if c not in taken)


def fewest_groups(beside: Mapping[int, set[int]]) -> int:
    """Return the fewest groups in which no two are surely different."""
    order = sorted(beside, key=lambda node: (-len(beside[node]), node))
    return next(n for n in range(len(order) + 1) if _colourable(beside, order, n))


def _check_bounds(dossier: Json) -> Iterator[str]:
    """Bounds follow from the ties: merge what is one, colour what is different."""
    by_claim: dict[str, list[str]] = defaultdict(list)
    for origin in dossier["origins"]:
        by_claim[origin["claim"]].append(origin["id"])
    for found in dossier["corroborations"]:
        nodes = by_claim[found["claim"]]
        yield from (f"claim {found['claim']}: {t}" for t in _check_count(found, "origins", nodes))
    if {c["claim"] for c in dossier["corroborations"]} != {c["id"] for c in dossier["claims"]}:
        yield "corroborations: not one for each claim"


def _check_folds(dossier: Json) -> Iterator[str]:
    """Folds hold what firmly entails a claim, and count the origins of all of them."""
    claims = {claim["id"]: claim for claim in dossier["claims"]}
    signs = {mention["id"]: mention["polarity"] for mention in dossier["mentions"]}
    below: dict[str, set[str]] = defaultdict(set)
    for relation in (r for r in dossier["relations"] if r["kind"] == "entails" and not r["weak"]):
        one, two = relation["from_claim"], relation["to_claim"]
        if one != two and signs[claims[one]["best"]] == signs[claims[two]["best"]]:
            below[two].add(one)
    expected = sorted((key, sorted(special)) for key, special in below.items())
    if sorted((fold["claim"], fold["special"]) for fold in dossier["folds"]) != expected:
        yield "folds: not one for each claim that others entail, with these"
    for found in dossier["folds"]:
        members = {found["claim"], *found["special"]}
        if found["documents"] != sorted({d for key in members for d in claims[key]["documents"]}):
            yield f"fold of {found['claim']}: its documents are not those of its claims"
        nodes = {o["source"] for o in dossier["origins"] if o["claim"] in members}
        yield from (f"fold of {found['claim']}: {t}" for t in _check_count(found, "sources", nodes))


def _check_count(found: Json, field: str, expected: Iterable[str]) -> Iterator[str]:
    """Hold the groups and the interval of one claim or fold against its ties."""
    nodes, pairs = sorted(found[field]), [sorted((t["left"], t["right"])) for t in found["ties"]]
    if nodes != sorted(expected) or sorted(map(tuple, pairs)) != list(combinations(nodes, 2)):
        yield "its count is not over its origins, with one tie for each pair of them"
        return
    groups = _merge(nodes, found["ties"])
    if groups != sorted(sorted(group) for group in found["groups"]):
        yield "its groups do not follow from its ties"
    if found["high"] != len(groups) or not 0 <= found["low"] <= found["high"]:
        yield f"at most {len(groups)} origins follow from its ties, not {found['high']}"
    if len(groups) <= EXACT_NODES:
        fewest = fewest_groups(_edges(groups, found["ties"]))
        if found["low"] != fewest:
            yield f"at least {fewest} origins follow from its ties, not {found['low']}"


def _check_assessments(dossier: Json) -> Iterator[str]:
    """Statuses follow from the rules, in their order."""
    expected = statuses(dossier)
    for assessment in dossier["assessments"]:
        claim, said = assessment["claim"], assessment["status"]
        if said != expected.pop(claim, None):
            yield f"claim {claim}: the status {said!r} does not follow from the rules"
    yield from (f"claim {claim}: has no assessment" for claim in sorted(expected))


def statuses(dossier: Json) -> dict[str, str]:
    """Return the status of each claim by the rules: disputed, then by count, then unsourced."""
    ends: dict[str, list[Json]] = defaultdict(list)
    for origin in dossier["origins"]:
        ends[origin["claim"]].append(origin)
    kinds = {source["id"]: source["kind"] for source in dossier["sources"]}
    disputed = {
        stance["claim"] for stance in dossier["stances"] if stance["stance"] == "denies"
        and not any(stance["mention"] in origin["mentions"] for origin in ends[stance["claim"]])
    }  # fmt: skip
    for relation in dossier["relations"]:
        sides = [(relation["to_claim"], relation["from_claim"])]
        sides += [sides[0][::-1]] if relation["kind"] == "contradicts" else []
        for claim, other in sides if relation["kind"] in {"denies", "contradicts"} else []:
            fresh = {o["source"] for o in ends[other]} - {o["source"] for o in ends[claim]}
            if fresh and not relation["weak"]:
                disputed.add(claim)
    found = {}
    for bound in dossier["corroborations"]:
        claim, low, high = bound["claim"], bound["low"], bound["high"]
        told = (o for o in ends[claim] if kinds[o["source"]] != "unattributed")
        cited = any(origin["own_voice"] is None for origin in told)
        single = "possibly single origin" if high > 1 else "single origin"
        counted = ("corroborated" if low > 1 else single) if cited and high else "unsourced"
        found[claim] = "disputed" if claim in disputed else counted
    return found
