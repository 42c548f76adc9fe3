r"""Scores attribution (source, cue, content) against hand-marked articles.

Tokens are the matches of `\w+|[^\w\s]`; a token belongs to a span if they overlap. All figures
are micro-averaged over the documents:

tokens.<role>   over tokens that some attribution gives the role
spans.<role>    over unbroken runs of such tokens, identical at both ends
content_match   a prediction matches when the Jaccard index of the content tokens is at least 0.5;
                pairs are taken greedily, best first, one to one
content_exact   only pairs with identical content tokens
content_words   only pairs with identical content words, so that marks at the edges do not matter
source          among content-matched pairs, how often the source is right: `overlap` shares a
                token that is no stop word (any word if the gold source has only stop words), or
                both are empty; `exact` has the same tokens
triple          content matches and source overlaps: the headline figure
triple_strict   identical content words and identical source tokens

Gold attributions without content count for the token figures only. Predictions without content
count as false positives.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from headwater.errors import InputError
from headwater.evaluate.brat import ROLES, GoldArticle, Marked, Pair, Text, Tokens
from headwater.evaluate.kinds import (
    SOURCE_KINDS,
    STOP_WORDS,
    STYLES,
    quoted_tokens,
    source_kind_of,
    style_of,
)
from headwater.evaluate.measures import Json, jaccard

MATCH: Final = 0.5  # Jaccard of content tokens; as the published figures on PolNeAR count

Counts = dict[str, int]


def match_contents(gold: Sequence[Marked], pred: Sequence[Marked]) -> list[tuple[int, int, float]]:
    """Pair gold and predicted attributions by content, best first, one to one."""
    candidates: list[tuple[float, list[int], list[int], int, int]] = []
    for g, p in itertools.product(range(len(gold)), range(len(pred))):
        similarity = jaccard(gold[g].content, pred[p].content)
        if similarity >= MATCH:
            # Ties go by cue overlap, then by place in the text, never by file order.
            tie = [-len(gold[g].cue & pred[p].cue), *sorted(gold[g].cue | gold[g].content)[:1]]
            place = sorted(pred[p].content) + sorted(pred[p].cue) + sorted(pred[p].source)
            candidates.append((-similarity, tie, place, g, p))
    pairs: list[tuple[int, int, float]] = []
    used_gold: set[int] = set()
    used_pred: set[int] = set()
    for negative, _, _, g, p in sorted(candidates):
        if g not in used_gold and p not in used_pred:
            used_gold.add(g)
            used_pred.add(p)
            pairs.append((g, p, -negative))
    return pairs


def outermost(attributions: Sequence[Marked]) -> tuple[Marked, ...]:
    """Drop the attributions that lie wholly inside the content of another one."""

    def extent(attribution: Marked) -> Tokens:
        return attribution.source | attribution.cue | attribution.content

    def lies_inside(inner: Marked) -> bool:
        return any(
            extent(inner) <= outer.content and extent(inner) < extent(outer)
            for outer in attributions
        )

    return tuple(a for a in attributions if not lies_inside(a))


def runs_of(attributions: Iterable[Marked], role: str) -> set[Pair]:
    """Return the unbroken token runs, first and last token, that have the role."""
    runs: set[Pair] = set()
    for attribution in attributions:
        tokens = sorted(attribution.of(role))
        for _, run in itertools.groupby(enumerate(tokens), key=lambda pair: pair[1] - pair[0]):
            found = [token for _, token in run]
            runs.add((found[0], found[-1]))
    return runs


def source_is_right(gold: Tokens, pred: Tokens, text: Text) -> bool:
    """Tell whether the sources share a token that matters, or are both empty."""
    if not gold or not pred:
        return not gold and not pred
    words = text.words(gold)
    core = {t for t in words if text.word(t) not in STOP_WORDS} or words or gold
    return not pred.isdisjoint(core)


def count_tokens(gold: Sequence[Marked], pred: Sequence[Marked]) -> Counts:
    """Count tokens and runs of each role."""
    counts: Counts = {}
    for role in ROLES:
        gold_tokens: Tokens = frozenset().union(*(a.of(role) for a in gold))
        pred_tokens: Tokens = frozenset().union(*(a.of(role) for a in pred))
        counts[f"tokens.{role}.hit"] = len(gold_tokens & pred_tokens)
        counts[f"tokens.{role}.gold"] = len(gold_tokens)
        counts[f"tokens.{role}.pred"] = len(pred_tokens)
        gold_runs, pred_runs = runs_of(gold, role), runs_of(pred, role)
        counts[f"spans.{role}.hit"] = len(gold_runs & pred_runs)
        counts[f"spans.{role}.gold"] = len(gold_runs)
        counts[f"spans.{role}.pred"] = len(pred_runs)
    return counts


def count_document(gold: Sequence[Marked], pred: Sequence[Marked], text: Text) -> Counts:
    """Return the additive counts from which every figure is computed."""
    counts: Counts = defaultdict(int, count_tokens(gold, pred))
    matchable = [a for a in gold if a.content]
    quoted = quoted_tokens(text)
    counts["documents"] = 1
    counts["gold"] = len(matchable)
    counts["gold_without_content"] = len(gold) - len(matchable)
    counts["pred"] = len(pred)
    kinds = [
        (f"style.{style_of(a, text, quoted)}", f"source_kind.{source_kind_of(a, text)}")
        for a in matchable
    ]
    for key in itertools.chain.from_iterable(kinds):
        counts[f"{key}.gold"] += 1
    for g, p, similarity in match_contents(matchable, pred):
        wanted, got = matchable[g], pred[p]
        same_words = text.words(wanted.content) == text.words(got.content)
        source_right = source_is_right(wanted.source, got.source, text)
        counts["match"] += 1
        counts["exact"] += similarity == 1.0
        counts["exact_words"] += same_words
        counts["source_overlap"] += source_right
        counts["source_exact"] += wanted.source == got.source
        counts["strict"] += same_words and wanted.source == got.source
        for key in kinds[g]:
            counts[f"{key}.match"] += 1
            counts[f"{key}.triple"] += source_right
    return counts


def add_up(parts: Iterable[Counts]) -> Counts:
    """Return the sums of all counts."""
    total: Counts = defaultdict(int)
    for part in parts:
        for key, value in part.items():
            total[key] += value
    return total


def score(
    gold: Mapping[str, GoldArticle],
    predictions: Mapping[str, Sequence[Marked]],
    annotator: str | None = None,
) -> list[Counts]:
    """Return one set of counts a document, in the order of the stems.

    Args:
        gold: Articles by stem.
        predictions: Attributions by stem; a stem that is missing has none.
        annotator: Whose marks to take; documents this person did not mark are left out.

    Raises:
        InputError: If nothing is left to score.
    """
    parts: list[Counts] = []
    for stem, article in sorted(gold.items()):
        wanted = article.by(annotator)
        if wanted is not None:
            parts.append(count_document(wanted, predictions.get(stem, ()), article.text))
    if not parts:
        raise InputError(f"annotator {annotator!r} marked none of the documents")
    return parts


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _prf(hit: int, pred: int, gold: int) -> dict[str, float]:
    return {
        "precision": _ratio(hit, pred),
        "recall": _ratio(hit, gold),
        "f1": _ratio(2 * hit, pred + gold),
    }


def summarise(counts: Counts) -> Json:
    """Return every figure of a set of counts."""
    c = defaultdict(int, counts)
    gold, pred = c["gold"], c["pred"]
    units = {
        unit: {
            role: _prf(*(c[f"{unit}.{role}.{what}"] for what in ("hit", "pred", "gold")))
            for role in ROLES
        }
        for unit in ("tokens", "spans")
    }
    return {
        "documents": c["documents"],
        "gold_attributions": gold,
        "gold_without_content": c["gold_without_content"],
        "predicted_attributions": pred,
        **units,
        "content_match": _prf(c["match"], pred, gold),
        "content_exact": _prf(c["exact"], pred, gold),
        "content_words": _prf(c["exact_words"], pred, gold),
        "source": {
            "pairs": c["match"],
            "overlap": _ratio(c["source_overlap"], c["match"]),
            "exact": _ratio(c["source_exact"], c["match"]),
        },
        "triple": _prf(c["source_overlap"], pred, gold),
        "triple_strict": _prf(c["strict"], pred, gold),
        "recall_by": {
            group: {name: _recall(c, f"{group}.{name}") for name in members}
            for group, members in (("style", STYLES), ("source_kind", SOURCE_KINDS))
        },
    }


def _recall(c: Counts, key: str) -> Json:
    """Return the recall of one kind of attribution."""
    gold = c[f"{key}.gold"]
    return {
        "gold": gold,
        "content_match": _ratio(c[f"{key}.match"], gold),
        "triple": _ratio(c[f"{key}.triple"], gold),
    }


def show(report: Mapping[str, Any]) -> str:
    """Return the figures as a plain table, in percent."""
    lines = [
        f"documents {report['documents']}   gold attributions {report['gold_attributions']}"
        f" (+{report['gold_without_content']} without content)"
        f"   predicted {report['predicted_attributions']}",
        f"{'':18}{'P':>8}{'R':>8}{'F1':>8}",
    ]
    rows = [(f"{u}.{role}", report[u][role]) for u in ("tokens", "spans") for role in ROLES]
    names = ("content_match", "content_exact", "content_words", "triple", "triple_strict")
    rows += [(name, report[name]) for name in names]
    for name, row in rows:
        figures = "".join(f"{100 * row[k]:8.1f}" for k in ("precision", "recall", "f1"))
        lines.append(f"{name:18}{figures}")
    source = report["source"]
    lines.append(
        f"source, given content: overlap {100 * source['overlap']:.1f}"
        f"   exact {100 * source['exact']:.1f}   ({source['pairs']} pairs)"
    )
    lines += [
        f"recall, {group} {name}: content {100 * row['content_match']:.1f}"
        f"   triple {100 * row['triple']:.1f}   ({row['gold']} gold)"
        for group, members in report["recall_by"].items()
        for name, row in members.items()
    ]
    return "\n".join(lines)
