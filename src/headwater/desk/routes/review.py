"""The queue of uncertain decisions, the history of all decisions, and the comparison of runs."""

from collections.abc import Mapping

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from headwater.desk.cases.runs import list_runs, path_of_day, read_day, read_run
from headwater.desk.pages import render_case
from headwater.desk.routes.common import BAD, cut_page, desk_of, go, opened_of, page_of
from headwater.desk.routes.home import text_of
from headwater.desk.routes.judge import PATIENCE, own_address, record
from headwater.desk.state import Desk
from headwater.desk.views.compare import SHOWN, compare_runs
from headwater.desk.views.queue import show_question
from headwater.errors import InputError
from headwater.judgements.history import history as tell_history
from headwater.judgements.kinds import is_day
from headwater.model.dossier import Dossier

ASKED = 500  # questions that are held ready
DAYS = ("from", "to")  # fields of the two days of a comparison
PER_PAGE = 40  # decisions of a page


def queue(request: Request) -> Response:
    """Answer with the least certain decision that nobody has made."""
    opened = opened_of(request)
    skipped = set(filter(None, request.query_params.get("skip", "").split(",")))
    questions = [q for q in opened.questions(ASKED) if q.id not in skipped]
    question = show_question(opened.bounded, opened.places, questions[0]) if questions else None
    return render_case(
        request, opened.name, "queue.html.j2", active="queue", question=question,
        left=len(questions), skip=",".join(sorted(skipped)),
        coming=questions[1:6],
    )  # fmt: skip


async def answer(request: Request) -> Response:
    """Record the answer to a question of the queue; the case is run later, all at once.

    Raises:
        HTTPException: If the queue does not ask it any more.
    """
    desk, opened = desk_of(request), await run_in_threadpool(opened_of, request)
    async with request.form() as form:
        key, pressed = text_of(form, "question"), text_of(form, "answer")
        why = text_of(form, "why").strip()
        then = own_address(text_of(form, "then"), opened)
    for question in await run_in_threadpool(opened.questions, ASKED):
        for choice in question.answers:
            if question.id == key and choice.key == pressed:
                signed = choice.signed(who=desk.who_asks(request), made_at=desk.now(), why=why)
                opened.answered[key] = signed.id
                return await record(request, opened, (signed,), then, later=True)
    raise HTTPException(BAD, "The queue no longer asks this.")


def history(request: Request) -> Response:
    """Answer with every decision, newest first."""
    opened = opened_of(request)
    entries, pager = cut_page(tell_history(opened.fresh_dossier()), page_of(request), PER_PAGE)
    return render_case(
        request, opened.name, "history.html.j2", active="history", entries=entries, pager=pager,
        torn=opened.torn(),
    )  # fmt: skip


async def sign(request: Request) -> Response:
    """Keep the name under which a visitor decides."""
    opened = await run_in_threadpool(opened_of, request)
    async with request.form() as form:
        who, then = text_of(form, "who"), own_address(text_of(form, "then"), opened)
    found = go(then)
    Desk.remember(found, who)
    return found


async def merge(request: Request) -> Response:
    """Add the decisions of another person's log to the case, and run it.

    Raises:
        HTTPException: If it is no log.
    """
    desk, opened = desk_of(request), await run_in_threadpool(opened_of, request)
    async with request.form() as form:
        upload = form.get("log")
        data = await upload.read() if upload is not None and not isinstance(upload, str) else b""
    try:
        added = await run_in_threadpool(opened.merge_log, data)
    except InputError as error:
        raise HTTPException(BAD, str(error)) from error
    if added:
        await run_in_threadpool(desk.shelf.run, opened.name)
    return go(f"{opened.places.base}/history?told={added}%20decisions%20added")


def apply(request: Request) -> Response:
    """Run a case so that it obeys the decisions that wait."""
    desk, opened = desk_of(request), opened_of(request)
    desk.shelf.run(opened.name)
    return go(f"{opened.places.base}/?told=The%20decisions%20are%20being%20applied")


def compare(request: Request) -> Response:
    """Answer with what changed between two runs of a case, or between two days.

    Raises:
        HTTPException: If an earlier run cannot be read.
    """
    opened = opened_of(request)
    runs = list_runs(opened.case.folder)
    chosen = choose_runs(request, [kept.number for kept in runs])
    days = days_of(request.query_params)
    states: list[Dossier | None] = []
    try:
        if days is not None:
            states = [read_day(opened.case.folder, day) for day in days]
        elif chosen is not None:
            by_number = {kept.number: kept for kept in runs}
            states = [read_run(by_number[number]) for number in chosen]
    except InputError as error:
        raise HTTPException(BAD, str(error)) from error
    known = [state for state in states if state is not None]
    return render_case(
        request, opened.name, "compare.html.j2", active="compare", runs=runs, chosen=chosen,
        days=days, waiting=len(known) < len(states), span=span_of(opened.dossier),
        found=compare_runs(*known) if len(known) == 2 else None,  # noqa: PLR2004 - two sides
        claims=opened.lookup.claims, shown=SHOWN,
    )  # fmt: skip


async def compare_days(request: Request) -> Response:
    """Work out how a case stood on two days, and lead to what changed between them.

    Raises:
        HTTPException: If they are no days.
    """
    desk, opened = desk_of(request), await run_in_threadpool(opened_of, request)
    async with request.form() as form:
        days = days_of({name: text_of(form, name) for name in DAYS})
    if days is None:
        raise HTTPException(BAD, "Give two days, such as 2031-05-17.")
    missing = [day for day in days if not path_of_day(opened.case.folder, day).is_file()]
    if missing:
        await run_in_threadpool(desk.shelf.work_out, opened.name, missing)
        await run_in_threadpool(desk.shelf.jobs.wait, opened.name, PATIENCE)
    return go(f"{opened.places.base}/compare?from={days[0]}&to={days[1]}")


def days_of(asked: Mapping[str, str]) -> tuple[str, str] | None:
    """Return the two days that are asked for, the earlier first; None if they are none."""
    found = sorted(day for name in DAYS if is_day(day := asked.get(name, "").strip()))
    return (found[0], found[1]) if len(found) == len(DAYS) else None


def span_of(dossier: Dossier) -> tuple[str, str]:
    """Return the first and the last day of publication, empty if none is known."""
    days = sorted(one.published.value for one in dossier.documents if one.published is not None)
    return (days[0], days[-1]) if days else ("", "")


def choose_runs(request: Request, numbers: list[int]) -> tuple[int, int] | None:
    """Return the numbers of the two runs to compare: those asked for, else the last two."""
    asked = [request.query_params.get(name, "") for name in ("before", "after")]
    picked = [int(text) for text in asked if text.isascii() and text.isdigit()]
    if len(picked) == 2 and set(picked) <= set(numbers):  # noqa: PLR2004 - before and after
        return picked[0], picked[1]
    return (numbers[-2], numbers[-1]) if len(numbers) > 1 else None
