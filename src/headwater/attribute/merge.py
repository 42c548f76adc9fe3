"""Make one result of what the trained model and the rules find."""

from collections.abc import Sequence
from typing import Final

from headwater.attribute.find.classes import DETERMINERS
from headwater.attribute.find.drafts import FAIR, LIKELY, SURE, Draft, Found
from headwater.attribute.find.headlines import is_question, is_topic
from headwater.attribute.find.nouns import is_paper, kind_of_noun, nouns_for
from headwater.attribute.find.outlets import OutletPlace
from headwater.attribute.find.posts import RULE as POSTED
from headwater.attribute.find.quotations import find_orphans, join_quotations, quotes_clause
from headwater.attribute.find.words import Words
from headwater.attribute.name.relatives import relative_antecedent
from headwater.attribute.nearer import in_sentence, nearer_source


def merge(
    words: Words,
    marks: tuple[Sequence[Draft], Sequence[Draft]],
    ruled: Sequence[Draft],
    outlets: Sequence[OutletPlace] = (),
) -> tuple[Draft, ...]:
    """Return the model's drafts with what only rules can add.

    Args:
        words: The document.
        marks: The model's drafts: those it is sure of, which decide the outermost attributions,
            and the less probable ones, which only back rules.
        ruled: The rules' drafts.
        outlets: All outlets that the document names.
    """
    modelled = _without_pictures(words, _without_topics(words, marks[0]), ruled)
    marks = (modelled, marks[1])
    ruled = [one for one in ruled if _heard_inside(words, one, (*modelled, *ruled)) is None]
    contents = [part for draft in modelled for part in _bridged(words, draft)]
    exact = [draft for draft in ruled if draft.rule in EXACT]
    merged = [
        in_sentence(words, nearer_source(words, draft, ruled), ruled)
        for draft in modelled
        if draft.kind == "according"
        or not _same_content(draft, [one for one in exact if not _stands_in(draft, one)])
    ]
    for whole in ruled:
        draft = _clipped(whole, modelled)
        first, last = _extent(draft)
        if any(part.first <= first and last <= part.last for part in contents):
            kept = _is_link(words, draft) or draft.rule in EXACT
        else:
            kept = draft.rule in EXACT or _adds(words, draft, marks, outlets)
        if kept:
            merged.append(draft)
    joined = join_quotations(words, [draft for draft in merged if draft.rule != "orphans.v1"])
    return (*joined, *find_orphans(words, joined))


