"""The name of the outlet, printed above the headline."""

import re
from typing import Final

from headwater.ingest.masthead.agencies import known_agency
from headwater.ingest.masthead.furniture import Found
from headwater.ingest.masthead.lines import Line
from headwater.lexicon.name_lists import load_names
from headwater.lexicon.parties import find_outlet
from headwater.model.document import Aside, Stated

_MOST_WORDS: Final = 5  # "The Quill Bay Evening Post"; longer lines are headlines
_SECTION_ENDS: Final = frozenset({"news", "today", "report", "review"})  # also end sections' names
_SMALL: Final = frozenset({"the", "of", "and", "&", "de"})
_WORD: Final = re.compile(r"[^\W\d_][\w'’.-]*|&")


def read_nameplate(line: Line) -> Found | None:
    """Return the outlet if the line is nothing but the name of one, None otherwise.

    A name that the lexicon knows is enough; any other must be set in capitals and end as the
    names of papers do ("The Lowmoor Courier"). Whether a headline follows is the caller's to see.
    """
    known = find_outlet(line.text)
    if known_agency(line.text) is not None or (known is None and not _ends_like_one(line.text)):
        return None
    value = known.name if known is not None else line.text
    stated = Stated(value=value, span=line.span, given_by="text")
    return Found(fields={"outlet": stated}, asides=(Aside(span=line.span, kind="navigation"),))


def _ends_like_one(line: str) -> bool:
    """Tell whether a line has the form of a paper's name."""
    words = line.split()
    if not 1 < len(words) <= _MOST_WORDS or not all(map(_WORD.fullmatch, words)):
        return False
    last = words[-1].casefold()
    named = all(word[:1].isupper() or word in _SMALL for word in words)
    return named and last in load_names().outlet_heads and last not in _SECTION_ENDS
