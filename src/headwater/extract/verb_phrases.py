"""Where verbs and their subjects stand in a stretch of words."""

from collections.abc import Sequence
from typing import Final

from headwater.extract.list_words import is_adjective
from headwater.extract.noun_phrases import WHEN
from headwater.extract.words import ADVERBS, AUXILIARIES, DETERMINERS, PREPOSITIONS, THINGS, Words

COORDINATORS: Final = frozenset({"and", "but", "yet"})
SUBORDINATORS: Final = frozenset(
    "that which who whom whose where when while because since if whether although though"
    " unless until"
    " after before as how why".split()
)
NO_DEEDS: Final = frozenset(
    "including according citing regarding concerning following pending barring notwithstanding"
    " depending saying adding noting being having excluding starting beginning using given"
    " considering ranging".split()
)  # -ing forms that are prepositions, or that only tell how the main verb is done
PARTICLES: Final = frozenset("up down off out over".split())
SUBJECTS: Final = frozenset("i we he she they it you".split())
RELATIVE: Final = frozenset({"who", "whom", "whose", "which", "that"})
NEAR: Final = frozenset(
    "or all as outside inside near behind above below around like than off out up down beyond"
    " beside along past except plus because both half such".split()
)  # words before a noun phrase that no noun carries
NO_NAMES: Final = DETERMINERS | frozenset("what how when where why who which please let's".split())
HEAD: Final = 6  # words of a headline in which its "to" comes
NO_VERB_BEHIND: Final = frozenset("to not be been being what".split())
SENTENCE: Final = 6  # words of a sentence whose verb is not sure
CLOSED: Final = 2  # characters behind a sentence's words: a quotation's end and a full stop
MIN_CARRIED: Final = 2  # words of a noun phrase before a clause that it carries
MIN_GERUND: Final = 5  # words; shorter phrases say nothing that could be checked alone
ITEM_REACH: Final = 2  # words behind "building blocks" in which the list's "and" comes
ASIDES: Final = frozenset({("a",), ("an",), ("the",), ("his",), ("her",), ("its",)})
MAX_ASIDE: Final = 25  # words; what closes later was no aside
STOPS: Final = frozenset({",", ";", ":", ".", "whatever", "whoever", "whichever"})
MAX_SUBJECT: Final = 12  # words; longer stretches before a verb were nearly always not its subject


def skip_adverbs(words: Words, at: int) -> int:
    """Return the first token from `at` on that is no adverb or mark."""
    while at < len(words) and (
        words[at] in ADVERBS or words[at].endswith("ly") or (words.is_mark(at) and words[at] != ",")
    ):
        at += 1
    return at


def is_verb_phrase(words: Words, at: int) -> bool:
    """Tell whether a finite verb without a subject begins here."""
    at = skip_adverbs(words, at)
    if at >= len(words) or not words.finite[at]:
        return False
    form = words.verb(at)
    if at and words[at - 1] == "," and words.lower[at + 1 : at + 2] == ("by",):
        return False  # "a board, headed by Roe"
    return words[at] in AUXILIARIES or (
        form is not None and form.form in {"past", "third"} and not form.noun_too
    )


def is_gerund(words: Words, at: int) -> bool:
    """Tell whether an -ing form that takes a subject from before begins here."""
    at = skip_adverbs(words, at)
    form = words.verb(at) if at < len(words) else None
    return form is not None and form.form == "ing" and words[at] not in NO_DEEDS


def runs_on(words: Words, at: int) -> bool:
    """Tell whether an -ing phrase goes on to the end, as a second thing that the subject does.

    An -ing form that is the first word of a list's item ("parts, building blocks and tools") opens
    no phrase.
    """
    stop = len(words)
    if at + 1 < len(words) and words[at + 1] not in DETERMINERS | PREPOSITIONS:
        joints = {"and", "or"} & set(words.lower[at + 2 : at + 2 + ITEM_REACH])
        if joints and words.raw[at + 1].islower():
            return False
    while stop > at and words.is_mark(stop - 1):
        stop -= 1
    return stop - at >= MIN_GERUND and not {",", ";"} & set(words.lower[at:stop])


