"""What kind of evidence an origin is."""

from collections.abc import Sequence

from headwater.lexicon.parties import body_in, find_body
from headwater.model.source import Source
from headwater.model.trace import EvidenceKind
from headwater.text.names import fold_name

_INTELLIGENCE = frozenset("intelligence signals sigint intercept intercepts spy spies".split())
_STATISTICS = frozenset(
    "poll polls survey surveys statistics census estimate estimates inflation gdp unemployment "
    "index bureau".split()
)


def find_evidence(sources: Sequence[Source]) -> EvidenceKind:
    """Return the kind of evidence at the end of a chain.

    Args:
        sources: Of the chain, from the publisher inward; what lies before a person or office
            at the end (a leak, a recording) says what the reader is really given.
    """
    cited = [kind for source in sources if (kind := _kind(source)) is not None]
    if not cited:
        return "unknown"
    if cited[-1] in {"testimony", "official_statement"}:
        material = [kind for kind in cited if kind in {"intelligence", "visual", "document"}]
        return material[-1] if material else cited[-1]
    return cited[-1]


def _kind(source: Source) -> EvidenceKind | None:
    """Return what one source gives, None for outlets and hearsay."""
    words = set(fold_name(source.name))
    match source.kind:
        case "dataset":
            return "statistics" if words & _STATISTICS else "records"
        case "visual":
            return "visual"
        case "leak":
            return "document"
        case "report":
            return "intelligence" if is_intelligence(source) else "document"
        case "government":
            return "intelligence" if is_intelligence(source) else "official_statement"
        case "person":
            return "official_statement" if source.interest else "testimony"
        case "organization" | "anonymous":
            return "testimony"
        case _:
            return None


def is_intelligence(source: Source) -> bool:
    """Tell whether a source is an intelligence service or its product."""
    if set(fold_name(source.name)) & _INTELLIGENCE:
        return True
    body = find_body(source.name) or (body_in(source.name) if source.kind == "report" else None)
    return body is not None and body.kind == "intelligence"
