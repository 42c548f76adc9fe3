"""States that no lexicon knows, told by the public offices that the case says they have."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from headwater.lexicon.parties import is_public
from headwater.resolve.compare import akin
from headwater.resolve.home import GOVERNMENT
from headwater.resolve.identity import Identity
from headwater.resolve.party import Party
from headwater.text.names import fold_name

# "Veldania's Ministry of Trade", "the Ministry of Trade of Veldania".
_FRONT: Final = re.compile(r"^(?:[Tt]he )?([A-Z]\w+)(?:['’]s|['’])\s")
_BACK: Final = re.compile(r"\bof ([A-Z]\w+)$")
Found = tuple[Identity, ...]


def place_in_lands(parties: Sequence[Party], identities: Sequence[Identity]) -> Found:
    """Return the identities with those of unknown states told: governments, offices, their people.

    A one-word name is a state's if the case gives it a ministry, and cites it by itself too.
    """
    lands = _find_lands(parties, identities)
    if not lands:
        return tuple(identities)
    return tuple(
        _place(party, identity, lands) for party, identity in zip(parties, identities, strict=True)
    )


def _find_lands(parties: Sequence[Party], identities: Sequence[Identity]) -> dict[str, str]:
    """Return the names of states by their folded word."""
    owners = {
        word
        for party, identity in zip(parties, identities, strict=True)
        if identity.key[0] == "office" and identity.state is None
        for found in (_FRONT.search(party.name), _BACK.search(party.name))
        if found
        for word in fold_name(found[1])
    }
    bare = {
        words[0]: party.name
        for party, identity in zip(parties, identities, strict=True)
        if identity.kind in {"organization", "government"} and identity.state is None
        and identity.key[0] in {"body", "office"} and identity.body is None
        and len(words := fold_name(party.name)) == 1 and party.name[:1].isupper()
    }  # fmt: skip
    return {word: name for word, name in sorted(bare.items()) if word in owners}


def _place(party: Party, identity: Identity, lands: Mapping[str, str]) -> Identity:
    """Return an identity with its state, if that is one of the lands."""
    if identity.state is not None or identity.body is not None:
        return identity
    match identity.key[0]:
        case "body" | "office":
            return _place_office(party, identity, lands)
        case "person" | "surname" | "role":
            offices = [t for t in (*party.titles, party.affiliation or "") if is_public(t)]
            land = _land_in(" ".join((*offices, party.affiliation or "")), lands)
        case "anonymous":
            land = _land_in(party.name, lands)
        case _:
            return identity
    return msgspec.structs.replace(identity, state=lands[land]) if land else identity


def _place_office(party: Party, identity: Identity, lands: Mapping[str, str]) -> Identity:
    """Return a government or an office of a land; firms and others stay as they are."""
    land = _land_in(party.name, lands)
    if land is None:
        return identity
    name = lands[land]
    rest = {word for word in identity.words if not akin(word, land)}
    if not rest - GOVERNMENT:
        return Identity(kind="government", key=("state", name), state=name, name=name)
    if identity.key[0] != "office":
        return identity
    words = tuple(sorted(rest))
    return msgspec.structs.replace(identity, key=("office", name, *words), state=name, words=words)


def _land_in(wording: str, lands: Mapping[str, str]) -> str | None:
    """Return the land that a wording names, also by an adjective."""
    words = fold_name(wording)
    return next((land for land in lands if any(akin(word, land) for word in words)), None)
