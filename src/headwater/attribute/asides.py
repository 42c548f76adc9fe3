"""What an attribution takes for said that nobody says: remarks between dashes, refusals."""

from collections.abc import Iterator
from typing import Final

from headwater.attribute.find.classes import DASHES
from headwater.attribute.find.drafts import Draft, Found
from headwater.attribute.find.words import Words
from headwater.lexicon.load import load_entries, load_table

DOUBLE: Final = 2  # hyphens of a typed dash
OPENING: Final = 2  # words of the longest opening
LABEL: Final = 5  # words before the cue of "any such claims", "“recent media reports that suggest"


def without_asides(words: Words, draft: Draft) -> Draft:
    """Return a draft of indirect speech without "— as was true for a year —".

    Such a remark is the author's: whoever is cited did not say it.
    """
    contents = tuple(part for whole in draft.contents for part in _cut(words, whole))
    return draft._replace(contents=contents) if contents != draft.contents else draft


def judges_claim(words: Words, draft: Draft) -> bool:
    """Tell whether a draft takes "are false" of "Reports that say C are false" for what is said.

    The whole is said by whoever calls it false; the claim has no speaker of its own.
    """
    if draft.cue is None or draft.contents[0].first < draft.cue.last:
        return False
    first = words.sentence_start(draft.cue.first)
    if draft.cue.first - first > LABEL:
        return False
    whole = " ".join(words.words(first, draft.contents[-1].last).split())
    return any(entry.compiled().match(whole) is not None for entry in _UNTRUE)


def withholds(words: Words, draft: Draft) -> bool:
    """Tell whether a draft takes for a denial what refuses somebody something: "denied entry"."""
    if draft.cue is None or draft.contents[0].first < draft.cue.last:
        return False
    told = " ".join(words.words(draft.cue.last - 1, draft.contents[-1].last).split())
    return any(entry.compiled().match(told) is not None for entry in _WITHHELD)


def _cut(words: Words, part: Found) -> Iterator[Found]:
    """Give a content, in two parts if an aside stands in it."""
    for first, behind in _dashes(words, part):
        if _opening(words, behind) not in _ASIDES or words.depth[first] or first == part.first:
            continue
        closing = next((dash for dash in _dashes(words, Found(behind, part.last))), None)
        yield Found(part.first, first)
        if closing is not None and closing[1] < part.last:
            yield Found(closing[1], part.last)
        return
    yield part


def _opening(words: Words, index: int) -> str:
    """Return the words that may open an aside."""
    return " ".join(words.lower[index : index + OPENING])


def _dashes(words: Words, part: Found) -> Iterator[tuple[int, int]]:
    """Give where dashes stand, and the words behind them."""
    index = part.first
    while index < part.last:
        if words.raw[index] in DASHES:
            yield index, index + 1
        elif words.raw[index : index + DOUBLE] == ["-", "-"]:
            yield index, index + DOUBLE
            index += 1
        index += 1


_ASIDES: Final = frozenset(load_table("cues")["asides"])
_UNTRUE, _WITHHELD = (
    tuple(entry for entry in load_entries("answers") if entry.attributes["kind"] == kind)
    for kind in ("untrue", "withheld")
)
