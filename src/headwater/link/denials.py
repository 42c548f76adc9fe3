"""Which accusation a party's answer is about."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from headwater.link.accusations import (
    NEAR,
    TOUCHED,
    Target,
    find_disputes,
    find_targets,
    start_of,
)
from headwater.link.alignment import Pair, Rarity, Statement
from headwater.link.answers import Answer, AnswerKind
from headwater.link.choices import (
    ANSWERED,
    HALFWAY,
    OPPOSED,
    SURE,
    Choice,
    choose_best,
    leave_items,
    weigh_absent,
    weigh_blanket,
    weigh_specific,
)
from headwater.link.counterpart import ACT
from headwater.link.heads import head_of
from headwater.link.opposed import negated_share
from headwater.link.overtime import find_decided, find_earlier, is_later, time_reason
from headwater.link.pile import Pile
from headwater.link.scene import Scene, set_scene
from headwater.model.claim import RelationKind
from headwater.model.reason import Reason
from headwater.model.span import Place, Span

# Share of an answer's own words that an accusation needs, where it names none ("our trade is
# normal"), and probability of being against for one in other words than the accusation's.
MATTER: Final = 0.15
HINTED: Final = 0.3
RIVAL: Final = 0.9  # of the best score, from which another claim may be meant as well; judgement
AFFIRMED: Final = 0.75  # share of an affirmation's words that the reproach must negate
OWN_WORDS: Final = 2  # words besides names that an affirmation needs
TEXTS: Final[dict[AnswerKind, str]] = {
    "denial": "the party named in the accusation rejects it",
    "affirmation": "the party named says that it does what it is said not to do",
    "defence": "the party named calls its own conduct proper",
    "dismissal": "the party named calls the accusations empty",
    "refusal": "the party named answers without denying it",
    "absence": "no evidence of it was seen",
    "verdict": "what was just said is called untrue",
}


class Found(NamedTuple):
    """A relation between two statements, by position."""

    kind: RelationKind
    one: int
    two: int
    score: float
    weak: bool = False
    reasons: tuple[Reason, ...] = ()


def _relation(scene: Scene, number: int, answer: Answer, choice: Choice) -> Found:
    """Return the relation of an answer to the accusation that it is about."""
    other = choice.target.number
    places = tuple(
        Place(document=one.mention.document, span=span)
        for one in (scene.held[number], scene.held[other])
        for span in one.mention.spans[:1]
    )
    score = round(min(1.0, choice.score), 6)
    reason = Reason(rule=answer.kind, text=TEXTS[answer.kind], places=places, weight=score)
    weak = not choice.firm or answer.kind == "refusal"
    if answer.kind == "absence":
        return _unseen(scene, (number, other), score, weak=weak, reasons=(reason,))
    kind: RelationKind = "contradicts" if answer.kind == "verdict" else "denies"
    return Found(kind, number, other, score, weak=weak, reasons=(reason,))


def _unseen(
    scene: Scene, ends: tuple[int, int], score: float, *, weak: bool, reasons: tuple[Reason, ...],
    what: str = "it is said to be so",
) -> Found:  # fmt: skip
    """Return the relation of what was not seen by one time to what is told of another.

    What is told of a later time updates it; of the same or an earlier one, they contradict.
    """
    absent, told = (scene.held[number] for number in ends)
    reasons += time_reason(absent, told, what)
    if is_later(told, absent):
        return Found("updates", ends[1], ends[0], score, weak=weak, reasons=reasons)
    return Found("contradicts", *ends, score, weak=weak, reasons=reasons)


def _decided(scene: Scene, number: int, answer: Answer) -> list[Found]:
    """Return the relation of what nobody had seen to the surest statement that it was decided."""
    listed = find_decided(scene, number, answer)[:1]
    text = "of what was not seen, it is said that it was decided"
    return [
        _unseen(
            scene, (number, other), round(score, 6), weak=score < SURE,
            reasons=(Reason(rule="decided", text=text, weight=round(score, 6)),),
            what="it is said to have been decided",
        )
        for score, other in listed
    ]  # fmt: skip


def _still(scene: Scene, number: int, answer: Answer) -> list[Found]:
    """Return the relation of what is still not seen to what had not been seen before."""
    text = "still no evidence of it"
    return [
        Found("updates", number, other, round(score, 6), reasons=(
            Reason(rule="absence", text=text, weight=round(score, 6)),
            *time_reason(scene.held[other], scene.held[number], "still not"),
        ))
        for score, other in find_earlier(scene, number, answer)
    ]  # fmt: skip


def _is_worth(choice: Choice, answer: Answer) -> bool:
    """Tell whether a choice is sure, or a cue denies what the party is said to do."""
    return choice.firm or (answer.cued and choice.target.acting)


def _is_own_act(said: Statement, other: Statement, rarity: Rarity) -> bool:
    """Tell whether what another's main verb says is met: "would not explain it" is no reproach."""
    head = head_of(other.meaning)
    return head is None or float(Pair(said, other, rarity).best_right[head]) >= ACT


def _affirmed(scene: Scene, number: int, answer: Answer, targets: Sequence[Target]) -> list[Choice]:
    """Return the reproach ("he paid no rent") that a party answers by affirming ("I pay rent")."""
    if sum(not scene.held[number].statement.meaning.terms[n].name for n in answer.own) < OWN_WORDS:
        return []
    said, rarity = scene.held[number].statement, scene.pile.rarity
    others = [(scene.held[target.number].statement, target) for target in targets]
    others = [(one, t) for one, t in others if _is_own_act(said, one, rarity)]
    shares = [(negated_share(said, other, rarity, answer.own), t) for other, t in others]
    return choose_best(
        scene, (Choice(s, firm=True, target=t) for s, t in shares if s >= AFFIRMED), 1
    )


