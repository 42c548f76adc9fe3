"""The parts have the call signatures that `headwater.protocols` promises; mypy checks them here."""

from headwater import protocols
from headwater.assess import assess
from headwater.attribute import attribute
from headwater.attribute.tagged import attribute_tagged
from headwater.extract import extract
from headwater.link import compare_statements, link
from headwater.parse import parse
from headwater.report import report
from headwater.report.data import to_json
from headwater.report.flat import to_tables_zip
from headwater.report.graph import to_graphml
from headwater.report.interchange import to_interchange_json
from headwater.report.markdown import to_markdown
from headwater.report.tables import to_csv
from headwater.resolve import resolve
from headwater.trace import trace

PARSERS: tuple[protocols.Parser, ...] = (parse,)
ATTRIBUTORS: tuple[protocols.Attributor, ...] = (attribute, attribute_tagged)
EXTRACTORS: tuple[protocols.Extractor, ...] = (extract,)
RESOLVERS: tuple[protocols.Resolver, ...] = (resolve,)
LINKERS: tuple[protocols.Linker, ...] = (link,)
TRACERS: tuple[protocols.Tracer, ...] = (trace,)
ASSESSORS: tuple[protocols.Assessor, ...] = (assess,)
REPORTERS: tuple[protocols.Reporter, ...] = (report,)
COMPARERS: tuple[protocols.Comparer, ...] = (compare_statements,)
EXPORTERS: tuple[protocols.Exporter, ...] = (
    to_csv,
    to_graphml,
    to_interchange_json,
    to_json,
    to_markdown,
    to_tables_zip,
)


def test_every_kind_has_a_part() -> None:
    listed = (
        PARSERS, ATTRIBUTORS, EXTRACTORS, RESOLVERS, LINKERS, TRACERS, ASSESSORS, REPORTERS,
        COMPARERS, EXPORTERS,
    )  # fmt: skip
    assert all(listed)
