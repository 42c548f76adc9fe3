"""How claims bear on each other."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np

from headwater.link.compare import Verdict
from headwater.link.compare_pairs import reasons_of
from headwater.link.features import Statement, align, days_apart
from headwater.link.meaning import Term
from headwater.link.prepare import Held
from headwater.link.settings import LinkSettings
from headwater.link.words import tokens_of
from headwater.model.claim import Relation, RelationKind
from headwater.model.reason import Reason
from headwater.model.span import Place

HEAD_ON: Final = 0.5  # share of a denial's own words that the accusation must cover; by judgement
ANSWERS: Final = 0.25  # share from which a denial may answer an accusation, weakly
NEAR: Final = 1200  # characters between a denial and the accusation that it answers in one document
ANSWERED: Final = 3  # accusations that one denial is taken to answer at most
CLOSE: Final = 0.8  # of the best answered accusation's score, that a further one must reach
OWN_SHARE: Final = 0.65  # weight of the denial's own words against the accusation's
EVIDENCE: Final = frozenset({"#evidence", "#see", "#find", "#reveal"})
FIRST_PERSON: Final = frozenset({"we", "i", "our", "us", "my"})
BLANKET: Final = 3  # content words up to which a denial is blanket and answers what stands before it
CONFLICT_GATES: Final = frozenset({"figure", "date", "year", "negation", "opposite", "direction"})
ON_MATTER: Final = 0.55  # least cover of the shorter statement for a conflict of figures or polarity
SURE_CONFLICT: Final = 0.7  # cover from which it is not weak


Rarity = Callable[[Term], float]


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


def _own_cover(denial: Held, accusation: Held, rarity: Rarity) -> float:
    """Return how far the two are about one thing, parties and words of evidence aside."""
    pair = align(denial.statement, accusation.statement, rarity)
    shares = []
    for terms, best, weight in (
        (denial.statement.meaning.terms, pair.best_left, pair.weight_left),
        (accusation.statement.meaning.terms, pair.best_right, pair.weight_right),
    ):
        keep = np.array([not t.name and t.sense not in EVIDENCE for t in terms], dtype=bool)
        shares.append(_cover(best[keep], weight[keep]) if keep.any() else 0.0)
    return OWN_SHARE * shares[0] + (1.0 - OWN_SHARE) * shares[1]


def _accuses(accusation: Held, parties: frozenset[str]) -> bool:
    """Tell whether a mention says of one of the parties that it did or does something."""
    meaning, statement = accusation.statement.meaning, accusation.statement
    if statement.denial or statement.modality == "planned" or accusation.parties & parties:
        return False
    if statement.negative and any(meaning.negated):
        return False
    acting = meaning.agents or meaning.names()
    return bool(parties & acting) and accusation.mention.kind in {"fact", "position"}


def _rejects(held: Held) -> bool:
    """Tell whether a party rejects something here: by cue, or by negating its own act."""
    statement, meaning = held.statement, held.statement.meaning
    if not held.parties or statement.modality in {"planned", "possible", "probable"}:
        return False
    if statement.denial:
        return True
    own = held.parties & meaning.agents or any(t.lower in FIRST_PERSON for t in tokens_of(meaning.text)[:4])
    return statement.negative and bool(own) and held.mention.kind in {"fact", "position"}


def find_denials(held: Sequence[Held], pairs: Iterable[tuple[int, int]], rarity: Rarity, weight: Sequence[int]) -> list[Found]:
    """Return which accusations each denial answers, best first.

    Args:
        held: Distinct statements.
        pairs: Positions that were found to share words.
        rarity: How telling a term is in this pile.
        weight: Of each position, how many statements its claim has.
    """
    near: dict[int, set[int]] = {}
    for one, two in pairs:
        near.setdefault(one, set()).add(two)
        near.setdefault(two, set()).add(one)
    places: dict[str, list[int]] = {}
    for number, one in enumerate(held):
        places.setdefault(one.mention.document, []).append(number)
    found = []
    for number in (n for n, one in enumerate(held) if _rejects(one)):
        denial = held[number]
        before = [n for n in places[denial.mention.document] if 0 < _start(denial) - _start(held[n]) < NEAR]
        scored = []
        for other in sorted(near.get(number, set()) | set(before)):
            if _accuses(held[other], denial.parties):
                scored.append((_own_cover(denial, held[other], rarity), other))
        if len([t for t in denial.statement.meaning.terms if not t.name]) <= BLANKET and denial.statement.denial:
            ahead = [(weight[n], _start(held[n]), n) for n in before if _accuses(held[n], denial.parties)]
            scored += [(HEAD_ON, max(ahead)[2])] if ahead else []
        scored.sort(key=lambda item: (-item[0], item[1]))
        best = scored[0][0] if scored else 0.0
        found += [_denial(held, number, other, cover) for cover, other in scored[:ANSWERED] if cover >= max(ANSWERS, best * CLOSE)]
    return found


def _denial(held: Sequence[Held], number: int, other: int, cover: float) -> Found:
    """Return the relation of a denial to the accusation that it answers."""
    places = tuple(
        Place(document=h.mention.document, span=span) for h in (held[number], held[other]) for span in h.mention.spans[:1]
    )
    head_on = cover >= HEAD_ON
    text = "the party named in the accusation rejects it" if head_on else "the party rejects something close to it"
    reason = Reason(rule="denial", text=text, places=places, weight=round(min(1.0, cover), 3))
    return Found("denies", number, other, min(1.0, cover), not head_on, (reason,))


def _later(left: Statement, right: Statement) -> int | None:
    """Return 1 if the right one is later, -1 if the left one is, None if unknown or equal."""
    apart = days_apart(left, right)
    return None if not apart else (1 if apart > 0 else -1)


def relate_pair(held: Sequence[Held], one: int, two: int, verdict: Verdict, rarity: Rarity, settings: LinkSettings) -> Found | None:
    """Return the relation that a comparison shows, if any."""
    shares = verdict.shares
    left, right = held[one], held[two]
    kinds = {gate.kind for gate in verdict.gates if gate.wall}
    reasons = reasons_of(verdict, left.mention.document, right.mention.document, (_start(left), _start(right)))
    pair = align(left.statement, right.statement, rarity)
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
