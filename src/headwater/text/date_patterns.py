"""The patterns of date words, in the order in which they are tried at one place."""

from typing import Final

from headwater.text.date_rules import (
    read_decade,
    read_full_date,
    read_iso,
    read_month,
    read_slashed,
    read_year,
    read_years,
)
from headwater.text.date_setting import Rule
from headwater.text.relative_dates import (
    read_distance,
    read_edge,
    read_named_day,
    read_quarter,
    read_relative_unit,
    read_same,
    read_season,
    read_share,
    read_stretch,
    read_weekday,
)

_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_DAY_NAME: Final = (
    r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
    r"Mon\.|Tues?\.|Wed\.|Thurs?\.|Fri\.|Sat\.|Sun\.)"
)
_YEAR: Final = r"(?:1[0-9]\d\d|20\d\d|21\d\d)(?!\d|,\d|\.\d|-year|%)"
_COUNT: Final = (
    r"(?i:\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|"
    r"thirty|couple\s+of|few|several|a\s+few|a\s+couple\s+of|dozen)"
)
_UNIT: Final = r"(?i:day|night|week|fortnight|month|quarter|year|decade)"
_PART: Final = (
    r"(?i:early|mid|late|the\s+start\s+of|the\s+end\s+of|the\s+beginning\s+of|the\s+middle\s+of)"
)
_SEASON: Final = r"(?i:spring|summer|autumn|fall|winter)"
_DAY_NUMBER: Final = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:%]|[.,]\d)"

RULES: Final[tuple[tuple[str, str, Rule], ...]] = (
    (
        "slashed",
        r"(?P<one>\d{1,2})[/.](?P<two>\d{1,2})[/.](?P<year>(?:19|20)\d\d)(?!\w)",
        read_slashed,
    ),
    ("iso", r"(?P<iy>\d{4})[-/](?P<im>\d\d)[-/](?P<id>\d\d)(?:T[\d:.]+Z?)?(?!\d)", read_iso),
    (
        "mdy",
        rf"(?:{_DAY_NAME},?\s+)?(?P<month>{_MONTH})\s+(?P<day>{_DAY_NUMBER})"
        rf"(?:(?:\s?[-–]\s?|\s+(?:and|to|through)\s+)(?P<until>{_DAY_NUMBER})(?!\s?[a-z%$]|\s+{_MONTH}))?"
        rf"(?:,?\s+(?P<year>{_YEAR}))?(?!\w)",
        read_full_date,
    ),
    (
        "dmy",
        rf"(?:{_DAY_NAME},?\s+)?(?:the\s+)?(?P<day>{_DAY_NUMBER})\s+(?:of\s+)?(?P<month>{_MONTH})"
        rf"(?:,?\s+(?P<year>{_YEAR}))?(?!\w)",
        read_full_date,
    ),
    (
        "month",
        rf"(?:(?P<part>{_PART})[\s-]+|(?P<which>(?i:last|next|this|past|coming))\s+)?(?P<month>{_MONTH})"
        rf"(?:,?\s+(?:of\s+)?(?P<year>{_YEAR}))?(?!\w)",
        read_month,
    ),
    (
        "share",
        r"(?i:the\s+)?(?P<side>(?i:first|opening|last|final|closing))\s+"
        rf"(?P<count>{_COUNT})\s+(?P<unit>(?i:day|week|month|quarter))s?\s+of\s+"
        rf"(?:(?P<month>{_MONTH}),?\s+)?(?P<year>{_YEAR}|last\s+year|this\s+year)(?!\w)",
        read_share,
    ),
    (
        "quarter",
        r"(?i:the\s+)?(?:(?P<nth>(?i:first|second|third|fourth|1st|2nd|3rd|4th|(?:last|final)(?=\s\w+\s+of\s+[12])))[\s-]+(?P<kind>(?i:quarter|half))|"
        rf"Q(?P<q>[1-4]))(?:\s+(?:of\s+)?(?P<year>{_YEAR}|last\s+year|this\s+year))?(?!\w)",
        read_quarter,
    ),
    (
        "season",
        rf"(?:(?P<part>{_PART})[\s-]+)?(?i:the\s+)?(?P<season>{_SEASON})\s+(?:of\s+)?(?P<year>{_YEAR})",
        read_season,
    ),
    (
        "edge",
        rf"(?P<edge>{_PART}|(?i:earlier|later|so\s+far))\s+(?:this|the)\s+(?P<unit>week|month|quarter|year|"
        r"decade|century)(?!\w)",
        read_edge,
    ),
    (
        "stretch",
        rf"(?i:the\s+)?(?P<side>(?i:past|last|previous|next|coming))\s+(?P<count>{_COUNT})\s+(?P<unit>{_UNIT})s(?!\w)",
        read_stretch,
    ),
    (
        "weekday",
        rf"(?:(?P<which>(?i:last|next|this|coming|past))\s+)?(?P<weekday>{_DAY_NAME})(?!\w)",
        read_weekday,
    ),
    (
        "named",
        r"(?P<named>(?i:today|tonight|tomorrow|yesterday|overnight|this\s+(?:morning|afternoon|evening)|"
        r"last\s+night))"
        r"(?!\w)",
        read_named_day,
    ),
    (
        "relative",
        rf"(?:(?P<part>{_PART})[\s-]+)?(?P<step>(?i:last|past|this|current|next|coming))\s+"
        rf"(?P<unit>week|weekend|month|quarter|year|decade|century|{_SEASON})(?!\w|-)",
        read_relative_unit,
    ),
    (
        "distance",
        rf"(?P<count>{_COUNT}\s+)(?P<unit>{_UNIT})(?:s|s['’]|['’]s)?\s+"
        r"(?P<way>ago|earlier|later|previously|before(?=[,.;])|from\s+now)(?!\w)",
        read_distance,
    ),
    (
        "same",
        rf"(?P<same>(?i:the\s+same|that(?:\s+same)?|the\s+(?:previous|preceding|following|next)))\s+(?P<unit>{_UNIT})"
        r"(?!\w|-)",
        read_same,
    ),
    (
        "years",
        rf"(?P<from>{_YEAR})(?:\s?[-–/]\s?)(?P<to>(?:1[5-9]|20|21)\d\d|\d\d)(?![\d%]|[-.]\d)",
        read_years,
    ),
    (
        "decade",
        rf"(?:(?P<part>{_PART})[\s-]+)?(?i:the\s+)?(?P<decade>(?:1[5-9]|20)\d0)['’]?s(?!\w)",
        read_decade,
    ),
    ("year", rf"(?:FY\s?|(?P<part>{_PART})[\s-]+)?(?P<year>{_YEAR})(?!\w|['’]s\s+\d)", read_year),
)
