"""A dossier as flat tables that join on ids: one CSV file for each kind of record."""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import Final

from headwater.model.dossier import Dossier
from headwater.model.span import Span
from headwater.report.interchange import chain_names
from headwater.report.lookup import Lookup
from headwater.report.tables import safe

Row = tuple[str | int | float | None, ...]
LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)  # the first time that ZIP knows, so that bytes are equal


def to_tables(dossier: Dossier) -> dict[str, bytes]:
    """Return the tables by file name: UTF-8, LF, ISO dates, no cell that acts as a formula.

    Spans are `start-end` in code points, several joined with blanks. Rows stand in dossier order.
    """
    lookup = Lookup(dossier)
    return {
        "attributions.csv": table(
            "id document source cue content inside name kind affiliation style cue_kind stated",
            attribution_rows(lookup),
        ),
        "claims.csv": table(
            "id text documents mentions status reliability credibility origins_low origins_high",
            claim_rows(lookup),
        ),
        "documents.csv": table(
            "id name outlet title byline agency published language url sha256 characters",
            document_rows(lookup),
        ),
        "mentions.csv": table(
            "id claim document spans text chain stance polarity modality kind stated amounts",
            mention_rows(lookup),
        ),
        "origins.csv": table(
            "id claim source own_voice evidence group mentions", origin_rows(lookup)
        ),
        "relations.csv": table("kind from to score weak why", relation_rows(lookup)),
        "sources.csv": table(
            "id name kind aliases affiliation interest attributions documents", source_rows(lookup)
        ),
    }


def to_tables_zip(dossier: Dossier) -> bytes:
    """Return the tables as one ZIP archive; equal dossiers are equal bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(to_tables(dossier).items()):
            archive.writestr(zipfile.ZipInfo(name, LONG_AGO), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def table(columns: str, rows: Iterable[Row]) -> bytes:
    """Return one table; None is an empty cell."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns.split())
    writer.writerows([safe(cell(value)) for value in row] for row in rows)
    return stream.getvalue().encode("utf-8", "replace")


def cell(value: str | float | None) -> str:
    """Return a value as text on one line."""
    if value is None:
        return ""
    return " ".join(value.split()) if isinstance(value, str) else f"{value:.12g}"


def places(spans: Sequence[Span]) -> str:
    """Return spans as `12-40 55-60`."""
    return " ".join(f"{span.start}-{span.end}" for span in spans)


def document_rows(lookup: Lookup) -> Iterable[Row]:
    """Yield the rows of the documents."""
    for found in lookup.dossier.documents:
        stated = (
            found.title,
            found.byline,
            found.agency,
            found.published,
            found.language,
            found.url,
        )
        title, byline, agency, published, language, url = (s.value if s else None for s in stated)
        outlet = found.outlet.value if found.outlet else None
        yield (
            found.id, found.name, outlet, title, byline, agency, published, language, url,
            found.digest, len(found.text),
        )  # fmt: skip


def attribution_rows(lookup: Lookup) -> Iterable[Row]:
    """Yield the rows of the attributions."""
    for found in lookup.dossier.attributions:
        yield (
            found.id, found.document, places(found.source), places(found.cue),
            places(found.content), found.inside, found.name, found.kind, found.affiliation,
            found.style, found.cue_kind, found.stated,
        )  # fmt: skip


def mention_rows(lookup: Lookup) -> Iterable[Row]:
    """Yield the rows of the mentions."""
    for found in lookup.dossier.mentions:
        claim, stance = lookup.claim_of.get(found.id), lookup.stances.get(found.id)
        amounts = "; ".join(f"{a.comparator} {a.value:.12g} {a.unit}" for a in found.amounts)
        yield (
            found.id, claim.id if claim else None, found.document, places(found.spans), found.text,
            " > ".join(chain_names(lookup, found)), stance.stance if stance else None,
            found.polarity, found.modality, found.kind, found.stated, amounts,
        )  # fmt: skip


def claim_rows(lookup: Lookup) -> Iterable[Row]:
    """Yield the rows of the claims."""
    for found in lookup.dossier.claims:
        verdict = lookup.assessments.get(found.id)
        bounds = lookup.corroborations.get(found.id)
        yield (
            found.id, found.text, len(found.documents), len(found.mentions),
            verdict.status if verdict else None, verdict.reliability if verdict else None,
            verdict.credibility if verdict else None, bounds.low if bounds else None,
            bounds.high if bounds else None,
        )  # fmt: skip


def origin_rows(lookup: Lookup) -> Iterable[Row]:
    """Yield the rows of the origins; origins of one group are surely one."""
    group = {
        key: number
        for found in lookup.dossier.corroborations
        for number, keys in enumerate(found.groups, 1)
        for key in keys
    }
    for found in lookup.dossier.origins:
        yield (
            found.id, found.claim, found.source, found.own_voice, found.evidence,
            group.get(found.id), " ".join(found.mentions),
        )  # fmt: skip


def source_rows(lookup: Lookup) -> Iterable[Row]:
    """Yield the rows of the sources."""
    for found in lookup.dossier.sources:
        yield (
            found.id, found.name, found.kind, "; ".join(found.aliases), found.affiliation,
            found.interest, len(found.attributions), " ".join(found.documents),
        )  # fmt: skip


def relation_rows(lookup: Lookup) -> Iterable[Row]:
    """Yield the rows of the relations between claims."""
    for found in lookup.dossier.relations:
        why = "; ".join(reason.text for reason in found.reasons)
        weak = "yes" if found.weak else None
        yield found.kind, found.from_claim, found.to_claim, found.score, weak, why
