"""A dossier in the interchange format that cases are scored in."""

import json
from typing import Any, Final

from headwater.model.claim import Claim
from headwater.model.dossier import Dossier
from headwater.model.mention import Mention
from headwater.model.trace import Corroboration, Hop, Origin
from headwater.report.lookup import Lookup

Json = dict[str, Any]
OUTLET: Final = "@outlet"
VEILED: Final = frozenset({"anonymous", "unattributed"})


def to_interchange(dossier: Dossier) -> Json:
    """Return mentions, claims and relations as the interchange format has them.

    Chains hold what the mention's own document says: the outlet, the agency if the document is
    its copy, then the cited sources inward. Steps inferred from other documents show in `origins`.

    Args:
        dossier: Any dossier; the order of its records is kept.

    Returns:
        An object that `json.dumps` takes.
    """
    lookup = Lookup(dossier)
    return {
        "system": f"headwater {dossier.manifest.version}",
        "mentions": [mention_row(lookup, mention) for mention in dossier.mentions],
        "claims": [claim_row(lookup, claim) for claim in dossier.claims],
        "relations": [
            {"type": r.kind, "from": r.from_claim, "to": r.to_claim, "weak": r.weak}
            for r in dossier.relations
        ],
    }


def to_interchange_json(dossier: Dossier) -> bytes:
    """Return the interchange format as UTF-8 JSON, ending with a newline."""
    return json.dumps(to_interchange(dossier), ensure_ascii=False, indent=1).encode() + b"\n"


def document_name(lookup: Lookup, document: str) -> str:
    """Return the name of a document without `.txt`."""
    return lookup.documents[document].name.removesuffix(".txt")


def mention_row(lookup: Lookup, mention: Mention) -> Json:
    """Return one mention of the interchange format."""
    row: Json = {
        "id": mention.id,
        "doc": document_name(lookup, mention.document),
        "spans": [[span.start, span.end] for span in mention.spans],
        "text": mention.text,
        "chain": chain_names(lookup, mention),
        "modality": mention.modality,
        "polarity": mention.polarity,
        "quantities": [
            {"value": plain_number(a.value), "unit": a.unit, "comparator": a.comparator}
            for a in mention.amounts
        ],
    }
    claim = lookup.claim_of.get(mention.id)
    if claim is not None:
        row["claim"] = claim.id
    return row


def plain_number(value: float) -> int | float:
    """Return whole numbers as integers."""
    return int(value) if value == int(value) else value


def chain_names(lookup: Lookup, mention: Mention) -> list[str]:
    """Return the names of a mention's chain as its own document gives them."""
    chain = lookup.chains.get(mention.id)
    if chain is None:
        found = (lookup.attributions[key].name for key in mention.chain)
        return [OUTLET, *found]
    return [OUTLET, *(lookup.hop_name(hop) for hop in own_hops(mention, chain.hops))]


def own_hops(mention: Mention, hops: tuple[Hop, ...]) -> list[Hop]:
    """Return the hops after the publisher that the mention's own document shows."""
    if hops and hops[0].how == "published":
        hops = hops[1:]
    return [hop for hop in hops if is_own(hop, mention.document)]


def is_own(hop: Hop, document: str) -> bool:
    """Tell whether the document itself shows the hop."""
    if hop.how == "inferred":
        return False
    if hop.how == "copied":
        return hop.place is None or hop.place.document == document
    return True


def claim_row(lookup: Lookup, claim: Claim) -> Json:
    """Return one claim of the interchange format, with its origins where they were traced."""
    row: Json = {"id": claim.id, "text": claim.text}
    found = lookup.corroborations.get(claim.id)
    if found is not None:
        row["origins"] = origin_names(lookup, found)
        row["independent_origins"] = {"lower": found.low, "upper": found.high}
    return row


def origin_names(lookup: Lookup, found: Corroboration) -> list[str]:
    """Return one name for each group of origins that are surely one."""
    grouped = {key for group in found.groups for key in group}
    groups = [*found.groups, *((key,) for key in found.origins if key not in grouped)]
    names = []
    for keys in groups:
        origins = [lookup.origins[key] for key in keys if key in lookup.origins]
        if origins:
            names.append(origin_name(lookup, min(origins, key=lambda o: openness(lookup, o))))
    return list(dict.fromkeys(names))


def openness(lookup: Lookup, origin: Origin) -> tuple[bool, bool, str]:
    """Return a key that puts named sources before veiled ones and before own voices."""
    source = lookup.sources.get(origin.source)
    veiled = source is not None and source.kind in VEILED
    return origin.own_voice is not None, veiled, origin.id


def origin_name(lookup: Lookup, origin: Origin) -> str:
    """Return the name of an origin; `@outlet:<document>` for an outlet's own voice."""
    if origin.own_voice is not None:
        return f"{OUTLET}:{document_name(lookup, origin.own_voice)}"
    for mention in origin.mentions:
        chain = lookup.chains.get(mention)
        if chain is not None and chain.hops and chain.hops[-1].source == origin.source:
            return lookup.hop_name(chain.hops[-1])
    source = lookup.sources.get(origin.source)
    return source.name if source is not None else origin.source
