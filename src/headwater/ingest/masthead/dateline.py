"""Datelines: where a report was filed, when, and by which agency."""

import re
from functools import lru_cache
from typing import Final

from headwater.ingest.masthead.dates import find_day
from headwater.ingest.masthead.furniture import Found
from headwater.ingest.masthead.lines import Line
from headwater.lexicon.parties import find_outlet
from headwater.lexicon.tables import load_countries
from headwater.model.document import Aside, Stated
from headwater.model.span import Span

_MONTH: Final = (
    r"(?:Jan|Feb|March|Mar|April|Apr|May|June|Jun|July|Jul|Aug|Sept|Sep|Oct|Nov|Dec)[a-z]*\.?"
)
_DASH: Final = r"\s*(?:—|–|―|--|(?<=\s)-)\s*(?=\S)"
_UPPER: Final = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.]+(?:[ /-][A-ZÀ-Þ'’.]+){0,3}"
_MIXED: Final = r"[A-ZÀ-Þ][\w'’.]+(?:[ /-][A-ZÀ-Þ][\w'’.]+){0,3}"
_REGION: Final = r"(?:,\s(?![A-Z][a-z]+\.?\s\d)[A-ZÀ-Þ][\w.'’]*(?:\s[A-ZÀ-Þ][\w.'’]*){0,2})?"
_DAY_OF_YEAR: Final = rf"(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}})?"
_DATE: Final = rf"(?:,?\s(?P<date>{_DAY_OF_YEAR}))"
_NAME: Final = r"(?P<agency>[A-Z][\w.&/ -]{1,40})"
_AGENCY: Final = rf"(?:\s*[(/]{_NAME}[)/])"
_FORMS: Final = tuple(
    re.compile(form)
    for form in (
        rf"^(?P<place>{_UPPER}{_REGION}){_DATE}?{_AGENCY}?{_DASH}",
        rf"^(?P<place>{_MIXED}{_REGION}){_DATE}{_AGENCY}?{_DASH}",
        rf"^(?P<place>{_MIXED}{_REGION}){_DATE}?{_AGENCY}{_DASH}",
        rf"^[(/]{_NAME}[)/]{_DASH}",
        rf"^(?P<place>{_UPPER}{_REGION}){_DATE}?\.?\s*/{_NAME}/\.?\s+(?=\S)",
        rf"^(?P<place>{_MIXED})\.\s(?P<date>{_DAY_OF_YEAR})\.?\s*\(?{_NAME}?\)?{_DASH}",
    )
)
_CAPITAL: Final = re.compile(rf"^(?P<place>{_UPPER}|{_MIXED}):\s+(?=\S)")
_POSTED: Final = re.compile(r"(?:—|–|-)\s*[^()]{1,60}\(@\w+\)[^()]{0,40}$")  # signs a post
_NO_PLACE: Final = frozenset({"UPDATE", "EXCLUSIVE", "BREAKING", "FACT", "ANALYSIS", "OPINION"})


def read_dateline(line: Line) -> Found | None:
    """Return place, date and agency that open a line of running text, None without a dateline.

    An embedded post has its own ("LIMA (Northwire) — ... — Ana Ruiz (@ruiz) May 4, 2031"): that of
    the agency which posted it, not of the text around it.
    """
    if _POSTED.search(line.text):
        return None
    match = next((m for m in (form.match(line.text) for form in _FORMS) if m), None)
    match = match or _match_capital(line)
    if match is None or match.end() >= len(line.text):
        return None
    groups = match.groupdict()
    if (groups.get("place") or "").split(" ")[0].rstrip(":") in _NO_PLACE:
        return None
    fields: dict[str, Stated] = {}
    if groups.get("place"):
        fields["dateline"] = _stated(line, match, "place", groups["place"])
    if groups.get("agency"):
        known = find_outlet(groups["agency"])
        field = "agency" if known is None or known.agency else "outlet"  # "(CNN)" opens CNN's own
        fields[field] = _stated(line, match, "agency", known.name if known else groups["agency"])
    day = find_day(groups["date"]) if groups.get("date") else None
    if day:
        fields["published"] = _stated(line, match, "date", day)
    span = Span(start=line.span.start, end=line.span.start + match.end())
    return Found(fields=fields, asides=(Aside(span=span, kind="dateline"),))


@lru_cache(maxsize=1)
def _capitals() -> frozenset[str]:
    return frozenset(country.capital.casefold() for country in load_countries() if country.capital)


def _match_capital(line: Line) -> re.Match[str] | None:
    """Return the match of "NEW DELHI: ", which only a capital makes a dateline, not a speaker."""
    match = _CAPITAL.match(line.text)
    return match if match and match["place"].casefold() in _capitals() else None


def _stated(line: Line, match: re.Match[str], group: str, value: str) -> Stated:
    """Return a field with the place of a group."""
    start = line.span.start + match.start(group)
    end = line.span.start + match.end(group)
    return Stated(value=value, span=Span(start=start, end=end), given_by="text")
