"""What a statement says, read from its words alone."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from headwater.lexicon.tables import country_words
from headwater.lexicon.verbs import verb_forms
from headwater.link.days import When, find_dates
from headwater.link.figures import Figure, find_figures
from headwater.link.turns import (
    AUXILIARIES,
    NEGATIONS,
    Term,
    Turn,
    count_negations,
    find_negated,
    find_turns,
)
from headwater.link.words import STOP, Token, senses, sides_of, stem_of, tokens_of
from headwater.weights.word_table import load_words

NAME_CAPS: Final = 0.6  # share of capitalised uses from which a word is a name even in a headline
TITLE_CASE: Final = 0.6  # share of capitalised long words from which a text is set like a headline
MODIFIED: Final = re.compile(
    r" (?!(?:and|or|who|which|that)\b)[a-z]+(?:man|men|er|or|ist|ian|ers|ors)\b"
)
# Before who is acted with: "talks with Chile broke down". Who acts "along with" others acts too.
BESIDE: Final = re.compile(
    r"(?<!along )(?<!together )\b(?:with|against) (?:the )?(?:[A-Z][\w.’'-]* )*$"
)
# What is likely, clear or sure, or what somebody thinks: who acts is told behind it.
FRAMED: Final = re.compile(
    r"(?:[A-Z][\w.’'-]* ){1,4}"
    r"(?:thinks?|thought|believes?|believed|feels|felt|insists|insisted|argues|argued) (?:that )?"
    r"(?=[\w’'-]+(?: [\w’'-]+){0,4}? (?:is|are|was|were|has|have|had|will|would|should|did)\b)"
    r"|[^.;:,]{0,40}?\b(?:is|was|are|were|be|seems?|looks?|became)\b[^.;:,]{0,40}?"
    r"\b(?:likely|unlikely|clear|plain|obvious|evident|certain|sure|confident|convinced|aware|true"
    r"|possible|probable|known)[”\"’']* that "
)
PASSIVE: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|being) (?:\w+ly )?(\w+)(?: [\w’'$%.-]+){0,4}? by (?!\w+ing\b)",
    re.IGNORECASE,
)
PHRASE_END: Final = re.compile(
    r"[,;:(]| (?:in|on|at|for|to|of|from|after|before|during|as|with|over|who|which|that)\b"
)
UNDERGONE: Final = frozenset({"past", "participle"})
COUNTRY_WORDS: Final = 4  # longest name of a state, in words


class Meaning(NamedTuple):
    """What a statement says.

    Attributes:
        terms: Content words and names in order.
        turns: Words that negate, hedge, plan or limit, in order.
        agents, patients: Names before and after the main verb, passive voice turned round.
        sources, goals: Names after `from` and after `to`.
        sides: Rows of the opposites that the words stand in, with +1 or -1.
        negated: For each term, whether the words negate it.
        rows: For each term, its row in the word table, -1 for names and unknown words.
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
    rows: tuple[int, ...]

    def names(self) -> frozenset[str]:
        """Return the names it holds."""
        return frozenset(term.concept for term in self.terms if term.name)

    def count(self, *kinds: str) -> int:
        """Return how many turns are of these kinds."""
        return sum(turn.kind in kinds for turn in self.turns)

    def negative(self) -> bool:
        """Tell whether the words negate: an odd number of negations."""
        return count_negations(self.text, self.turns) % 2 == 1


def _is_headline(tokens: tuple[Token, ...]) -> bool:
    """Tell whether most long words carry a capital."""
    long_words = [token for token in tokens if len(token.text) > 3]  # noqa: PLR2004
    return bool(long_words) and sum(t.text[0].isupper() for t in long_words) > TITLE_CASE * len(
        long_words
    )


def _country_at(tokens: tuple[Token, ...], at: int) -> tuple[str, int] | None:
    """Return the state named at a token and how many tokens name it."""
    if not tokens[at].text[0].isupper():
        return None
    words = country_words()
    for length in range(min(COUNTRY_WORDS, len(tokens) - at), 0, -1):
        phrase = " ".join(token.lower for token in tokens[at : at + length])
        country = words.get(phrase) or words.get(
            phrase.replace("us", "u.s.") if phrase == "us" and tokens[at].text == "US" else phrase
        )
        if country is not None:
            return f"={country.iso}", length
    return None


def _find_terms(
    text: str, tokens: tuple[Token, ...], taken: list[tuple[int, int]]
) -> tuple[Term, ...]:
    """Return content words and names, without figures, dates and function words."""
    headline = _is_headline(tokens)
    found: list[Term] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        state = _country_at(tokens, at)
        if state is not None:
            last = tokens[at + state[1] - 1].end
            found.append(_name(state[0], text[token.start : last].lower(), token.start, last))
            at += state[1]
            continue
        at += 1
        figure = any(first <= token.start < last for first, last in taken)
        if figure or token.lower in STOP or len(token.lower) == 1:
            continue
        if _is_name(text, token, headline=headline):
            initials = token.lower.replace(".", "")  # "F.B.I." is "FBI"
            found.append(_name(initials, initials, token.start, token.end))
        else:
            stem = stem_of(token.lower)
            sense = senses().get(stem, stem)
            found.append(
                Term(stem, sense, token.lower, name=False, start=token.start, end=token.end)
            )
    return tuple(found)


