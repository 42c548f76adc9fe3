"""What people decided about who is who: joined, parted, renamed, graded."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from headwater.judgements.moment import moment
from headwater.judgements.pairs import Demand, settle
from headwater.judgements.sources import SourceFinder
from headwater.judgements.words import reason
from headwater.model.attribution import Attribution
from headwater.model.document import Document
from headwater.model.judgement import Anchor, Judgement
from headwater.model.source import Source
from headwater.resolve.cluster import Join
from headwater.resolve.party import Party
from headwater.text.names import fold_name

JUDGED: float = 2.0  # above every weight of a rule, so that people's joins are made first


class Judged(NamedTuple):
    """Joins and bars between parties, by their places, that people decided.

    Attributes:
        together: Pairs that people joined, also through others; no rule may bar them.
    """

    joins: list[Join]
    apart: list[tuple[int, int]]
    together: frozenset[tuple[int, int]]


def judge_parties(
    parties: Sequence[Party],
    documents: Iterable[Document],
    attributions: Iterable[Attribution],
    judgements: Iterable[Judgement],
) -> Judged:
    """Return what people decided of the parties; where two decisions collide the later one wins."""
    pointing = _Pointing(parties, documents, attributions)
    demands, by_id = [], {}
    for one in _latest_names(judgements):
        by_id[one.id] = one
        demands += [
            Demand(moment(one), one.kind != "different_source", left, right)
            for left, right in _pairs(one, pointing)
        ]
    joins: list[Join] = []
    apart = []
    for demand in settle(demands):
        left, right = sorted((_number(demand.left), _number(demand.right)))
        if demand.same:
            why = reason(by_id[demand.made[1]], "that these are one source")
            joins.append((JUDGED, left, right, why))
        else:
            apart.append((left, right))
    return Judged(joins, apart, _components([join[1:3] for join in joins]))


def _latest_names(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Return the judgements without what was said of a name before the latest word on it."""
    kept: dict[tuple[object, ...], Judgement] = {}
    for one in sorted(judgements, key=moment):
        names = tuple((fold_name(a.name or ""), a.digest) for a in one.about)
        renames = one.kind == "source_is" and _by_name(one)
        kept[("source_is", *names) if renames else (one.id,)] = one
    return list(kept.values())


def _number(item: object) -> int:
    """Return the place of a party that a demand is about.

    Raises:
        TypeError: If it is no place.
    """
    if not isinstance(item, int):
        raise TypeError(item)
    return item


def _pairs(judgement: Judgement, pointing: "_Pointing") -> list[tuple[int, int]]:
    """Return the pairs of parties that one judgement is about."""
    sides = [pointing.find(anchor) for anchor in judgement.about]
    if judgement.kind == "different_source" and len(sides) > 1:
        return [(a, b) for side in sides[1:] for a in sides[0] for b in side if a != b]
    if judgement.kind == "source_is" and _by_name(judgement):
        sides.append(pointing.find(Anchor(name=judgement.value)))
    elif judgement.kind != "same_source":
        return []
    return list(pairwise(sorted({at for side in sides for at in side})))


def _by_name(judgement: Judgement) -> bool:
    """Tell whether a judgement says who a name is, and not who says something at a place."""
    return bool(judgement.value) and all(anchor.span is None for anchor in judgement.about)


def _components(pairs: Iterable[tuple[int, int]]) -> frozenset[tuple[int, int]]:
    """Return all pairs that are connected, in both orders."""
    group: dict[int, set[int]] = {}
    for left, right in pairs:
        merged = group.get(left, {left}) | group.get(right, {right})
        group.update(dict.fromkeys(merged, merged))
    return frozenset((a, b) for a, members in group.items() for b in members if a != b)


class _Pointing:
    """The parties of a case, by what anchors know of them."""

    def __init__(
        self,
        parties: Sequence[Party],
        documents: Iterable[Document],
        attributions: Iterable[Attribution],
    ) -> None:
        self._parties = parties
        self._digests = {document.id: document.digest for document in documents}
        self._spans = {one.id: one.source or one.content for one in attributions}

    def find(self, anchor: Anchor) -> list[int]:
        """Return the places of the parties that an anchor means, in order."""
        if anchor.name is None and anchor.span is None:
            return []
        return [at for at, party in enumerate(self._parties) if self._fits(anchor, party)]

    def _fits(self, anchor: Anchor, party: Party) -> bool:
        """Tell whether a party is in the document, of the name and at the place of an anchor."""
        if anchor.digest and anchor.digest != self._digests[party.document]:
            return False
        names = (party.name, *party.wordings)
        if anchor.name and fold_name(anchor.name) not in map(fold_name, names):
            return False
        span = anchor.span
        return span is None or any(
            part.overlaps(span) for key in party.attributions for part in self._spans.get(key, ())
        )


def finish_judged(
    sources: Sequence[Source],
    documents: Iterable[Document],
    attributions: Iterable[Attribution],
    judgements: Iterable[Judgement],
) -> tuple[Source, ...]:
    """Return the sources with the names and the reliability that people gave them, by id."""
    finder = SourceFinder(documents, attributions, sources)
    changes: Mapping[str, dict[str, object]] = defaultdict(dict)
    by_id = {source.id: source for source in sources}
    for one in sorted(judgements, key=moment):
        keys = sorted({key for anchor in one.about for key in finder.find(anchor)})
        for key in keys if one.kind == "reliability" else ():
            why = reason(one, f"that {by_id[key].name} is of reliability {one.value}")
            changes[key].update(reliability=one.value, graded=why)
        for key in keys if one.kind == "source_is" and _by_name(one) else ():
            known = {by_id[key].name, *by_id[key].aliases} - {one.value or ""}
            why = reason(one, f"that this is {one.value}")
            reasons = (why, *(r for r in by_id[key].reasons if r != why))
            changes[key].update(name=one.value, aliases=tuple(sorted(known)), reasons=reasons)
    return tuple(
        msgspec.structs.replace(source, **changes[source.id]) if source.id in changes else source
        for source in sources
    )
