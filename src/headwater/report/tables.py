"""A dossier as one flat table: a row for each statement."""

import csv
import io
from collections.abc import Iterator
from typing import Final

from headwater.model.dossier import Dossier
from headwater.model.mention import Mention
from headwater.report.interchange import chain_names, origin_names
from headwater.report.lookup import Lookup

COLUMNS: Final = (
    "claim", "claim_text", "status", "credibility", "origins_low", "origins_high", "origins",
    "document", "outlet", "published", "start", "end", "words", "chain", "stance", "modality",
    "polarity", "amounts", "stated", "headline",
)  # fmt: skip
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run such a cell


def to_csv(dossier: Dossier) -> bytes:
    """Return a table of all statements: claims in order of rank, UTF-8, LF, ISO dates."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    lookup = Lookup(dossier)
    for key in dossier.ranking:
        for mention in lookup.mentions_of(lookup.claims[key]):
            writer.writerow([safe(cell) for cell in row(lookup, key, mention)])
    return stream.getvalue().encode()


def safe(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def row(lookup: Lookup, key: str, mention: Mention) -> Iterator[str]:
    """Yield the cells of a statement, in the order of the columns."""
    claim, document = lookup.claims[key], lookup.documents[mention.document]
    assessment, found = lookup.assessments.get(key), lookup.corroborations.get(key)
    stance = lookup.stances.get(mention.id)
    yield key
    yield " ".join(claim.text.split())
    yield assessment.status if assessment else ""
    yield str(assessment.credibility) if assessment else ""
    yield str(found.low) if found else ""
    yield str(found.high) if found else ""
    yield "; ".join(origin_names(lookup, found)) if found else ""
    yield document.name
    yield lookup.outlet_name(document.id)
    yield document.published.value if document.published else ""
    yield str(mention.spans[0].start)
    yield str(mention.spans[-1].end)
    yield " … ".join(" ".join(span.cut(document.text).split()) for span in mention.spans)
    yield " → ".join(chain_names(lookup, mention))
    yield stance.stance if stance else ""
    yield mention.modality
    yield mention.polarity
    yield "; ".join(f"{a.comparator} {a.value:.12g} {a.unit}" for a in mention.amounts)
    yield mention.stated or ""
    yield "yes" if mention.headline else ""
