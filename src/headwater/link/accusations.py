"""What is said of a party by others, and how near it is to what the party answers."""

import math
from typing import Final, NamedTuple

import numpy as np

from headwater.link.actors import names_as_acting
from headwater.link.alignment import Pair, share_of
from headwater.link.answers import Answer, names_around, names_only
from headwater.link.heads import MET
from headwater.link.narrower import ITEM, item_of
from headwater.link.opposed import EVIDENCE, oppose
from headwater.link.outside import asks, is_turned_outside
from headwater.link.prepare import Held
from headwater.link.scene import Scene, told_of
from headwater.link.turns import negates_act
from headwater.link.wording import blames, has_kind, places_of

AROUND: Final = 0.5  # what a word of the accusation's sentence counts against one of its own
NEAR: Final = 1200  # characters between an answer and the accusation that it answers
AFTER: Final = 0.5  # what an accusation after the answer counts against one before it
FLAT: Final = frozenset({"asserted", "probable", "alleged"})
TOUCHED: Final = 0.25  # share of a denial's own words without which another matter is meant


class Target(NamedTuple):
    """An accusation that an answer may be about.

    Attributes:
        cover: Share of the answer's own words that it covers, names and others apart, 0..1.
        matter: The same with names among the words.
        back: Share of its own words that the answer covers, 0..1.
        close: 1 beside the answer, 0 far from it or in another document.
        central: 1 for what most documents say of the party, 0 for what one says.
        blaming: Whether its words put blame on somebody.
        acting: Whether it names the party as who acts.
        against: Probability that the two cannot both hold, 0..1; not asked where no words meet.
        charging: Whether its words accuse ("accused of", "concern about", "fuelling").
        shown: Whether it says that there is evidence.
        met: Positions of the answer's own words that it has.
        aside: Whether it is about an item of a list that the answer does not have.
    """

    number: int
    cover: float
    matter: float
    back: float
    close: float
    central: float
    blaming: bool
    acting: bool
    against: float
    charging: bool
    shown: bool
    met: frozenset[int] = frozenset()
    aside: bool = False


def start_of(held: Held) -> int:
    """Return where a mention's own words stand, behind what it shares with others."""
    return held.mention.spans[-1].start


def _is_stated(held: Held) -> bool:
    """Tell whether a mention neither asks nor was cut from what negates or supposes it."""
    return not asks(held) and not is_turned_outside(held)


def is_statement_of(accusation: Held, parties: frozenset[str]) -> bool:
    """Tell whether a mention says of one of the parties, in another's voice, what it does."""
    statement = accusation.statement
    meaning = statement.meaning
    if statement.denial or statement.modality == "planned" or not _is_stated(accusation):
        return False
    unfit = meaning.count("deniers") or has_kind(meaning.text, "absence")
    if unfit or names_only(accusation.parties) & parties:
        return False
    named = meaning.agents or meaning.names()
    return bool(parties & named) and accusation.mention.kind in {"fact", "position"}


def _cover(
    scene: Scene, number: int, answer: Answer, other: int
) -> tuple[float, float, float, frozenset[int], bool]:
    """Return how much of the answer's own words the other covers, and back, which, and `aside`."""
    left, right = scene.held[number].statement, scene.held[other].statement
    pair = Pair(left, right, scene.pile.rarity)
    own = list(answer.own)
    around = np.array(
        [
            AROUND if left.meaning.terms[n].concept in right.context
            or left.meaning.terms[n].sense in right.context else 0.0
            for n in own
        ],
        dtype=np.float32,
    )  # fmt: skip
    best = np.maximum(pair.best_left[own], around)
    matter = share_of(best, pair.weight_left[own]) if own else 0.0
    acts = np.array([not left.meaning.terms[n].name for n in own], dtype=bool)
    cover = min(matter, float(best[acts].mean())) if acts.any() else matter
    keep = np.array(
        [not term.name and term.sense not in EVIDENCE for term in right.meaning.terms], dtype=bool
    )
    back = share_of(pair.best_right[keep], pair.weight_right[keep]) if keep.any() else 0.0
    item = item_of(right)
    aside = bool(item) and share_of(pair.best_right[item], pair.weight_right[item]) < ITEM
    met = frozenset(n for n, b in zip(own, best, strict=True) if b >= MET)
    return cover, matter, back, met, aside


