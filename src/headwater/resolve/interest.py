"""Whose position a source voices."""

import re

from headwater.lexicon.parties import find_body, find_outlet, state_name
from headwater.resolve.identity import Identity
from headwater.resolve.party import Party
from headwater.text.names import fold_name

# Members of parliaments and parties and people who run for office speak for themselves, former
# officials too, although a state stands beside their name.
_OWN_VOICE = frozenset(
    "senator sen sens representative rep reps congressman congresswoman lawmaker lawmakers mp mps "
    "legislator candidate nominee former ex opposition dissident professor economist analyst "
    "expert activist journalist reporter lawyer attorney businessman researcher".split()
)
# Members of parties and schools do not speak with one voice.
_FREE_WORDS = frozenset(
    "party democratic republican democrats republicans senate congress parliament house university "
    "college school institute academy faculty".split()
)
# Capitalised words, with small words between, and a common noun that closes a name.
_NAME = re.compile(
    r"[A-Z][\w.&'’-]*(?:\s+(?:(?:of|for|the|and|de|du)\s+)*[A-Z][\w.&'’-]*)*"
    r"(?:\s+(?:campaign|ministry|government|administration|embassy|foundation|office|team))?"
)
_FREE_BODIES = frozenset({"legislature", "court", "research", "international"})


def find_interest(sides: list[tuple[Party, Identity]]) -> str | None:
    """Return the name of the state or body whose position the parties voice, None if their own.

    Args:
        sides: The parties of one source with who they may be.
    """
    for party, identity in sides:
        found = _interest(party, identity)
        if found:
            return found
    return None


def _interest(party: Party, identity: Identity) -> str | None:
    """Return the interest that one party shows."""
    said = set(fold_name(" ".join((party.name, *party.wordings, party.affiliation or ""))))
    if identity.kind == "person" and said & _OWN_VOICE:
        return None
    if identity.key[0] == "joint":
        return None
    if identity.kind in {"dataset", "leak", "visual", "unattributed"}:
        return None
    body = find_body(identity.body or "") or (
        find_body(party.affiliation) if party.affiliation else None
    )
    if body and body.kind in _FREE_BODIES:
        return body.of if body.kind == "international" and body.of else body.name
    if identity.kind == "media_outlet":
        return state_name(identity.state) if identity.state else None
    if identity.state:
        return state_name(identity.state)
    body_name = named_body(party.affiliation) if party.affiliation else None
    if body_name and not find_outlet(body_name) and not _FREE_WORDS & set(fold_name(body_name)):
        return body_name
    return None


def named_body(wording: str) -> str | None:
    """Return the body that an affiliation names, None if it names none.

    "head of the Harbour Trust, who ..." gives "Harbour Trust"; "Miller campaign" stays; a role, a
    party adjective or another stray word gives nothing.
    """
    kept = wording.split(",")[0].split(" who ")[0].strip()
    names = [match.group() for match in _NAME.finditer(kept)]
    best = max(names, key=len, default="")
    if len(best.split()) > 1 or (best.isupper() and len(best) > 1):
        return best
    return None
