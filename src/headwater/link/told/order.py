"""Which of two events a statement tells of as the earlier."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from headwater.lexicon.load import compile_phrases, load_table
from headwater.link.told.relation import Relation, clause_end, relate, sentence_around, words_in

HAD: Final = re.compile(r"\b(?:had|(?:was|were) (?:about|just about) to)\b", re.IGNORECASE)
NEVER: Final = re.compile(r"\b(?:not|never|cannot)\b|n[’']t\b", re.IGNORECASE)
NOT: Final = re.compile(r"\b(?:not|never|no|nobody|none|cannot|only)\b|n[’']t\b", re.IGNORECASE)
# What stands behind "before" where it tells whom somebody faces, not when.
FACING: Final = re.compile(
    r"\s+(?:an?|the|its|his|her|their|this)?\s*(?:\w+\s)?(?:court|judges?|magistrates?|tribunal|jury"
    r"|committee|commission|parliament|council|panel|senate|congress|assembly|cameras?|crowd"
    r"|audience|inquiry|inquest|board)\s*(?:$|[,;.]|(?:in|on|at|for|of|to|and)\b)",
    re.IGNORECASE,
)
NO_TIME: Final = re.compile(r"\b(?:named|called|look\w*|day|year|week|month|time|one)\s$", re.I)
SINCE: Final = re.compile(r"\b(?:not|ever|long|and)\s$", re.IGNORECASE)
VERB: Final = re.compile(
    r"\s(?!(?:an?|the|its|his|her|their|this|that)\b)[a-z]+\s(?:an?|the|its|his|her|their|on|in|at|by|for|to|with)\b"
)
# "Later than" compares, "earlier this year" is a date, "the then mayor" a title.
COMPARED: Final = re.compile(r"\s(?:than|this|today|in the)\b", re.IGNORECASE)
TITLE: Final = re.compile(r"\b(?:the|his|her|its|their|by|than|or)\s$", re.IGNORECASE)
TIMES: Final = frozenset({"#daily", "#annual", "hour", "week", "month", "minut"})
CLAUSE: Final = re.compile(r"[,;:.]\s+|\s(?:and|but|who|which)\s")


@lru_cache(maxsize=1)
def _hinges() -> Mapping[str, re.Pattern[str]]:
    """Return the words that set two events in order, by what they tell."""
    table = load_table("relations")["order"]
    return MappingProxyType({kind: compile_phrases(words) for kind, words in table.items()})


@lru_cache(maxsize=32768)
def find_order(text: str) -> tuple[Relation, ...]:
    """Return what a text tells of as earlier or later than something else."""
    return (*_hinged(text), *_marked(text))


def _find(text: str, *kinds: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield hinges of some kinds in order; of two that overlap the longer one."""
    found = [(kind, hinge) for kind in kinds for hinge in _hinges()[kind].finditer(text)]
    last = 0
    for kind, hinge in sorted(found, key=lambda one: (one[1].start(), -one[1].end())):
        if hinge.start() >= last:
            last = hinge.end()
            yield kind, hinge


def _hinged(text: str) -> Iterator[Relation]:
    """Yield what the clause or noun behind a hinge is to what stands around it."""
    found = list(_find(text, "inner_first", "inner_last", "until", "when", "meanwhile"))
    hinges = [(kind, hinge) for kind, hinge in found if not _is_no_time(text, hinge)]
    for at, (kind, hinge) in enumerate(hinges):
        around = sentence_around(text, *hinge.span())
        if at + 1 < len(hinges) and hinges[at + 1][1].start() < around[1]:
            around = around[0], hinges[at + 1][1].start()  # "sank before dawn after it burnt"
        end = clause_end(text, hinge.end(), around[1])
        main = text[around[0] : hinge.start()] or text[end : around[1]]
        sign = _sign(
            "not before" if hinge[0].lower() == "before" and NEVER.search(main) else kind, main
        )
        if sign or kind == "meanwhile":
            yield relate(text, hinge.span(), (hinge.end(), end), around, sign)


def _is_no_time(text: str, hinge: re.Match[str]) -> bool:
    """Tell whether a hinge tells no time here: "before the court", "named after"."""
    word = hinge[0].lower()
    if word == "before":
        return FACING.match(text, hinge.end()) is not None
    if word == "due to":
        return VERB.match(text, hinge.end()) is not None
    if word == "since" and SINCE.search(text[: hinge.start()]):
        return True
    return word == "after" and NO_TIME.search(text[: hinge.start()]) is not None


def _sign(kind: str, main: str) -> int:
    """Return which part comes first, 0 if that is open."""
    match kind:
        case "until":
            return 1 if NOT.search(main) else -1  # "did not open until it was dry"
        case "not before":
            return 0  # "had not paid before May", "had never paid before"
        case "when":
            return -1 if HAD.search(main) else 0  # "had left when it burnt"
        case "meanwhile":
            return 0
        case _:
            return 1 if kind == "inner_first" else -1


def _marked(text: str) -> Iterator[Relation]:
    """Yield what a word like "then" or "by then" tells of its clause and what stands before it."""
    for kind, mark in _find(text, "then", "earlier"):
        if COMPARED.match(text, mark.end()):
            continue
        if mark[0].lower() == "then" and TITLE.search(text[: mark.start()]):
            continue
        starts = [found.end() for found in CLAUSE.finditer(text, 0, mark.start())]
        if not starts:
            continue
        end = clause_end(text, mark.end(), sentence_around(text, *mark.span())[1])
        sign = 1 if kind == "earlier" else -1
        found = relate(text, (starts[-1], end), (starts[-1], end), (0, starts[-1]), sign)
        inner = found.inner - words_in(text, *mark.span())
        if any(not word[0].isdigit() and word not in TIMES for word in inner):
            yield found._replace(inner=inner)
