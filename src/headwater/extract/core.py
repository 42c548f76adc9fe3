"""The words of a statement that tell whether it is so: its main clause, and what hangs on it."""

from typing import Final, NamedTuple

from headwater.extract.words import ADVERBS, AUXILIARIES, PRONOUNS, Words
from headwater.lexicon.load import load_table

REACH: Final = 4  # words after the finite verb in which a hedge or a negation still bears on it
ADJECTIVE: Final = (
    4  # words from "is" to the adjective on which a clause hangs ("is not at all sure")
)
OPENINGS: Final = frozenset(
    "if unless whether when while as although though because since after before until once"
    " whereas where".split()
)
DESPITE: Final = frozenset("despite amid given with notwithstanding".split())
BELOW: Final = frozenset("if unless when while because although though once".split())
CONDITIONS: Final = frozenset({"if", "unless", "whether"})
PERSONS: Final = frozenset("he she they we i".split())
ARTICLES: Final = frozenset("the a an his her its their".split())
DAYS: Final = frozenset("day week month year time morning evening night moment decade and".split())
RELATIVES: Final = frozenset({"who", "which", "that", "whom"})
BE: Final = frozenset("is are was were am been be being".split())
WHOLE: Final = {("what",), ("all",)}
STOPS: Final = frozenset(
    {"which", "who", "whom", "whose", "where", "because", "since", "although", "though", "that"}
)


class Core(NamedTuple):
    """Token indices of the words that decide; `condition` if an open "if" governs the statement.

    Attributes:
        main: The main clause up to a few words after its finite verb, without clauses below it.
        inner: The same of the clause that is what the statement says ("it is clear that ...").
        finite: The main finite verb, None in a phrase without one.
    """

    main: tuple[int, ...]
    inner: tuple[int, ...]
    finite: int | None
    condition: bool


def read_core(words: Words) -> Core:
    """Return the words of a statement that decide how firm it is."""
    start, condition = _skip_opening(words)
    behind = _clause_behind(words, start)
    finite = _main_verb(words, start) if behind is None else None
    if finite is not None and words[start] == "to":
        below = next((i for i in range(start, finite) if words[i] in BELOW), None)
        behind, finite = (below, None) if below is not None else (None, finite)
    if finite is None:
        stop = len(words) if behind is None else behind
        return Core(tuple(range(start, stop)), (), None, condition)
    main = (*_subject(words, start, finite), *range(finite, _stop(words, finite)))
    return Core(main, _inner(words, finite), finite, condition)


def _skip_opening(words: Words) -> tuple[int, bool]:
    """Return where the main clause begins, behind "if ..., " and its like."""
    first = next((i for i in range(len(words)) if not words.is_mark(i)), 0)
    granted = words.lower[first : first + 1] == ("even",)  # "even if ..., " is no condition
    first += granted
    if words.lower[first : first + 1] and words[first] in DESPITE:
        return _behind_phrase(words, first), False
    if first >= len(words) or not (words[first] in OPENINGS or _is_time(words, first)):
        return first, False
    condition = (
        not granted
        and words[first] in CONDITIONS
        and "not" not in words.lower[first + 1 : first + 3]
    )
    for at in range(first + 2, len(words) - 1):
        if words[at] == "," and any(words.finite[first:at]) and any(words.finite[at:]):
            return at + 1, condition
    return first, condition


def _behind_phrase(words: Words, first: int) -> int:
    """Return where the main clause begins behind "despite no pay, " or "with no help, "."""
    comma = next((i for i in range(first, len(words) - 1) if words[i] == ","), len(words) - 1)
    apart = not any(words.finite[first:comma]) and any(words.finite[comma + 2 :])
    return comma + 1 if apart and not words.finite[comma + 1] else first


def _is_time(words: Words, first: int) -> bool:
    """Tell whether a clause of time begins with a noun ("the last time it rained, ...")."""
    opening = words.lower[first : first + 3]
    if opening[:2] in {("every", "time"), ("each", "time")} or opening == ("by", "the", "time"):
        return True
    return opening[:1] == ("the",) and opening[1:2] != ("same",) and opening[2:] == ("time",)