def _name(concept: str, words: str, start: int, end: int) -> Term:
    """Return a term that is a name."""
    return Term(concept, concept, words, name=True, start=start, end=end)


def _is_name(text: str, token: Token, *, headline: bool) -> bool:
    """Tell whether a word is a name: by its capital where that tells, else by its usual one."""
    if not token.text[0].isupper():
        return False
    before = text[: token.start]
    opens = not before.strip(" \"“‘'([-—") or before.rstrip()[-1:] in ".!?:"
    return not (headline or opens) or load_words().capitals(token.lower) > NAME_CAPS


def _main_verb(tokens: tuple[Token, ...], terms: tuple[Term, ...]) -> int | None:
    """Return where the first finite-looking verb begins."""
    names = {term.start for term in terms if term.name}
    for token in tokens:
        if token.lower in AUXILIARIES:
            return token.start
        form = verb_forms().get(token.lower)
        if form and not form.noun_too and token.start not in names and form.form != "base":
            return token.start
    past = (t.start for t in tokens[1:] if t.text.islower() and t.lower.endswith("ed"))
    return next((start for start in past if start not in names), None)  # a verb no list has


def _is_party(text: str, name: Term) -> bool:
    """Tell whether a name stands for itself, not for where a lower-case noun comes from.

    Nor does who is named behind "with" or "against" act: "talks with Chile broke down".
    """
    if BESIDE.search(text, 0, name.start):
        return False
    return name.concept.startswith("=") or not MODIFIED.match(text, name.end)


def _doer(text: str, first: int) -> tuple[int, int] | None:
    """Return where a passive clause tells who does it: "was signed in May by the new mayor"."""
    found = PASSIVE.search(text, first)
    form = verb_forms().get(found[1].lower()) if found else None
    if found is None or not (found[1].endswith("ed") or (form and form.form in UNDERGONE)):
        return None
    end = PHRASE_END.search(text, found.end())
    return found.end(), end.start() if end else len(text)


def _roles(
    text: str, tokens: tuple[Token, ...], terms: tuple[Term, ...]
) -> tuple[frozenset[str], ...]:
    """Return agents, patients, sources and goals among the names."""
    framed = FRAMED.match(text)
    first = framed.end() if framed else 0
    verb = _main_verb(tuple(token for token in tokens if token.start >= first), terms)
    names = [term for term in terms if term.name and term.start >= first]
    before = {
        n.concept for n in names if verb is not None and n.start < verb and _is_party(text, n)
    }
    after = {n.concept for n in names if verb is not None and n.start >= verb}
    lead = {
        n.concept: text[max(0, n.start - 8) : n.start].lower().replace(" the ", " ").rstrip()
        for n in names
    }
    by = {c for c, words in lead.items() if words.endswith(" by")}
    origin = {c for c, words in lead.items() if words.endswith("from")}
    goal = {c for c, words in lead.items() if words.endswith((" to", "into", "toward", "towards"))}
    passive = any(
        t.lower in {"was", "were", "been", "being", "is", "are"} for t in tokens
    ) and bool(by)
    doer = _doer(text, first)
    if doer:
        by = {name.concept for name in names if doer[0] <= name.start < doer[1]}
    if passive or doer:
        before, after = by, (before | after) - by
    return frozenset(before), frozenset(after), frozenset(origin), frozenset(goal)


def _find_rows(terms: tuple[Term, ...]) -> tuple[int, ...]:
    """Return the row of each term in the word table."""
    table = load_words()
    return tuple(-1 if term.name else table.rows.get(term.word, -1) for term in terms)


def _find_sides(
    tokens: tuple[Token, ...],
    terms: tuple[Term, ...],
    turns: tuple[Turn, ...],
    negated: tuple[bool, ...],
) -> frozenset[tuple[int, int]]:
    """Return the rows of the opposites that the words stand in; a negated word changes sides."""
    own = {turn.start for turn in turns if turn.kind in NEGATIONS}
    away = {t.start for t, flag in zip(terms, negated, strict=True) if flag} - own
    return frozenset(
        (row, -sign if token.start in away else sign) for token, row, sign in sides_of(tokens)
    )


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
    turns = find_turns(text, tokens)
    negated = find_negated(text, terms, turns)
    return Meaning(
        text=text, terms=terms, figures=figures, dates=dates, turns=turns,
        negated=negated, rows=_find_rows(terms),
        agents=agents, patients=patients, sources=sources, goals=goals,
        sides=_find_sides(tokens, terms, turns, negated),
    )  # fmt: skip