def _without_topics(words: Words, modelled: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the model's drafts but those whose source only tells what a text is about."""
    return tuple(draft for draft in modelled if not _is_label(words, draft))


def _is_label(words: Words, draft: Draft) -> bool:
    """Tell whether a source is the label of a topic or of a question, with a colon behind it."""
    source = draft.source
    if source is None or words.raw[source.last : source.last + 1] != [":"]:
        return False
    if is_topic(words, source.first, source.last):
        return True
    asked = draft.contents[0].first == source.last + 1
    return asked and is_question(words, source.last + 1, draft.contents[-1].last)


def _without_pictures(
    words: Words, modelled: Sequence[Draft], ruled: Sequence[Draft]
) -> tuple[Draft, ...]:
    """Return the model's drafts; "shows footage of Lee saying C" is what Lee says."""
    kept: list[Draft] = []
    for draft in modelled:
        heard = _heard_inside(words, draft, (*modelled, *ruled))
        if heard is None:
            kept.append(draft)
        elif heard not in modelled:
            kept.append(heard._replace(weight=draft.weight))
    return tuple(kept)


def _heard_inside(words: Words, draft: Draft, others: Sequence[Draft]) -> Draft | None:
    """Return who is heard in the pictures that a content is, with the same last word."""
    first, last = draft.contents[0].first, draft.contents[-1].last
    of = next((i for i in range(first - 1, first + 2) if words.lower[i : i + 1] == ["of"]), -1)
    if of < 1 or words.lower[of - 1] not in nouns_for("routes", "pictures"):
        return None
    for other in others:
        speaks = other.source is not None and other.source.first == of + 1
        if speaks and other.cue is not None and words.lower[other.cue.first].endswith("ing"):
            return other if last - other.contents[-1].last <= 1 else None
    return None


def _bridged(words: Words, draft: Draft) -> tuple[Found, ...]:
    """Return the parts of a content, those of one sentence with few words between them as one.

    The model leaves out who was spoken to ("a source told | the agency | that it may go").
    """
    joined: list[Found] = []
    own = {part.first for part in (draft.source, draft.cue) if part is not None}
    for part in draft.contents:
        gap = range(joined[-1].last, part.first) if joined else range(BRIDGE + 1)
        near = len(gap) <= BRIDGE and own.isdisjoint(gap)
        if near and words.sentence[joined[-1].first] == words.sentence[part.last - 1]:
            part = Found(joined.pop().first, part.last)
        joined.append(part)
    return tuple(joined)


def _clipped(draft: Draft, modelled: Sequence[Draft]) -> Draft:
    """Return a draft that begins in the model's content without the speaker behind that content.

    In "she voiced doubts about the dam, Roe said" a rule takes Roe for a part of what she doubts.
    """
    if draft.cue is None or draft.rule in EXACT or len(draft.contents) != 1:
        return draft
    said = draft.contents[0]
    for outer in modelled:
        behind = [p for p in (outer.source, outer.cue) if p and said.first < p.first < said.last]
        for part in outer.contents:
            inside = part.first <= draft.cue.first and draft.cue.last <= said.first < part.last
            if inside and any(part.last <= p.first for p in behind):
                return draft._replace(contents=(Found(said.first, part.last),))
    return draft


def _adds(
    words: Words,
    draft: Draft,
    marks: tuple[Sequence[Draft], Sequence[Draft]],
    outlets: Sequence[OutletPlace],
) -> bool:
    """Tell whether a rule's draft that stands in no content is kept beside the model's."""
    modelled, hints = marks
    if draft.rule in SURROUND and _adds_link(draft, modelled):
        return True
    if _overlaps(draft, modelled):
        return False
    if _names_outlet(words, draft, outlets) or _is_paper_speaking(words, draft):
        return True
    taken = {i for other in modelled for part in other.contents for i in range(*part)}
    free = not any(i in taken for part in draft.contents for i in range(*part))
    if not free or draft.weight < SURE and draft.kind not in FORMULAIC:
        return False
    return _shares_cue(draft, hints) or quotes_clause(words, draft)


def _adds_link(draft: Draft, modelled: Sequence[Draft]) -> bool:
    """Tell whether a draft names a source that the model's drafts do not have there."""
    if draft.rule == "examined.v1":
        return draft.kind == "shows"
    return not _shares_cue(draft, modelled)


def _shares_cue(draft: Draft, others: Sequence[Draft]) -> bool:
    """Tell whether another draft has a word of this draft's cue in its own cue or source."""
    if draft.cue is None:
        return True
    cue = draft.cue
    return any(
        part is not None and part.first < cue.last and cue.first < part.last
        for other in others
        for part in (other.cue, other.source)
    )


def _stands_in(draft: Draft, outer: Draft) -> bool:
    """Tell whether who speaks and the cue stand in what somebody else posts."""
    parts = [part for part in (draft.source, draft.cue) if part is not None]
    return outer.rule == POSTED and all(
        any(said.first <= part.first and part.last <= said.last for said in outer.contents)
        for part in parts
    )


def _same_content(draft: Draft, others: Sequence[Draft]) -> bool:
    """Tell whether another draft has nearly the same content."""
    mine = {i for part in draft.contents for i in range(part.first, part.last)}
    for other in others:
        theirs = {i for part in other.contents for i in range(part.first, part.last)}
        if 2 * len(mine & theirs) >= len(mine | theirs):
            return True
    return False


def _names_outlet(words: Words, draft: Draft, outlets: Sequence[OutletPlace]) -> bool:
    """Tell whether a draft's source is an outlet or its paper and the cue a verb of reporting."""
    source = draft.source
    if source is None or draft.carried or draft.kind in ("believes", "published", "other"):
        return False
    return any(
        source.first <= place.first
        and place.last <= source.last
        and all(
            word in DETERMINERS | {"new", "latest", "recent"}
            for word in words.lower[source.first : place.first]
        )
        and words.lower[place.last - 1 : source.last][-1:] != []
        and _is_paper(words, place.last, source.last)
        for place in outlets
    )


def _is_paper_speaking(words: Words, draft: Draft) -> bool:
    """Tell whether a report or data is the subject of a verb of showing ("a study that found")."""
    source = draft.source
    if source is None or draft.carried or draft.kind not in ("shows", "finds", "says"):
        return False
    if words.lower[source.first] in {"that", "which"} and draft.weight >= LIKELY:
        source = relative_antecedent(words, source) or source
    elif draft.kind == "says":
        return False
    return is_paper(words, source)


def _is_paper(words: Words, first: int, last: int) -> bool:
    """Tell whether nothing but a noun for a paper or poll stands behind an outlet's name."""
    return (
        first >= last
        or kind_of_noun(words.lower[last - 1]) in ("report", "dataset")
        or words.raw[last - 1] in {",", "”", '"'}
    )


def _overlaps(draft: Draft, others: Sequence[Draft]) -> bool:
    """Tell whether a draft shares a word of its source or cue with another draft."""
    mine = [part for part in (draft.source, draft.cue) if part is not None]
    return any(
        part is not None and part.first < own.last and own.first < part.last
        for other in others
        for part in (other.source, other.cue)
        for own in mine
    )


def _is_link(words: Words, draft: Draft) -> bool:
    """Tell whether a draft inside a content is sure enough to be a link of its chain."""
    if draft.rule == "deeds.v1":
        return False
    around = words.depth[draft.cue.first] if draft.cue is not None else 0
    quoted = any(
        words.depth[i] > around for part in draft.contents for i in range(part.first, part.last)
    )
    return draft.weight >= FAIR or draft.kind in STRONG or quoted


BRIDGE: Final = 4  # words of an addressee
STRONG: Final = frozenset(
    {
        "denies",
        "rejects",
        "warns",
        "promises",
        "asks",
        "cites",
        "alleges",
        "declines",
        "silent",
        "rumoured",
    }
)
FORMULAIC: Final = frozenset({"declines", "silent"})  # "did not respond to a request for comment"
SURROUND: Final = frozenset(
    {"phrases.v1", "examined.v1", "papers.v1", "informed.v1", "listed.v1", "spots.v1", "closing.v1"}
)
EXACT: Final = frozenset(
    {
        "turns.v1",
        "signed.v1",
        "inset.v1",
        POSTED,
        "relayed.v1",
        "tails.v1",
        "estimates.v1",
        "heard.v1",
    }
)


def _parts(draft: Draft) -> tuple[Found, ...]:
    """Return all ranges of a draft."""
    return tuple(part for part in (draft.source, draft.cue, *draft.contents) if part is not None)


def _extent(draft: Draft) -> tuple[int, int]:
    """Return the first and last word (excluded) of a draft, a carried source left out."""
    parts = tuple(
        part
        for part in (None if draft.carried else draft.source, draft.cue, *draft.contents)
        if part is not None
    )
    return min(p.first for p in parts), max(p.last for p in parts)
