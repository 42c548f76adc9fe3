"""Rules for ends that may be one: one interest, unknown lineage, hidden names."""

import re
from collections.abc import Iterable, Sequence

from headwater.lexicon.factions import factions_in
from headwater.lexicon.parties import (
    family_name,
    is_public,
    is_state_name,
    state_name,
    state_written,
)
from headwater.model.mention import Mention
from headwater.model.source import Source
from headwater.text.names import fold_name, last_word
from headwater.trace.origins import End
from headwater.trace.view import Verdict, View, say, wordings
from headwater.trace.voices import (
    is_filing,
    is_nameless_work,
    is_office,
    is_on_record,
    is_proper,
    is_state_outlet,
    is_veiled,
    may_be_one_work,
    voice_of,
)

_BODIES = frozenset({"organization", "government"})
# "I think that they should" is about them.
_FIRST_PERSON = re.compile(
    r"\b(?:(?:I|[Ww]e)(?! (?:think|believe|hope|guess|suppose|know|expect|doubt|fear))"
    r"|[Mm]e|[Mm]y|[Mm]yself|[Oo]ur|[Oo]urselves)\b"
)


def one_interest(left: End, right: End, _view: View) -> Verdict | None:
    """Voices of one government or body."""
    one, two = left.source, right.source
    if voice_of(one) is None or voice_of(one) != voice_of(two):
        return None
    party = one.interest or two.interest or one.name
    if is_on_record(one) and is_on_record(two) and not (left.own_voice or right.own_voice):
        return _on_record(left, right, party)
    text = f"{one.name} and {two.name} may both rest on what {party} knows"
    return say("maybe", "trace.tie.one_interest.v1", text, left, right)


def _on_record(left: End, right: End, party: str) -> Verdict:
    """Two open voices of one party: one for a state and for a body's own position."""
    one, two = left.source, right.source
    stance = any(_is_position(mention) for end in (left, right) for mention in end.mentions)
    itself = party.casefold() in {one.name.casefold(), two.name.casefold()} or any(
        (is_filing(a) or a.affiliation == b.id) for a, b in ((one, two), (two, one))
    )
    offices = is_office(one) and is_office(two)
    state = is_state_name(party) or "government" in {one.kind, two.kind}
    if is_state_outlet(one) or is_state_outlet(two):
        state = itself = _is_of_state(left, right, party)  # of others it knows what news knows
    if stance or itself or (state and not offices):
        text = f"{one.name} and {two.name} both speak for {party}, on the record"
        return say("same", "trace.tie.one_voice.v1", text, left, right)
    text = f"{one.name} and {two.name} are two {'offices' if offices else 'voices'} of {party}"
    return say("maybe", "trace.tie.offices.v1", text, left, right)


def _is_of_state(left: End, right: End, party: str) -> bool:
    """Tell whether what two ends say is of the state for which they speak."""
    states = {state_written(mention.text) for end in (left, right) for mention in end.mentions}
    return any(state is not None and state_name(state) == party for state in states)


def colleagues(left: End, right: End, _view: View) -> Verdict | None:
    """People of one body that does not speak with one voice."""
    if left.source.affiliation and left.source.affiliation == right.source.affiliation:
        text = f"{left.source.name} and {right.source.name} belong to one body"
        return say("maybe", "trace.tie.colleagues.v1", text, left, right)
    names = sorted((fold_name(left.source.name), fold_name(right.source.name)), key=len)
    kinds = {left.source.kind, right.source.kind}
    if kinds <= _BODIES and len(names[0]) > 1 and names[1][: len(names[0])] == names[0]:
        text = f"{left.source.name} and {right.source.name} are a body and a part of it"
        return say("maybe", "trace.tie.part.v1", text, left, right)
    return _of_one_faction(left, right)


def _of_one_faction(left: End, right: End) -> Verdict | None:
    """Bodies and crowds that are called by one political party's word."""
    one, two = left.source, right.source
    if {one.kind, two.kind} <= _BODIES | {"anonymous"}:
        shared = factions_in(one.name) & factions_in(two.name)
        if shared:
            text = f"{one.name} and {two.name} may be of one party"
            return say("maybe", "trace.tie.faction.v1", text, left, right)
    return None


def _is_position(mention: Mention) -> bool:
    return mention.kind == "position" or mention.modality in {"denied", "planned"}


def no_lineage(left: End, right: End, _view: View) -> Verdict | None:
    """An outlet's own word, or hearsay: unknown lineage may rest on any other origin."""
    for end, other in ((left, right), (right, left)):
        if end.own_voice or end.source.kind in {"media_outlet", "unattributed"}:
            names = end.source.name, other.source.name
            text = f"{names[0]} does not say where it has this from; it may be {names[1]}"
            return say("maybe", "trace.tie.no_lineage.v1", text, left, right)
    return None


def about_itself(left: End, right: End, view: View) -> Verdict | None:
    """What somebody says about himself in public, others may have from him."""
    names = left.source.name, right.source.name
    if all(m.kind == "opinion" for end in (left, right) for m in end.mentions):
        return None  # each his own judgement
    for end in view.subjects:
        if end in (left, right):
            other = names[1] if end is left else names[0]
            text = f"the claim is about {end.source.name}, who says it too: {other} may repeat it"
        else:
            who = f"{names[0]} and {names[1]}"
            text = f"{who} may both have it from {end.source.name}, whom it is about"
        return say("maybe", "trace.tie.about_itself.v1", text, left, right)
    return None


