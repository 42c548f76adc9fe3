"""Which pairs of parties are worth comparing: those that share a telling word."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from headwater.resolve.identity import Identity
from headwater.text.names import initials

# A word that more parties share than this tells nothing ("company"); keeps the work linear.
MAX_BLOCK: Final = 200
LONG_WORD: Final = 5  # letters; shorter words of bodies are mostly grammar


def pairs_to_compare(identities: Sequence[Identity]) -> Iterator[tuple[int, int]]:
    """Yield index pairs of parties that share a block, each once, in order.

    Args:
        identities: In a fixed order; the pairs count places in it.
    """
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, identity in enumerate(identities):
        for block in _blocks(identity):
            blocks[block].append(at)
    found = {
        pair
        for members in blocks.values()
        if len(members) <= MAX_BLOCK
        for pair in combinations(members, 2)
    }
    yield from sorted(found)


def _blocks(identity: Identity) -> set[tuple[str, str]]:
    """Return the blocks of one party."""
    match identity.kind:
        case "person":
            return {("person", word[:4]) for word in identity.words if len(word) > 1}
        case "report":
            return {("report", identity.body or ""), ("report-state", identity.state or "")} - {
                ("report", ""),
                ("report-state", ""),
            } | {("report-word", word[:LONG_WORD]) for word in (*identity.words, *identity.owners)}
        case "dataset":
            return {("dataset", word) for word in identity.words}
        case "media_outlet":
            return {("outlet", word) for word in identity.words}
        case "anonymous" | "unattributed" | "visual" | "leak":
            return set()
        case _:
            words = identity.words
            return {("body", initials(words)), ("body", "".join(words))} | {
                ("body-word", word) for word in words if len(word) >= LONG_WORD
            }
