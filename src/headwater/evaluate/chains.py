"""Is the chain of sources right: from the first cited to the origin."""

from collections.abc import Mapping, Sequence

from headwater.evaluate.gold import OUTLET, Doc, GoldCase
from headwater.evaluate.matching import Predicted
from headwater.evaluate.measures import Json, prf, rate


def inner(case: GoldCase, doc: Doc, chain: Sequence[str]) -> tuple[list[str], bool]:
    """Return a predicted chain without publisher and wire, and whether that prefix was whole."""
    rest, complete = list(chain), True
    if rest and _is_publisher(case, doc, rest[0]):
        rest.pop(0)
    else:
        complete = False
    for wire in doc.prefix[1:]:
        if rest and case.is_source(rest[0], wire):
            rest.pop(0)
        else:
            complete = False
    return rest, complete


def _is_publisher(case: GoldCase, doc: Doc, name: str) -> bool:
    """Tell whether a name stands for the publisher of the document."""
    if name in (OUTLET, f"{OUTLET}:{doc.id}") or name in doc.names:
        return True
    return case.is_source(name, doc.prefix[0])


def gold_chains(case: GoldCase, gold: Json) -> list[list[str]]:
    """Return every acceptable gold chain, without the prefix."""
    depth = len(case.docs[gold["doc"]].prefix)
    chains = [gold["chain"], *gold.get("alt_chains", []), *gold.get("co_chains", [])]
    return [chain[depth:] for chain in chains]


def same_link(case: GoldCase, names: Sequence[str], chain: Sequence[str], at: int) -> bool:
    """Tell whether the links at a place agree; an empty chain is the outlet's own voice."""
    if not names or not chain:
        return not names and not chain
    return case.is_source(names[at], chain[at])


def same_chain(case: GoldCase, names: Sequence[str], chain: Sequence[str]) -> bool:
    """Tell whether all links agree."""
    return len(names) == len(chain) and all(map(case.is_source, names, chain))


def likeness(case: GoldCase, names: Sequence[str], chain: Sequence[str]) -> float:
    """Return the longest common subsequence over the longer length; own voice is one link."""
    if not names or not chain:
        return float(not names and not chain)
    table = [[0] * (len(chain) + 1) for _ in range(len(names) + 1)]
    for i, name in enumerate(names):
        for j, source in enumerate(chain):
            table[i + 1][j + 1] = (
                table[i][j] + 1
                if case.is_source(name, source)
                else max(table[i][j + 1], table[i + 1][j])
            )
    return table[-1][-1] / max(len(names), len(chain))


def score_attribution(case: GoldCase, matched: Mapping[str, Predicted], predicted: int) -> Json:
    """Score immediate source, origin and whole chain on matched mentions."""
    first, last, whole, strict = [], [], [], []
    soft: list[float] = []
    required = [gold for gold in case.mentions if not gold.get("optional")]
    for gold in required:
        mention = matched.get(gold["id"])
        if mention is None:
            continue
        names, complete = inner(case, mention.doc, mention.chain)
        chains = gold_chains(case, gold)
        first.append(any(same_link(case, names, chain, 0) for chain in chains))
        last.append(any(same_link(case, names, chain, -1) for chain in chains))
        exact = any(same_chain(case, names, chain) for chain in chains)
        whole.append(exact)
        strict.append(exact and complete)
        soft.append(max(likeness(case, names, chain) for chain in chains))
    return {
        "immediate source": rate(first),
        "origin": rate(last),
        "full chain": rate(whole),
        "full chain with publisher and wire": rate(strict),
        "chain similarity": {"acc": sum(soft) / len(soft) if soft else None, "n": len(soft)},
        "mention found and chain right": prf(sum(whole), predicted, sum(whole), len(required)),
    }
