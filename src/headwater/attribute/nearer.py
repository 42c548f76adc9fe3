"""Give the model's attributions the source that rules see at their cue."""

from collections.abc import Iterator, Sequence
from typing import Final

from headwater.attribute.find.classes import RELATIVES
from headwater.attribute.find.drafts import Draft, Found
from headwater.attribute.find.informed import RULE as INFORMED
from headwater.attribute.find.listed import RULE as LISTED
from headwater.attribute.find.noun_phrases import noun_phrase_before
from headwater.attribute.find.sources import main_subject
from headwater.attribute.find.spots import RULE as SPOTS
from headwater.attribute.find.words import Words

EXACT: Final = frozenset({LISTED, SPOTS})  # rules that place source and content by the words

WHO: Final = frozenset({"who", "whose"})
PLAIN_VERBS: Final = frozenset({"is", "are", "was", "were"})


def nearer_source(words: Words, draft: Draft, ruled: Sequence[Draft]) -> Draft:
    """Return a draft with the source at its cue, if the model took another one."""
    if draft.source is None:
        return _speaking(words, draft, ruled)
    if draft.cue is None:
        return draft
    listed = next((rule for rule in _at_cue(draft, ruled) if rule.rule in EXACT), None)
    if listed is not None:
        return listed._replace(weight=max(listed.weight, draft.weight))
    teller, clause = _who_told(draft, ruled), _clause_of_who(words, draft) or _subject(words, draft)
    if teller is not None:
        return _moved(draft, teller, f"moved to the cue by {INFORMED}")
    return draft if clause is None else _moved(draft, clause, "moved to the main clause")


def in_sentence(words: Words, draft: Draft, ruled: Sequence[Draft]) -> Draft:
    """Return a draft with a rule's source of the cue's sentence, if the model's is of another."""
    if draft.source is None or draft.cue is None:
        return draft
    here = words.sentence[draft.cue.first]
    if words.sentence[draft.source.first] == here:
        return draft
    for rule in _at_cue(draft, ruled):
        source = rule.source
        if source is not None and not rule.carried and words.sentence[source.first] == here:
            return _moved(draft, source, f"moved to the cue by {rule.rule}")
    return draft


def _moved(draft: Draft, source: Found | None, how: str) -> Draft:
    """Return a draft with another source, and how it came by it."""
    return draft._replace(source=source, shares=f"{draft.shares}, its source {how}")


def _at_cue(draft: Draft, ruled: Sequence[Draft]) -> Iterator[Draft]:
    """Give the rules' drafts whose cue shares a word with a draft's cue."""
    if draft.cue is None:
        return
    first, last = draft.cue
    for rule in ruled:
        if rule.cue is not None and rule.cue.first < last and first < rule.cue.last:
            yield rule


def _who_told(draft: Draft, ruled: Sequence[Draft]) -> Found | None:
    """Return who told it, where the model took who "was told by" somebody."""
    for rule in _at_cue(draft, ruled):
        if rule.rule == INFORMED and rule.source is not None and draft.source is not None:
            apart = draft.source.last <= rule.source.first
            return rule.source if apart else None
    return None


def _clause_of_who(words: Words, draft: Draft) -> Found | None:
    """Return the main subject where the source of ", saying C" is the "who" of another clause."""
    source, cue = draft.source, draft.cue
    if source is None or cue is None or source.last - source.first > 1:
        return None
    if words.lower[source.first] not in RELATIVES or words.raw[source.first - 1] == ",":
        return None
    if words.raw[cue.first - 1] != "," or not words.lower[cue.last - 1].endswith("ing"):
        return None
    return main_subject(words, words.sentence_start(cue.first), source.first)


def _subject(words: Words, draft: Draft) -> Found | None:
    """Return whom a "who" or "whose" tells of where the source is the end of that clause.

    In "Roe, whose study found that aides were there, said" it is Roe.
    """
    source, cue = draft.source, draft.cue
    if source is None or cue is None or cue.first < source.last:
        return None
    inner = range(source.first + 1, source.last)
    verb = next((i for i in inner if words.lower[i] in PLAIN_VERBS), None)
    if verb is None or any(words.lower[i] in RELATIVES for i in range(source.first, verb)):
        return None
    first = words.sentence_start(cue.first)
    whose = next((i for i in range(first + 1, source.first) if words.lower[i] in WHO), None)
    if whose is None or words.raw[whose - 1] != ",":
        return None
    return noun_phrase_before(words, whose - 1, first)


def _speaking(words: Words, draft: Draft, ruled: Sequence[Draft]) -> Draft:
    """Return a draft of "..., saying C" with the subject that a rule sees for the participle."""
    if draft.cue is None or not words.lower[draft.cue.last - 1].endswith("ing"):
        return draft
    for rule in ruled:
        at = rule.cue is not None and rule.cue.last == draft.cue.last and rule.rule == "cues.v1"
        if at and rule.source is not None and words.depth[rule.source.first] == 0:
            mended = f"given by {rule.rule}"
            return _moved(draft, rule.source, mended)._replace(carried=rule.carried)
    return draft
