"""The words around numbers: comparators, directions, ranks, multiples, and what is counted."""

import re
from functools import lru_cache
from typing import Final, Literal, cast

from headwater.lexicon.load import load_entries
from headwater.model.parse import Amount, Comparator
from headwater.model.span import Span
from headwater.text.numbers import FoundNumber, parse_number, parse_ordinal

_LEFT_WIDTH: Final = 44  # Characters: the longest comparator with the small words behind it.
_RIGHT_WIDTH: Final = 20
_BETWEEN: Final = (
    r"(?P<gap>\s*(?:(?:an?|the|its|their|his|her|record|additional|another|extra|whopping|staggering|"
    r"just|only|total\s+of|combined|even|approximately)\s+)*)$"
)


@lru_cache(maxsize=1)
def _left() -> tuple[re.Pattern[str], tuple[Comparator, ...]]:
    """Compile all comparators that stand before a number into one pattern."""
    entries = [e for e in load_entries("comparators") if e.attributes["side"] == "left"]
    parts = [f"(?P<c{i}>{e.pattern.replace('$', '')})" for i, e in enumerate(entries)]
    pattern = re.compile("(?:" + "|".join(parts) + ")" + _BETWEEN, re.IGNORECASE)
    return pattern, tuple(cast("Comparator", e.attributes["comparator"]) for e in entries)


@lru_cache(maxsize=1)
def _right() -> tuple[tuple[re.Pattern[str], Comparator], ...]:
    entries = [e for e in load_entries("comparators") if e.attributes["side"] != "left"]
    return tuple((e.compiled(), cast("Comparator", e.attributes["comparator"])) for e in entries)


_SOFTENER: Final = re.compile(
    r"(?:^|(?<=\s))(?:just|well|a\s+little|slightly|far|much|significantly|considerably|even)\s+$",
    re.IGNORECASE,
)


# "climbed back up to 5%" names where it came to, no bound.
_MOVING_TO: Final = re.compile(
    r"\b(?:back|inch\w*|climb\w*|r[io]se\w*|rising|went|goes|going|mov\w+|tick\w*|creep\w*|crept|bringing|brings|brought|build\w*|"
    r"drove|push\w*|add\w*)\s+(?:\w+\s+)?up\s+to$",
    re.IGNORECASE,
)


def read_left_comparator(text: str, start: int, floor: int) -> tuple[Comparator, int] | None:
    """Return the comparator that stands before a number, and where its words begin."""
    low = max(floor, start - _LEFT_WIDTH)
    window = text[low:start]
    pattern, comparators = _left()
    match = pattern.search(window)
    if match is None:
        return None
    if _MOVING_TO.search(window[: match.end()].rstrip()):
        return None
    index = next(i for i in range(len(comparators)) if match[f"c{i}"] is not None)
    begin = match.start() + len(match.group()) - len(match.group().lstrip())
    softener = _SOFTENER.search(window[:begin])
    return comparators[index], low + (softener.start() if softener else begin)


def read_right_comparator(text: str, end: int, stop: int) -> tuple[Comparator, int] | None:
    """Return the comparator that stands behind a number, and where its words end."""
    window = text[end : min(stop, end + _RIGHT_WIDTH)]
    if not window or window[0] not in " +-i\u00a0\n":
        return None
    for pattern, comparator in _right():
        match = pattern.match(window)
        if match:
            return comparator, end + match.end()
    return None


