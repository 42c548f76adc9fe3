"""Wordings without what does not count: runs of space, possessive endings."""

import re
from typing import Final

_POSSESSIVE: Final = re.compile(r"['’]s?$")


def squeeze(text: str) -> str:
    """Return the text with every run of white space as one space, none at the ends."""
    return " ".join(text.split())


def strip_possessive(name: str) -> str:
    """Return the name without a closing `'s` or `'`."""
    return _POSSESSIVE.sub("", name)
