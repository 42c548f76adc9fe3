"""How claims bear on each other."""

from collections.abc import Iterable, Mapping
from typing import Final

from headwater.link.alignment import Pair, Statement, share_of
from headwater.link.cluster import Link
from headwater.link.compare import Verdict
from headwater.link.compare_pairs import reasons_of
from headwater.link.denials import Found
from headwater.link.features import days_apart
from headwater.link.gates import two_times
from headwater.link.general import follows
from headwater.link.heads import heads_meet, negates_head
from headwater.link.opposed import about_one, mirrors, negated_share, oppose, read_chance
from headwater.link.parts import (
    DETAILS,
    OPPOSED,
    is_one_measure,
    opposition,
    tell_differently,
)
from headwater.link.pile import Pile
from headwater.link.prepare import Held
from headwater.link.stated import can_meet, is_silent, is_supposed
from headwater.link.turned import both_reject
from headwater.link.updates import CHANGING, Update, find_update, read_step
from headwater.link.wording import has_kind
from headwater.model.claim import Relation
from headwater.model.reason import Reason

CONFLICT_GATES: Final = frozenset({"figure", "date", "year", "negation", "opposite", "direction"})
# Least cover of the shorter statement for a conflict, where the verbs of both meet; and where a
# figure or a date differs. Of conflicts between the two without such verbs none of nine was right
# on ten news events.
ON_MATTER: Final = 0.6
MEASURED: Final = 0.7
CONFLICTS: Final = ("denies", "updates", "contradicts")  # what explains more goes first


def _later(left: Statement, right: Statement) -> int | None:
    """Return 1 if the right one is later, -1 if the left one is, None if unknown or equal."""
    apart = days_apart(left, right)
    return None if not apart else (1 if apart > 0 else -1)


def _parts(pair: Pair, kinds: frozenset[str]) -> bool:
    """Tell whether it is the act itself that one side negates, or whose opposite it states."""
    if "opposite" in kinds and pair.left.negative and pair.right.negative:
        return False
    flagged = [any(side.meaning.negated) for side in (pair.left, pair.right)]
    if kinds != {"negation"} or all(flagged):
        return True
    return all(
        negates_head(side.meaning)
        for side, turned in zip((pair.left, pair.right), flagged, strict=True)
        if turned
    )


def _clash(pile: Pile, pair: Pair, ends: Link, verdict: Verdict) -> float:
    """Return how far two statements are about one matter on which they part, 0..1."""
    left, right = (pile.held[pile.first[node]] for node in ends)
    kinds = frozenset(gate.kind for gate in verdict.gates if gate.wall) & CONFLICT_GATES
    if not is_one_measure(pair):
        return 0.0
    if not kinds & DETAILS and not (heads_meet(pair) and _parts(pair, kinds)):
        return 0.0
    if kinds == {"negation"}:
        denial, other = (left, right) if any(left.statement.meaning.negated) else (right, left)
        return max(
            about_one(denial.statement, other.statement, pile.rarity),
            negated_share(other.statement, denial.statement, pile.rarity),
        )
    shares = (
        share_of(pair.best_left, pair.weight_left), share_of(pair.best_right, pair.weight_right)
    )  # fmt: skip
    one, two = left.statement.meaning.names(), right.statement.meaning.names()
    named = bool(one & two) or not (one or two)
    least = MEASURED if kinds & DETAILS else ON_MATTER
    if named and mirrors(pair):
        return max(least, *shares)
    return min(shares) if min(shares) >= least else 0.0


def _lists(pile: Pile, ends: Link) -> bool:
    """Tell whether one voice gives two figures in one document: they are of different things."""
    one, two = (pile.held[pile.first[node]] for node in ends)
    return (
        one.mention.document == two.mention.document
        and one.mention.chain[-1:] == (two.mention.chain[-1:])
        or (one.mention.document == two.mention.document and one.parties == two.parties)
    )


def _opposed(pile: Pile, pair: Pair, ends: Link, verdict: Verdict) -> float:
    """Return the probability that two statements cannot both hold, or not at one time.

    What differs from the other by an opposite word alone opposes it, whatever the reader says.
    """
    shares, kinds = verdict.shares, {gate.kind for gate in verdict.gates if gate.wall}
    if kinds & DETAILS:
        if _lists(pile, ends):
            return 0.0
        return opposition(shares)
    if is_supposed(pair.left) or is_supposed(pair.right):
        return 0.0
    if kinds == {"opposite"} and mirrors(pair):
        return 1.0
    return oppose(pile, *ends)


def _update(pile: Pile, ends: Link) -> Update | None:
    """Return which of two statements brings the other up to date, if one does."""
    left, right = (pile.held[pile.first[node]] for node in ends)
    gates = pile.verdict(*ends).gates
    if not {gate.kind for gate in gates} & CHANGING or is_silent(left, right):
        return None
    if not pile.is_surely_one(*ends):
        return None  # another raid, another count
    pair = pile.matched(ends)
    found = find_update(pair, (left, right), gates, pile.rarity)
    if found or left.mention.document == right.mention.document:
        return found
    return read_step(pair, (left, right), gates, lambda: read_chance(pile, ends, "updates"))


