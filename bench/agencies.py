"""How often the agency of a wire story is named right: python bench/agencies.py FOLDER.

FOLDER holds docs.jsonl (`id`, `publisher`, `title`, `paras`, and `origin` for those whose page
names its agency; null where no marker was seen).
"""

import json
import sys
from collections import Counter
from pathlib import Path

from headwater.ingest.masthead.agencies import known_agency
from headwater.ingest.masthead.reading import read_masthead


def judge(label: str | None, found: str | None) -> str:
    """What became of the agency."""
    expected = known_agency(label) if label else None
    if expected is None:
        return "none labelled, one found" if found else "none labelled, none found"
    if found is None:
        return "missed"
    return "found" if known_agency(found) == expected else "another found"


def main(folder: Path) -> None:
    """Print the counts, precision and recall, and what disagrees."""
    counts: Counter[str] = Counter()
    for line in (folder / "docs.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if "origin" not in row:
            continue
        fields = read_masthead("\n\n".join((row["title"], *row["paras"]))).fields
        agency = fields.get("agency")
        found = agency.value if agency is not None else None
        what = judge(row["origin"], found)
        counts[what] += 1
        if what in ("another found", "none labelled, one found"):
            print(f"  {row['id']} {row['publisher']}: labelled {row['origin']}, found {found}")
    for name, count in sorted(counts.items()):
        print(f"{count:5}  {name}")
    named = counts["found"] + counts["another found"]
    print(f"precision where labelled {counts['found'] / named:.3f} of {named}")
    strict = named + counts["none labelled, one found"]
    print(f"precision if no label means no agency {counts['found'] / strict:.3f} of {strict}")
    print(f"recall {counts['found'] / (named + counts['missed']):.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
