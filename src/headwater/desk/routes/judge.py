"""Corrections: what people decide on any page, appended to the case's log and obeyed at once."""

from collections.abc import Sequence
from typing import Final, get_args
from urllib.parse import quote, urlsplit

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from headwater.desk.cases.opened import Opened
from headwater.desk.routes.common import BAD, desk_of, go, opened_of
from headwater.desk.routes.home import text_of
from headwater.desk.views.words import find_words
from headwater.errors import InputError
from headwater.judgements.anchors import at_attribution, at_claim, at_mention, at_source, at_span
from headwater.judgements.kinds import KINDS
from headwater.judgements.make import make, undo
from headwater.model.judgement import Anchor, Judgement, JudgementKind
from headwater.model.span import Span
from headwater.report.words import shorten

PATIENCE: Final = 1.5  # seconds that an answer waits for a quick run before it is shown at work
SELECTED: Final = frozenset({"cue_is", "content_is", "own_claim", "note"})
JOINED: Final = 100  # statements of a claim that a joining names; the others follow them
NAME_WIDTH: Final = 90  # characters of a name in a list of suggestions


async def judge(request: Request) -> Response:
    """Record a decision, run the case, and lead back to the page.

    Raises:
        HTTPException: If it cannot be understood.
    """
    desk, opened = desk_of(request), await run_in_threadpool(opened_of, request)
    async with request.form() as form:
        then = own_address(text_of(form, "then"), opened)
        later = text_of(form, "later") == "yes"
        try:
            decided = await run_in_threadpool(
                decide, opened, form, desk.who_asks(request), desk.now()
            )
        except InputError as error:
            raise HTTPException(BAD, str(error)) from error
    return await record(request, opened, (decided,), then, later=later)


async def take_back(request: Request) -> Response:
    """Take a decision back, or bring one that was taken back into force again.

    Raises:
        HTTPException: If there is no such decision.
    """
    desk, opened = desk_of(request), await run_in_threadpool(opened_of, request)
    async with request.form() as form:
        key, why = text_of(form, "judgement"), text_of(form, "why")
        then = own_address(text_of(form, "then"), opened)
    if key not in {judgement.id for judgement in opened.case.judgements()}:
        raise HTTPException(BAD, "There is no such decision.")
    taken = undo(key, who=desk.who_asks(request), made_at=desk.now(), why=why)
    waiting = [question for question, made in opened.answered.items() if made == key]
    for question in waiting:
        del opened.answered[question]
    return await record(request, opened, (taken,), then, later=bool(waiting))


async def record(
    request: Request, opened: Opened, decided: Sequence[Judgement], then: str, *, later: bool
) -> Response:
    """Append decisions to the log, run the case, and lead on."""
    desk = desk_of(request)
    await run_in_threadpool(opened.case.judge, *decided)
    if not later:
        await run_in_threadpool(desk.shelf.run, opened.name)
        await run_in_threadpool(desk.shelf.jobs.wait, opened.name, PATIENCE)
    if "application/json" in request.headers.get("accept", ""):
        return JSONResponse({"id": decided[0].id})
    mark = "&" if "?" in then else "?"
    undo_it = f"&undo={decided[0].id}" if len(decided) == 1 else ""
    return go(f"{then}{mark}told={quote(say(decided))}{undo_it}")


def say(decided: Sequence[Judgement]) -> str:
    """Return in words that something was recorded."""
    words = [KINDS[one.kind].words for one in decided if one.kind is not None]
    return f"Recorded: {'; '.join(words)}" if words else "Taken back"


def decide(opened: Opened, form: FormData, who: str, made_at: str) -> Judgement:
    """Return the decision that a form makes.

    Raises:
        InputError: If something is missing or cannot be found.
    """
    kind = text_of(form, "kind")
    if kind not in get_args(JudgementKind):
        raise InputError(f"nothing can be decided by the name of {kind!r}")
    about = [anchor for ref in refs_of(form) for anchor in find_anchors(opened, kind, ref)]
    about += [named(opened, name) for name in texts_of(form, "other")]
    words = words_in(form, kind)
    if words:
        about.append(selected(opened, words, form))
    value = text_of(form, "value") if "value" in form else None
    return make(
        msgspec.convert(kind, JudgementKind),
        about,
        who=who,
        made_at=made_at,
        value=None
        if value is None or (kind == "own_claim" and not value.strip())
        else value.strip(),
        why=text_of(form, "why").strip(),
    )


