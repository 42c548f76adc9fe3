"""Words for what a party files with a court, which is the party's own word."""

from typing import Final

FILINGS: Final = frozenset("lawsuit suit complaint petition filing affidavit".split())
# Words that tell another suit from the one that a text is about.
OTHERS: Final = frozenset(
    "earlier another separate previous second other different similar prior pending".split()
)
