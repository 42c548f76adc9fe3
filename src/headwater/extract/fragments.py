"""What is cut out as a statement and makes none: questions, bare phrases, commands."""

import re
from typing import Final

from headwater.extract.bare import WILLING, count_telling
from headwater.extract.statements import Statement, dangles, goes_on
from headwater.extract.verb_phrases import (
    COORDINATORS,
    SUBORDINATORS,
    has_finite_verb,
    has_main_verb,
    is_finite_at,
    is_infinitive,
    is_verb_phrase,
)
from headwater.extract.words import AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS, Words
from headwater.model.attribution import Attribution, CueKind
from headwater.model.parse import Amount

ASKING: Final = frozenset("what who which where when why how whose whom".split())
MOST: Final = 3  # words that tell; "Oslo's aid to the army of Lima" tells a fact, "the plan" none
BE: Final = frozenset({"be", "become", "remain"})
DENIALS: Final[frozenset[CueKind]] = frozenset({"denies", "rejects"})
BELOW: Final = SUBORDINATORS - frozenset(
    "that which who whom whose while although though whereas".split()
)  # open a clause that says nothing alone
LOOSE: Final = frozenset("about in on at with during amid despite among".split())
CARRYING: Final = PREPOSITIONS | COORDINATORS | SUBORDINATORS | {"or", "nor", "than"}
_WORD: Final = re.compile(r"\s*(\w+)")
NEAR: Final = 5  # words from an auxiliary to the verb that the words stop at
MARKS: Final = frozenset("?\"”’')")


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
    if _is_asked(text, statement) or _is_headless(words) or _is_command(words, speaker):
        return True
    if _is_cut_off(text, words) or _is_below(text, statement):
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


def _is_asked(text: str, statement: Statement) -> bool:
    """Tell whether the words are all of a question, or its end."""
    at = statement.spans[-1].end
    while at < len(text) and text[at] in MARKS:
        if text[at] == "?":
            return True
        at += 1
    return False


def _is_headless(words: Words) -> bool:
    """Tell whether nothing is said of what the words ask for ("what is clear to us")."""
    relative = words[0] in {"which", "who"} and is_verb_phrase(words, 1)
    if words[0] not in ASKING or relative:
        return False  # "which banned the pumps" tells something
    verbs = sum(words.finite)
    return verbs <= 1 and not any(words.is_mark(i) for i in range(len(words)))


def _is_command(words: Words, speaker: Attribution | None) -> bool:
    """Tell whether the words tell somebody what to do ("call the guard")."""
    if speaker is not None and speaker.cue_kind in WILLING:
        return False
    form = words.verb(0)
    if form is None or form.form != "base" or len(words) == 1:
        return False
    return words[1] in DETERMINERS | PRONOUNS and not any(words.finite)


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
    if words[0] in LOOSE and not has_finite_verb(words, body):
        return True
    asked = any(is_infinitive(words, i) or _tells(words, i) for i in body)
    named = words[0] in DETERMINERS and any(words.finite[i] for i in body)
    return named and not asked and not has_main_verb(words, body)


def _tells(words: Words, index: int) -> bool:
    """Tell whether a noun's "that" opens what it tells ("the view that Borg lied")."""
    return words[index] == "that" and index > 0 and not is_finite_at(words, index + 1)
