"""The kind of a source, corrected by what its name says."""

from typing import Final

from headwater.lexicon.factions import is_faction
from headwater.lexicon.name_lists import load_names
from headwater.lexicon.parties import (
    find_body,
    find_outlet,
    is_public,
    leaders_named,
    state_in,
    states_in,
)
from headwater.model.attribution import SourceKind
from headwater.resolve.home import single_state
from headwater.resolve.party import Party
from headwater.resolve.people import FIRM_WORDS, SHORTEST_NAME, TITLES, after_titles
from headwater.text.names import fold_name, is_role, named_part

# Common nouns that head the name of a work; with a capital they may be part of a body's name
# ("Geological Survey").
_WORKS: Final[dict[str, SourceKind]] = {
    **dict.fromkeys(
        "report investigation study analysis assessment review memo memorandum letter audit "
        "survey document transcript summary outline testimony guidelines complaint lawsuit suit "
        "affidavit indictment filing communique law accord agreement".split(), "report",
    ),
    **dict.fromkeys("footage video videos photo photos photograph image images".split(), "visual"),
    **dict.fromkeys("data statistics records poll polls polling".split(), "dataset"),
}  # fmt: skip
# Words that close the head of a noun phrase: prepositions, relatives, participles of works.
_CLOSE = frozenset(
    "of by from for in on at to that which who with about under outside inside during within into "
    "obtained released prepared issued broadcast published conducted led titled compiled posted "
    "aired commissioned produced written filed shot taken provided submitted detailing describing "
    "outlining summarizing".split()
)
_COPY = ("copy", "draft", "copies", "excerpt", "excerpts")
# Words that name nobody: what is left if a text's source is a pronoun or a stray article.
_NOBODY = frozenset(
    "the a an of who that this these those it he she they we i his her their its our your my "
    "there here what which one".split()
)
_SPEAKERS = frozenset("spokesperson spokesman spokeswoman".split())
_ROLES = frozenset("superintendent sheriff elect speaker spokesperson envoy".split())
LONGEST_NAME: Final = 4  # words of a person's name


def settle_kind(party: Party) -> SourceKind:
    """Return the kind of a party: the one given, unless its name says otherwise."""
    if party.publishes and is_public(party.name) and not find_outlet(party.name):
        return "government"
    if party.kind == "anonymous":
        return _unveil(party)
    if party.kind == "person" and "." in party.name and _only_state(party.name):
        return "government"
    if party.kind not in {"organization", "government"}:
        return party.kind
    return _settle_body(party)


def _settle_body(party: Party) -> SourceKind:
    """Return the kind of what was taken for a body."""
    if not party.publishes and set(fold_name(party.name)) <= _NOBODY:
        return "unattributed"
    if is_faction(party.name):
        return "organization"
    if find_body(party.name):
        return party.kind
    if _based_outlet(party.name):
        return "media_outlet"
    head = head_noun(party.name)
    if head in _WORKS:
        return _WORKS[head]
    return "person" if _names_person(party, head) else party.kind


def _only_state(name: str) -> bool:
    """Tell whether a name is one state's ("N. Korea"); "Chad Holland" is a person's."""
    return single_state(name) and len(states_in(name)) == 1


def _unveil(party: Party) -> SourceKind:
    """Return the kind of what was taken for hidden people: a work, or a role with its name.

    "the mayor's adviser, Ines Okafor" is a person with a name.
    """
    head = head_noun(party.name)
    if head in _WORKS:
        return _WORKS[head]
    own = named_part(party.name).split()
    role = is_role(party.name.partition(",")[0]) and len(own) < len(party.name.split())
    given = SHORTEST_NAME <= len(own) <= LONGEST_NAME and own[0].casefold() in load_names().given
    return "person" if role and given and " and " not in party.name else "anonymous"


def _based_outlet(name: str) -> bool:
    """Tell whether a name is an outlet's with its place or sort ("the Oslo-based X agency")."""
    words = name.split()
    kept = words[1:] if words and words[0].casefold().endswith("-based") else words
    kept = kept[:-1] if len(kept) > 1 and kept[-1] == "agency" else kept
    return kept != words and find_outlet(" ".join(kept)) is not None


def head_noun(name: str) -> str:
    """Return the last word of a wording's first noun phrase, as it is written.

    "a draft copy of the report by the panel" gives "report".
    """
    words = name.split()
    if words[:2] == ["according", "to"]:
        words = words[2:]
    end = next((at for at, word in enumerate(words) if word.casefold() in _CLOSE), len(words))
    if end and end < len(words) and words[end - 1].casefold() in _COPY:
        return head_noun(" ".join(words[end + 1 :]))
    return words[end - 1].strip("“”\"',.") if end else ""


def _names_person(party: Party, head: str) -> bool:
    """Tell whether the name of a body is a person's, or that of an office with one holder."""
    if titled(party) or leaders_named_in_full(party.name):
        return True
    speaks = "".join(fold_name(head)[-1:]) in _SPEAKERS
    if speaks and head[:1].islower():
        return True
    if party.kind != "government" or " and " in party.name or single_state(party.name):
        return False
    if head[:1].islower() and "".join(fold_name(head)[-1:]) in (TITLES | _ROLES) - FIRM_WORDS:
        return True
    words = named_part(party.name).split()
    proper = SHORTEST_NAME <= len(words) <= LONGEST_NAME and all(w[:1].isupper() for w in words)
    return proper and words[0].casefold() in load_names().given


def titled(party: Party) -> bool:
    """Tell whether a name is a title and two capitalised words."""
    kept = after_titles(party.name)
    before = named_part(party.name).split()[: -len(kept)]
    title = any("".join(fold_name(word)) in TITLES - FIRM_WORDS for word in before)
    named = len(kept) > 1 and all(word[:1].isupper() for word in kept)
    return title and named and not state_in(" ".join(kept)) and not find_body(party.name)


def leaders_named_in_full(name: str) -> bool:
    """Tell whether a name is the full name of a leader of the lexicon."""
    words = fold_name(name)
    return len(words) > 1 and bool(leaders_named(" ".join(words)))
