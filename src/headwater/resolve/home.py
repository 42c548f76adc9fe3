"""The state that a party belongs to or speaks for, as its name and its titles give it."""

from collections.abc import Sequence

from headwater.lexicon.parties import (
    body_in,
    find_body,
    find_outlet,
    is_public,
    leaders_named,
    outlet_in,
    state_in,
    states_written,
    without_states,
)
from headwater.resolve.party import Party
from headwater.resolve.people import TITLES, is_office, without_person
from headwater.text.names import fold_name, is_role

Words = tuple[str, ...]

# Words that name a government as a whole, not one of its offices.
GOVERNMENT = frozenset(
    "government govt authorities authority officials official administration regime leaders "
    "leadership state side cabinet senior top current former several some many central".split()
)
# The office that only one state has under this name; "Secretary of State for ..." is another.
_STATE_SECRETARY = ("secretary", "of", "state")
_SMALL = frozenset("of in the for at and".split())
LEADERS = 3  # names from which a list of leaders stands for their states
_SERVANTS = frozenset("adviser advisor advisers advisors envoy minister negotiator".split())
_PRIVATE = frozenset("campaign former ex lawyer attorney personal transition retired".split())
_IN_OFFICE = TITLES | _SERVANTS | frozenset("leader diplomat aide".split())


def home_of(party: Party) -> str | None:
    """Return the state that a party's name, affiliation or public title gives.

    A person's own name says nothing ("Mr. Holland"), nor does the state in the name of a school
    or a paper that the person belongs to.
    """
    person = party.kind == "person"
    named = person and not is_role(party.name) and not is_office(party.name)
    name = without_person(party.name) if named else party.name
    offices = [title for title in party.titles if is_public(title) or _IN_OFFICE & _words(title)]
    for text in (name, party.affiliation, *offices):
        state = _state_of(text, strict=person and text is not name) if text else None
        if state:
            return state
    return _leader_served(party) if person else None


def _words(text: str) -> set[str]:
    return set(fold_name(text))


def _leader_served(party: Party) -> str | None:
    """Return the state of the leader in office whose adviser a title names somebody."""
    for title in party.titles:
        words = fold_name(title)
        if _SERVANTS & set(words) and not _PRIVATE & set(words):
            state = _state_led([w for w in words if w not in TITLES], party)
            if state:
                return state
    return None


def _state_of(text: str, *, strict: bool) -> str | None:
    """Return the state of a wording; if strict, only of one that is a state or its office."""
    outlet = find_outlet(text) or (outlet_in(text) if strict else None)
    if outlet:
        return outlet.state or None
    if fold_name(text) == _STATE_SECRETARY:
        return "US"
    body = find_body(text) or body_in(text)
    states = states_written(text)
    if strict and not (body and body.state) and not _is_office(text, states):
        return None
    return (states[0] if states else None) or (body.state if body else None)


def _is_office(text: str, states: tuple[str, ...]) -> bool:
    """Tell whether a wording is a state, or an office of one state."""
    rest = set(without_states(fold_name(text))) - _SMALL
    return len(states) == 1 and (rest <= GOVERNMENT or is_public(text) or bool(rest & _IN_OFFICE))


def leader_state(words: Words, party: Party) -> str | None:
    """Return the state of "the X administration" while X is in office."""
    return _state_led(words, party) if GOVERNMENT & set(words) else None


def _state_led(words: Sequence[str], party: Party) -> str | None:
    """Return the state of the first leader in office whose family name is among the words."""
    year = int(party.published[1][:4]) if party.published else None
    terms = [term for word in words for term in leaders_named(word)]
    return next((term.state for term in terms if term.holds(year)), None)


def names_allies(name: str) -> tuple[str, ...]:
    """Return the parties that a name joins if one is a state: "A and B", "A and its allies".

    Sorted, so that "B and A" is the same; empty for any other name.
    """
    listed = states_written(name)
    if len(listed) > 1 and ", " in name:
        return tuple(sorted(listed))
    left, _, right = name.partition(" and ")
    if not right or find_body(name):
        return ()
    states = [states_written(part) for part in (left, right)]
    others = {"its", "their", "his", "allies", "partners", "other", "others", "governments"}
    if not (states[0] or leaders_named(" ".join(fold_name(left)[:1]))):
        return ()
    if leaders_named(" ".join(fold_name(left))):
        return tuple(sorted(fold_name(name)))
    if states[1]:
        return tuple(sorted({state for found in states for state in found}))
    if others & set(fold_name(right)):
        return tuple(sorted(fold_name(name)))
    return ()


def states_led_by(party: Party) -> tuple[str, ...]:
    """Return the states of three or more leaders in office who speak together, sorted.

    A statement of the leaders is one of their states; empty if one of them leads no state.
    """
    names = [part for listed in party.name.split(", ") for part in listed.split(" and ")]
    if len(names) < LEADERS:
        return ()
    states = [_state_led((" ".join(fold_name(name)),), party) for name in names]
    return tuple(sorted(filter(None, states))) if all(states) else ()


def single_state(text: str) -> bool:
    """Tell whether a wording is the name of a state and nothing more."""
    return state_in(text) is not None and not without_states(fold_name(text))
