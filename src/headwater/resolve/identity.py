"""What a name says about who is meant: kind, state, body, and the words that are left."""

import re

import msgspec

from headwater.lexicon.name_lists import load_names
from headwater.lexicon.parties import (
    body_in,
    family_name,
    find_body,
    find_outlet,
    is_public,
    leaders_named,
    outlet_in,
    outlets_short_for,
    state_in,
    state_name,
    state_written,
    without_states,
)
from headwater.model.attribution import SourceKind
from headwater.model.base import Record
from headwater.resolve.home import GOVERNMENT, home_of, leader_state, names_allies, states_led_by
from headwater.resolve.kinds import settle_kind
from headwater.resolve.party import Party
from headwater.resolve.people import is_office, person_words
from headwater.text.names import fold_name, is_role, proper_part

Words = tuple[str, ...]

_REPORT = frozenset(
    "report reports study studies analysis analyses assessment document documents paper papers "
    "survey findings latest new recent annual published release released previous "
    "earlier its by from of the a an on in to and for this that per news article story "
    "investigation investigative review audit memo draft copy".split()
)
_DATA = frozenset(
    "data records record figures statistics registry register numbers official database dataset "
    "from of the a an on in by and for public government show latest new recent".split()
)
_LEAK = frozenset(
    "leak leaks leaked document documents file files part of the a an in from to and cache trove "
    "secret classified".split()
)
# Who keeps data is no part of what it is.
_KEEPERS = frozenset("office agency bureau national federal service authority ministry".split())
# Customs offices keep the records of imports and exports: these words name one sort of data.
_TRADE = frozenset(
    "customs export exports import imports trade shipping shipment shipments".split()
)
# What people of a campaign are called by, after its candidate's name.
_CAMPS = frozenset("campaign team camp administration".split())
_LONG_BODY = 3  # words from which a place and its adjective name one body
_CAMP_WORDS = 3  # a given name, a family name, and one of these
_WHOSE = frozenset("its their his her my our your".split())
# Common nouns after which a firm or body is named ("the drug maker Lundgren").
_SORTS = frozenset(
    "company firm giant group maker manufacturer agency bank retailer carrier airline startup "
    "nonprofit charity union contractor consultancy lobby watchdog broker insurer developer "
    "conglomerate network chain operator".split()
)
_FORMER = frozenset({"former", "ex"})
# What archives add to an outlet's name: "CNN (Web News)", "Fox Online News", "Newsmax - News".
_EDITION = re.compile(r"\s*\([^)]*\)|\s+- News\b|\s+(?:Online|Opinion)\b")
_IN_BRACKETS = re.compile(r"\s*[\[(][^\])]*[\])]")
_SAME_WORD = {"defence": "defense", "organisation": "organization", "centre": "center",
              "programme": "program", "labour": "labor", "dept": "department"}  # fmt: skip
_SMALL = frozenset("of for the and affairs in on at to s by".split())


class Identity(Record, frozen=True, kw_only=True):
    """Who a name may be.

    Attributes:
        key: Parties with one key are one source, unless a judgement says otherwise.
        state: ISO code of the state it belongs to or speaks for.
        body: Name of the public body in the lexicon that it is or was issued by.
        words: What identifies it inside its kind: family name last for people, the subject of a
            report, the sort of data of a data set.
        owners: Proper words in the name of a work or its affiliation: whose it may be.
        name: The usual name, for outlets and bodies of the lexicon.
    """

    kind: SourceKind
    key: tuple[str, ...]
    state: str | None = None
    body: str | None = None
    words: Words = ()
    owners: Words = ()
    name: str | None = None


def identify(party: Party) -> Identity:
    """Return who the party may be, read from its name, kind and affiliation."""
    party = msgspec.structs.replace(party, kind=settle_kind(party))
    match party.kind:
        case "media_outlet":
            return _identify_outlet(party)
        case "person":
            return _identify_person(party)
        case "government" if _names_pair(party.name):
            return _identify_pair(party)
        case "report" | "dataset" | "leak" | "visual":
            return _identify_work(party)
        case "anonymous" | "unattributed":
            return _identify_veiled(party)
        case _:
            return _identify_body(party)


