"""Name persons: by name, by several names."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from headwater.attribute.find.classes import DETERMINERS, PREPOSITIONS
from headwater.attribute.find.drafts import Found
from headwater.attribute.find.nouns import Phrase, names_in, nouns_for
from headwater.attribute.find.words import Words
from headwater.attribute.name.speaker import (
    FAMILY,
    Context,
    Speaker,
    affiliation_of,
    after_role,
)
from headwater.lexicon.genders import gender_of
from headwater.model.parse import Name

LISTED_LEAST: Final = 3  # names; two are joined by "and" alone
_NICKNAMED: Final = re.compile(r"[A-Z][\w.’'-]+ [“\"‘'][A-Z][\w ]+[”\"’'] [A-Z][\w’'-]+$")
_INITIALED: Final = re.compile(r"(?:[A-Z]\.\s?)+[A-Z][a-z][\w’'-]+$")
_CHIEF: Final = re.compile(r"\bC\.?[EFOIT]\.?O\.?$")  # "the mill's C.E.O., Lee Roe"
EXAMPLES: Final = frozenset({"including", "like", "such", "and"})
_TRAILING: Final = frozenset(
    {
        "'",
        "’",
        "s",
        ")",
        "jr",
        "sr",
        ".",
        "”",
        '"',
        "himself",
        "herself",
        "alone",
        "both",
        "all",
        "own",
    }
)


def of_person(context: Context, phrase: Phrase) -> Speaker | None:
    """Return a named person, or several joined by "and"; None for anything else."""
    words = context.words
    listed = _listed(words, phrase)
    if listed is not None:
        return Speaker(listed, "person", plural=True, why="named people speak together")
    tail = _behind_comma(words, phrase)
    if tail is not None:
        why = "a named person, what he is before the name"
        speaks = phrase.head in nouns_for("people", "spokes") | nouns_for("people", "leaders")
        belongs = spoken_for(words, phrase) if speaks else None
        return Speaker(fullest_name(words, tail), "person", belongs, why=why)
    names = [name for name in names_in(words, phrase.core) if _is_person(name)]
    ahead = [name for name in names if name.span.end <= words.ends[phrase.head_end - 1]]
    ahead = [*_joined_before(words, ahead, phrase), *ahead]
    if ahead and _ends_phrase(words, ahead[-1], phrase):
        if len(ahead) > 1 and "and" in words.lower[phrase.core.first : phrase.head_end]:
            text = " and ".join(fullest_name(words, name) for name in ahead)
            return Speaker(text, "person", plural=True, why="named people speak together")
        pair = _pair(words, ahead[-1], phrase)
        if pair is not None:
            return Speaker(pair, "person", plural=True, why="two people of one surname")
        belongs = _affiliation(words, ahead[-1], phrase)
        return Speaker(fullest_name(words, ahead[-1]), "person", belongs, why="a named person")
    last = _at_end(words, phrase, names)
    if last is not None:
        bodies = [n for n in names_in(words, phrase.core) if n.kind in {"body", "outlet"}]
        belongs = bodies[0].canonical if bodies else None
        why = "a named person, what he is before the name"
        return Speaker(fullest_name(words, last), "person", belongs, why=why)
    return _behind_role(words, phrase) or _by_surname(context, phrase)


def _behind_comma(words: Words, phrase: Phrase) -> Name | None:
    """Return who is named behind the last comma ("Borg's rival for the seat, Councillor Lee Roe").

    The words before must not name a person themselves, nor end in a name.
    """
    if phrase.aside is None or words.is_capital(phrase.head_end - 1):
        return None
    last = phrase.aside.last
    while last > phrase.aside.first and not words.is_word(last - 1):
        last -= 1
    commas = [i for i in range(phrase.aside.first, last) if words.raw[i] == ","]
    if not commas or commas[-1] + 1 >= last:
        return None
    if not EXAMPLES.isdisjoint(words.lower[phrase.core.first : commas[-1]]):
        return None  # "the town's councillors, including the chair, Lee Roe"
    behind = [n for n in names_in(words, Found(commas[-1] + 1, last)) if n.kind != "people"]
    if len(behind) != 1 or behind[0].kind != "person":
        return None
    place = words.within(behind[0].full)
    bare = place[0] <= commas[-1] + 2 and place[1] == last  # one word may stand before ("Democrat")
    return behind[0] if bare and " " in behind[0].canonical else None


def _is_person(name: Name) -> bool:
    """Tell whether a name is a person's, by its kind or its initials ("H.R. Roe")."""
    return name.kind == "person" or (
        name.kind == "other" and bool(_INITIALED.match(name.canonical))
    )


def _joined_before(words: Words, ahead: Sequence[Name], phrase: Phrase) -> list[Name]:
    """Return the full name of no known sort that "and" joins to a person ("Seema Roe and Lee")."""
    if len(ahead) != 1:
        return []
    first = words.within(ahead[0].full)[0]
    if first - 1 <= phrase.core.first or words.lower[first - 1] != "and":
        return []
    before = names_in(words, Found(phrase.core.first, first - 1))
    sure = before[-1:] and before[-1].kind == "other" and " " in before[-1].canonical
    return [before[-1]] if sure and words.within(before[-1].full)[1] == first - 1 else []


