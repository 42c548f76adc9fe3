"""What is cut out as a statement and makes none: questions, bare phrases, commands."""

from typing import Final

from headwater.extract.framing import count_telling
from headwater.extract.statements import Statement
from headwater.extract.verb_phrases import has_finite_verb, is_infinitive, is_verb_phrase
from headwater.extract.words import DETERMINERS, PRONOUNS, Words
from headwater.model.attribution import Attribution, CueKind
from headwater.model.parse import Amount

ASKING: Final = frozenset("what who which where when why how whose whom".split())
MOST: Final = 3  # words that tell; "Oslo's aid to the army of Lima" tells a fact, "the plan" none
BE: Final = frozenset({"be", "become", "remain"})
WILLING: Final[frozenset[CueKind]] = frozenset({"asks", "promises", "warns", "believes"})
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
