"""Two statements held against each other: what they share and where they part."""

import math
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Final

import numpy as np

from headwater.lexicon.tables import load_words
from headwater.link.alignment import (
    MAX_WEIGHT,
    SENSE_MATCH,
    Floats,
    Pair,
    Statement,
    share_of,
    vectors_of,
)
from headwater.link.days import When
from headwater.link.figures import agree, implies
from headwater.link.heads import calls, do_one_deed
from headwater.link.meaning import Meaning
from headwater.link.turned import negation_clash, opposite_rows
from headwater.link.turns import Term, Turn

TURNS: Final = (
    "hedges", "plans", "futures", "parts", "considering", "approving", "only", "all", "some", "top",
)  # fmt: skip


def _context_share(
    terms: tuple[Term, ...], best: Floats, weight: Floats, context: frozenset[str]
) -> float:
    """Return the share matched by the other statement or by the words around it."""
    found = np.array(
        [1.0 if t.concept in context or t.sense in context else 0.0 for t in terms],
        dtype=np.float32,
    )
    return share_of(np.maximum(best, found), weight) if terms else 0.0


def figures_of(left: Meaning, right: Meaning) -> dict[str, float]:
    """Return how the figures of two statements agree."""
    matched = [(f, g) for f in left.figures for g in right.figures if agree(f, g)]
    hit_left, hit_right = {f for f, _ in matched}, {g for _, g in matched}
    only_left = [f for f in left.figures if f not in hit_left and not f.passing]
    only_right = [g for g in right.figures if g not in hit_right and not g.passing]
    clash = [(f, g) for f in only_left for g in only_right if f.unit == g.unit]
    return {
        "figure_agree": float(len(matched) > 0),
        "figure_clash": float(len(clash) > 0),
        "figure_left": float(len(only_left) > 0),
        "figure_right": float(len(only_right) > 0),
        "figure_implies": float(any(implies(f, g) for f, g in clash)),
        "figure_implied": float(any(implies(g, f) for f, g in clash)),
        "figure_other": float(any(f.unit != g.unit for f in only_left for g in only_right)),
    }


def _by_kind(dates: tuple[When, ...]) -> dict[str, set[tuple[int, ...]]]:
    """Group date words by kind; a day also names its month."""
    found: dict[str, set[tuple[int, ...]]] = {}
    for when in dates:
        found.setdefault(when.kind, set()).add(when.value)
        if when.kind == "day":
            found.setdefault("month", set()).add(when.value[:1])
    return found


def dates_of(left: Meaning, right: Meaning) -> dict[str, float]:
    """Return how the dates of two statements agree."""
    a, b = _by_kind(left.dates), _by_kind(right.dates)
    both = sorted(a.keys() & b.keys())
    return {
        "date_agree": float(any(a[kind] & b[kind] for kind in both)),
        "date_clash": float(any(not a[kind] & b[kind] for kind in both)),
        "date_left": float(bool(a.keys() - b.keys())),
        "date_right": float(bool(b.keys() - a.keys())),
        "year_clash": float("year" in both and not a["year"] & b["year"]),
    }


def agents_differ(left: Meaning, right: Meaning) -> bool:
    """Tell whether acting parties are named on both sides and none is on the other."""
    titles = load_words("titles")
    a, b = left.agents - titles, right.agents - titles
    if not (a and b) or a & right.names() or b & left.names() or calls(left) or calls(right):
        return False
    return not _shortened(a, right.text) and not _shortened(b, left.text)


def _shortened(names: frozenset[str], text: str) -> bool:
    """Tell whether one of the names is made of the first letters of capitalised words of a text."""
    initials = "".join(
        word[0] for word in text.replace("-", " ").split() if word[:1].isupper()
    ).lower()
    return any(
        len(name.replace(".", "")) > 1 and name.replace(".", "") in initials for name in names
    )


def _vector_nearness(pair: Pair) -> float:
    """Return the cosine of the weighted sums of the words' vectors."""
    if not len(pair.weight_left) or not len(pair.weight_right):
        return 0.0
    left = pair.weight_left @ vectors_of(pair.left.meaning.rows)
    right = pair.weight_right @ vectors_of(pair.right.meaning.rows)
    norm = math.sqrt(float(left @ left) * float(right @ right))
    return float(left @ right) / norm if norm else 0.0


def is_swapped(pair: Pair) -> bool:
    """Tell whether who acts on the one side is acted on on the other, by one and the same deed."""
    left, right = pair.left.meaning, pair.right.meaning
    acting = (
        left.agents & right.patients
        and right.agents & left.patients
        and not left.agents & right.agents
        and do_one_deed(pair)
    )
    moving = (left.sources & right.goals and not left.sources & right.sources) or (
        right.sources & left.goals and not left.sources & right.sources
    )
    return bool(acting or moving)


@lru_cache(maxsize=32768)
def _kinds(turns: tuple[Turn, ...]) -> frozenset[str]:
    """Return the kinds of some turns."""
    return frozenset(turn.kind for turn in turns)


