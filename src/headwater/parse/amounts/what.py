"""What is counted or measured."""

import re
from typing import Final

from headwater.model.span import Span

_STOP: Final = frozenset(
    """of in on at by for from to with and or but than as that which who whom whose when while
    where since until before after during over under per is are was were be been being has have
    had do does did will would can could may might shall should must said says say told not no
    nor if then so because about into onto through between against more less fewer higher lower
    up down out off above below ago later earlier this last next each worth a an the each he she
    it they we i you there here also now still just only even both either neither too very
    compared according including amid among across behind without within around near toward
    towards via despite came went got made took gave left died killed wounded injured""".split()
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
