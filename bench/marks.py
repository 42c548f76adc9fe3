"""Scores quotations, names and sentences of the parse stage against PolNeAR attributions.

    PYTHONPATH=src python bench/marks.py PATH/train [--limit 200] [--errors]

PolNeAR marks no quotations and names, but its attributions tell some of them:
* quotations: a content that begins with a quotation mark; right if a `Quote` begins there;
  "whole" if the content also ends with a mark and the quotation ends there.
* names: a source with two or more capital words in a row; right if a `Name` covers two of them.
* people: a source of two or three capital words and nothing else (a person almost always, or a
  body); the kind given, counted.
* sentences: a content of one clause without an end mark inside; right if one sentence holds it.
"""

import re
import sys
from collections import Counter
from pathlib import Path

from headwater.model.document import Document
from headwater.model.parse import Parse
from headwater.parse import parse

CAPITALS = re.compile(r"[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+)+")
OPEN, CLOSE = '“"', '”"'


def spans(path: Path, role: str) -> list[tuple[int, int]]:
    """Return the unbroken spans of one role, sorted."""
    found = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        match = re.match(rf"T\d+\t{role} (\d+) (\d+)\t", line)
        if match:
            found.add((int(match[1]), int(match[2])))
    return sorted(found)


def score_file(
    text: str, marks: Parse, path: Path, counts: Counter[str], errors: list[str]
) -> None:
    """Add one article's counts."""
    starts = {quote.span.start: quote.span.end for quote in marks.quotes}
    for start, end in spans(path, "Content"):
        words = text[start:end]
        if words[:1] in OPEN:
            counts["quotations"] += 1
            counts["quotations found"] += start in starts
            if words[-1:] in CLOSE and not any(mark in words[1:-1] for mark in OPEN + CLOSE):
                counts["whole quotations"] += 1
                counts["whole quotations found"] += starts.get(start) == end
                if starts.get(start) != end:
                    errors.append(f"quote {path.stem}: {words[:80]!r}")
        if not re.search(r"[.!?…]['\"”’)]*\s", words.strip()):
            counts["sentences"] += 1
            fits = any(s.span.start <= start and end <= s.span.end for s in marks.sentences)
            counts["sentences whole"] += fits
            if not fits:
                errors.append(f"sentence {path.stem}: {words[:160]!r}")
    for start, end in spans(path, "Source"):
        match = CAPITALS.search(text, start, end)
        if match is None:
            continue
        counts["names"] += 1
        inside = [
            n for n in marks.names if n.span.start < match.end() and match.start() < n.span.end
        ]
        counts["names found"] += bool(inside)
        if not inside:
            errors.append(f"name {path.stem}: {text[start:end]!r}")
        if match.span() == (start, end) and len(match.group().split()) <= 3:
            kind = inside[0].kind if inside else "none"
            counts["bare sources"] += 1
            counts[f"bare sources: {kind}"] += 1
            if kind in {"other", "none", "place"}:
                errors.append(f"kind {kind}: {text[start:end]!r}")


def main() -> None:
    """Print the figures."""
    folder = Path(sys.argv[1])
    limit = int(sys.argv[sys.argv.index("--limit") + 1]) if "--limit" in sys.argv else 10**6
    counts: Counter[str] = Counter()
    errors: list[str] = []
    by_stem: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        by_stem.setdefault(path.stem.rpartition("_")[0], path)
    for source in sorted((folder / "text").glob("*.txt"))[:limit]:
        path = by_stem.get(source.stem)
        if path is not None:
            text = source.read_text(encoding="utf-8")
            document = Document(id="d", name="d", digest="0", format="text", text=text)
            score_file(text, parse(document), path, counts, errors)
    if "--errors" in sys.argv:
        sys.stdout.write("\n".join(errors) + "\n")
    for name, count in sorted(counts.items()):
        sys.stdout.write(f"{name:28} {count}\n")


if __name__ == "__main__":
    main()
