"""Find "was told by Y that C" and "learned from Y that C", where the words come from Y."""

from typing import Final

from headwater.attribute.find.contents import end_of_content, has_finite_verb
from headwater.attribute.find.drafts import FAIR, Draft, Found
from headwater.attribute.find.words import Words
from headwater.lexicon.load import load_table

BE: Final = frozenset({"been", "was", "were", "is", "are", "being", "be"})
BE_REACH: Final = 2  # words between "was" and "told": adverbs
SOURCE_REACH: Final = 14  # words of whom it was heard from
CLAUSE: Final = frozenset({"that", "how", "whether"})
RULE: Final = "informed.v1"


def find_informed(words: Words, first: int, last: int, depth: int) -> tuple[Draft, ...]:
    """Return what somebody is said to have been told, with whoever told it as the source.

    Args:
        words: The document.
        first: First word of the sentence.
        last: Its end, excluded.
        depth: Quotation depth of the stretch; deeper words are read only as contents.
    """
    found: list[Draft] = []
    for index in range(first, last - 1):
        if words.depth[index] > depth or words.lower[index] not in _CHANNELS:
            continue
        verb = _verb_before(words, index, first)
        that = _that_after(words, index, last)
        if verb is None or that is None:
            continue
        end = end_of_content(words, that, last, depth)
        if end > that + 1 and has_finite_verb(words, that + 1, end):
            cue, said = Found(verb, index + 1), Found(that, end)
            found.append(Draft(Found(index + 1, that), cue, (said,), "told", RULE, FAIR))
    return tuple(found)


def _verb_before(words: Words, index: int, first: int) -> int | None:
    """Return the verb of telling or learning right before "by" or "from"; None for others."""
    head = index - 1
    if head <= first:
        return None
    if words.lower[head] in _TOLD:
        before = words.lower[max(first, head - 1 - BE_REACH) : head]
        return head if BE & set(before) and words.lower[index] != "from" else None
    if words.lower[index] == "by":
        return None
    if words.lower[head] in _HEARD:
        return head
    return head - 1 if " ".join(words.lower[head - 1 : index]) in _HEARD else None


def _that_after(words: Words, index: int, last: int) -> int | None:
    """Return the "that" behind a noun phrase without a verb."""
    for at in range(index + 1, min(last - 1, index + SOURCE_REACH)):
        if words.lower[at] in CLAUSE:
            return at if at > index + 1 else None
        last_noun = words.lower[at + 1] in CLAUSE
        if (
            words.is_finite_verb(at)
            and not last_noun
            or not (words.is_word(at) or words.is_inner_mark(at))
        ):
            return None
    return None


_TOLD: Final = frozenset(load_table("cues")["told"])
_HEARD: Final = frozenset(load_table("cues")["heard"])
_CHANNELS: Final = frozenset(load_table("cues")["channels"])
