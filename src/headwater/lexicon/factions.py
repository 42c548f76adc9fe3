"""Political parties and their committees, told by their names."""

from typing import Final

from headwater.lexicon.parties import find_body, states_in
from headwater.text.names import fold_name

# Words of political parties, by stems: who shares one may belong together.
_FACTIONS: Final = (
    "democrat", "republican", "labour", "conservative", "liberal", "socialist", "tory",
    "tories", "communist", "nationalist",
)  # fmt: skip


def is_faction(name: str) -> bool:
    """Tell whether a name is that of a political party or of a party's committee.

    Parties that carry their state's name may rule it, so they are left to other rules.
    """
    body = find_body(name)
    if body:
        return body.kind == "party"
    words = fold_name(name)
    committee = words[-1:] == ("committee",) and bool(factions_in(name))
    named = words[-1:] == ("party",) and len(words) > 1
    return (named or committee) and not states_in(name)


def factions_in(name: str) -> frozenset[str]:
    """Return the parties whose words stand in a name ("Democrats", "Democratic donors")."""
    words = fold_name(name)
    return frozenset(stem for stem in _FACTIONS if any(word.startswith(stem) for word in words))