def _closeness(one: Held, two: Held) -> float:
    """Return how close an accusation stands to an answer in its document, 0..1."""
    if one.mention.document != two.mention.document:
        return 0.0
    apart = start_of(one) - start_of(two)
    closeness = max(0.0, 1.0 - abs(apart) / NEAR)
    return closeness if apart >= 0 else AFTER * closeness


def _is_reproach(held: Held, parties: frozenset[str]) -> bool:
    """Tell whether a mention says of one of the parties, in another's voice, what it did not do."""
    statement = held.statement
    if names_only(held.parties) & parties or not any(statement.meaning.negated):
        return False
    return bool(statement.meaning.names() & parties) and statement.modality in FLAT


def _is_shown(held: Held, parties: frozenset[str]) -> bool:
    """Tell whether a mention states flatly, in another's voice, what there may be evidence of."""
    statement = held.statement
    if statement.denial or statement.negative or statement.modality not in FLAT:
        return False
    same = names_only(held.parties) == parties and bool(parties)
    return not same and held.mention.kind == "fact" and _is_stated(held)


def find_disputes(scene: Scene, number: int, answer: Answer) -> list[int]:
    """Return where others say of a party that it is not what it calls itself ("not neutral")."""
    meaning = scene.held[number].statement.meaning
    if negates_act(meaning.text, meaning.turns):
        return []
    claimed = {
        term.concept
        for term, negated in zip(meaning.terms, meaning.negated, strict=True)
        if not negated and has_kind(term.word, "excuse")
    }
    places = {n for party in sorted(answer.parties) for n in scene.by_dispute.get(party, ())}
    found = []
    for n in sorted(n for n in places - {number} if scene.pile.is_surely_one(number, n)):
        other = scene.held[n].statement.meaning
        past = places_of(other.text, "beyond")
        turned = zip(other.terms, other.negated, strict=True)
        refused = {
            t.concept for t, flag in turned if flag or any(a <= t.start < b for a, b in past)
        }
        if claimed & refused and not names_only(scene.held[n].parties) & answer.parties:
            found.append(n)
    return found


FITS: Final = {"absence": _is_shown, "affirmation": _is_reproach}


def _tells_of_answer(answer: Held, held: Held) -> bool:
    """Tell whether a mention is the outlet's account of the speech that the answer stands in."""
    one, two = answer.mention, held.mention
    beside = one.document == two.document and one.sentence == two.sentence
    return beside and not two.chain and not blames(held.statement.meaning.text)


def find_targets(scene: Scene, number: int, answer: Answer) -> list[Target]:
    """Return what others say of the parties that answer, in a fixed order."""
    one = scene.held[number]
    places = set(scene.near.get(number, ())) | set(scene.by_document[one.mention.document])
    fits = FITS.get(answer.kind, is_statement_of)
    parties = names_around(one) if answer.kind == "absence" else answer.parties
    places |= told_of(scene, number, parties)
    if answer.kind != "affirmation":
        places -= set(scene.answers)
    places.discard(number)
    said = [
        n
        for n in sorted(places)
        if fits(scene.held[n], answer.parties) and not _tells_of_answer(one, scene.held[n])
    ]
    blaming = {n for n in said if blames(scene.held[n].statement.meaning.text)}
    most = max((scene.weight[n] for n in blaming or said), default=1)
    alone = 1.0 / max(1, len(blaming))
    found = []
    for n in said:
        cover, matter, back, met, aside = _cover(scene, number, answer, n)
        central = min(1.0, math.log(scene.weight[n]) / math.log(most)) if most > 1 else alone
        meaning = scene.held[n].statement.meaning
        found.append(
            Target(
                n, cover, matter, back, _closeness(one, scene.held[n]), central,
                blaming=blames(meaning.text), acting=names_as_acting(meaning, answer.parties),
                against=oppose(scene.pile, number, n) if cover >= TOUCHED and answer.own else 0.0,
                charging=has_kind(meaning.text, "charge"),
                shown=has_kind(meaning.text, "shown"), met=met, aside=aside,
            )
        )  # fmt: skip
    return found
