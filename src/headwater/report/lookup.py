"""Records of a dossier by id, and what points at them."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import TypeVar

from headwater.model.assessment import Assessment
from headwater.model.attribution import Attribution
from headwater.model.claim import Claim, Relation, Stance
from headwater.model.document import Document
from headwater.model.dossier import Dossier
from headwater.model.mention import Mention
from headwater.model.parse import Parse
from headwater.model.source import Source
from headwater.model.span import Place, Span
from headwater.model.trace import Chain, Corroboration, Fold, Hop, Origin

T = TypeVar("T")


def group(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    """Gather values by key, in the order given."""
    found: dict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


class Lookup:
    """One dossier, with its records by id; every mapping is made when it is first asked for."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self._stated: dict[str, tuple[Mention, ...]] = {}
        self.kinds: dict[str, tuple[str, ...]] = {}  # kept by `ranking.find_kinds`

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Documents by id."""
        return {document.id: document for document in self.dossier.documents}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Number of each document in the dossier, from 1, by id."""
        return {document.id: at for at, document in enumerate(self.dossier.documents, 1)}

    @cached_property
    def attributions(self) -> dict[str, Attribution]:
        """Attributions by id."""
        return {attribution.id: attribution for attribution in self.dossier.attributions}

    @cached_property
    def mentions(self) -> dict[str, Mention]:
        """Mentions by id."""
        return {mention.id: mention for mention in self.dossier.mentions}

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.dossier.sources}

    @cached_property
    def source_of(self) -> dict[str, Source]:
        """Source of each attribution, by the attribution's id."""
        return {key: source for source in self.dossier.sources for key in source.attributions}

    @cached_property
    def publisher_of(self) -> dict[str, Source]:
        """Outlet that published each document, by the document's id."""
        return {key: source for source in self.dossier.sources for key in source.documents}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.dossier.claims}

    @cached_property
    def claim_of(self) -> dict[str, Claim]:
        """Claim of each mention, by the mention's id."""
        return {key: claim for claim in self.dossier.claims for key in claim.mentions}

    @cached_property
    def chains(self) -> dict[str, Chain]:
        """Chains by mention id."""
        return {chain.mention: chain for chain in self.dossier.chains}

    @cached_property
    def stances(self) -> dict[str, Stance]:
        """Stances by mention id."""
        return {stance.mention: stance for stance in self.dossier.stances}

    @cached_property
    def origins(self) -> dict[str, Origin]:
        """Origins by id."""
        return {origin.id: origin for origin in self.dossier.origins}

    @cached_property
    def origins_at(self) -> dict[str, tuple[Origin, ...]]:
        """Origins by the id of their source."""
        return group((origin.source, origin) for origin in self.dossier.origins)

    @cached_property
    def rank(self) -> dict[str, int]:
        """Places of the claims in the order of what is worth a look, by claim id."""
        return {key: at for at, key in enumerate(self.dossier.ranking)}

    @cached_property
    def corroborations(self) -> dict[str, Corroboration]:
        """Corroborations by claim id."""
        return {found.claim: found for found in self.dossier.corroborations}

    @cached_property
    def folds(self) -> dict[str, Fold]:
        """Folds by the id of the general claim."""
        return {fold.claim: fold for fold in self.dossier.folds}

    @cached_property
    def general_of(self) -> dict[str, tuple[str, ...]]:
        """Ids of the general claims that a claim says with more detail, by its id."""
        return group((key, fold.claim) for fold in self.dossier.folds for key in fold.special)

    def documents_of(self, claim: Claim) -> tuple[str, ...]:
        """Return the ids of the documents that say a claim, as it is or with more detail."""
        fold = self.folds.get(claim.id)
        return fold.documents if fold is not None else claim.documents

    def counted(self, key: str) -> Corroboration | Fold | None:
        """Return the origins of a claim, with those of what says it with more detail."""
        return self.folds.get(key) or self.corroborations.get(key)

    @cached_property
    def assessments(self) -> dict[str, Assessment]:
        """Assessments by claim id."""
        return {assessment.claim: assessment for assessment in self.dossier.assessments}

    @cached_property
    def relations(self) -> dict[str, tuple[Relation, ...]]:
        """Relations by the id of either claim."""
        both = [(r.from_claim, r) for r in self.dossier.relations]
        both += [(r.to_claim, r) for r in self.dossier.relations if r.to_claim != r.from_claim]
        return group(both)

    @cached_property
    def mentions_in(self) -> dict[str, tuple[Mention, ...]]:
        """Mentions by document id, in text order."""
        return group((mention.document, mention) for mention in self.dossier.mentions)

    @cached_property
    def attributions_in(self) -> dict[str, tuple[Attribution, ...]]:
        """Attributions by document id, in text order."""
        return group((found.document, found) for found in self.dossier.attributions)

    @cached_property
    def parses(self) -> dict[str, Parse]:
        """Parses by document id."""
        return {parse.document: parse for parse in self.dossier.parses}

    def sentences(self, document: str) -> tuple[Span, ...]:
        """Return the sentences of a document, none if it was not parsed."""
        parse = self.parses.get(document)
        return tuple(found.span for found in parse.sentences) if parse is not None else ()

    def mentions_of(self, claim: Claim) -> tuple[Mention, ...]:
        """Return the claim's mentions in document order, then text order."""
        if self.claims.get(claim.id) is not claim:
            return self._sort_mentions(claim)
        if claim.id not in self._stated:
            self._stated[claim.id] = self._sort_mentions(claim)
        return self._stated[claim.id]

    def _sort_mentions(self, claim: Claim) -> tuple[Mention, ...]:
        found = [self.mentions[key] for key in claim.mentions if key in self.mentions]
        return tuple(sorted(found, key=self.mention_order) if len(found) > 1 else found)

    def mention_order(self, mention: Mention) -> tuple[int, Span, str]:
        """Return a key that sorts mentions by document, then place."""
        return self.numbers.get(mention.document, 0), mention.spans[0], mention.id

    def hop_name(self, hop: Hop) -> str:
        """Return the name that the text gives to a hop's source, its fullest name otherwise."""
        attribution = self.attributions.get(hop.attribution or "")
        if attribution is not None:
            return attribution.name
        source = self.sources.get(hop.source)
        return source.name if source is not None else hop.source

    def outlet_name(self, document: str) -> str:
        """Return the outlet of a document as a reader would name it; the file's name if unknown.

        File names lose their ending there.
        """
        found = self.documents[document]
        if found.outlet is not None:
            return found.outlet.value
        source = self.publisher_of.get(document)
        name = source.name if source is not None else found.name
        return name.rpartition(".")[0] or name if name == found.name else name

    def words(self, place: Place) -> str:
        """Return the words at a place, empty if the document is not in the dossier."""
        document = self.documents.get(place.document)
        return place.span.cut(document.text) if document is not None else ""
