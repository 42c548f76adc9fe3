"""Lines of a text with their places."""

import re
from typing import Final

from headwater.model.base import Record
from headwater.model.span import Span

_LINE: Final = re.compile(r"[^\r\n\f\v\u2028\u2029]+")


class Line(Record, frozen=True, kw_only=True):
    """A line that is not blank.

    Attributes:
        span: Without blanks at its ends.
        text: The words of the span.
        words: How many words it has.
        gap: True if a blank line follows, or nothing.
    """

    span: Span
    text: str
    words: int
    gap: bool


def split_lines(text: str) -> list[Line]:
    """Return the lines that are not blank, in text order."""
    found: list[tuple[Span, str]] = []
    for match in _LINE.finditer(text):
        stripped = match.group().strip()
        if stripped:
            start = match.start() + match.group().index(stripped)
            found.append((Span(start=start, end=start + len(stripped)), stripped))
    lines: list[Line] = []
    for number, (span, words) in enumerate(found):
        after = text[span.end : found[number + 1][0].start] if number + 1 < len(found) else "\n\n"
        gap = after.replace("\r\n", "\n").count("\n") > 1
        lines.append(Line(span=span, text=words, words=len(words.split()), gap=gap))
    return lines
