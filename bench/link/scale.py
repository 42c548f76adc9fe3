"""Measure what linking costs on a stream of headlines, and how the cost grows.

    PYTHONPATH=src python bench/link/scale.py HEADLINES.jsonl 1000 3000 10000

Rows have `title`, `outlet` and `date`; past the end of the file, headlines come again with their
figures and one word changed.
"""

import json
import math
import resource
import sys
import time
from itertools import count
from pathlib import Path

from headwater.link import link
from headwater.model.document import Document, Stated
from headwater.model.mention import Mention
from headwater.model.span import Span


def make_pile(path: Path, size: int) -> tuple[list[Document], list[Mention]]:
    """Return so many headlines as documents of one mention each."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    documents, mentions = [], []
    for number in count():
        if len(documents) == size:
            return documents, mentions
        row = rows[number % len(rows)]
        title = row["title"].strip()
        if not title:
            continue
        if number >= len(rows):
            title = f"{title.replace('1', '7')} {['again', 'today', 'officially'][number % 3]}"
        name = f"d-{number:07}"
        day = Stated(value=row["date"] or "2022-01-01", given_by="bench")
        span = Span(start=0, end=len(title))
        documents.append(
            Document(id=name, name=name, digest=name, format="text", text=title, published=day)
        )
        mentions.append(
            Mention(
                id=f"m-{number:07}", document=name, spans=(span,), statement=(span,),
                text=title, sentence=span,
            )
        )  # fmt: skip
    raise AssertionError


def main(path: Path, sizes: list[int]) -> None:
    """Print CPU seconds, peak memory and the growth exponent between sizes."""
    before: tuple[int, float] | None = None
    for size in sizes:
        documents, mentions = make_pile(path, size)
        start = time.process_time()
        linked = link(documents, [], mentions, [])
        spent = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        grown = ""
        if before:
            grown = f", growth {math.log(spent / before[1]) / math.log(size / before[0]):.2f}"
        joined = sum(len(claim.mentions) > 1 for claim in linked.claims)
        print(f"{size} mentions: {spent:.1f} CPU s, {peak:.0f} MB, {joined} joined claims{grown}")
        before = size, spent


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(word) for word in sys.argv[2:]])
