"""Make one result of what the trained model and the rules find."""

from collections.abc import Sequence
from typing import Final, Protocol

from headwater.attribute.find.contents import VENUES, has_finite_verb
from headwater.attribute.find.drafts import LIKELY, Draft, Found
from headwater.attribute.find.nouns import kind_of_noun
from headwater.attribute.find.outlets import OutletPlace
from headwater.attribute.find.quotations import find_orphans, join_quotations
from headwater.attribute.find.words import DETERMINERS, Words
from headwater.lexicon.cues import according_phrases, cue_adjectives, cue_nouns, cue_verbs, hearsay
from headwater.model.attribution import CueKind
from headwater.model.span import Span

TELLING: Final = frozenset("say respond reply comment indicate specify mention elaborate identify answer disclose provide explain address return".split())
MODEL: Final = "tagger.v1"
NAME_WORDS: Final = 8  # words of a long name
ADDRESSEE_REACH: Final = 10  # words behind "told" in which the outlet spoken to stands


class Marked(Protocol):
    """What the trained model gives for one attribution; offsets of characters."""

    @property
    def source(self) -> tuple[int, int] | None: ...  # noqa: D102
    @property
    def cue(self) -> tuple[int, int]: ...  # noqa: D102
    @property
    def content(self) -> tuple[tuple[int, int], ...]: ...  # noqa: D102
    @property
    def probability(self) -> float: ...  # noqa: D102


class TagsText(Protocol):
    """The trained model, as this stage sees it."""

    def tag(self, text: str, *, minimum: float = ...) -> tuple[Marked, ...]:
        """Return the outermost attributions of a text."""


def read_marks(words: Words, marks: Sequence[Marked]) -> tuple[Draft, ...]:
    """Return the model's attributions as drafts, in text order."""
    drafts: list[Draft] = []
    for mark in marks:
        contents = tuple(found for part in mark.content if (found := _found(words, part)) is not None)
        cue = _found(words, mark.cue)
        if not contents:
            continue
        source = _whole_names(words, _found(words, mark.source), contents) if mark.source is not None else None
        if source is not None and cue is not None and cue.first < source.last <= cue.last and source.first < cue.first:
            cue = Found(source.last, cue.last) if source.last < cue.last else None
        kind = kind_of_cue(words, cue)
        if words.lower[contents[0].first] == "nothing":
            kind = "silent"
        if _hides_source(words, cue) and not (source is not None and cue is not None and source.first >= cue.last):
            source = None
        contents = _without_addressee(words, cue, contents)
        drafts.append(Draft(source, cue, contents, kind, MODEL, mark.probability, _addressee(words, cue, contents)))
    return tuple(drafts)


def _without_addressee(words: Words, cue: Found | None, contents: tuple[Found, ...]) -> tuple[Found, ...]:
    """Return contents that do not begin with the addressee of "told Lee that ..."."""
    if cue is None or contents[0].first != cue.last:
        return contents
    if not any("A" in reading.frames for reading in cue_verbs().get(words.lower[cue.last - 1], ())):
        return contents
    first, last = contents[0]
    that = next((i for i in range(first + 1, min(last - 1, first + ADDRESSEE_REACH)) if words.lower[i] == "that"), None)
    if that is None or words.lower[first] in {"that", "how", "what", "whether"} or has_finite_verb(words, first, that):
        return contents
    return (Found(that, last), *contents[1:])


def _whole_names(words: Words, source: Found | None, contents: tuple[Found, ...]) -> Found | None:
    """Return a source that cuts no name in two, as far as the contents leave room."""
    if source is None:
        return None
    first, last = source
    for name in words.names_from(words.starts[max(0, first - NAME_WORDS)]):
        start, end = words.within(name.full)
        if start >= last:
            break
        if end > first and (start < first or end > last):
            wider = Found(min(first, start), max(last, end))
            if not any(part.first < wider.last and wider.first < part.last for part in contents):
                first, last = wider
    return Found(first, last)


def _hides_source(words: Words, cue: Found | None) -> bool:
    """Tell whether a cue says that somebody else says so: "is rumored to", "allegedly"."""
    if cue is None:
        return False
    text = words.lower[cue.first : cue.last]
    passive = bool({"is", "are", "was", "were", "been", "be"} & set(text)) and bool(hearsay("rumours") & set(text))
    return passive and "by" not in text or all(word in hearsay("adverbs") or words.is_adverb(cue.first + n) for n, word in enumerate(text))


def _found(words: Words, part: tuple[int, int]) -> Found | None:
    """Return the words that a stretch of characters touches; None if there are none."""
    if part[0] >= part[1]:
        return None
    first, last = words.within(Span(start=part[0], end=part[1]))
    return Found(first, last) if first < last else None


def kind_of_cue(words: Words, cue: Found | None) -> CueKind:
    """Return the kind of a cue by its last word that the lexicon knows."""
    if cue is None:
        return "says"
    text = tuple(words.lower[cue.first : cue.last])
    if any(text[: len(phrase)] == phrase for phrase in according_phrases()):
        return "according"
    if "nothing" in text or _is_yet(text):
        return "silent"
    verbs = cue_verbs()
    light = [word for word in text[1:] if word in cue_nouns() and word not in verbs]
    if light:
        return cue_nouns()[light[-1]].kind
    for index in range(len(text) - 1, -1, -1):
        readings = verbs.get(text[index])
        if readings is not None:
            if _is_silence(text, readings[0].lemma):
                return "declines" if "declin" in " ".join(text) or "refus" in " ".join(text) else "silent"
            return readings[0].kind
    for word in reversed(text):
        if word in hearsay("adverbs") or word in hearsay("participles"):
            return "rumoured"
        if word in cue_nouns():
            return cue_nouns()[word].kind
        if word in cue_adjectives():
            return cue_adjectives()[word].kind
    return "says" if text in {(":",), ("—",), ("-",), ("–",)} else "other"


