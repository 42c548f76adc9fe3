"""Rules for those who speak for somebody: bodies that speak jointly, spokespeople, lawyers."""

import re
from functools import lru_cache
from typing import Final

from headwater.lexicon.parties import (
    is_state_name,
    leaders_named,
    states_in,
    without_states,
)
from headwater.model.source import Source
from headwater.text.names import fold_name, last_word
from headwater.trace.origins import End
from headwater.trace.view import Verdict, View, say, wordings
from headwater.trace.voices import is_on_record, is_veiled, issued_by

# Who says only what a person wants said.
_MOUTH: Final = r"spokes(?:wo)?m[ae]n|spokesperson|spokespeople|press secretary|campaign"
# Who may know more than the person tells, or less.
_NEAR: Final = (
    r"lawyers?|attorneys?|counsel|aides?|advis[eo]rs?|friends?|wife|husband|widow|son|daughter"
    r"|brother|sister|mother|father|family|agent|manager|chief of staff|associates?"
)
# Roles of which a person has few; each with its other words, in the singular.
_ROLES: Final = ("lawyer|attorney|counsel", "spokesman|spokeswoman|spokesperson")
_JOINED: Final = frozenset({"organization", "government", "person"})
_STATEMENT: Final = re.compile(
    r"^(?:the |a |their )?joint (?:statement|letter|declaration|communiqu[eé])", re.IGNORECASE
)
_SMALL: Final = frozenset("of the and for".split())


def jointly(left: End, right: End, _view: View) -> Verdict | None:
    """Bodies of one state that announce something together, and one of them."""
    one, two = left.source, right.source
    states = _states_joined(one), _states_joined(two)
    within = states[0] <= states[1] or states[1] <= states[0]
    if (min(map(len, states)) > 1 and within) or _is_joint_statement(one, two, states):
        text = f"{one.name} and {two.name} are two wordings of states that speak together"
        return say("same", "trace.tie.jointly.v1", text, left, right, weight=0.8)
    state = one.interest or two.interest
    if state is None or not is_state_name(state) or (two.interest or state) != state:
        return None
    if {one.kind, two.kind} != {"government"}:
        return None
    parts = _parts(one), _parts(two)
    spoken = max(map(len, parts)) > 1 and is_on_record(one) and is_on_record(two)
    if spoken and parts[0] & parts[1]:
        text = f"{one.name} and {two.name} have a body of {state} in common, which speaks here"
        return say("same", "trace.tie.jointly.v1", text, left, right, weight=0.8)
    return None


def _states_joined(source: Source) -> frozenset[str]:
    """Return the states that a source's name joins, by their names or by those of their leaders."""
    if source.kind not in _JOINED:
        return frozenset()
    parts = re.split(r",\s*(?:and\s+)?|\s+and\s+", source.name)
    led = [{leader.state for leader in leaders_named(part)} for part in parts]
    return frozenset(states_in(source.name)) | frozenset(min(s) for s in led if len(s) == 1)


def _is_joint_statement(one: Source, two: Source, states: tuple[frozenset[str], ...]) -> bool:
    """Tell whether one source is "a joint statement" of nobody named, the other a group."""
    works = [_STATEMENT.search(source.name) is not None for source in (one, two)]
    unowned = [work and not own for work, own in zip(works, states, strict=True)]
    return any(mine and len(other) > 1 for mine, other in zip(unowned, states[::-1], strict=True))


def _parts(source: Source) -> frozenset[frozenset[str]]:
    """Return the bodies that a name joins, each as its words without its state."""
    return frozenset(
        words
        for part in source.name.split(" and ")
        if (words := frozenset(without_states(fold_name(part))) - _SMALL)
    )


def speaks_for(left: End, right: End, view: View) -> Verdict | None:
    """A person, and somebody whom texts call that person's spokesman, lawyer or aide."""
    for one, two in ((left.source, right.source), (right.source, left.source)):
        if two.kind != "person" or is_veiled(two) or last_word(one.name) == last_word(two.name):
            continue
        said = [w for w in wordings(one, view.shared.pile) if last_word(two.name) in fold_name(w)]
        if any(_is_of(wording, two, _MOUTH) for wording in said) and _is_only(two, view):
            text = f"{one.name} speaks for {two.name}"
            return say("same", "trace.tie.speaks_for.v1", text, left, right, weight=0.8)
        if any(_is_of(wording, two, f"{_MOUTH}|{_NEAR}") for wording in said):
            text = f"{one.name} is close to {two.name} and may have it from there"
            return say("maybe", "trace.tie.close.v1", text, left, right)
    return _through_another(left, right, view)


def _through_another(left: End, right: End, view: View) -> Verdict | None:
    """Tell of somebody near a person, and that person's statement."""
    people = [p for p in view.shared.pile.sources.values() if p.kind == "person"]
    for one, two in ((left.source, right.source), (right.source, left.source)):
        for person in people:
            if person.id in {one.id, two.id} or not issued_by(two, person):
                continue
            words = wordings(one, view.shared.pile)
            if any(_is_of(wording, person, f"{_MOUTH}|{_NEAR}") for wording in words):
                text = f"{one.name} is close to {person.name}, whose word {two.name} is"
                return say("maybe", "trace.tie.close.v1", text, left, right)
    return None


def one_role(left: End, right: End, view: View) -> Verdict | None:
    """Somebody's lawyer or spokesman without a name, and the only one whom texts name."""
    for one, two in ((left.source, right.source), (right.source, left.source)):
        role = next((r for r in _ROLES if re.search(rf"\b(?:{r})$", one.name)), None)
        if role is None or one.interest is None or not _is_named(two):
            continue
        holders = [
            source.id for source in view.shared.pile.sources.values()
            if _is_named(source) and _holds(source, one.interest, role, view)
        ]  # fmt: skip
        if holders == [two.id]:
            text = f"{two.name} is the only one whom texts name that {one.name} can be"
            return say("same", "trace.tie.role.v1", text, left, right, weight=0.7)
    return None


def _is_named(source: Source) -> bool:
    return source.kind == "person" and not is_veiled(source) and len(fold_name(source.name)) > 1


def _holds(source: Source, whose: str, role: str, view: View) -> bool:
    """Tell whether texts call a source somebody in such a role of a person."""
    found = _role_of(whose.split()[-1], role)
    return any(found.search(wording) for wording in wordings(source, view.shared.pile))


def _is_of(wording: str, person: Source, roles: str) -> bool:
    """Tell whether a wording calls somebody one of the people in such a role of a person."""
    family = person.name.split()[-1]
    return _role_of(family, roles).search(wording) is not None


@lru_cache(maxsize=256)
def _role_of(family: str, roles: str) -> re.Pattern[str]:
    """Return what finds "the Roe spokesman", "Roe's lawyer", "a lawyer for Ana Roe"."""
    name = re.escape(family)
    return re.compile(
        rf"\b{name}(?:['’]s?)?(?: [a-z]+)? (?:{roles})\b"
        rf"|\b(?:{roles}) (?:for|of|to) (?:[\w.]+ ){{0,4}}{name}\b(?!['’]| [A-Z])",
    )


def _is_only(person: Source, view: View) -> bool:
    """Tell whether no other person of the case has the same family name."""
    family = last_word(person.name)
    return not any(
        other.kind == "person" and other.id != person.id and last_word(other.name) == family
        for other in view.shared.pile.sources.values()
    )
