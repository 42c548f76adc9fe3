"""Are the mentions that say the same joined, and no others."""

import itertools
from collections import defaultdict
from collections.abc import Mapping

from headwater.evaluate.assignment import assign
from headwater.evaluate.gold import GoldCase
from headwater.evaluate.matching import Predicted
from headwater.evaluate.measures import Json, prf

Labels = Mapping[str, str]
Pairs = set[tuple[str, str]]


def clusters(label: Labels) -> dict[str, frozenset[str]]:
    """Return the items of each label."""
    groups: dict[str, set[str]] = defaultdict(set)
    for item, name in label.items():
        groups[name].add(item)
    return {name: frozenset(items) for name, items in groups.items()}


def b_cubed(gold: Labels, found: Labels) -> Json:
    """Score B-cubed over items that both sides label."""
    key, response = clusters(gold), clusters(found)
    shared = {item: len(key[gold[item]] & response[found[item]]) for item in gold}
    p = sum(shared[item] / len(response[found[item]]) for item in gold)
    r = sum(shared[item] / len(key[gold[item]]) for item in gold)
    return prf(p, len(gold), r, len(gold))


def muc(gold: Labels, found: Labels) -> Json:
    """Score links as MUC does."""

    def links(key: Labels, response: Labels) -> tuple[int, int]:
        parts = [
            (len(items), len({response[item] for item in items}))
            for items in clusters(key).values()
        ]
        return sum(size - pieces for size, pieces in parts), sum(size - 1 for size, _ in parts)

    hit_r, all_r = links(gold, found)
    hit_p, all_p = links(found, gold)
    return prf(hit_p, all_p, hit_r, all_r)


def claim_overlap(gold: Labels, found: Labels) -> dict[tuple[str, str], float]:
    """Return the phi4 similarity of every overlapping pair of a gold and a predicted cluster."""
    key, response = clusters(gold), clusters(found)
    return {
        (g, f): 2 * len(key[g] & response[f]) / (len(key[g]) + len(response[f]))
        for g, f in dict.fromkeys((gold[item], found[item]) for item in gold)
    }


def ceaf(gold: Labels, found: Labels) -> Json:
    """Score CEAF-e."""
    weights = claim_overlap(gold, found)
    total = sum(weights[pair] for pair in assign(weights).items())
    return prf(total, len(set(found.values())), total, len(set(gold.values())))


def pairs(label: Labels) -> Pairs:
    """Return every pair of items with the same label."""
    return {
        pair
        for items in clusters(label).values()
        for pair in itertools.combinations(sorted(items), 2)
    }


def score_clusters(case: GoldCase, matched: Mapping[str, Predicted]) -> Json:
    """Score claim clustering on matched mentions, and links over all gold mentions."""
    all_gold = {gold["id"]: gold["claim"] for gold in case.mentions}
    doc_of = {gold["id"]: gold["doc"] for gold in case.mentions}
    gold = {key: all_gold[key] for key in all_gold if key in matched}
    found = {key: matched[key].claim for key in gold}
    relations = case.gold["relations"]
    entailed = {frozenset((r["from"], r["to"])) for r in relations if r["type"] == "entails"}
    key_pairs, response = pairs(gold), pairs(found)
    neutral = {pair for pair in response if frozenset((gold[pair[0]], gold[pair[1]])) in entailed}

    def across(these: Pairs) -> Pairs:
        return {pair for pair in these if doc_of[pair[0]] != doc_of[pair[1]]}

    def link_score(key: Pairs, answer: Pairs) -> Json:
        hit = len(key & answer)
        return prf(hit, len(answer), hit, len(key))

    scores = {"B-cubed": b_cubed(gold, found), "MUC": muc(gold, found), "CEAF-e": ceaf(gold, found)}
    f1s = [part["f1"] for part in scores.values()]
    everywhere = across(pairs(all_gold))
    return {
        **scores,
        "CoNLL": {"f1": None if None in f1s else sum(f1s) / len(f1s), "n": len(gold)},
        "pairs": link_score(key_pairs, response),
        "pairs, entailed pairs not counted": link_score(key_pairs, response - neutral),
        "pairs across documents": link_score(across(key_pairs), across(response)),
        "pairs across documents, all gold": link_score(everywhere, across(response)),
    }
