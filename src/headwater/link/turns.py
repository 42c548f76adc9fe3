"""Words that turn, weaken or limit what a statement says, and how far a negation reaches."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from headwater.lexicon.load import compile_phrases, load_table
from headwater.lexicon.verbs import verb_forms
from headwater.link.idle import is_idle
from headwater.link.words import Token, tokens_of

AUXILIARIES: Final = frozenset(
    "is are was were be been has have had will would may might could can do does did".split()
)
NEGATIONS: Final = frozenset({"negators", "deniers", "blockers", "negating_phrases"})
CLAUSE_END: Final = re.compile(
    r"[,;:!?]\s|(?<!\b[A-Z])\.\s|\s(?:but|although|though|because|while|which|who|that|despite|even)\s"
)
QUESTIONS: Final = frozenset("how why what whether if when who where which".split())
ASKING: Final = re.compile(
    r"^[\s\"“‘']*(?:(?:do|does|did) (?!not\b)\w|"
    r"(?:is|are|was|were|has|have|can|could|should|would|will)"
    r" (?:he|she|it|they|we|you|i|there|this|that|these|those|anyone|anybody|someone)\b)",
    re.IGNORECASE,
)  # a verb before its subject
STRESSED: Final = re.compile(r",\s+n?ever\b,?")  # "never, ever sold it" is one negation
# "What we can say is that it is safe" states what follows.
HINGE: Final = re.compile(r"^[\s\"“‘']*what\b[^;:?]{1,60}?,? (?:is|was) that ", re.IGNORECASE)
# A subject and its auxiliary in one word; a possessive looks like the latter half of them.
SHORTENED: Final = re.compile(r"(?i:\w['’](?:re|m|ve|ll|d)|\b(?:it|s?he|that|there|who)['’]s)\b")
JOINING: Final = re.compile(r"(?:,|\b(?:and|or|nor))\s+$")
# Between two negations of which the second goes on with the first: "no X and no Y", "cannot and
# will not"; "nor" always does.
GOING_ON: Final = re.compile(
    rf"(?:,|\b(?:and|or|nor|but))\s+(?:(?:{'|'.join(sorted(AUXILIARIES))})\s+)?$"
)
JOINED: Final = re.compile(r"[^\W\d_]-?$")  # before a phrase that is part of a word: "sixty-one of"
UNSEEN: Final = re.compile(
    r"(?:\s\w+){0,3}?\s(?:evidence|proof|signs?|indications?)\b(?:\s(?:so\sfar|yet|at\sall))?\s(?:that|of)\s"
)  # what there is no evidence of is negated too
UNBELIEVED: Final = re.compile(
    r"(?:\s\w+ly)?\s(?:believe|think)\sthat\s"
)  # who does not believe that X says that X is not so
NEGATED_VERBS: Final = {
    "won't": "will", "wouldn't": "would", "shouldn't": "should", "mustn't": "must",
    "couldn't": "could", "mightn't": "might",
}  # fmt: skip
BACKWARD_REACH: Final = (
    6  # characters between a verb and the negation it takes ("paid absolutely nothing" is out)
)
_KINDS: Final = (
    "negators",
    "deniers",
    "blockers",
    "hedges",
    "plans",
    "futures",
    "considering",
    "approving",
    "only",
    "all",
    "some",
    "top",
)
_PHRASES: Final = ("negating_phrases", "parts", "considering_phrases")
_PHRASED: Final = {"considering_phrases": "considering"}  # what kind of turn they are


class Term(NamedTuple):
    """A content word or name.

    Attributes:
        concept: `=CN` for a state, the lower-case word for other names, else the stem.
        sense: The `#sense` that the stem shares with others, else the concept.
    """

    concept: str
    sense: str
    word: str
    name: bool
    start: int
    end: int


class Turn(NamedTuple):
    """A word that negates, hedges, plans or limits, with its kind."""

    kind: str
    word: str
    start: int
    end: int


@lru_cache(maxsize=1)
def _turn_words() -> Mapping[str, tuple[str, ...]]:
    """Map single words to the kinds of turn that they are."""
    found: dict[str, list[str]] = {}
    table = load_table("turns")
    for kind in _KINDS:
        for word in (w for w in table[kind] if " " not in w):
            found.setdefault(word, []).append(kind)
    return MappingProxyType({word: tuple(kinds) for word, kinds in found.items()})


def _places(lower: str, phrases: Iterable[str]) -> list[tuple[int, int]]:
    """Return where phrases first stand in a text."""
    return [(at, at + len(phrase)) for phrase in phrases if (at := lower.find(phrase)) >= 0]


def find_turns(text: str, tokens: tuple[Token, ...]) -> tuple[Turn, ...]:
    """Return the turns of a statement in order."""
    table, words, lower = load_table("turns"), _turn_words(), text.lower().replace("’", "'")
    found: list[Turn] = []
    idle = _places(lower, (*table["not_negating"], *table["not_ranking"]))
    for kind in _PHRASES:
        skipped = _places(lower, table["not_parts"]) if kind == "parts" else []
        for at, last in _places(lower, table[kind]):
            inside = JOINED.search(lower[:at]) or lower[last : last + 1].isalpha()
            if not inside and not any(a <= at < b for a, b in skipped):
                found.append(Turn(_PHRASED.get(kind, kind), lower[at:last], at, last))
                idle.append((at, last))  # the "no" of "no longer" negates once
    for before, token in zip((None, *tokens), tokens, strict=False):
        if any(first <= token.start < last for first, last in idle):
            continue
        if is_idle(text, before, token):
            continue
        key = "n't" if token.lower.endswith("n't") else token.lower
        kinds = () if _is_stance(lower, token) else words.get(key, ())
        kinds += words.get(NEGATED_VERBS.get(token.lower, ""), ())
        found += [Turn(kind, token.lower, token.start, token.end) for kind in kinds]
    return tuple(sorted(found, key=lambda turn: (turn.start, turn.kind)))


@lru_cache(maxsize=1)
def _stances() -> re.Pattern[str]:
    return compile_phrases(load_table("turns")["stances"])


def _is_stance(lower: str, token: Token) -> bool:
    """Tell whether "will" begins what somebody rejects now: "will not accept", not what comes."""
    return token.lower in {"will", "would"} and bool(_stances().match(lower, token.start))


def _scope_end(text: str, turn: Turn) -> int:
    """Return where the reach of a negation ends: its clause or gerund ("not voting is legal")."""
    further = (UNSEEN.match(text, turn.end), UNBELIEVED.match(text, turn.end))
    seen = next((found for found in further if found), STRESSED.match(text.lower(), turn.end))
    stop = CLAUSE_END.search(text, seen.end() if seen else turn.end)
    last = stop.start() if stop else len(text)
    around = tokens_of(text[:last])
    at = next((n for n, token in enumerate(around) if token.start <= turn.start < token.end), None)
    if at is None or any(token.lower in AUXILIARIES for token in around[:at]):
        return last
    if SHORTENED.search(text[: turn.start]):
        return last
    beside = (*around[max(0, at - 1) : at], *around[at + 1 : at + 2])
    if not any(token.lower.endswith("ing") for token in beside):
        return last
    for token in around[at + 1 :]:
        form = verb_forms().get(token.lower)
        if token.lower in AUXILIARIES or (
            form and form.form in {"third", "past"} and not form.noun_too
        ):
            return token.start
    return last


def _again(text: str, turn: Turn, turns: tuple[Turn, ...]) -> int:
    """Return where a second thing is negated beside the first ("no ferry and no bridge")."""
    return next((t.start for t in turns if _goes_on(text, turn, t)), len(text))


def _goes_on(text: str, one: Turn, two: Turn) -> bool:
    """Tell whether the second of two negations only goes on with the first."""
    if two.start <= one.end or two.kind != one.kind:
        return False
    return two.word == "nor" or GOING_ON.search(text[one.end : two.start]) is not None


def count_negations(text: str, turns: tuple[Turn, ...]) -> int:
    """Return how often a statement is turned; "neither X nor Y" and "no X, no Y" turn it once."""
    found = [turn for turn in turns if turn.kind in NEGATIONS]
    return sum(not any(_goes_on(text, one, two) for one in found) for two in found)


def is_question(text: str) -> bool:
    """Tell whether the words ask rather than state."""
    text = HINGE.sub("", text)
    opening = text.lstrip(" \"“‘'").split(" ", 1)[0].lower().rstrip(",")
    asking = opening in QUESTIONS or ASKING.match(text) is not None
    return asking or text.rstrip(" \"”’'").endswith("?")


def negates_act(text: str, turns: tuple[Turn, ...]) -> bool:
    """Tell whether the main clause itself is negated, not a gerund or a later clause."""
    for turn in turns:
        if turn.kind not in NEGATIONS or CLAUSE_END.search(text[: turn.start]):
            continue
        stop = CLAUSE_END.search(text, turn.end)
        if _scope_end(text, turn) == (stop.start() if stop else len(text)):
            return True
    return False


def find_negated(text: str, terms: tuple[Term, ...], turns: tuple[Turn, ...]) -> tuple[bool, ...]:
    """Return for each term whether an odd number of negations reach it."""
    table = load_table("turns")
    backward, whole = frozenset(table["backward"]), frozenset(table["whole"])
    flags = [False] * len(terms)
    for turn in turns:
        if turn.kind not in NEGATIONS:
            continue
        last = min(_scope_end(text, turn), _again(text, turn, turns))
        reached = [
            n
            for n, term in enumerate(terms)
            if turn.word in whole or turn.start < term.start < last
        ]
        before = [n for n, term in enumerate(terms) if term.end <= turn.start]
        gap = text[terms[before[-1]].end : turn.start] if before else ""
        if turn.word in backward and before and len(gap) < BACKWARD_REACH:
            reached += [] if JOINING.search(gap) else [before[-1]]
        for n in set(reached):
            flags[n] = not flags[n]
    return tuple(flags)
