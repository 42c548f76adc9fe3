"""Well-known outlets, public bodies, states and leaders, looked up by name."""

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType
from typing import TypeVar

from headwater.lexicon.load import load_rows
from headwater.lexicon.tables import country_words, load_countries
from headwater.model.base import Record
from headwater.text.names import fold_name, last_word

Words = tuple[str, ...]
T = TypeVar("T")
_ORIGIN = re.compile(r"-(?:born|based|backed|made|style|raised|educated|trained|bound)\b")
SHORTEST = 3  # letters of a one-word name that is looked for inside longer wordings
# States whose names put the family first in English news.
FAMILY_FIRST = frozenset({"CN", "KP", "KR", "TW", "VN"})

# Words of public offices and bodies; whose they are, other words say.
PUBLIC_WORDS = frozenset(
    "minister ministers ministry president vice-president chancellor premier secretary department "
    "embassy ambassador consul consulate government administration official officials authority "
    "authorities police prosecutor prosecutors army navy military general admiral colonel "
    "commander council agency commission commissioner mayor governor regulator court judge customs "
    "parliament inspectorate bureau office service senator deputy lawmaker".split()
)


class Outlet(Record, frozen=True, kw_only=True):
    """A news outlet or agency.

    Attributes:
        agency: True if others print its copy.
        state: ISO code of the government whose voice it is, empty if it is nobody's.
        short: Forms that it shares with others ("The Post").
        sites: Hosts of its addresses.
    """

    name: str
    agency: bool = False
    state: str = ""
    short: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()


class Body(Record, frozen=True, kw_only=True):
    """A public body.

    Attributes:
        of: ISO code of its state, name of the body above it, or empty.
        kind: `executive`, `intelligence`, `statistics`, `court`, `legislature`, `independent`,
            `international`, `research` or `party`.
    """

    name: str
    of: str = ""
    kind: str

    @property
    def state(self) -> str | None:
        """ISO code of the state that it belongs to, None if it belongs to no state."""
        return self.of if self.of in _state_names() else None


class Leader(Record, frozen=True, kw_only=True):
    """A head of state or government for one term of years, both ends included."""

    name: str
    state: str
    since: int
    until: int | None = None

    def holds(self, year: int | None) -> bool:
        """Tell whether the term covers the year; an unknown year is covered."""
        if year is None:
            return True
        return self.since <= year and (self.until is None or year <= self.until)


@lru_cache(maxsize=1)
def _outlets() -> Mapping[Words, Outlet]:
    found: dict[Words, Outlet] = {}
    for row in load_rows("outlets"):
        outlet = Outlet(
            name=row["name"], agency=row["agency"], state=row.get("state", ""),
            short=tuple(row["short"]), sites=tuple(row["sites"]),
        )  # fmt: skip
        for alias in (row["name"], *row["aliases"]):
            found.setdefault(fold_name(alias), outlet)
    return MappingProxyType(found)


@lru_cache(maxsize=1)
def _short_outlets() -> Mapping[Words, tuple[str, ...]]:
    found: dict[Words, set[str]] = {}
    for outlet in _outlets().values():
        for short in outlet.short:
            found.setdefault(fold_name(short), set()).add(outlet.name)
    return MappingProxyType({words: tuple(sorted(names)) for words, names in found.items()})


@lru_cache(maxsize=1)
def _bodies() -> Mapping[Words, Body]:
    found: dict[Words, Body] = {}
    for row in load_rows("bodies"):
        body = Body(name=row["name"], of=row["of"], kind=row["kind"])
        for alias in (row["name"], *row["aliases"]):
            found.setdefault(fold_name(alias), body)
    return MappingProxyType(found)


@lru_cache(maxsize=1)
def _leaders() -> Mapping[Words, tuple[Leader, ...]]:
    found: dict[Words, list[Leader]] = {}
    for row in load_rows("leaders"):
        leader = Leader(
            name=row["name"], state=row["state"], since=row["since"], until=row.get("until")
        )
        for key in dict.fromkeys((fold_name(leader.name), (family_name(leader.name),))):
            found.setdefault(key, []).append(leader)
    return MappingProxyType({words: tuple(leaders) for words, leaders in found.items()})


@lru_cache(maxsize=1)
def _state_words() -> Mapping[Words, str]:
    return MappingProxyType({fold_name(word): c.iso for word, c in country_words().items()})


@lru_cache(maxsize=1)
def _state_names() -> Mapping[str, str]:
    return MappingProxyType({country.iso: country.name for country in load_countries()})


@lru_cache(maxsize=4096)
def family_name(leader: str) -> str:
    """Return the folded family name of a person; first in names of East Asian leaders."""
    words = fold_name(leader)
    states = {row["state"] for row in load_rows("leaders") if fold_name(row["name"]) == words}
    return words[0] if states & FAMILY_FIRST else last_word(leader)


