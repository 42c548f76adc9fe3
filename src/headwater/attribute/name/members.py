"""Name a group by those of its people that the text names: "critics, including Lee Roe"."""

from typing import Final

from headwater.attribute.find.drafts import Found
from headwater.attribute.find.nouns import Phrase, names_people, nouns_for
from headwater.attribute.find.words import Words
from headwater.attribute.name.people import fullest_name
from headwater.attribute.name.speaker import Context, Speaker, affiliation_of
from headwater.model.parse import Name

TITLE_REACH: Final = 8  # words of titles before a member's name
OPENERS: Final = (("including",), ("among", "them"), ("such", "as"), ("notably",), ("like",))
RULE: Final = "speakers.members.v1"


def of_members(context: Context, source: Found, phrase: Phrase) -> Speaker | None:
    """Return the named people of a group without a name; None if the text names none of them."""
    words = context.words
    if not _is_crowd(words, phrase):
        return None
    opening = _opening(words, phrase.head_end, source)
    names = _names_from(words, opening) if opening is not None else ()
    if not names:
        return None
    shown = [fullest_name(words, name) for name in names]
    text = ", ".join(shown[:-1]) + " and " + shown[-1] if len(shown) > 1 else shown[0]
    belongs = affiliation_of(names[0].role) if len(names) == 1 else None
    why = "the people of the group that the text names"
    return Speaker(text, "person", belongs, plural=len(shown) > 1, rule=RULE, why=why)


def _is_crowd(words: Words, phrase: Phrase) -> bool:
    """Tell whether a phrase is a plural noun for people, or a number of them."""
    if words.is_capital(phrase.head_end - 1) and not phrase.head.endswith("s"):
        return False
    within = words.lower[phrase.core.first : phrase.core.last]
    crowds = nouns_for("people", "crowds")
    counted = phrase.head in crowds and "of" in within
    return counted or (
        phrase.head.endswith("s")
        and (
            names_people(phrase.head[:-1])
            or any(
                phrase.head in nouns_for("people", key)
                for key in ("always", "formula", "government")
            )
        )
    )


def _opening(words: Words, start: int, source: Found) -> int | None:
    """Return the word behind "including" that follows a group's noun within its sentence."""
    end = words.sentence_end(source.first)
    for index in range(start, min(end, source.last + 2)):
        for opener in OPENERS:
            behind = index + len(opener)
            if tuple(words.lower[index:behind]) == opener:
                return behind
    return None


def _names_from(words: Words, first: int) -> tuple[Name, ...]:
    """Return the people named one after the other from a word on."""
    end = words.sentence_end(first - 1)
    found: list[Name] = []
    at = first
    for name in words.names_from(words.starts[first]) if first < end else ():
        start, last = words.within(name.full)
        if start >= end or start - at > TITLE_REACH or _has_verb(words, at, start):
            break
        if not _is_person(name):
            if start > at and not found:
                continue
            break
        found.append(name)
        at = last
    return tuple(found)


def _is_person(name: Name) -> bool:
    """Tell whether a name is a person's, as a full name of no other sort is in a list of people."""
    return name.kind == "person" or (name.kind == "other" and " " in name.canonical)


def _has_verb(words: Words, first: int, last: int) -> bool:
    """Tell whether a clause goes on between two names."""
    return any(words.is_finite_verb(index) for index in range(first, last))
