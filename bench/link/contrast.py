"""Score the contrast set: changed statements called same, paraphrases found.

PYTHONPATH=src python bench/link/contrast.py bench/contrast/contrast.jsonl
"""

import json
import sys
from collections import defaultdict
from pathlib import Path

from headwater.link import compare_statements


def main(path: Path) -> None:
    """Print the share called same, by label and kind."""
    called: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        same = compare_statements(row["a"], row["b"]).label == "same"
        called[row["label"], row["kind"]].append(same)
        called[row["label"], "all"].append(same)
    for (label, kind), flags in sorted(called.items()):
        share = f"{sum(flags):5} of {len(flags):5} called same, {sum(flags) / len(flags):.3f}"
        print(f"{label:8} {kind:12} {share}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