def find_outlet(name: str) -> Outlet | None:
    """Return the outlet that goes by this whole name, None if it is not in the lexicon."""
    return _outlets().get(fold_name(name))


def outlet_in(name: str) -> Outlet | None:
    """Return the outlet whose name stands inside a longer wording ("reporters at the Guardian").

    A name of one word ("Observer") counts only if no other name stands beside it.
    """
    found = _longest_in(name, _outlets())
    if found is None or len(fold_name(found.name)) > 1:
        return found
    own = fold_name(found.name)
    beside = [w for w in name.split() if w[:1].isupper() and fold_name(w) not in {own, ("the",)}]
    return None if any(state_in(word) is None for word in beside) else found


def outlets_short_for(name: str) -> tuple[str, ...]:
    """Return the names of the outlets that a short form ("the Post") may mean, sorted."""
    return _short_outlets().get(fold_name(name), ())


def outlet_of_site(host: str) -> Outlet | None:
    """Return the outlet of an address's host, such as `www.example.org`."""
    for outlet in _outlets().values():
        if any(host == site or host.endswith(f".{site}") for site in outlet.sites):
            return outlet
    return None


def find_body(name: str) -> Body | None:
    """Return the public body that goes by this whole name, None if it is not in the lexicon."""
    return _bodies().get(fold_name(name))


def body_in(name: str) -> Body | None:
    """Return the public body whose name stands inside a longer wording ("a CIA assessment").

    A name of one word is not looked for behind other proper words: "Writers' Congress" is its own.
    """
    table = _bodies()
    raw = name.split()
    hidden = {
        fold_name(word)
        for before, word in pairwise(raw)
        if fold_name(word) in table and before[:1].isupper() and not _goes_before(before, raw)
    }
    if not hidden:
        return _longest_in(name, table)
    return _longest_in(name, {words: body for words, body in table.items() if words not in hidden})


def _goes_before(word: str, wording: list[str]) -> bool:
    """Tell whether a capitalised word may stand before a body's name and change nothing."""
    before = fold_name(" ".join(wording[: wording.index(word) + 1]))
    state = without_states(before)[-1:] != before[-1:]
    plain = {"the", "former", "senior", "democratic", "republican", "top"}
    return state or word.casefold() in plain or is_public(word) or bool(leaders_named(word))


def leaders_named(name: str) -> tuple[Leader, ...]:
    """Return the terms of the leader with this full or family name, as the lexicon lists them."""
    return _leaders().get(fold_name(name), ())


def states_in(name: str) -> tuple[str, ...]:
    """Return the ISO codes of the states that a name mentions, in order, each once."""
    words = fold_name(name)
    table = _state_words()
    found: dict[str, None] = {}
    at = 0
    while at < len(words):
        end = next((e for e in range(min(len(words), at + 4), at, -1) if words[at:e] in table), at)
        if end > at:
            found[table[words[at:end]]] = None
        at = max(end, at + 1)
    return tuple(found)


def states_written(text: str) -> tuple[str, ...]:
    """Return the ISO codes of the states that a text mentions as states.

    Lower-case words are none ("us", "male"), nor is where somebody was born or who backs a party
    ("Oslo-born author").
    """
    kept = [
        word
        for word in text.split()
        if not _ORIGIN.search(word) and not (word.islower() and fold_name(word) in _state_words())
    ]
    return states_in(" ".join(kept))


def state_written(text: str) -> str | None:
    """Return the ISO code of the first state that a text mentions as a state, None if none."""
    return next(iter(states_written(text)), None)


def state_in(name: str) -> str | None:
    """Return the ISO code of the first state that a name mentions, None if it mentions none."""
    return next(iter(states_in(name)), None)


def without_states(words: Words) -> Words:
    """Return a folded name without the words for states."""
    table, kept, at = _state_words(), [], 0
    while at < len(words):
        end = next((e for e in range(min(len(words), at + 4), at, -1) if words[at:e] in table), at)
        if end == at:
            kept.append(words[at])
        at = max(end, at + 1)
    return tuple(kept)


def state_name(iso: str) -> str:
    """Return the usual name of a state; the code itself if it is not in the lexicon."""
    return _state_names().get(iso, iso)


def is_public(wording: str) -> bool:
    """Tell whether a wording speaks of a public office or body."""
    return bool(PUBLIC_WORDS & set(fold_name(wording)))


def is_state_name(name: str) -> bool:
    """Tell whether a name is the usual name of a state."""
    return name in _state_names().values()


def _longest_in(name: str, table: Mapping[Words, T]) -> T | None:
    """Return the entry with the longest key that stands inside a name."""
    words = fold_name(name)
    for size in range(min(len(words), 9), 0, -1):
        for at in range(len(words) - size + 1):
            key = words[at : at + size]
            if key in table and (size > 1 or len(key[0]) >= SHORTEST):
                return table[key]
    return None
