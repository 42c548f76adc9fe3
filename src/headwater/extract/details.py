"""Details that share a sentence with the fact they go with: reasons, aims, what came of it.

Others repeat the fact and tell other details, so each is a statement of its own: "Velia closed the
mill" and "the dam had failed" of "Velia closed the mill because the dam had failed".
"""

from typing import Final, NamedTuple

from headwater.extract.aims import (
    TAILS,
    acts_itself,
    find_blamed,
    is_blamed,
    is_not_done,
    is_to_come,
    is_trip,
)
from headwater.extract.appositions import about_name, ends_with_apposition, names_step
from headwater.extract.bare import listed
from headwater.extract.clauses import Clause
from headwater.extract.leftovers import PERHAPS
from headwater.extract.noun_phrases import phrase_before
from headwater.extract.results import befell, tail_of_time, verb_of_event
from headwater.extract.subjects import find_subject
from headwater.extract.verb_phrases import (
    SUBORDINATORS,
    has_clause,
    has_finite_verb,
    has_main_verb,
    is_gerund,
    skip_adverbs,
)
from headwater.extract.words import AUXILIARIES, DETERMINERS, PREPOSITIONS, Words

REASONS: Final = frozenset("because since although though while whereas as".split())
TIMES: Final = frozenset("after before when once".split())
OF_TIME: Final = frozenset("time times day days moment year years era period".split())
HEDGED: Final = frozenset("if unless whether".split())
DEGREES: Final = frozenset("so more less than as such same much".split())
NEGATIONS: Final = frozenset("not never neither no nothing cannot".split())
MARKED: Final = frozenset(
    "only even just partly largely mainly often part not never ever almost hours days weeks months"
    " years hour day week month year minutes long insofar - far".split()
)  # words that go with the conjunction behind them ("just because", "days after")
INNER: Final = frozenset("than that which who and or , as".split())
LAST: Final = frozenset("this these following such as is are was were be".split())
ASKING: Final = frozenset("how what who whether why where when which".split())
RANKS: Final = frozenset("first only last most best worst highest lowest biggest largest".split())
SAYING: Final = frozenset("do note put recommend report show see know tell go call".split())
BELOW: Final = frozenset("that how who which what whether why".split())
OPENERS: Final = SUBORDINATORS | {"and", "but", "as"}
SHARES: Final = frozenset("some many most several all none both one two three".split())
PAST: Final = frozenset("was were had did wasn't weren't hadn't didn't".split())
LEAST: Final = 3  # words of a fact, and of what follows a conjunction, an aim or a colon
LONG: Final = 7  # words of a clause of time; shorter ones only tell when ("before Borg left")
ITEM: Final = 4  # words behind ", " in which the "and" of a list's last item comes


class Detail(NamedTuple):
    """Where a fact ends and its detail begins.

    It borrows `lead`, or the subject if it `borrows` and has none; `shared` follow either.
    """

    at: int
    start: int
    lead: tuple[int, ...] = ()
    borrows: bool = False
    shared: tuple[int, ...] = ()


def cut_details(words: Words, clause: Clause) -> tuple[Clause, ...]:
    """Return a clause as its fact and its details, in text order; only itself if it has none.

    Cut are reasons, contrasts, aims, means, what came of a thing (", raising fears"), what one is
    blamed or thanked for, what a name is said to be, and what a colon opens. What happens on a
    condition stays whole, and so does what is not done at some time; a mere time stays with what
    happened then.
    """
    here = words.pick(clause.body)
    details = _find_details(here)
    if not details:
        return (clause,)
    subject = clause.subject or _subject(here, clause, range(details[0].at))
    if here[0] in {"who", "which"} and here[details[0].at - 1] == ",":
        subject = ()  # "the divers, who had left, in order to hide it": who did it is not sure
    main, found = subject, [clause._replace(body=clause.body[: details[0].at])]
    for detail, stop in zip(details, [*(d.at for d in details[1:]), len(here)], strict=True):
        if detail.borrows and not (subject or detail.lead):
            joined = (*found[-1].body, *clause.body[detail.at : stop])
            found[-1] = found[-1]._replace(body=joined)
            continue
        lead = tuple(clause.body[i] for i in detail.lead) or (subject if detail.borrows else ())
        if detail.shared and is_gerund(here, detail.start) and not detail.lead:
            lead = main  # what came of the first fact
        if not detail.borrows:
            subject = _subject(here, clause, range(detail.start, stop))
        shared = tuple(clause.body[i] for i in detail.shared)
        over = tail_of_time(here, detail.start, stop) if is_gerund(here, detail.start) else stop
        if over < stop:  # "the ferry sank, killing ten, shortly after it had left"
            told = clause.body[: detail.at - 1] if len(found) == 1 else found[-1].body
            found[-1] = found[-1]._replace(body=(*told, *clause.body[over + 1 : stop]))
        found.append(Clause(clause.body[detail.start : over], (*lead, *shared)))
    return tuple(found)


