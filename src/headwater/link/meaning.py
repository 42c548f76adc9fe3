"""What a statement says, read from its words alone."""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from headwater.lexicon.load import load_table
from headwater.lexicon.tables import country_words
from headwater.lexicon.verbs import verb_forms
from headwater.link.figures import Figure, When, find_dates, find_figures
from headwater.link.words import STOP, Token, senses, sides, stem_of, tokens_of
from headwater.weights.word_table import load_words

NAME_CAPS: Final = 0.6  # share of capitalised uses from which a word is a name even in a headline
TITLE_CASE: Final = 0.6  # share of capitalised long words from which a text is set like a headline
AUXILIARIES: Final = frozenset("is are was were be been has have had will would may might could can do does did".split())
NEGATIONS: Final = frozenset({"negators", "deniers", "blockers", "negating_phrases"})
CLAUSE_END: Final = re.compile(r"[,;:.!?]\s|\s(?:but|although|though|because|while|which|who|that|despite|even)\s")
BACKWARD_REACH: Final = 6  # characters between a verb and the negation it takes ("paid absolutely nothing" is out)
COUNTRY_WORDS: Final = 4  # longest name of a state, in words


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


class Meaning(NamedTuple):
    """What a statement says.

    Attributes:
        terms: Content words and names in order.
        turns: Words that negate, hedge, plan or limit, in order.
        agents, patients: Names before and after the main verb, passive voice turned round.
        sources, goals: Names after `from` and after `to`.
        sides: Rows of the opposites that the words stand in, with +1 or -1.
        negated: For each term, whether the words negate it.
    """

    text: str
    terms: tuple[Term, ...]
    figures: tuple[Figure, ...]
    dates: tuple[When, ...]
    turns: tuple[Turn, ...]
    agents: frozenset[str]
    patients: frozenset[str]
    sources: frozenset[str]
    goals: frozenset[str]
    sides: frozenset[tuple[int, int]]
    negated: tuple[bool, ...]

    def names(self) -> frozenset[str]:
        """Return the names it holds."""
        return frozenset(term.concept for term in self.terms if term.name)

    def count(self, *kinds: str) -> int:
        """Return how many turns are of these kinds."""
        return sum(turn.kind in kinds for turn in self.turns)

    def negative(self) -> bool:
        """Tell whether the words negate: an odd number of negations."""
        return self.count(*NEGATIONS) % 2 == 1


_KINDS: Final = ("negators", "deniers", "blockers", "hedges", "plans", "futures", "considering", "approving", "only", "all", "some", "top")
_PHRASES: Final = ("negating_phrases", "parts")


@lru_cache(maxsize=1)
def _turn_words() -> Mapping[str, tuple[str, ...]]:
    """Map single words to the kinds of turn that they are."""
    found: dict[str, list[str]] = {}
    table = load_table("turns")
    for kind in _KINDS:
        for word in (w for w in table[kind] if " " not in w):
            found.setdefault(word, []).append(kind)
    return MappingProxyType({word: tuple(kinds) for word, kinds in found.items()})


def _find_turns(text: str, tokens: tuple[Token, ...]) -> tuple[Turn, ...]:
    """Return the turns of a statement in order."""
    table, words, lower = load_table("turns"), _turn_words(), text.lower().replace("’", "'")
    found: list[Turn] = []
    idle = [(at, at + len(p)) for p in table["not_negating"] if (at := lower.find(p)) >= 0]
    for kind in _PHRASES:
        for phrase in table[kind]:
            at = lower.find(phrase)
            if at >= 0 and not lower[at - 1 : at].isalpha():
                found.append(Turn(kind, phrase, at, at + len(phrase)))
    for token in tokens:
        if any(first <= token.start < last for first, last in idle):
            continue
        key = "n't" if token.lower.endswith("n't") else token.lower
        if key == "may" and token.text == "May":
            continue
        found += [Turn(kind, token.lower, token.start, token.end) for kind in words.get(key, ())]
    return tuple(sorted(found, key=lambda turn: (turn.start, turn.kind)))


def _scope_end(text: str, turn: Turn) -> int:
    """Return where the reach of a negation ends: its clause, or its gerund ("not voting is legal")."""
    stop = CLAUSE_END.search(text, turn.end)
    last = stop.start() if stop else len(text)
    around = tokens_of(text[:last])
    at = next((n for n, token in enumerate(around) if token.start <= turn.start < token.end), None)
    if at is None or any(token.lower in AUXILIARIES for token in around[:at]):
        return last
    beside = (*around[max(0, at - 1) : at], *around[at + 1 : at + 2])
    if not any(token.lower.endswith("ing") for token in beside):
        return last
    for token in around[at + 1 :]:
        form = verb_forms().get(token.lower)
        if token.lower in AUXILIARIES or (form and form.form in {"third", "past"} and not form.noun_too):
            return token.start
    return last


