"""Words of a statement that leave it open: "may", "reportedly", "is expected to"."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from headwater.extract.core import Core
from headwater.extract.negation import is_unmet
from headwater.extract.words import Words
from headwater.lexicon.load import load_entries
from headwater.model.mention import Modality
from headwater.model.span import Span


class _Hedge(NamedTuple):
    """A pattern with the modality it leaves."""

    pattern: re.Pattern[str]
    modality: Modality
    attributive: bool


@lru_cache(maxsize=1)
def _hedges() -> tuple[_Hedge, ...]:
    """Return the hedges of the lexicon."""
    return tuple(
        _Hedge(e.compiled(), e.attributes["modality"], e.attributes.get("attributive", False))
        for e in load_entries("hedges")
    )


def find_hedge(
    text: str, words: Words, core: Core, negation: int | None
) -> tuple[Modality, Span] | None:
    """Return the weightiest hedge whose words begin in the core.

    What was refused is no plan ("refused to pledge to pay"); an alleged spy is no alleged arrest.
    """
    at = {words.places[i][0]: i for i in (*core.main, *core.inner)}
    if not at:
        return None
    refused = negation if negation is not None and is_unmet(words, negation) else None
    found = []
    for hedge in _hedges():
        if hedge.attributive and core.finite is not None:
            continue
        for match in hedge.pattern.finditer(text, min(at), words.places[-1][1]):
            index = at.get(match.start())
            if index is None or (refused is not None and index > refused):
                continue
            found.append((hedge.modality, Span(start=match.start(), end=match.end())))
    return min(found, key=lambda item: (_RANK[item[0]], item[1]), default=None)


_RANK: Final[dict[Modality, int]] = {
    "possible": 0, "probable": 1, "alleged": 2, "planned": 3, "denied": 4, "asserted": 5,
}  # fmt: skip
