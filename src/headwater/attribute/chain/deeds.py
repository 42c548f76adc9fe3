"""Cues that tell what somebody or something does, though their verb may tell of saying."""

from itertools import pairwise
from typing import Final

from headwater.attribute.chain.unknown import lemma_of
from headwater.attribute.find.classes import AUXILIARIES, MODALS
from headwater.attribute.find.contents import has_finite_verb
from headwater.attribute.find.drafts import Draft, Found
from headwater.attribute.find.words import Words

PERMITTING: Final = frozenset({"allow", "permit", "let", "enable"})
TITLED: Final = frozenset({"titled", "entitled", "subtitled"})
GOING_ON: Final = frozenset({"begin", "continue", "go"})  # of words only before a quotation
SHOWING: Final = frozenset({"feature", "star"})  # what a picture or a show has in it
WHO: Final = frozenset({"who", "that", "which"})


def tells_deed(words: Words, draft: Draft) -> bool:
    """Tell whether a draft takes a deed for words.

    "The law allows boats to land", "marched in protest of the toll", a book "titled “How to
    Fish”", a cover that "features an owl"; "any clerk who protests will be fined" and "the issues
    that Borg raised" are what somebody else says whole.
    """
    cue = draft.cue
    if cue is None or draft.contents[0].first < cue.last:
        return False
    verb, first = words.lower[cue.last - 1], draft.contents[0].first
    if verb == "that" and cue.last - cue.first > 1:
        verb, first = words.lower[cue.last - 2], cue.last - 1
    if verb in TITLED or _is_march(words, cue) or _is_noun(words, cue, first):
        return True
    quoted = any(i in words.quote_at for part in draft.contents for i in range(*part))
    if lemma_of(verb) in PERMITTING:
        return words.lower[first] != "that"
    if lemma_of(verb) in GOING_ON:
        return not quoted and words.lower[first] != "that"
    if lemma_of(verb) in SHOWING:
        return not quoted and not has_finite_verb(words, first, draft.contents[-1].last)
    return _is_below(words, cue, first)


def _is_march(words: Words, cue: Found) -> bool:
    """Tell whether a cue is "in protest of", which says for what something is done."""
    row = words.lower[cue.first - 1 : cue.last]
    return any(pair == ("in", "protest") for pair in pairwise(row))


def _is_noun(words: Words, cue: Found, first: int) -> bool:
    """Tell whether a cue is the noun of "the issues that Borg raised"."""
    return words.lower[cue.first] == "issues" and words.lower[first] == "that"


def _is_below(words: Words, cue: Found, first: int) -> bool:
    """Tell whether what follows "who protests" is the verb of the clause around it."""
    goes_on = first == cue.last and words.lower[first] in AUXILIARIES | MODALS
    return goes_on and words.lower[cue.first - 1] in WHO
