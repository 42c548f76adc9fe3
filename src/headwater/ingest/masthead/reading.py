"""Reads the masthead out of a running text: who published it, who wrote it, whose copy it is.

Nothing is guessed: each field is a stretch of the text, and what no line states stays None.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from headwater.ingest.masthead.agencies import known_agency
from headwater.ingest.masthead.byline import read_byline, read_signed
from headwater.ingest.masthead.dateline import read_dateline
from headwater.ingest.masthead.dates import DATE_WORDS, find_day
from headwater.ingest.masthead.furniture import Found, read_furniture
from headwater.ingest.masthead.lines import Line, split_lines
from headwater.ingest.masthead.nameplate import read_nameplate
from headwater.ingest.masthead.title import find_title, is_kicker, is_title
from headwater.model.base import Record
from headwater.model.document import Aside, Stated
from headwater.model.span import Span

_HEAD_LINES: Final = 12  # a masthead has a kicker, title, subtitle, byline, dates, shares
_BODY_WORDS: Final = 25  # a line this long is running text; longer than any headline of PolNeAR
_DATELINE_LINES: Final = 3  # running lines that may open with a dateline: after a summary or time
_AGENCY_LINES: Final = 10  # the same where it names an agency: after captions and their credits
_TEASER_WORDS: Final = 4  # fewer are a crosshead, which says nothing by itself
_UTTERED: Final = re.compile(r"^[\"“‘'«„—–-]|[.!…\"”’»]$")
_DATE_LINE: Final = re.compile(rf"^{DATE_WORDS}(?:[\s,|•·-]+.{{0,30}})?$", re.IGNORECASE)
_DESK_CREDIT: Final = re.compile(r"^[(\[]?(?:additional )?reporting by .*editing by", re.IGNORECASE)
_TOLD: Final = re.compile(r"\btold (?:the )?(?P<who>[A-Z][\w-]+(?: [A-Z][\w-]+){0,3})")


class Masthead(Record, frozen=True, kw_only=True):
    """What a text says about itself, and what of it is no running text."""

    fields: Mapping[str, Stated]
    asides: tuple[Aside, ...]


class _Draft:
    """Fields and asides while they are being found; the first finding of a field stays."""

    def __init__(self) -> None:
        self.fields: dict[str, Stated] = {}
        self.asides: list[Aside] = []

    def take(self, found: Found) -> None:
        """Keep what was found."""
        for name, stated in found.fields.items():
            self.fields.setdefault(name, stated)
        self.asides.extend(found.asides)


def read_masthead(text: str, title: str | None = None, known: Sequence[Aside] = ()) -> Masthead:
    """Return the masthead of a text.

    Args:
        text: The text; all spans count it.
        title: The title, if it is known from outside; it is then only located.
        known: Stretches that are set aside already; nothing is read in them.

    Returns:
        Fields with their places, and stretches to set aside, in text order.
    """
    taken = [aside.span for aside in known]
    lines = [line for line in split_lines(text) if not any(map(line.span.overlaps, taken))]
    draft = _Draft()
    tail_from = len(lines) - _HEAD_LINES
    rest: list[Line] = []
    for number, line in enumerate(lines):
        found = read_furniture(line, head=number < _HEAD_LINES, tail=number >= tail_from)
        if found:
            draft.take(found)
        else:
            rest.append(line)
    body = _read_head(rest, draft, title)
    _read_datelines(rest[body : body + _AGENCY_LINES], draft)
    _read_credits(rest[body : body + _AGENCY_LINES], draft)
    _read_desk_credit(text, draft)
    _read_teasers(rest[body:], draft)
    return Masthead(
        fields=dict(sorted(draft.fields.items())),
        asides=tuple(sorted(draft.asides, key=lambda aside: aside.span)),
    )


def _read_teasers(lines: list[Line], draft: _Draft) -> None:
    """Set aside headlines of other reports between the lines of this one; all in capitals.

    What is quoted or cried out may be somebody's words, and a text may be in capitals as a whole.
    """
    loud = [line for line in lines if line.words >= _TEASER_WORDS and line.text.isupper()]
    if 2 * len(loud) <= len(lines):
        found = (line for line in loud if not _UTTERED.search(line.text))
        asides = tuple(Aside(span=line.span, kind="navigation") for line in found)
        draft.take(Found(asides=asides))


def _read_head(lines: list[Line], draft: _Draft, title: str | None) -> int:
    """Read title, byline and dates above the running text; return where that begins."""
    head = lines[:_HEAD_LINES]
    marks = [_read_date_line(line) or read_byline(line) for line in head]
    for at, found in enumerate(marks):
        if found is None and at and _is_title(head[at - 1], draft, title):
            found = read_signed(head[at])
        if found is not None:
            draft.take(found)
        elif not _read_title(lines, marks, at, draft, title) and not _is_above(lines, at):
            return at
    return len(head)


def _is_title(line: Line, draft: _Draft, title: str | None) -> bool:
    """Tell whether a line is the title, as far as that is known by now."""
    return line.text == title or (
        "title" in draft.fields and line.text in draft.fields["title"].value
    )


def _read_title(
    lines: list[Line], marks: list[Found | None], at: int, draft: _Draft, title: str | None
) -> bool:
    """Read a line that is the title, or the name of the section above it; False otherwise."""
    if "title" in draft.fields:
        return False
    line = lines[at]
    below = enumerate(lines[at + 1 : at + 1 + _HEAD_LINES], at + 1)
    following = [other for number, other in below if not any(marks[number : number + 1])]
    if title is None and is_kicker(line, following):
        draft.asides.append(Aside(span=line.span, kind="navigation"))
        return True
    plate = read_nameplate(line) if at == 0 and len(following) > 1 else None
    if plate is not None and _is_headed(following, title):
        draft.take(plate)
        return True
    parted = line.gap or any(marks[at + 1 : at + 2])
    span = find_title(replace(line, gap=parted), following, title)
    if span is not None:
        draft.fields["title"] = Stated(value=line.text, span=span, given_by="text")
    return span is not None


def _is_headed(following: list[Line], title: str | None) -> bool:
    """Tell whether the first of some lines is the title."""
    if title is not None:
        return find_title(following[0], following[1:], title) is not None
    return is_title(following[0], following[1:])


def _is_above(lines: list[Line], at: int) -> bool:
    """Tell whether a line that is no masthead itself may still stand above a byline or date."""
    if lines[at].words >= _BODY_WORDS or read_dateline(lines[at]) is not None:
        return False
    following = lines[at + 1 : at + 3]
    return any(read_byline(line) or _read_date_line(line) for line in following)


def _read_date_line(line: Line) -> Found | None:
    """Read a line that holds the date of publication and nothing else."""
    if not _DATE_LINE.match(line.text):
        return None
    day = find_day(line.text)
    if day is None:
        return None
    aside = Aside(span=line.span, kind="dateline")
    return Found(
        fields={"published": Stated(value=day, span=line.span, given_by="text")}, asides=(aside,)
    )


def _read_datelines(lines: list[Line], draft: _Draft) -> None:
    """Read the dateline that opens the running text, behind captions if it names an agency."""
    for number, line in enumerate(lines):
        found = read_dateline(line)
        agency = found.fields.get("agency") if found is not None else None
        named = agency is not None and known_agency(agency.value) is not None
        if found is not None and (number < _DATELINE_LINES or named):
            draft.take(found)
            return


def _read_credits(lines: list[Line], draft: _Draft) -> None:
    """Read the agency of a byline behind captions; a name alone counts beside a line with a day.

    Alone it may be a picture's credit.
    """
    for number, line in enumerate(lines):
        found = read_byline(line)
        if "agency" in draft.fields or found is None or "agency" not in found.fields:
            continue
        near = [*lines[max(0, number - 1) : number], *lines[number + 1 : number + 2]]
        alone = line.text == found.fields.get("byline", found.fields["agency"]).value
        if not alone or any(_read_date_line(other) for other in near):
            draft.take(found)


def _read_desk_credit(text: str, draft: _Draft) -> None:
    """Read the agency of a copy that ends with its desk's credit, from whom sources spoke to.

    Outlets that print an agency's copy often cut its name out of the dateline and leave
    "(Reporting by ...; editing by ...)", while the text goes on saying that people told the agency.
    """
    if "agency" in draft.fields or not any(
        aside.kind == "credit" and _DESK_CREDIT.match(aside.span.cut(text))
        for aside in draft.asides
    ):
        return
    told = [(match, known_agency(match["who"])) for match in _TOLD.finditer(text)]
    named = {agency for _, agency in told if agency}
    if len(named) == 1:
        match = next(match for match, agency in told if agency)
        span = Span(start=match.start("who"), end=match.end("who"))
        draft.fields["agency"] = Stated(value=named.pop(), span=span, given_by="text")
