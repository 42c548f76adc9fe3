"""Whose position a source voices."""

import re
from collections.abc import Sequence

from headwater.lexicon.factions import is_faction
from headwater.lexicon.name_lists import load_names
from headwater.lexicon.parties import (
    Body,
    body_in,
    find_body,
    find_outlet,
    is_public,
    state_name,
)
from headwater.resolve.identity import Identity
from headwater.resolve.party import Party
from headwater.resolve.people import FIRM_WORDS, TITLES
from headwater.text.names import fold_name

# Members of parliaments and parties and people who run for office speak for themselves, former
# officials too, although a state stands beside their name.
_OWN_VOICE = frozenset(
    "senator sen sens representative rep reps congressman congresswoman lawmaker lawmakers mp mps "
    "legislator candidate nominee former ex opposition dissident professor economist analyst "
    "expert activist journalist reporter lawyer attorney businessman researcher scholar fellow "
    "historian columnist author commentator blogger critic artist actor actress singer student "
    "protester resident strategist pollster trader investor correspondent contributor senate "
    "retired veteran whistleblower defector "
    "democrat democrats republicans".split()
)
# Members of parties and schools do not speak with one voice.
_FREE_WORDS = frozenset(
    "party democratic republican democrats republicans senate congress parliament house university "
    "college school institute academy faculty committee".split()
)
# Capitalised words, with small words between, and a common noun that closes a name.
_NAME = re.compile(
    r"[A-Z][\w.&'’-]*(?:\s+(?:(?:of|for|the|and|de|du)\s+)*[A-Z][\w.&'’-]*)*"
    r"(?:\s+(?:campaign|ministry|government|administration|embassy|foundation|office|team)\b)?"
)
# Titles of those who speak for a body.
_SPEAKS = frozenset(
    "spokesperson spokesman spokeswoman spokespeople ceo chief chairman chairwoman chair director "
    "head manager founder owner representative executive".split()
)
# Words that go with titles: "Managing Director", "Chief Executive".
_CLOSING = TITLES | frozenset(
    "superintendent sheriff speaker managing executive senior deputy associate special".split()
)
_OPENERS = frozenset("a an when after before as but and while if what since although the".split())
# Those who belong to a body and speak against it.
_APART = frozenset("whistleblower whistle-blower defector dissident".split())
# People of a state, no voice of it.
_CITIZENS = frozenset(
    "citizens people americans african-americans africans farmers business businesses company "
    "companies firms firm industry industrial experts scholars economists analysts investors "
    "executives residents voters workers consumers manufacturers partners republicans democrats "
    "lawmakers senators legislators congressmen".split()
)
# Words of those who serve a state or one of its bodies.
_IN_SERVICE = frozenset(
    "government administration regime authorities intelligence military diplomat diplomats officer "
    "officers aide aides adviser advisers advisor advisors envoy envoys negotiator negotiators "
    "minister soldiers troops forces commander commanders investigators prosecutors presidency "
    "palace staff staffer staffers employee employees leaders leader leadership security spies "
    "agents spokesman spokeswoman spokesperson regulators inspectors judges service services "
    "ministries departments agencies embassies representative representatives counterparts".split()
)
_MUTE = frozenset({"dataset", "leak", "visual", "unattributed"})
_FREE_BODIES = frozenset({"legislature", "court", "research", "international"})


def find_interest(sides: Sequence[tuple[Party, Identity]]) -> str | None:
    """Return the name of the state or body whose position the parties voice, None if their own.

    Args:
        sides: The parties of one source with who they may be.
    """
    titles = " ".join(title for party, _ in sides for title in (*party.titles, *party.wordings))
    if _APART & set(fold_name(titles)):
        return None
    for party, identity in sides:
        found = _interest(party, identity)
        if found:
            return found
    return None


def _interest(party: Party, identity: Identity) -> str | None:
    """Return the interest that one party shows."""
    said = (party.name, *party.wordings, *party.titles, party.affiliation or "")
    own = identity.kind == "person" and speaks_for_itself(" ".join(said))
    if own or identity.key[0] == "joint" or identity.kind in _MUTE or _is_crowd(party, identity):
        return None
    body = find_body(identity.body or "") or _body_of(party)
    if body and body.kind == "party":
        return _party_spoken_for(party, identity, body)
    if body and body.kind in _FREE_BODIES:
        return body.of if body.kind == "international" and body.of else body.name
    if identity.state or identity.kind == "media_outlet":
        return state_name(identity.state) if identity.state else None
    return _body_spoken_for(party, identity)


