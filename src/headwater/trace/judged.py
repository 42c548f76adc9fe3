"""What people decided about where claims come from: who rests on whom, which origins are one."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import msgspec

from headwater.judgements.moment import moment
from headwater.judgements.pairs import Demand, settle
from headwater.judgements.sources import SourceFinder
from headwater.judgements.words import RULE, reason
from headwater.model.judgement import Judgement
from headwater.model.reason import Reason
from headwater.model.trace import Tie, TieKind
from headwater.trace.pile import Pile

Pair = tuple[str, str]


def judged_ties(pile: Pile) -> dict[Pair, tuple[TieKind, Reason]]:
    """Return what people decided about the origins of two sources, by their ids in order.

    Where decisions cannot hold together, the later one does.
    """
    finder = _finder(pile)
    by_id = {one.id: one for one in pile.judgements}
    demands = [
        Demand(moment(one), one.kind == "same_origin", left, right)
        for one in pile.judgements
        if one.kind in {"same_origin", "different_origin"}
        for left, right in combinations(sorted(set(_named(one, finder))), 2)
    ]
    found: dict[Pair, tuple[TieKind, Reason]] = {}
    for demand in settle(demands):
        kind = "one origin" if demand.same else "different origins"
        why = reason(by_id[demand.made[1]], f"that these are {kind}")
        pair = (str(demand.left), str(demand.right))
        found[pair] = ("same" if demand.same else "different", why)
    return found


def judged_steps(pile: Pile) -> Iterator[tuple[str, str, Reason]]:
    """Yield who rests on whom, as people decided; of one source the latest word holds."""
    finder = _finder(pile)
    latest: dict[str, tuple[str, Judgement, str]] = {}
    for one in pile.judgements:
        sides = _named(one, finder) if one.kind == "rests_on" else []
        if len(sides) > 1 and sides[0] != sides[1]:
            names = " rests on ".join(pile.sources[key].name for key in sides[:2])
            latest[sides[0]] = sides[1], one, names
            if latest.get(sides[1], ("",))[0] == sides[0]:
                del latest[sides[1]]
    for source, (onward, one, names) in sorted(latest.items()):
        yield source, onward, reason(one, f"that {names}")


def _finder(pile: Pile) -> SourceFinder:
    """Return what finds the sources of a pile by anchors."""
    return SourceFinder(pile.documents.values(), pile.attributions.values(), pile.sources.values())


def _named(judgement: Judgement, finder: SourceFinder) -> list[str]:
    """Return the sources that the anchors mean, in order; what means several means none."""
    found = (finder.find(anchor) for anchor in judgement.about)
    return [keys[0] for keys in found if len(keys) == 1]


def respect(ties: Sequence[Tie]) -> tuple[Tie, ...]:
    """Return the ties, with rules' ties loosened where they join what people hold to be different.

    "Same" is handed on from origin to origin. Where a rule would so join two origins that a person
    parted, the weakest of its ties gives way: it is then a doubt, and says why.
    """
    parted = [(t.left, t.right, t) for t in ties if t.kind == "different" and is_judged(t)]
    if not parted:
        return tuple(ties)
    group = {node: {node} for tie in ties for node in (tie.left, tie.right)}
    changed = {}
    surest = sorted(ties, key=lambda t: (not is_judged(t), -t.reasons[0].weight, t.left, t.right))
    for tie in surest:
        if tie.kind != "same":
            continue
        one, two = group[tie.left], group[tie.right]
        bar = _bar(one, two, parted)
        if bar is not None and not is_judged(tie):
            text = f"a person holds that they differ, so this is in doubt: {tie.reasons[0].text}"
            why = Reason(rule="trace.tie.loosened.v1", text=text, places=tie.reasons[0].places)
            loosened = msgspec.structs.replace(tie, kind="maybe", reasons=(why, *bar.reasons))
            changed[tie.left, tie.right] = loosened
        elif one is not two:
            merged = one | two
            group.update(dict.fromkeys(merged, merged))
    return tuple(changed.get((tie.left, tie.right), tie) for tie in ties)


def is_judged(tie: Tie) -> bool:
    """Tell whether a person decided a tie."""
    return tie.reasons[0].rule == RULE


def _bar(one: set[str], two: set[str], parted: Iterable[tuple[str, str, Tie]]) -> Tie | None:
    """Return the decision that two groups of origins hold different ones, None if there is none."""
    for left, right, tie in parted:
        if (left in one and right in two) or (left in two and right in one):
            return tie
    return None
