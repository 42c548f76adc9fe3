"""The words in the boxes of a picture."""

import textwrap
import unicodedata
from typing import Final

from headwater.report.lookup import Lookup
from headwater.report.pictures.graph import Node
from headwater.report.words import count_word, day, shorten

SIGN: Final = 7.1  # width of a sign at 13 units in any common sans face, seldom more
WIDE_SIGN: Final = 13.6  # the same for scripts with signs of double width
LABEL_LINES: Final = 3
SHOWN: Final = 3  # names listed on a stack
ROOM: Final = 150.0  # width of a line where there are few columns

KIND_NOTES: Final = {
    "anonymous": "unnamed", "unattributed": "nobody named", "dataset": "records", "leak": "leak",
    "report": "report", "government": "government", "visual": "visual",
}  # fmt: skip


def label_of(lookup: Lookup, node: Node, room: float) -> tuple[str, ...]:
    """Return the lines of a box's name; `room` is the width of a line."""
    if node.kind == "source":
        source = lookup.sources.get(node.key)
        return wrap(source.name if source is not None else node.key, room)
    outlets = list(dict.fromkeys(lookup.outlet_name(key) for key in node.members))
    if len(outlets) == 1:
        return wrap(outlets[0], room)
    shown = [shorten(outlet, int(room / SIGN)) for outlet in outlets[:SHOWN]]
    if len(outlets) > SHOWN:
        shown[-1] = f"and {count_word(len(outlets) - SHOWN + 1)} more"
    return tuple(shown)


def wrap(name: str, room: float = ROOM) -> tuple[str, ...]:
    """Return a name in at most three lines of a width."""
    wide = any(unicodedata.east_asian_width(sign) in "WF" for sign in name)
    width = int(room / (WIDE_SIGN if wide else SIGN))
    line = shorten(name, width * LABEL_LINES)
    lines = textwrap.wrap(line, width, max_lines=LABEL_LINES, placeholder="…")
    return tuple(lines) or ("?",)


def note_of(lookup: Lookup, node: Node) -> str:
    """Return the small line under a box's name."""
    if node.kind == "source":
        source = lookup.sources.get(node.key)
        return KIND_NOTES.get(source.kind, "") if source is not None else ""
    if len(node.members) > 1:
        return f"{len(node.members)} documents"
    published = lookup.documents[node.key].published
    own = "own voice" if node.origin else ""
    date = day(published.value) if published is not None else ""
    return " · ".join(part for part in (date, own) if part)
