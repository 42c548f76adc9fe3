"""Whether a statement is in a position to be set against another: it states something flatly."""

import re
from typing import Final

from headwater.lexicon.verbs import verb_forms
from headwater.link.alignment import Statement
from headwater.link.meaning import Meaning, read_meaning
from headwater.link.outside import asks, is_turned_outside
from headwater.link.prepare import Held
from headwater.link.turns import CLAUSE_END, HINGE
from headwater.link.words import tokens_of
from headwater.model.mention import Mention

ITSELF: Final = re.compile(r"[\s\"“‘']*(?:it|they|we|i|he|she)\b", re.IGNORECASE)
SUPPOSING: Final = frozenset({"if", "unless", "whether", "hopefully", "needs", "need", "ought"})
MAY_HAVE: Final = re.compile(r"\b(?:may|might|could|must) (?:\w+ )?have (\w+)", re.IGNORECASE)
DONE: Final = frozenset({"past", "participle"})
# What somebody can or may do, not what is done: "can resume" leaves a halt as it is.
ABLE: Final = re.compile(
    r"\b(?:can|could|may|might|(?:free|able|entitled|welcome) to)\b"
    r"(?! ?(?:not|never|no|have)\b|[’']t)",
    re.IGNORECASE,
)
OWN_WORDS: Final = 2  # words besides names below which a phrase is too bare to conflict


def _speaks_to_reader(meaning: Meaning) -> bool:
    """Tell whether a statement is about "you" and nobody that it names."""
    return not meaning.names() and any(t.lower in {"you", "your"} for t in tokens_of(meaning.text))


def _can_conflict(left: Meaning, right: Meaning) -> bool:
    """Tell whether both state something of someone in words enough to conflict."""
    for meaning in (left, right):
        own = sum(not term.name for term in meaning.terms)
        if not own or len(meaning.terms) < OWN_WORDS or _speaks_to_reader(meaning):
            return False
    return True


def is_supposed(statement: Statement) -> bool:
    """Tell whether a statement is of what shall, must or would be, not of what is."""
    meaning = statement.meaning
    if statement.modality == "planned" or meaning.text.lower().startswith(("to ", "not to ")):
        return True
    stop = CLAUSE_END.search(meaning.text)
    core = meaning.text[: stop.start()] if stop else meaning.text
    ahead = any(t.kind in {"futures", "plans"} and t.start < len(core) for t in meaning.turns)
    return ahead or any(token.lower in SUPPOSING for token in tokens_of(meaning.text))


def _is_flat(mention: Mention) -> bool:
    """Tell whether a mention states something of what is or was, if only as possible.

    "May have broken the rule" is of what was; "may break the rule" of what may come, and "might
    have uses" too.
    """
    if mention.modality == "possible":
        verbs = (verb_forms().get(found[1].lower()) for found in MAY_HAVE.finditer(mention.text))
        return any(verb is not None and verb.form in DONE for verb in verbs)
    return mention.modality != "planned"


def _speak_of_themselves(left: Held, right: Held) -> bool:
    """Tell whether two voices each speak of itself ("it has paid", "it has not paid")."""
    own = all(ITSELF.match(one.statement.meaning.text) for one in (left, right))
    return own and not left.parties & right.parties


def _go_on(left: Mention, right: Mention) -> bool:
    """Tell whether a speaker goes on: "this is a loss for the town. It is no loss for the port"."""
    return left.document == right.document and left.chain == right.chain and bool(left.chain)


def _only_can(statement: Statement) -> bool:
    """Tell whether the main clause says what can or may be, not what is."""
    text = HINGE.sub("", statement.meaning.text)  # "what we can say is that it is safe"
    stop = CLAUSE_END.search(text)
    return ABLE.search(text[: stop.start()] if stop else text) is not None


def _unlike_modals(left: Statement, right: Statement) -> bool:
    """Tell whether only one says what can be, and the other neither denies nor negates."""
    one, two = (_only_can(side) for side in (left, right))
    flat = right if one else left
    return one != two and not flat.negative and not flat.denial


def is_silent(left: Held, right: Held) -> bool:
    """Tell whether one of two mentions is in no position to conflict: it asks, or was cut so."""
    ends = (left, right)
    return any(
        one.mention.kind == "meta" or one.mention.fragment or asks(one) or is_turned_outside(one)
        for one in ends
    )


def are_silent_apart(left: Held, right: Held) -> bool:
    """Tell whether two who are named did not answer: that one was silent tells nothing of others.

    Nothing is known where one of them has no name ("the firm declined to comment").
    """
    if left.mention.kind != "meta" or right.mention.kind != "meta":
        return False
    one, two = (read_meaning(side.words).names() for side in (left, right))
    return bool(one and two) and not one & two


def can_meet(left: Held, right: Held) -> bool:
    """Tell whether two mentions state flatly, in words enough, what can be set against each."""
    return (
        all(_is_flat(side.mention) for side in (left, right))
        and not _speak_of_themselves(left, right)
        and not _go_on(left.mention, right.mention)
        and not _unlike_modals(left.statement, right.statement)
        and _can_conflict(left.statement.meaning, right.statement.meaning)
    )
