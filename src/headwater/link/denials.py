"""Which accusation a denial answers."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

import numpy as np

from headwater.link.alignment import Rarity, align, share_of
from headwater.link.prepare import Held
from headwater.link.turns import negates_act
from headwater.link.words import tokens_of
from headwater.model.claim import RelationKind
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
OPENING: Final = 4  # words in which a speaker names itself
BLANKET: Final = frozenset(
    {
        "#accuse",
        "#claim",
        "#deny",
        "#false",
        "#lie",
        "#report",
        "#say",
        "#evidence",
        "#true",
        "#media",
    }
)  # a denial made of such words alone answers whatever stands before it


class Found(NamedTuple):
    """A relation between two statements, by position."""

    kind: RelationKind
    one: int
    two: int
    score: float
    weak: bool = False
    reasons: tuple[Reason, ...] = ()


def start_of(held: Held) -> int:
    """Return where a mention begins in its document."""
    return held.mention.spans[0].start


def about_one(denial: Held, accusation: Held, rarity: Rarity) -> float:
    """Return how far the two are about one thing, parties and words of evidence aside, 0..1."""
    pair = align(denial.statement, accusation.statement, rarity)
    shares = []
    for terms, best, weight in (
        (denial.statement.meaning.terms, pair.best_left, pair.weight_left),
        (accusation.statement.meaning.terms, pair.best_right, pair.weight_right),
    ):
        keep = np.array([not t.name and t.sense not in EVIDENCE for t in terms], dtype=bool)
        shares.append(share_of(best[keep], weight[keep]) if keep.any() else 0.0)
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
    opening = tokens_of(meaning.text)[:OPENING]
    own = held.parties & meaning.agents or any(t.lower in FIRST_PERSON for t in opening)
    acts = negates_act(meaning.text, meaning.turns)
    return acts and bool(own) and held.mention.kind in {"fact", "position"}


def _is_blanket(held: Held) -> bool:
    """Tell whether a denial has too few words of its own to be about one thing."""
    own = [term for term in held.statement.meaning.terms if not term.name]
    return held.statement.denial and all(term.sense in BLANKET for term in own)


def _relation(held: Sequence[Held], number: int, other: int, cover: float) -> Found:
    """Return the relation of a denial to the accusation that it answers."""
    places = tuple(
        Place(document=one.mention.document, span=span)
        for one in (held[number], held[other])
        for span in one.mention.spans[:1]
    )
    head_on = cover >= HEAD_ON
    text = "the party named in the accusation rejects it"
    if not head_on:
        text = "the party named rejects something close to it"
    score = round(min(1.0, cover), 6)
    reason = Reason(rule="denial", text=text, places=places, weight=score)
    return Found("denies", number, other, score, weak=not head_on, reasons=(reason,))


def _answered(
    held: Sequence[Held], number: int, near: set[int], before: Sequence[int], rarity: Rarity
) -> list[tuple[float, int]]:
    """Return the accusations that a denial answers, with how far they are about one thing."""
    denial = held[number]
    accusing = [n for n in sorted(near | set(before)) if _accuses(held[n], denial.parties)]
    scored = [(about_one(denial, held[n], rarity), n) for n in accusing]
    ahead = [n for n in before if n in accusing]
    if ahead and _is_blanket(denial):
        scored.append((HEAD_ON, ahead[-1]))
    scored.sort(key=lambda item: (-item[0], item[1]))
    best = scored[0][0] if scored else 0.0
    return [item for item in scored[:ANSWERED] if item[0] >= max(ANSWERS, best * CLOSE)]


def find_denials(
    held: Sequence[Held], pairs: Iterable[tuple[int, int]], rarity: Rarity, weight: Sequence[int]
) -> list[Found]:
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
    for place, mention in enumerate(item.mention for item in held):
        places.setdefault(mention.document, []).append(place)
    found = []
    for number in (n for n, one in enumerate(held) if _rejects(one)):
        start = start_of(held[number])
        before = [
            n for n in places[held[number].mention.document] if 0 < start - start_of(held[n]) < NEAR
        ]
        before.sort(key=lambda n: (weight[n], start_of(held[n])))
        answered = _answered(held, number, near.get(number, set()), before, rarity)
        found += [_relation(held, number, other, cover) for cover, other in answered]
    return found
