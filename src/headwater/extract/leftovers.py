"""What is left of a sentence when somebody's words are taken out, and whether it stands alone."""

from collections.abc import Sequence
from typing import Final

from headwater.extract.bare import listed
from headwater.extract.kinds import is_meta
from headwater.extract.noun_phrases import WHEN
from headwater.extract.subjects import RELATIVE
from headwater.extract.verb_phrases import COORDINATORS, SUBORDINATORS, has_clause
from headwater.extract.words import ADVERBS, AUXILIARIES, DETERMINERS, PREPOSITIONS, Words
from headwater.model.span import Span

CLAUSAL: Final = frozenset("when if who whom whose where because unless whether".split())
PERHAPS: Final = frozenset("perhaps apparently clearly presumably possibly".split())
GRANTING: Final = frozenset("though although while because as".split())
WIDTH: Final = 2  # characters behind a leftover in which its sentence goes on: a comma, a space
DANGLING: Final = PREPOSITIONS | DETERMINERS | AUXILIARIES | frozenset({"that", "if", "than", "as"})
NEAR: Final = 3  # words behind "who" among which its verb is ("who had also met")
PASSIVE: Final = frozenset("is are was were be been being not never get got gets".split())
OPENING: Final = frozenset("“‘«\"'")
PAST: Final = frozenset("was were had did wasn't weren't hadn't didn't".split())
FREE: Final = frozenset("in during after amid over at".split())  # prepositions of time and place
LONGEST_TIME: Final = 7  # words of a clause that only tells when ("after they left the hall")
LONGEST_SUM: Final = 5  # a comma and the words of "a rare public step"
LONGEST_STUB: Final = 6  # words: "It is also impossible to tell"
REACH: Final = 3  # characters behind a statement in which its sentence goes on
LIKENING: Final = frozenset({"like", "unlike", "contrary", "thanks", "besides", "instead"})
MEASURES: Final = frozenset(
    "just only even shortly hours days weeks months years minutes".split()
)  # words before "after" or "as"
HANGING: Final = frozenset({"that", "who", "whom", "whose", "because", "if", "as", "when", "where"})


def without_ends(words: Words, sentence: Span) -> tuple[int, ...]:
    """Return the tokens of a leftover without a stub before its first or behind its last joint.

    "[Borg's] site, but the story was removed" keeps the story; "the dam barely held, but in Lima
    [Borg fears a flood]" keeps the dam.

    Args:
        words: All that is left of the sentence in one place.
        sentence: The whole sentence.
    """
    first, last = 0, len(words)
    begun = any(c.isalnum() for c in words.text[sentence.start : words.places[0][0]])
    if begun:
        first = _behind_stub(words) or _behind_time(words)
    if words.places[-1][1] + WIDTH < sentence.end:
        last = _before_stub(words, first)
    return tuple(range(first, last))


def _behind_stub(words: Words) -> int:
    """Return where a clause begins behind a stub without a verb; 0 if there is no stub."""
    for at in range(1, len(words) - 2):
        if words.finite[at]:
            return 0
        if words[at] in COORDINATORS and words[at - 1] == "," and has_clause(words, at + 1):
            return at + 1
    return 0


def _behind_time(words: Words) -> int:
    """Return where a clause begins behind "hours after" or "even as"; 0 if it does not.

    So does a deed at length behind "when" or "after", which is told for its own sake.
    """
    at = 0
    while at < len(words) - 1 and (words[at] in MEASURES or words[at][0].isdigit()):
        at += 1
    tied = 0 < at < len(words) - 1 and words[at] in {"after", "before", "as", "while", "though"}
    if tied and has_clause(words, at + 1):
        return at + 1
    return 1 if words[0] in {"after", "before", "when"} and _is_deed(words) else 0


def _is_deed(words: Words) -> bool:
    """Tell whether a clause behind its conjunction tells at length what happened."""
    verb = next((i for i in range(1, len(words)) if words.finite[i]), 0)
    form = words.verb(verb)
    bare = words.lower[verb + 1 : verb + 2][:1]  # "the hearing hosted by Roe", "reports found in"
    done = (
        form is not None and form.form == "past" and bare and bare[0] not in PREPOSITIONS - {"to"}
    )
    past = words[verb] in PAST or done
    return bool(past) and len(words) > LONGEST_TIME and has_clause(words, 1)


def _before_stub(words: Words, first: int) -> int:
    """Return where a stub without a verb begins ("..., but in Lima"); the end if none does."""
    if len(words) > first + 2 and words[-2] == "," and words[-1] in ADVERBS | PERHAPS:
        return len(words) - 2
    if (sums := _sums_up(words)) and any(words.finite[first:sums]):
        return sums
    if _leads_to_what(words) and any(words.finite[first:]):
        return len(words) - 1  # "the raid killed ten in [what Roe called a mistake]"
    for at in range(len(words) - 1, first + 1, -1):
        if words.finite[at]:
            return len(words)
        if words[at] == "including" and words[at - 1] == ",":
            return at - 1
        granted = words[at] in GRANTING and words[at - 1] in {",", "even"}
        if granted or (words[at] in COORDINATORS and words[at - 1] == ","):
            opens = at + 1 == len(words) or words[at + 1] in PREPOSITIONS
            at -= words[at - 1] == "even"
            return at - 1 if opens and any(words.finite[first:at]) else len(words)
    return len(words)