_UP: Final = (
    r"rose|rise[sn]?|rising|increas(?:e|es|ed|ing)|gr[oe]w(?:n|s|ing)?|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|"
    r"surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|gain(?:s|ed|ing)?|rall(?:y|ies|ied)|up|higher|added|advanc(?:e|ed|es)|"
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


_STOP: Final = frozenset(
    """of in on at by for from to with and or but than as that which who whom whose when while where since until
    before after during over under per is are was were be been being has have had do does did will would can could may
    might shall should must said says say told not no nor if then so because about into onto through between against
    more less fewer higher lower up down out off above below ago later earlier this last next each worth a an the each
    he she it they we i you there here also now still just only even both either neither too very compared according
    including amid among across behind without within around near toward towards via despite came went got made
    took gave left died killed wounded injured""".split()
)
_WHAT_WORD: Final = re.compile(r"[\s\u00a0]+(?P<word>[^\W\d_][\w'’.-]*)")
_WORTH: Final = re.compile(
    r"(?:\s+worth)?\s+of(?:\s+(?:the|its|their|his|her|all|our))?(?=\s)|\s+in(?=\s+[a-z])|-"
)
_MAX_WHAT: Final = 5  # Words: noun phrases behind figures are rarely longer.
_ENDING: Final = re.compile(r"(?:[.,;:!?]|['’]s)$")


def find_what(text: str, end: int, stop: int, unit: str) -> Span | None:
    """Return the words that say what is counted or measured, None if they do not follow.

    Args:
        text: The document's text.
        end: Where the amount ends.
        stop: Where its sentence ends.
        unit: `count` takes the nouns right behind; others need "of" or "in" before them.
    """
    position = end
    if unit != "count":
        link = _WORTH.match(text, end, stop)
        if link is None or link.group() == "-":
            return None
        position = link.end()
    elif link := re.compile(r"\s+of(?:\s+(?:the|its|their|his|her|all))?(?=\s)").match(
        text, end, stop
    ):
        position = link.end()
    start = last = None
    for _ in range(_MAX_WHAT):
        match = _WHAT_WORD.match(text, position, stop)
        if match is None or match["word"].lower() in _STOP:
            break
        word = match["word"]
        cut = len(word.rstrip(".,'’-")) if not re.fullmatch(r"(?:\w\.)+", word) else len(word)
        start = match.start("word") if start is None else start
        last = match.start("word") + cut
        position = match.end()
        if cut < len(word):
            break
    return (
        Span(start=start, end=last)
        if start is not None and last is not None and last > start
        else None
    )


_REFERENCE: Final = re.compile(
    r"(?:\b(?:No|Nos|Art|Sec|Fig|Ch|Vol|pp?)\.|#|\b(?:Number|Article|Section|Chapter|Page|page|Room|room|Flight|Highway|"
    r"Route|Unit|Game|Phase|Type|Title|Amendment|Resolution|Block|Category|category|Level|level|Tier|Grade|grade|Stage|"
    r"stage|Version|version|Channel|Part|Chapter|Volume|Model|Mark|Apollo|Area|Group\s+of|Formula|War|Act|Round|"
    r"Week|Day|Step|Rule|Line|Gate|Pier|Building|Apartment|Apt\.|Suite|Box|Bus|Platform|Class|Form|Annex|Paragraph|Clause|"
    r"Proposition|Measure|Episode|Season|Generation|Top|Big|Catch|at\s+age|A\.D\.|AD|BC|zip|ZIP|code))[\s-]*$"
)
_CLOCK: Final = re.compile(
    r"\s?(?:[ap]\.?\s?m\.?(?!\w)|o['’]clock|hours\s+(?:GMT|local)|GMT|UTC|[ECMP][SD]?T\b)"
)
_NAME_BEFORE: Final = re.compile(r"(?:^|[\s(\"“'‘])(?P<word>[A-Z][\w’'&.-]*|[a-z][A-Z]\w+)\s$")
_ADDRESS: Final = re.compile(
    r"(?:[-–]\d+)?\s+(?:[A-Z]\w+\s+){1,3}(?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Lane|Boulevard|Blvd|Drive|Square|Terrace|Way)\b"
)
_SURE_NAME: Final = re.compile(r"[&\d]|[a-z][A-Z]|[A-Z]{2}")
_BLOCKED_AFTER: Final = re.compile(
    r"(?:st|nd|rd|th)\b|[a-zA-Z]\w*|[:/]\d|-(?:[A-Z]\w*|\d+-\d)|\s*\)\s*\d{3}|(?:\.\w)", re.ASCII
)
_SENTENCE_WORDS: Final = frozenset(
    "the a an in on at by for from with and but or of to it he she they we about nearly almost some over under more "
    "less at least up around only just all another between roughly approximately another these those its their".split()
)


def is_reference(text: str, number: FoundNumber, floor: int, span: Span) -> bool:
    """Tell numbers that name or order things from those that count: "Article 5", "F-16", "10:30"."""
    before = text[max(floor, number.start - 24) : number.start]
    after = text[number.end : min(span.end, number.end + 12)]
    if number.kind != "figure":
        return _is_word_reference(text, number, before, span)
    if before[-1:] in {"/", ":", "#", "@", "_"} or re.search(r"[A-Za-z]\w*[-–]$", before):
        return True
    if before and before[-1].isalpha():
        return True
    if floor < number.start - 1 and re.search(r"\d[-–]$", before):
        return True
    if _REFERENCE.search(before) or _CLOCK.match(after) or _BLOCKED_AFTER.match(after):
        return True
    if not number.plain:
        return False
    if _ADDRESS.match(text, number.end, span.end):
        return True
    name = _NAME_BEFORE.search(before)
    is_name = name is not None and name["word"].lower() not in _SENTENCE_WORDS
    if name is None or not is_name:
        return False
    return (
        _SURE_NAME.search(name["word"]) is not None
        or number.start - len(before) + name.start("word") > span.start
    )


def _is_word_reference(text: str, number: FoundNumber, before: str, span: Span) -> bool:
    """Tell "Group of Seven" and "Phase Two" from counts."""
    word = text[number.start : number.end]
    lowered = word.lower()
    if number.kind == "fraction" and lowered == "half":
        return (
            re.search(r"\b(?:first|second|other|latter|better|this|next|last|in|on)\s+$", before)
            is not None
        )
    if _REFERENCE.search(before) or text[number.end : number.end + 5].lower() == " half":
        return True
    if text[number.end : number.end + 1] == "-" and text[number.end + 1 : number.end + 2].isalpha():
        return True
    capital = (
        word[0].isupper()
        and number.start > span.start
        and before.rstrip()[-1:] not in set("\"“‘'.:—-(")
    )
    return capital or (lowered in {"one", "zero"} and before[-1:] == "-")


_RANKABLE: Final = (
    r"suppliers?|exporters?|importers?|buyers?|purchasers?|producers?|manufacturers?|makers?|sellers?|traders?|"
    r"trad(?:e|ing)\s+partners?|partners?|consumers?|customers?|users?|markets?|sources?|destinations?|lenders?|"
    r"donors?|creditors?|investors?|employers?|recipients?|contributors?|providers?|growers?|polluters?|emitters?|"
    r"economy|army|navy|airline|bank|company|companies|carmaker|retailer|miner|shipper|holder|owner|insurer|"
    r"refiner|oil\s+producer|arms\s+\w+|spender|debtor"
)
_RANK: Final = re.compile(
    r"\b(?:(?P<one>number\s+one|No\.\s?(?P<digit>\d{1,2})\b(?=\s+[a-z])|number[- ](?P<word>two|three|four|five)(?=\s+[a-z]))|"
    r"(?:(?P<nth>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[-\s])?"
    r"(?:(?P<sup>largest|biggest|top|leading|main|foremost|highest|most\s+important)"
    rf"(?:[-\s]+[\w-]+){{0,3}}?\s+(?:{_RANKABLE})\b|(?P<bare>largest|biggest)(?=\s)))",
    re.IGNORECASE,
)
_NO_RANK_BEFORE: Final = re.compile(
    r"\b(?:one\s+of\s+(?:the|its|their|his|\w+['’]s)|among\s+(?:the|its|their)|some\s+of\s+(?:the|its|their)|"
    r"(?:two|three|four|five|six|ten|several)|at|of\s+its)(?:\s+world['’]s)?\s+$",
    re.IGNORECASE,
)


def find_ranks(text: str, span: Span) -> list[Amount]:
    """Return places in an order: "number one", "top supplier", "the second-largest exporter"."""
    found: list[Amount] = []
    for match in _RANK.finditer(text, span.start, span.end):
        before = text[max(span.start, match.start() - 24) : match.start()]
        if _NO_RANK_BEFORE.search(before) or (match["bare"] and not match["nth"]):
            continue
        if not match["nth"] and re.search(r"(?<!y)s$", match.group()) and match["sup"]:
            continue
        if match["nth"]:
            value = parse_ordinal(match["nth"]) or 1
        elif match["digit"]:
            value = int(match["digit"])
        else:
            value = int(parse_number(match["word"]) or 1) if match["word"] else 1
        found.append(
            Amount(
                span=Span(start=match.start(), end=match.end()),
                value=float(value),
                low=float(value),
                high=float(value),
                unit="rank",
                measure="rank",
            )
        )
    return found


_MULTIPLE: Final = re.compile(
    r"\b(?:(?P<verb>doubl|tripl|trebl|quadrupl|quintupl|halv)(?:es?|ed|ing)\b(?!\s+(?:down|standard|as|act|game|role))|"
    r"(?P<verb2>double|triple|quadruple)\s+(?=the\s+(?:number|amount|size|rate|level|price|value)|that\s+of|its\b|their\b|in\b)|"
    r"(?P<half>(?:cut|cutting|split|reduc\w+|slash\w*)\s+(?:\w+\s+){0,3}?(?:in|by)\s+half)|"
    r"(?P<twice>twice)\s+(?=as\b|the\b|that\b|its\b|what\b)|"
    r"(?P<fold>\w+)-?fold\b)",
    re.IGNORECASE,
)
_TIMES: Final = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "quintupl": 5.0}


