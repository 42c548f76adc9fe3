"""Bounds held against known truth: python bench/synthetic.py [CLAIMS]."""

import sys
from collections import Counter

from headwater.evaluate.scribe import write
from headwater.evaluate.synthetic import make_truth
from headwater.resolve import resolve
from headwater.trace import trace


def main(claims: int) -> None:
    """Print how often the true number lies inside the bounds, and how wide they are."""
    inside, width, false_low = 0, 0, 0
    widths: Counter[int] = Counter()
    missed = []
    for seed in range(claims):
        truth = make_truth(seed)
        pile = write(truth.articles)
        sources = resolve(pile.documents, pile.attributions)
        traced = trace(pile.documents, pile.attributions, pile.mentions, sources, pile.claims)
        found = traced.corroborations[0]
        held = found.low <= truth.origins <= found.high
        inside += held
        false_low += found.low > 1 and truth.origins == 1
        widths[found.high - found.low] += 1
        width += found.high - found.low
        if not held:
            missed.append((seed, truth.origins, found.low, found.high))
    share, mean = inside / claims, width / claims
    print(f"claims {claims}: inside the bounds {share:.4f}, mean width {mean:.2f}")
    print(f"single origins called corroborated: {false_low}; widths {dict(sorted(widths.items()))}")
    for seed, true, low, high in missed:
        print(f"missed: seed {seed}, true {true}, found {low}-{high}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
