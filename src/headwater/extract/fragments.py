"""What is cut out as a statement and makes none: questions, bare phrases, commands."""

import re
from typing import Final

from headwater.extract.asking import tells_nothing
from headwater.extract.bare import count_telling
from headwater.extract.leftovers import dangles, goes_on
from headwater.extract.statements import Statement
from headwater.extract.verb_phrases import (
    COORDINATORS,
    SUBORDINATORS,
    has_finite_verb,
    has_main_verb,
    is_finite_at,
    is_infinitive,
)
from headwater.extract.words import AUXILIARIES, DETERMINERS, PREPOSITIONS, Words
from headwater.model.attribution import Attribution, CueKind
from headwater.model.parse import Amount

MOST: Final = 3  # words that tell; "Oslo's aid to the army of Lima" tells a fact, "the plan" none
BE: Final = frozenset({"be", "become", "remain"})
DENIALS: Final[frozenset[CueKind]] = frozenset({"denies", "rejects"})
BELOW: Final = SUBORDINATORS - frozenset(
    "that which who whom whose while although though whereas".split()
)  # open a clause that says nothing alone
LOOSE: Final = frozenset("about for in on at with during amid despite among".split())
CARRYING: Final = PREPOSITIONS | COORDINATORS | SUBORDINATORS | {"or", "nor", "than"}
_WORD: Final = re.compile(r"\s*(\w+)")
NEAR: Final = 5  # words from an auxiliary to the verb that the words stop at


def is_fragment(
    text: str, statement: Statement, amounts: tuple[Amount, ...], speaker: Attribution | None
) -> bool:
    """Tell whether a statement's words claim nothing that others could claim too.

    Args:
        text: The document's.
        statement: The words.
        amounts: The figures in them; a bare figure tells something.
        speaker: Who says so; None for the outlet.
    """
    words = statement.words
    if not len(words):
        return True
    if tells_nothing(text, statement, speaker) or _is_stub(text, statement):
        return True
    if speaker is None and _is_name_only(text, statement):
        return True
    if speaker is not None and not amounts and _is_loose(words, speaker):
        return True
    if has_finite_verb(words, range(len(words))) or amounts:
        return False
    if any(is_infinitive(words, i) and words[i + 1] not in BE for i in range(len(words) - 1)):
        return False
    forms = [words.verb(i) for i in range(len(words))]
    if words[0] == "to" and len(words) > 1 and words[1] in BE and not any(forms[2:]):
        return True  # "to be Ivo Borg"
    doing = any(form is not None and form.form in {"ing", "past"} for form in forms)
    return not doing and "of" not in words.lower and count_telling(words) <= MOST


def _is_stub(text: str, statement: Statement) -> bool:
    """Tell whether the words miss what they hang on, or what hangs on them."""
    return _is_cut_off(text, statement.words) or _is_below(text, statement)


def _is_cut_off(text: str, words: Words) -> bool:
    """Tell whether the words stop where their sentence goes on: "the plan would [help Lima]"."""
    end = words.places[-1][1]
    if not goes_on(text, end):
        return False
    last, form = words[-1], words.verb(len(words) - 1)
    following = _WORD.match(text, end)
    behind = following[1].lower() if following else ""
    if dangles(words, len(words) - 1) or last == "not":
        return behind not in COORDINATORS | {"or"}
    if form is None or form.noun_too or behind in CARRYING:
        return False
    return form.form == "base" and not AUXILIARIES.isdisjoint(words.lower[-NEAR:-1])


def _is_below(text: str, statement: Statement) -> bool:
    """Tell whether the words are a clause below one that is not there ("after they had left").

    They then stand behind other words of their sentence, and have one verb.
    """
    words, first = statement.words, statement.spans[0].start
    if words[0] not in BELOW or len(words) < 2 or words[1] in PREPOSITIONS:  # noqa: PLR2004
        return False
    opens = not any(c.isalnum() for c in text[statement.sentence.start : first])
    if opens and words[0] not in {"if", "unless", "whether"}:
        return False
    return sum(words.finite) == 1 and "," not in words.lower and len(statement.spans) == 1


def _is_loose(words: Words, speaker: Attribution) -> bool:
    """Tell whether what is said is a phrase of which nothing is said ("those who came")."""
    body = range(len(words))
    if speaker.cue_kind in DENIALS:
        return False
    form = words.verb(1) if len(words) > 1 else None
    doing = form is not None and form.form == "ing"  # "for closing the mill"
    if words[0] in LOOSE and not doing and not has_finite_verb(words, body):
        return True
    asked = any(is_infinitive(words, i) or _tells(words, i) for i in body)
    named = words[0] in DETERMINERS and any(words.finite[i] for i in body)
    return named and not asked and not has_main_verb(words, body)


def _is_name_only(text: str, statement: Statement) -> bool:
    """Tell whether a leftover is a noun with what is told of it ("a law that he signed")."""
    words, first = statement.words, statement.spans[0].start
    behind = any(c.isalnum() for c in text[statement.sentence.start : first])
    if not behind or words[0] not in DETERMINERS or "," in words.lower or len(statement.spans) > 1:
        return False
    body = range(len(words))
    return any(words.finite[i] for i in body) and not has_main_verb(words, body)


def _tells(words: Words, index: int) -> bool:
    """Tell whether a noun's "that" opens what it tells ("the view that Borg lied")."""
    return words[index] == "that" and index > 0 and not is_finite_at(words, index + 1)
