"""Splits a sentence's region into the clauses that an analyst would check one by one."""

from typing import Final, NamedTuple

from headwater.extract.inserts import RELATIVE, find_inserts, opens_relative
from headwater.extract.joints import (
    clashes,
    follows_on,
    is_in_row,
    joins_adjectives,
    joins_agents,
    joins_nothing,
    joins_openings,
    joins_participles,
    joins_series,
    joins_subjects,
    opens_event,
    stands_behind_as,
    tells_when,
)
from headwater.extract.results import befell, verb_of_event
from headwater.extract.shared import Cut, cut_again, cut_row, cut_shared
from headwater.extract.subjects import find_subject, main_part
from headwater.extract.told_of import about_before
from headwater.extract.verb_phrases import (
    COORDINATORS,
    SUBORDINATORS,
    has_clause,
    has_finite_verb,
    has_main_verb,
    is_gerund,
    is_verb_phrase,
    opens_told,
    runs_on,
    skip_adverbs,
)
from headwater.extract.words import AUXILIARIES, Words

CONTRASTS: Final = frozenset({"while", "whereas", "although", "though"})
CONDITIONS: Final = frozenset({"if", "unless", "as", "because", "when"})
BREAKS: Final = COORDINATORS | CONTRASTS | {",", ";", "which", "who", "whose", "nor"}  # begin a cut
PARTICLES: Final = frozenset({"down", "off", "out", "away", "back"})  # "up and down"
OPENING: Final = CONTRASTS | {"since", "after", "before"}


class Clause(NamedTuple):
    """Token indices of a clause; `subject` is borrowed from the clause before it."""

    body: tuple[int, ...]
    subject: tuple[int, ...] = ()


def split_clauses(words: Words) -> tuple[Clause, ...]:
    """Return the clauses of a region in text order; each token is in at most one body.

    A region is cut before a coordinator, a semicolon or a contrasting conjunction only if both
    sides have a finite verb. A side without a subject of its own borrows the one before. A clause
    put in between commas is one of its own, about the noun phrase before it.
    """
    inserts = find_inserts(words)
    if not inserts:
        return _split_plain(words)
    gone = {i for insert in inserts for i in range(insert.comma, insert.stop)}
    kept = [i for i in range(len(words)) if i not in gone]
    around = _split_plain(words.pick(kept))
    clauses = [Clause(*(tuple(kept[i] for i in part) for part in clause)) for clause in around]
    for insert in inserts:
        about = (*insert.about, insert.comma) if insert.about else ()
        clauses.append(Clause(insert.body, about))
    return tuple(sorted(clauses))


def _split_plain(words: Words) -> tuple[Clause, ...]:
    """Return the clauses of a stretch in which no clause is put into another."""
    cuts = _find_cuts(words)
    if not cuts:
        return (Clause(tuple(range(len(words)))),)
    clauses: list[Clause] = []
    subject: tuple[int, ...] = ()
    for at, cut in enumerate(edges := [Cut(0, 0, borrows=False), *cuts]):
        stop = edges[at + 1].at if at + 1 < len(edges) else len(words)
        body = tuple(range(cut.start, stop))
        lonely = cut.borrows and not subject and not cut.lead and words[cut.start] != "to"
        if lonely and clauses:
            whole = tuple(range(clauses[-1].body[0], stop))
            clauses[-1] = clauses[-1]._replace(body=whole)  # nobody is known to do the second
            continue
        clauses.append(Clause(body, (*(subject if cut.borrows else ()), *cut.lead)))
        if not cut.borrows:  # nobody is sure to do what comes behind "who"
            subject = () if cut.lead else find_subject(words, main_part(words, body))
    return tuple(clauses)


def _find_cuts(words: Words) -> list[Cut]:
    """Return the cuts in order; each leaves a finite verb on both sides."""
    cuts: list[Cut] = []
    begin = 0
    for index in range(1, len(words) - 1):
        cut = _cut_at(words, index, begin)
        if cut is None and cuts:
            cut = cut_again(words, index, cuts[-1])
        if cut is not None and _says(words, cut):
            cuts.append(cut)
            begin = cut.start
    return cuts


