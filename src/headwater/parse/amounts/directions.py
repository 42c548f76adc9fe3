"""Which way a figure went."""

import re
from typing import Final, Literal

from headwater.model.span import Span

_UP: Final = (
    r"rose|rise[sn]?|rising|increas(?:e|es|ed|ing)|gr[oe]w(?:n|s|ing)?|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|"
    r"surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|gain(?:s|ed|ing)?|rall(?:y|ies|ied)|(?<!\bmake\s)(?<!\bmade\s)(?<!\bmakes\s)(?<!\bmaking\s)(?<!\bend\s)(?<!\bended\s)up|higher|added|advanc(?:e|ed|es)|"
    r"expand(?:s|ed)?|swell(?:ed)?|accelerat\w+|spik(?:e|ed|es)|rebound(?:ed)?|raise[ds]?|raising|hike[ds]?|"
    r"boost(?:s|ed)?|growth|improv(?:e|ed|es|ement)|strengthen(?:ed)?|upturn|appreciat\w+|inch(?:ed)?\s+up"
)
_DOWN: Final = (
    r"f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|plung(?:e|es|ed|ing)|"
    r"plummet(?:s|ed|ing)?|slid(?:e|es|ing)?|slip(?:s|ped|ping)?|down|lower(?:ed|ing)?|los[et](?:s|es|ing)?|shed|"
    r"cut(?:s|ting)?|reduc(?:e|es|ed|ing|tion)|shr[aiu]nk(?:s|ing)?|contract(?:s|ed|ing|ion)|tumbl(?:e|es|ed|ing)|"
    r"sank|sink(?:s|ing)?|dip(?:s|ped)?|eas(?:e|es|ed|ing)|slump(?:s|ed|ing)?|discount|off|less|fewer|weaken(?:ed)?|"
    r"collapse[ds]?|narrow(?:ed)?|depreciat\w+|downturn|slash(?:ed|es|ing)?"
)
_BEFORE: Final = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?P<by>\s+(?:by|of|some|about|around|nearly|almost|roughly|more\s+than|"
    rf"as\s+much\s+as|up\s+to|over|an?|another|further|additional|only|just|slightly|sharply|steeply|less\s+than|"
    rf"at\s+least|between|an\s+average\s+of|on\s+average)(?=\s))*\s+$",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(
    rf"\s*[-,]?\s*(?:(?:year[- ]on[- ]year|annual|yearly|monthly|daily|sharp|overall|average)\s+)*"
    rf"(?:(?P<up>{_UP}|gains?|more\s+than\s+(?:in|the|a)\b)|(?P<down>{_DOWN}|loss(?:es)?))(?!\w)",
    re.IGNORECASE,
)
_CHANGE_UNITS: Final = re.compile(r"(?:%|per\s?cent|points?|pct|pc|bps|ppts?|pp)$", re.IGNORECASE)
Direction = Literal["up", "down"]


def find_direction(text: str, start: int, end: int, span: Span) -> tuple[Direction | None, bool]:
    """Return which way a figure went, and whether it is the size of the change.

    "rose 5%", "up 5%", "a 5% increase" and "5% higher" are changes; "rose to 5%" is a level.
    """
    window = text[max(span.start, start - 40) : start]
    match = _BEFORE.search(window)
    words = text[start:end]
    if match is not None and (
        _CHANGE_UNITS.search(words) or re.search(r"\bby\b", match["by"] or "")
    ):
        return ("up" if match["up"] else "down"), True
    after = _AFTER.match(text, end, min(span.end, end + 40))
    if after is not None and _CHANGE_UNITS.search(words):
        return ("up" if after["up"] else "down"), True
    return None, False