def _pair(words: Words, name: Name, phrase: Phrase) -> str | None:
    """Return "Ben and Ana Roe", two given names with one surname; None for anything else."""
    first = words.within(name.full)[0]
    at = first - 2
    if at != phrase.core.first or words.lower[first - 1] != "and" or " " not in name.canonical:
        return None
    given = words.raw[at]
    return f"{given} and {without_title(name.canonical)}" if gender_of(given) else None


def _listed(words: Words, phrase: Phrase) -> str | None:
    """Return the names of "Mayor Lee Roe, Ana Ruiz and Judge Max Hale"; None if it is no list."""
    last = phrase.aside.last if phrase.aside is not None else phrase.core.last
    whole = Found(phrase.whole.first, max(last, phrase.whole.last))
    names = [name for name in names_in(words, whole) if name.kind == "person"]
    places = [words.within(name.full) for name in names]
    if len(names) < LISTED_LEAST or places[0][0] > whole.first + 1:
        return None
    gaps = [words.raw[left[1] : right[0]] for left, right in pairwise(places)]
    if any(gap not in ([","], ["and"], [",", "and"]) for gap in gaps) or "and" not in gaps[-1]:
        return None
    named = [fullest_name(words, name) for name in names]
    return f"{', '.join(named[:-1])} and {named[-1]}"


def _by_surname(context: Context, phrase: Phrase) -> Speaker | None:
    """Return a person by a nickname in quotation marks, or by a surname that only one bears."""
    words = context.words
    text = words.words(*phrase.core).strip(", ")
    nicknamed = _NICKNAMED.search(text)
    if nicknamed is not None:
        return Speaker(nicknamed.group(), "person", why="a name with a nickname in it")
    if " " in text or not words.is_capital(phrase.core.first):
        return None
    full = {n.canonical for n in words.parse.names if n.kind == "person" and " " in n.canonical}
    full |= {k.name for k in context.memory if k.kind == "person" and not k.plural}
    bearers = sorted(name for name in full if name.split()[-1] == text and name != text)
    why = "the only one of that surname in the text"
    return Speaker(without_title(bearers[0]), "person", why=why) if len(bearers) == 1 else None


def _at_end(words: Words, phrase: Phrase, names: Sequence[Name]) -> Name | None:
    """Return the person whose name ends "the guild of millers chairman Lee Roe"."""
    if not names or words.within(names[-1].span)[1] != phrase.core.last:
        return None
    first = words.within(names[-1].span)[0]
    before = words.lower[first - 1] if first > phrase.core.first else ""
    linked = PREPOSITIONS | DETERMINERS | {"", "s", "and", "or"}
    return None if before in linked or not before.isalpha() else names[-1]


def _behind_role(words: Words, phrase: Phrase) -> Speaker | None:
    """Return the person whose name follows a role ("A spokesman for the mine, Lee Roe")."""
    if phrase.aside is None:
        return None
    chief = _CHIEF.search(words.words(*phrase.core))
    if words.is_capital(phrase.head_end - 1) and chief is None:
        return None
    behind = [name for name in names_in(words, phrase.aside) if _is_person(name)]
    if not behind or words.within(behind[0].full)[0] > phrase.aside.first + 1:
        return None
    why = "a named person, the role before the name"
    return Speaker(behind[0].canonical, "person", spoken_for(words, phrase), why=why)


def fullest_name(words: Words, name: Name) -> str:
    """Return a person's fullest name; a surname of several goes to the one named most, or first.

    Who stands behind the bare surname in one sentence is somebody else ("Roe and Ann Roe").
    """
    plain = without_title(name.canonical)
    if " " in plain or name.canonical == plain:  # the parse found nobody else to be meant
        return plain
    full = [(n, without_title(n.canonical)) for n in words.parse.names if n.kind == "person"]
    apart = {
        text
        for (one, bare), (other, text) in pairwise(full)
        if bare == plain
        and words.sentence[words.within(one.span)[0]] == words.sentence[words.within(other.span)[0]]
    }
    fuller = (text for _, text in full if text.endswith(f" {plain}") and text not in apart)
    counts = Counter(text for text in fuller if " " in text)  # in text order
    return max(counts, key=lambda text: counts[text]) if counts else plain


def without_title(name: str) -> str:
    """Return a name without titles that were taken for a part of it ("Candidate Roe")."""
    words = re.sub(r"^Secretary of \w+ (?=\w)", "", name).split()
    titles = nouns_for("people", "leaders") | nouns_for("people", "title_words")
    while len(words) > 1 and words[0].lower().rstrip(".") in titles:
        words.pop(0)
    return " ".join(words)


def _ends_phrase(words: Words, name: Name, phrase: Phrase) -> bool:
    """Tell whether a name is the head of its noun phrase, possessive mark left aside."""
    last = words.within(name.span)[1]
    return all(word in _TRAILING for word in words.lower[last : phrase.head_end])


def _affiliation(words: Words, name: Name, phrase: Phrase) -> str | None:
    """Return what a person belongs to, by the title before or the apposition behind the name."""
    by_role = affiliation_of(name.role)
    if by_role is not None or phrase.aside is None:
        return by_role
    return after_role(words.words(*phrase.aside))


def spoken_for(words: Words, phrase: Phrase) -> str | None:
    """Return the body that a spokesman speaks for."""
    if phrase.head in FAMILY:
        return None
    found = after_role(words.words(*phrase.core))
    if found is not None:
        return found
    start = words.starts[phrase.core.first]
    return affiliation_of(words.text[start : words.starts[phrase.head_end - 1]])