def words_in(form: FormData, kind: str) -> str:
    """Return the words of a text that a form names; a name may be one that no text has."""
    words = text_of(form, "words").strip()
    if kind == "source_is" and text_of(form, "start"):
        return text_of(form, "value").strip()
    return words if kind in SELECTED else ""


def texts_of(form: FormData, name: str) -> list[str]:
    """Return the filled-in fields of one name."""
    return [v.strip() for v in form.getlist(name) if isinstance(v, str) and v.strip()]


def named(opened: Opened, name: str) -> Anchor:
    """Return the anchor of a source that a person named."""
    for source in opened.dossier.sources:
        if name == source.name or name == shorten(source.name, NAME_WIDTH):
            return at_source(opened.dossier, source.id)
    return Anchor(name=name)


def refs_of(form: FormData) -> Sequence[str]:
    """Return what a form is about: its fields `about`, filled in ones only, each once."""
    found = [value for value in form.getlist("about") if isinstance(value, str) and value]
    return tuple(dict.fromkeys(found))


def find_anchors(opened: Opened, kind: str, ref: str) -> list[Anchor]:
    """Return the anchors of what `kind:key` names: who joins claims means all their statements.

    Raises:
        InputError: If there is no such thing.
    """
    what, _, key = ref.partition(":")
    claim = opened.lookup.claims.get(key) if what == "claim" else None
    if kind != "same_claim" or claim is None:
        return [find_anchor(opened, ref)]
    keys = (claim.best, *(key for key in claim.mentions if key != claim.best))
    return [at_mention(opened.dossier, key) for key in keys[:JOINED]]


def find_anchor(opened: Opened, ref: str) -> Anchor:
    """Return the anchor of what `kind:key` names.

    Raises:
        InputError: If there is no such thing.
    """
    kind, _, key = ref.partition(":")
    dossier = opened.dossier
    match kind:
        case "mention":
            return at_mention(dossier, key)
        case "attribution":
            return at_attribution(dossier, key)
        case "claim":
            return at_claim(dossier, key)
        case "source":
            return at_source(dossier, key)
        case "name":
            return Anchor(name=key)
        case "span":
            number, span = read_place(opened, key)
            return at_span(dossier.documents[number - 1], span)
    raise InputError(f"{ref!r} names nothing on this page")


def read_place(opened: Opened, key: str) -> tuple[int, Span]:
    """Return the document's number and the stretch that `number:start-end` names.

    Raises:
        InputError: If it names none.
    """
    number, _, rest = key.partition(":")
    start, _, end = rest.partition("-")
    if not all(part.isascii() and part.isdigit() for part in (number, start, end)):
        raise InputError(f"{key!r} is no place of a text")
    at = int(number)
    if not 1 <= at <= len(opened.dossier.documents):
        raise InputError(f"the case has no document {number}")
    length = len(opened.dossier.documents[at - 1].text)
    if not int(start) < int(end) <= length:
        raise InputError(f"{key!r} is no place of a text of {length} characters")
    return at, Span(start=int(start), end=int(end))


def selected(opened: Opened, words: str, form: FormData) -> Anchor:
    """Return the anchor of words that a person selected or typed.

    Raises:
        InputError: If they do not stand there.
    """
    number, near = read_place(opened, text_of(form, "near"))
    document = opened.dossier.documents[number - 1]
    start = text_of(form, "start")
    hint = int(start) if start.isascii() and start.isdigit() else None
    span = find_words(document.text, words, near, hint)
    if span is None:
        raise InputError(f"the words “{words[:80]}” do not stand there; copy them from the text")
    return at_span(document, span)


def own_address(address: str, opened: Opened) -> str:
    """Return an address if it leads to a page of the case, the board's otherwise."""
    parts = urlsplit(address)
    base = opened.places.base
    if parts.scheme or parts.netloc or not parts.path.startswith(f"{base}/"):
        return f"{base}/"
    return address
