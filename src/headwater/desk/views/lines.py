"""A text in lines and parts that a page can show."""

from collections.abc import Iterator
from typing import Final

from headwater.model.span import Span

PART: Final = 40_000  # characters of a part; about 7,000 words, a page that opens at once
LINE: Final = 8_000  # characters of a paragraph before it is cut for the screen


def cut_parts(text: str) -> Iterator[list[Span]]:
    """Yield the lines of a text that hold something, in parts that a page can show."""
    part: list[Span] = []
    size = 0
    for line in cut_lines(text):
        if part and size + line.end - line.start > PART:
            yield part
            part, size = [], 0
        part.append(line)
        size += line.end - line.start
    if part:
        yield part


def cut_lines(text: str) -> Iterator[Span]:
    """Yield the lines of a text that hold something; very long ones in stretches."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        at = start
        while end - at > LINE:
            space = text.rfind(" ", at + LINE // 2, at + LINE)
            cut = space + 1 if space > 0 else at + LINE
            yield Span(start=at, end=cut)
            at = cut
        if text[at:end].strip():
            yield Span(start=at, end=end)
        start = end + 1
