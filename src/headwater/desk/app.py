"""The desk as a web application."""

from collections.abc import Sequence
from http import HTTPStatus

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from headwater.desk.cases.shelf import Shelf
from headwater.desk.guard import Guard, GuardSettings
from headwater.desk.pages import render, script, stylesheet
from headwater.desk.places import base_of
from headwater.desk.routes import claims, documents, export, home, judge, review, sources
from headwater.desk.state import Desk
from headwater.errors import HeadwaterError

POST = ["POST"]
REDIRECTS = range(300, 400)
FAILED = 500


def make_app(shelf: Shelf, who: str, settings: GuardSettings) -> Starlette:
    """Return the desk.

    Args:
        shelf: The cases to serve.
        who: Under whose name decisions are recorded, unless a visitor gives another one.
        settings: Whom to answer.
    """
    app = Starlette(
        routes=make_routes(),
        middleware=[Middleware(Guard, settings=settings)],
        exception_handlers={HTTPException: refused, HeadwaterError: failed},
    )
    app.state.desk = Desk(shelf, who)
    return app


def make_routes() -> Sequence[BaseRoute]:
    """Return every address of the desk."""
    return (
        Route("/", home.home),
        Route("/cases", home.begin, methods=POST),
        Route("/static/desk.css", static_style),
        Route("/static/desk.js", static_script),
        Route("/favicon.ico", no_icon),
        Mount("/case/{name}", routes=case_routes()),
    )


def case_routes() -> Sequence[BaseRoute]:
    """Return every address of a case."""
    return (
        Route("/", claims.board),
        Route("/claims/{key}", claims.claim),
        Route("/claims/{key}/merge", claims.merge),
        Route("/mentions/{key}", claims.mention),
        Route("/search", claims.search),
        Route("/documents", documents.documents),
        Route("/documents/{number:int}", documents.document),
        Route("/documents/{number:int}/about", documents.about, methods=POST),
        Route("/events", documents.events),
        Route("/run", documents.run, methods=POST),
        Route("/add", home.add, methods=POST),
        Route("/sources", sources.sources),
        Route("/sources/{key}", sources.source),
        Route("/positions", sources.positions),
        Route("/timeline", sources.timeline),
        Route("/judge", judge.judge, methods=POST),
        Route("/undo", judge.take_back, methods=POST),
        Route("/queue", review.queue),
        Route("/queue", review.answer, methods=POST),
        Route("/history", review.history),
        Route("/apply", review.apply, methods=POST),
        Route("/sign", review.sign, methods=POST),
        Route("/merge", review.merge, methods=POST),
        Route("/compare", review.compare),
        Route("/compare", review.compare_days, methods=POST),
        Route("/export", export.export),
        Route("/export/{format}", export.download),
        Route("/dossier.html", export.dossier),
    )


def static_style(request: Request) -> Response:  # noqa: ARG001
    """Answer with the stylesheet."""
    return Response(stylesheet(), media_type="text/css")


def static_script(request: Request) -> Response:  # noqa: ARG001
    """Answer with the script."""
    return Response(script(), media_type="text/javascript")


def no_icon(request: Request) -> Response:  # noqa: ARG001
    """Answer a browser that asks for an icon with none."""
    return Response(status_code=204)


def refused(request: Request, error: Exception) -> Response:
    """Answer with a page that says what is wrong."""
    assert isinstance(error, HTTPException)
    if error.status_code in REDIRECTS and error.headers:
        return RedirectResponse(error.headers["location"], status_code=error.status_code)
    nowhere = error.detail == HTTPStatus(error.status_code).phrase
    words = "There is no such page." if nowhere else error.detail
    base = (
        base_of(name)
        if (name := request.path_params.get("name", "")) in shelf_of(request)
        else None
    )
    return render(request, "error.html.j2", status=error.status_code, words=words, board=base)


def shelf_of(request: Request) -> Sequence[str]:
    """Return the names of the cases."""
    names: Sequence[str] = request.app.state.desk.shelf.names()
    return names


def failed(request: Request, error: Exception) -> Response:
    """Answer with a page that says what the user can mend."""
    return render(request, "error.html.j2", status=FAILED, words=str(error))
