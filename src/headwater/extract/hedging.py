"""Words of a statement that leave it open or to come: "may", "is expected to", "will close"."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from headwater.extract.core import Core
from headwater.extract.negation import is_unmet
from headwater.extract.words import ADVERBS, Words
from headwater.lexicon.load import load_entries, load_table
from headwater.model.attribution import Attribution, SourceKind
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


def is_announced(words: Words, core: Core, speaker: Attribution | None) -> bool:
    """Tell whether an act is announced: "the yard will close", "he said the yard would close".

    "Would" announces only in somebody's reported speech: elsewhere it tells what were so on a
    condition. What will be so, or be had, is a forecast and no plan.
    """
    finite = core.finite
    if finite is None:
        return False
    if words[finite] in {"would", "'d"}:
        if speaker is None or speaker.style == "direct" or speaker.kind not in SIDES:
            return False
    elif words[finite] not in {"will", "shall"} and not words[finite].endswith("'ll"):
        return False
    behind = [i for i in range(finite + 1, len(words)) if not _is_between(words, i)][:2]
    if len(behind) > 1 and words[behind[0]] == "be":
        form = words.verb(behind[1])
        return words[behind[1]].endswith("ed") or (form is not None and form.form != "base")
    form = words.verb(behind[0]) if behind else None
    return form is not None and form.lemma not in load_table("negation")["lasting"]


def _is_between(words: Words, index: int) -> bool:
    """Tell whether a token may stand between "will" and its verb: an adverb, a mark."""
    return words.is_mark(index) or words[index] in ADVERBS or words[index].endswith("ly")


SIDES: Final[frozenset[SourceKind]] = frozenset({"person", "government", "organization"})
_RANK: Final[dict[Modality, int]] = {
    "possible": 0, "probable": 1, "alleged": 2, "planned": 3, "denied": 4, "asserted": 5,
}  # fmt: skip
