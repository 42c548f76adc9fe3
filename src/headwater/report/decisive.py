"""Which comparisons a dossier keeps: those that decided something, or nearly did."""

from typing import Final

from headwater.model.claim import Comparison
from headwater.model.dossier import Dossier

# Groups are joined from a mean probability of 0.25 (`link.join`); a pair this near to it may be
# asked about, or settled by a person. Of five articles on one matter it keeps 3 in 10 of them.
NEAR: Final = 0.2
Pair = tuple[str, str]


def find_decisive(draft: Dossier) -> tuple[Comparison, ...]:
    """Return the comparisons that decided something, by ids.

    Kept are those within a claim (why it is one), those nearly joined (why it is two), and for
    each relation between two claims the surest that found it. The others found nothing; there
    are many times more of them, and a run makes them again.
    """
    home = {key: claim.id for claim in draft.claims for key in claim.mentions}
    related = {frozenset((r.from_claim, r.to_claim)) for r in draft.relations}
    kept: list[Comparison] = []
    surest: dict[tuple[Pair, str], Comparison] = {}
    for found in sorted(draft.comparisons, key=lambda c: (c.left, c.right, c.label)):
        left, right = home.get(found.left, ""), home.get(found.right, "")
        if left == right or found.score >= NEAR:
            kept.append(found)
        elif frozenset((left, right)) in related:
            key = ((min(left, right), max(left, right)), found.label)
            if key not in surest or found.score > surest[key].score:
                surest[key] = found
    return tuple(sorted((*kept, *surest.values()), key=lambda c: (c.left, c.right, c.label)))
