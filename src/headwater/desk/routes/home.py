"""The list of cases, and how one begins."""

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from headwater.case import DATA
from headwater.config import Settings
from headwater.desk.cases.shelf import Shelf
from headwater.desk.cases.uploads import take_files, take_text
from headwater.desk.pages import render
from headwater.desk.places import base_of
from headwater.desk.routes.common import BAD, desk_of, go, name_of
from headwater.errors import HeadwaterError
from headwater.ingest.raw import RawFile
from headwater.ingest.settings import IngestSettings
from headwater.model.base import Record
from headwater.report.words import day, show_text

MAX_FILES = 5000  # of one upload; the largest case that the tool is meant for
MAX_TEXT = 32 << 20  # bytes of pasted text


class CaseLine(Record, frozen=True, kw_only=True):
    """A case in the list."""

    title: str
    name: str
    link: str
    state: str
    changed: str


def home(request: Request) -> Response:
    """Answer with the list of cases; a desk with one case opens it."""
    shelf = desk_of(request).shelf
    if shelf.single:
        return go(f"{base_of(shelf.names()[0])}/")
    return render(request, "home.html.j2", cases=list_cases(shelf), error="", kept={})


def list_cases(shelf: Shelf) -> list[CaseLine]:
    """Return the cases, by name."""
    lines = []
    for name in shelf.names():
        try:
            case = shelf.case(name)
        except HeadwaterError as error:
            broken = CaseLine(
                title=show_text(name), name=show_text(name), link="", state=str(error), changed=""
            )
            lines.append(broken)
            continue
        if case is None:
            continue
        data = case.folder / DATA
        state = "not run yet"
        if shelf.jobs.is_running(name):
            state = "being read"
        elif data.is_file():
            state = f"{len(case.judgements())} decisions"
        changed = data.stat().st_mtime if data.is_file() else None
        lines.append(
            CaseLine(
                title=show_text(case.settings.title or name),
                name=show_text(name),
                link=f"{base_of(name)}/",
                state=state,
                changed=day_of(changed),
            )
        )
    return lines


def day_of(stamp: float | None) -> str:
    """Return the day of a file's time as a reader writes it."""
    from datetime import UTC, datetime

    return day(datetime.fromtimestamp(stamp, UTC).date().isoformat()) if stamp else ""


async def begin(request: Request) -> Response:
    """Begin a case with dropped files or pasted text, and run it."""
    desk = desk_of(request)
    async with request.form(
        max_files=MAX_FILES, max_fields=MAX_FILES, max_part_size=MAX_TEXT
    ) as form:
        title = text_of(form, "title").strip()
        files = await take_all(form, (), Settings().ingest)
        if not files:
            error = "Drop files, choose them, or paste a text: a case begins with a document."
            return render(
                request,
                "home.html.j2",
                status=BAD,
                cases=list_cases(desk.shelf),
                error=error,
                kept={"title": title},
            )
        name = await run_in_threadpool(desk.shelf.begin, title, files)
    await run_in_threadpool(desk.shelf.run, name)
    return go(f"{base_of(name)}/documents")


async def add(request: Request) -> Response:
    """Add dropped files or pasted text to a case, and run it again."""
    desk, name = desk_of(request), name_of(request)
    case = desk.shelf.case(name)
    async with request.form(
        max_files=MAX_FILES, max_fields=MAX_FILES, max_part_size=MAX_TEXT
    ) as form:
        opened = await run_in_threadpool(desk.shelf.opened, name)
        taken = [document.name for document in opened.dossier.documents] if opened else []
        settings = case.settings.ingest if case is not None else Settings().ingest
        files = await take_all(form, taken, settings)
        if case is not None and files:
            await run_in_threadpool(case.add, files)
    await run_in_threadpool(desk.shelf.run, name)
    return go(f"{base_of(name)}/documents")


async def take_all(
    form: FormData, taken: list[str] | tuple[str, ...], settings: IngestSettings
) -> tuple[RawFile, ...]:
    """Return the files and the text of a form."""
    uploads = []
    for value in form.getlist("files"):
        if isinstance(value, UploadFile) and (value.filename or value.size):
            uploads.append((value.filename or "", await value.read()))
    files = take_files(uploads, settings)
    text = text_of(form, "text")
    if text.strip():
        about = {
            "title": text_of(form, "headline"),
            "outlet": text_of(form, "outlet"),
            "published": text_of(form, "published"),
            "url": text_of(form, "url"),
        }
        files = (*files, take_text(text, about, [*taken, *(file.name for file in files)]))
    return files


def text_of(form: FormData, name: str) -> str:
    """Return a field of a form as text, empty if it is missing."""
    value = form.get(name)
    return value if isinstance(value, str) else ""
