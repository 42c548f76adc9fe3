"""Find the outlet that a source spoke to or writes for."""

from collections.abc import Sequence
from typing import Final

from headwater.attribute.find.classes import (
    APOSTROPHES,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    QUOTE_MARKS,
)
from headwater.attribute.find.cues import is_relay
from headwater.attribute.find.drafts import Draft, Found
from headwater.attribute.find.nouns import kind_of_noun, nouns_for
from headwater.attribute.find.outlets import OutletPlace
from headwater.attribute.find.words import Words
from headwater.lexicon.parties import find_outlet
from headwater.model.attribution import CueKind
from headwater.text.names import fold_name

BACK: Final = (
    7  # words between "interview" and the outlet; "an interview on Friday with the Gazette"
)
BETWEEN: Final = 6  # words between a preposition and the outlet: articles, adjectives, a possessor
APART: Final = frozenset({"while", "whereas", "but"})
AIRED: Final = frozenset({"broadcast", "episode", "program", "programme", "show", "podcast"})
HOUSES: Final = frozenset({"board", "staff", "editor", "journalists"})
UTTERED: Final = frozenset({"says", "told", "denies", "warns", "alleges"})
SPOKEN: Final[frozenset[CueKind]] = frozenset(
    {
        "says",
        "told",
        "denies",
        "rejects",
        "warns",
        "promises",
        "asks",
        "declines",
        "alleges",
        "believes",
        "other",
    }
)  # kinds of cue that somebody can utter to an outlet


def outlet_spoken_to(
    words: Words, draft: Draft, outlets: Sequence[OutletPlace]
) -> OutletPlace | None:
    """Return the outlet that a draft's source spoke to or wrote for; None if none is named.

    Args:
        words: The document.
        draft: An outermost draft.
        outlets: All outlets named in the document.
    """
    if draft.cue is None or draft.kind not in SPOKEN:
        return None
    first, last = words.bounds[words.sentence[draft.cue.first]]
    for place in outlets:
        if (
            first <= place.first < last
            and not _covered(draft, place)
            and not _of_another(words, draft, place)
            and _is_route(words, draft, place, first)
        ):
            return place
    return None


def outlet_in_source(
    words: Words, draft: Draft, outlets: Sequence[OutletPlace]
) -> OutletPlace | None:
    """Return the outlet in a source's own words ("the Gazette's Jane Roe")."""
    if draft.source is None:
        return None
    inside = (p for p in outlets if draft.source.first <= p.first and p.last <= draft.source.last)
    return next((p for p in inside if _employs(words, p, draft.source.last)), None)


def outlet_that_obtained(
    words: Words, draft: Draft, outlets: Sequence[OutletPlace]
) -> OutletPlace | None:
    """Return the outlet that holds a cited paper ("a ledger obtained by the Gazette")."""
    if draft.source is None:
        return None
    for place in outlets:
        if draft.source.first < place.first and place.last <= draft.source.last:
            before = words.lower[max(draft.source.first, place.first - BETWEEN) : place.first]
            if "by" in before and nouns_for("routes", "obtained") & set(before):
                return place
    return None


def outlet_in_cue(words: Words, draft: Draft, outlets: Sequence[OutletPlace]) -> OutletPlace | None:
    """Return the outlet whose paper a cue names ("pointed to a Gazette report that")."""
    if draft.cue is None:
        return None
    for place in outlets:
        inside = draft.cue.first < place.first and place.last < draft.cue.last
        if inside and not is_relay(words, draft.cue):
            papers = words.lower[place.last : draft.cue.last]
            if (
                any(kind_of_noun(word) in ("report", "dataset") for word in papers)
                or words.lower[place.first - 1] == "by"
            ):
                return place
    return None


def _employs(words: Words, place: OutletPlace, last: int) -> bool:
    """Tell whether the words around an outlet say that somebody works for it.

    The director of "the Gazette Harbour Fund" does not: the name goes on.
    """
    after = words.lower[place.last : place.last + 3]
    if "s" in after[:2] and after[0] in APOSTROPHES:
        return True
    jobs = nouns_for("routes", "jobs")
    if any(word in jobs for word in after):
        return True
    before = words.lower[max(0, place.first - BETWEEN) : place.first]
    if any(word in jobs for word in before):
        return True
    goes_on = place.last < last and words.is_word(place.last)
    return bool({"for", "at", "of"} & set(before)) and not goes_on


