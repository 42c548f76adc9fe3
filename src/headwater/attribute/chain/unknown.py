"""Tell where nobody speaks or knows yet: "families have no way of knowing what he saw"."""

from typing import Final

from headwater.attribute.find.classes import MODALS
from headwater.attribute.find.drafts import Draft
from headwater.attribute.find.words import Words
from headwater.lexicon.load import load_table
from headwater.lexicon.verbs import verb_forms

GROUP: Final = 4  # words of a verb group before its verb ("will have no way of")


def is_unknown(words: Words, draft: Draft) -> bool:
    """Tell whether a draft says what somebody may learn, or what nobody knows."""
    if draft.source is None or draft.cue is None:
        return False
    crowd = draft.source.last - draft.source.first == 1
    if crowd and words.lower[draft.source.first] in _CROWD:
        return draft.kind in ("believes", "finds") or words.lower[draft.source.first] == "nobody"
    if words.lower[draft.source.first : draft.source.last] == ["no", "one"]:
        return True
    verb = _verb_of_learning(words, draft)
    return verb is not None and _is_open(words, draft.source.last, verb)


def hangs_on(words: Words, draft: Draft) -> bool:
    """Tell whether it is open that a source says so: what it hangs on, asks or is measured by.

    "It is unclear if the board rejected the plan", "would go once Roe issued a permit", "higher
    than the figures show".
    """
    source, cue = draft.source, draft.cue
    if source is None or cue is None or source.last > cue.first or draft.carried:
        return False
    at = source.first - 1
    first = words.sentence_start(source.first)
    if at < first or words.depth[at] != words.depth[source.first]:
        return False
    if words.lower[at] in _ONCE:
        return not MODALS.isdisjoint(words.lower[first:at])
    if words.lower[at] in _ASKED:
        return not _UNSURE.isdisjoint(words.lower[max(first, at - 1) : at])
    return words.lower[at] == "than" and draft.contents[0].first < at


def _verb_of_learning(words: Words, draft: Draft) -> int | None:
    """Return the verb of coming to know that a cue is, None if it is another one."""
    if draft.cue is None:
        return None
    for index in range(draft.cue.last - 1, draft.cue.first - 1, -1):
        if words.lower[index] not in {"out", "that"} and words.is_word(index):
            return index if lemma_of(words.lower[index]) in _LEARNING else None
    return None


def _is_open(words: Words, behind: int, verb: int) -> bool:
    """Tell whether a verb stands as an infinitive, behind a modal verb, or as "way of knowing"."""
    between = words.lower[max(behind, verb - 2 * GROUP) : verb] if behind <= verb else []
    before = words.lower[max(0, verb - GROUP) : verb]
    if _WANTING & set(between):
        return False
    form = verb_forms().get(words.lower[verb])
    if words.lower[verb].endswith("ing"):
        return words.lower[verb - 1] == "of"
    if form is not None and form.form in ("past", "third"):
        return False
    helped = behind <= verb and bool(
        {"help", "helps", "let", "lets", "helping"}
        & set(words.lower[max(0, behind - GROUP) : behind])
    )
    return "to" in before[-2:] or bool((MODALS - {"do", "does", "did"}) & set(before)) or helped


def lemma_of(word: str) -> str:
    """Return the base form of a verb, the word itself if it is no form of one."""
    form = verb_forms().get(word)
    return form.lemma if form is not None else word


_ONCE: Final = frozenset({"once", "until", "unless"})
_ASKED: Final = frozenset({"if", "whether"})
_UNSURE: Final = frozenset("unclear clear unknown known unsure sure uncertain certain".split())
_CROWD: Final = frozenset(load_table("cues")["crowd"])
_LEARNING: Final = frozenset(load_table("cues")["learning"])
_WANTING: Final = frozenset(load_table("cues")["wanting"])
