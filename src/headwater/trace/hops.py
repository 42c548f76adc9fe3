"""The steps of one mention inside its own document: publisher, wire, and whoever is cited."""

from headwater.model.mention import Mention
from headwater.model.span import Place
from headwater.model.trace import Hop
from headwater.trace.pile import Pile


def find_hops(mention: Mention, pile: Pile) -> tuple[Hop, ...]:
    """Return the hops of a mention that its own document shows, from the publisher inward.

    A source that only repeats the one before it (an outlet that cites itself) is no step.
    """
    hops = _prefix(mention.document, pile)
    for key in _attributions(mention, pile):
        source, attribution = pile.source_of.get(key), pile.attributions[key]
        if source is None or any(hop.source == source for hop in hops):
            continue
        spans = attribution.source or attribution.cue or attribution.content
        place = Place(document=attribution.document, span=spans[0])
        hops.append(Hop(source=source, attribution=key, how="said", place=place))
    return tuple(hops)


def _prefix(document_id: str, pile: Pile) -> list[Hop]:
    """Return the publisher and, if the document is a wire copy, the agency."""
    document = pile.documents[document_id]
    outlet, agency = document.outlet, document.agency
    hops = []
    publisher, wire = pile.publisher.get(document_id), pile.wire.get(document_id)
    if publisher:
        place = Place(document=document_id, span=outlet.span) if outlet and outlet.span else None
        hops.append(Hop(source=publisher, how="published", place=place))
    if wire and wire != publisher:
        place = Place(document=document_id, span=agency.span) if agency and agency.span else None
        hops.append(Hop(source=wire, how="copied", place=place))
    return hops


def _attributions(mention: Mention, pile: Pile) -> list[str]:
    """Return the ids of the mention's attributions, outermost first."""
    if mention.chain:
        return [key for key in mention.chain if key in pile.attributions]
    found: list[str] = []
    key = mention.attribution
    while key and key in pile.attributions and key not in found:
        found.insert(0, key)
        key = pile.attributions[key].inside
    return found
