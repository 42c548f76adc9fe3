"""The distinct statements of a pile, as answers look at them: who says what of whom, and where."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Final, NamedTuple

from headwater.link.answers import Answer, names_only, read_answer, stand_in
from headwater.link.pile import Pile
from headwater.link.prepare import Held
from headwater.link.wording import blames, has_kind

WIDEST: Final = 40  # accusations of one party from other documents that are looked at


class Scene(NamedTuple):
    """The distinct statements of a pile, as answers look at them.

    Attributes:
        weight: Of each statement, how widely its claim is told.
        claim: Of each statement, the first of its claim.
        near: Of each statement, those that share words with it.
        by_document: Statements of each document.
        by_party: Statements of what each party does, those that blame it first.
        by_dispute: Statements that say what each party is not.
        answers: What each answering statement answers with.
    """

    pile: Pile
    held: Sequence[Held]
    weight: Mapping[int, int]
    claim: Mapping[int, int]
    near: dict[int, set[int]]
    by_document: dict[str, list[int]]
    by_party: dict[str, list[int]]
    by_dispute: dict[str, list[int]]
    answers: dict[int, Answer]


def _told(pile: Pile, groups: Iterable[Sequence[int]]) -> dict[int, int]:
    """Return for each distinct statement the documents times the mentions of its claim."""
    documents: dict[int, list[str]] = {}
    for number, one in enumerate(pile.held):
        documents.setdefault(pile.node[number], []).append(one.mention.document)
    found = {}
    for members in groups:
        names = [name for node in members for name in documents[node]]
        found.update(dict.fromkeys(members, len(set(names)) * len(names)))
    return found


def _near(pairs: Iterable[tuple[int, int]]) -> dict[int, set[int]]:
    """Return for each statement those that it was found to share words with."""
    near: dict[int, set[int]] = {}
    for one, two in pairs:
        near.setdefault(one, set()).add(two)
        near.setdefault(two, set()).add(one)
    return near


def _disputing(held: Sequence[Held]) -> dict[str, list[int]]:
    """Return the statements that say what each party is not ("not neutral")."""
    found: dict[str, list[int]] = {}
    for number, one in enumerate(held):
        meaning = one.statement.meaning
        refused = any(meaning.negated) or has_kind(meaning.text, "beyond")
        if refused and has_kind(meaning.text, "excuse"):
            for name in sorted(names_only(meaning.names())):
                found.setdefault(name, []).append(number)
    return found


def _by_party(
    held: Sequence[Held], places: Iterable[int], weight: Mapping[int, int]
) -> dict[str, list[int]]:
    """Return the statements of what each party does, those that blame it first."""
    found: dict[str, list[int]] = {}
    blaming: dict[int, bool] = {}
    for number in places:
        meaning = held[number].statement.meaning
        blaming[number] = blames(meaning.text)
        if meaning.agents or blaming[number]:
            for name in sorted(names_only(meaning.agents or meaning.names())):
                found.setdefault(name, []).append(number)
    for name, numbers in found.items():
        found[name] = sorted(numbers, key=lambda n: (not blaming[n], -weight[n], n))
    return found


def set_scene(
    pile: Pile, pairs: Iterable[tuple[int, int]], groups: Iterable[Sequence[int]]
) -> Scene:
    """Return the distinct statements of a pile with what is needed to find accusations."""
    held = [pile.held[number] for number in pile.first]
    listed = [tuple(members) for members in groups]
    weight = _told(pile, listed)
    claim = {node: members[0] for members in listed for node in members}
    by_document: dict[str, list[int]] = {}
    for number, one in enumerate(held):
        by_document.setdefault(one.mention.document, []).append(number)
    answers = {n: found for n, one in enumerate(held) if (found := read_answer(one)) is not None}
    for n, found in answers.items():
        held[n], answers[n] = stand_in(held[n], found)
    by_party = _by_party(held, [n for n in range(len(held)) if n not in answers], weight)
    disputes = _disputing(held)
    return Scene(pile, held, weight, claim, _near(pairs), by_document, by_party, disputes, answers)


def told_of(scene: Scene, number: int, parties: Iterable[str]) -> set[int]:
    """Return what documents that may be of a statement's matter say parties do, the gravest."""
    found: set[int] = set()
    for party in sorted(parties):
        told = scene.by_party.get(party, ())
        found |= set(islice((n for n in told if scene.pile.is_surely_one(number, n)), WIDEST))
    return found
