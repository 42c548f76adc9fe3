"""Short names that only one full name in the case can stand behind."""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from headwater.lexicon.parties import outlets_short_for, states_in, without_states
from headwater.model.reason import Reason
from headwater.resolve.cluster import Join
from headwater.resolve.compare import STEM
from headwater.resolve.identity import Identity
from headwater.resolve.party import Party
from headwater.text.names import fold_name, last_word

DOMINANT: Final = 0.8  # share of a name's citations; below it a second name may mean a namesake
# Words that name an office if the text has told which.
GENERIC: Final = frozenset(
    "administration government regime ministry department embassy military army navy police "
    "commission committee agency authority council parliament court bureau".split()
)
MANY: Final = frozenset({"administration", "government", "regime", "court", "committee"})
_LESSER = frozenset("vice deputy assistant former ex acting under".split())
_SOUND = re.compile(r"(?:iy|ij|ii|y|i)$")
_OF = frozenset("of for at in to on".split())
BODY_WORDS: Final = 3  # of a body's name; "National Guard" may be any state's
MIN_USES: Final = 5  # citations; fewer do not make a person known by the second name alone


def join_surnames(parties: Sequence[Party], identities: Sequence[Identity]) -> list[Join]:
    """Join a second name to the only person that it can mean, in its text or in the case."""
    full: dict[str, list[int]] = defaultdict(list)
    for at, identity in enumerate(identities):
        if identity.kind == "person" and len(identity.words) > 1 and identity.key[0] == "person":
            for word in {identity.words[0], last_word(" ".join(identity.words))}:
                full[word].append(at)
    joins: list[Join] = []
    for at, identity in enumerate(identities):
        alone = identity.key[0] == "surname" or (identity.key[0] == "body" and not identity.body)
        if not alone or len(identity.words) != 1:
            continue
        named = full.get(identity.words[0], [])
        here = [x for x in named if parties[x].document == parties[at].document]
        chosen = _only_person(here or named, parties, identities)
        if chosen is not None:
            words = " ".join(identities[chosen].words)
            text = f"{words} is whom the case knows by this name"
            weight = 0.8 if here else 0.6
            joins.append(_join_to((at, chosen), parties, ("surname", weight, text)))
    return joins


def _only_person(
    named: Sequence[int], parties: Sequence[Party], identities: Sequence[Identity]
) -> int | None:
    """Return the party of the one person whom full names mean, None if they may mean several.

    A person who is cited far more than all namesakes together is meant by the name alone.
    """
    groups: list[list[int]] = []
    for at in named:
        words = _spelled_once(identities[at])
        for group in groups:
            other = _spelled_once(identities[group[0]])
            if words <= other or other <= words:
                group.append(at)
                break
        else:
            groups.append([at])
    if not groups:
        return None
    uses = [sum(len(parties[at].attributions) for at in group) for group in groups]
    best = max(range(len(groups)), key=lambda n: (uses[n], -n))
    if len(groups) > 1 and uses[best] < max(MIN_USES, DOMINANT * sum(uses)):
        return None
    return groups[best][0]


def _spelled_once(identity: Identity) -> set[str]:
    """Return a person's words with one ending for those that spell one sound ("Yuri", "Yuriy")."""
    return {_SOUND.sub("i", word) for word in identity.words}


def join_stateless(parties: Sequence[Party], identities: Sequence[Identity]) -> list[Join]:
    """Join what is named without its state to the only one of its name, in text or case."""
    full: dict[tuple[str, ...], list[int]] = defaultdict(list)
    plain = [_plain_words(identity) for identity in identities]
    for at, identity in enumerate(identities):
        if plain[at] and _whose(identity):
            full[identity.key[0], *plain[at]].append(at)
    joins: list[Join] = []
    for at, identity in enumerate(identities):
        if plain[at] and not _whose(identity):
            here, choice = _nearest(at, full.get((identity.key[0], *plain[at]), []), parties)
            if choice and _agree_whose([identities[x] for x in choice]):
                text = f"{parties[choice[0]].name} is the only one of the case"
                weight = 0.8 if here else 0.7
                joins.append(_join_to((at, choice[0]), parties, ("stateless", weight, text)))
    return joins


def _nearest(at: int, named: list[int], parties: Sequence[Party]) -> tuple[bool, list[int]]:
    """Return those that stand in the same text, else all, and whether they stand there."""
    here = [x for x in named if parties[x].document == parties[at].document]
    return bool(here), here or named


def _join_to(ends: tuple[int, int], parties: Sequence[Party], why: tuple[str, float, str]) -> Join:
    """Return the join of a short name to a full one: rule, weight and grounds in words."""
    at, chosen = ends
    rule, weight, text = why
    places = tuple(p for p in (parties[at].place, parties[chosen].place) if p)
    reason = Reason(
        rule=f"resolve.{rule}.v1", text=f"{parties[at].name}: {text}", places=places, weight=weight
    )
    return weight, at, chosen, reason


