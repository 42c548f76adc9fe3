"""The trace stage."""

from collections.abc import Iterable, Sequence

from headwater.model.attribution import Attribution
from headwater.model.base import Record
from headwater.model.claim import Claim, Relation
from headwater.model.document import Document
from headwater.model.judgement import Judgement
from headwater.model.mention import Mention
from headwater.model.source import Source
from headwater.model.trace import Chain, Copy, Corroboration, Fold, Origin
from headwater.trace.chains import build_chains
from headwater.trace.copies import find_copies
from headwater.trace.folds import fold_up
from headwater.trace.independence import corroborate, tie_up
from headwater.trace.origins import find_ends
from headwater.trace.pile import pile_up, with_copies
from headwater.trace.settings import TraceSettings

_DEFAULTS = TraceSettings()


class Traced(Record, frozen=True, kw_only=True):
    """What trace gives; each tuple sorted by ids."""

    copies: tuple[Copy, ...]
    chains: tuple[Chain, ...]
    origins: tuple[Origin, ...]
    corroborations: tuple[Corroboration, ...]
    folds: tuple[Fold, ...] = ()


def trace(  # noqa: PLR0913 - one argument for each record type of a case
    documents: Sequence[Document],
    attributions: Iterable[Attribution],
    mentions: Iterable[Mention],
    sources: Sequence[Source],
    claims: Iterable[Claim],
    relations: Iterable[Relation] = (),
    judgements: Iterable[Judgement] = (),
    *,
    settings: TraceSettings = _DEFAULTS,
) -> Traced:
    """Return where claims come from: copied text, chains joined across documents, origins, bounds.

    Args:
        documents: All documents of the case; the order of no argument matters.
        attributions: Of all documents.
        mentions: Of all documents.
        sources: As `resolve` gave them.
        claims: As `link` gave them.
        relations: As `link` gave them; what firmly entails a claim is folded under it.
        judgements: `same_origin`, `different_origin` and `rests_on` are heeded.
        settings: What decides about copies, ties and bounds.
    """
    pile = pile_up(documents, attributions, mentions, sources, claims, judgements)
    pile = with_copies(pile, find_copies(tuple(pile.documents.values()), settings))
    traced = build_chains(pile)
    ends = find_ends(pile, traced)
    tied = tie_up(pile, traced, ends, settings)
    origins = sorted((end.origin for group in ends.values() for end in group), key=lambda o: o.id)
    return Traced(
        copies=pile.copies,
        chains=tuple(one.chain for one in traced),
        origins=tuple(origins),
        corroborations=corroborate(tied, ends),
        folds=fold_up(tied, ends, relations),
    )
