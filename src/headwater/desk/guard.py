"""Keeps strangers out: whom the desk answers, and what a page of it may do."""

import hmac
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from typing import Final
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from headwater.model.base import Record

COOKIE: Final = "headwater-token"
LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})
MAX_BODY: Final = 1 << 30  # bytes of one upload; more than a case of 5,000 articles weighs
SAFE: Final = frozenset({"GET", "HEAD"})
OURS: Final = frozenset({"same-origin", "none"})  # Sec-Fetch-Site of a request made by our pages
POLICY: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Final[Mapping[str, str]] = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}


class GuardSettings(Record, frozen=True, kw_only=True):
    """Whom to answer.

    Attributes:
        host: The address that is listened on.
        token: What a visitor must know; None lets everybody in, which is for loopback only.
    """

    host: str = "127.0.0.1"
    token: str | None = None


class Guard:
    """Refuses what does not come from a page of the desk, and sets the headers of every answer.

    A foreign page cannot reach the desk through a name of its own that points at this machine
    (the Host header must be ours), nor post to it (Origin and Sec-Fetch-Site must be ours).
    """

    def __init__(self, app: ASGIApp, settings: GuardSettings) -> None:
        self.app = app
        self.settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refusal = self.refuse(scope)
        await (refusal or self.app)(scope, receive, send_guarded)

    def refuse(self, scope: Scope) -> Response | None:
        """Return why a request is refused, None if it is not."""
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if not self.is_ours(host):
            return PlainTextResponse("This address is not the desk's.", status_code=421)
        if scope["method"] not in SAFE and not is_own_page(headers, host):
            return PlainTextResponse("Only the desk's own pages may do this.", status_code=403)
        length = headers.get("content-length", "0")
        if "transfer-encoding" in headers:
            return PlainTextResponse("Say how much it is.", status_code=411)
        if not length.isdigit() or int(length) > MAX_BODY:
            return PlainTextResponse("That is too much at once.", status_code=413)
        return self.ask_token(scope, headers)

    def is_ours(self, host: str) -> bool:
        """Tell whether a Host header names an address that the desk listens on."""
        name = urlsplit(f"//{host}").hostname or ""
        if self.settings.token is not None:
            return bool(name)  # a foreign name does not have the cookie
        return name in LOOPBACK or name == self.settings.host

    def ask_token(self, scope: Scope, headers: Headers) -> Response | None:
        """Return an answer to a visitor without the token, None if none is needed or it is there.

        A token in the address is put into a cookie and taken out of the address.
        """
        token = self.settings.token
        if token is None or same(cookie_of(headers), token):
            return None
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        if not same(given, token):
            words = "Open the desk with the address that `headwater serve` printed."
            return PlainTextResponse(words, status_code=401)
        answer = RedirectResponse("/", status_code=303)
        answer.set_cookie(COOKIE, token, httponly=True, samesite="strict", path="/")
        return answer


def is_own_page(headers: Headers, host: str) -> bool:
    """Tell whether a request that changes something was made by one of our pages."""
    origin = headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != host:
        return False
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in OURS
    return origin is not None


def cookie_of(headers: Headers) -> str:
    """Return the token in the cookie, empty if there is none."""
    jar: SimpleCookie = SimpleCookie()
    try:
        jar.load(headers.get("cookie", ""))
    except CookieError:
        return ""
    return jar[COOKIE].value if COOKIE in jar else ""


def same(given: str, token: str) -> bool:
    """Compare in a time that tells nothing."""
    return hmac.compare_digest(given.encode(), token.encode())
