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
LONGEST_BARE = 3  # Words.
OPEN, CLOSE = '“"', '”"'


def spans(path: Path, role: str) -> list[tuple[int, int]]:
    """Return the unbroken spans of one role, sorted."""
    found = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        match = re.match(rf"T\d+\t{role} (\d+) (\d+)\t", line)
        if match:
            found.add((int(match[1]), int(match[2])))
    return sorted(found)


class Tally:
    """Counts and errors over all articles."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.errors: list[str] = []

    def add(self, text: str, marks: Parse, path: Path) -> None:
        """Add one article."""
        for start, end in spans(path, "Content"):
            self._quotation(text, marks, start, end)
            self._sentence(text, marks, start, end)
        for start, end in spans(path, "Source"):
            self._name(text, marks, start, end)

    def _quotation(self, text: str, marks: Parse, start: int, end: int) -> None:
        words = text[start:end]
        if words[:1] not in OPEN:
            return
        ends = {quote.span.start: quote.span.end for quote in marks.quotes}
        self.counts["quotations"] += 1
        self.counts["quotations found"] += start in ends
        if words[-1:] in CLOSE and not any(mark in words[1:-1] for mark in OPEN + CLOSE):
            self.counts["whole quotations"] += 1
            self.counts["whole quotations found"] += ends.get(start) == end
            if ends.get(start) != end:
                self.errors.append(f"quote: {words[:160]!r}")

    def _sentence(self, text: str, marks: Parse, start: int, end: int) -> None:
        words = text[start:end]
        if re.search(r"[.!?…]['\"”’)]*\s", words.strip()):
            return
        fits = any(s.span.start <= start and end <= s.span.end for s in marks.sentences)
        self.counts["sentences"] += 1
        self.counts["sentences whole"] += fits
        if not fits:
            self.errors.append(f"sentence: {words[:160]!r}")

    def _name(self, text: str, marks: Parse, start: int, end: int) -> None:
        match = CAPITALS.search(text, start, end)
        if match is None:
            return
        first, after = match.span()
        inside = [n for n in marks.names if n.span.start < after and first < n.span.end]
        self.counts["names"] += 1
        self.counts["names found"] += bool(inside)
        if match.span() == (start, end) and len(match.group().split()) <= LONGEST_BARE:
            kind = inside[0].kind if inside else "none"
            self.counts["bare sources"] += 1
            self.counts[f"bare sources: {kind}"] += 1
        if not inside or inside[0].kind == "other":
            self.errors.append(f"name: {text[start:end]!r}")


def main() -> None:
    """Print the figures."""
    folder = Path(sys.argv[1])
    limit = int(sys.argv[sys.argv.index("--limit") + 1]) if "--limit" in sys.argv else 10**6
    tally = Tally()
    by_stem: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        by_stem.setdefault(path.stem.rpartition("_")[0], path)
    for source in sorted((folder / "text").glob("*.txt"))[:limit]:
        marked = by_stem.get(source.stem)
        if marked is not None:
            text = source.read_text(encoding="utf-8")
            document = Document(id="d", name="d", digest="0", format="text", text=text)
            tally.add(text, parse(document), marked)
    if "--errors" in sys.argv:
        sys.stdout.write("\n".join(tally.errors) + "\n")
    for name, count in sorted(tally.counts.items()):
        sys.stdout.write(f"{name:28} {count}\n")


if __name__ == "__main__":
    main()
