"""The records of a case, looked up by id; built once per run."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from headwater.judgements.moment import moment
from headwater.model.attribution import Attribution
from headwater.model.claim import Claim
from headwater.model.document import Document
from headwater.model.judgement import Judgement
from headwater.model.mention import Mention
from headwater.model.source import Source
from headwater.model.trace import Copy


@dataclass(frozen=True)
class Pile:
    """Everything that trace reads.

    Attributes:
        publisher: Source id of the publisher, by document id.
        wire: Source id of the agency whose copy a document is, by document id.
        source_of: Source id, by attribution id.
        copies_of: Copies that a document takes part in, by document id.
        claim_of: Claim id, by mention id.
        by_claim: Mentions of a claim, by claim id, sorted by id.
    """

    documents: dict[str, Document]
    attributions: dict[str, Attribution]
    mentions: dict[str, Mention]
    sources: dict[str, Source]
    claims: dict[str, Claim]
    copies: tuple[Copy, ...]
    judgements: tuple[Judgement, ...]
    publisher: dict[str, str] = field(default_factory=dict)
    wire: dict[str, str] = field(default_factory=dict)
    source_of: dict[str, str] = field(default_factory=dict)
    copies_of: dict[str, list[Copy]] = field(default_factory=dict)
    claim_of: dict[str, str] = field(default_factory=dict)
    by_claim: dict[str, list[Mention]] = field(default_factory=dict)


def pile_up(
    documents: Sequence[Document],
    attributions: Iterable[Attribution],
    mentions: Iterable[Mention],
    sources: Sequence[Source],
    claims: Iterable[Claim],
    judgements: Iterable[Judgement] = (),
) -> Pile:
    """Return the records by id, with the look-ups that chains need."""
    pile = Pile(
        documents={record.id: record for record in sorted(documents, key=lambda r: r.id)},
        attributions={record.id: record for record in attributions},
        mentions={record.id: record for record in sorted(mentions, key=lambda r: r.id)},
        sources={record.id: record for record in sorted(sources, key=lambda r: r.id)},
        claims={record.id: record for record in sorted(claims, key=lambda r: r.id)},
        copies=(),
        judgements=tuple(sorted(judgements, key=moment)),
    )
    for source in pile.sources.values():
        pile.publisher.update(dict.fromkeys(source.documents, source.id))
        pile.source_of.update(dict.fromkeys(source.attributions, source.id))
    by_name = _outlets_by_name(pile.sources.values())
    for document in pile.documents.values():
        if document.agency and document.agency.value in by_name:
            pile.wire[document.id] = by_name[document.agency.value]
    for claim in pile.claims.values():
        members = sorted(claim.mentions)
        pile.by_claim[claim.id] = [pile.mentions[key] for key in members if key in pile.mentions]
        pile.claim_of.update(dict.fromkeys(members, claim.id))
    return pile


def with_copies(pile: Pile, copies: tuple[Copy, ...]) -> Pile:
    """Return the pile with the copies in it."""
    by_document: dict[str, list[Copy]] = defaultdict(list)
    for copy in copies:
        by_document[copy.left].append(copy)
        by_document[copy.right].append(copy)
    return Pile(**{**vars(pile), "copies": copies, "copies_of": dict(by_document)})


def _outlets_by_name(sources: Iterable[Source]) -> dict[str, str]:
    """Return the ids of outlets by every name that they go by."""
    found: dict[str, str] = {}
    for source in sources:
        if source.kind == "media_outlet":
            for name in (source.name, *source.aliases):
                found.setdefault(name, source.id)
    return found