def _spell(words: Words) -> Words:
    return tuple(_SAME_WORD.get(word, word) for word in words)


def _identify_outlet(party: Party) -> Identity:
    """Outlets: the lexicon's name, a short form of the document, or the words."""
    short = outlets_short_for(party.name)
    outlet = find_outlet(party.name) or find_outlet(_EDITION.sub("", party.name))
    wire = party.key[1] == "wire"  # a desk or section of an agency is the agency
    if outlet is None and not short and (wire or not party.publishes):
        outlet = outlet_in(party.name)
    if outlet:
        return Identity(
            kind="media_outlet", key=("outlet", outlet.name), state=outlet.state or None,
            words=fold_name(outlet.name), name=outlet.name,
        )  # fmt: skip
    words = fold_name(proper_part(party.name))
    state = state_written(party.name) if "state" in words else None  # "Chilean state media"
    if short:
        return Identity(kind="media_outlet", key=("short", party.document, *words), words=words)
    key = ("outlet", " ".join(words))
    return Identity(kind="media_outlet", key=key, state=state, words=words)


def _identify_person(party: Party) -> Identity:
    words = person_words(party.name)
    led = states_led_by(party)
    if led:
        return Identity(kind="government", key=("joint", *led), words=led)
    if " and " in party.name:
        return _identify_pair(party)
    year = int(party.published[1][:4]) if party.published else None
    terms = leaders_named(" ".join(words)) if len(words) > 1 else ()
    state = next((term.state for term in terms if term.holds(year)), None) or home_of(party)
    if is_role(party.name) or is_office(party.name):
        words = fold_name(party.name)
        return Identity(
            kind="person", key=("role", party.document, *words), state=state, words=words
        )
    key = ("person", *words) if len(words) > 1 else ("surname", party.document, *words)
    return Identity(kind="person", key=key, state=state, words=words)


def _names_pair(name: str) -> bool:
    """Tell whether a name joins two people ("the president and the chancellor" does not)."""
    parts = name.split(" and ")
    return len(parts) == 2 and all(leaders_named(" ".join(person_words(part))) for part in parts)  # noqa: PLR2004


def _identify_pair(party: Party) -> Identity:
    """People who are said to speak together: one source, known by their family names."""
    parts = [person_words(part) for part in party.name.split(" and ")]
    families = []
    for part in parts:
        known = leaders_named(" ".join(part))
        families.append(family_name(known[0].name) if known else part[-1] if part else "")
    words = tuple(sorted(families))
    return Identity(kind="person", key=("joint", *words), words=words)


def _identify_body(party: Party) -> Identity:
    """Governments, ministries, companies and other bodies."""
    outlet = find_outlet(party.name)
    if outlet and party.kind != "government":
        return _identify_outlet(party)
    allies = names_allies(party.name)
    if allies:
        return Identity(kind=party.kind, key=("joint", *allies), words=allies)
    words = _spell(_body_words(party.name))
    rest = without_states(words)
    state = home_of(party) or leader_state(rest, party)
    body = find_body(party.name) or find_body(" ".join(rest))
    if body and not (state and body.state and body.state != state):
        return Identity(
            kind="government" if body.state else party.kind, key=("body", body.name),
            state=body.state, body=body.name, words=fold_name(body.name), name=body.name,
        )  # fmt: skip
    plain = tuple(w for w in rest if w not in GOVERNMENT | _SMALL and not leaders_named(w))
    led = any(leaders_named(word) for word in rest)
    if state and not plain and (not led or leader_state(("government", *rest), party)):
        return Identity(
            kind="government", key=("state", state), state=state, name=state_name(state)
        )
    content = tuple(sorted({word for word in rest if word not in _SMALL})) or words
    if party.kind == "government" or is_public(party.name):
        return Identity(
            kind="government", key=("office", state or "?", *content), state=state, words=content
        )
    own_state = state if party.affiliation else None
    key = ("body", " ".join(_states_coded(words)))
    return Identity(kind=party.kind, key=key, state=own_state, words=words)


