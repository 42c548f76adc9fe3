"""Ranks, ratios and changes that are told by words alone."""

import re
from typing import Final

from headwater.model.parse import Amount, Comparator
from headwater.model.span import Span
from headwater.parse.amounts.comparators import read_left_comparator
from headwater.parse.amounts.directions import Direction
from headwater.text.numbers import parse_number, parse_ordinal

_RANKABLE: Final = (
    r"suppliers?|exporters?|importers?|buyers?|purchasers?|producers?|manufacturers?|makers?|sellers?|traders?|"
    r"trad(?:e|ing)\s+partners?|partners?|consumers?|customers?|users?|markets?|sources?|destinations?|lenders?|"
    r"donors?|creditors?|investors?|employers?|recipients?|contributors?|providers?|growers?|polluters?|emitters?|"
    r"economy|army|navy|airline|bank|company|companies|carmaker|retailer|miner|shipper|holder|owner|insurer|"
    r"refiner|oil\s+producer|arms\s+\w+|spender|debtor"
)
_RANK: Final = re.compile(
    r"\b(?:(?P<one>number\s+one|No\.\s?(?P<digit>\d{1,2})\b(?=\s+[a-z])|"
    r"number[- ](?P<word>two|three|four|five)(?=\s+[a-z]))|"
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


_MAY_FOLLOW: Final = "|".join(
    rf"(?<=\b{word} )"
    for word in "to will would could may might can should than nearly almost".split()
)
_MULTIPLE: Final = re.compile(
    r"\b(?:(?P<verb>doubl|tripl|trebl|quadrupl|quintupl|halv)(?:es|ed|ing)\b(?!\s+down\b)|"
    rf"(?:{_MAY_FOLLOW})(?P<base>doubl|tripl|trebl|quadrupl|halv)e\b(?!\s+(?:down|digits?|standards?)\b)|"
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
    verb = (match["verb"] or match["base"] or match["verb2"] or "").lower()
    if verb == "halv" or match["half"]:
        return 50.0, "percent", "down"
    if match["verb"] or match["base"]:
        return 100 * (_TIMES[verb] - 1), "percent", "up"
    if match["verb2"]:
        return _TIMES[verb.rstrip("e")], "times", None
    if match["twice"]:
        return 2.0, "times", None
    value = parse_number((match["fold"] or "").rstrip("-"))
    return (value, "times", None) if value and value > 1 else None
