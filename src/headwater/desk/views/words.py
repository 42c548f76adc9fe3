"""Finds words that a person selected or typed in the text that they come from."""

import re
from typing import Final

from headwater.model.span import Span
from headwater.report.words import show_text

_SPACE: Final = re.compile(r"\s+")


def find_words(text: str, words: str, near: Span, hint: int | None = None) -> Span | None:
    """Return where words stand.

    Args:
        text: The whole text.
        words: As they were shown; spaces and line ends count alike.
        near: Where they are expected; other places are looked at if they are not there.
        hint: Offset at which they are said to begin, for words that stand in more than one place.

    Returns:
        The place nearest to the hint, or the first one in `near`, or the first one at all; None
        if they stand nowhere.
    """
    pattern = to_pattern(show_text(words))
    if pattern is None:
        return None
    shown = show_text(text)
    safe = shown if len(shown) == len(text) else text  # where signs were cut, offsets moved
    anywhere = re.compile(f"(?=({pattern.pattern}))")  # "00" stands in "000" twice
    found = [match.span(1) for match in anywhere.finditer(safe, near.start, near.end)]
    found = found or [match.span(1) for match in anywhere.finditer(safe)]
    if not found:
        return None
    aim = hint if hint is not None else found[0][0]
    start, end = min(found, key=lambda span: (abs(span[0] - aim), span))
    return Span(start=start, end=end)


def to_pattern(words: str) -> re.Pattern[str] | None:
    """Return a pattern for words, whatever stands between them; None for no words."""
    parts = [re.escape(part) for part in _SPACE.split(words.strip()) if part]
    return re.compile(r"\s+".join(parts)) if parts else None
