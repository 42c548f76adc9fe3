"""A dossier cut down to some of its claims."""

from collections.abc import Collection
from typing import Final

import msgspec

from headwater.errors import InputError
from headwater.model.dossier import Dossier
from headwater.report.words import count_of

CONFLICTS: Final = frozenset({"contradicts", "denies"})  # kinds of relations that answer a claim


def keep_claims(dossier: Dossier, claims: Collection[str]) -> Dossier:
    """Return the dossier of some claims: these, what conflicts with them, and what both rest on.

    Claims in conflict, and those that say a chosen one with more detail, are kept beside it only:
    they do not stand in the ranking. Documents that say nothing to these claims are left out, and
    with them everything found in them.

    Args:
        dossier: As `report` returns it.
        claims: Ids of claims; a beginning of an id will do if only one claim has it.

    Raises:
        InputError: If there is no such claim.
    """
    chosen = {find_claim(dossier, name) for name in claims}
    near = {
        key
        for relation in dossier.relations
        if relation.kind in CONFLICTS and {relation.from_claim, relation.to_claim} & chosen
        for key in (relation.from_claim, relation.to_claim)
    }
    near |= {key for fold in dossier.folds if fold.claim in chosen for key in fold.special}
    kept = tuple(claim for claim in dossier.claims if claim.id in chosen | near)
    return msgspec.structs.replace(
        restrict(dossier, {claim.id for claim in kept}),
        title=f"{dossier.title} ({len(chosen)} of {count_of(len(dossier.claims), 'claim')})",
        claims=kept,
        ranking=tuple(key for key in dossier.ranking if key in chosen),
    )


def find_claim(dossier: Dossier, name: str) -> str:
    """Return the id of a claim from its beginning.

    Raises:
        InputError: If no claim has it, or several.
    """
    found = [claim.id for claim in dossier.claims if claim.id.startswith(name)]
    if name in found:
        return name
    if len(found) != 1:
        how = "several claims begin" if found else "no claim begins"
        raise InputError(f"{how} with {name!r}; `headwater export --format csv` lists their ids")
    return found[0]


def restrict(dossier: Dossier, claims: set[str]) -> Dossier:
    """Return the dossier with only what belongs to some claims."""
    mentions = {key for claim in dossier.claims if claim.id in claims for key in claim.mentions}
    stated = tuple(mention for mention in dossier.mentions if mention.id in mentions)
    texts = {mention.document for mention in stated}
    cited = {key for mention in stated for key in mention.chain}
    return msgspec.structs.replace(
        dossier,
        documents=tuple(d for d in dossier.documents if d.id in texts),
        parses=tuple(p for p in dossier.parses if p.document in texts),
        attributions=tuple(a for a in dossier.attributions if a.id in cited),
        mentions=stated,
        comparisons=tuple(c for c in dossier.comparisons if {c.left, c.right} <= mentions),
        stances=tuple(s for s in dossier.stances if s.mention in mentions),
        relations=tuple(r for r in dossier.relations if {r.from_claim, r.to_claim} <= claims),
        copies=tuple(c for c in dossier.copies if {c.left, c.right} <= texts),
        chains=tuple(c for c in dossier.chains if c.mention in mentions),
        origins=tuple(o for o in dossier.origins if o.claim in claims),
        corroborations=tuple(c for c in dossier.corroborations if c.claim in claims),
        folds=tuple(f for f in dossier.folds if {f.claim, *f.special} <= claims),
        assessments=tuple(a for a in dossier.assessments if a.claim in claims),
    )
