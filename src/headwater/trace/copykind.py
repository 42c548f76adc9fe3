"""What shared text means: copy, version, excerpt, shared quotation or boilerplate."""

import re
from typing import Final

from headwater.lexicon.parties import find_outlet
from headwater.model.document import Document, Stated
from headwater.model.reason import Reason
from headwater.model.span import Place, Span
from headwater.model.trace import Copy, CopyKind, Passage
from headwater.text.between import days_between, published_days

# Shares of a document's words, 0..1.
COPY_MIN_SHARE: Final = 0.5  # the greater part of one text stands in the other
VERSION_MIN_SHARE: Final = 0.15  # of the larger text: a story rewritten, its body kept
QUOTED_MIN_SHARE: Final = 0.8  # of the shared words inside quotation marks
BOILERPLATE_MAX_SHARE: Final = 0.1  # of either text, between texts of one outlet

_HOST = re.compile(r"(?:[a-z]+://)?([^/?#]+)", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]{1,2000}”|\"[^\"\n]{1,2000}\"|«[^»]{1,2000}»|„[^“”]{1,2000}[“”]")


def judge_copy(
    left: Document, right: Document, passages: tuple[Passage, ...], shares: tuple[float, float]
) -> Copy:
    """Return the record of what two documents share."""
    kind, why = _kind(left, right, passages, shares)
    upstream, direction = (
        find_upstream(left, right) if kind in {"copy", "version", "excerpt"} else (None, None)
    )
    longest = max(passages, key=lambda p: (p.left.end - p.left.start, -p.left.start))
    places = (
        Place(document=left.id, span=longest.left),
        Place(document=right.id, span=longest.right),
    )
    reasons = [Reason(rule="trace.copykind.v1", text=why, places=places)]
    if direction:
        reasons.append(direction)
    return Copy(
        left=left.id, right=right.id, kind=kind, passages=passages,
        left_share=shares[0], right_share=shares[1], upstream=upstream, reasons=tuple(reasons),
    )  # fmt: skip


def _kind(
    left: Document, right: Document, passages: tuple[Passage, ...], shares: tuple[float, float]
) -> tuple[CopyKind, str]:
    """Return the kind and the reason for it."""
    low, high = sorted(shares)
    shared = f"{high:.0%} of one text and {low:.0%} of the other are the same words"
    if left.version_of == right.id or right.version_of == left.id:
        return "version", f"{shared}; one is a later version of the other"
    if quoted_share(left, [p.left for p in passages]) >= QUOTED_MIN_SHARE:
        return "shared_quotation", f"{shared}, nearly all of them inside quotation marks"
    if _same_outlet(left, right) and high < BOILERPLATE_MAX_SHARE:
        return "boilerplate", f"{shared}; both are of one outlet"
    if high >= COPY_MIN_SHARE:
        return "copy", shared
    if low >= VERSION_MIN_SHARE:
        return "version", f"{shared}: one story, rewritten"
    return "excerpt", f"{shared}: passages taken over"


def quoted_share(document: Document, spans: list[Span]) -> float:
    """Return the share of the characters of spans that stand inside quotation marks."""
    quoted = [match.span() for match in _QUOTED.finditer(document.text)]
    total = sum(span.end - span.start for span in spans)
    inside = sum(
        max(0, min(span.end, end) - max(span.start, start))
        for span in spans
        for start, end in quoted
    )
    return inside / total if total else 0.0


def _same_outlet(left: Document, right: Document) -> bool:
    """Tell whether two documents are of one outlet, by its name or the host of the address."""
    if left.outlet and right.outlet and left.outlet.value == right.outlet.value:
        return True
    hosts = [_HOST.match(d.url.value) if d.url else None for d in (left, right)]
    return bool(hosts[0] and hosts[1] and hosts[0].group(1) == hosts[1].group(1))


def find_upstream(left: Document, right: Document) -> tuple[str | None, Reason | None]:
    """Return which of two documents came first, None if credit and date do not tell."""
    for one, other in ((left, right), (right, left)):
        if one.agency and other.outlet and _one_outlet(one.agency.value, other.outlet.value):
            text = f"{one.name} credits {other.outlet.value}, whose text {other.name} is"
            return other.id, _reason("credit", text, (one, one.agency))
    if left.agency and right.agency and _one_outlet(left.agency.value, right.agency.value):
        return None, _reason("agency", f"both credit {left.agency.value}: neither is first")
    days = published_days(left), published_days(right)
    if days[0] and days[1] and left.published and right.published and days_between(*days):
        first = left if days[0] < days[1] else right
        text = f"{first.name} was published first (by {min(d for d in days if d)[1]})"
        return first.id, _reason(
            "date", text, (left, left.published), (right, right.published), weight=0.8
        )
    return None, None


def _reason(rule: str, text: str, *stated: tuple[Document, Stated], weight: float = 1.0) -> Reason:
    """Make a reason that points at the masthead fields it rests on."""
    places = [Place(document=d.id, span=field.span) for d, field in stated if field.span]
    return Reason(rule=f"trace.upstream.{rule}.v1", text=text, places=tuple(places), weight=weight)


def _one_outlet(one: str, two: str) -> bool:
    known = find_outlet(one), find_outlet(two)
    if known[0] and known[1]:
        return known[0].name == known[1].name
    return one.casefold() == two.casefold()
