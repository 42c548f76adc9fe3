"""Claims and tables as a notebook shows them."""

import base64
from collections.abc import Mapping, Sequence
from typing import Final

from headwater.model.claim import Claim
from headwater.report.drawn import claim_pictures
from headwater.report.frames import Cell
from headwater.report.lookup import Lookup
from headwater.report.page import environment
from headwater.report.places import Places
from headwater.report.views.cards import CardMaker
from headwater.report.words import shorten

ROWS: Final = 20  # rows of a table that are shown; as many as pandas shows of a long one, doubled
WIDTH: Final = 120  # characters of a cell


def show_claim(lookup: Lookup, claim: Claim) -> str:
    """Return a claim with its gist, its picture and its quotations as HTML."""
    places = Places(lookup)
    pictures = dict(claim_pictures(lookup, places, claim.id))
    chains = base64.b64encode(pictures["chains"]).decode() if "chains" in pictures else ""
    card = CardMaker(lookup, places).card(claim)
    return fill("claim", card, chains)


def show_table(columns: Mapping[str, object], rows: Sequence[Mapping[str, Cell]]) -> str:
    """Return the first rows of a table as HTML."""
    shown = [[show_cell(row[name]) for name in columns] for row in rows[:ROWS]]
    return fill("table", list(columns), shown, len(rows))


def fill(macro: str, *values: object) -> str:
    """Return what a macro makes of some values."""
    return str(getattr(environment().get_template("notebook.html.j2").module, macro)(*values))


def show_cell(value: Cell) -> str:
    """Return a cell as text."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return shorten(", ".join(value), WIDTH)
    return shorten(f"{value:.3g}" if isinstance(value, float) else str(value), WIDTH)
