"""Find where outlets and programmes are named."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from headwater.attribute.find.classes import QUOTE_MARKS
from headwater.attribute.find.words import Words
from headwater.lexicon.load import compile_phrases, load_table
from headwater.lexicon.parties import find_outlet, outlets_short_for
from headwater.model.parse import Name
from headwater.model.span import Span

SHOW: Final = re.compile(r"\b(?:The\s+)?(?:[A-Z][\w’'.&]+\s+){1,4}(?:Show|Podcast|Tonight)\b")


# An unknown name behind "told" is an outlet if it sounds like one or is written in one word of two.
TOLD: Final = re.compile(
    r"\b(?:told|tells|interview\s+(?:with|on)|(?:speaking|spoke)\s+(?:to|with|on))\s+(?:the\s+)?((?:[A-Z][\w’'-]+\s+){0,3}(?:[A-Z]\w*"
    r"(?:News|Radio|Magazine|Times|Post|Today|TV|Online|Daily|Weekly|Journal|Herald|Tribune|Gazette|Media|Network|Wire|Insider)"
    r"|News|Radio|Magazine|Times|Post|Today|TV|Online|Daily|Weekly|Journal|Herald|Tribune|Gazette|Media|Network|Wire"
    r"|[A-Z][a-z]+[A-Z]\w+))\b"
)


# Any name with the word for what it is: "an interview with Gloss magazine".
TOLD_IT: Final = re.compile(
    r"\b(?:told|tells|spoke to)\s+the\s+(outlet|newspaper|paper|network|broadcaster|magazine)\b"
)
CALLED: Final = re.compile(
    r"\b(?:told|tells|interview\s+(?:with|in)|(?:speaking|spoke)\s+(?:to|with))\s+"
    r"((?:[A-Z][\w’'-]+\s+){0,2}[A-Z][\w’'-]+)(?=\s+(?:magazine|newspaper|radio|television)\b)"
)


class OutletPlace(NamedTuple):
    """An outlet or programme in a text, as words `first..last`; `show` is True for programmes."""

    first: int
    last: int
    name: str
    show: bool = False


@lru_cache(maxsize=2)
def _programmes(key: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern of programme titles and the outlet of each, by lower-case title."""
    rows = load_table("programmes")[key]
    titles = {row["name"].lower().removeprefix("the "): row["outlet"] for row in rows}
    plain = [row["name"].removeprefix("The ") for row in rows]
    return compile_phrases(plain, case=True), titles


def find_outlets(words: Words) -> tuple[OutletPlace, ...]:
    """Return every place where an outlet or a programme is named, in text order."""
    found: dict[tuple[int, int], OutletPlace] = {}
    for match in (*TOLD.finditer(words.text), *CALLED.finditer(words.text)):
        first, last = words.within(Span(start=match.start(1), end=match.end(1)))
        found[first, last] = OutletPlace(first, last, " ".join(match[1].split()))
    for name in words.parse.names:
        listed = find_outlet(name.canonical) or find_outlet(name.text)
        first, last = words.within(name.span)
        if any(first < there[1] and there[0] < last for there in found) or _is_person(name):
            continue
        if (name.kind == "outlet" or listed is not None or _is_short(name.text)) and not _is_part(
            words, name.span
        ):
            found[first, last] = OutletPlace(first, last, listed.name if listed else name.canonical)
    for first, last, outlet in _find_programmes(words):
        if not any(first < place.last and place.first < last for place in found.values()):
            found[first, last] = OutletPlace(first, last, outlet, show=True)
    named = [found[key] for key in sorted(found)]
    return tuple(sorted((*named, *_find_again(words, named))))


def _find_again(words: Words, named: Sequence[OutletPlace]) -> list[OutletPlace]:
    """Return the places where somebody "told the outlet" that the text named last."""
    again: list[OutletPlace] = []
    for match in TOLD_IT.finditer(words.text):
        first, last = words.within(Span(start=match.start(1), end=match.end(1)))
        before = [place for place in named if place.last <= first]
        if before and not before[-1].show:
            again.append(OutletPlace(first, last, before[-1].name))
    return again


def _is_person(name: Name) -> bool:
    """Tell whether a name is the surname of somebody named in full ("Post" of "Emil Post")."""
    fuller = name.canonical != name.text and " " in name.canonical
    return name.kind == "person" and fuller and find_outlet(name.canonical) is None


def _is_part(words: Words, span: Span) -> bool:
    """Tell whether an outlet's name is only a part of another name or of a party mark ("D-...")."""
    before, after = (
        words.text[max(0, span.start - 2) : span.start],
        words.text[span.end : span.end + 11],
    )
    return before in {"D-", "R-", "I-"} or after.startswith((" Secretary", " secretary"))


def _is_short(text: str) -> bool:
    """Tell whether a name is a short form of an outlet ("the Post"); a place's name is none."""
    return bool(outlets_short_for(text))


def _find_programmes(words: Words) -> list[tuple[int, int, str]]:
    """Return programmes as words with their outlet, unknown shows under their own title."""
    found: list[tuple[int, int, str]] = []
    for key in ("rows", "quoted"):
        pattern, titles = _programmes(key)
        for match in pattern.finditer(words.text):
            before = words.text[: match.start()].rstrip()[-1:]
            if (
                key == "rows"
                or before in QUOTE_MARKS
                or words.text[: match.start()].rstrip().endswith(("'s", "’s"))
            ):
                title = " ".join(match[0].replace("’", "'").split()).lower()
                found.append((*_range(words, match), titles[title]))
    for match in SHOW.finditer(words.text):
        found.append((*_range(words, match), " ".join(match[0].split())))
    return found


def _range(words: Words, match: re.Match[str]) -> tuple[int, int]:
    """Return the words of a match."""
    return words.within(Span(start=match.start(), end=match.end()))
