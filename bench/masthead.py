"""How often titles and agencies are read right on PolNeAR, whose metadata names both.

    python bench/masthead.py FOLDER

FOLDER holds `metadata.tsv` and, for each part, `text/`.
"""

import csv
import re
import sys
from collections import Counter
from pathlib import Path

from headwater.ingest.masthead.agencies import known_agency
from headwater.ingest.masthead.reading import read_masthead


def fold(words: str) -> str:
    """Letters and digits only."""
    return re.sub(r"\W+", " ", words).strip().lower()


def judge_title(first: str, title: str, found: str | None) -> str:
    """What became of the title: the corpus joins title and subtitle, texts part them."""
    head = fold(first)
    whole = fold(title)
    if head.startswith(whole[:40]):
        return "title: found" if found and fold(found) == head else "title: missed"
    if whole.startswith(head):
        return "title of two lines: first found" if found else "title of two lines: missed"
    return "no title in the text: one found" if found else "no title in the text"


def judge_agency(label: str, found: str | None) -> str:
    """What became of the agency."""
    expected = known_agency(label)
    if expected is None:
        return "agency: none labelled, one found" if found else "agency: none"
    if found is None:
        return f"agency {expected}: missed"
    return f"agency {expected}: {'found' if found == expected else 'another found'}"


def main() -> None:
    """Print the counts."""
    folder = Path(sys.argv[1])
    counts: Counter[str] = Counter()
    with (folder / "metadata.tsv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t"):
            path = folder / row["compartment"] / "text" / f"{row['filename']}.txt"
            if not path.exists():
                continue
            text = path.read_bytes().decode("utf-8")
            fields = read_masthead(text).fields
            title, agency = fields.get("title"), fields.get("agency")
            first = text.partition("\n")[0]
            counts[judge_title(first, row["title"], title.value if title else None)] += 1
            counts[judge_agency(row["wire"], agency.value if agency else None)] += 1
    for name, count in sorted(counts.items()):
        print(f"{count:5}  {name}")


if __name__ == "__main__":
    main()
