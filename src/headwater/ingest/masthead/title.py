"""Where the title stands in a text that has no markup."""

import re
from collections.abc import Sequence
from typing import Final

from headwater.ingest.masthead.lines import Line
from headwater.model.span import Span

_MOST_WORDS: Final = 30  # the longest headline of PolNeAR's training articles has 25 words
_MOST_WORDS_WITH_STOP: Final = 18  # with a full stop, what is longer is a first sentence
_NEXT: Final = 2  # lines below a title that are looked at: a subtitle and the first paragraph
_RUNNING_WORDS: Final = 20  # a paragraph on one line has more; a line broken at 80 columns fewer
_KICKER_WORDS: Final = 3  # sections have one to three words
_LONGER: Final = 1.3  # how much more than a title with a full stop the next line must hold
_CAPITALISED: Final = 0.75  # share of long words with a capital in headlines set in title case
_STOP: Final = re.compile(r"[.!?…][\"'”’)\]]*$")
_INSIDE: Final = re.compile(r"[a-z]{3,}[.!?][\"'”’]*\s+[A-Z\"“‘]")
_FOLD: Final = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})
_SPEECH: Final = re.compile(r"\b(?:said|told|according to)\b", re.IGNORECASE)


def find_title(line: Line, following: Sequence[Line], known: str | None) -> Span | None:
    """Return the place of the title if it is the given line, None otherwise.

    Args:
        line: The line that is asked about; `gap` is also true if a byline or date follows.
        following: The lines below it that are neither byline nor date.
        known: The title, if it is known from outside the text.
    """
    if known is not None:
        return line.span if _same(line.text, known) else None
    return line.span if following and is_title(line, following) else None


def is_kicker(line: Line, following: Sequence[Line]) -> bool:
    """Tell whether a line names the section of a paper, above the title ("WORLD NEWS")."""
    return (
        line.words <= _KICKER_WORDS
        and line.text.isupper()
        and len(following) > 1
        and not following[0].text.isupper()
        and not _STOP.search(following[0].text)
        and is_title(following[0], following[1:])
    )


def _same(words: str, title: str) -> bool:
    """Tell whether a line is the title, apart from its final stop and the style of quotes."""
    left, right = (w.translate(_FOLD).strip(" .").casefold() for w in (words, title))
    return left == right or (len(right.split()) > 3 and left.startswith(right))  # noqa: PLR2004


def is_title(line: Line, below: Sequence[Line]) -> bool:
    """Tell whether a line reads like a headline above running text, with or without subtitle."""
    following = below[:_NEXT]
    capitalised = _is_capitalised(line.text)
    if line.words > _MOST_WORDS or line.text.endswith(","):
        return False
    if _INSIDE.search(line.text) and not capitalised:
        return False
    longest = max(other.words for other in following)
    if not _STOP.search(line.text):
        runs_on = following[0].text[:1].islower() or longest < _RUNNING_WORDS
        ends = line.gap or line.text.endswith(";")  # archives set "Title; subtitle" on two lines
        return ends or (longest > line.words and not runs_on)
    if line.words > _MOST_WORDS_WITH_STOP or _SPEECH.search(line.text):
        return False
    return line.gap and (capitalised or longest >= _LONGER * line.words)


def _is_capitalised(words: str) -> bool:
    """Tell whether the long words of a line begin with capitals, as headlines are set."""
    long = [word for word in words.split() if len(word.strip(".,;:!?'\"’")) > 3]  # noqa: PLR2004
    return sum(word[:1].isupper() for word in long) >= _CAPITALISED * len(long) > 1