def _party_spoken_for(party: Party, identity: Identity, body: Body) -> str | None:
    """Return the party of a committee, its papers and its heads; members speak for themselves."""
    if identity.kind == "anonymous" or (identity.kind == "person" and not _speaks(party)):
        return None
    return body.of or body.name


def _speaks(party: Party) -> bool:
    """Tell whether a title makes a person the head or the voice of a body."""
    said = (party.name, *party.wordings, *party.titles)
    return any(_SPEAKS & set(fold_name(wording)) for wording in said)


def _is_crowd(party: Party, identity: Identity) -> bool:
    """Tell whether a wording is of people of a state who do not speak for it: farmers, scholars.

    Hidden people speak for a state only if the words say that they serve it.
    """
    words = set(fold_name(party.name))
    if identity.kind == "anonymous":
        body = party.veil.body if party.veil and party.veil.body else ""
        served = words | set(fold_name(body))
        known = body_in(party.name) or body_in(body)
        serves = known is not None and known.kind != "party"
        return not (serves or is_public(f"{party.name} {body}") or _IN_SERVICE & served)
    return identity.kind in {"government", "organization"} and bool(words & _CITIZENS)


def _body_of(party: Party) -> Body | None:
    """Return the body of the lexicon that an affiliation names: "U.N." or "U.N.'s envoy"."""
    belongs = (party.affiliation or "").replace("’", "'")
    return find_body(belongs) or find_body(belongs.partition("'s ")[0]) or _party_headed(party)


def _party_headed(party: Party) -> Body | None:
    """Return the party or party committee that a title makes somebody the head or voice of."""
    for title in party.titles:
        body = body_in(title) if _SPEAKS & set(fold_name(title)) else None
        if body and body.kind == "party":
            return body
    return None


def _body_spoken_for(party: Party, identity: Identity) -> str | None:
    """Return the body that an affiliation or a title names, None if none speaks with one voice."""
    titles = [title for title in party.titles if _SPEAKS & set(fold_name(title))]
    wordings = [party.affiliation, *titles] if identity.kind == "person" else [party.affiliation]
    for wording in wordings:
        name = named_body(wording) if wording else None
        one = name and (speaks_as_one(name) or (is_faction(name) and _speaks(party)))
        if name and one and not find_outlet(name):
            return name
    return None


def speaks_as_one(name: str) -> bool:
    """Tell whether a body's people speak with one voice: not those of parties and schools."""
    words = set(fold_name(name))
    return not _FREE_WORDS & words or {"white", "house"} <= words


def speaks_for_itself(wording: str) -> bool:
    """Tell whether a title is one of those whose holders speak for themselves."""
    words = set(fold_name(wording))
    return bool(_OWN_VOICE & words) or ("house" in words and "white" not in words)


def named_body(wording: str) -> str | None:
    """Return the body that an affiliation names, None if it names none.

    "head of the Harbour Trust, who ..." gives "Harbour Trust"; "Miller campaign" stays; a role, a
    party adjective or another stray word gives nothing.
    """
    kept = wording.split(",")[0].split(" who ")[0].strip()
    if "".join(fold_name(kept.partition(" ")[0])) in TITLES - FIRM_WORDS:
        return None  # "Secretary of State" is an office, not a body
    best = max(map(_without_titles, capital_names(kept)), key=len, default="")
    best = best if "." in best[:-1] else best.rstrip(".")
    if len(best.split()) > 1 or (best.isupper() and len(best) > 1) or _is_owner(best, kept):
        return best
    return None


def _without_titles(name: str) -> str:
    """Return a name without the titles that close it: "Energy Minister" names no body.

    A word that opens a sentence or a clause is no part of it either ("When Chief Executive").
    """
    words = name.split()
    if words and words[0].casefold() in _OPENERS:
        words.pop(0)
    while words and "".join(fold_name(words[-1])) in _CLOSING | load_names().roles:
        words.pop()
    return " ".join(words)


def capital_names(wording: str) -> list[str]:
    """Return the runs of capitalised words of a wording, in order."""
    return [match.group() for match in _NAME.finditer(wording)]


def _is_owner(word: str, wording: str) -> bool:
    """Tell whether a title begins with a firm's one-word name ("Lundgren spokesman")."""
    following = fold_name(wording.removeprefix(word))
    return bool(word) and wording.startswith(word) and bool(_SPEAKS & set(following[:2]))
