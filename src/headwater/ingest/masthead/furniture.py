"""Whole lines that are no part of a report: copyright, credits, navigation, advertising."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, cast

from headwater.ingest.masthead.agencies import known_agency
from headwater.ingest.masthead.lines import Line
from headwater.lexicon.load import Entry, load_entries
from headwater.model.base import Record
from headwater.model.document import Aside, AsideKind, Stated
from headwater.model.span import Span

_LONGEST: Final = 300  # characters; a longer line is running text whatever it begins with
_AGENCY_GROUP: Final = re.compile(r"agency\d*$")
_WEAK_GROUPS: Final = frozenset({"agency1", "agency2", "agency3"})  # count for known agencies only


class Found(Record, frozen=True, kw_only=True):
    """Masthead fields and asides read from one line."""

    fields: Mapping[str, Stated] = {}
    asides: tuple[Aside, ...] = ()


@lru_cache(maxsize=1)
def _entries() -> tuple[tuple[re.Pattern[str], Entry], ...]:
    return tuple((entry.compiled(), entry) for entry in load_entries("masthead"))


def read_furniture(line: Line, *, head: bool, tail: bool) -> Found | None:
    """Return what a line of furniture says, None if the line is something else.

    Args:
        line: A line of the text.
        head: True if it is one of the first lines.
        tail: True if it is one of the last lines.
    """
    if len(line.text) > _LONGEST:
        return None
    allowed = {"any", *(("head",) if head else ()), *(("tail",) if tail else ())}
    for pattern, entry in _entries():
        if entry.attributes["where"] not in allowed:
            continue
        match = pattern.search(line.text)
        if match and _is_credible(match):
            kind = cast("AsideKind", entry.attributes["aside"])
            return Found(
                fields=_read_fields(match, line), asides=(Aside(span=line.span, kind=kind),)
            )
    return None


def _is_credible(match: re.Match[str]) -> bool:
    """Tell whether an agency named in a weak place is one that we know."""
    groups = match.groupdict()
    return all(
        known_agency(words) is not None
        for name, words in groups.items()
        if name in _WEAK_GROUPS and words
    )


def _read_fields(match: re.Match[str], line: Line) -> dict[str, Stated]:
    """Return the fields that the named groups of a pattern give."""
    fields: dict[str, Stated] = {}
    for name, words in match.groupdict().items():
        if not words or not words.strip(" ,.-"):
            continue
        value = words.strip(" ,.-")
        start = line.span.start + match.start(name) + words.index(value)
        span = Span(start=start, end=start + len(value))
        agency = known_agency(value)
        field = _field_of(name, agency)
        fields[field] = Stated(value=agency or value, span=span, given_by="text")
    return fields


def _field_of(group: str, agency: str | None) -> str:
    """Return the masthead field of a group; an agency that holds the copyright is the agency."""
    if _AGENCY_GROUP.search(group) or agency:
        return "agency"
    return "outlet"
