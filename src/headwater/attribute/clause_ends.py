"""Where the words end that are said in a clause below another: "when Roe asked for pumps, ..."."""

from itertools import pairwise
from typing import Final

from headwater.attribute.find.classes import AUXILIARIES, DETERMINERS, POSSESSIVES, SUBJECTS
from headwater.attribute.find.contents import has_finite_verb, trim_right
from headwater.attribute.find.drafts import Draft, Found
from headwater.attribute.find.words import Words

OPENING: Final = frozenset(
    "when while though although as after before once since because if".split()
)
BEFORE: Final = frozenset("that but and even just days weeks hours months years".split())
TAKING: Final = DETERMINERS | POSSESSIVES | SUBJECTS


def within_clause(words: Words, draft: Draft) -> Draft:
    """Return a draft whose content ends with its clause.

    In "When Roe asked for pumps, she did not say how many" only the pumps are asked for; in "Borg,
    as polls show that he leads, is glad" the polls only show that he leads.
    """
    source, cue, content = draft.source, draft.cue, draft.contents[0]
    if source is None or cue is None or len(draft.contents) > 1 or draft.carried:
        return draft
    if not source.last <= cue.first < cue.last <= content.first:
        return draft
    first = words.sentence_start(cue.first)
    if source.first <= first or words.lower[source.first - 1] not in OPENING:
        return draft
    inner = _is_inner(words, source.first - 1, first)
    end = None if inner is None else _end(words, content, words.depth[cue.first], inner=inner)
    if end is None or (_agrees(words, source) and not has_finite_verb(words, content.first, end)):
        return draft
    return draft._replace(contents=(Found(content.first, trim_right(words, content.first, end)),))


def _agrees(words: Words, source: Found) -> bool:
    """Tell whether "as Roe said in May, C" may stand here, where C is said."""
    return words.lower[source.first - 1] == "as"


def _is_inner(words: Words, opening: int, first: int) -> bool | None:
    """Tell whether a clause is put into its sentence behind a comma; None if it ends the sentence.

    It is not if the sentence, or what "that" opens in it, begins with the clause.
    """
    before = opening
    while before > first and words.lower[before - 1] in BEFORE:
        before -= 1
    if (
        not any(words.is_word(i) for i in range(first, before))
        or words.lower[opening - 1] == "that"
    ):
        return False
    commas = sum(words.raw[i] == "," for i in range(first, before))
    return True if words.raw[before - 1] == "," and commas > 1 else None


def _end(words: Words, content: Found, depth: int, *, inner: bool) -> int | None:
    """Return the comma at which the main clause begins, or goes on with its verb."""
    commas = [
        i for i in range(content.first + 1, content.last - 1)
        if words.raw[i] == "," and words.depth[i] <= depth
    ]  # fmt: skip
    for comma, stop in pairwise((*commas, content.last)):
        following = words.lower[comma + 1]
        if inner:
            if following in AUXILIARIES or words.is_finite_verb(comma + 1):
                return comma
        elif (following in TAKING or words.is_capital(comma + 1)) and has_finite_verb(
            words, comma + 2, stop
        ):
            return comma
    return None
