"""An analyst's decisions about which mentions state one claim."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from headwater.judgements import meant
from headwater.judgements.moment import moment
from headwater.judgements.pairs import Demand, settle
from headwater.judgements.words import reason
from headwater.link.figures import Figure
from headwater.link.prepare import Held
from headwater.model.claim import Comparison
from headwater.model.document import Document
from headwater.model.judgement import Anchor, Judgement
from headwater.model.mention import Mention
from headwater.model.reason import Reason
from headwater.model.span import Place

Pair = tuple[int, int]
Nodes = Callable[[Pair], Pair]
PAIRING: Final = frozenset({"same_claim", "different_claim", "contradicts"})


class Judged(NamedTuple):
    """Pairs of positions that a person joined, parted or set against each other, with the id.

    Attributes:
        dropped: Positions that are no claim.
        alone: Positions that a person parted from others of the same words.
        by: The judgements, by id.
    """

    same: dict[Pair, str]
    apart: dict[Pair, str]
    against: dict[Pair, str]
    dropped: dict[int, str]
    alone: frozenset[int] = frozenset()
    by: dict[str, Judgement] = {}  # noqa: RUF012 - never changed

    def reason(self, key: str, what: str, held: Sequence[Held], pair: Pair) -> Reason:
        """Return the reason that one of these judgements is."""
        places = {
            Place(document=held[n].mention.document, span=held[n].mention.spans[0]) for n in pair
        }
        return reason(self.by[key], what, tuple(sorted(places)))

    def joined(self, nodes: Pair, node_of: Nodes, held: Sequence[Held]) -> list[Reason]:
        """Return who decided that two distinct statements are one claim."""
        return [
            self.reason(key, "that these are one claim", held, pair)
            for pair, key in sorted(self.same.items())
            if node_of(pair) == nodes
        ]

    def parted(
        self, members: frozenset[int], node: Sequence[int], held: Sequence[Held]
    ) -> list[Reason]:
        """Return who decided that a group of distinct statements is not another claim."""
        return [
            self.reason(key, "that these are different claims", held, pair)
            for pair, key in sorted(self.apart.items())
            if len({node[number] in members for number in pair}) > 1
        ]

    def compared(self, held: Sequence[Held]) -> Iterator[Comparison]:
        """Yield the comparisons that people made."""
        for table, label, score, what in (
            (self.same, "same", 1.0, "that these are one claim"),
            (self.apart, "unrelated", 0.0, "that these are different claims"),
        ):
            for pair, key in sorted(table.items()):
                left, right = sorted(held[number].mention.id for number in pair)
                why = self.reason(key, what, held, pair)
                found = "contradicts" if pair in self.against else label
                yield Comparison(left=left, right=right, label=found, score=score, reasons=(why,))  # type: ignore[arg-type]


class _Shelf:
    """The mentions by the digest of their document, for anchors to be held against."""

    def __init__(self, held: Sequence[Held], documents: Iterable[Document]) -> None:
        digests = {document.id: document.digest for document in documents}
        self._found: dict[str, list[meant.Found]] = {}
        for number, one in enumerate(held):
            thing = meant.Found(key=number, spans=one.mention.spans, text=one.mention.text)
            self._found.setdefault(digests.get(one.mention.document, ""), []).append(thing)

    def find(self, anchor: Anchor) -> tuple[int, ...]:
        """Return the positions that an anchor means: those of its words if there are any."""
        if anchor.digest is None or anchor.span is None:
            return ()
        keys = meant.meant(anchor, self._found.get(anchor.digest, ()))
        return tuple(key for key in keys if isinstance(key, int))


def read_judgements(
    judgements: Iterable[Judgement], held: Sequence[Held], documents: Iterable[Document]
) -> Judged:
    """Return what the judgements in force say of these mentions; the latest wins."""
    listed = sorted(judgements, key=moment)
    undone = {one.undoes for one in listed if one.undoes}
    listed = [one for one in listed if one.id not in undone]
    shelf = _Shelf(held, documents)
    found = Judged({}, {}, {}, {}, by={one.id: one for one in listed})
    demands: list[Demand] = []
    for one in listed:
        places = [shelf.find(anchor) for anchor in one.about]
        meant_now = {number for place in places for number in place}
        if one.kind == "not_a_claim":
            found.dropped.update(dict.fromkeys(meant_now, one.id))
        elif one.kind in PAIRING | {"own_claim"}:
            for number in meant_now:
                found.dropped.pop(number, None)
        if one.kind in PAIRING:
            demands += _demands(one, places)
    _settle(found, demands)
    return found._replace(alone=_alone(found, held))


def _settle(found: Judged, demands: Iterable[Demand]) -> None:
    """Fill in which pairs are one, apart or opposed; of what collides, the later holds."""
    for demand in settle(demands):
        pair = _pair(demand)
        table = found.same if demand.same else found.apart
        table[pair] = demand.made[1]
        if not demand.same and found.by[demand.made[1]].kind == "contradicts":
            found.against[pair] = demand.made[1]
        elif not demand.same:
            found.against.pop(pair, None)


def _demands(judgement: Judgement, places: Sequence[tuple[int, ...]]) -> Iterator[Demand]:
    """Yield what a judgement asks of its first place and each further one."""
    others = [number for place in places[1:] for number in place]
    made = moment(judgement)
    for one in places[0] if places else ():
        for two in others:
            if one != two:
                yield Demand(made, judgement.kind == "same_claim", min(one, two), max(one, two))


def _pair(demand: Demand) -> Pair:
    """Return the positions that a demand is about.

    Raises:
        TypeError: If they are none.
    """
    if not isinstance(demand.left, int) or not isinstance(demand.right, int):
        raise TypeError(demand)
    return demand.left, demand.right


def _alone(found: Judged, held: Sequence[Held]) -> frozenset[int]:
    """Return the first of each two positions that were parted although they say it in one way."""
    return frozenset(one for one, two in found.apart if held[one].key == held[two].key)


def obey(held: Iterable[Held]) -> tuple[Held, ...]:
    """Return mentions as they are to be compared once people corrected them, in a fixed order."""
    changed = [_obey(one) if one.mention.corrected else one for one in held]
    return tuple(sorted(changed, key=lambda h: (h.key, h.mention.stated or "", h.mention.id)))


def _obey(held: Held) -> Held:
    """Return a mention whose polarity and figures are those that a person gave it."""
    mention, statement = held.mention, held.statement
    if "polarity" in mention.corrected:
        statement = statement._replace(negative=mention.polarity == "negative")
    if "modality" in mention.corrected:
        statement = statement._replace(denial=mention.modality == "denied")
    if "quantity" in mention.corrected:
        meaning = statement.meaning._replace(figures=tuple(_figures(mention)))
        statement = statement._replace(meaning=meaning)
    figures = ",".join(f"{a.comparator}{a.value!r}{a.unit}" for a in mention.amounts)
    key = (*held.key, *mention.corrected, mention.polarity, mention.modality, figures)
    return held._replace(statement=statement, key=key)


def _figures(mention: Mention) -> Iterator[Figure]:
    """Yield the amounts of a mention as they are compared."""
    start = mention.spans[0].start
    for amount in mention.amounts:
        unit = "money" if amount.unit.isupper() and amount.unit.isalpha() else amount.unit
        at = max(0, amount.span.start - start)
        yield Figure(amount.value, unit, amount.comparator, at, at + 1)
