"""Names of bodies without what is said of them beside the name."""

import re
from typing import Final

import msgspec

from headwater.lexicon.parties import is_public
from headwater.resolve.party import Party

# What stands before a body's name and is no part of it.
_SAID_OF: Final = re.compile(
    r"^(?:(?:non|bi)-?partisan|independent|[a-z]+-leaning|(?:[A-Z]\w+ )?\w+-based)\s+(?=[A-Z])"
)


def bare(party: Party) -> Party:
    """Return a body without what is said of it: "left-leaning Lund Fund", "Oslo-based".

    Where a body is based is not for whom it speaks.
    """
    if party.kind not in {"organization", "government"} or party.publishes:
        return party
    name = _SAID_OF.sub("", party.name)
    if name == party.name or "-based" not in party.name or is_public(name):
        return msgspec.structs.replace(party, name=name)
    return msgspec.structs.replace(party, name=name, kind="organization", affiliation=None)
