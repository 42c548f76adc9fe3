"""The part of a wording that is a person's own name."""

from typing import Final

from headwater.lexicon.name_lists import load_names
from headwater.lexicon.parties import find_body, without_states
from headwater.text.names import fold_name, named_part

TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady president vp vice prime premier "
    "chancellor minister secretary deputy assistant acting senator sen sens representative rep "
    "reps congressman congresswoman governor gov mayor general gen colonel col major maj captain "
    "capt lieutenant lt admiral sergeant sgt judge justice ambassador director chief chairman "
    "chairwoman chair commissioner spokesperson spokesman spokeswoman king queen prince princess "
    "pope bishop archbishop cardinal rabbi imam reverend rev father sister comrade economist "
    "speaker envoy sheriff superintendent "
    "analyst lawyer attorney candidate nominee leader head ceo founder expert researcher".split()
)

# Titles that firms, courts and churches have in their names too.
FIRM_WORDS = frozenset("general major king queen prince princess chief father sister head".split())
# Words of offices that follow a title ("Secretary of State", "Minister for Trade").
_OFFICES = frozenset(
    "state defense defence treasury commerce interior energy labor labour education transportation "
    "transport justice agriculture finance trade health homeland security affairs foreign war army "
    "navy air force staff police intelligence".split()
)

_OF = frozenset({"of", "for", "to"})
_ARTICLES = frozenset({"the", "a", "an"})
SHORTEST_NAME: Final = 2  # words: a given and a family name
_PARTICLES = frozenset(
    "de da di do dos das del della der den van von und zu bin ibn al el la le las los du y e af av "
    "ter ten st".split()
)


def person_words(name: str) -> tuple[str, ...]:
    """Return the words of a person's own name, titles and offices before it left out."""
    return fold_name(" ".join(after_titles(name)))


def after_titles(name: str) -> list[str]:
    """Return the words of a name after its last title and the office that goes with it.

    "President of Chile Ines Okafor" and "Director of Harbour Safety Ines Okafor" give the name.
    """
    raw = named_part(name).split()
    last = max((at for at in range(len(raw)) if _is_title(raw, at)), default=-1)
    kept = raw[last + 1 :]
    office = last >= 0 and kept[:1] and kept[0].casefold() in _OF
    while len(kept) > 1 and (kept[0][:1].islower() or kept[0].casefold() in _OFFICES):
        kept = kept[1:]
    kept = _after_office(kept) if office else kept
    end = next((at for at, word in enumerate(kept) if _ends_name(word, at)), len(kept))
    return kept[:end] or raw


def is_office(name: str) -> bool:
    """Tell whether a name is an office's or somebody's office, and gives its holder no name.

    "President", "head of the Harbour Trust", "spokeswoman for Ines Okafor".
    """
    raw = named_part(name).split()
    last = max((at for at in range(len(raw)) if _is_title(raw, at)), default=-1)
    if last < 0:
        return False
    kept = raw[last + 1 :]
    if not kept:
        raw = raw if fold_name(name) == without_states(fold_name(name)) else raw[-1:]
        return all("".join(fold_name(word)) in TITLES | _ARTICLES for word in raw)
    if kept[0].casefold() not in _OF:
        return False
    whose = kept[2:] if kept[1:2] == ["the"] else kept[1:]
    if not whose or all(word.casefold() in _OFFICES for word in whose):
        return True
    named = whose[0][:1].isupper() and whose[0].casefold() not in _OFFICES
    return named and _after_office(whose) == whose


def _is_title(raw: list[str], at: int) -> bool:
    """Tell whether a word is a title, or a role before a full name ("actor Ines Okafor")."""
    word = "".join(fold_name(raw[at]))
    rest = raw[at + 1 :]
    full = len(rest) >= SHORTEST_NAME and all(other[:1].isupper() for other in rest)
    return word in TITLES or (full and word in load_names().roles)


def _after_office(words: list[str]) -> list[str]:
    """Return what follows the state or body of a title: "of", "United Nations", a name."""
    for cut in range(1, len(words) - 1):
        office = " ".join(words[:cut])
        whole = not without_states(fold_name(office)) or find_body(office)
        if whole or words[cut].casefold() in load_names().given:
            return words[cut:]
    return words


def without_person(name: str) -> str:
    """Return what stands around a person's own names in a wording: titles, states, bodies."""
    raw = named_part(name).split()
    own = after_titles(name)[-SHORTEST_NAME:]
    at = next((at for at in range(len(raw)) if raw[at : at + len(own)] == own), len(raw))
    return " ".join(raw[:at] + raw[at + len(own) :])


def _ends_name(word: str, at: int) -> bool:
    """Tell whether a word closes a name: "Ada Moe of the Harbour Trust", not "Ana de la Cruz"."""
    return at >= SHORTEST_NAME and word[:1].islower() and word.casefold() not in _PARTICLES
