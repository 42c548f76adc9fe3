"""An independent checker of dossiers: recomputes what `dossier.json` says from itself and the snapshots.

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
DATA: Final = "dossier.json"
SEAL: Final = "dossier.json.sha256"
SNAPSHOTS: Final = "snapshots"
EXACT_NODES: Final = 60  # up to here the lower bound is a chromatic number, beyond a clique
MIN_CREDIBILITY, MAX_CREDIBILITY = 1, 6


def verify_dossier(folder: Path) -> tuple[str, ...]:
    """Return everything in a dossier that does not hold, in a fixed order; empty if all holds.

    Args:
        folder: With `dossier.json` and, where they were kept, its seal and `snapshots/`.
    """
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
    if seal.exists():
        words = seal.read_text(encoding="utf-8", errors="replace").split()
        if words != [hashlib.sha256(raw).hexdigest(), DATA]:
            yield f"{DATA}: its bytes are not the ones that were sealed"


def _check_snapshots(folder: Path, dossier: Json) -> Iterator[str]:
    """Snapshots have their digests, and plain texts are the texts that were analysed."""
    stored = folder / SNAPSHOTS
    listed = {f"{d['name']} {d['digest']}" for d in dossier["documents"]}
    missing = listed - set(dossier["manifest"]["inputs"])
    yield from (
        f"document {line}: not among the inputs of the manifest" for line in sorted(missing)
    )
    if not stored.is_dir():
        return
    for path in sorted(stored.iterdir()):
        if path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() != path.name:
            yield f"snapshot {path.name}: its bytes have another digest"
    for document in dossier["documents"]:
        path = stored / document["digest"]
        if document["format"] == "text" and path.is_file():
            text = path.read_bytes().decode("utf-8-sig", errors="replace")
            if _lines(text) != _lines(document["text"]):
                yield f"document {document['name']}: its text is not the snapshot's"


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def verify_data(dossier: Json) -> tuple[str, ...]:
    """Return what does not hold inside the data itself."""
    return (
        *_check_ids(dossier),
        *_check_spans(dossier),
        *_check_words(dossier),
        *_check_chains(dossier),
        *_check_bounds(dossier),
        *_check_assessments(dossier),
    )


def _by_id(records: Iterable[Json]) -> dict[str, Json]:
    return {record["id"]: record for record in records}


def _check_ids(dossier: Json) -> Iterator[str]:
    """Ids are unique, and what records point at is there."""
    kinds = ("documents", "attributions", "mentions", "sources", "claims", "origins")
    known = {kind: _by_id(dossier[kind]) for kind in kinds}
    for kind in kinds:
        if len(known[kind]) != len(dossier[kind]):
            yield f"{kind}: an id is used twice"
    wanted: list[tuple[str, str, str]] = []
    for mention in dossier["mentions"]:
        wanted += [(mention["id"], "attributions", key) for key in mention["chain"]]
    for source in dossier["sources"]:
        wanted += [(source["id"], "attributions", key) for key in source["attributions"]]
        wanted += [(source["id"], "documents", key) for key in source["documents"]]
    for claim in dossier["claims"]:
        wanted += [(claim["id"], "mentions", key) for key in (claim["best"], *claim["mentions"])]
    for origin in dossier["origins"]:
        wanted += [(origin["id"], "mentions", key) for key in origin["mentions"]]
        wanted += [
            (origin["id"], "claims", origin["claim"]),
            (origin["id"], "sources", origin["source"]),
        ]
    for record, kind, key in wanted:
        if key not in known[kind]:
            yield f"{record}: points at {key}, which is not among the {kind}"
    if sorted(dossier["ranking"]) != sorted(known["claims"]):
        yield "ranking: does not list each claim once"


def _walk(value: object, document: str | None) -> Iterator[tuple[str | None, Json]]:
    """Yield every span below a value with the document that it counts in."""
    if isinstance(value, dict):
        if set(value) == {"start", "end"}:
            yield document, value
            return
        inner = value.get("document", document)
        for part in value.values():
            yield from _walk(part, inner if isinstance(inner, str) else document)
    elif isinstance(value, list):
        for part in value:
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
        for side in ("left", "right"):
            spans = [(copy[side], passage[side]) for passage in copy["passages"]]
            yield from _outside(f"copy {copy['left']} {copy['right']}", spans, sizes)


def _outside(
    where: str, spans: Iterable[tuple[str | None, Json]], sizes: Mapping[str, int]
) -> Iterator[str]:
    for document, span in spans:
        if document is None:
            continue
        if document not in sizes:
            yield f"{where}: counts in {document}, which is not among the documents"
        elif not 0 <= span["start"] < span["end"] <= sizes[document]:
            yield f"{where}: the span {span['start']}..{span['end']} leaves its document"


def _cut(text: str, spans: Iterable[Json]) -> str:
    return " ".join(" ".join(text[s["start"] : s["end"]] for s in spans).split())


def _check_words(dossier: Json) -> Iterator[str]:
    """Spans cut out the words that are quoted beside them."""
    texts = {d["id"]: d["text"] for d in dossier["documents"]}
    mentions = _by_id(dossier["mentions"])
    for mention in mentions.values():
        if _cut(texts[mention["document"]], mention["spans"]) != " ".join(mention["text"].split()):
            yield f"mention {mention['id']}: its spans do not cut out its words"
    for claim in dossier["claims"]:
        if (
            claim["text"] != mentions[claim["best"]]["text"]
            or claim["best"] not in claim["mentions"]
        ):
            yield f"claim {claim['id']}: its words are not those of its best mention"
        if sorted({mentions[key]["document"] for key in claim["mentions"]}) != sorted(
            claim["documents"]
        ):
            yield f"claim {claim['id']}: its documents are not those of its mentions"
    for copy in dossier["copies"]:
        for passage in copy["passages"]:
            sides = [_plain(_cut(texts[copy[side]], [passage[side]])) for side in ("left", "right")]
            if sides[0] != sides[1]:
                yield f"copy {copy['left']} {copy['right']}: a passage differs on its two sides"
    by_digest = {d["digest"]: d["text"] for d in dossier["documents"]}
    for judgement in dossier["judgements"]:
        for anchor in judgement["about"]:
            text = by_digest.get(anchor["digest"] or "")
            if text and anchor["span"] and anchor["quote"]:
                if _cut(text, [anchor["span"]]) != " ".join(anchor["quote"].split()):
                    yield f"judgement {judgement['id']}: its place does not hold its words"


def _plain(words: str) -> list[str]:
    return re.findall(r"\w+", words.casefold())


def _check_chains(dossier: Json) -> Iterator[str]:
    """Hops rest on attributions of their source; origins are the ends of their mentions' chains."""
    cited = {key: s["id"] for s in dossier["sources"] for key in s["attributions"]}
    ends: dict[str, str] = {}
    for chain in dossier["chains"]:
        for hop in chain["hops"]:
            if hop["attribution"] and cited.get(hop["attribution"]) != hop["source"]:
                yield f"chain of {chain['mention']}: a hop's attribution names another source"
        if chain["hops"]:
            ends[chain["mention"]] = chain["hops"][-1]["source"]
    claims = _by_id(dossier["claims"])
    for origin in dossier["origins"]:
        members = set(claims[origin["claim"]]["mentions"])
        for mention in origin["mentions"]:
            if ends.get(mention) != origin["source"] or mention not in members:
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
        if tie["kind"] == "different" and one != two:
            beside[one].add(two)
            beside[two].add(one)
    return beside


