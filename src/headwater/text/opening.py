"""How a text begins."""

from typing import Final

MARKS: Final = "“”\"'‘’(["


def opening_word(text: str) -> str:
    """Return the first word, without marks, case and what an apostrophe joins to it."""
    words = text.split()
    first = words[0].strip(MARKS).casefold() if words else ""
    return first.replace("’", "'").partition("'")[0]
