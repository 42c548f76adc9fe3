"""What a statement tells of as more than something else."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from headwater.lexicon.load import load_table
from headwater.link.told.relation import Relation, clause_end, relate, sentence_around, words_in
from headwater.link.words import stem_of
from headwater.text.numbers import find_numbers

THAN: Final = re.compile(r"\bthan\b", re.IGNORECASE)
WORD: Final = re.compile(r"[a-z]+")
NO: Final = re.compile(r"\b(?:no|not|never|any)\s$|n[’']t\s$", re.IGNORECASE)
NONE: Final = re.compile(r"\b(?:no|not|none|nobody|never|nowhere)\b|n[’']t\b", re.IGNORECASE)
REACH: Final = 80  # characters between a comparative and its "than"
AS: Final = re.compile(
    r"\b(?:(?P<times>twice|double|[\w.]+ times|half|a (?:third|quarter|fifth|tenth))\s)?"
    r"as (?![a-z]+ing\b|(?:well|soon|long|far|such|a|the)\b)[a-z]+\b"
    r"(?:(?!\bas\b)[^,;:.]){0,80}\bas\b",
    re.IGNORECASE,
)
STOP: Final = re.compile(r"\s(?:as|in|on|at|by|for|during|over|with|last|this|to|from)\s", re.I)
SIGN: Final = re.compile(r"(?:[\s$€£¥]|\ba\b)*")
SHARES: Final = ("half", "a ")
VERBS: Final = re.compile(
    r"\b(?P<be>(?:is|are|was|were|be|been)\s(?:\w+ly\s)?)?(?P<word>[a-z]+)\b(?P<by>\sby\b)?", re.I
)
OUT: Final = re.compile(
    r"out(?:number|weigh|sell|sold|pace|earn|perform|last|grow|grew|rank|do|did|spend|spent|shine"
    r"|score|class|strip|live|run|ran|produce|play|gun)(?:s|ed|ing|d)?$"
)


@lru_cache(maxsize=32768)
def find_compared(text: str) -> tuple[Relation, ...]:
    """Return what a text tells of as more or less than, or as much as, something else."""
    return (*_than(text), *_as(text), *_exceed(text))


def _than(text: str) -> Iterator[Relation]:
    for hinge in THAN.finditer(text):
        word = _comparative(text, hinge.start())
        if word and not _is_number(text, hinge.end()):
            no = NO.search(text[: word.start()])
            sign = 0 if no else -1 if word[0] in _words("less") else 1
            yield _relate(text, (word.start(), hinge.end()), sign)


def _as(text: str) -> Iterator[Relation]:
    for hinge in AS.finditer(text):
        if _is_number(text, hinge.end()):
            continue
        times = (hinge["times"] or "").lower()
        less = NONE.search(text[_begin(text, hinge.start()) : hinge.start()])
        yield _relate(
            text, hinge.span(), -1 if times.startswith(SHARES) or less else 1 if times else 0
        )


def _exceed(text: str) -> Iterator[Relation]:
    for hinge in VERBS.finditer(text):
        word = hinge["word"].lower()
        ahead = OUT.match(word) or stem_of(word) in _stems("ahead")
        passive = hinge["be"] and hinge["by"]
        told = (ahead or stem_of(word) in _stems("behind")) and not (hinge["be"] and not passive)
        if told and not _is_number(text, hinge.end()):
            sign = 1 if ahead else -1
            yield _relate(text, hinge.span(), -sign if passive else sign, verb=True)


def _comparative(text: str, than: int) -> re.Match[str] | None:
    """Return the last comparative before "than", of words in "-er" the first if none is listed."""
    first = max(_begin(text, than), than - REACH)
    words = list(WORD.finditer(text.lower(), first, than))
    listed = [w for w in words if w[0] in _words("more") | _words("less")]
    endings = [w for w in words if w[0].endswith("er") and w[0] not in _words("none")]
    return listed[-1] if listed else endings[0] if endings else None


def _begin(text: str, at: int) -> int:
    """Return where the sentence around a place begins."""
    return sentence_around(text, at, at)[0]


@lru_cache(maxsize=8)
def _words(kind: str) -> frozenset[str]:
    return frozenset(load_table("relations")["comparison"][kind])


@lru_cache(maxsize=8)
def _stems(kind: str) -> frozenset[str]:
    return frozenset(stem_of(word) for word in _words(kind))


def _is_number(text: str, at: int) -> bool:
    """Tell whether a number stands behind a place: "more than 500" compares no two things."""
    behind = text[at : at + 24]
    found = (n for n in find_numbers(behind) if n.value != 1)
    return any(SIGN.fullmatch(behind[: n.start]) for n in found)


def _relate(text: str, hinge: tuple[int, int], sign: int, *, verb: bool = False) -> Relation:
    """Return the relation of what stands behind a comparative or a verb to what is before it."""
    around = sentence_around(text, *hinge)
    end = clause_end(text, hinge[1], around[1])
    stops = (stop.start() for stop in STOP.finditer(text, hinge[1], end)) if verb else ()
    end = next((stop for stop in stops if words_in(text, hinge[1], stop)), end)
    found = relate(text, (hinge[1] - 1, hinge[1]), (hinge[1], end), around, sign)
    return found._replace(start=hinge[0])
