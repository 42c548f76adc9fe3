"""How claims bear on each other."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from headwater.link.alignment import Rarity, Statement, align, share_of
from headwater.link.compare import Verdict
from headwater.link.compare_pairs import reasons_of
from headwater.link.denials import Found, start_of
from headwater.link.features import days_apart
from headwater.link.prepare import Held
from headwater.link.settings import LinkSettings
from headwater.model.claim import Relation, RelationKind

CONFLICT_GATES: Final = frozenset({"figure", "date", "year", "negation", "opposite", "direction"})
ON_MATTER: Final = 0.55  # least cover of the shorter statement for a conflict; by judgement
SURE_CONFLICT: Final = 0.7  # cover from which it is not weak


def _later(left: Statement, right: Statement) -> int | None:
    """Return 1 if the right one is later, -1 if the left one is, None if unknown or equal."""
    apart = days_apart(left, right)
    return None if not apart else (1 if apart > 0 else -1)


def relate_pair(
    held: Sequence[Held],
    one: int,
    two: int,
    verdict: Verdict,
    rarity: Rarity,
    settings: LinkSettings,
) -> Found | None:
    """Return the relation that a comparison shows, if any."""
    shares = verdict.shares
    left, right = held[one], held[two]
    kinds = {gate.kind for gate in verdict.gates if gate.wall}
    reasons = reasons_of(
        verdict, left.mention.document, right.mention.document, (start_of(left), start_of(right))
    )
    pair = align(left.statement, right.statement, rarity)
    cover = min(
        share_of(pair.best_left, pair.weight_left), share_of(pair.best_right, pair.weight_right)
    )
    if kinds & CONFLICT_GATES and cover >= ON_MATTER:
        weak = cover < SURE_CONFLICT
        if left.parties != right.parties and left.statement.denial != right.statement.denial:
            first, second = (one, two) if left.statement.denial else (two, one)
            return Found("denies", first, second, cover, weak=weak, reasons=reasons)
        order = _later(left.statement, right.statement)
        if order is not None and shares.get("updates", 0.0) > shares.get("against", 0.0):
            first, second = (two, one) if order > 0 else (one, two)
            return Found("updates", first, second, cover, weak=weak, reasons=reasons)
        return Found("contradicts", one, two, cover, weak=weak, reasons=reasons)
    for label, first, second in (("entails_ab", one, two), ("entails_ba", two, one)):
        if verdict.label == label and shares[label] >= settings.relate:
            return Found("entails", first, second, shares[label], reasons=reasons)
    return None


def lift(found: Iterable[Found], home: Mapping[int, str]) -> tuple[Relation, ...]:
    """Return relations between claims, the strongest of each kind and direction."""
    best: dict[tuple[RelationKind, str, str], Found] = {}
    for item in found:
        source, target = home[item.one], home[item.two]
        if source == target:
            continue
        if item.kind == "contradicts" and source > target:
            source, target = target, source
        key = (item.kind, source, target)
        held = best.get(key)
        if held is None or (item.weak, -item.score) < (held.weak, -held.score):
            best[key] = item
    return tuple(
        Relation(
            kind=kind,
            from_claim=a,
            to_claim=b,
            score=round(item.score, 6),
            weak=item.weak,
            reasons=item.reasons,
        )
        for (kind, a, b), item in sorted(best.items(), key=lambda entry: entry[0])
    )
