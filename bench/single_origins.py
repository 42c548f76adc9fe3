"""How often a claim of one origin is called corroborated: python bench/single_origins.py CASE...

Each CASE is a folder with docs/, docs.json and gold.json. The pipeline reads the texts; a gold
claim counts if one of ours was aligned with it. A gold claim whose independent origins are at most
one is called corroborated where ours has at least two.
"""

import sys
from pathlib import Path

from headwater.config import Settings
from headwater.evaluate.claims import align_claims, interval
from headwater.evaluate.gold import load_case
from headwater.evaluate.matching import match_mentions, read_mentions
from headwater.evaluate.pipeline import run_case
from headwater.report.interchange import to_interchange


def main(folders: list[Path]) -> None:
    """Print the counts of each case and of all."""
    wrong = single = aligned = total = 0
    for folder in folders:
        case = load_case(folder)
        prediction = to_interchange(run_case(folder, Settings(), sidecar=True))
        given = {claim["id"]: claim for claim in prediction["claims"]}
        matched = match_mentions(case, read_mentions(case, prediction))
        ours = align_claims(case, matched)
        gold = {claim["id"]: claim for claim in case.gold["claims"]}
        ones = [name for name in ours if gold[name]["origins"]["independent"]["upper"] == 1]
        bounds = {n: interval(given[ours[n]].get("independent_origins")) for n in ones}
        called = sorted(name for name, found in bounds.items() if found and found[0] > 1)
        counts = f"gold claims {len(gold)}, aligned {len(ours)}, of one origin {len(ones)}"
        print(f"{folder.name}: {counts}, called corroborated {len(called)} {' '.join(called)}")
        wrong, single = wrong + len(called), single + len(ones)
        aligned, total = aligned + len(ours), total + len(gold)
    shares = ", ".join(
        f"{100 * wrong / max(1, of):.1f} % of {of} {what}"
        for of, what in ((total, "gold claims"), (aligned, "aligned"), (single, "of one origin"))
    )
    print(f"single origins called corroborated: {wrong}; {shares}")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
