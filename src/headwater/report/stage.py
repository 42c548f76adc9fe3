"""The last stage: everything that was found, in one order."""

import msgspec

from headwater.judgements.force import in_order
from headwater.model.attribution import Attribution
from headwater.model.claim import Claim
from headwater.model.dossier import Dossier
from headwater.model.mention import Mention
from headwater.model.span import Span
from headwater.report.decisive import find_decisive
from headwater.report.ranking import rank_claims

Order = tuple[int, int, int, str]
AT_START = Span(start=0, end=1)


def report(draft: Dossier) -> Dossier:
    """Return the dossier of a case: the draft's records in a fixed order, its claims ranked.

    Args:
        draft: All records of the case, in any order; its `ranking` is not read.

    Returns:
        The same records. Documents stand by name, what was found in them by document and place,
        claims by their first mention, everything else by ids; so the order of input is irrelevant.
    """
    ordered = sort_corpus(sort_marks(sort_documents(draft)))
    return msgspec.structs.replace(ordered, ranking=rank_claims(ordered))


def sort_documents(draft: Dossier) -> Dossier:
    """Return the draft with documents by name, and parses, judgements and failures in order."""
    documents = tuple(sorted(draft.documents, key=lambda d: (d.name, d.id)))
    number = {document.id: at for at, document in enumerate(documents)}
    return msgspec.structs.replace(
        draft,
        documents=documents,
        parses=tuple(sorted(draft.parses, key=lambda p: number.get(p.document, len(number)))),
        judgements=in_order(draft.judgements),
        failures=tuple(sorted(draft.failures, key=lambda f: (f.document, f.stage, f.reason))),
    )


def sort_marks(draft: Dossier) -> Dossier:
    """Return the draft with attributions and mentions in text order; documents are in order."""
    number = {document.id: at for at, document in enumerate(draft.documents)}

    def attribution_order(found: Attribution) -> Order:
        spans = (*found.source, *found.cue, *found.content) or (AT_START,)
        return (number.get(found.document, len(number)), min(spans).start, max(spans).end, found.id)

    def mention_order(found: Mention) -> Order:
        first = found.spans[0]
        return number.get(found.document, len(number)), first.start, first.end, found.id

    return msgspec.structs.replace(
        draft,
        attributions=tuple(sorted(draft.attributions, key=attribution_order)),
        mentions=tuple(sorted(draft.mentions, key=mention_order)),
    )


def sort_corpus(draft: Dossier) -> Dossier:
    """Return the draft with what was found across documents in order; mentions are in order."""
    place = {mention.id: at for at, mention in enumerate(draft.mentions)}
    last = len(place)

    def claim_order(found: Claim) -> tuple[int, str]:
        return min((place.get(key, last) for key in found.mentions), default=last), found.id

    claims = tuple(sorted(draft.claims, key=claim_order))
    rank = {claim.id: at for at, claim in enumerate(claims)}
    end = len(rank)
    return msgspec.structs.replace(
        draft,
        claims=claims,
        sources=tuple(sorted(draft.sources, key=lambda s: (s.name.casefold(), s.name, s.id))),
        comparisons=find_decisive(draft),
        stances=tuple(sorted(draft.stances, key=lambda s: (place.get(s.mention, last), s.mention))),
        relations=tuple(sorted(draft.relations, key=lambda r: (r.kind, r.from_claim, r.to_claim))),
        copies=tuple(sorted(draft.copies, key=lambda c: (c.left, c.right, c.kind))),
        chains=tuple(sorted(draft.chains, key=lambda c: (place.get(c.mention, last), c.mention))),
        origins=tuple(sorted(draft.origins, key=lambda o: (rank.get(o.claim, end), o.id))),
        corroborations=tuple(sorted(draft.corroborations, key=lambda c: rank.get(c.claim, end))),
        folds=tuple(sorted(draft.folds, key=lambda f: rank.get(f.claim, end))),
        assessments=tuple(sorted(draft.assessments, key=lambda a: rank.get(a.claim, end))),
    )