def has_clause(words: Words, at: int) -> bool:
    """Tell whether a subject and then a finite verb stand here."""
    at = skip_adverbs(words, at)
    if at >= len(words) or words.finite[at] and words[at] in AUXILIARIES:
        return False
    stop = at + MAX_SUBJECT
    for index in range(at, len(words)):
        if index >= stop:
            return False
        if words.finite[index] and _is_carried(words, index, at):
            stop = index + MAX_SUBJECT  # the clause's own verb comes behind that one
            continue
        if words.finite[index] or _may_be_verb(words, index, at):
            joined = words[index - 1] in COORDINATORS  # "Borg and makes pumps"
            return (index > at and not joined) or "'" in words[index]
        if words[index] == "," and index > at and _behind_aside(words, index):
            return True
        if _ends_subject(words, index, at):
            return False
    return False


def opens_told(words: Words, at: int) -> bool:
    """Tell whether "that" opens what is told ("was sure that Borg left"), with its subject."""
    return words[at] == "that" and has_clause(words, at + 1)


def _is_carried(words: Words, index: int, at: int) -> bool:
    """Tell whether a verb is that of a clause that a noun carries ("raids of the kind we saw")."""
    head = words[index - 2] if index - 2 > at else ""
    if words[index - 1] not in SUBJECTS or words[at] in PREPOSITIONS | SUBORDINATORS:
        return False
    named = words.raw[index - 2][0].isupper()  # "unlike Borg I paid"
    return (
        not named
        and head.isalpha()
        and head not in WHEN | PREPOSITIONS | SUBORDINATORS | COORDINATORS
    )


def _ends_subject(words: Words, index: int, at: int) -> bool:
    """Tell whether no subject that begins at a token goes on to another one."""
    if words[index] in STOPS | SUBORDINATORS or _compares(words, index):
        return True
    if words[index] not in COORDINATORS:
        return is_infinitive(words, index)
    if words[index] == "but" and words[index - 1] != "not":
        return True  # "calls and meetings, but the time has come"
    # "unfair and I hope": another clause begins behind it
    return index > at + 4 or not SUBJECTS.isdisjoint(words.lower[index + 1 : index + 2])


def _behind_aside(words: Words, comma: int) -> int:
    """Return where a verb stands behind an aside ("Borg, a miller from Lima, sold"); 0 if none.

    The aside tells who the name before it is: it begins with an article and has no verb.
    """
    if words.lower[comma + 1 : comma + 2] not in ASIDES or not words.raw[comma - 1][0].isupper():
        return 0
    for index in range(comma + 2, min(comma + MAX_ASIDE, len(words) - 1)):
        if words.finite[index]:
            return 0
        if words[index] == "," and words.finite[index + 1]:
            return index + 1
    return 0


def _compares(words: Words, index: int) -> bool:
    """Tell whether "than" goes with an adjective before it ("sleepier than Borg was")."""
    return words[index] == "than" and words[index - 1] not in {"more", "less", "fewer", "other"}


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
    if words.raw[index][0].isupper() and words[index - 1] in {"and", "&", "of", "for"}:
        return False  # "Committee on Ways and Means"
    if form.noun_too and (is_adjective(words[index - 1]) or words[index - 1] in PREPOSITIONS):
        return False  # "local taxes", "the fate of mails"
    thing = form.noun_too or words[index] in THINGS
    if thing and words[index + 1] in PREPOSITIONS:
        behind = index == start + 1 and start > 0 and words[start - 1] == "and"
        if behind or words.raw[index - 1][0].isupper():
            return False  # "at Oslo and dock workers in", "the Borg campaigns during the war"
    return words[index + 1] not in {",", ".", "and", "of"} and words[index - 1] not in DETERMINERS


def has_finite_verb(words: Words, body: Sequence[int]) -> bool:
    """Tell whether a clause says something: it has a finite verb."""
    if any(words.finite[index] for index in body):
        return True
    return bool(body) and any(_may_be_verb(words, index, body[0]) for index in body)


def may_say(words: Words, body: Sequence[int]) -> bool:
    """Tell whether a whole sentence without a sure verb has one that may be it ("the hut burned").

    A line without a full stop is mostly a caption or a heading, and one that begins with a base
    form a command.
    """
    last = words.places[body[-1]][1]
    closed = words.text[last : last + CLOSED].lstrip('”"’')[:1] == "."
    first = words.verb(body[0])
    if not closed or len(body) < SENTENCE or set(words.lower) & (SUBORDINATORS - PREPOSITIONS):
        return False
    asks = (first is not None and first.form == "base") or "please" in words.lower
    return not asks and any(_may_tell(words, i) for i in body[1:-1])