def find_subjects(ends: Sequence[End], mentions: Iterable[Mention]) -> tuple[End, ...]:
    """Return the ends whom a claim is about: by name, or by their own "I" and "we"."""
    texts = sorted({mention.text for mention in mentions})
    return tuple(
        end
        for end in ends
        if end.source.kind in {"person", "government", "organization"}
        and not end.own_voice
        and (
            any(_FIRST_PERSON.search(mention.text) for mention in end.mentions)
            or any(_is_subject(end.source, text) for text in texts)
        )
    )


def _is_subject(source: Source, text: str) -> bool:
    """Tell whether a claim speaks of a source: its family name, or its state named first."""
    if source.kind == "person" and family_name(source.name) in fold_name(text):
        return True
    state = state_written(text) if source.kind in {"person", "government"} else None
    return state is not None and state_name(state) == source.interest


def veiled(left: End, right: End, _view: View) -> Verdict | None:
    """Anonymous sources: different only if they belong to different known parties."""
    one, two = left.source, right.source
    if not (is_veiled(one) or is_veiled(two)):
        return None
    voices = _party_of(one), _party_of(two)
    if voices[0] and voices[1] and voices[0] != voices[1]:
        parties = f"{one.interest or one.name}; {two.interest or two.name}"
        text = f"{one.name} and {two.name} belong to different parties ({parties})"
        return say("different", "trace.tie.parties.v1", text, left, right, weight=0.8)
    hidden, other = (one, two) if is_veiled(one) else (two, one)
    text = f"who {hidden.name} are is not said; they may rest on {other.name}"
    return say("maybe", "trace.tie.veiled.v1", text, left, right)


def _party_of(source: Source) -> str | None:
    """Return whose voice a source is, None for a person or work of which texts do not say whose."""
    alone = source.kind == "person" or is_nameless_work(source)
    return None if alone and not source.interest else voice_of(source)


def material(left: End, right: End, _view: View) -> Verdict | None:
    """Reports may rest on data and on leaks that other texts name, or be one under two names."""
    one, two = left.source, right.source
    if may_be_one_work(one, two):
        text = f"{one.name} and {two.name} may be the same material"
        return say("maybe", "trace.tie.material.v1", text, left, right)
    for work, other in ((one, two), (two, one)):
        named = is_proper(work.name) or work.affiliation or work.interest
        if work.kind in {"report", "leak"} and not named:
            text = f"whose {work.name} is, is not said; it may rest on {other.name}"
            return say("maybe", "trace.tie.material.v1", text, left, right)
    return None


def together(left: End, right: End, _view: View) -> Verdict | None:
    """Parties that speak together, and one of them."""
    for one, two in ((left.source, right.source), (right.source, left.source)):
        parts = one.name.split(" and ")
        if len(parts) > 1 and any(_names(part, two) for part in parts):
            text = f"{two.name} is one of {one.name}"
            return say("maybe", "trace.tie.together.v1", text, left, right)
    both = [_joined(end.source.name) for end in (left, right)]
    if all(both) and both[0] & both[1]:
        text = f"{left.source.name} and {right.source.name} have a party in common"
        return say("maybe", "trace.tie.together.v1", text, left, right)
    return None


def _joined(name: str) -> frozenset[str]:
    """Return the last words of the parties that a name joins, empty for a single party."""
    parts = name.split(" and ")
    own = [part for part in parts if any(word[:1].isupper() for word in part.split())]
    return frozenset(map(last_word, own)) if len(own) > 1 else frozenset()


def namesakes(left: End, right: End, _view: View) -> Verdict | None:
    """A second name alone, and a full name that ends in it."""
    names = fold_name(left.source.name), fold_name(right.source.name)
    kinds = {left.source.kind, right.source.kind}
    people = "person" in kinds and kinds <= {"person", "organization", "government"}
    same = last_word(left.source.name) == last_word(right.source.name)
    if people and 1 in map(len, names) and same:
        text = f"{left.source.name} and {right.source.name} may be one person"
        return say("maybe", "trace.tie.namesakes.v1", text, left, right)
    return None


def unplaced(left: End, right: End, view: View) -> Verdict | None:
    """Parties of which the texts do not say whose they are."""
    one, two = left.source, right.source
    if one.interest and two.interest:
        return None
    public = [_is_public(source, view) for source in (one, two)]
    if all(public):
        text = f"{one.name} and {two.name} are public; whether of one government is not said"
        return say("maybe", "trace.tie.unplaced.v1", text, left, right)
    for person, other in ((one, two), (two, one)):
        stray = person.kind == "person" and not person.interest and not _is_described(person, view)
        if stray and other.kind in {"government", "organization"}:
            text = f"who {person.name} is is not said; it may be somebody of {other.name}"
            return say("maybe", "trace.tie.unplaced.v1", text, left, right)
    return None


def _is_public(source: Source, view: View) -> bool:
    """Tell whether a source is a public office, or a person in one."""
    if source.kind not in {"person", "government", "organization"}:
        return False
    stated = source.interest is not None and is_state_name(source.interest)
    words = wordings(source, view.shared.pile)
    return source.kind == "government" or stated or any(map(is_public, words))


def _is_described(source: Source, view: View) -> bool:
    """Tell whether some text says what a person is, beside the name."""
    name = fold_name(source.name)
    words = [fold_name(wording) for wording in wordings(source, view.shared.pile)]
    return any(not set(wording) <= set(name) for wording in words)


def _names(part: str, source: Source) -> bool:
    """Tell whether a part of a joint name is a source, or its state."""
    if source.kind == "person":
        return last_word(source.name) in fold_name(part)
    state = state_written(part)
    if state is not None and state_name(state) == source.interest:
        return True
    words = fold_name(source.name)
    return bool(words) and fold_name(part)[-len(words) :] == words
