"""What the desk knows while it runs."""

from datetime import UTC, datetime
from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import Response

from headwater.desk.cases.shelf import Shelf

WHO = "headwater-who"
NAME_WIDTH = 60  # characters of a person's name
A_YEAR = 365 * 24 * 3600  # seconds


class Desk:
    """The cases on the desk, and who sits at it."""

    def __init__(self, shelf: Shelf, who: str) -> None:
        self.shelf = shelf
        self.who = who

    def who_asks(self, request: Request) -> str:
        """Return the name under which a visitor decides."""
        return unquote(request.cookies.get(WHO, ""))[:NAME_WIDTH].strip() or self.who

    @staticmethod
    def remember(answer: Response, who: str) -> None:
        """Keep a visitor's name in their browser."""
        name = quote(" ".join(who.split())[:NAME_WIDTH])
        answer.set_cookie(WHO, name, max_age=A_YEAR, httponly=True, samesite="strict", path="/")

    @staticmethod
    def now() -> str:
        """Return the time as a decision is dated: ISO 8601 with zone."""
        return datetime.now(UTC).isoformat(timespec="milliseconds")  # noqa: TID251 - the edge