def _turns(left: Statement, right: Statement) -> dict[str, float]:
    """Return differences of hedge, plan and limit."""
    one, two = _kinds(left.meaning.turns), _kinds(right.meaning.turns)
    if left.modality == "planned":
        one |= {"futures"}
    if right.modality == "planned":
        two |= {"futures"}
    found: dict[str, float] = {}
    for kind in TURNS:
        a, b = kind in one, kind in two
        found[f"{kind}_left"] = float(a and not b)
        found[f"{kind}_right"] = float(b and not a)
    return found


def _names(pair: Pair) -> dict[str, float]:
    """Return how the names agree."""
    found: dict[str, float] = {}
    for side, terms, best, other in (
        ("left", pair.left.meaning.terms, pair.best_left, pair.right),
        ("right", pair.right.meaning.terms, pair.best_right, pair.left),
    ):
        names = [(t, float(s)) for t, s in zip(terms, best, strict=True) if t.name]
        lacking = [t for t, s in names if s < 0.99]  # noqa: PLR2004
        found[f"names_{side}"] = float(len(names))
        found[f"names_lacking_{side}"] = float(len(lacking))
        found[f"names_strange_{side}"] = float(sum(t.concept not in other.context for t in lacking))
    found["names_shared"] = found["names_left"] - found["names_lacking_left"]
    found["names_clash"] = float(
        found["names_lacking_left"] > 0 and found["names_lacking_right"] > 0
    )
    return found


def days_apart(left: Statement, right: Statement) -> float | None:
    """Return right's day minus left's day, None if either is unknown."""
    if not left.day or not right.day:
        return None
    try:
        return float((date.fromisoformat(right.day[:10]) - date.fromisoformat(left.day[:10])).days)
    except ValueError:
        return None


def _rarest_lacking(best: Floats, weight: Floats) -> float:
    """Return the weight of the most telling word that the other side lacks."""
    return float(((1.0 - best) * weight).max()) if len(best) else 0.0


def _shares(pair: Pair) -> dict[str, float]:
    """Return how much of each statement the other covers."""
    a, b = pair.left.meaning.terms, pair.right.meaning.terms
    cover_left = share_of(pair.best_left, pair.weight_left)
    cover_right = share_of(pair.best_right, pair.weight_right)
    exact_left = share_of((pair.best_left >= SENSE_MATCH).astype(np.float32), pair.weight_left)
    exact_right = share_of((pair.best_right >= SENSE_MATCH).astype(np.float32), pair.weight_right)
    pairs_a = {(x.sense, y.sense) for x, y in pairwise(a)}
    pairs_b = {(x.sense, y.sense) for x, y in pairwise(b)}
    both = len(pairs_a | pairs_b)
    return {
        "cover_left": cover_left, "cover_right": cover_right,
        "cover_low": min(cover_left, cover_right), "cover_high": max(cover_left, cover_right),
        "cover_product": cover_left * cover_right,
        "exact_left": exact_left, "exact_right": exact_right,
        "exact_low": min(exact_left, exact_right),
        "context_left": _context_share(a, pair.best_left, pair.weight_left, pair.right.context),
        "context_right": _context_share(b, pair.best_right, pair.weight_right, pair.left.context),
        "order": len(pairs_a & pairs_b) / both if both else 0.0,
        "rarest_left": _rarest_lacking(pair.best_left, pair.weight_left),
        "rarest_right": _rarest_lacking(pair.best_right, pair.weight_right),
        "shared_weight": math.log1p(float((pair.best_left * pair.weight_left).sum())),
        "length_left": math.log1p(len(a)), "length_right": math.log1p(len(b)),
    }  # fmt: skip


def _even(found: dict[str, float]) -> dict[str, float]:
    """Return measures that do not change when the sides are exchanged."""

    def either(name: str) -> float:
        return max(found[f"{name}_left"], found[f"{name}_right"])

    return {
        "context_low": min(found["context_left"], found["context_right"]),
        "context_product": found["context_left"] * found["context_right"],
        "figure_one": either("figure"),
        "date_one": either("date"),
        "rarest": either("rarest") / MAX_WEIGHT,
        "parted": min(found["rarest_left"], found["rarest_right"]) / MAX_WEIGHT,
        "plans": either("plans"),
        "limit": max(either("only"), either("top"), either("parts")),
        "step": max(either("considering"), either("approving")),
    }


def measure(pair: Pair) -> dict[str, float]:
    """Return everything that is measured of a pair, by name, in a fixed order."""
    left, right = pair.left, pair.right
    a, b = left.meaning, right.meaning
    apart = days_apart(left, right)
    found = _shares(pair)
    found |= _names(pair) | figures_of(a, b) | dates_of(a, b) | _turns(left, right)
    found |= {
        "negation": float(left.negative != right.negative),
        "negation_clash": negation_clash(pair),
        "vectors": _vector_nearness(pair),
        "negative_left": float(left.negative),
        "negative_right": float(right.negative),
        "denial_left": float(left.denial),
        "denial_right": float(right.denial),
        "opposites": float(bool(opposite_rows(left, right))),
        "swapped": float(is_swapped(pair)),
        "agents": float(agents_differ(a, b)),
        "later": 0.0 if apart is None else math.copysign(math.log1p(abs(apart)), apart),
        "days": 0.0 if apart is None else math.log1p(abs(apart)),
    }
    return found | _even(found)
