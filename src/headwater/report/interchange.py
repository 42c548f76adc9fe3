"""A dossier in the interchange format that cases are scored in."""

import json
from collections.abc import Callable
from typing import Any, Final

from headwater.model.claim import Claim
from headwater.model.dossier import Dossier
from headwater.model.mention import Mention
from headwater.model.trace import Corroboration, Hop, Origin
from headwater.report.lookup import Lookup
from headwater.text.names import fold_name, last_word

Json = dict[str, Any]
OUTLET: Final = "@outlet"
# Words that stand before a name or a crowd and are no part of a fuller name.
FORMS: Final = frozenset(
    "mr mrs ms miss dr sen rep gov gen president many some several most few two three four five "
    "the a an other".split()
)
CONFLICTS: Final = frozenset({"contradicts", "denies"})
VEILED: Final = frozenset({"anonymous", "unattributed"})


def to_interchange(dossier: Dossier) -> Json:
    """Return mentions, claims and relations as the interchange format has them.

    Chains hold what the mention's own document says: the outlet, the agency if the document is
    its copy, then the cited sources inward. Steps inferred from other documents show in `origins`.
    Possible conflicts, which the page shows as such, are left out.

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
            if not (r.weak and r.kind in CONFLICTS)
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
        "chain": chain_names(lookup, mention, text_name),
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


def chain_names(
    lookup: Lookup, mention: Mention, name_of: Callable[[Lookup, Hop], str] = Lookup.hop_name
) -> list[str]:
    """Return the names of a mention's chain as its own document gives them."""
    chain = lookup.chains.get(mention.id)
    if chain is None:
        found = (lookup.attributions[key].name for key in mention.chain)
        return [OUTLET, *found]
    return [OUTLET, *(name_of(lookup, hop) for hop in own_hops(mention, chain.hops))]


def text_name(lookup: Lookup, hop: Hop) -> str:
    """Return the words by which a text cites a person or a crowd, if they are a form of the name.

    "Mr. Okafor" and "many experts" stay as they stand; pronouns and "the report" give way to the
    full name.
    """
    attribution = lookup.attributions.get(hop.attribution or "")
    if attribution is None or not attribution.source:
        return lookup.hop_name(hop)
    text = lookup.documents[attribution.document].text
    words = " ".join(span.cut(text) for span in attribution.source)
    folded, name = set(fold_name(words)), set(fold_name(attribution.name))
    added = folded - name
    family = attribution.kind == "person" and last_word(attribution.name) in folded
    crowd = added and attribution.name.islower() and name <= folded
    return words if added <= FORMS and (family or crowd) else attribution.name


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
        row["origins"] = origin_names(lookup, found, text_name)
        row["independent_origins"] = {"lower": found.low, "upper": found.high}
    return row


def origin_names(
    lookup: Lookup, found: Corroboration, name_of: Callable[[Lookup, Hop], str] = Lookup.hop_name
) -> list[str]:
    """Return one name for each group of origins that are surely one."""
    grouped = {key for group in found.groups for key in group}
    groups = [*found.groups, *((key,) for key in found.origins if key not in grouped)]
    names = []
    for keys in groups:
        origins = [lookup.origins[key] for key in keys if key in lookup.origins]
        if origins:
            best = min(origins, key=lambda o: openness(lookup, o))
            names.append(origin_name(lookup, best, name_of))
    return list(dict.fromkeys(names))


def openness(lookup: Lookup, origin: Origin) -> tuple[bool, bool, str]:
    """Return a key that puts named sources before veiled ones and before own voices."""
    source = lookup.sources.get(origin.source)
    veiled = source is not None and source.kind in VEILED
    return origin.own_voice is not None, veiled, origin.id


def origin_name(lookup: Lookup, origin: Origin, name_of: Callable[[Lookup, Hop], str]) -> str:
    """Return the name of an origin; `@outlet:<document>` for an outlet's own voice."""
    if origin.own_voice is not None:
        return f"{OUTLET}:{document_name(lookup, origin.own_voice)}"
    for mention in origin.mentions:
        chain = lookup.chains.get(mention)
        if chain is not None and chain.hops and chain.hops[-1].source == origin.source:
            return name_of(lookup, chain.hops[-1])
    source = lookup.sources.get(origin.source)
    return source.name if source is not None else origin.source
