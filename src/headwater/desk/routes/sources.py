"""Sources, positions, timeline."""

from starlette.requests import Request
from starlette.responses import Response

from headwater.desk.pages import render_case
from headwater.desk.routes.common import cut_page, opened_of, page_of, record_of
from headwater.desk.views.matrix import lay_matrix
from headwater.desk.views.sources import (
    PER_PAGE,
    choose_sources,
    lay_tiers,
    show_source,
)
from headwater.desk.views.tracks import lay_tracks
from headwater.report.views.sources import KIND_WORDS
from headwater.report.words import show_text

DAYS = 40  # days of a page of the timeline
SAID = 40  # statements of a source on one page


def sources(request: Request) -> Response:
    """Answer with the list of sources, and who rests on whom."""
    opened = opened_of(request)
    asked = request.query_params.get("q", "").strip()
    kind = request.query_params.get("kind", "")
    found = choose_sources(opened.sources, asked, kind)
    shown, pager = cut_page(found, page_of(request), PER_PAGE)
    return render_case(
        request,
        opened.name,
        "sources.html.j2",
        active="sources",
        lines=shown,
        pager=pager,
        asked=show_text(asked),
        kind=kind,
        kinds=sorted({line.kind for line in opened.sources}, key=list(KIND_WORDS.values()).index),
        tiers=lay_tiers(opened.lookup, opened.steps),
        unnamed=[line for line in opened.sources if line.kind == KIND_WORDS["anonymous"]],
    )


def source(request: Request) -> Response:
    """Answer with a source's page."""
    opened = opened_of(request)
    key = request.path_params["key"]
    record = record_of(opened.lookup.sources, key, "source")
    shown = show_source(
        opened.lookup, opened.steps, record, opened.source_line(record), opened.reliability(record)
    )
    said, pager = cut_page(shown.line.statements, page_of(request), SAID)
    return render_case(
        request,
        opened.name,
        "source.html.j2",
        active="sources",
        s=shown,
        said=said,
        pager=pager,
        item=key,
        published=[opened.lookup.numbers[d] for d in record.documents],
        names=opened.choices.sources,
    )


def positions(request: Request) -> Response:
    """Answer with the matrix of actors by claims."""
    opened = opened_of(request)
    matrix = lay_matrix(opened.bounded, opened.shared, page_of(request))
    return render_case(
        request, opened.name, "positions.html.j2", active="positions", matrix=matrix,
        pager=matrix,
    )  # fmt: skip


def timeline(request: Request) -> Response:
    """Answer with events, statements and publications on three tracks."""
    opened = opened_of(request)
    shown, pager = cut_page(opened.days, page_of(request), DAYS)
    return render_case(
        request, opened.name, "timeline.html.j2", active="timeline", days=lay_tracks(shown),
        pager=pager,
    )  # fmt: skip