def find_multiples(text: str, span: Span) -> list[Amount]:
    """Return changes and ratios told by one word: "doubled", "twice as", "threefold"."""
    found: list[Amount] = []
    for match in _MULTIPLE.finditer(text, span.start, span.end):
        reading = _read_multiple(match)
        if reading is None:
            continue
        value, unit, direction = reading
        left = read_left_comparator(text, match.start(), span.start)
        comparator: Comparator = left[0] if left else "="
        low = value if comparator in {"=", ">", ">="} else None
        high = value if comparator in {"=", "<", "<="} else None
        if comparator == "~":
            low, high = value * 0.9, value * 1.1
        end = match.start() + len(match.group().rstrip())
        found.append(
            Amount(
                span=Span(start=left[1] if left else match.start(), end=end),
                value=value,
                low=low,
                high=high,
                unit=unit,
                comparator=comparator,
                measure="change" if unit == "percent" else "ratio",
                direction=direction,
            )
        )
    return found


def _read_multiple(match: re.Match[str]) -> tuple[float, str, Direction | None] | None:
    """Return value, unit and direction of a multiple."""
    verb = (match["verb"] or match["verb2"] or "").lower()
    if verb == "halv" or match["half"]:
        return 50.0, "percent", "down"
    if match["verb"]:
        return 100 * (_TIMES[verb] - 1), "percent", "up"
    if match["verb2"]:
        return _TIMES[verb.rstrip("e")], "times", None
    if match["twice"]:
        return 2.0, "times", None
    value = parse_number((match["fold"] or "").rstrip("-"))
    return (value, "times", None) if value and value > 1 else None
