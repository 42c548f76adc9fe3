"""Which of our own labelled conflicts the whole pipeline finds between claims.

    PYTHONPATH=src:. python bench/link/relations.py DATA 40 [0|1]

DATA holds `linking/clusters_allsides` and `linking/basil`; the labels are
`training/link/own_pairs.tsv`, closed over what they call the same. Runs so many clusters with a
labelled conflict from raw text, only those of
even or odd rank where 0 or 1 is given. A relation between claims is right if any two of their
mentions are labelled as a conflict; what no label names counts as unlisted, not as wrong: of a
cluster not every pair was labelled, so read those (`SHOW=1` prints them).
"""

import os
import sys
from collections import Counter
from itertools import product
from pathlib import Path
from typing import Any

from training.link.own import read_own
from training.link.pairs import read_rows
from training.link.pool import documents_of

from headwater.config import Settings
from headwater.engine.local import Input, analyse
from headwater.engine.marking import Forgetful
from headwater.model.dossier import Dossier

CONFLICTS = ("contradicts", "denies", "updates")
Side = tuple[str, int, int]  # article and place of a statement
Pair = tuple[Side, Side, str]
Link = frozenset[Side]


def labelled(data: Path) -> dict[str, list[Pair]]:
    """Return the pairs of each cluster: article and place of either side, and the label."""
    found: dict[str, list[Pair]] = {}
    for row in read_own(data):
        sides = [(row[f"doc_{side}"], *row[f"place_{side}"]) for side in "ab"]
        found.setdefault(row["cluster"], []).append((sides[0], sides[1], row["label"]))
    return found


def claims_of(dossier: Dossier) -> dict[Side, str]:
    """Return the claim of each mention, by article and place."""
    names = {document.id: document.name for document in dossier.documents}
    home = {mention: claim.id for claim in dossier.claims for mention in claim.mentions}
    return {
        (names[m.document], m.spans[0].start, m.spans[-1].end): home[m.id]
        for m in dossier.mentions
        if m.id in home
    }


def close(pairs: list[Pair]) -> tuple[dict[Side, Side], dict[Link, set[str]]]:
    """Return the set of each mention, by its first one, and the labels between sets."""
    home: dict[Side, Side] = {}

    def first(side: Side) -> Side:
        while home.setdefault(side, side) != side:
            side = home[side]
        return side

    for left, right, label in pairs:
        one, two = first(left), first(right)
        if label == "same":
            home[max(one, two)] = min(one, two)
    found: dict[Link, set[str]] = {}
    for left, right, label in pairs:
        if label in CONFLICTS and first(left) != first(right):
            found.setdefault(frozenset({first(left), first(right)}), set()).add(label)
    return {side: first(side) for side in sorted(home)}, found


def score(dossier: Dossier, pairs: list[Pair], counts: Counter[tuple[str, ...]]) -> None:
    """Count what is said, right, of the right kind, and found."""
    home, wanted = close(pairs)
    members: dict[str, set[Side]] = {}
    for place, claim in claims_of(dossier).items():
        members.setdefault(claim, set()).add(home.get(place, place))
    words = {claim.id: claim.text for claim in dossier.claims}
    firm, any_found = set(), set()
    for one in (r for r in dossier.relations if r.kind in CONFLICTS):
        how = "possible" if one.weak else "firm"
        links = map(frozenset, product(members[one.from_claim], members[one.to_claim]))
        hits = [link for link in links if link in wanted]
        counts[how, one.kind, "said"] += 1
        counts[how, one.kind, "right"] += bool(hits)
        counts[how, one.kind, "kind"] += any(one.kind in wanted[link] for link in hits)
        any_found |= set(hits)
        firm |= set() if one.weak else set(hits)
        if not hits and os.environ.get("SHOW"):
            print(f"{how} {one.kind}: {words[one.from_claim]!r} -> {words[one.to_claim]!r}")
    for link, labels in wanted.items():
        for label in labels:
            counts["labelled", label, "all"] += 1
            counts["labelled", label, "firm"] += link in firm
            counts["labelled", label, "any"] += link in any_found


def read_events(data: Path) -> dict[str, dict[str, Any]]:
    """Return the events by id; articles that come as sentences have each as a paragraph."""
    found = {
        event["id"]: event
        for name in ("clusters_allsides", "basil")
        for part in ("train", "dev")
        for event in read_rows(data / f"linking/{name}/{part}.jsonl")
    }
    for event in found.values():
        for article in event["articles"]:
            article.setdefault("text", "\n\n".join(article.get("sentences", ())))
    return found


def main(data: Path, most: int, half: int | None) -> None:
    """Print what is said, right and of the right kind, then what of the labelled is found."""
    events = read_events(data)
    pairs = labelled(data)
    told = [c for c in sorted(pairs) if any(label in CONFLICTS for *_, label in pairs[c])]
    counts: Counter[tuple[str, ...]] = Counter()
    for cluster in (told if half is None else told[half::2])[:most]:
        given = Input(documents=documents_of(events[cluster]))
        score(analyse(given, Settings(), cache=Forgetful()), pairs[cluster], counts)
    for how in ("firm", "possible"):
        for kind in CONFLICTS:
            said, right, same = (counts[how, kind, name] for name in ("said", "right", "kind"))
            print(f"{how} {kind}: {said} said, {right} listed, {same} of this kind")
    for kind in CONFLICTS:
        total, firm, found = (counts["labelled", kind, name] for name in ("all", "firm", "any"))
        print(f"labelled {kind}: {total}, found {firm} firm, {found} in all")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if sys.argv[3:] else None)
