"""The pictures of a dossier as SVG files of their own, for a report or a slide."""

import io
import zipfile
from collections.abc import Iterator
from typing import Final

from markupsafe import Markup

from headwater.model.dossier import Dossier
from headwater.report.flat import LONG_AGO
from headwater.report.lookup import Lookup
from headwater.report.page import environment, read_part
from headwater.report.pictures.coverage import draw_coverage
from headwater.report.pictures.drawing import Drawing
from headwater.report.pictures.picture import draw_chains
from headwater.report.places import Places
from headwater.report.views.figures import compare_figures
from headwater.report.views.stands import lay_stands
from headwater.report.views.timeline import draw_timeline, make_timeline

CLAIMS: Final = 40  # claims whose pictures are written, most worth a look first
ALONE: Final = Markup(' xmlns="http://www.w3.org/2000/svg"')
PAPER: Final = "svg { background: var(--paper); }\n"


def to_pictures(dossier: Dossier) -> dict[str, bytes]:
    """Return the pictures by file name: coverage, timeline, positions, and those of the claims.

    A claim's pictures are named by its rank and id: `01-c-0123456789ab-chains.svg`.
    """
    lookup = Lookup(dossier)
    places = Places(lookup)
    days = make_timeline(lookup, places)
    coverage, tracks = draw_coverage(lookup, places), draw_timeline(days, places)
    matrix = lay_stands(lookup, places)
    whole = {
        "coverage.svg": coverage.drawing if coverage else None,
        "timeline.svg": tracks.drawing if tracks else None,
        "positions.svg": matrix.drawing if matrix else None,
    }
    found = {name: draw(drawing) for name, drawing in whole.items() if drawing is not None}
    for rank, key in enumerate(dossier.ranking[:CLAIMS], 1):
        for name, data in claim_pictures(lookup, places, key):
            found[f"{rank:02}-{key}-{name}.svg"] = data
    return found


def to_pictures_zip(dossier: Dossier) -> bytes:
    """Return the pictures as one ZIP archive; equal dossiers are equal bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(to_pictures(dossier).items()):
            archive.writestr(zipfile.ZipInfo(name, LONG_AGO), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def claim_pictures(lookup: Lookup, places: Places, key: str) -> Iterator[tuple[str, bytes]]:
    """Yield the pictures of one claim: its chains if it is repeated, its figures if they differ."""
    claim = lookup.claims[key]
    if len(claim.documents) > 1:
        picture = draw_chains(lookup, places, claim)
        if picture.ways:
            values = {"pic": picture, "label": claim.text, "linked": False, "alone": ALONE}
            yield "chains", finish("chains", values)
    tables = compare_figures(lookup, places, claim)
    drawings = [table.drawing for table in tables if table.drawing is not None]
    for number, drawing in enumerate(drawings, 1):
        yield f"figures{number if number > 1 else ''}", draw(drawing)


def draw(drawing: Drawing) -> bytes:
    """Return a drawing as a file."""
    return finish("drawing", {"d": drawing, "linked": False, "alone": ALONE})


def finish(macro: str, values: dict[str, object]) -> bytes:
    """Return what a macro draws as an SVG file with its own style."""
    template = environment().get_template("pictures.html.j2")
    svg = getattr(template.make_module({}), macro)(**values)
    style = read_part("colours.css") + PAPER + read_part("pictures.css")
    head, mark, rest = str(svg).partition(">")
    return f"{head}{mark}<style>{style}</style>{rest}\n".encode()
