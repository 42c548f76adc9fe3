"""Are the claims that conflict set against each other."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Final

from headwater.evaluate.gold import GoldCase
from headwater.evaluate.measures import Json, prf

CONFLICT: Final = ("contradicts", "denies")
Key = Callable[[str, str, str], Hashable]


def typed(kind: str, a: str, b: str) -> Hashable:
    """Return a key that keeps the kind and, for denials, the direction."""
    return (kind, a, b) if kind == "denies" else (kind, frozenset((a, b)))


def untyped(_kind: str, a: str, b: str) -> Hashable:
    """Return a key that keeps only which two claims conflict."""
    return frozenset((a, b))


def score_relations(case: GoldCase, prediction: Json, aligned: Mapping[str, str]) -> Json:
    """Score conflicts as unordered pairs, then with type and direction.

    Args:
        case: The gold case.
        prediction: In the interchange format.
        aligned: Predicted claim of each gold claim.
    """
    back = {answer: gold for gold, answer in aligned.items()}
    offered = [
        (r["type"], back.get(str(r["from"])), back.get(str(r["to"])))
        for r in prediction.get("relations") or []
        if r["type"] in CONFLICT
    ]
    return {
        "conflicts": _measure(case, offered, untyped),
        "conflicts with type and direction": _measure(case, offered, typed),
    }


def _near(relations: Iterable[Json]) -> dict[str, set[str]]:
    """Return each claim with those one entailment away."""
    near: dict[str, set[str]] = defaultdict(set)
    for relation in relations:
        a, b = relation["from"], relation["to"]
        near[a].add(a)
        near[b].add(b)
        if relation["type"] == "entails":
            near[a].add(b)
            near[b].add(a)
    return near


def _measure(
    case: GoldCase, offered: Iterable[tuple[str, str | None, str | None]], key: Key
) -> Json:
    """Score offered conflicts under one key; a conflict one entailment away is ignored."""
    relations = case.gold["relations"]
    near = _near(relations)
    conflicts = [r for r in relations if r["type"] in CONFLICT]
    strong = {key(r["type"], r["from"], r["to"]) for r in conflicts if not r.get("weak")}
    weak = {key(r["type"], r["from"], r["to"]) for r in conflicts if r.get("weak")}
    around = {
        key(r["type"], a, b) for r in conflicts for a in near[r["from"]] for b in near[r["to"]]
    }
    hits: set[Hashable] = set()
    misses = ignored = 0
    for kind, a, b in offered:
        answer = key(kind, a, b) if a and b else None
        if answer in strong or answer in weak:
            hits.add(answer)
        elif answer in around:
            ignored += 1
        else:
            misses += 1
    figures = prf(len(hits), len(hits) + misses, len(hits & strong), len(strong))
    return {**figures, "ignored": ignored}
