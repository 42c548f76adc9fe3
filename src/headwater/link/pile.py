"""The distinct statements of a pile, and every comparison made of them."""

from collections.abc import Iterable
from typing import Final

from headwater.link.alignment import Pair, Statement, pile_rarity
from headwater.link.cluster import Link, Scored
from headwater.link.compare import Measured, Read, Verdict, decide, measure_pair, read_pair
from headwater.link.inner import tells_clause
from headwater.link.judged import Judged
from headwater.link.matters import Matters, needed
from headwater.link.narrower import adds_item, narrows
from headwater.link.prepare import Held
from headwater.link.remembered import Remembered, recall, remember
from headwater.link.settings import LinkSettings
from headwater.link.stated import are_silent_apart
from headwater.link.verdicts import feel_for_themselves, judge_otherwise

THOROUGH: Final = 1200  # statements up to which pairs that meet only in a merge are read too
ONE_DENIAL: Final = 0.6  # score of two denials of one thing by one party; as for words in a row
ONE_CLAIM: Final = 0.4  # probability of one claim from which a pair may begin one
WORTH_ASKING: Final = 0.2  # probability of one claim from which both are looked at closely
READS_EACH: Final = 0.4  # pairs that are read for each statement of a large pile; 1.2 ms of work


class Pile:
    """Distinct statements of a pile, compared at most once each."""

    def __init__(self, held: tuple[Held, ...], judged: Judged, reader: Read | None) -> None:
        """Find the distinct statements of mentions in a fixed order."""
        self.held, self.judged = held, judged
        self.first: list[int] = []  # position in `held` of each distinct statement
        self.node: list[int] = []  # distinct statement of each position
        self.homes: list[set[str]] = []  # documents of each distinct statement
        self.matters = Matters(held)
        by_key: dict[tuple[str, ...], int] = {}
        for number, key in enumerate(self._keys()):
            if key not in by_key:
                by_key[key] = len(self.first)
                self.first.append(number)
                self.homes.append(set())
            self.node.append(by_key[key])
            self.homes[by_key[key]].add(held[number].mention.document)
        self.rarity = pile_rarity(held[number].statement for number in self.first)
        self.verdicts: dict[Link, Verdict] = {}
        self.reader = reader
        self.was_read: set[Link] = set()
        self.later: dict[tuple[Link, bool], Verdict] = {}
        self.left = 0  # pairs that may yet be read
        self.apart = {self.nodes(pair) for pair in judged.apart}
        self.sisters = self._find_sisters()
        self.changed: set[Link] = set()  # pairs of which one brings the other up to date
        self.denied: set[Link] = set()  # pairs by which one party denies one thing
        self.same = {self.nodes(pair) for pair in judged.same} - self.apart

    def _keys(self) -> list[tuple[str, ...]]:
        """Return for each position what it states: the words, and the matter if they name none."""
        documents: dict[tuple[str, ...], set[str]] = {}
        for one in self.held:
            documents.setdefault(one.key, set()).add(one.mention.document)
        parts: dict[tuple[str, ...], dict[str, str]] = {}
        found = []
        for number, one in enumerate(self.held):
            own = str(number) if number in self.judged.alone else ""
            if len(documents[one.key]) > 1 and needed(one.statement, one.statement) != "nothing":
                if one.key not in parts:
                    parts[one.key] = self.matters.part(documents[one.key])
                own += parts[one.key][one.mention.document]
            found.append((*one.key, own))
        return found

    def _find_sisters(self) -> set[Link]:
        """Return pairs of one sentence: they say different things."""
        split: dict[tuple[str, object], set[int]] = {}
        for number, one in enumerate(self.held):
            for part in (one.mention.statement, one.mention.sentence):
                split.setdefault((one.mention.document, part), set()).add(self.node[number])
        return {(a, b) for nodes in split.values() for a in nodes for b in nodes if a < b}

    def _is_bare(self, left: int, right: int) -> bool:
        """Tell whether one of two statements claims nothing, and their words differ."""
        one, two = (self.held[self.first[node]].mention for node in (left, right))
        return (one.fragment or two.fragment) and one.text.casefold() != two.text.casefold()

    def nodes(self, pair: Link) -> Link:
        """Return the distinct statements of two positions, the lower first."""
        a, b = self.node[pair[0]], self.node[pair[1]]
        return min(a, b), max(a, b)

    def is_one_matter(self, left: int, right: int) -> bool:
        """Tell whether documents of two distinct statements may tell of one matter."""
        is_one = self.matters.is_one
        return any(is_one(a, b) for a in self.homes[left] for b in self.homes[right])

    def is_surely_one(self, left: int, right: int) -> bool:
        """Tell whether documents of two distinct statements surely tell of one matter."""
        is_close = self.matters.is_close
        return any(is_close(a, b) for a in self.homes[left] for b in self.homes[right])

    def may_meet(self, pair: Link) -> bool:
        """Tell whether two distinct statements may be of one matter, by document or by words."""
        need = needed(*self._statements(pair))
        if need == "surely one":
            return self.is_surely_one(*pair)
        return need == "nothing" or self.is_one_matter(*pair)

    def compare(self, pairs: Iterable[Link], settings: LinkSettings) -> None:
        """Compare pairs: all by measure, the most promising ones by the reader too."""
        heard = tuple((self.held[n].statement, self._words(n)) for n in self.first)
        homes = tuple(map(frozenset, self.homes))  # which pairs may meet rests on them too
        key = (heard, homes, settings, self.reader)
        known = recall(key)
        if known is None:
            self._compare(pairs, settings)
            known = Remembered(dict(self.verdicts), frozenset(self.was_read), {})
            remember(key, known, len(heard))
        self.verdicts, self.was_read = dict(known.verdicts), set(known.was_read)
        self.later = known.later
        self.left = settings.reads if len(self.first) <= THOROUGH else 0

    def _compare(self, pairs: Iterable[Link], settings: LinkSettings) -> None:
        for pair in pairs:
            self.verdicts[pair] = decide(self._measure(pair))
        if self.reader is None:
            return
        found = self.verdicts
        worth = (pair for pair, verdict in found.items() if verdict.claim >= settings.read_from)
        ranked = sorted(worth, key=lambda pair: (-found[pair].claim, pair))
        most = max(settings.reads, round(READS_EACH * len(self.first)))
        for pair in ranked[:most]:
            found[pair] = decide(self._measure(pair), self._read(pair))
            self.was_read.add(pair)

    def may_begin(self, pair: Link) -> bool:
        """Tell whether a pair may begin a group: in a large pile only one that was read."""
        return self.reader is None or len(self.first) <= THOROUGH or pair in self.was_read

    def matched(self, pair: Link) -> Pair:
        """Return two distinct statements with their words matched."""
        return Pair(*self._statements(pair), self.rarity)

    def _statements(self, pair: Link) -> tuple[Statement, Statement]:
        left, right = (self.held[self.first[node]].statement for node in pair)
        return left, right

    def _measure(self, pair: Link) -> Measured:
        return measure_pair(*self._statements(pair), self.rarity)

    def _read(self, pair: Link) -> dict[str, float] | None:
        if self.reader is None:
            return None
        left, right = (self._words(self.first[node]) for node in pair)
        return read_pair(self.reader, left, right)

    def _words(self, number: int) -> str:
        """Return the words of a mention as they are read."""
        return self.held[number].words

    def verdict(self, left: int, right: int) -> Verdict:
        """Return the comparison of two distinct statements; made now if it was no candidate."""
        pair = (left, right)
        found = self.verdicts.get(pair)
        if found is None:
            ask = self.left > 0
            self.left -= ask
            found = self.later.get((pair, ask))
            if found is None:
                found = decide(self._measure(pair), self._read(pair) if ask else None)
                self.later[pair, ask] = found
            self.verdicts[pair] = found
        return found

    def score(self, left: int, right: int) -> Scored:
        """Return how surely two distinct statements are one claim; judgements come first."""
        if (left, right) in self.apart:
            return Scored(0.0, wall=True)
        if (left, right) in self.same:
            return Scored(1.0, wall=False)
        pair = (left, right)
        if pair in self.denied:
            return Scored(ONE_DENIAL, wall=False)
        if pair in self.sisters or pair in self.changed or self._is_bare(left, right):
            return Scored(0.0, wall=True)
        if not self.may_meet(pair):
            return Scored(0.0, wall=True)
        one, two = (self.held[self.first[node]] for node in pair)
        if any(part(one, two) for part in (narrows, are_silent_apart, feel_for_themselves)):
            return Scored(0.0, wall=True)
        verdict = self.verdict(left, right)
        if verdict.claim >= WORTH_ASKING and self._tells_other(pair):
            return Scored(0.0, wall=True)
        sure = verdict.label == "same" or verdict.claim >= ONE_CLAIM
        return Scored(verdict.claim, wall=verdict.wall, sure=sure)

    def _tells_other(self, pair: Link) -> bool:
        """Tell whether one side adds a list's item, tells a clause alone, or judges otherwise."""
        matched = self.matched(pair)
        return adds_item(matched) or tells_clause(matched) or judge_otherwise(matched)

    def implied(self, one: int, by: int) -> float:
        """Return how surely a distinct statement is said by another, with more detail or not."""
        left, right = min(one, by), max(one, by)
        if one == by or (left, right) in self.same:
            return 1.0
        shares = self.verdict(left, right).shares
        return shares["same"] + shares["entails_ba" if by == right else "entails_ab"]