def _says(words: Words, cut: Cut) -> bool:
    """Tell whether what follows a cut has a verb of its own."""
    if cut.lead or words[cut.start] == "to" or (cut.borrows and is_gerund(words, cut.start)):
        return True
    return has_finite_verb(words, range(cut.start, len(words)))


def _cut_at(words: Words, index: int, begin: int) -> Cut | None:
    """Return the cut at a token, if there is one."""
    if (
        words[index] not in BREAKS
        or _is_between_dashes(words, index)
        or joins_nothing(words, index)
    ):
        return None
    end = index - 1 if words[index - 1] == "," else index
    if not has_finite_verb(words, range(begin, index)):
        return cut_shared(words, index, begin, end) if words[begin] == "to" else None
    if words[index] in COORDINATORS and joins_openings(words, begin, index):
        return None
    if words[index] in COORDINATORS:
        return _cut_coordinated(words, index, begin, end)
    if words[index] in {",", ";"}:
        row = cut_row(words, index, begin) if words[index] == "," else None
        return row or _cut_at_mark(words, index, begin)
    if words[index] == "nor":
        return _cut_denied(words, index, begin, end)
    return _cut_behind_comma(words, index, begin, end) if end < index else None


def _is_between_dashes(words: Words, index: int) -> bool:
    """Tell whether a token is inside what stands between two dashes: no place to end a clause."""
    before = sum(words.is_dash(i) for i in range(index))
    return before % 2 == 1 and any(words.is_dash(i) for i in range(index, len(words)))


def _cut_denied(words: Words, index: int, begin: int, end: int) -> Cut | None:
    """Return the cut before "nor did he say when"; the word stays, as it negates."""
    paired = "neither" in words.lower[begin:index] or words[index + 1] not in AUXILIARIES
    return None if paired else Cut(end, index, borrows=False)


def _cut_at_mark(words: Words, index: int, begin: int) -> Cut | None:
    """Return the cut at a comma or semicolon."""
    after = index + 1
    opening = (words[begin] in OPENING or opens_event(words, begin, index)) and has_clause(
        words, after
    )
    if words[index] == ";" and not has_main_verb(words, _up_to_next(words, after)):
        return None  # "include Borg, a miller; Roe, a diver who left; and Lund"
    if words[index] == ";" or opening or joins_series(words, begin, index):
        return Cut(index, after, borrows=False)
    if words[after] == "that" and _is_in_row(words, begin, after):
        return Cut(index, after + 1, borrows=False)
    in_row = is_in_row(words, begin, index)
    goes_on = is_gerund(words, after) and runs_on(words, after) and not in_row
    if goes_on and (
        befell(words, after)
        or stands_behind_as(words, begin, index)
        or words[skip_adverbs(words, after) + 1] == "it"
        or _is_subordinate(words, begin, index)
    ):
        return None  # who is doing it, the main clause or the one below, only sense can tell
    if goes_on or (follows_on(words, begin, index, after) and _more_follows(words, after)):
        return Cut(index, after, borrows=True, lead=verb_of_event(words, begin, index, after))
    return None


def _cut_behind_comma(words: Words, index: int, begin: int, end: int) -> Cut | None:
    """Return the cut at "while" and its like, "which" or "who" behind a comma."""
    after = index + 1
    if words[index] in RELATIVE | {"whose"}:
        if not opens_relative(words, index) or _goes_on_behind(words, after):
            return None
        about = about_before(words, end, index)
        lead = (*about, end) if about else tuple(range(begin, index))
        return Cut(end, index, borrows=False, lead=lead)  # unsure: with all that stands before
    if has_clause(words, after):
        return Cut(end, after, borrows=False)
    return Cut(end, after, borrows=True) if is_gerund(words, after) else None


def _up_to_next(words: Words, start: int) -> range:
    """Return the tokens from a place to the next semicolon."""
    return range(start, next((i for i in range(start, len(words)) if words[i] == ";"), len(words)))


def _is_in_row(words: Words, begin: int, that: int) -> bool:
    """Tell whether "that" opens another thing told, and "and that" the last of them."""
    if not opens_told(words, that) or any(opens_told(words, i) for i in range(begin, that)):
        return False
    later = range(that + 1, len(words) - 1)
    return any(words[i] == "and" and opens_told(words, i + 1) for i in later)


