"""Mentions of all documents to claims, stances and relations."""

from collections.abc import Sequence

from headwater.link.alignment import pile_rarity
from headwater.link.block import find_candidates
from headwater.link.cluster import Scored, join_groups
from headwater.link.compare import Verdict, compare
from headwater.link.compare_pairs import reasons_of
from headwater.link.denials import Found, find_denials
from headwater.link.judged import Judged, read_judgements
from headwater.link.prepare import Held, prepare
from headwater.link.relations import lift, relate_pair
from headwater.link.settings import LinkSettings
from headwater.link.stance import find_stance
from headwater.model.attribution import Attribution
from headwater.model.base import Record, content_id
from headwater.model.claim import Claim, Comparison, Relation, Stance
from headwater.model.document import Document
from headwater.model.judgement import Judgement
from headwater.model.mention import Mention
from headwater.model.reason import Reason
from headwater.model.source import Source

Link = tuple[int, int]


class Linked(Record, frozen=True, kw_only=True):
    """What the stage gives, each tuple sorted by id."""

    claims: tuple[Claim, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    stances: tuple[Stance, ...] = ()
    relations: tuple[Relation, ...] = ()


class _Pile:
    """Distinct statements of a pile, compared at most once each."""

    def __init__(self, held: tuple[Held, ...], judged: Judged) -> None:
        self.held, self.judged = held, judged
        self.first: list[int] = []  # position in `held` of each distinct statement
        self.node: list[int] = []  # distinct statement of each position
        by_key: dict[tuple[str, ...], int] = {}
        for number, one in enumerate(held):
            if one.key not in by_key:
                by_key[one.key] = len(self.first)
                self.first.append(number)
            self.node.append(by_key[one.key])
        self.rarity = pile_rarity(held[number].statement for number in self.first)
        self.verdicts: dict[Link, Verdict] = {}
        self.apart = {self.nodes(pair) for pair in judged.apart}
        self.sisters = self._find_sisters()
        self.same = {self.nodes(pair) for pair in judged.same} - self.apart

    def _find_sisters(self) -> set[Link]:
        """Return pairs that were split from one statement: they say different things."""
        split: dict[tuple[str, object], set[int]] = {}
        for number, one in enumerate(self.held):
            split.setdefault((one.mention.document, one.mention.statement), set()).add(
                self.node[number]
            )
        return {(a, b) for nodes in split.values() for a in nodes for b in nodes if a < b}

    def nodes(self, pair: Link) -> Link:
        """Return the distinct statements of two positions, the lower first."""
        a, b = self.node[pair[0]], self.node[pair[1]]
        return min(a, b), max(a, b)

    def verdict(self, left: int, right: int) -> Verdict:
        """Return the comparison of two distinct statements."""
        found = self.verdicts.get((left, right))
        if found is None:
            a, b = self.held[self.first[left]], self.held[self.first[right]]
            found = self.verdicts[left, right] = compare(a.statement, b.statement, self.rarity)
        return found

    def score(self, left: int, right: int) -> Scored:
        """Return how surely two distinct statements are the same; judgements come first."""
        if (left, right) in self.apart:
            return Scored(0.0, wall=True)
        if (left, right) in self.same:
            return Scored(1.0, wall=False)
        if (left, right) in self.sisters:
            return Scored(0.0, wall=True)
        verdict = self.verdict(left, right)
        return Scored(verdict.score, wall=verdict.wall)


def _best(members: Sequence[Held]) -> Held:
    """Return the mention that words a claim best: named parties, figures, no headline, not long."""

    def rank(one: Held) -> tuple[float, str]:
        meaning = one.statement.meaning
        full = len(meaning.names()) + len(meaning.figures) + min(len(meaning.terms), 12) / 4
        pieces = len(one.mention.spans) > 1
        return (
            -(full - 2 * one.mention.headline - pieces - len(meaning.text) / 150),
            one.mention.id,
        )

    return min(members, key=rank)


def _make_claim(
    members: Sequence[Held], order: dict[str, tuple[str, int]], reasons: tuple[Reason, ...]
) -> Claim:
    """Return the claim of mentions that say the same."""
    ids = sorted((one.mention.id for one in members), key=lambda number: order[number])
    best = _best(members)
    return Claim(
        id=content_id("c", *sorted(ids)), mentions=tuple(ids), best=best.mention.id,
        text=best.mention.text,
        documents=tuple(sorted({one.mention.document for one in members})), reasons=reasons,
    )  # fmt: skip


def _reasons(pile: _Pile, members: Sequence[int]) -> tuple[Reason, ...]:
    """Return why the distinct statements of a claim were joined: each with its best partner."""
    found: list[Reason] = []
    for number in members[1:]:
        pairs = [(min(number, other), max(number, other)) for other in members if other != number]
        pair = max(pairs, key=lambda link: (pile.score(*link).score, link))
        if pair in pile.same:
            found.append(
                Reason(rule="judgement", text="an analyst says that they are the same claim")
            )
            continue
        a, b = (pile.held[pile.first[node]].mention for node in pair)
        starts = (a.spans[0].start, b.spans[0].start)
        if len(a.spans) == len(b.spans) == 1:
            found += reasons_of(pile.verdict(*pair), a.document, b.document, starts)[-1:]
        else:
            found.append(
                Reason(
                    rule="words", text="their words match", weight=round(pile.score(*pair).score, 3)
                )
            )
    return tuple(found)


def _comparisons(pile: _Pile) -> tuple[Comparison, ...]:
    """Return the comparisons that were made and found more than a shared matter."""
    found = []
    for (left, right), verdict in sorted(pile.verdicts.items()):
        if verdict.label == "unrelated":
            continue
        a, b = (pile.held[pile.first[node]].mention for node in (left, right))
        label = verdict.label
        if a.id > b.id:
            a, b = b, a
            label = {"entails_ab": "entails_ba", "entails_ba": "entails_ab"}.get(label, label)  # type: ignore[assignment]
        found.append(Comparison(left=a.id, right=b.id, label=label, score=round(verdict.score, 6)))
    return tuple(sorted(found, key=lambda one: (one.left, one.right)))


def _find_relations(
    pile: _Pile, pairs: Sequence[Link], groups: Sequence[Sequence[int]], settings: LinkSettings
) -> list[Found]:
    """Return relations between positions of distinct statements."""
    held = [pile.held[number] for number in pile.first]
    size = {node: len(members) for members in groups for node in members}
    found = find_denials(held, pairs, pile.rarity, [size[node] for node in range(len(held))])
    for one, two in pairs:
        item = relate_pair(held, one, two, pile.verdict(one, two), pile.rarity, settings)
        if item is not None:
            found.append(item)
    for pair, number in sorted(pile.judged.against.items()):
        one, two = pile.nodes(pair)
        reason = Reason(
            rule="judgement", text=f"an analyst says that they contradict each other ({number})"
        )
        found.append(Found("contradicts", one, two, 1.0, reasons=(reason,)))
    return found


def link(
    documents: Sequence[Document], attributions: Sequence[Attribution], mentions: Sequence[Mention],
    sources: Sequence[Source], judgements: Sequence[Judgement] = (), *,
    settings: LinkSettings | None = None,
) -> Linked:  # fmt: skip
    """Join the mentions that state one proposition, and relate the claims.

    Args:
        documents: All documents, in any order.
        attributions: Of all documents.
        mentions: Of all documents.
        sources: Who is who across documents.
        judgements: An analyst's decisions; `same_claim` and `different_claim` are obeyed.
        settings: How to link.

    Returns:
        Claims, comparisons, stances and relations, each sorted; the order of the arguments
        never matters.
    """
    settings = settings or LinkSettings()
    held = prepare(documents, attributions, mentions, sources)
    judged = read_judgements(judgements, held, documents)
    held = tuple(one for number, one in enumerate(held) if number not in judged.dropped)
    judged = read_judgements(judgements, held, documents)
    pile = _Pile(held, judged)
    pairs = find_candidates([held[number].statement for number in pile.first], settings)
    for pair in pairs:
        pile.verdict(*pair)
    near = [pair for pair in pairs if pile.score(*pair).score >= settings.join]
    groups = join_groups(
        len(pile.first), pile.score, near, settings.join, must=pile.same, apart=pile.apart
    )
    order = {one.mention.id: (one.mention.document, one.mention.spans[0].start) for one in held}
    by_node: dict[int, list[Held]] = {}
    for number, one in enumerate(held):
        by_node.setdefault(pile.node[number], []).append(one)
    claims, home = [], {}
    for members in groups:
        claim = _make_claim(
            [one for node in members for one in by_node[node]], order, _reasons(pile, members)
        )
        claims.append(claim)
        home.update(dict.fromkeys(members, claim.id))
    cues = {attribution.id: attribution for attribution in attributions}
    stances = [find_stance(one.mention, home[pile.node[n]], cues) for n, one in enumerate(held)]
    return Linked(
        claims=tuple(sorted(claims, key=lambda claim: claim.id)),
        comparisons=_comparisons(pile),
        stances=tuple(sorted(stances, key=lambda stance: (stance.claim, stance.mention))),
        relations=lift(_find_relations(pile, pairs, groups, settings), home),
    )
