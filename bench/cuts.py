"""Statements drawn by lot, with the sentences they were cut from, for reading.

    PYTHONPATH=src python bench/cuts.py DATA 115 as-1709 as-2490 as-2263 as-2566 as-1821 as-0657

DATA holds `linking/clusters_allsides`. Draws so many sentences of the named clusters, by the digest
of their place, and prints each with what was cut from it: words, reading, whose they are, kind,
modality and polarity. Better cuts do not change the lot: two states show the same sentences.
"""

import hashlib
import json
import sys
from collections import defaultdict
from pathlib import Path

from headwater.config import Settings
from headwater.engine.marking import Forgetful, Marked, Marker, mark_all
from headwater.engine.progress import Silent
from headwater.ingest import ingest
from headwater.ingest.raw import RawFile
from headwater.model.mention import Mention

FIELDS = ("id", "title", "outlet", "date", "text")
Row = tuple[str, str, list[str]]  # the digest of a sentence's place, its words, its statements


def read_cluster(data: Path, name: str) -> tuple[Marked, ...]:
    """Return the articles of a cluster with their statements."""
    for part in ("train", "dev"):
        path = data / f"linking/clusters_allsides/{part}.jsonl"
        for line in path.read_text(encoding="utf-8").splitlines():
            event = json.loads(line)
            if event["id"] == name:
                rows = ({key: a[key] for key in FIELDS} for a in event["articles"])
                raw = "".join(json.dumps(row) + "\n" for row in rows).encode()
                given = ingest([RawFile(name="articles.jsonl", data=raw)]).documents
                marked, _ = mark_all(given, Marker(Settings(), Forgetful(), ()), Silent())
                return tuple(marked)
    raise SystemExit(f"no cluster is called {name}")


def show(mention: Mention, names: dict[str, str]) -> str:
    """Return a statement in a line."""
    chain = " > ".join(names[one] for one in mention.chain)
    marks = f"{mention.kind} {mention.modality} {mention.polarity}"
    reading = f" | reads: {mention.reading}" if mention.reading else ""
    fragment = " fragment" if mention.fragment else ""
    return f"{mention.text}{reading} | {chain} | {marks}{fragment}"


def rows_of(name: str, one: Marked) -> list[Row]:
    """Return the sentences of an article, but not those that were set aside."""
    said: dict[int, list[str]] = defaultdict(list)
    names = {attribution.id: attribution.name for attribution in one.attributions}
    for mention in one.mentions:
        said[mention.sentence.start].append(show(mention, names))
    rows = []
    for sentence in one.parse.sentences:
        span = sentence.span
        if not any(aside.span.overlaps(span) for aside in one.document.asides):
            place = f"cuts {name} {one.document.name} {span.start}"
            digest = hashlib.sha256(place.encode()).hexdigest()
            rows.append((digest, " ".join(span.cut(one.document.text).split()), said[span.start]))
    return rows


def main(data: Path, most: int, clusters: list[str]) -> None:
    """Print the lot."""
    rows = [
        row for name in clusters for one in read_cluster(data, name) for row in rows_of(name, one)
    ]
    number = 0
    for _, sentence, said in sorted(rows)[:most]:
        print(f"\n{sentence}")
        for line in said:
            number += 1
            print(f"   {number}. {line}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
