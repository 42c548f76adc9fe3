"""Kinds of names, settled with the whole document in view."""

import re
from typing import Final

import msgspec

from headwater.lexicon.name_lists import load_names
from headwater.lexicon.verbs import verb_forms
from headwater.model.base import Record
from headwater.parse.names.drafts import Draft, family_name
from headwater.parse.names.gazetteer import find_known
from headwater.parse.names.words import Word
from headwater.text.date_setting import MONTHS
from headwater.text.tokens import STOP_WORDS

_INITIAL: Final = re.compile(r"^[A-Z]\.$")
_ACRONYM: Final = re.compile(r"^(?:[A-Z][A-Z&]{1,6}s?|(?:[A-Z]\.){3,})$")
_PLACE_BEFORE: Final = re.compile(r"\b(?:in|near|outside|across)\s+$")
_ARTICLE: Final = re.compile(r"\b[Tt]he\s$")
_ADJECTIVE: Final = re.compile(r"(?:ic|ist|ian|ish|ese|al)s?$")
_NEAR: Final = 16
_LOWER: Final = re.compile(r"\b[a-z][a-z-]+\b")
_MAX_PERSON: Final = 6  # Words, particles and initials among them.
Words = tuple[str, ...]


class _Survey(Record, frozen=True, kw_only=True):
    """What the whole document tells about its names.

    Attributes:
        small: Words that it also writes in small letters.
        people: Names that some place marks as a person's.
        surnames: Words by which these people are named a second time.
        tails: Last two words of longer names of people.
        outlets: Last words of outlets' names ("Times").
        outlet: The document's own outlet, in lower case without article.
    """

    small: frozenset[str]
    people: frozenset[Words]
    surnames: frozenset[str]
    tails: frozenset[Words]
    outlets: frozenset[str]
    outlet: str


def settle_kinds(
    text: str, drafts: list[Draft], headlines: list[list[Word]], *, outlet: str | None
) -> list[Draft]:
    """Return all names with their kinds, sorted by place; what is no name is left out.

    Args:
        text: The document's text.
        drafts: Names of plain sentences.
        headlines: Words of headlines; only names that something else knows are found in them.
        outlet: The document's own outlet.
    """
    small = frozenset(_LOWER.findall(text))
    sure = _sure_words(drafts)
    drafts = [draft for draft in drafts if _is_name(draft, small, sure)]
    people = _people(drafts, small)
    survey = _Survey(
        small=small,
        people=people,
        surnames=_surnames(people),
        tails=frozenset(words[-2:] for words in people if len(words) > 2),  # noqa: PLR2004
        outlets=frozenset(d.words[-1] for d in drafts if d.kind == "outlet" and len(d.words) > 1),
        outlet=(outlet or "").lower().removeprefix("the "),
    )
    settled = [_settle(text, draft, survey, outlet) for draft in drafts]
    known = {tuple(word.lower() for word in draft.words): draft for draft in settled}
    for words in headlines:
        settled.extend(_from_headline(words, known, survey))
    return sorted(settled, key=lambda draft: draft.start)


def _sure_words(drafts: list[Draft]) -> frozenset[str]:
    """Return words that stand in names whose capital does not come from a sentence's start."""
    lists = load_names()
    certain = [draft.words for draft in drafts if draft.certain]
    found = {words[-1] for words in certain} | {family_name(words) for words in certain}
    found |= {d.words[0] for d in drafts if len(d.words) > 1 and d.words[0].lower() in lists.given}
    return frozenset(found)


def _is_name(draft: Draft, small: frozenset[str], sure: frozenset[str]) -> bool:
    """Tell a name from a word that has its capital from the start of its sentence."""
    if draft.kind is not None or len(draft.words) > 1:
        return True
    lists = load_names()
    word, lowered = draft.words[0], draft.words[0].lower()
    if lowered in STOP_WORDS or lowered in MONTHS:
        return False
    if lowered in lists.roles | lists.body_heads | lists.common and not draft.person:
        return False
    if draft.certain or _ACRONYM.match(word):
        return True
    return lowered in lists.leaders or (lowered not in small and word in sure)


def _people(drafts: list[Draft], small: frozenset[str]) -> frozenset[Words]:
    """Return the names that some place of the document marks as a person's."""
    unknown = [draft for draft in drafts if draft.kind in {None, "person"}]
    lists = load_names()
    singles = {draft.words[0] for draft in unknown if len(draft.words) == 1}
    return frozenset(
        draft.words
        for draft in unknown
        if draft.kind == "person"
        or (draft.person and draft.words[-1].lower() not in lists.no_person)
        or _reads_as_person(draft.words, singles, small)
    )