def _may_tell(words: Words, index: int) -> bool:
    """Tell whether a word has the form of a verb behind what may be its subject or an adverb."""
    form, before = words.verb(index), words[index - 1]
    if form is not None and form.form == "base" and "to" in words.lower[:index]:
        return False  # "to help Borg win"
    shaped = words[index].endswith("ed") if form is None else form.form in {"past", "third", "base"}
    noun = form is not None and form.noun_too
    opened = before in DETERMINERS | PREPOSITIONS | AUXILIARIES | COORDINATORS | NO_VERB_BEHIND
    return shaped and not noun and words.raw[index].islower() and not opened and before.isalpha()


def has_main_verb(words: Words, body: Sequence[int]) -> bool:
    """Tell whether a stretch has a finite verb outside the clauses that its nouns carry.

    "The men who held a rally" and "the power the lobby wields" have none.
    """
    verbs = [index for index in body if words.finite[index]]
    if not verbs:
        return False
    before = [i for i in body[1:] if i < verbs[0] and _carries(words, i, body[0])]
    if not before:
        return True
    openers = sum(1 for i in body[1:] if _is_relative(words, i)) or 1
    plain = sum(1 for i in body if i > verbs[0] and _is_plain(words, i))
    return len(verbs) + plain > openers


def _is_plain(words: Words, index: int) -> bool:
    """Tell whether a base form is the verb of a plural subject ("the men who came want")."""
    form, before = words.verb(index), words[index - 1]
    if form is None or form.form != "base" or form.noun_too or words.finite[index]:
        return False
    free = before not in AUXILIARIES | DETERMINERS | ADVERBS | COORDINATORS | {"to", "not", "n't"}
    return free and before.isalpha()


def _carries(words: Words, index: int, first: int) -> bool:
    """Tell whether a clause that a noun carries begins here: "who ...", "(the plan) he made"."""
    if _is_relative(words, index):
        return True
    if words[first] not in DETERMINERS or index < first + MIN_CARRIED:
        return False
    opens = words[index] in DETERMINERS | SUBJECTS
    form = words.verb(index - 1)
    plain = words[index - 1].isalpha() and (form is None or form.noun_too)
    joined = words[index - 1] in PREPOSITIONS | DETERMINERS | COORDINATORS | SUBORDINATORS | NEAR
    return opens and plain and not joined and not words[index - 1].endswith("ly")


def _is_relative(words: Words, index: int) -> bool:
    """Tell whether "who" or "that" goes with the noun before it and not with an aside's comma."""
    if words[index] not in RELATIVE or words[index - 1] == "," or index + 1 >= len(words):
        return False
    return words[index] != "that" or is_finite_at(words, index + 1)


def shape_of(words: Words, at: int) -> str:
    """Return "ing" or "base" for a verb in that form, else "".

    A word that may be a noun counts as a verb behind "to" or with an object.
    """
    form = words.verb(at) if at < len(words) else None
    if form is None or form.form not in {"ing", "base"}:
        return ""
    following = words[at + 1] if at + 1 < len(words) else ""
    plain = at > 0 and words[at - 1] == "to"
    if following in PARTICLES:  # "close up a site"
        following = words[at + 2] if at + 2 < len(words) else ""
    object_behind = following in DETERMINERS or following in {"it", "them", "him"}
    if form.form == "base" and form.noun_too and not (plain or object_behind):
        return ""
    return form.form


def is_finite_at(words: Words, at: int) -> bool:
    """Tell whether a finite verb stands here, adverbs aside."""
    at = skip_adverbs(words, at)
    return at < len(words) and words.finite[at]


def tells_plan(words: Words, body: Sequence[int]) -> bool:
    """Tell whether a headline tells what a name is to do ("Borg to visit Oslo, meet Roe")."""
    to = next((i for i in body[:HEAD] if words[i] == "to"), 0)
    if not to or not is_infinitive(words, to):
        return False
    first, before, form = words[body[0]], words[to - 1], words.verb(body[0])
    named = words.raw[body[0]][0].isupper() and not first.endswith("ing") and first not in NO_NAMES
    asks = form is not None and form.form == "base"  # "Click here to join"
    thing = not is_adjective(before) and not words.is_mark(to - 1)
    return named and thing and not asks and not PREPOSITIONS & set(words.lower[body[0] : to])