def _is_silence(text: tuple[str, ...], lemma: str) -> bool:
    """Tell whether a cue says that somebody did not answer."""
    negated = bool({"not", "t", "never"} & set(text))
    refused = bool({"declined", "declines", "declining", "refused", "refuses", "refusing"} & set(text))
    return lemma in TELLING and negated or lemma in TELLING | {"decline"} and refused


def _is_yet(text: tuple[str, ...]) -> bool:
    """Tell whether a cue says that something is still unsaid ("has yet to say")."""
    return "yet" in text and "to" in text


def _addressee(words: Words, cue: Found | None, contents: tuple[Found, ...]) -> Found | None:
    """Return the words right behind "told", up to the content or a mark."""
    if cue is None:
        return None
    verbs = [index for index in range(cue.first, cue.last) if any("A" in r.frames for r in cue_verbs().get(words.lower[index], ()))]
    if not verbs:
        return None
    start = end = verbs[-1] + 1
    starts = {part.first for part in contents}
    while end < words.sentence_end(start - 1) and end - start < ADDRESSEE_REACH and end not in starts and (words.is_word(end) or words.is_inner_mark(end)) and words.lower[end] not in VENUES | {"that"}:
        end += 1
    return Found(start, end) if end > start else None


def merge(
    words: Words, modelled: Sequence[Draft], ruled: Sequence[Draft], outlets: Sequence[OutletPlace] = ()
) -> tuple[Draft, ...]:
    """Return the model's drafts with what only rules can add.

    The model decides the outermost attributions. A rule's draft is kept where it lies inside a
    content (nested), or where the model is silent about all of its words and the rule is exact
    (turns, signed quotations, quotations with a speaker).
    """
    contents = [part for draft in modelled for part in draft.contents]
    exact = [draft for draft in ruled if draft.rule in EXACT]
    merged = [_nearer_source(words, draft, ruled) for draft in modelled if not _same_content(draft, exact)]
    for draft in ruled:
        first, last = _extent(draft)
        nested = any(part.first <= first and last <= part.last for part in contents)
        cited = _names_outlet(words, draft, outlets) and not _overlaps(draft, modelled)
        if nested and _is_link(words, draft) or cited or draft.rule in EXACT or (draft.rule in SURROUND and _adds_link(draft, modelled)):
            merged.append(draft)
    joined = join_quotations(words, [draft for draft in merged if draft.rule != "orphans.v1"])
    return (*joined, *find_orphans(words, joined))


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
        source.first <= place.first and place.last <= source.last
        and all(word in DETERMINERS | {"new", "latest", "recent"} for word in words.lower[source.first : place.first])
        and words.lower[place.last - 1 : source.last][-1:] != [] and _is_paper(words, place.last, source.last)
        for place in outlets
    )


def _is_paper(words: Words, first: int, last: int) -> bool:
    """Tell whether nothing but a noun for a paper or poll stands behind an outlet's name."""
    return first >= last or kind_of_noun(words.lower[last - 1]) in ("report", "dataset") or words.raw[last - 1] in {",", "”", '"'}


def _overlaps(draft: Draft, others: Sequence[Draft]) -> bool:
    """Tell whether a draft shares a word of its source or cue with another draft."""
    mine = [part for part in (draft.source, draft.cue) if part is not None]
    return any(
        part is not None and part.first < own.last and own.first < part.last
        for other in others for part in (other.source, other.cue) for own in mine
    )


def _nearer_source(words: Words, draft: Draft, ruled: Sequence[Draft]) -> Draft:
    """Return a draft whose source stands in another sentence with the source that a rule sees at its cue."""
    if draft.cue is None or draft.source is None or words.sentence[draft.source.first] == words.sentence[draft.cue.first]:
        return draft
    for rule in ruled:
        same = rule.cue is not None and rule.cue.first < draft.cue.last and draft.cue.first < rule.cue.last
        if same and rule.source is not None and not rule.carried and words.sentence[rule.source.first] == words.sentence[draft.cue.first]:
            return draft._replace(source=rule.source)
    return draft


def _is_link(words: Words, draft: Draft) -> bool:
    """Tell whether a draft inside a content is sure enough to be a link of its chain."""
    if draft.rule == "deeds.v1":
        return False
    around = words.depth[draft.cue.first] if draft.cue is not None else 0
    quoted = any(words.depth[i] > around for part in draft.contents for i in range(part.first, part.last))
    return draft.weight >= LIKELY or draft.kind in STRONG or quoted


STRONG: Final = frozenset({"denies", "rejects", "warns", "promises", "asks", "cites", "alleges", "declines", "silent", "rumoured"})
SURROUND: Final = frozenset({"phrases.v1", "examined.v1", "papers.v1"})
EXACT: Final = frozenset({"turns.v1", "signed.v1"})


def _parts(draft: Draft) -> tuple[Found, ...]:
    """Return all ranges of a draft."""
    return tuple(part for part in (draft.source, draft.cue, *draft.contents) if part is not None)


def _extent(draft: Draft) -> tuple[int, int]:
    """Return the first and last word (excluded) of a draft, a carried source left out."""
    parts = tuple(part for part in (None if draft.carried else draft.source, draft.cue, *draft.contents) if part is not None)
    return min(p.first for p in parts), max(p.last for p in parts)
