"""The resolve stage."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from headwater.model.attribution import Attribution
from headwater.model.document import Document
from headwater.model.judgement import Judgement
from headwater.model.reason import Reason
from headwater.model.source import Source
from headwater.resolve.bare import bare
from headwater.resolve.block import pairs_to_compare
from headwater.resolve.cluster import Join, cluster
from headwater.resolve.compare import find_bar, find_join
from headwater.resolve.draft import draft_source, finish_sources
from headwater.resolve.filings import with_filers
from headwater.resolve.identity import Identity
from headwater.resolve.judged import finish_judged, judge_parties
from headwater.resolve.known import identify_all
from headwater.resolve.lands import place_in_lands
from headwater.resolve.lonely import (
    join_generic,
    join_headline_works,
    join_roles,
    join_short_outlets,
    join_stateless,
    join_surnames,
)
from headwater.resolve.party import Party, find_parties
from headwater.resolve.settings import ResolveSettings

_DEFAULTS = ResolveSettings()


def resolve(
    documents: Sequence[Document],
    attributions: Iterable[Attribution],
    judgements: Iterable[Judgement] = (),
    *,
    settings: ResolveSettings = _DEFAULTS,
) -> tuple[Source, ...]:
    """Return who is cited across documents: one record for each person, body, report, data set.

    Publishers and wire agencies of documents are sources too. Anonymous groups stay apart from
    document to document; whether two of them may be one is for `trace` to say.

    Args:
        documents: All documents of the case, in any order.
        attributions: Those of all documents, in any order.
        judgements: `same_source`, `different_source`, `source_is` of a name and `reliability`
            are heeded.
        settings: What decides whether two names are one source.

    Returns:
        Sorted by id.
    """
    documents = sorted(documents, key=lambda document: document.id)
    attributions = tuple(attributions)
    texts = {document.id: document.text for document in documents}
    parties = with_filers([bare(party) for party in find_parties(documents, attributions)], texts)
    identities = place_in_lands(parties, identify_all(parties, texts))
    judgements = tuple(judgements)
    joins, cannot, together = judge_parties(parties, documents, attributions, judgements)
    joins += _key_joins(parties, identities)
    for left, right in pairs_to_compare(identities):
        if identities[left].key != identities[right].key:
            sides = (parties[left], identities[left]), (parties[right], identities[right])
            if (left, right) not in together and find_bar(*sides):
                cannot.append((left, right))
            reason = find_join(*sides, settings)
            if reason:
                joins.append((reason.weight, left, right, reason))
    joins += join_surnames(parties, identities)
    joins += join_short_outlets(parties, identities)
    joins += join_stateless(parties, identities)
    joins += join_generic(parties, identities)
    joins += join_roles(parties, identities)
    joins += join_headline_works(parties, identities)
    groups = cluster(len(parties), joins, cannot)
    drafts = [
        draft_source([(parties[at], identities[at]) for at in members], reasons)
        for members, reasons in groups
    ]
    return finish_judged(finish_sources(drafts), documents, attributions, judgements)


def _key_joins(parties: Sequence[Party], identities: Sequence[Identity]) -> list[Join]:
    """Join parties that name the same source outright."""
    by_key: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, identity in enumerate(identities):
        by_key[identity.key].append(at)
    joins: list[Join] = []
    for members in by_key.values():
        for left, right in pairwise(members):
            names = sorted({parties[left].name, parties[right].name})
            text = (
                f"both name {names[0]}"
                if len(names) == 1
                else f"{' and '.join(names)} name one source"
            )
            places = tuple(sorted({p for at in (left, right) if (p := parties[at].place)}))
            joins.append(
                (1.5, left, right, Reason(rule="resolve.name.v1", text=text, places=places))
            )
    return joins
