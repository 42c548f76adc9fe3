"""Settings of the parse stage."""

from typing import Literal

from headwater.model.base import Record


class ParseSettings(Record, frozen=True, kw_only=True):
    """How a text is marked.

    Attributes:
        lines: What a single newline is: a paragraph's end, a wrapped line, or judged by the text.
        day_first: True to read "3/4/2023" as 3 April, False as 4 March, None to leave such days
            unknown.
    """

    lines: Literal["auto", "paragraph", "wrapped"] = "auto"
    day_first: bool | None = None
