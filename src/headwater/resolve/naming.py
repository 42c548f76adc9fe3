"""The name under which a source is shown."""

from collections import Counter
from collections.abc import Sequence

from headwater.lexicon.parties import leaders_named, without_states
from headwater.model.attribution import SourceKind
from headwater.resolve.identity import Identity
from headwater.resolve.party import Party
from headwater.text.names import fold_name, is_role, named_part

Side = tuple[Party, Identity]
Words = tuple[str, ...]
_WHOLE = frozenset({"government", "administration", "authorities", "the"})


def best_name(sides: Sequence[Side], uses: Counter[str], kind: SourceKind) -> str:
    """Return the fullest name; for outlets the usual one, for governments the most used one."""
    known = next((identity.name for _, identity in sides if identity.name), None)
    published = sorted(party.name for party, _ in sides if party.publishes)
    if kind == "media_outlet" and (known or published):
        return known or published[0]
    if kind == "person":
        return _person_name(sides)
    if any(identity.key[0] == "state" for _, identity in sides):
        uses = _plain_names(uses)
    office = any(identity.key[0] == "office" for _, identity in sides)
    if kind == "anonymous" or (kind == "government" and not office):
        return min(uses, key=lambda name: (-uses[name], -len(name), name))
    if kind == "organization":
        uses = _without_sorts(uses)
    return min(uses, key=lambda name: (-len(fold_name(name)), -len(name), name))


def _person_name(sides: Sequence[Side]) -> str:
    """Return the full name most used, the longest of those used alike.

    A name that is longer than the others by a stray word is seldom the one most used.
    """
    uses: Counter[Words] = Counter()
    for party, identity in sides:
        uses[identity.words] += 1 + len(party.attributions)
    full = [side for side in sides if len(side[1].words) > 1 and not is_role(side[0].name)]
    best = max(
        full or sides,
        key=lambda side: (uses[side[1].words], len(" ".join(side[1].words)), side[0].name),
    )
    return _own_name(best[0].name, best[1].words)


def _plain_names(uses: Counter[str]) -> Counter[str]:
    """Return the names of a state or its government, without "leaders in" and the like."""
    for fits in (_names_state, _names_administration):
        plain = Counter({n: c for n, c in uses.items() if fits(fold_name(n))})
        if plain:
            return plain
    return uses


def _names_state(words: Words) -> bool:
    """Tell whether words are a state's name or its government's."""
    rest = without_states(words)
    return rest != words and not set(rest) - _WHOLE


def _names_administration(words: Words) -> bool:
    """Tell whether words are the name of a leader's administration."""
    own = {word for word in words if not leaders_named(word)}
    return bool(own) and own != set(words) and not own - _WHOLE


def _without_sorts(uses: Counter[str]) -> Counter[str]:
    """Return the names of a body without those that only say before one what sort it is."""
    return Counter({n: c for n, c in uses.items() if not any(_adds_sort(n, m) for m in uses)})


def _adds_sort(name: str, shorter: str) -> bool:
    """Tell whether a name is a shorter one behind a common noun ("the retailer Lundgren")."""
    before = name.removesuffix(shorter).split() if name != shorter else []
    return name.endswith(f" {shorter}") and bool(before) and before[-1].islower()


def _own_name(name: str, words: Words) -> str:
    """Return the end of a name that holds the given folded words: titles left out."""
    parts = named_part(name).split()
    for at in range(len(parts)):
        if fold_name(" ".join(parts[at:])) == words:
            return " ".join(parts[at:])
    return name