def _find_negated(text: str, terms: tuple[Term, ...], turns: tuple[Turn, ...]) -> tuple[bool, ...]:
    """Return for each term whether an odd number of negations reach it."""
    table = load_table("turns")
    backward, whole = frozenset(table["backward"]), frozenset(table["whole"])
    flags = [False] * len(terms)
    for turn in turns:
        if turn.kind not in NEGATIONS:
            continue
        last = _scope_end(text, turn)
        reached = [n for n, term in enumerate(terms) if turn.word in whole or turn.start <= term.start < last]
        before = [n for n, term in enumerate(terms) if term.end <= turn.start]
        if turn.word in backward and before and turn.start - terms[before[-1]].end < BACKWARD_REACH:
            reached.append(before[-1])
        for n in set(reached):
            flags[n] = not flags[n]
    return tuple(flags)


def _is_headline(tokens: tuple[Token, ...]) -> bool:
    """Tell whether most long words carry a capital."""
    long_words = [token for token in tokens if len(token.text) > 3]  # noqa: PLR2004
    return bool(long_words) and sum(t.text[0].isupper() for t in long_words) > TITLE_CASE * len(long_words)


def _country_at(tokens: tuple[Token, ...], at: int) -> tuple[str, int] | None:
    """Return the state named at a token and how many tokens name it."""
    if not tokens[at].text[0].isupper():
        return None
    words = country_words()
    for length in range(min(COUNTRY_WORDS, len(tokens) - at), 0, -1):
        phrase = " ".join(token.lower for token in tokens[at : at + length])
        country = words.get(phrase) or words.get(phrase.replace("us", "u.s.") if phrase == "us" and tokens[at].text == "US" else phrase)
        if country is not None:
            return f"={country.iso}", length
    return None


def _find_terms(text: str, tokens: tuple[Token, ...], taken: list[tuple[int, int]]) -> tuple[Term, ...]:
    """Return content words and names, without figures, dates and function words."""
    table, headline = load_words(), _is_headline(tokens)
    found: list[Term] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        state = _country_at(tokens, at)
        if state is not None:
            last = tokens[at + state[1] - 1]
            found.append(Term(state[0], state[0], text[token.start : last.end].lower(), True, token.start, last.end))
            at += state[1]
            continue
        at += 1
        if token.lower in STOP or len(token.lower) < 2 or any(a <= token.start < b for a, b in taken):  # noqa: PLR2004
            continue
        upper = token.text[0].isupper()
        opens = not text[: token.start].strip(" \"“‘'([-—") or text[: token.start].rstrip()[-1:] in ".!?:"
        name = upper and (table.capitals(token.lower) > NAME_CAPS if headline or opens else True)
        stem = stem_of(token.lower)
        if name:
            found.append(Term(token.lower, token.lower, token.lower, True, token.start, token.end))
        else:
            found.append(Term(stem, senses().get(stem, stem), token.lower, False, token.start, token.end))
    return tuple(found)


def _main_verb(tokens: tuple[Token, ...], terms: tuple[Term, ...]) -> int | None:
    """Return where the first finite-looking verb begins."""
    names = {term.start for term in terms if term.name}
    for token in tokens:
        if token.lower in AUXILIARIES:
            return token.start
        form = verb_forms().get(token.lower)
        if form and not form.noun_too and token.start not in names and form.form != "base":
            return token.start
    return None


def _roles(text: str, tokens: tuple[Token, ...], terms: tuple[Term, ...]) -> tuple[frozenset[str], ...]:
    """Return agents, patients, sources and goals among the names."""
    verb = _main_verb(tokens, terms)
    names = [term for term in terms if term.name]
    before = {n.concept for n in names if verb is not None and n.start < verb}
    after = {n.concept for n in names if verb is not None and n.start >= verb}
    lead = {n.concept: text[max(0, n.start - 8) : n.start].lower().replace(" the ", " ").rstrip() for n in names}
    by = {c for c, words in lead.items() if words.endswith(" by")}
    origin = {c for c, words in lead.items() if words.endswith("from")}
    goal = {c for c, words in lead.items() if words.endswith((" to", "into", "toward", "towards"))}
    passive = any(t.lower in {"was", "were", "been", "being", "is", "are"} for t in tokens) and bool(by)
    if passive:
        before, after = by, (before | after) - by
    return frozenset(before), frozenset(after), frozenset(origin), frozenset(goal)


@lru_cache(maxsize=32768)
def read_meaning(text: str) -> Meaning:
    """Return what the words of a statement say.

    Args:
        text: The statement; all places count this text.
    """
    tokens = tokens_of(text)
    dates = find_dates(text)
    taken = [(when.start, when.end) for when in dates]
    figures = find_figures(text, taken)
    taken += [(figure.start, figure.end) for figure in figures]
    terms = _find_terms(text, tokens, taken)
    agents, patients, sources, goals = _roles(text, tokens, terms)
    table = sides()
    held = {row for token in tokens for row in table.get(stem_of(token.lower), ())}
    turns = _find_turns(text, tokens)
    return Meaning(
        text=text, terms=terms, figures=figures, dates=dates, turns=turns, negated=_find_negated(text, terms, turns),
        agents=agents, patients=patients, sources=sources, goals=goals, sides=frozenset(held),
    )  # fmt: skip
