"""What the rules look at: one claim with everything that bears on it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from headwater.model.claim import Claim, Relation, Stance
from headwater.model.mention import Mention
from headwater.model.source import Source
from headwater.model.trace import Corroboration, Origin


@dataclass(frozen=True)
class Facts:
    """One claim and what bears on it.

    Attributes:
        origins: Its origins with their sources, by origin id.
        against: Relations by which another claim, of another origin, speaks against it.
        denials: Stances of mentions in the claim that deny it and are no support of it.
    """

    claim: Claim
    mentions: tuple[Mention, ...]
    corroboration: Corroboration | None
    origins: tuple[tuple[Origin, Source | None], ...]
    against: tuple[Relation, ...]
    denials: tuple[Stance, ...]

    @property
    def sourced(self) -> bool:
        """True if at least one origin is somebody or something that a text cites."""
        return any(
            origin.own_voice is None and (source is None or source.kind != "unattributed")
            for origin, source in self.origins
        )


def gather_facts(  # noqa: PLR0913 - one argument for each record type that bears on a claim
    claims: Iterable[Claim],
    mentions: Iterable[Mention],
    stances: Iterable[Stance],
    relations: Iterable[Relation],
    corroborations: Iterable[Corroboration],
    origins: Iterable[Origin],
    sources: Iterable[Source],
) -> tuple[Facts, ...]:
    """Return the facts of each claim, sorted by claim id."""
    by_mention = {mention.id: mention for mention in mentions}
    by_source = {source.id: source for source in sources}
    bounds = {found.claim: found for found in corroborations}
    ends: dict[str, list[Origin]] = defaultdict(list)
    for origin in sorted(origins, key=lambda o: o.id):
        ends[origin.claim].append(origin)
    denying: dict[str, list[Stance]] = defaultdict(list)
    for stance in sorted(stances, key=lambda s: (s.claim, s.mention)):
        if stance.stance == "denies":
            denying[stance.claim].append(stance)
    against = _against(relations, ends)
    return tuple(
        Facts(
            claim=claim,
            mentions=tuple(by_mention[key] for key in claim.mentions if key in by_mention),
            corroboration=bounds.get(claim.id),
            origins=tuple((o, by_source.get(o.source)) for o in ends[claim.id]),
            against=tuple(against[claim.id]),
            denials=tuple(s for s in denying[claim.id] if not _supports(s, ends[claim.id])),
        )
        for claim in sorted(claims, key=lambda claim: claim.id)
    )


def _supports(stance: Stance, ends: Iterable[Origin]) -> bool:
    return any(stance.mention in origin.mentions for origin in ends)


def _against(
    relations: Iterable[Relation], ends: dict[str, list[Origin]]
) -> dict[str, list[Relation]]:
    """Return, by claim, the firm relations by which claims of other origins speak against it."""
    found: dict[str, list[Relation]] = defaultdict(list)
    ordered = sorted(relations, key=lambda r: (r.kind, r.from_claim, r.to_claim))
    for relation in ordered:
        pairs = {
            "denies": [(relation.to_claim, relation.from_claim)],
            "contradicts": [
                (relation.to_claim, relation.from_claim),
                (relation.from_claim, relation.to_claim),
            ],
        }.get(relation.kind, [])
        for claim, other in pairs:
            mine = {origin.source for origin in ends[claim]}
            if not relation.weak and {origin.source for origin in ends[other]} - mine:
                found[claim].append(relation)
    return found
