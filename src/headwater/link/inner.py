"""What a statement tells in a clause below its main one, and whether another tells only that."""

import re
from functools import lru_cache
from typing import Final

from headwater.lexicon.verbs import verb_forms
from headwater.link.alignment import Pair, Statement, share_of
from headwater.link.heads import MET, head_of
from headwater.link.meaning import Meaning, read_meaning
from headwater.link.turns import AUXILIARIES
from headwater.link.words import Token, tokens_of

RELATIVES: Final = frozenset({"that", "which", "who", "whose", "whom"})
PREPOSITIONS: Final = frozenset("in on at of for with from by to under during over".split())
BE: Final = frozenset("is are was were be been being 's it".split())
FINITE: Final = frozenset({"third", "past"})
LATER: Final = re.compile(r"[,;]\s(?:and|but)\s|[;—–]\s")  # where the main clause goes on
# Share of the main clause's words that the other has at most, and share of the other's words that
# the clause below has at least: then the other tells that clause alone. Of 4,869 pairs of one gold
# claim six are so, and one of 106 pairs of other events that were read as the same.
MAIN: Final = 0.35
BELOW: Final = 0.5
WORDS: Final = 2  # terms of a main clause below which it tells too little


def _is_finite(token: Token) -> bool:
    form = verb_forms().get(token.lower)
    finite = form is not None and form.form in FINITE and not form.noun_too
    unlisted = form is None and token.lower.endswith("ed")
    return token.lower in AUXILIARIES or (token.text.islower() and (finite or unlisted))


def _opens(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether a relative clause opens here: "the fire that killed", not "said that"."""
    word, before = tokens[at].lower, tokens[at - 1]
    if word not in RELATIVES or tokens[at].start != before.end + 1:
        return False  # behind a comma it tells a fact of its own, that others may tell too
    form = verb_forms().get(before.lower)
    if word != "that":
        return form is None or form.noun_too or before.lower in PREPOSITIONS
    if before.lower in BE or (form is not None and not form.noun_too):
        return False
    behind = at + 1 + tokens[at + 1].lower.endswith("ly")
    return behind < len(tokens) and _is_finite(tokens[behind])


def _ends(tokens: tuple[Token, ...], at: int) -> int:
    """Return where a clause below the subject ends: before the main verb, the second one."""
    verbs = [n for n in range(at + 1, len(tokens)) if _is_finite(tokens[n])]
    row = 0
    while row + 1 < len(verbs) and verbs[row + 1] - verbs[row] == 1:
        row += 1  # "has been", "was killed"
    return verbs[row + 1] if row + 1 < len(verbs) else len(tokens)


@lru_cache(maxsize=32768)
def _opening(meaning: Meaning) -> int | None:
    """Return the token that opens the first relative clause, None without one."""
    tokens = tuple(tokens_of(meaning.text))
    return next((n for n in range(1, len(tokens) - 1) if _opens(tokens, n)), None)


@lru_cache(maxsize=32768)
def clause_below(meaning: Meaning) -> tuple[int, int] | None:
    """Return where a relative clause below a main one begins and ends, None without one."""
    tokens, at = tuple(tokens_of(meaning.text)), _opening(meaning)
    if at is None:
        return None
    start = tokens[at].start
    if any(_is_finite(token) for token in tokens[:at]):
        later = LATER.search(meaning.text, start)
        return start, later.start() if later else len(meaning.text)
    end = _ends(tokens, at)
    return (start, tokens[end].start) if end < len(tokens) else None


def _tells_below(pair: Pair, one: Statement, two: Statement) -> bool:
    """Tell whether what the second has of the first is what a clause below its main one tells."""
    place = clause_below(one.meaning)
    if place is None:
        return False
    start, end = place
    terms, text = one.meaning.terms, one.meaning.text
    best, weight = (
        (pair.best_left, pair.weight_left)
        if one is pair.left
        else (pair.best_right, pair.weight_right)
    )
    below = [n for n, term in enumerate(terms) if start <= term.start < end]
    about = max((n for n, term in enumerate(terms) if term.end <= start), default=-1)
    main = [n for n in range(len(terms)) if n not in below and n != about and not terms[n].name]
    if len(main) < WORDS or not below or about < 0:
        return False
    if share_of(best[main], weight[main]) > MAIN or any(best[n] >= MET for n in main[:1]):
        return False
    if head_of(read_meaning(text[:start] + text[end:])) is None:
        return False
    inner = one._replace(meaning=read_meaning(text[terms[about].start : end]))
    told = Pair(inner, two, pair.rarity)
    return share_of(told.best_right, told.weight_right) >= BELOW


def tells_clause(pair: Pair) -> bool:
    """Tell whether one of two statements tells only what the other tells in a relative clause.

    "Nine were hurt" is not "the guild owned to the fire that hurt nine".
    """
    if all(_opening(side.meaning) is not None for side in (pair.left, pair.right)):
        return False  # "the fire that hurt nine" may only name what both tell of
    return _tells_below(pair, pair.left, pair.right) or _tells_below(pair, pair.right, pair.left)
