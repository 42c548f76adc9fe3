"""How claims bear on each other."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np

from headwater.link.compare import Verdict
from headwater.link.compare_pairs import reasons_of
from headwater.link.features import Statement, align, days_apart
from headwater.link.prepare import Held
from headwater.link.settings import LinkSettings
from headwater.model.claim import Relation, RelationKind
from headwater.model.reason import Reason
from headwater.model.span import Place

HEAD_ON: Final = 0.5  # share of a denial's own words that the accusation must cover; by judgement
ANSWERS: Final = 0.25  # share from which a denial may answer an accusation, weakly
NEAR: Final = 1200  # characters between a denial and the accusation that it answers in one document
BLANKET: Final = 3  # content words up to which a denial is blanket and answers what stands before it
CONFLICT_GATES: Final = frozenset({"figure", "date", "year", "negation", "opposite", "direction"})
ON_MATTER: Final = 0.55  # least cover of the shorter statement for a conflict of figures or polarity
SURE_CONFLICT: Final = 0.7  # cover from which it is not weak


class Found(NamedTuple):
    """A relation between two mentions, by position."""

    kind: RelationKind
    one: int
    two: int
    score: float
    weak: bool
    reasons: tuple[Reason, ...]


def _start(held: Held) -> int:
    return held.mention.spans[0].start


def _own_cover(denial: Held, accusation: Held) -> float:
    """Return the share of the denial's words, parties aside, that the accusation covers."""
    pair = align(denial.statement, accusation.statement)
    keep = np.array([not t.name for t in denial.statement.meaning.terms], dtype=bool)
    weight = pair.weight_left[keep] if len(keep) else pair.weight_left
    best = pair.best_left[keep] if len(keep) else pair.best_left
    total = float(weight.sum())
    return float((best * weight).sum()) / total if total else 0.0


def _accuses(accusation: Held, parties: frozenset[str]) -> bool:
    """Tell whether a mention says something of the parties that they might deny."""
    meaning = accusation.statement.meaning
    if accusation.statement.negative or accusation.statement.denial or accusation.parties & parties:
        return False
    return bool(parties & (meaning.agents or meaning.names()))


def _denials(held: Sequence[Held]) -> list[int]:
    """Return positions of mentions by which a party rejects something."""
    return [n for n, one in enumerate(held) if one.parties and (one.statement.denial or one.statement.negative)]


def find_denials(held: Sequence[Held], pairs: Iterable[tuple[int, int]]) -> list[Found]:
    """Return which accusation each denial answers."""
    near: dict[int, set[int]] = {}
    for one, two in pairs:
        near.setdefault(one, set()).add(two)
        near.setdefault(two, set()).add(one)
    places: dict[str, list[int]] = {}
    for number, one in enumerate(held):
        places.setdefault(one.mention.document, []).append(number)
    found = []
    for number in _denials(held):
        denial = held[number]
        beside = {n for n in places[denial.mention.document] if n != number and abs(_start(held[n]) - _start(denial)) < NEAR}
        for other in sorted(near.get(number, set()) | beside):
            accusation = held[other]
            if not _accuses(accusation, denial.parties):
                continue
            cover = _own_cover(denial, accusation)
            if cover < ANSWERS:
                continue
            places_of = tuple(
                Place(document=h.mention.document, span=span) for h in (denial, accusation) for span in h.mention.spans[:1]
            )
            text = "the party named in the accusation rejects it" if cover >= HEAD_ON else "the party rejects something close to it"
            reason = Reason(rule="denial", text=text, places=places_of, weight=round(min(1.0, cover), 3))
            found.append(Found("denies", number, other, min(1.0, cover), cover < HEAD_ON, (reason,)))
    return found


def _later(left: Statement, right: Statement) -> int | None:
    """Return 1 if the right one is later, -1 if the left one is, None if unknown or equal."""
    apart = days_apart(left, right)
    return None if not apart else (1 if apart > 0 else -1)


def relate_pair(held: Sequence[Held], one: int, two: int, verdict: Verdict, settings: LinkSettings) -> Found | None:
    """Return the relation that a comparison shows, if any."""
    shares = verdict.shares
    left, right = held[one], held[two]
    kinds = {gate.kind for gate in verdict.gates if gate.wall}
    reasons = reasons_of(verdict, left.mention.document, right.mention.document, (_start(left), _start(right)))
    pair = align(left.statement, right.statement)
    cover = min(_cover(pair.best_left, pair.weight_left), _cover(pair.best_right, pair.weight_right))
    if kinds & CONFLICT_GATES and cover >= ON_MATTER:
        weak = cover < SURE_CONFLICT
        if left.parties != right.parties and left.statement.denial != right.statement.denial:
            first, second = (one, two) if left.statement.denial else (two, one)
            return Found("denies", first, second, cover, weak, reasons)
        order = _later(left.statement, right.statement)
        if order is not None and shares.get("updates", 0.0) > shares.get("against", 0.0):
            first, second = (two, one) if order > 0 else (one, two)
            return Found("updates", first, second, cover, weak, reasons)
        return Found("contradicts", one, two, cover, weak, reasons)
    for label, first, second in (("entails_ab", one, two), ("entails_ba", two, one)):
        if verdict.label == label and shares[label] >= settings.relate:
            return Found("entails", first, second, shares[label], False, reasons)
    return None


def _cover(best: "np.ndarray[tuple[int], np.dtype[np.float32]]", weight: "np.ndarray[tuple[int], np.dtype[np.float32]]") -> float:
    total = float(weight.sum())
    return float((best * weight).sum()) / total if total else 0.0


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
        Relation(kind=kind, from_claim=a, to_claim=b, score=round(item.score, 6), weak=item.weak, reasons=item.reasons)
        for (kind, a, b), item in sorted(best.items(), key=lambda entry: entry[0])
    )