def _sums_up(words: Words) -> int:
    """Return the comma before ", a step [that Borg called a mistake]" at the end; 0 if none."""
    comma = next((i for i in range(len(words) - 1, 0, -1) if words[i] == ","), 0)
    short = 0 < comma < len(words) - 2 and len(words) - comma <= LONGEST_SUM
    behind = words.text[words.places[-1][1] :].split(None, 1)[:1]
    told = behind in (["that"], ["which"]) and words[min(comma + 1, len(words) - 1)] in {"a", "an"}
    return comma if short and told and not any(words.finite[comma:]) else 0


def before_clause(words: Words, kept: Sequence[int]) -> int:
    """Return where ", a day after" begins at the end, whose clause is somebody's words."""
    marks = (at for at in range(len(kept) - 2, max(0, len(kept) - 5), -1) if words[kept[at]] == ",")
    return next(marks, len(kept)) if words[kept[-1]] in {"after", "before", "until"} else len(kept)


def _leads_to_what(words: Words) -> bool:
    """Tell whether the last word ties the sentence to somebody's "what ...", as no verb asks."""
    behind = words.text[words.places[-1][1] :].split(None, 1)[:1]
    free = words[-1] in FREE or (words[-1] in PREPOSITIONS and words.lower[-2:-1] == (",",))
    return free and behind == ["what"]


def goes_on(text: str, end: int) -> bool:
    """Tell whether a word or an opening quotation mark stands right behind a place."""
    gap, behind = text[end : end + 1], text[end : end + REACH].lstrip(" ")
    if gap not in {" ", "“", "‘", "«"}:
        return False
    return bool(behind) and (behind[0].isalnum() or behind[0] in OPENING)


def stands_alone(words: Words, body: Sequence[int]) -> bool:
    """Tell whether a leftover is a sentence of its own, or is about a silence.

    A leftover without a subject, one that hangs on a conjunction, and one that stops at a verb
    whose object was somebody's words are no statements.
    """
    first = words[body[0]]
    said = " ".join(words[i] for i in body)
    if is_meta(said):
        return True
    opens = words.verb(body[0])
    if opens is not None and opens.form in {"past", "third"} and not opens.noun_too:
        return words.raw[body[0]][0].isupper()
    told = _has_main_verb(words, body) or _tells_who(words, body)
    if dangles(words, body[-1]) or not told or _stops(words, body):
        return False
    if words.finite[body[0]]:
        return "'" in first
    if first in PREPOSITIONS | LIKENING:  # "in May, the mill closed", not "amid cuts to steel"
        if first in SUBORDINATORS and has_clause(words, body[0] + 1):
            return True  # "since the mill closed"
        dated = words[body[0] + 1] in WHEN or words[body[0] + 1].isdigit()
        if dated and has_clause(words, body[0] + 2):
            return True  # "in 2031 the mill closed"
        commas = (i for i in body[:-1] if words[i] == "," and words[i + 1] not in PREPOSITIONS)
        return any(has_clause(words, i + 1) for i in commas)
    pointing = words.raw[body[0]] == "That"
    return pointing or not (first in HANGING or _only_opens(words, body))


def _stops(words: Words, body: Sequence[int]) -> bool:
    """Tell whether a leftover stops at a verb whose object was somebody's words.

    "Prices have risen; ..." is over.
    """
    last, before = words.verb(body[-1]), words[body[-2]] if len(body) > 1 else ""
    if last is None or last.form == "base" or last.noun_too or before in PASSIVE:
        return False
    end = words.places[body[-1]][1]
    tells = last.lemma in listed("clausal") or words[body[0]] in RELATIVE
    over = words.text[end : end + 1] in {".", "!"}
    apart = words.text[end : end + 1] == "," and words.raw[body[-1]].islower()
    if (over or apart) and not tells:
        return False  # nobody's words follow: "after he got less than he expected."
    joined = words.lower[body[-1] + 1 : body[-1] + 2] == (";",)
    return not (joined and before in {"has", "have", "had"})


def _only_opens(words: Words, body: Sequence[int]) -> bool:
    """Tell whether a leftover only opens what somebody else's words tell ("It is no wonder")."""
    if words[body[0]].endswith("ly") and words.lower[body[0] + 1 : body[0] + 2] == ("that",):
        return True  # "[so often and so] loudly that he coughed"
    short = len(body) <= LONGEST_STUB and words[body[0]].partition("'")[0] in {"it", "there"}
    ends = body[-1] + 1 == len(words)
    return short and ends and goes_on(words.text, words.places[body[-1]][1])


def dangles(words: Words, index: int) -> bool:
    """Tell whether a word asks for another behind it ("the", "of", "may", but not "May")."""
    return words[index] in DANGLING and words.raw[index] not in {"May", "Will"}


def _has_main_verb(words: Words, body: Sequence[int]) -> bool:
    """Tell whether some verb is not that of a relative clause ("officials who spoke ...")."""
    finite = [i for i in body if words.finite[i]]
    below = sum(words[i] in CLAUSAL for i in body[1:] if finite and i < finite[-1])
    if finite and below >= len(finite):
        return False  # "Roe on the radio, when asked if she would go"
    return not finite or any(i == 0 or words[i - 1] not in RELATIVE for i in finite)


def _tells_who(words: Words, body: Sequence[int]) -> bool:
    """Tell whether a relative clause tells of a name before it ("Roe, who met Borg in May")."""
    marks = (i for i in body[1:-2] if words[i] == ",")
    at = next((i for i in marks if words[i + 1] in {"who", "which"}), 0)
    named = words.raw[body[0]][0].isupper() and not any(words.finite[body[0] : at])
    return at > 0 and named and any(words.finite[at + 2 : at + 2 + NEAR])
