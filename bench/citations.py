"""Outlet citations held against the cited articles: python bench/citations.py FOLDER.

FOLDER holds docs_dev.jsonl (`id`, `outlet`, `date`, `text`) and dev.jsonl (`citing_doc`, `best`,
`candidates`, `label`). The cited article is found if, of the outlet's articles of those days, it is
the one that shares most text with the article that cites it.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path

from headwater.model.document import Document, Stated
from headwater.trace.copies import find_copies
from headwater.trace.settings import TraceSettings


def main(folder: Path) -> None:
    """Print the share of linked rows whose cited article is found."""
    documents = []
    for line in (folder / "docs_dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        outlet = Stated(value=row["outlet"], given_by="field")
        documents.append(
            Document(
                id=row["id"],
                name=row["id"],
                digest=row["id"],
                format="jsonl",
                text=row["text"],
                outlet=outlet,
            )
        )
    shared: dict[str, dict[str, int]] = defaultdict(dict)
    for copy in find_copies(documents, TraceSettings()):
        size = sum(passage.left.end - passage.left.start for passage in copy.passages)
        shared[copy.left][copy.right] = shared[copy.right][copy.left] = size
    found = linked = 0
    for line in (folder / "dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["label"] != "linked":
            continue
        near = shared[row["citing_doc"]]
        choice = [(near[key], key) for key in row["candidates"] if key in near]
        found += bool(choice) and max(choice)[1] == row["best"]
        linked += 1
    print(f"cited article found: {found} of {linked} linked rows ({found / linked:.3f})")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