def _states_coded(words: Words) -> Words:
    """Return a body's words with states as codes: "Maltese Lines Group", "Malta Lines Group"."""
    if len(words) < _LONG_BODY:
        return words
    return tuple(state_in(word) or word for word in words)


def _body_words(name: str) -> Words:
    """Return the words of a body's name without an acronym in brackets and given names.

    "Harbour Safety Board [HSB]" is the board, "Ines Okafor campaign" the Okafor campaign, "the
    Maltese shipping company Lundgren" is Lundgren, "its finance ministry" a finance ministry.
    """
    name = _after_sort(_IN_BRACKETS.sub("", name) or name)
    words = fold_name(name)
    if len(words) > 1 and words[0] in _WHOSE and "and" not in words:
        words = words[1:]
    person = len(words) > _CAMP_WORDS - 1 and words[-1] in _CAMPS
    return words[1:] if person and words[0] in load_names().given else words


def _after_sort(name: str) -> str:
    """Return a name without the words before it that say what sort of body it is."""
    words = name.split()
    at = next((at for at in range(len(words) - 1, 0, -1) if words[at].islower()), 0)
    sort = at and words[at] in _SORTS and words[at + 1 :] and " and " not in name
    return " ".join(words[at + 1 :]) if sort else name


def _identify_work(party: Party) -> Identity:
    """Reports, data sets, leaks and visual material: issuer or state, and what they are of."""
    fillers = {"report": _REPORT, "dataset": _DATA, "leak": _LEAK}.get(party.kind, frozenset())
    state = home_of(party)
    issuer = _find_issuer(party, state)
    owners = _find_owners(party, fillers)
    taken = frozenset(fold_name(issuer)) if issuer else frozenset()
    rest = without_states(_spell(fold_name(party.name)))
    words = tuple(sorted({w for w in rest if w not in fillers and w not in taken}))
    if party.kind == "dataset":
        kept = {"trade" if word in _TRADE else word for word in words if word not in owners}
        words = tuple(sorted(kept - _KEEPERS)) or words
        key = ("dataset", state or party.document, *(() if state else owners), *words)
    elif party.kind == "report":
        key = ("report", party.document, issuer or state or "", *words)
    elif party.kind == "leak" and words:
        key = ("leak", *words)
    else:
        key = (party.kind, party.document, *fold_name(party.name))
    return Identity(kind=party.kind, key=key, state=state, body=issuer, words=words, owners=owners)


def _find_owners(party: Party, fillers: frozenset[str]) -> Words:
    """Return the proper words of a work's name and affiliation, states left out."""
    found = set()
    for wording in (party.name, party.affiliation or ""):
        for at, word in enumerate(wording.split()):
            folded = without_states(fold_name(word))
            if word[:1].isupper() and not (at == 0 and set(folded) & _TRADE):
                found |= set(folded) - fillers - GOVERNMENT - _SMALL
    return tuple(sorted(found))


def _find_issuer(party: Party, state: str | None) -> str | None:
    """Return who issued a work: a body or outlet in its name, or a state's intelligence."""
    body = body_in(party.name) or (body_in(party.affiliation) if party.affiliation else None)
    if body and (state is None or body.state in {None, state}):
        return body.name
    if state and "intelligence" in fold_name(party.name):
        return f"{state} intelligence"
    outlet = outlet_in(party.name)
    return outlet.name if outlet else None


def _identify_veiled(party: Party) -> Identity:
    """Anonymous groups and nameless hearsay: never one across documents.

    Former officials speak for no state.
    """
    words = fold_name(party.name)
    state = home_of(party) or leader_state(words, party)
    if state is None and party.veil and party.veil.body:
        body = find_body(party.veil.body) or body_in(party.veil.body)
        state = state_written(party.veil.body) or (body.state if body else None)
    if _FORMER & set(words):
        state = None
    return Identity(
        kind=party.kind, key=(party.kind, party.document, *words), state=state, words=words
    )