def _subject(words: Words, clause: Clause, body: range) -> tuple[int, ...]:
    """Return the subject of a stretch of a clause, without what opens it ("although Borg")."""
    found = [i for i in find_subject(words, body) if not words.is_mark(i) or i > body.start]
    while found and (words[found[0]] in OPENERS or words.is_mark(found[0])):
        found.pop(0)
    return tuple(clause.body[i] for i in found)


def _find_details(words: Words) -> list[Detail]:
    """Return the details of a clause in text order."""
    found: list[Detail] = []
    begin = 0
    for index in range(LEAST, len(words) - LEAST):
        if index - begin < LEAST or not _is_told(words, index, first=not found):
            continue
        detail = _detail_at(words, index) or (_again(words, index, found[-1]) if found else None)
        if detail is not None and _is_closed(words, index):
            found.append(detail)
            begin = detail.start
    return found


def _is_told(words: Words, index: int, *, first: bool) -> bool:
    """Tell whether a fact is told before a place, and not only what its subject is."""
    before = range(index)
    aside = (i for i in range(1, index) if words[i] in {"who", "which"} and words[i - 1] == ",")
    opened = next(aside, index)
    told = has_finite_verb(words, before) and has_main_verb(words, before)
    return words[index - 1] != "that" and (
        not first or (told and any(words.finite[i] for i in range(opened)))
    )


def _is_closed(words: Words, index: int) -> bool:
    """Tell whether no bracket is open at a place."""
    return words.raw[:index].count("(") == words.raw[:index].count(")")


def _detail_at(words: Words, index: int) -> Detail | None:
    """Return the detail that begins at a token, if one does."""
    if words[index] in REASONS | TIMES and (told := _clause_at(words, index)):
        return told
    if words[index] == "in" and words[index + 1] == "that" and has_clause(words, index + 2):
        return Detail(index, index + 2)
    if words[index] == ":":
        return Detail(index, index + 1) if _explains(words, index) else None
    if words[index] == "for" and is_gerund(words, index + 1) and is_blamed(words, index):
        return Detail(index, index, find_blamed(words, index), borrows=True)
    if words[index - 1] == "," and (said := _apposed(words, index) or _some(words, index)):
        return said
    tied = _is_tied(words, index) and not _is_carried(words, index)
    if not tied or befell(words, index):
        return None
    event = verb_of_event(words, 0, index - 1, index) if words[index - 1] == "," else ()
    return Detail(index, index, borrows=True, shared=event)


def _is_carried(words: Words, index: int) -> bool:
    """Tell whether the verb before is that of a clause below: whose aim it is, is not sure."""
    verb = max((i for i in range(index) if words.finite[i]), default=0)
    return any(words[i] in BELOW for i in range(1, verb))


def _is_tied(words: Words, index: int) -> bool:
    """Tell whether an aim, a means or what came of a thing begins here, without a subject."""
    if words[index - 1] in PERHAPS:
        return False  # "closed the mill, perhaps in preparation for a sale"
    if any(words.lower[index : index + len(p)] == p for p in TAILS) or is_trip(words, index):
        return not is_not_done(words, index)
    if words[index - 1] == "," or _is_last_dash(words, index - 1):
        return _follows(words, index)
    means = words[index] == "by" and is_gerund(words, index + 1)
    idle = "," in words.lower[index:] or acts_itself(words, index) or is_not_done(words, index)
    return means and not idle


def _apposed(words: Words, index: int) -> Detail | None:
    """Return what the last name is said to be, or what sums up the sentence ("a move that")."""
    if names_step(words, index):
        return Detail(index, index)
    about = about_name(words, index - 1) if ends_with_apposition(words, index) else ()
    return Detail(index - 1, index, (*about, index - 1)) if about else None


def _some(words: Words, index: int) -> Detail | None:
    """Return what is told of some of a thing ("letters, some of which were burnt")."""
    row = words.lower[index : index + 3]
    told = row[0] in SHARES and row[1:] in {("of", "which"), ("of", "whom")}
    about = phrase_before(words, index - 1) if told else ()
    return Detail(index - 1, index, (*about, index - 1)) if about else None


def _is_last_dash(words: Words, index: int) -> bool:
    """Tell whether a dash stands here and none behind it."""
    return words.is_dash(index) and not any(words.is_dash(i) for i in range(index + 1, len(words)))


