"""Date words to intervals of days, given the publication date."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

import msgspec

from headwater.model.base import Record
from headwater.text.date_patterns import RULES
from headwater.text.date_setting import Basis, Precision, Result, Setting
from headwater.text.days import Interval


class FoundTime(Record, frozen=True, kw_only=True):
    """A time in a text, as an interval of days.

    Attributes:
        start, end: Where it stands in the text.
        first, last: Days, both included; None for an open or unknown end.
        precision: What the words name.
        basis: `text` if the words alone give it, `published` if counted from that day, `unknown`
            if that day would be needed.
        duration: True if the words also state how long ("the past two years").
    """

    start: int
    end: int
    first: date | None = None
    last: date | None = None
    precision: Precision
    basis: Basis
    duration: bool = False


_GROUP: Final = re.compile(r"\(\?P<\w+>")
_ANY: Final = re.compile(
    r"(?<![\w$€£.,/-])(?:"
    + "|".join(f"(?P<{name}>{_GROUP.sub('(?:', pattern)})" for name, pattern, _ in RULES)
    + ")"
)
_OWN: Final = {name: (re.compile(pattern), rule) for name, pattern, rule in RULES}

_AHEAD: Final = re.compile(
    r"\b(?:will|would|shall|plan(?:s|ned)?|expect(?:s|ed)?|schedul(?:es|ed)|due|upcoming|going\s+to|"
    r"by|ahead\s+of|slated|next|intends?|aims?|deadline|is\s+to|are\s+to)\b|['’]ll\b",
    re.IGNORECASE,
)
_BACK: Final = re.compile(
    r"(?<!\bbe\s)(?<!\bbeen\s)\b(?:said|says|told|was|were|had|has|did|came|went|met|took|made|wrote|spoke|gave|held|began|"
    r"\w{3,}ed)\b",
    re.IGNORECASE,
)
_BEFORE_NAME: Final = re.compile(
    r"\b(?:in|of|since|until|till|by|from|last|this|next|during|for|to|and|between|early|late|mid|"
    r"through|before|after|on|or)[\s-]+(?:the\s+)?$",
    re.IGNORECASE,
)
_NOT_YEAR_BEFORE: Final = re.compile(
    r"\b(?:than|about|around|nearly|almost|least|most|over|some|roughly|approximately|under|pages?|number|room|No\.|up\s+to|"
    r"total\s+of|as\s+many\s+as)\s+$",
    re.IGNORECASE,
)
_NOT_YEAR_AFTER: Final = re.compile(
    r"\s*(?:%|percent|per\s+cent|dollars|euros|pounds|yuan|rubles|roubles|people|troops|soldiers|men|women|"
    r"children|tons|tonnes|miles|km|kilomet|met(?:er|re)s|feet|workers|jobs|vehicles|employees|members|"
    r"residents|homes|square|cases|deaths|hours|acres|hectares|pages|words|barrels|[cC]alories|rounds|shares|points|"
    r"votes|homes|units|vessels|tanks|shells|missiles|drones|companies|ships|times)\b",
    re.IGNORECASE,
)
_OLD: Final = 1600  # Below, a bare number is a year only behind "in", "since", "from" and the like.
_YEAR_BEFORE: Final = re.compile(
    r"\b(?:in|since|from|until|of|by|and|between|A\.D\.|around)\s+$", re.IGNORECASE
)
_WINDOW: Final = 70  # Characters to the left in which a verb sets the direction of a bare date.
_NEAR: Final = 24  # Characters to the left that hold a preposition and an article.


def find_times(
    text: str,
    published: date | None,
    *,
    start: int = 0,
    end: int | None = None,
    anchor: Interval = (None, None),
    day_first: bool | None = None,
) -> Iterator[FoundTime]:
    """Yield the times of a stretch of text in order; they do not overlap.

    A bare weekday or date is the last such day up to publication, unless the words before it speak
    of the future. Durations without a place in time ("for two years") are amounts, not times.

    Args:
        text: The whole text; positions count in it.
        published: The day on which it was published, None if unknown.
        start: Where the stretch begins; nothing before it is looked at.
        end: Where it ends; the end of the text by default.
        anchor: The last time named before, for "the same day".
        day_first: Which order "3/4/2023" has; None leaves it unknown where both fit.
    """
    stop = len(text) if end is None else end
    position = start
    held: FoundTime | None = None
    while match := _ANY.search(text, position, stop):
        setting = Setting(published=published, anchor=anchor, ahead=False, day_first=day_first)
        found = _read(text, match, setting, _clause_start(text, held, match.start(), start))
        position = match.end() if found is None else found.end
        if found is None:
            continue
        found = _open(text, found, published, start)
        if found.first is not None:
            anchor = (found.first, found.last)
        joined = _join(text, held, found) if held is not None else None
        if held is not None and joined is None:
            yield held
        held = joined or found
    if held is not None:
        yield held


def _clause_start(text: str, before: FoundTime | None, position: int, start: int) -> int:
    """Return from where the words of a clause count: behind the time before, if a comma follows."""
    if before is not None and "," in text[before.end : position]:
        return before.end
    return start


def _read(text: str, match: re.Match[str], setting: Setting, start: int) -> FoundTime | None:
    """Let the rule that matched read its own words."""
    name = match.lastgroup or ""
    pattern, rule = _OWN[name]
    own = pattern.match(text, match.start(), match.end())
    left = text[max(start, match.start() - _WINDOW) : match.start()]
    if own is None or not _is_time(name, own, left, text):
        return None
    ahead = _is_ahead(left)
    result: Result | None = rule(own, msgspec.structs.replace(setting, ahead=ahead))
    if result is None:
        return None
    (first, last), precision, basis = result
    return FoundTime(
        start=own.start(),
        end=own.end(),
        first=first,
        last=last,
        precision=precision,
        basis=basis,
        duration=name == "stretch",
    )


def _is_ahead(left: str) -> bool:
    """Tell whether the last word that sets a direction points to the future."""
    ahead = max((m.start() for m in _AHEAD.finditer(left)), default=-1)
    back = max(
        (m.start() for m in _BACK.finditer(left, ahead + 1 if ahead >= 0 else 0)), default=-1
    )
    if ahead >= 0 and re.match(r"(?:plan|expect|schedul|slat)", left[ahead:], re.IGNORECASE):
        back = max((m.start() for m in _BACK.finditer(left, ahead + 9)), default=-1)
    return ahead > back


_WHOLE: Final = frozenset({"May", "March"})
_BARE: Final = _WHOLE | frozenset("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec".split())


def _is_time(name: str, own: re.Match[str], left: str, text: str) -> bool:
    """Tell words for times from the same words in other uses."""
    words = own.group()
    near = left[-_NEAR:]
    if words in _BARE:
        return words in _WHOLE and _BEFORE_NAME.search(near) is not None
    if name != "year" or own["part"]:
        return True
    year = int(own["year"])
    if _NOT_YEAR_BEFORE.search(near) or _NOT_YEAR_AFTER.match(text, own.end()):
        return False
    return year >= _OLD or _YEAR_BEFORE.search(near) is not None


_SIDE: Final = re.compile(
    r"\b(?P<side>since|from|until|till|through|before|after|prior\s+to)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_ONWARD: Final = re.compile(r"\s+(?:on|onwards?)\b", re.IGNORECASE)


def _open(text: str, found: FoundTime, published: date | None, start: int) -> FoundTime:
    """Open one end of the interval where the word before says so ("since", "until", "before")."""
    match = _SIDE.search(text[max(start, found.start - _NEAR) : found.start])
    if match is None or found.first is None:
        return found
    first, last = found.first, found.last
    match match["side"].lower().split()[0]:
        case "since":
            interval: Interval = (first, max(first, published) if published else None)
        case "from":
            if not _ONWARD.match(text, found.end):
                return found
            interval = (first, None)
        case "before" | "prior":
            interval = (None, first - timedelta(days=1) if first > date.min else first)
        case "after":
            interval = (last, None)
        case _:
            interval = (None, last)
    return _replace(found, interval)


def _replace(found: FoundTime, interval: Interval) -> FoundTime:
    return FoundTime(
        start=found.start,
        end=found.end,
        first=interval[0],
        last=interval[1],
        precision="span",
        basis=found.basis,
        duration=found.duration,
    )


_LINK: Final = re.compile(r"\s+(?:to|and|until|till|through)\s+(?:the\s+)?|\s?[-–]\s?")


def _join(text: str, left: FoundTime, right: FoundTime) -> FoundTime | None:
    """Make one stretch of "from March to June 2023" and "between 2014 and 2022"."""
    link = _LINK.fullmatch(text, left.end, right.start)
    if link is None:
        return None
    lead = text[max(0, left.start - _NEAR) : left.start].lower().split()
    opened = lead[-1] if lead else ""
    if "and" in link.group() and opened != "between":
        return None
    first, last = left.first, right.last
    if left.basis == "published" and right.basis == "text" and first and last:
        first = _same_year(first, last)
    if first is not None and last is not None and first > last:
        return None
    basis: Basis = "unknown" if "unknown" in (left.basis, right.basis) else right.basis
    return FoundTime(
        start=left.start, end=right.end, first=first, last=last, precision="span", basis=basis
    )


def _same_year(first: date, last: date) -> date:
    """Give the first day the year of the last, or the year before if it would come later."""
    year = last.year if (first.month, first.day) <= (last.month, last.day) else last.year - 1
    try:
        return first.replace(year=year)
    except ValueError:
        return first