def _choose(scene: Scene, number: int, answer: Answer, targets: Sequence[Target]) -> list[Choice]:
    """Return the accusations that an answer is about, best first."""
    blanket = leave_items([weigh_blanket(target, answer) for target in targets])
    match answer.kind:
        case "refusal":
            return choose_best(scene, (one for one in blanket if one.target.close >= HALFWAY), 1)
        case "dismissal":
            return choose_best(scene, (one for one in blanket if one.firm), 1)
        case "affirmation":
            return _affirmed(scene, number, answer, targets)
        case "absence":
            return choose_best(scene, map(weigh_absent, targets), ANSWERED)
        case "defence":
            return choose_best(scene, (one for one in blanket if one.target.cover >= MATTER), 1)
        case _:
            found = _denied(scene, answer, targets, blanket)
            return [choice for choice in found if _is_worth(choice, answer)]


def _denied(
    scene: Scene, answer: Answer, targets: Sequence[Target], blanket: Sequence[Choice]
) -> list[Choice]:
    """Return what a denial is about: by its own words, else by what stands near and is told."""
    if not answer.own:
        return choose_best(scene, _beside(scene, blanket), 1) if answer.cued else []
    bare = len(answer.own) <= 1
    scored = [weigh_specific(target, answer) for target in targets]
    scored = leave_items(scored) if bare else scored
    if bare and not answer.cued:
        scored = [choice._replace(firm=False) for choice in scored]
    found = choose_best(scene, scored, 1 if bare else ANSWERED)
    if not answer.cued or any(choice.firm for choice in found):
        return found
    hinted = (
        one._replace(firm=one.firm and one.target.against >= OPPOSED)
        for one in blanket
        if one.target.acting and one.target.cover >= TOUCHED and one.target.against >= HINTED
    )
    return choose_best(scene, hinted, 1) or found


def _beside(scene: Scene, blanket: Sequence[Choice]) -> list[Choice]:
    """Return what "denied any part in it" may answer.

    Firm is only what its own document says of the party, close by unless it accuses, and only if no
    other claim there is as likely to be meant.
    """
    best = max(blanket, key=lambda one: (one.score, -one.target.number), default=None)
    if best is None:
        return []
    rivals = {
        scene.claim[one.target.number]
        for one in blanket
        if one.target.close > 0 and one.score >= RIVAL * best.score
    } - {scene.claim[best.target.number]}
    return [one._replace(firm=one.firm and not rivals and _is_at_hand(one)) for one in blanket]


def _is_at_hand(choice: Choice) -> bool:
    """Tell whether a denial without words of its own stands where its reader thinks of this."""
    return choice.target.close >= HALFWAY or (choice.target.charging and choice.target.close > 0)


def _certain(number: int) -> Choice:
    """Return a choice that its place or its words leave no doubt of."""
    target = Target(
        number, cover=1.0, matter=1.0, back=1.0, close=1.0, central=0.0, blaming=True, acting=True,
        against=1.0, charging=True, shown=False,
    )  # fmt: skip
    return Choice(1.0, firm=True, target=target)


def _verdict(scene: Scene, number: int) -> list[Found]:
    """Return the relation of "this is false" to what another voice said just before it."""
    one = scene.held[number]
    places = [n for n in scene.by_document[one.mention.document] if n != number]
    before = [n for n in places if start_of(one) > start_of(scene.held[n])]
    said = [n for n in before if scene.held[n].mention.chain != one.mention.chain]
    if not said:
        return []
    last = max(said, key=lambda n: (start_of(scene.held[n]), n))
    told = scene.held[last].mention
    if not told.chain or told.kind == "meta" or told.modality == "planned":
        return []
    if start_of(one) - start_of(scene.held[last]) > NEAR:
        return []
    return [_relation(scene, number, scene.answers[number], _certain(last))]


def _disputes(scene: Scene) -> list[Found]:
    """Return who says that a party is not what it calls itself, with its own words for that.

    Each is set against the most widely told of the party's claims; another part of the same
    sentence says no more.
    """
    best: dict[tuple[str, Span], tuple[int, int, int]] = {}
    for number, answer in scene.answers.items():
        if answer.kind != "defence":
            continue
        for other in find_disputes(scene, number, answer):
            mention = scene.held[other].mention
            where = (mention.document, mention.sentence)
            found = (-scene.weight[number], number, other)
            best[where] = min(best.get(where, found), found)
    return [
        _relation(scene, number, scene.answers[number], _certain(other))._replace(
            kind="contradicts"
        )
        for _, number, other in sorted(best.values())
    ]


def find_denials(
    pile: Pile, pairs: Iterable[tuple[int, int]], groups: Iterable[Sequence[int]]
) -> list[Found]:
    """Return which accusations each answer is about, best first.

    Args:
        pile: The distinct statements and their comparisons.
        pairs: Positions of distinct statements that were found to share words.
        groups: The claims, as positions of distinct statements.
    """
    scene = set_scene(pile, pairs, groups)
    found = _disputes(scene)
    for number, answer in scene.answers.items():
        if answer.kind == "verdict":
            found += _verdict(scene, number)
            continue
        if answer.kind == "absence":
            found += _decided(scene, number, answer) + _still(scene, number, answer)
        targets = find_targets(scene, number, answer)
        found += [
            _relation(scene, number, answer, one) for one in _choose(scene, number, answer, targets)
        ]
    return found