def _covered(draft: Draft, place: OutletPlace) -> bool:
    """Tell whether an outlet stands in the source or in the content."""
    parts = (draft.source, *draft.contents) if draft.source is not None else draft.contents
    return any(
        part is not None and part.first < place.last and place.first < part.last for part in parts
    )


def _of_another(words: Words, draft: Draft, place: OutletPlace) -> bool:
    """Tell whether an outlet stands in what is told of somebody whom the content names.

    In "Roe said he had met Lund, who is writing in the Gazette" Roe did not write there.
    """
    for index in range(place.first - 1, draft.cue.last if draft.cue is not None else 0, -1):
        if words.lower[index] == "who":
            named = index - 1 - (words.raw[index - 1] == ",")
            return any(part.first <= named < part.last for part in draft.contents)
    return False


def _is_route(words: Words, draft: Draft, place: OutletPlace, first: int) -> bool:
    """Tell whether the words around an outlet say that somebody spoke or wrote to it."""
    venues = nouns_for("routes", "venues")
    joint = words.lower[place.last : place.last + 1] == ["/"]  # "the Gazette/Courier forum"
    after = words.lower[place.last : place.last + 2 + 2 * joint]
    if any(word in venues for word in after):
        return True
    index = place.first - 1
    while index >= first and place.first - index <= BETWEEN and _may_stand_between(words, index):
        index -= 1
    if index < first:
        return False
    word = words.lower[index]
    if word in nouns_for("routes", "told"):
        return not (_told_by_another(words, draft, index) or _told_apart(words, draft, place))
    before = words.lower[max(first, index - BACK) : index]
    near = any(w in venues or w in nouns_for("routes", "speaking") for w in before)
    if word == "on":
        close = draft.cue is not None and abs(index - draft.cue.last) <= BETWEEN
        return near or place.show or index == first or (close and draft.kind in UTTERED)
    if word in {"of", "at", "from"} and any(w in nouns_for("routes", "told") for w in before):
        return True
    if word == "of":
        aired = place.show or any(w in AIRED for w in before)
        return any(w in HOUSES for w in before) or (near and aired)
    return word in {"with", "to", "for", "in", "at", "of", "by", "from"} and near


def _told_by_another(words: Words, draft: Draft, index: int) -> bool:
    """Tell whether "told" behind a cue has a subject of its own ("declined, but aides told it")."""
    if draft.cue is None or index < draft.cue.last:
        return False
    before = words.lower[index - 1]
    linked = CONJUNCTIONS | AUXILIARIES | {"also", "later", "then", "he", "she", "they", "who"}
    return words.is_word(index - 1) and before not in linked


def _told_apart(words: Words, draft: Draft, place: OutletPlace) -> bool:
    """Tell whether somebody else told it: "Roe told the Gazette that C, while Borg said D"."""
    if draft.source is None or draft.source.first < place.last:
        return False
    between = range(place.last, draft.source.first)
    return any(words.lower[i] in APART and words.raw[i - 1] == "," for i in between)


def _may_stand_between(words: Words, index: int) -> bool:
    """Tell whether a word may stand between a preposition and an outlet."""
    word = words.lower[index]
    if word in {"with", "to", "for", "in", "at", "of", "by", "from", "on"} | nouns_for(
        "routes", "told"
    ):
        return False
    return words.is_word(index) or word in QUOTE_MARKS | APOSTROPHES or word in DETERMINERS


def own_outlet(document_outlet: str | None, name: str) -> bool:
    """Tell whether a name is that of the document's own outlet."""
    if document_outlet is None:
        return False
    mine, other = find_outlet(document_outlet), find_outlet(name)
    if mine is not None and other is not None:
        return mine.name == other.name
    own, said = set(fold_name(document_outlet)), set(fold_name(name))
    return bool(said) and said <= own


def found_of(place: OutletPlace) -> Found:
    """Return an outlet's place."""
    return Found(place.first, place.last)