def _reads_as_person(words: Words, singles: set[str], small: frozenset[str]) -> bool:
    """Tell a person by a given name, an initial, or a last word that is used alone again."""
    lists = load_names()
    if not 1 < len(words) <= _MAX_PERSON:
        return False
    first, last = words[0].lower(), words[-1].lower()
    if last in lists.roles | lists.body_heads | lists.place_heads:
        return False
    if last in lists.common and (first not in lists.given or len(words) > 2):  # noqa: PLR2004
        return False
    if any(_INITIAL.match(word) for word in words[:-1]) or first in lists.given:
        return True
    family = family_name(words)
    if last in small or first in lists.common or words[0] in lists.no_person:
        return False
    if family.lower() in lists.leaders:
        return len(words) == 2 and first not in verb_forms() and "’" not in first  # noqa: PLR2004
    if first in lists.weak_given and len(words) == 2 and (first,) not in lists.gazetteer:  # noqa: PLR2004
        return True
    return family in singles and (first not in small or first in lists.weak_given)


def _surnames(people: frozenset[Words]) -> frozenset[str]:
    """Return the words by which people are named a second time."""
    lists = load_names()
    found: set[str] = set()
    for words in people:
        if len(words) > 1:
            found.add(family_name(words))
            if words[0].lower() in lists.given:  # First name, or a family name that stands first.
                found.add(words[0])
            if words[-2].lower() in lists.particles:
                found.add(words[-2])
    return frozenset(found)


def _settle(text: str, draft: Draft, survey: _Survey, outlet: str | None) -> Draft:
    """Give one name its kind."""
    if draft.kind is not None:
        return draft
    if survey.outlet and " ".join(draft.words).lower() == survey.outlet:
        return msgspec.structs.replace(draft, kind="outlet", canonical=outlet)
    if _is_person(draft, survey):
        return msgspec.structs.replace(draft, kind="person")
    if len(draft.words) > 1:
        return msgspec.structs.replace(draft, kind="other")
    if _ACRONYM.match(draft.words[0]):
        return msgspec.structs.replace(draft, kind="body")
    before = text[max(0, draft.start - _NEAR) : draft.start]
    if draft.words[0] in survey.outlets and _ARTICLE.search(before):
        return msgspec.structs.replace(draft, kind="outlet")
    adjective = _ADJECTIVE.search(draft.words[0]) is not None
    is_place = _PLACE_BEFORE.search(before) is not None and not adjective
    return msgspec.structs.replace(draft, kind="place" if is_place else "other")


def _is_person(draft: Draft, survey: _Survey) -> bool:
    """Tell whether a name of unknown kind is a person's."""
    if draft.words in survey.people or draft.words in survey.tails:
        return True
    if len(draft.words) > 1:
        return False
    word = draft.words[0]
    return word in survey.surnames or word.lower() in load_names().leaders


def _from_headline(words: list[Word], known: dict[Words, Draft], survey: _Survey) -> list[Draft]:
    """Find in a headline what the gazetteer or the rest of the text knows."""
    found: list[Draft] = []
    index = 0
    while index < len(words):
        match = None
        if words[index].capital:
            match = _known_at(words, index, known, survey) or _given_at(words, index, survey)
        if match is not None:
            found.append(match[0])
        index += match[1] if match is not None else 1
    return found


def _given_at(words: list[Word], index: int, survey: _Survey) -> tuple[Draft, int] | None:
    """Return a person of a headline told by a given name: "Howard Dean Tells Voters"."""
    lists = load_names()
    if index + 1 >= len(words) or words[index].lower not in lists.given:
        return None
    last = words[index + 1]
    small = last.lower in survey.small or last.lower in STOP_WORDS | lists.no_person
    if not (last.capital and last.joined) or small or last.lower in verb_forms():
        return None
    start, end = words[index].start, last.end
    texts = (words[index].text, last.text)
    return Draft(start=start, end=end, full=start, words=texts, kind="person"), 2


def _known_at(
    words: list[Word], index: int, known: dict[Words, Draft], survey: _Survey
) -> tuple[Draft, int] | None:
    """Return the longest known name that begins at a word of a headline, and its length."""
    for stop in range(min(len(words), index + _MAX_PERSON), index, -1):
        texts = tuple(word.text for word in words[index:stop])
        like = known.get(tuple(text.lower() for text in texts))
        entry = find_known(words, index, stop)
        kind = like.kind if like is not None else None
        if entry is not None:
            kind = entry.kind
        elif stop == index + 1 and texts[0] in survey.surnames:
            kind = "person"
        elif kind in {None, "other"} or (stop == index + 1 and texts[0].lower() in survey.small):
            continue
        canonical = entry.canonical if entry is not None else None
        start = words[index].start
        draft = Draft(
            start=start,
            end=words[stop - 1].end,
            full=start,
            words=texts,
            kind=kind,
            canonical=canonical,
        )
        return draft, stop - index
    return None
