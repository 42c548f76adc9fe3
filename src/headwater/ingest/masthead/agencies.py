"""Which names are agencies whose copy others print."""

import re
from typing import Final

from headwater.lexicon.parties import find_outlet

_AGENCY_WORD: Final = re.compile(
    r"\b(?:news agency|newswire|wire service|news service|press agency|press association|wire)\b$",
    re.IGNORECASE,
)


def known_agency(name: str) -> str | None:
    """Return the usual name of an agency that the lexicon knows, None for any other name."""
    outlet = find_outlet(name)
    return outlet.name if outlet is not None and outlet.agency else None


def named_agency(name: str) -> str | None:
    """Return the usual name of a known agency, or the name itself if it says that it is one."""
    return known_agency(name) or (name if _AGENCY_WORD.search(name) else None)