def _plain_words(identity: Identity) -> tuple[str, ...]:
    """Return the words by which an office, data set or body is known without its state."""
    if identity.key[0] in {"office", "dataset"}:
        return identity.words
    rest = without_states(identity.words)
    return rest if identity.key[0] == "body" and len(rest) >= BODY_WORDS else ()


def _whose(identity: Identity) -> tuple[str, ...]:
    """Return the state or the owners that a name gives."""
    if identity.key[0] == "body":
        return states_in(" ".join(identity.words))
    return (identity.state,) if identity.state else identity.owners


def _agree_whose(identities: Sequence[Identity]) -> bool:
    """Tell whether names give one state, or owners that are spelled alike."""
    first = _whose(identities[0])
    return all(
        _whose(other) == first or {w[:STEM] for w in _whose(other)} == {w[:STEM] for w in first}
        for other in identities
    )


def join_generic(parties: Sequence[Party], identities: Sequence[Identity]) -> list[Join]:
    """Join "the ministry" to the only ministry that its text names, else the only one of the case.

    Governments and administrations are many in a case, so they are looked for in the text alone.
    """
    fuller: dict[str, list[int]] = defaultdict(list)
    for at, identity in enumerate(identities):
        if identity.kind == "government" and identity.key[0] != "joint":
            heads = {words for name in parties[at].wordings if len(words := fold_name(name)) > 1}
            for head in {words[-1] for words in heads} & GENERIC:
                fuller[head].append(at)
    joins: list[Join] = []
    for at, identity in enumerate(identities):
        words = fold_name(parties[at].name)
        if len(words) != 1 or words[0] not in GENERIC or identity.key[0] != "office":
            continue
        here, choice = _nearest(at, fuller.get(words[0], []), parties)
        alone = choice and len({identities[x].key for x in choice}) == 1
        if alone and (here or words[0] not in MANY):
            text = f"no other is named than {parties[choice[0]].name}"
            weight = 0.7 if here else 0.6
            joins.append(_join_to((at, choice[0]), parties, ("generic", weight, text)))
    return joins


def join_headline_works(parties: Sequence[Party], identities: Sequence[Identity]) -> list[Join]:
    """Join "Report" or "Study" in a headline to the only such work that its text names."""
    named: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, identity in enumerate(identities):
        if identity.kind == "report" and (identity.body or identity.owners or identity.words):
            named[parties[at].document, identity.kind].append(at)
    joins: list[Join] = []
    for at, identity in enumerate(identities):
        bare = not (identity.body or identity.owners or identity.words or identity.state)
        if identity.kind != "report" or not bare or not parties[at].name.istitle():
            continue
        choice = named.get((parties[at].document, identity.kind), [])
        if choice and len({identities[x].key for x in choice}) == 1:
            text = f"the text names only {parties[choice[0]].name}"
            joins.append(_join_to((at, choice[0]), parties, ("headline", 0.7, text)))
    return joins


def join_roles(parties: Sequence[Party], identities: Sequence[Identity]) -> list[Join]:
    """Join "the harbour master" to the only person of the text whose title has these words."""
    holders: dict[str, list[int]] = defaultdict(list)
    for at, identity in enumerate(identities):
        if identity.key[0] == "person" and parties[at].titles:
            holders[parties[at].document].append(at)
    joins: list[Join] = []
    for at, identity in enumerate(identities):
        words = fold_name(parties[at].name)
        if identity.key[0] != "role" or not words or is_a(parties[at].name):
            continue
        named = [
            x
            for x in holders.get(parties[at].document, [])
            if any(_ends_in(fold_name(title), words) for title in parties[x].titles)
        ]
        if len({identities[x].key for x in named}) == 1:
            text = f"only {parties[named[0]].name} has this title here"
            joins.append(_join_to((at, named[0]), parties, ("role", 0.7, text)))
    return joins


def _ends_in(title: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Tell whether a title's office, without what it is of, ends in these words."""
    end = next((at for at, word in enumerate(title) if at and word in _OF), len(title))
    start = end - len(words)
    lesser = start > 0 and title[start - 1] in _LESSER
    return start >= 0 and title[start:end] == words and not lesser


def is_a(name: str) -> bool:
    """Tell whether a wording speaks of anyone of a sort ("a judge", "one harbour master")."""
    return name.casefold().split()[:1] in (["a"], ["an"], ["one"], ["another"])


def join_short_outlets(parties: Sequence[Party], identities: Sequence[Identity]) -> list[Join]:
    """Join a short form ("the Post") to the only outlet of the case that it can mean."""
    full: dict[str, int] = {}
    for at, identity in enumerate(identities):
        if identity.kind == "media_outlet" and identity.name:
            full.setdefault(identity.name, at)
    joins: list[Join] = []
    for at, identity in enumerate(identities):
        if identity.key[0] != "short":
            continue
        choice = [name for name in outlets_short_for(parties[at].name) if name in full]
        if len(choice) == 1:
            text = f"only {choice[0]} in the case goes by this"
            joins.append(_join_to((at, full[choice[0]]), parties, ("short", 0.7, text)))
    return joins
