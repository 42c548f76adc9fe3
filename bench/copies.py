"""Copies held against hand-labelled pairs of wire stories: python bench/copies.py FOLDER.

FOLDER holds docs.jsonl (`id`, `publisher`, `title`, `scrape_time`, `paras`) and
dev_pairs_hand.jsonl (`doc_a`, `doc_b`, `label`).
"""

import json
import sys
import time
from collections import Counter
from pathlib import Path

from headwater.model.document import Document, Stated
from headwater.trace.copies import find_copies
from headwater.trace.settings import TraceSettings

ONE_STORY = {"copy", "version_of_same_wire_story"}


def read_documents(folder: Path) -> list[Document]:
    """Return the stories as documents."""
    found = []
    for line in (folder / "docs.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found.append(
            Document(
                id=row["id"],
                name=row["id"],
                digest=row["id"],
                format="jsonl",
                text="\n\n".join(row["paras"]),
                outlet=Stated(value=row["publisher"], given_by="field"),
            )
        )
    return found


def main(folder: Path) -> None:
    """Print how the kinds agree with the labels, and the time."""
    documents = read_documents(folder)
    start = time.process_time()
    copies = {(c.left, c.right): c for c in find_copies(documents, TraceSettings())}
    seconds = time.process_time() - start
    words = sum(len(document.text.split()) for document in documents)
    table: Counter[tuple[str, str]] = Counter()
    right = found = wanted = 0
    for line in (folder / "dev_pairs_hand.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        left, other = sorted((row["doc_a"], row["doc_b"]))
        copy = copies.get((left, other))
        kind = copy.kind if copy else "none"
        table[row["label"], kind] += 1
        said, true = kind in {"copy", "version"}, row["label"] in ONE_STORY
        right, found, wanted = right + (said and true), found + said, wanted + true
    print(f"copy or version: precision {right / found:.3f}, recall {right / wanted:.3f}")
    for (label, kind), count in sorted(table.items()):
        print(f"  {label:28} {kind:18} {count}")
    print(f"{len(documents)} documents, {words} words, {len(copies)} pairs, {seconds:.1f} s")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
