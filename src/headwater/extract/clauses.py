"""Splits a sentence's region into the clauses that an analyst would check one by one."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from headwater.extract.words import ADVERBS, AUXILIARIES, DETERMINERS, Words

COORDINATORS: Final = frozenset({"and", "but", "yet"})
CONTRASTS: Final = frozenset({"while", "whereas", "although", "though"})
BREAKS: Final = COORDINATORS | CONTRASTS | {",", ";", "which", "who"}  # all that can begin a cut
OPENING: Final = frozenset({"since", "while", "although", "though", "whereas", "after", "before"})
SUBORDINATORS: Final = frozenset(
    "that which who whom whose where when while because since if whether although though"
    " unless until"
    " after before as how why".split()
)
MAX_SUBJECT: Final = 12  # words; longer stretches before a verb were nearly always not its subject


class Clause(NamedTuple):
    """Token indices of a clause; `subject` is borrowed from the clause before it."""

    body: tuple[int, ...]
    subject: tuple[int, ...] = ()


def split_clauses(words: Words) -> tuple[Clause, ...]:
    """Return the clauses of a region in text order; each token is in at most one body.

    A region is cut before a coordinator, a semicolon or a contrasting conjunction only if both
    sides have a finite verb. A side without a subject of its own borrows the one before.
    """
    cuts = _find_cuts(words)
    if not cuts:
        return (Clause(tuple(range(len(words)))),)
    clauses: list[Clause] = []
    subject: tuple[int, ...] = ()
    edges = [Cut(0, 0, borrows=False), *cuts]
    for at, cut in enumerate(edges):
        stop = edges[at + 1].at if at + 1 < len(edges) else len(words)
        body = tuple(range(cut.start, stop))
        clauses.append(Clause(body, subject if cut.borrows else ()))
        if not cut.borrows:
            subject = find_subject(words, body)
    return tuple(clauses)


class Cut(NamedTuple):
    """A place to cut: the clause before ends at `at`, the next begins at `start`."""

    at: int
    start: int
    borrows: bool


def _find_cuts(words: Words) -> list[Cut]:
    """Return the cuts in order; each leaves a finite verb on both sides."""
    cuts: list[Cut] = []
    begin = 0
    for index in range(1, len(words) - 1):
        cut = _cut_at(words, index, begin)
        if cut is not None and has_finite_verb(words, range(cut.start, len(words))):
            cuts.append(cut)
            begin = cut.start
    return cuts


def _cut_at(words: Words, index: int, begin: int) -> Cut | None:
    """Return the cut at a token, if there is one."""
    word = words[index]
    if word not in BREAKS or not has_finite_verb(words, range(begin, index)):
        return None
    if word == "," and words[begin] in OPENING and _has_clause(words, index + 1):
        return Cut(index, index + 1, borrows=False)
    if word == ";":
        return Cut(index, index + 1, borrows=False)
    comma = words[index - 1] == ","
    end = index - 1 if comma else index
    if word in CONTRASTS and comma and _has_clause(words, index + 1):
        return Cut(end, index + 1, borrows=False)
    if word in {"which", "who"} and comma and _is_verb_phrase(words, index + 1):
        return Cut(end, index, borrows=False)
    if word in COORDINATORS:
        return _cut_coordinated(words, index, begin, end)
    if word == "," and _is_verb_phrase(words, index + 1) and _more_follows(words, index + 1):
        return Cut(index, index + 1, borrows=True)
    return None


def _cut_coordinated(words: Words, index: int, begin: int, end: int) -> Cut | None:
    """Return the cut at `and`, `but`, `yet`, if clauses or verb phrases stand on both sides."""
    after = index + 1
    if words[after] == "that" and _has_clause(words, after + 1):
        return Cut(end, after + 1, borrows=False)
    if _is_verb_phrase(words, after):
        return None if _is_in_relative(words, begin, index) else Cut(end, after, borrows=True)
    if not _has_clause(words, after):
        return None
    comma = end < index
    if (
        comma
        or words[index] != "and"
        or any(words.finite[_last_break(words, begin, index) : index])
    ):
        return Cut(end, after, borrows=False)
    return None


def _is_in_relative(words: Words, begin: int, index: int) -> bool:
    """Tell whether the verb before a token is that of a relative clause ("goods that have ...")."""
    last = max((i for i in range(begin, index) if words.finite[i]), default=0)
    return last > begin and words[last - 1] in {"that", "which", "who"}


def _last_break(words: Words, begin: int, index: int) -> int:
    """Return where the innermost stretch before a token begins (after a comma or subordinator)."""
    for at in range(index - 1, begin, -1):
        if words[at] == "," or words[at] in SUBORDINATORS:
            return at
    return begin


def _skip_adverbs(words: Words, at: int) -> int:
    """Return the first token from `at` on that is no adverb or mark."""
    while at < len(words) and (
        words[at] in ADVERBS or words[at].endswith("ly") or (words.is_mark(at) and words[at] != ",")
    ):
        at += 1
    return at


def _is_verb_phrase(words: Words, at: int) -> bool:
    """Tell whether a finite verb without a subject begins here."""
    at = _skip_adverbs(words, at)
    if at >= len(words) or not words.finite[at]:
        return False
    form = words.verb(at)
    return words[at] in AUXILIARIES or (
        form is not None and form.form in {"past", "third"} and not form.noun_too
    )


def _has_clause(words: Words, at: int) -> bool:
    """Tell whether a subject and then a finite verb stand here."""
    at = _skip_adverbs(words, at)
    if at >= len(words) or words.finite[at] and words[at] in AUXILIARIES:
        return False
    for index in range(at, min(at + MAX_SUBJECT, len(words))):
        if words.finite[index] or _may_be_verb(words, index, at):
            return index > at or "'" in words[index]
        if words[index] in {",", ";", ":", "."} or words[index] in SUBORDINATORS:
            return False
        if is_infinitive(words, index) or (words[index] in COORDINATORS and index > at + 4):
            return False
    return False


def is_infinitive(words: Words, index: int) -> bool:
    """Tell whether `to` and a verb stand here, and not `to` and a noun."""
    if words[index] != "to" or index + 1 >= len(words):
        return False
    form = words.verb(index + 1)
    return words[index + 1] == "be" or (form is not None and form.form in {"base", "past"})


def _may_be_verb(words: Words, index: int, start: int) -> bool:
    """Tell whether a word like "shows" is the verb of a clause that has no other."""
    form = words.verb(index)
    if index <= start or form is None or form.form != "third" or index + 1 >= len(words):
        return False
    return words[index + 1] not in {",", ".", "and", "of"} and words[index - 1] not in DETERMINERS


def _more_follows(words: Words, at: int) -> bool:
    """Tell whether `and` with another verb phrase comes later (a row of verb phrases)."""
    return any(
        words[index] in {"and", "but"} and _is_verb_phrase(words, index + 1)
        for index in range(at, len(words) - 1)
    )


def find_subject(words: Words, body: Sequence[int]) -> tuple[int, ...]:
    """Return the tokens before the first finite verb, without an opening adverbial."""
    for index in body:
        if words.finite[index]:
            first = body[0]
            for at in range(first, index):
                if words[at] == "," and not all(_is_filler(words, i) for i in range(at, index)):
                    first = at + 1
            return tuple(at for at in range(first, index) if not _is_filler(words, at))
    return ()


def _is_filler(words: Words, at: int) -> bool:
    """Tell whether a token before the verb is no part of the subject."""
    return words[at] in ADVERBS or words[at] in {",", "meanwhile", "however"}


def has_finite_verb(words: Words, body: Sequence[int]) -> bool:
    """Tell whether a clause says something: it has a finite verb."""
    if any(words.finite[index] for index in body):
        return True
    return bool(body) and any(_may_be_verb(words, index, body[0]) for index in body)
