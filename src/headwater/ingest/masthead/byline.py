"""Bylines: who wrote it, and whether that is an agency."""

import re
from typing import Final

from headwater.ingest.masthead.agencies import known_agency, named_agency
from headwater.ingest.masthead.dates import DATE_WORDS, find_day
from headwater.ingest.masthead.furniture import Found
from headwater.ingest.masthead.lines import Line
from headwater.model.document import Aside, Stated
from headwater.model.span import Span

_BYLINE: Final = re.compile(
    r"^(?:by|written by|story by|words by|author:|text:)\s+(?P<who>\S.*?)"
    rf"(?:\s*[-–—|•·,]\s*(?P<date>{DATE_WORDS}.{{0,30}}))?$",
    re.IGNORECASE,
)
_SMALL: Final = frozenset(
    "and for of in the with from at a an staff writer writers reporter reporters correspondent "
    "correspondents editor editors political business senior chief foreign economics national "
    "contributor columnist special to de del della van von der den bin ibn al el le la du da dos "
    "di ter & | - –".split()
)
_POSTS: Final = frozenset({"writer", "correspondent", "reporter", "editor", "writers"})
_NO_NAMES: Final = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:january|february|march|april|june|july|"
    r"august|september|october|november|december)\b|\d",
    re.IGNORECASE,
)
_DATED: Final = re.compile(
    rf"^(?P<who>[^|•·]{{2,40}}?)\s*[-–—|•·,]?\s*(?P<date>{DATE_WORDS}.{{0,30}})$", re.IGNORECASE
)
_SPELT: Final = 2  # words of an agency's full name; "Roe, AP" credits pictures as often
_BY: Final = re.compile(r"^by:?\s+", re.IGNORECASE)
_AND: Final = re.compile(r"\s*(?:,\s*)?\band\s+(?=[^,|]*$)")
_PARTS: Final = re.compile(r"\s*[,|/•–—-]\s+|\s+(?:for|of)\s+")
_MOST_WORDS: Final = 16  # three names with their posts; longer lines begin a sentence with "By"


def read_byline(line: Line) -> Found | None:
    """Return byline, agency and date of a byline, None if the line is something else."""
    match = _BYLINE.match(line.text)
    if match is None:
        return _read_bare_agency(line) or _read_dated_agency(line)
    who = match["who"].rstrip(" ,|-–—")
    if not is_name_list(who):
        return None
    start = line.span.start + match.start("who")
    fields = {"byline": Stated(value=who, span=_span(start, who), given_by="text")}
    agency = agency_of(who)
    if agency:
        fields["agency"] = Stated(value=agency, span=_span(start, who), given_by="text")
    day = find_day(match["date"]) if match["date"] else None
    if day:
        place = line.span.start + match.start("date")
        fields["published"] = Stated(value=day, span=_span(place, match["date"]), given_by="text")
    return Found(fields=fields, asides=(Aside(span=line.span, kind="byline"),))


def read_signed(line: Line) -> Found | None:
    """Return byline and agency of "Ana Roe, Associated Press", None if the line is another.

    Pictures are credited so too; only its place under the title tells that it is a byline.
    """
    words = line.text.rstrip(" .").split()
    for at in range(2, len(words) - _SPELT + 1):
        agency = known_agency(" ".join(words[at:]))
        if agency and words[at - 1].endswith(",") and is_name_list(line.text):
            stated = Stated(value=line.text, span=line.span, given_by="text")
            named = Stated(value=agency, span=line.span, given_by="text")
            fields = {"byline": stated, "agency": named}
            return Found(fields=fields, asides=(Aside(span=line.span, kind="byline"),))
    return None


def agency_of(byline: str) -> str | None:
    """Return the agency that a byline names, alone or after a person, or None.

    An agency that "and" adds to an outlet's own people only gave some of the report.
    """
    cleaned = _BY.sub("", byline.strip())
    added = _AND.split(cleaned)
    if len(added) > 1 and known_agency(added[-1].strip(" .")) and not agency_of(added[0]):
        return None
    for part in (cleaned, *reversed(_PARTS.split(cleaned))):
        agency = named_agency(part.strip(" ."))
        if agency:
            return agency
    words = cleaned.split()
    tails = [" ".join(words[at:]) for at in range(1, len(words))]
    if words and words[-1].lower() in _POSTS:  # "Ana Roe AP National Security Writer"
        tails += words[1:]
    return next((agency for tail in tails if (agency := known_agency(tail))), None)


def is_name_list(words: str) -> bool:
    """Tell whether the words can be names of people or bodies, and nothing else."""
    listed = words.replace(",", " ").split()
    if not listed or len(listed) > _MOST_WORDS or _NO_NAMES.search(words):
        return False
    if words.endswith((".", "!", "?", ":")) and not re.search(r"\b(?:[A-Z]|Jr|Sr)\.$", words):
        return False
    named = [word for word in listed if word[:1].isupper()]
    return bool(named) and all(w[:1].isupper() or w.lower() in _SMALL for w in listed)


def _read_bare_agency(line: Line) -> Found | None:
    """Read a line that is nothing but the name of a known agency."""
    agency = known_agency(line.text.strip(" ()"))
    if agency is None:
        return None
    stated = Stated(value=agency, span=line.span, given_by="text")
    byline = Stated(value=line.text, span=line.span, given_by="text")
    return Found(
        fields={"agency": stated, "byline": byline}, asides=(Aside(span=line.span, kind="byline"),)
    )


def _read_dated_agency(line: Line) -> Found | None:
    """Read a line with an agency and a day ("Associated Press | Monday, May 5, 2031")."""
    match = _DATED.match(line.text)
    agency = known_agency(match["who"].strip(" ()")) if match else None
    day = find_day(match["date"]) if match else None
    if match is None or agency is None or day is None:
        return None
    start = line.span.start
    fields = {
        "agency": Stated(value=agency, span=_span(start, match["who"]), given_by="text"),
        "published": Stated(
            value=day, span=_span(start + match.start("date"), match["date"]), given_by="text"
        ),
    }
    return Found(fields=fields, asides=(Aside(span=line.span, kind="byline"),))


def _span(start: int, words: str) -> Span:
    return Span(start=start, end=start + len(words))
