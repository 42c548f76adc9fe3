"""Second names and acronyms, led back to the longest form in the document."""

import re
from collections import Counter, defaultdict
from itertools import pairwise
from typing import Final

from headwater.lexicon.genders import gender_of, gender_of_title
from headwater.lexicon.name_lists import load_names
from headwater.lexicon.parties import leaders_named
from headwater.parse.names.drafts import SUFFIXES, Draft, family_name
from headwater.text.normal import squeeze

_BRACKET: Final = re.compile(r"\s*\((?:the\s+)?[\"“]?(?P<short>[A-Z][A-Za-z&.-]{1,9})[\"”]?\)")
_SMALL: Final = frozenset({"of", "the", "for", "and", "on", "in", "de", "la", "&"})
_FAMILY_FIRST: Final = 3  # Words: names with the family name first are no longer.
_TITLE_REACH: Final = 6  # Characters before a name in which "Mr." or "Mrs." stands.
_SENTENCE_END: Final = re.compile(r"[.!?;:][\"”’]?\s|\n")
_HEADS: Final = frozenset({"president", "chancellor"})
Words = tuple[str, ...]


def find_canonical(text: str, drafts: list[Draft]) -> list[str]:
    """Return for each name its longest form in the document, in the same order.

    Several full names that fit one second name: the nearest before it has it, else the first
    after it, and keeps it if it stands alone, unless a later one is named more often in full; but
    "Mr. Roe" is no Anna Roe, and a family name alone stays with the president whom
    the text calls by it. A part of a body's name that fits several bodies keeps its own form.
    """
    shorts = _brackets(text, drafts)
    people = _People(text, drafts)
    bodies = _Bodies(drafts)
    found: list[str] = []
    for index, draft in enumerate(drafts):
        own = squeeze(text[draft.start : draft.end])
        if draft.canonical is not None:
            found.append(draft.canonical)
        elif draft.kind == "person":
            found.append(people.full_name(index, draft) or own)
        else:
            found.append(shorts.get(own) or bodies.long_form(draft) or own)
    return found


def _brackets(text: str, drafts: list[Draft]) -> dict[str, str]:
    """Return acronyms that the text explains: "Office of X (OX)"."""
    found: dict[str, str] = {}
    for draft in drafts:
        match = _BRACKET.match(text, draft.end)
        if match is None or len(draft.words) < 2:  # noqa: PLR2004 - one word has no acronym
            continue
        letters = {word[0].upper() for word in draft.words if word.lower() not in _SMALL}
        if match["short"][0] in letters:
            own = draft.canonical or squeeze(text[draft.start : draft.end])
            found.setdefault(match["short"], own)
    return found


