"""What the routes share: finding the case, paging, saying that something is not there."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeVar

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from headwater.desk.cases.opened import Opened
from headwater.desk.places import base_of
from headwater.desk.state import Desk
from headwater.errors import HeadwaterError
from headwater.model.base import Record
from headwater.model.document import Document
from headwater.model.span import Span

T = TypeVar("T")
NOT_FOUND: Final = 404
BAD: Final = 400
SEE_OTHER: Final = 303
Answer = Callable[[Request], Response]


class Pager(Record, frozen=True, kw_only=True):
    """Which page of a list is shown, from 1."""

    page: int
    pages: int
    total: int
    first: int


def desk_of(request: Request) -> Desk:
    """Return the desk."""
    desk: Desk = request.app.state.desk
    return desk


def name_of(request: Request) -> str:
    """Return the name of the case that an address names.

    Raises:
        HTTPException: If there is no such case.
    """
    name: str = request.path_params["name"]
    if name not in desk_of(request).shelf.names():
        raise HTTPException(NOT_FOUND, "There is no such case on this desk.")
    return name


def opened_of(request: Request) -> Opened:
    """Return the case that an address names, with its dossier.

    Raises:
        HTTPException: If there is no such case, it was never run, or its dossier is unreadable.
    """
    name = name_of(request)
    try:
        opened = desk_of(request).shelf.opened(name)
    except HeadwaterError as error:
        raise HTTPException(BAD, str(error)) from error
    if opened is None:
        raise HTTPException(
            SEE_OTHER, "not run yet", headers={"location": f"{base_of(name)}/documents"}
        )
    return opened


def document_of(request: Request, opened: Opened) -> Document:
    """Return the document whose number an address names.

    Raises:
        HTTPException: If there is none.
    """
    number: int = request.path_params["number"]
    if not 1 <= number <= len(opened.dossier.documents):
        raise HTTPException(NOT_FOUND, f"The case has no document {number}.")
    return opened.dossier.documents[number - 1]


def record_of(records: Mapping[str, T], key: str, what: str) -> T:
    """Return the record that an address names.

    Raises:
        HTTPException: If there is none.
    """
    if key not in records:
        raise HTTPException(
            NOT_FOUND,
            f"There is no such {what} now. A correction may have joined it with another one, "
            f"split it or taken it out; the list of {what}s has all.",
        )
    return records[key]


def page_of(request: Request) -> int:
    """Return the number of the page that is asked for, 1 by default."""
    asked = request.query_params.get("page", "1")
    return max(1, int(asked)) if asked.isascii() and asked.isdigit() else 1


def cut_page(found: Sequence[T], page: int, size: int) -> tuple[Sequence[T], Pager]:
    """Return the part of a list that a page shows."""
    pages = max(1, -(-len(found) // size))
    page = min(page, pages)
    start = (page - 1) * size
    pager = Pager(page=page, pages=pages, total=len(found), first=start + 1)
    return found[start : start + size], pager


def read_span(text: str, length: int) -> Span | None:
    """Return the stretch that `start-end` names; None if it is none of a text of that length."""
    start, dash, end = text.partition("-")
    digits = start + end
    if not dash or not (digits.isascii() and start.isdigit() and end.isdigit()):
        return None
    first, last = int(start), int(end)
    return Span(start=first, end=last) if first < last <= length else None


def go(address: str) -> Response:
    """Return a redirection to a page."""
    return RedirectResponse(address, status_code=SEE_OTHER)
