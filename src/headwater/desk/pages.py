"""Fills the templates of the desk's pages."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final
from urllib.parse import quote

from jinja2 import ChoiceLoader, Environment, PackageLoader
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from headwater.desk.cases.front import Front
from headwater.desk.cases.opened import Opened
from headwater.desk.places import base_of
from headwater.desk.state import Desk
from headwater.judgements.history import Entry, history
from headwater.report.page import KIND_WORDS, page_style, show_days
from headwater.report.page import environment as dossier_environment
from headwater.report.words import day, shorten, show_text

NAV: Final = (
    ("", "Claims"),
    ("documents", "Documents"),
    ("sources", "Sources"),
    ("positions", "Positions"),
    ("timeline", "Timeline"),
    ("queue", "Queue"),
    ("history", "Decisions"),
    ("compare", "Compare"),
    ("export", "Dossier"),
)


@cache
def environment() -> Environment:
    """Return the template environment: the desk's pages, with the dossier's parts in them."""
    loader = ChoiceLoader(
        [
            PackageLoader("headwater.desk", "templates"),
            PackageLoader("headwater.report", "templates"),
        ]
    )
    made = dossier_environment().overlay(loader=loader)
    made.globals.update(day=day, show_text=show_text, shorten=shorten, kind_words=KIND_WORDS)
    return made


def render(request: Request, template: str, *, status: int = 200, **values: object) -> Response:
    """Return a page that belongs to no case."""
    desk: Desk = request.app.state.desk
    common = {"base": None, "nav": (), "who": desk.who_asks(request), "job": None, "active": None}
    text = environment().get_template(template).render({**common, **values})
    return HTMLResponse(text, status_code=status)


def render_case(
    request: Request, name: str, template: str, *, front: Front | None = None, **values: object
) -> Response:
    """Return a page of a case, with its frame: title, sections, what is going on.

    Args:
        request: What is answered.
        name: The case's.
        template: The page's.
        front: What is known of a case whose dossier is not read yet.
        values: What the page shows.
    """
    desk: Desk = request.app.state.desk
    opened = desk.shelf.opened(name) if front is None else None
    common: dict[str, object] = {
        **frame(desk, name, opened or front),
        "who": desk.who_asks(request),
        "here": here_of(request),
        "page_address": page_address(request),
        "places": opened.places if opened is not None else None,
        "entries": entries_of(opened, values.get("item")) if opened is not None else (),
        "told": show_text(request.query_params.get("told", "")),
        "undoable": request.query_params.get("undo", ""),
    }
    text = environment().get_template(template).render({**common, **values})
    return HTMLResponse(text)


def frame(desk: Desk, name: str, opened: Opened | Front | None) -> Mapping[str, object]:
    """Return what stands around every page of a case."""
    case = desk.shelf.case(name)
    title = opened.title if opened is not None else case.settings.title if case else name
    decided = case.judgements() if case is not None and opened is not None else ()
    job = desk.shelf.jobs.progress(name)
    return {
        "base": base_of(name),
        "name": show_text(name),
        "title": show_days(show_text(title)) or show_text(name),
        "nav": NAV if opened is not None else (),
        "active": None,
        "job": job if job is not None and job.state != "done" else None,
        "pending": sum(one.id not in opened.known for one in decided) if opened is not None else 0,
    }


def here_of(request: Request) -> str:
    """Return the address of the page itself, without what was told on it."""
    kept = [(k, v) for k, v in request.query_params.multi_items() if k not in {"told", "undo"}]
    query = "&".join(f"{quote_part(k)}={quote_part(v)}" for k, v in kept)
    path = request.url.path
    return f"{path}?{query}" if query else path


def page_address(request: Request) -> str:
    """Return the address of the page with another page's number left open at its end."""
    kept = [
        (k, v)
        for k, v in request.query_params.multi_items()
        if k not in {"told", "undo", "page"} and v
    ]
    query = "".join(f"{quote_part(k)}={quote_part(v)}&" for k, v in kept)
    return f"{request.url.path}?{query}page="


def entries_of(opened: Opened, item: object) -> tuple[Entry, ...]:
    """Return what people decided about a claim, document or source, newest first."""
    dossier = opened.fresh_dossier()
    return history(dossier, item) if dossier.judgements and isinstance(item, str) else ()


def quote_part(text: str) -> str:
    """Return a part of an address with everything escaped that must be."""
    return quote(text, safe="")


@cache
def stylesheet() -> str:
    """Return the desk's stylesheet: the dossier's, and its own on top."""
    own = files("headwater.desk").joinpath("static", "desk.css").read_text(encoding="utf-8")
    return f"{page_style()}\n{own}"


@cache
def script() -> str:
    """Return the desk's script."""
    return files("headwater.desk").joinpath("static", "desk.js").read_text(encoding="utf-8")