def _colourable(beside: Mapping[int, set[int]], order: list[int], colours: int) -> bool:
    """Tell whether so many colours suffice: each node takes an old colour or the next new one."""
    given: dict[int, int] = {}

    def place(at: int, used: int) -> bool:
        if at == len(order):
            return True
        taken = {given[other] for other in beside[order[at]] if other in given}
        for colour in range(min(used + 1, colours)):
            if colour not in taken:
                given[order[at]] = colour
                if place(at + 1, max(used, colour + 1)):
                    return True
                del given[order[at]]
        return False

    return place(0, 0)


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
        nodes, ties, where = sorted(found["origins"]), found["ties"], f"claim {found['claim']}"
        if nodes != sorted(by_claim[found["claim"]]):
            yield f"{where}: its count is not over its origins"
            continue
        if sorted(tuple(sorted((t["left"], t["right"]))) for t in ties) != list(
            combinations(nodes, 2)
        ):
            yield f"{where}: there is not one tie for each pair of origins"
            continue
        groups = _merge(nodes, ties)
        if groups != sorted(sorted(group) for group in found["groups"]):
            yield f"{where}: its groups do not follow from its ties"
        if found["high"] != len(groups):
            yield f"{where}: at most {len(groups)} origins follow from its ties, not {found['high']}"
        beside = _edges(groups, ties)
        if len(groups) <= EXACT_NODES and found["low"] != (fewest := fewest_groups(beside)):
            yield f"{where}: at least {fewest} origins follow from its ties, not {found['low']}"
        if not 0 <= found["low"] <= found["high"]:
            yield f"{where}: its interval is upside down"
    if {c["claim"] for c in dossier["corroborations"]} != {c["id"] for c in dossier["claims"]}:
        yield "corroborations: not one for each claim"


def _check_assessments(dossier: Json) -> Iterator[str]:
    """Statuses follow from the rules, in their order."""
    expected = statuses(dossier)
    for assessment in dossier["assessments"]:
        claim, said = assessment["claim"], assessment["status"]
        if said != expected.pop(claim, None):
            yield f"claim {claim}: the status {said!r} does not follow from the rules"
        if not MIN_CREDIBILITY <= assessment["credibility"] <= MAX_CREDIBILITY:
            yield f"claim {claim}: credibility {assessment['credibility']} is not on the scale"
        if assessment["reliability"] not in "ABCDEF":
            yield f"claim {claim}: reliability {assessment['reliability']!r} is not on the scale"
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
        cited = any(
            o["own_voice"] is None and kinds[o["source"]] != "unattributed" for o in ends[claim]
        )
        counted = (
            "corroborated" if low > 1 else "possibly single origin" if high > 1 else "single origin"
        )
        sourced = counted if cited and high else "unsourced"
        found[claim] = "disputed" if claim in disputed else sourced
    return found
