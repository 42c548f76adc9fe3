"""Are a claim's origins right, and how many of them are independent."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Final

from headwater.evaluate.assignment import assign
from headwater.evaluate.chains import inner
from headwater.evaluate.clustering import claim_overlap
from headwater.evaluate.conflicts import score_relations
from headwater.evaluate.gold import OUTLET, GoldCase
from headwater.evaluate.matching import Predicted
from headwater.evaluate.measures import Json, prf

Slot = frozenset[str]
_SHARED: Final = 2  # a claim counts for independence from two documents on


def align_claims(case: GoldCase, matched: Mapping[str, Predicted]) -> dict[str, str]:
    """Return the predicted claim of each gold claim, one to one, by the mentions they share."""
    gold = {m["id"]: m["claim"] for m in case.mentions if m["id"] in matched}
    return assign(claim_overlap(gold, {key: matched[key].claim for key in gold}))


def origin_slots(case: GoldCase, claim: Json) -> list[Slot]:
    """Return the gold origins of a claim: a set of acceptable source ids for each."""
    slots: dict[str, set[str]] = {node: {node} for node in claim["origins"]["nodes"]}
    for gold in case.mentions:
        if gold["claim"] != claim["id"]:
            continue
        prefix = case.docs[gold["doc"]].prefix
        slot = slots[gold["chain"][-1]]
        slot.update(chain[-1] for chain in gold.get("alt_chains", []))
        if len(gold["chain"]) == len(prefix):
            slot.update(prefix)
    for group in claim["origins"]["groups"]:
        if group["link"] == "same":
            _merge(slots, group["nodes"])
    return list(dict.fromkeys(frozenset(slot) for slot in slots.values()))


def _merge(slots: dict[str, set[str]], nodes: Sequence[str]) -> None:
    """Make one slot of those of the nodes and of all that overlap with them."""
    union: set[str] = set().union(*(slots[node] for node in nodes))
    for slot in slots.values():
        if slot & union:
            union |= slot
    for node in slots:
        if slots[node] <= union:
            slots[node] = union


def predicted_origins(case: GoldCase, claim: Json, members: Sequence[Predicted]) -> list[str]:
    """Return the origin names of a predicted claim: as given, or the ends of its chains."""
    if claim.get("origins") is not None:
        return [str(name) for name in claim["origins"]]
    names = []
    for mention in members:
        rest, _ = inner(case, mention.doc, mention.chain)
        names.append(rest[-1] if rest else f"{OUTLET}:{mention.doc.id}")
    return list(dict.fromkeys(names))


def is_origin(case: GoldCase, name: str, slot: Slot) -> bool:
    """Tell whether a predicted origin name falls into a gold slot."""
    if name.startswith(f"{OUTLET}:"):
        doc = case.doc(name.partition(":")[2])
        return doc is not None and doc.prefix[-1] in slot
    return any(case.is_source(name, source) for source in slot)


def interval(value: object) -> tuple[int, int] | None:
    """Return independent_origins as (low, high), given as a number or as {lower, upper}."""
    if isinstance(value, int):
        return value, value
    if isinstance(value, dict):
        return int(value["lower"]), int(value["upper"])
    return None


class Answers:
    """The predicted claims that answer the gold claims."""

    def __init__(
        self,
        case: GoldCase,
        prediction: Json,
        mentions: Sequence[Predicted],
        matched: Mapping[str, Predicted],
    ) -> None:
        self.case = case
        self.matched = matched
        self.aligned = align_claims(case, matched)
        self._given = {str(claim["id"]): claim for claim in prediction.get("claims") or []}
        self._members: dict[str, list[Predicted]] = defaultdict(list)
        for mention in mentions:
            self._members[mention.claim].append(mention)

    def origins(self, claim: Json) -> tuple[int, int, int] | None:
        """Return origins hit, origins named and origins wanted; None if nothing answers."""
        answer = self.aligned.get(claim["id"])
        if answer is None:
            return None
        slots = origin_slots(self.case, claim)
        names = predicted_origins(self.case, self._given.get(answer, {}), self._members[answer])
        fits = {
            (name, slot): 1.0
            for name in names
            for slot in slots
            if is_origin(self.case, name, slot)
        }
        hit = len(assign(fits))
        return hit, hit + len(set(names) - {name for name, _ in fits}), len(slots)

    def bounds(self, claim: Json) -> tuple[int, int] | None:
        """Return the interval given for a claim that the system itself linked; else None."""
        answer = self.aligned.get(claim["id"])
        linked = {
            self.matched[key].doc.id
            for key in claim["mentions"]
            if key in self.matched and self.matched[key].claim == answer
        }
        if answer is None or len(linked) < _SHARED:
            return None
        value: Any = self._given.get(answer, {}).get("independent_origins")
        return interval(value)


def score_claims(
    case: GoldCase,
    prediction: Json,
    mentions: Sequence[Predicted],
    matched: Mapping[str, Predicted],
) -> Json:
    """Score origins, independent origins and conflicts of claims."""
    answers = Answers(case, prediction, mentions, matched)
    claims = case.gold["claims"]
    origins = [found for claim in claims if (found := answers.origins(claim)) is not None]
    right, named, wanted = (sum(row[column] for row in origins) for column in range(3))
    shared = [claim for claim in claims if len(claim["docs"]) >= _SHARED]
    exact, near = [], []
    for claim in shared:
        guess = answers.bounds(claim)
        if guess is not None:
            low, high = (claim["origins"]["independent"][end] for end in ("lower", "upper"))
            exact.append(guess == (low, high))
            near.append(abs(guess[0] - low) <= 1 and abs(guess[1] - high) <= 1)
    return {
        "claims aligned": {"n": len(answers.aligned), "of": len(claims)},
        "origins of aligned claims": prf(right, named, right, wanted),
        "independent origins, 2+ documents": {
            "acc": sum(exact) / len(shared) if shared else None,
            "within 1": sum(near) / len(shared) if shared else None,
            "n": len(shared),
            "linked by the system": len(exact),
        },
        **score_relations(case, prediction, answers.aligned),
    }