def _main_verb(words: Words, start: int) -> int | None:
    """Return the first finite verb that is not that of a relative clause."""
    found = [i for i in range(start, len(words)) if words.finite[i]]
    if words.lower[start : start + 1] in WHOLE:  # "what we know is that ..."
        hinge = [i for i in found if words[i] in BE and words.lower[i + 1 : i + 2] == ("that",)]
        found = hinge or found
    plain = (i for i in found if _relative_before(words, start, i) is None)
    return next(plain, _verb_of_pronoun(words, start) or (found[0] if found else None))


def _verb_of_pronoun(words: Words, start: int) -> int | None:
    """Return the plain verb right behind a pronoun ("I truly regret my trust in men who ...")."""
    first = next((i for i in range(start, len(words)) if not words.is_mark(i)), start)
    while words.lower[first : first + 1] in {("today",), ("now",)}:
        first += 1
    if first >= len(words) or words[first] not in PERSONS:
        return None
    at = first + 1
    while at < len(words) and (words[at] in ADVERBS or words[at].endswith("ly")):
        at += 1
    form = words.verb(at) if at < len(words) else None
    plain = form is not None and form.form in {"base", "past"}
    return at if plain or words.lower[at : at + 1] and words[at].endswith("ed") else None


def _clause_behind(words: Words, start: int) -> int | None:
    """Return where a clause touches the noun that it is about ("the reason he is not paying")."""
    verb = next((i for i in range(start, len(words)) if words.finite[i]), 0)
    if not verb:
        return None
    at = verb if "'" in words[verb] else verb - 1  # where "he" stands
    if at <= start + 1 or words[at].split("'")[0] not in PERSONS or words[start] not in ARTICLES:
        return None
    before = words.raw[at - 1]
    return at if before.isalpha() and before.islower() and before not in DAYS else None


def _relative_before(words: Words, start: int, verb: int) -> int | None:
    """Return the relative pronoun that is the subject of a verb."""
    at = verb - 1
    while at > start and (words[at] in ADVERBS or words[at].endswith("ly")):
        at -= 1
    return at if at > start and words[at] in RELATIVES else None


def _subject(words: Words, start: int, finite: int) -> tuple[int, ...]:
    """Return the tokens before the main verb, without a relative clause among them."""
    for at in range(start + 1, finite):
        if words[at] in RELATIVES and any(words.finite[at:finite]):
            return tuple(range(start, at))
    return tuple(range(start, finite))


def _stop(words: Words, finite: int) -> int:
    """Return where the reach of a finite verb ends."""
    stop = min(len(words), finite + REACH + 1)
    return next((i for i in range(finite + 1, stop) if words[i] in STOPS), stop)


def _inner(words: Words, finite: int) -> tuple[int, ...]:
    """Return the deciding words of the clause on which the statement comes down."""
    start = _inner_start(words, finite)
    verb = _main_verb(words, start) if start is not None else None
    if start is None or verb is None:
        return ()
    return (*_subject(words, start, verb), *range(verb, _stop(words, verb)))


def _inner_start(words: Words, finite: int) -> int | None:
    """Return where the clause begins that hangs on a verb or an adjective of certainty."""
    table = load_table("negation")
    for at in range(finite, min(len(words) - 1, finite + ADJECTIVE + 1)):
        form = words.verb(at)
        thought = form is not None and form.lemma in {"think", "believe", "mean"}
        if at == finite and finite and words[at] in BE and words[at + 1] == "that":
            return at + 2  # "the trouble is that ..."
        hangs = words[at] in table["sure"] or (form is not None and form.lemma in table["showing"])
        if (hangs or thought) and words[at + 1] == "that":
            return at + 2
        if (words[at] in table["sure"] or thought) and words[at + 1] in PRONOUNS:
            return at + 1
        if at > finite and words.finite[at] and words[at] not in AUXILIARIES:
            return None
    return None
