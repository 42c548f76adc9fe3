"""Names that are known from elsewhere in the case."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import msgspec

from headwater.lexicon.parties import leaders_named
from headwater.resolve.identity import Identity, identify
from headwater.resolve.party import Party
from headwater.resolve.people import SHORTEST_NAME, after_titles, person_words
from headwater.text.names import fold_name, proper_part

# Words between people and the paper in which they are quoted.
_AMONG = frozenset("in by from of to for at with".split())


def identify_all(
    parties: Sequence[Party], texts: Mapping[str, str] = MappingProxyType({})
) -> tuple[Identity, ...]:
    """Return who the parties may be, in their order.

    A name that is a person's or a publisher's somewhere in the case is theirs everywhere.

    Args:
        parties: Of all documents.
        texts: Text of each document, by id.
    """
    found = [identify(_leader_in_full(party, texts.get(party.document, ""))) for party in parties]
    people = {one.words for one in found if one.key[0] == "person"}
    papers = {
        one.words: one
        for party, one in zip(parties, found, strict=True)
        if party.publishes and one.kind == "media_outlet"
    }
    for at, (party, one) in enumerate(zip(parties, found, strict=True)):
        if one.kind not in {"organization", "government"} or one.body:
            continue
        paper = papers.get(fold_name(proper_part(party.name)))
        if paper and not _told_in(party.name):
            found[at] = paper
        elif one.key[0] == "state" and (
            here := _namesake(party, one, (parties, found), texts.get(party.document, ""))
        ):
            found[at] = here
        elif (words := person_words(party.name)) in people and fold_name(party.name) == words:
            found[at] = Identity(
                kind="person", key=("person", *words), state=one.state, words=words
            )
    return tuple(found)


def _leader_in_full(party: Party, text: str) -> Party:
    """Return a party with the full name of the leader in office whom its text names so too.

    "Mr. Okafor" in a text that has "President Ines Okafor" of the year's leaders is her.
    """
    words = person_words(party.name) if party.kind == "person" else ()
    if len(words) != 1:
        return party
    terms = leaders_named(words[0])
    if not terms:
        return party
    year = int(party.published[1][:4]) if party.published else None
    told = f" {' '.join(fold_name(text))} "
    full = {
        term.name
        for term in terms
        if term.holds(year) and f" {' '.join(fold_name(term.name))} " in told
    }
    return msgspec.structs.replace(party, name=full.pop()) if len(full) == 1 else party


def _told_in(name: str) -> bool:
    """Tell whether a wording speaks of people whom a paper quotes, not of the paper itself."""
    return bool(_AMONG & {word for word in name.split() if word.islower()})


def _stands_in(party: Party, text: str) -> bool:
    """Tell whether a text names a person in full, as another text cites him or her."""
    return " ".join(after_titles(party.name)[-SHORTEST_NAME:]) in text


def _namesake(
    party: Party, one: Identity, case: tuple[Sequence[Party], Sequence[Identity]], text: str
) -> Identity | None:
    """Return the person whom the same text names in full, by a state's bare name, if there is one.

    In a text that names one Ines Jordan, "Jordan said" is her.
    """
    words = fold_name(party.name)
    if len(words) != 1 or party.name not in {one.name, str(one.name).upper()}:
        return None
    here = {
        other.words
        for some, other in zip(*case, strict=True)
        if other.key[0] == "person"
        and other.words[-1:] == words
        and (some.document == party.document or _stands_in(some, text))
    }
    if len(here) != 1:
        return None
    return Identity(kind="person", key=("surname", party.document, *words), words=words)