def _again(words: Words, index: int, last: Detail) -> Detail | None:
    """Return the second deed behind one preposition ("for selling A and closing B")."""
    first = words[last.start] in {"by", "for"} and is_gerund(words, last.start + 1)
    if words[index] != "and" or not first or not is_gerund(words, index + 1):
        return None
    return Detail(index, index + 1, last.lead, last.borrows, (last.start,))


def _clause_at(words: Words, index: int) -> Detail | None:
    """Return the detail that a conjunction opens, if what follows is a fact of its own."""
    before, comma = words[index - 1], words[index - 1] == ","
    hyphen = words[index + 1] == "-"
    of = words[index + 1] == "of"  # "because of"
    if before in MARKED or before.endswith("ly") or hyphen or of or not _opens(words, index + 1):
        return None
    held = HEDGED if comma else HEDGED | DEGREES
    if not held.isdisjoint(words.lower[:index]):
        return None
    if words[index] in TIMES and (not _is_event(words, index) or is_to_come(words, index)):
        return None
    if words[index] == "as" and _likens(words, index):
        return None
    if words[index] == "since" and (before in OF_TIME or not RANKS.isdisjoint(words.lower[:index])):
        return None  # "it is a long time since we left"
    return Detail(index, index + 1)


def _likens(words: Words, index: int) -> bool:
    """Tell whether "as" likens or names who says so ("as they say", "label as", "as I do")."""
    verb = next(i for i in range(index + 1, len(words)) if words.finite[i])
    before, told = words.verb(index - 1), min(skip_adverbs(words, verb + 1), len(words) - 1)
    forms = [words.verb(i) for i in (verb, told) if i == verb or words[verb] in AUXILIARIES]
    lemmas = {form.lemma for form in forms if form is not None}
    says = not lemmas.isdisjoint(listed("clausal") | SAYING)
    labels = before is not None and not before.noun_too
    return says or labels or len(words) - index <= LONG or verb + LEAST > len(words)


def _opens(words: Words, at: int) -> bool:
    """Tell whether a subject with its verb stands here, and no word that leads to another."""
    if not has_clause(words, at):
        return False
    ends = (i for i in range(at, len(words)) if words.finite[i] or words[i] in INNER)
    stop = next(ends, None)
    return stop is not None and words.finite[stop]


def _is_event(words: Words, index: int) -> bool:
    """Tell whether a clause of time tells what has happened, in more than a few words.

    "When it is ready" is no fact; what is to come before a thing is one that is planned.
    """
    denied = any(words[i] in NEGATIONS or words[i].endswith("n't") for i in range(index))
    if denied or len(words) - index - 1 < LONG or words[index - 1] in OF_TIME:
        return False
    verb = next(i for i in range(index + 1, len(words)) if words.finite[i])
    form = words.verb(verb)
    past = words[verb] in PAST or (form is not None and form.form == "past")
    return past or words[index] == "before"


def _explains(words: Words, index: int) -> bool:
    """Tell whether a colon opens what is more than a list, a question or a quotation."""
    spaced = words.text[words.places[index][1] : words.places[index][1] + 1].isspace()
    rest = range(index + 1, len(words))
    listed_here = "," in words.lower[index:] and not has_finite_verb(words, rest)
    quoted = words.raw[index + 1] in {"“", '"', "«", "‘"}
    points = words[0] in {"here", "there"} or words[index - 1] in LAST  # "Here is the truth: ..."
    asks = words[index + 1] in ASKING
    return spaced and not (quoted or listed_here or points or asks)


def _follows(words: Words, index: int) -> bool:
    """Tell whether ", raising fears ..." begins here: no item of a list, and nothing said."""
    at = skip_adverbs(words, index)
    if not is_gerund(words, index) or at + 1 >= len(words):
        return False
    form = words.verb(at)
    if form is None or form.lemma in listed("clausal") or _is_quoted(words, index):
        return False
    if words[at + 1] == "it" or is_gerund(words, index - 2):
        return False  # "leaving it open whether", "from owning, making or selling pumps"
    joint = next((i for i in range(at + 1, at + ITEM) if words.lower[i : i + 1] == ("and",)), 0)
    item = words[at + 1] not in DETERMINERS | PREPOSITIONS
    return not (item and joint and words.lower[joint + 1] not in DETERMINERS)


def _is_quoted(words: Words, index: int) -> bool:
    """Tell whether quotation marks stand behind a place."""
    marks = ("“", '"', "«", "''")
    return any(mark in words.text[words.places[index][0] : words.places[-1][1]] for mark in marks)
