"""The list of documents, their pages, and live progress."""

from collections.abc import AsyncIterator
from urllib.parse import quote

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from headwater.desk.cases.jobs import STAGES, WORDS, Jobs, Progress
from headwater.desk.cases.opened import Opened
from headwater.desk.cases.told import tell
from headwater.desk.pages import render_case
from headwater.desk.places import base_of
from headwater.desk.routes.common import (
    BAD,
    cut_page,
    desk_of,
    document_of,
    go,
    name_of,
    opened_of,
    page_of,
    read_span,
)
from headwater.desk.routes.home import text_of
from headwater.desk.routes.judge import record
from headwater.desk.views.document import View, show_document
from headwater.errors import HeadwaterError, InputError
from headwater.judgements.kinds import MASTHEAD
from headwater.model.base import Record
from headwater.report.views.gaps import find_gaps
from headwater.report.words import day, show_text

PER_PAGE = 100  # documents of a page
PATIENCE = 1.0  # seconds without news before a sign of life is sent


class DocumentLine(Record, frozen=True, kw_only=True):
    """A document in the list."""

    number: int
    outlet: str
    title: str
    name: str
    date: str
    known: bool
    statements: int
    shared: int
    format: str


def documents(request: Request) -> Response:
    """Answer with the files of a case: what was read, what could not be, how far a run is.

    Raises:
        HTTPException: If the dossier cannot be read.
    """
    name = name_of(request)
    try:
        opened = desk_of(request).shelf.opened(name)
    except HeadwaterError as error:
        raise HTTPException(BAD, str(error)) from error
    lines = list_documents(opened) if opened is not None else []
    shown, pager = cut_page(lines, page_of(request), PER_PAGE)
    gaps = find_gaps(opened.lookup, opened.places) if opened is not None else None
    return render_case(
        request,
        name,
        "documents.html.j2",
        active="documents",
        lines=shown,
        pager=pager,
        gaps=gaps,
        stages=[(stage, WORDS[stage]) for stage in STAGES],
        read=opened is not None,
    )


def list_documents(opened: Opened) -> list[DocumentLine]:
    """Return the documents in the dossier's order."""
    shared: dict[str, float] = {}
    for copy in opened.dossier.copies:
        for key, share in ((copy.left, copy.left_share), (copy.right, copy.right_share)):
            shared[key] = max(shared.get(key, 0.0), share)
    return [
        DocumentLine(
            number=number,
            outlet=show_text(opened.lookup.outlet_name(document.id)),
            title=show_text(document.title.value) if document.title is not None else "",
            name=show_text(document.name),
            date=day(document.published.value) if document.published is not None else "",
            known=document.outlet is not None,
            statements=len(opened.lookup.mentions_in.get(document.id, ())),
            shared=round(100 * shared.get(document.id, 0.0)),
            format=document.format,
        )
        for number, document in enumerate(opened.dossier.documents, 1)
    ]


def document(request: Request) -> Response:
    """Answer with a document's page."""
    opened = opened_of(request)
    found = document_of(request, opened)
    here = read_span(request.query_params.get("at", ""), len(found.text))
    part = request.query_params.get("part", "1")
    view = View(opened.lookup, opened.places, opened.row_of)
    shown = show_document(view, found, int(part) if part.isdecimal() else 1, here)
    said = {name: stated.value for name in MASTHEAD if (stated := getattr(found, name)) is not None}
    return render_case(
        request,
        opened.name,
        "document.html.j2",
        active="documents",
        t=shown,
        item=found.id,
        about={name: said.get(name, "") for name in MASTHEAD},
    )


async def about(request: Request) -> Response:
    """Record what a person says about a document, and run the case again.

    Raises:
        HTTPException: If it cannot be understood.
    """
    opened = await run_in_threadpool(opened_of, request)
    found = document_of(request, opened)
    async with request.form() as form:
        said = {name: text_of(form, name) for name in MASTHEAD}
    desk, here = desk_of(request), opened.places.document(found.id)
    try:
        decided = tell(found, said, who=desk.who_asks(request), made_at=desk.now())
    except InputError as error:
        raise HTTPException(BAD, str(error)) from error
    if not decided:
        return go(f"{here}?told={quote('Nothing was changed')}")
    return await record(request, opened, decided, here, later=False)


def run(request: Request) -> Response:
    """Run a case again."""
    name = name_of(request)
    desk_of(request).shelf.run(name)
    return go(f"{base_of(name)}/documents")


def events(request: Request) -> Response:
    """Answer with the progress of a case's run, as server-sent events."""
    name = name_of(request)
    stream = tell_progress(desk_of(request).shelf.jobs, name)
    return StreamingResponse(stream, media_type="text/event-stream")


async def tell_progress(jobs: Jobs, name: str) -> AsyncIterator[bytes]:
    """Yield an event whenever something changed, until the run is over."""
    last: Progress | None = None
    while last is None or last.state == "running":
        now = await run_in_threadpool(jobs.news, name, last, PATIENCE)
        yield event(now) if now != last else b": still at work\n\n"
        last = now


def event(now: Progress) -> bytes:
    """Return a progress as a server-sent event."""
    data = {
        "state": now.state,
        "stage": now.stage,
        "words": now.words,
        "done": now.done,
        "total": now.total,
        "share": share_done(now),
    }
    return b"event: progress\ndata: " + msgspec.json.encode(data) + b"\n\n"


def share_done(now: Progress) -> int:
    """Return roughly how much of a run is done, in percent."""
    if now.state != "running" or now.stage not in STAGES:
        return 100 if now.state == "done" else 0
    before = SHARES[now.stage]
    following = min((share for share in SHARES.values() if share > before), default=100)
    return round(before + (following - before) * min(1.0, now.done / now.total))


# Percent of a run that is over when a stage begins, as measured on the bundled example.
SHARES = {"reading": 5, "resolve": 60, "link": 65, "trace": 85, "assess": 92, "report": 94}