def find_changes(pile: Pile, pairs: Iterable[Link]) -> set[Link]:
    """Return the pairs of which one statement brings the other up to date: they are two claims."""
    return {ends for ends in pairs if _update(pile, ends) is not None}


def relate_pair(pile: Pile, ends: Link, least: float) -> Found | None:
    """Return the relation that a comparison shows, if any.

    Args:
        pile: The distinct statements and their comparisons.
        ends: Positions of two of them.
        least: Probability from which an entailment is kept.
    """
    held = {node: pile.held[pile.first[node]] for node in ends}
    left, right = held[ends[0]], held[ends[1]]
    verdict = pile.verdict(*ends)
    kinds = {gate.kind for gate in verdict.gates if gate.wall}
    may_clash = (
        bool(kinds & CONFLICT_GATES)
        and not two_times(kinds)
        and not both_reject(left.statement, right.statement)
        and not is_silent(left, right)
        and can_meet(left, right)
        and not (ends in pile.sisters and left.mention.chain == right.mention.chain)
    )
    update = _update(pile, ends) if ends in pile.changed else None
    entails = {"entails_ab": ends, "entails_ba": ends[::-1]}.get(verdict.label)
    if not (may_clash or update or entails):
        return None
    pair = pile.matched(ends)
    clash = _tell_against(pile, pair, ends, verdict) if may_clash and not update else 0.0
    share = verdict.shares[verdict.label] if entails else 0.0
    if update is not None:
        newer, older = ends[::-1] if update.right_is_newer else ends
        reason = Reason(rule="update", text=update.text, weight=1.0)
        found = Found("updates", newer, older, update.score, reasons=(reason,))
    elif clash:
        found = _conflict(held, ends, verdict, clash)
    elif entails and share >= least:
        found = Found("entails", *entails, share, weak=not follows(pile, *entails, share))
    else:
        return None
    places = (left.mention.document, right.mention.document)
    reasons = reasons_of(verdict, pair, places, (left.mention.spans, right.mention.spans))
    return found._replace(reasons=(*found.reasons, *reasons))


def _tell_against(pile: Pile, pair: Pair, ends: Link, verdict: Verdict) -> float:
    """Return how far two statements, or their clauses on a detail, clash; 0 if both may hold."""
    clash = _clash(pile, pair, ends, verdict)
    if clash >= ON_MATTER:
        return clash if _opposed(pile, pair, ends, verdict) >= OPPOSED else 0.0
    kinds = {gate.kind for gate in verdict.gates if gate.wall}
    if not kinds & DETAILS or _lists(pile, ends):
        return 0.0
    told = tell_differently(pile, pair, verdict.gates)
    return told if told >= MEASURED else 0.0


def _may_change(left: Held, right: Held) -> bool:
    """Tell whether a later state may explain the difference: of one voice, or of a growing count.

    Two who tell a day, a vote or a price differently contradict each other, whoever speaks later.
    """
    one, two = left.parties, right.parties
    if one & two or left.mention.document == right.mention.document:
        return True
    return all(has_kind(side.mention.text, "growing") for side in (left, right))


def _conflict(
    held: Mapping[int, Held],
    ends: Link,
    verdict: Verdict,
    clash: float,
) -> Found:
    """Return what kind of conflict two statements are in."""
    one, two = ends
    left, right = held[one], held[two]
    first, second = (one, two) if left.statement.denial else (two, one)
    named = held[first].parties & held[second].statement.meaning.names()
    if left.statement.denial != right.statement.denial and named - held[second].parties:
        return Found("denies", first, second, clash)
    order = _later(left.statement, right.statement)
    likelier = verdict.shares["updates"] > verdict.shares["against"]
    if order is not None and likelier and _may_change(left, right):
        first, second = (two, one) if order > 0 else (one, two)
        return Found("updates", first, second, clash)
    return Found("contradicts", one, two, clash)


def _strongest(found: Iterable[Found], home: Mapping[int, str]) -> dict[tuple[str, ...], Found]:
    """Return the strongest relation of each kind between two claims; one conflict at most."""
    best: dict[tuple[str, ...], Found] = {}
    for item in found:
        source, target = home[item.one], home[item.two]
        if source == target:
            continue
        ends = (source, target)
        key = ("conflict", *sorted(ends)) if item.kind in CONFLICTS else (item.kind, *ends)
        held = best.get(key)
        if held is None or _order(item) < _order(held):
            best[key] = item
    return best


def _order(item: Found) -> tuple[bool, int, float, int, int]:
    """Return what a relation is preferred by: firm, its kind, strong, then by position."""
    kind = CONFLICTS.index(item.kind) if item.kind in CONFLICTS else 0
    return (item.weak, kind, -item.score, item.one, item.two)


def lift(found: Iterable[Found], home: Mapping[int, str]) -> tuple[Relation, ...]:
    """Return relations between claims, sorted by kind and claims."""
    relations = []
    for item in _strongest(found, home).values():
        source, target = home[item.one], home[item.two]
        if item.kind == "contradicts" and source > target:
            source, target = target, source
        relations.append(
            Relation(
                kind=item.kind, from_claim=source, to_claim=target, score=round(item.score, 6),
                weak=item.weak, reasons=item.reasons,
            )
        )  # fmt: skip
    return tuple(sorted(relations, key=lambda one: (one.kind, one.from_claim, one.to_claim)))