class _People:
    """Full names of people by the words that stand for them, with their places in the text."""

    def __init__(self, text: str, drafts: list[Draft]) -> None:
        self._text = text
        self._by_word: dict[str, list[tuple[int, Words]]] = defaultdict(list)
        self._heads = frozenset(
            family_name(draft.words) for draft in drafts if _is_head_of_state(draft)
        )
        for index, draft in enumerate(drafts):
            if draft.kind == "person" and len(draft.words) > 1:
                family = family_name(draft.words)
                for word in dict.fromkeys((draft.words[0], draft.words[-1], family)):
                    self._by_word[word].append((index, draft.words))
        self._borne: dict[str, Words] = {}
        self._beside = frozenset(
            (one.words, other.words)
            for one, other in pairwise(drafts)
            if one.words == other.words[-1:]
            and not _SENTENCE_END.search(text[one.end : other.start])
        )

    def full_name(self, index: int, draft: Draft) -> str | None:
        """Return the full name that a name at this place stands for, None if there is none."""
        before = self._text[max(0, draft.start - _TITLE_REACH) : draft.start]
        gender = gender_of_title(before)
        chosen = self._nearest(index, draft.words, gender)
        if chosen is None:
            return None
        if len(draft.words) == 1 and gender is None:
            chosen = self._called(draft.words[0], chosen)
        longer = self._nearest(index, chosen, None)
        return " ".join(longer or chosen)

    def _called(self, word: str, nearest: Words) -> Words:
        """Return whom a text calls by one word: whom it called so first.

        A relative who is named later goes by the full name, unless the text names him more often.
        """
        first = self._borne.setdefault(word, nearest)
        named = Counter(other for _, other in self._by_word[word])
        return nearest if named[nearest] > named[first] else first

    def _nearest(self, index: int, words: Words, gender: str | None) -> Words | None:
        """Return the longer name nearest before, else the first one after.

        The one with "Jr." only if no other has the name. A president's family name without a
        title, or with "Mr." or "Ms.", is never led to a relative of the other sex; nor is a name
        to one that stands behind it in a sentence ("Roe and Ann Roe"), unless a title tells so.
        """
        fits = [
            (place, other)
            for place, other in self._by_word.get(words[-1], ())
            if len(other) > len(words) and _is_short_for(words, other)
        ]
        plain = [one for one in fits if one[1][-1].lower() not in SUFFIXES] or fits
        if len(words) == 1 and words[0] in self._heads and gender != "f":
            own = [one for one in plain if _is_leader(one[1])]
            plain = own or [one for one in plain if _may_be_leader(one[1])]
        apart = [one for one in plain if (words, one[1]) not in self._beside]
        plain = apart if gender is None else apart or plain
        if gender is not None:
            plain = [one for one in plain if gender_of(one[1][0]) in {gender, None}]
        before = [other for place, other in plain if place <= index]
        return before[-1] if before else next((other for _, other in plain), None)


def _is_head_of_state(draft: Draft) -> bool:
    """Tell whether a draft names a leader, with the office: "President Roe"."""
    if draft.kind != "person" or not leaders_named(family_name(draft.words)):
        return False
    return not _HEADS.isdisjoint((draft.role or "").lower().split()[:1])


def _is_leader(words: Words) -> bool:
    """Tell whether a full name is that of a leader, a second given name or initial aside."""
    return any(leader.name.split()[0] == words[0] for leader in leaders_named(family_name(words)))


def _may_be_leader(words: Words) -> bool:
    """Tell whether a full name can be a leader's: its given name is not of the other sex."""
    leaders = leaders_named(family_name(words))
    sexes = {gender_of(leader.name.split()[0]) for leader in leaders}
    return gender_of(words[0]) in sexes | {None}


def _is_short_for(short: Words, full: Words) -> bool:
    """Tell whether a name is a part of a fuller one that people use alone."""
    if short == full[-len(short) :]:
        return True
    if len(short) == 1:
        if short[0] == family_name(full):
            return True
        fits = full[0] == short[0] and len(full) <= _FAMILY_FIRST
        return fits and full[0].lower() in load_names().given
    return short[0] == full[0] and short[-1] == full[-1]


class _Bodies:
    """Names of several words by their last word and by their initials."""

    def __init__(self, drafts: list[Draft]) -> None:
        self._by_key: dict[tuple[str, str], dict[Words, Draft]] = defaultdict(dict)
        for draft in drafts:
            if draft.kind != "person" and len(draft.words) > 1:
                for key in (draft.words[-1], f"({_initials(draft.words)})"):
                    self._by_key[draft.kind or "", key].setdefault(draft.words, draft)

    def long_form(self, draft: Draft) -> str | None:
        """Return the one longer name that this is the acronym or the last part of."""
        words = draft.words
        fits = {
            other: longer
            for other, longer in self._by_key.get((draft.kind or "", words[-1]), {}).items()
            if len(other) > len(words) and other[-len(words) :] == words
        }
        if len(words) == 1 and words[0].isupper():
            letters = words[0].replace(".", "")
            for kind in sorted({draft.kind or "", "outlet"}):
                fits |= self._by_key.get((kind, f"({letters})"), {})
        if len(fits) != 1:
            return None
        name, longer = next(iter(fits.items()))
        return longer.canonical or " ".join(name)


def _initials(words: Words) -> str:
    return "".join(word[0] for word in words if word.lower() not in _SMALL).upper()
