"""The dossier to hand over, in every format."""

import io
import zipfile

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from headwater.case import DATA, PAGE
from headwater.desk.cases.opened import Opened
from headwater.desk.pages import render_case
from headwater.desk.routes.common import BAD, NOT_FOUND, opened_of
from headwater.errors import InputError
from headwater.registry import load, names
from headwater.report.page import make_policy, page_style, read_part, to_html
from headwater.report.select import keep_claims
from headwater.report.settings import SECTIONS

# Format, what it holds, file name, media type.
FORMATS = (
    ("html", "The dossier as one page, to read, print and send", PAGE, "text/html"),
    ("json", "The same as data, every record with its places", DATA, "application/json"),
    ("md", "Claims, statements and origins with footnotes", "dossier.md", "text/markdown"),
    ("csv", "A row for each statement", "statements.csv", "text/csv"),
    ("tables", "Every kind of record as a table, in one ZIP", "tables.zip", "application/zip"),
    ("pictures", "Every picture as SVG, in one ZIP", "pictures.zip", "application/zip"),
    ("graphml", "Who rests on whom, for Gephi or yEd", "sources.graphml", "application/xml"),
    ("interchange", "Mentions, claims, relations", "interchange.json", "application/json"),
    ("decisions", "The decisions, to merge with another's", "decisions.jsonl", "text/plain"),
    ("case", "The whole case folder without its store, as a ZIP", "case.zip", "application/zip"),
)

SECTION_WORDS = {
    "look": "worth a look", "others": "other claims", "gaps": "not read, not resolved",
    "run": "how it was made",
}  # fmt: skip


def export(request: Request) -> Response:
    """Answer with what can be taken away."""
    opened = opened_of(request)
    return render_case(
        request, opened.name, "export.html.j2", active="export",
        formats=[(key, words, file) for key, words, file, _ in FORMATS],
        sections=[(name, SECTION_WORDS.get(name, name)) for name in SECTIONS],
        manifest=opened.dossier.manifest, judgements=len(opened.dossier.judgements),
    )  # fmt: skip


def download(request: Request) -> Response:
    """Answer with the dossier in one format.

    Raises:
        HTTPException: If there is no such format, section or claim.
    """
    opened = opened_of(request)
    asked = request.path_params["format"]
    for key, _, file, media in FORMATS:
        if key == asked:
            data = cut(request, opened) if key == "html" else make(opened, key)
            headers = {"content-disposition": f'attachment; filename="{file}"'}
            return Response(data, media_type=media, headers=headers)
    raise HTTPException(NOT_FOUND, "There is no such format.")


def cut(request: Request, opened: Opened) -> bytes:
    """Return the dossier's page, with the sections and claims that were asked for.

    Raises:
        HTTPException: If there is no such section or claim.
    """
    only = [name for name in request.query_params.getlist("only") if name]
    claims = [key for key in request.query_params.getlist("claims") if key]
    top = request.query_params.get("top", "")
    if top.isascii() and top.isdigit() and int(top):
        claims += opened.dossier.ranking[: int(top)]
    if not (claims or only):
        return make(opened, "html")
    try:
        dossier = keep_claims(opened.dossier, claims) if claims else opened.dossier
        return to_html(dossier, only=tuple(only))
    except (InputError, ValueError) as error:
        raise HTTPException(BAD, str(error)) from error


def make(opened: Opened, key: str) -> bytes:
    """Return the dossier in a format."""
    folder = opened.case.folder
    match key:
        case "html":
            return (folder / PAGE).read_bytes()
        case "json":
            return (folder / DATA).read_bytes()
        case "decisions":
            log = folder / "decisions.jsonl"
            return log.read_bytes() if log.is_file() else b""
        case "case":
            return pack(opened)
    part = [name for name in names("export") if name.rpartition(".v")[0] == key][-1]
    data: bytes = load("export", part)(opened.dossier)
    return data


def pack(opened: Opened) -> bytes:
    """Return the case's folder as a ZIP: texts, settings, decisions, results."""
    packed = io.BytesIO()
    folder = opened.case.folder
    kept = [folder / name for name in (PAGE, DATA, "case.toml", "decisions.jsonl")]
    kept += sorted(path for path in (folder / "snapshots").glob("*") if path.suffix != ".part")
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in kept:
            if path.is_file():
                archive.write(path, path.relative_to(folder).as_posix())
    return packed.getvalue()


def dossier(request: Request) -> Response:
    """Answer with the dossier's page itself, under its own policy."""
    opened = opened_of(request)
    data = make(opened, "html")
    policy = make_policy(page_style(), read_part("script.js"))
    headers = {"content-security-policy": f"{policy}; frame-ancestors 'none'"}
    return Response(data, media_type="text/html", headers=headers)
