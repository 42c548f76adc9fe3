"""Mentions of all documents to claims, stances and relations."""

from collections.abc import Sequence
from typing import Final

from headwater.link.block import find_candidates
from headwater.link.claims import find_central, join_reasons, make_claim
from headwater.link.cluster import Link, join_groups
from headwater.link.contrary import find_contrary
from headwater.link.denials import Found, find_denials
from headwater.link.judged import obey, read_judgements
from headwater.link.one_denial import find_one_denials
from headwater.link.pile import Pile
from headwater.link.prepare import Held, prepare
from headwater.link.relations import CONFLICTS, find_changes, lift, relate_pair
from headwater.link.settings import LinkSettings
from headwater.link.stance import find_stance
from headwater.model.attribution import Attribution
from headwater.model.base import Record
from headwater.model.claim import Claim, Comparison, Relation, Stance
from headwater.model.document import Document
from headwater.model.judgement import Judgement
from headwater.model.mention import Mention
from headwater.model.source import Source
from headwater.weights.reader_model import load_reader

WORTH_KEEPING: Final = 0.2  # probability of being the same from which a doubtful pair is kept


class Linked(Record, frozen=True, kw_only=True):
    """What the stage gives, each tuple sorted by id."""

    claims: tuple[Claim, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    stances: tuple[Stance, ...] = ()
    relations: tuple[Relation, ...] = ()


def _comparisons(pile: Pile) -> tuple[Comparison, ...]:
    """Return what people compared, and the comparisons that found more than a shared matter."""
    found = list(pile.judged.compared(pile.held))
    for (left, right), verdict in sorted(pile.verdicts.items()):
        if (left, right) in pile.apart or (left, right) in pile.same:
            continue
        if verdict.label in {"related", "unrelated"} and verdict.score < WORTH_KEEPING:
            continue
        a, b = (pile.held[pile.first[node]].mention for node in (left, right))
        label = verdict.label
        if a.id > b.id:
            a, b = b, a
            label = {"entails_ab": "entails_ba", "entails_ba": "entails_ab"}.get(label, label)  # type: ignore[assignment]
        found.append(Comparison(left=a.id, right=b.id, label=label, score=round(verdict.score, 6)))
    return tuple(sorted(found, key=lambda one: (one.left, one.right)))


def _find_relations(
    pile: Pile, pairs: Sequence[Link], groups: Sequence[Sequence[int]], settings: LinkSettings
) -> list[Found]:
    """Return relations between positions of distinct statements."""
    found = find_denials(pile, pairs, groups) + find_contrary(pile, pairs)
    for one, two in pairs:
        item = relate_pair(pile, (one, two), settings.relate)
        if item is not None:
            found.append(item)
    found = [
        one for one in found if one.kind not in CONFLICTS or pile.is_surely_one(one.one, one.two)
    ]
    for pair, number in sorted(pile.judged.against.items()):
        one, two = pile.nodes(pair)
        reason = pile.judged.reason(number, "that they contradict each other", pile.held, pair)
        found.append(Found("contradicts", one, two, 1.0, reasons=(reason,)))
    return found


def _join(pile: Pile, pairs: Sequence[Link], settings: LinkSettings) -> tuple[tuple[int, ...], ...]:
    """Return the claims as positions of distinct statements."""
    open_pairs = (pair for pair in pairs if pile.may_begin(pair))
    near = [pair for pair in open_pairs if pile.score(*pair).score >= settings.join]
    return join_groups(
        len(pile.first), pile.score, [*near, *sorted(pile.denied)], settings.join,
        must=pile.same, apart=pile.apart,
    )  # fmt: skip


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
        judgements: An analyst's decisions; `same_claim`, `different_claim`, `contradicts`,
            `own_claim` and `not_a_claim` are obeyed.
        settings: How to link.

    Returns:
        Claims, comparisons, stances and relations, each sorted; the order of the arguments
        never matters.
    """
    settings = settings or LinkSettings()
    held = obey(prepare(documents, attributions, mentions, sources))
    judged = read_judgements(judgements, held, documents)
    held = tuple(one for number, one in enumerate(held) if number not in judged.dropped)
    judged = read_judgements(judgements, held, documents)
    reader = load_reader()
    pile = Pile(held, judged, reader.read if reader else None)
    pairs = find_candidates([held[number].statement for number in pile.first], settings)
    pairs = tuple(pair for pair in pairs if pile.may_meet(pair))
    pile.compare(pairs, settings)
    pile.changed = find_changes(pile, pairs)
    groups = _join(pile, pairs, settings)
    relations = _find_relations(pile, pairs, groups, settings)
    pile.denied = find_one_denials(
        pile, relations, {node: members[0] for members in groups for node in members}
    )
    if pile.denied:
        groups = _join(pile, pairs, settings)
    order = {one.mention.id: (one.mention.document, one.mention.spans[0].start) for one in held}
    by_node: dict[int, list[Held]] = {}
    for number, one in enumerate(held):
        by_node.setdefault(pile.node[number], []).append(one)
    claims, home = [], {}
    for members in groups:
        central = find_central(pile, members)
        claim = make_claim(
            [one for node in members for one in by_node[node]],
            order,
            join_reasons(pile, members),
            {one.mention.id: central[node] for node in members for one in by_node[node]},
        )
        claims.append(claim)
        home.update(dict.fromkeys(members, claim.id))
    cues = {attribution.id: attribution for attribution in attributions}
    by_id = {one.mention.id: one for one in held}
    best = {claim.id: by_id[claim.best] for claim in claims}
    where = ((one, home[pile.node[number]]) for number, one in enumerate(held))
    stances = [find_stance(one, best[claim_id], claim_id, cues) for one, claim_id in where]
    return Linked(
        claims=tuple(sorted(claims, key=lambda claim: claim.id)),
        comparisons=_comparisons(pile),
        stances=tuple(sorted(stances, key=lambda stance: (stance.claim, stance.mention))),
        relations=lift(relations, home),
    )
