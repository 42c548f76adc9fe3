"""Kinds of names, settled with the whole document in view."""

import re
from collections.abc import Iterable
from typing import Final

import msgspec

from headwater.lexicon.name_lists import load_names
from headwater.parse.name_drafts import Draft
from headwater.text.tokens import STOP_WORDS

_INITIALS: Final = re.compile(r"^[A-Z]\.$")
_ACRONYM: Final = re.compile(r"^[A-Z][A-Z&]{1,6}s?$")
_PLACE_BEFORE: Final = re.compile(
    r"\b(?:in|near|outside|around|across|from|at|of|to|towards?)\s+(?:the\s+)?$"
)
_NEAR: Final = 16
_LOWER: Final = re.compile(r"\b[a-z][a-z-]+\b")
_MAX_PERSON: Final = 4  # Words, particles and initials apart.


def settle_kinds(
    text: str, drafts: list[Draft], headlines: list[Draft], *, outlet: str | None
) -> list[Draft]:
    """Return all names with their kinds, sorted by place; what is no name is left out."""
    small = frozenset(_LOWER.findall(text))
    drafts = [draft for draft in drafts if _is_name(draft, small, drafts)]
    people = _people(drafts)
    surnames = _surnames(people)
    settled = [_settle(text, draft, people, surnames, outlet) for draft in drafts]
    known = {_plain(draft.words) for draft in settled}
    for draft in headlines:
        settled.extend(_from_headline(draft, known, people, surnames))
    return sorted(settled, key=lambda draft: draft.start)


def _plain(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word.lower() for word in words)


def _is_name(draft: Draft, small: frozenset[str], drafts: list[Draft]) -> bool:
    """Tell a name from a word that has its capital from the start of its sentence."""
    if draft.kind is not None:
        return True
    lists = load_names()
    if len(draft.words) == 1:
        word = draft.words[0]
        lowered = word.lower()
        if lowered in STOP_WORDS or (
            lowered in lists.roles | lists.body_heads and not draft.person
        ):
            return False
        if not draft.certain:
            return _ACRONYM.match(word) is not None or _is_elsewhere(word, lowered, small, drafts)
        return not (lowered in small and lowered in lists.common)
    return True


def _is_elsewhere(word: str, lowered: str, small: frozenset[str], drafts: list[Draft]) -> bool:
    """Tell whether a doubtful word is surely a name at another place of the text."""
    if lowered in small:
        return False
    return any(other.certain and word in other.words for other in drafts)


def _people(drafts: list[Draft]) -> frozenset[tuple[str, ...]]:
    """Return the word tuples that some place of the document marks as a person."""
    lists = load_names()
    found: set[tuple[str, ...]] = set()
    singles = {
        draft.words[0]
        for draft in drafts
        if len(draft.words) == 1 and draft.kind in {None, "person"}
    }
    for draft in drafts:
        if draft.kind == "person" or draft.person:
            found.add(draft.words)
        elif draft.kind is None and len(draft.words) > 1:
            first = draft.words[0].lower()
            given = first in lists.given or (first in lists.weak_given and len(draft.words) == 2)  # noqa: PLR2004
            initials = any(_INITIALS.match(word) for word in draft.words)
            reused = draft.words[-1] in singles
            if (given or initials or reused) and len(draft.words) <= _MAX_PERSON + 2:
                found.add(draft.words)
    return frozenset(found)


def _surnames(people: frozenset[tuple[str, ...]]) -> frozenset[str]:
    """Return the words by which people are named a second time."""
    lists = load_names()
    found: set[str] = set()
    for words in people:
        if len(words) > 1:
            found.add(words[-1])
            if words[0].lower() in lists.given and len(words) == 2:  # noqa: PLR2004 - family name first
                found.add(words[0])
            found.update(words[-2:-1] if words[-2].lower() in lists.particles else ())
    return frozenset(found)


def _settle(
    text: str,
    draft: Draft,
    people: frozenset[tuple[str, ...]],
    surnames: frozenset[str],
    outlet: str | None,
) -> Draft:
    """Give one name its kind."""
    if draft.kind is not None:
        return draft
    if outlet is not None and " ".join(draft.words).lower() == outlet.lower().removeprefix("the "):
        return msgspec.structs.replace(draft, kind="outlet", canonical=outlet)
    if (
        draft.person
        or draft.words in people
        or (len(draft.words) == 1 and draft.words[0] in surnames)
    ):
        return msgspec.structs.replace(draft, kind="person")
    if len(draft.words) == 1 and _ACRONYM.match(draft.words[0]):
        return msgspec.structs.replace(draft, kind="body")
    before = text[max(0, draft.start - _NEAR) : draft.start]
    if len(draft.words) == 1 and re.search(r"\b(?:in|near|outside|across)\s+$", before):
        return msgspec.structs.replace(draft, kind="place")
    return msgspec.structs.replace(draft, kind="other")


def _from_headline(
    draft: Draft,
    known: set[tuple[str, ...]],
    people: frozenset[tuple[str, ...]],
    surnames: frozenset[str],
) -> list[Draft]:
    """Keep from a headline what the gazetteer or the rest of the text knows."""
    if draft.kind is not None and draft.canonical is not None:
        return [draft]
    lowered = _plain(draft.words)
    if lowered in known:
        return [
            msgspec.structs.replace(draft, kind="person" if draft.words in people else draft.kind)
        ]
    if draft.kind == "person" and draft.words[-1] in surnames:
        return [draft]
    return []