def _goes_on_behind(words: Words, start: int) -> bool:
    """Tell whether a sentence goes on with its verb behind a clause between commas.

    "He said the board, which meets in May, is split" is whole: it cannot end before "which".
    """
    closes = (n for n in range(start + 1, len(words) - 1) if words[n] == ",")
    return any(words.finite[n + 1] and is_verb_phrase(words, n + 1) for n in closes)


def _cut_coordinated(words: Words, index: int, begin: int, end: int) -> Cut | None:
    """Return the cut at `and`, `but`, `yet`, if clauses or verb phrases stand on both sides."""
    after = index + 1
    if joins_adjectives(words, index) or joins_agents(words, index) or words[after] in PARTICLES:
        return None
    if words[after] == "that" and _opens_clause(words, after + 1, comma=end < index):
        return _cut_told(words, index, begin, end)
    if is_verb_phrase(words, after):
        if words[begin] in {"if", "unless"} or not follows_on(words, begin, index, after):
            return None  # what is done on a condition stays with it
        lower = _is_subordinate(words, begin, index) or clashes(words, begin, after)
        lower = lower or joins_participles(words, index)
        return None if lower else Cut(end, after, borrows=True)
    if not has_clause(words, after):
        return cut_shared(words, index, begin, end)
    comma = end < index
    below = joins_subjects(words, begin, index) or not has_main_verb(words, range(begin, index))
    if not comma and below:
        return None  # "the boxes that hold ore and two pumps were found"
    if (
        comma
        or words[index] != "and"
        or any(words.finite[_last_break(words, begin, index) : index])
    ):
        return Cut(end, after, borrows=False)
    return None


def _cut_told(words: Words, index: int, begin: int, end: int) -> Cut | None:
    """Return the cut before "and that Roe left", if it does not go with a "that" before it."""
    held = any(_is_told(words, begin, i) for i in range(begin + 1, index))
    apart = words[index] == "but" and end < index  # "..., but that pier was sold"
    return None if held and not apart else Cut(end, index + 2, borrows=False)


def _opens_clause(words: Words, at: int, *, comma: bool) -> bool:
    """Tell whether a clause follows "and that", and not a verb ("and that is all")."""
    if has_clause(words, at):
        return True
    return comma and not words.finite[at] and has_finite_verb(words, range(at, len(words)))


def _is_told(words: Words, begin: int, at: int) -> bool:
    """Tell whether "that" opens what a verb before it tells."""
    return any(words.finite[begin:at]) and opens_told(words, at)


def _is_other_tense(words: Words, at: int, index: int) -> bool:
    """Tell whether "would" and the verb behind a joint clash ("that it would help and filed")."""
    last = max((i for i in range(at, index) if words.finite[i]), default=at)
    after = skip_adverbs(words, index + 1)
    form = words.verb(after) if after < len(words) else None
    past = words[after] in {"was", "were", "had"} or (form is not None and form.form == "past")
    return words[last] in {"will", "would"} and past


def _is_subordinate(words: Words, begin: int, index: int) -> bool:
    """Tell whether the verb before a token is that of a clause below ("goods that have ...").

    What follows such a clause without a comma goes with it ("if they leave and pay the fine").
    """
    last = max((i for i in range(begin, index) if words.finite[i]), default=0)
    if last > begin and (words[last - 1] in {"that", "which", "who"} or tells_when(words, last)):
        return True
    for at in range(index - 1, begin - 1, -1):
        if words[at] == ",":
            return False
        if _is_told(words, begin, at):
            return not _is_other_tense(words, at, index)
        opens = words[at] in ((SUBORDINATORS - {"that"}) | {"once"} if at > begin else CONDITIONS)
        if opens and any(words.finite[at:index]):  # not "shortly after noon"
            return True
    return False


def _last_break(words: Words, begin: int, index: int) -> int:
    """Return where the innermost stretch before a token begins (after a comma or subordinator)."""
    for at in range(index - 1, begin, -1):
        if words[at] == "," or words[at] in SUBORDINATORS:
            return at
    return begin


def _more_follows(words: Words, at: int) -> bool:
    """Tell whether `and` with another verb phrase comes later (a row of verb phrases)."""
    return any(
        words[index] in {"and", "but"} and is_verb_phrase(words, index + 1)
        for index in range(at, len(words) - 1)
    )
