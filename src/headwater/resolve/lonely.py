"""Short names that only one full name in the case can stand behind."""

from collections import defaultdict
from collections.abc import Sequence

from headwater.lexicon.parties import outlets_short_for
from headwater.model.reason import Reason
from headwater.resolve.cluster import Join
from headwater.resolve.identity import Identity
from headwater.resolve.party import Party


def join_surnames(parties: Sequence[Party], identities: Sequence[Identity]) -> list[Join]:
    """Join a second name to the only full name that it can mean, in its text or in the case."""
    full: dict[str, dict[tuple[str, ...], list[int]]] = defaultdict(lambda: defaultdict(list))
    for at, identity in enumerate(identities):
        if identity.kind == "person" and len(identity.words) > 1:
            for word in {identity.words[0], identity.words[-1]}:
                full[word][identity.words].append(at)
    joins: list[Join] = []
    for at, identity in enumerate(identities):
        alone = identity.key[0] == "surname" or (identity.key[0] == "body" and not identity.body)
        if not alone or len(identity.words) != 1:
            continue
        named = full.get(identity.words[-1], {})
        here = {
            w: m
            for w, m in named.items()
            if any(parties[x].document == parties[at].document for x in m)
        }
        choice = here or named
        if len(choice) == 1:
            ((words, members),) = choice.items()
            reason = Reason(
                rule="resolve.surname.v1",
                text=f"{parties[at].name}: only {' '.join(words)} in the case has this name",
                places=tuple(p for p in (parties[at].place,) if p),
                weight=0.8 if here else 0.6,
            )
            joins.append((reason.weight, at, members[0], reason))
    return joins


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
            reason = Reason(
                rule="resolve.short.v1",
                text=f"{parties[at].name}: only {choice[0]} in the case goes by this",
                places=tuple(p for p in (parties[at].place,) if p),
                weight=0.7,
            )
            joins.append((reason.weight, at, full[choice[0]], reason))
    return joins
